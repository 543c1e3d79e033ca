package org.jingwei.quantity;

import java.util.Map;
import java.util.TreeMap;
import org.jingwei.quantity.Unit.Kind;

/** The units that are read, as tables. */
final class Units {
    /** Currency names behind the number, by ISO 4217 code. A name that several currencies share is not here. */
    private static final String CURRENCIES = """
            CNY 元人民币 元(人民币 元RMB 元CNY 人民币元 人民币
            USD 美元 美金 美圆 元美金 元美元 USD
            HKD 港元 港币 港圆 港幣 元港币 元港元 HKD
            MOP 澳门元 澳门币 元澳门币 葡币
            TWD 新台币 台币 元新台币 元台币 新台币元 台币元 TWD
            EUR 欧元 元欧元 EUR
            GBP 英镑 GBP
            JPY 日元 日圆 日币 元日币 元日元 JPY
            KRW 韩元 韩圆 韩币 韩圜 元韩币 KRW
            AUD 澳元 澳币 澳大利亚元 AUD
            NZD 新西兰元 纽元 纽币 新西兰币 NZD
            CAD 加元 加拿大元 加币 CAD
            SGD 新加坡元 新元 坡币 新加坡币 SGD
            THB 泰铢 铢 THB
            MYR 林吉特 马币 令吉 马来西亚林吉特 MYR
            IDR 印尼盾 印度尼西亚盾 印尼卢比 印度尼西亚卢比 IDR
            VND 越南盾 越盾 VND
            PHP 菲律宾比索 菲比索 PHP
            INR 印度卢比 INR
            PKR 巴基斯坦卢比 PKR
            LKR 斯里兰卡卢比
            NPR 尼泊尔卢比
            BDT 塔卡 孟加拉塔卡
            MMK 缅元 缅币 缅甸元
            KHR 瑞尔 柬埔寨瑞尔
            LAK 基普 老挝基普
            MNT 图格里克 蒙古图格里克
            KZT 坚戈 哈萨克斯坦坚戈
            RUB 卢布 俄罗斯卢布 RUB
            UAH 格里夫纳
            PLN 兹罗提 波兰兹罗提
            CZK 捷克克朗
            HUF 福林 匈牙利福林
            SEK 瑞典克朗
            NOK 挪威克朗
            DKK 丹麦克朗
            CHF 瑞士法郎 瑞郎 CHF
            TRY 土耳其里拉 里拉 新土耳其里拉
            ILS 谢克尔 新谢克尔 以色列谢克尔
            AED 阿联酋迪拉姆 AED
            SAR 沙特里亚尔 SAR
            QAR 卡塔尔里亚尔
            OMR 阿曼里亚尔
            IRR 伊朗里亚尔
            KWD 科威特第纳尔
            BHD 巴林第纳尔
            JOD 约旦第纳尔
            IQD 伊拉克第纳尔
            EGP 埃及镑
            MAD 摩洛哥迪拉姆
            ZAR 兰特 南非兰特 ZAR
            NGN 奈拉 尼日利亚奈拉
            KES 肯尼亚先令
            GHS 塞地
            ETB 埃塞俄比亚比尔
            BRL 雷亚尔 巴西雷亚尔 BRL
            ARS 阿根廷比索
            CLP 智利比索
            COP 哥伦比亚比索
            MXN 墨西哥比索
            PEN 秘鲁索尔 新索尔
            RON 罗马尼亚列伊 罗马尼亚新列伊
            BGN 保加利亚列弗
            HRK 克罗地亚库纳 克罗埃西亚库纳
            ISK 冰岛克朗
            RSD 塞尔维亚第纳尔
            DZD 阿尔及利亚第纳尔
            TND 突尼斯第纳尔
            LYD 利比亚第纳尔
            GEL 格鲁吉亚拉里
            AMD 亚美尼亚德拉姆
            AZN 阿塞拜疆马纳特
            TMT 土库曼斯坦马纳特
            UZS 乌兹别克斯坦苏姆
            KGS 吉尔吉斯斯坦索姆
            TJS 塔吉克斯坦索莫尼
            BYN 白俄罗斯卢布
            AOA 安哥拉宽扎 宽扎
            ZMW 赞比亚克瓦查
            TZS 坦桑尼亚先令
            UGX 乌干达先令
            LBP 黎巴嫩镑
            SYP 叙利亚镑
            SDG 苏丹镑
            BND 文莱元
            UYU 乌拉圭比索
            """;

    /** Currency names that several countries share or that are no longer coined: none of them is another unit. */
    private static final String SHARED_CURRENCIES = """
            克朗 克罗埃西亚 克罗地亚 克瓦查 法郎 镑 比索 第纳尔 里亚尔 迪拉姆 德拉姆 卢比 先令 索尔 索姆 苏姆 马克 里弗 列伊 列弗 列特 里尔 马纳特 库纳 拉里 个比特币
            克鲁赛罗 克鲁扎多 克瓦查卢 匹索 盾
            """;

    /** Currency names before the number. */
    private static final String PREFIXES = """
            CNY 人民币 RMB CNY CN¥ ¥
            USD 美元 美金 USD US$
            HKD 港币 港元 HKD HK$
            MOP 澳门元 澳门币 MOP
            TWD 新台币 台币 TWD NT$ NTD
            EUR 欧元 EUR €
            GBP 英镑 GBP £
            JPY 日元 日币 日圆 JPY
            KRW 韩元 韩币 KRW
            THB 泰铢 THB
            AUD 澳元 AUD A$
            SGD 新加坡元 新元 SGD S$
            CAD 加元 CAD C$
            MYR 林吉特 MYR RM
            IDR 印尼盾 IDR
            VND 越南盾 VND
            INR INR
            RUB 卢布 RUB
            CHF 瑞士法郎 CHF
            BRL BRL
            AED AED
            ZAR ZAR
            """;

    private static final String MEASURES = """
            吨 公吨 万吨公里 千克 公斤 斤 公里 千米 米 厘米 毫米 微米 纳米 海里 英里 英尺 英寸
            平方米 平方公里 平方千米 平方厘米 平方英尺 平米 ㎡ m² m2 km² km2 亩 公顷 公亩 坪 甲地
            立方米 立方 立方公里 标准立方米 标方 方立 升 毫升 加仑 桶 桶油当量 克 毫克 微克 克拉 盎司 磅 蒲式耳
            千瓦 千瓦时 千瓦小时 兆瓦 兆瓦时 吉瓦 吉瓦时 度电 千伏 千伏安 兆伏安 安时 瓦时 峰瓦 兆瓦峰
            kW KW kw MW mw GW Gw TW kWh KWh kwh Kwh MWh Mwh GWh Gwh GWH MWH TWh kV KV MVA kVA KVA Ah MWp GWp Wh
            标箱 标准箱 个标箱 个标准箱 TEU teu 载重吨 总吨 修正总吨 吨公里 人公里 吨标准煤 吨标煤 吨油当量 吨二氧化碳 吨二氧化碳当量 摄氏度 ℃
            km KM mm cm nm kg KG μm GB TB PB MB Mbps Gbps Tbps PFLOPS EFLOPS Mt EB
            m³ m3 立方米天然气 t/d t/a T/d t/h 吨/日 吨/天 吨/小时 吨/月 立方米/日 立方米/天 吨/时 标方/小时 件/小时 套/月 片/月 吨每年
            公里/小时 km/h kWh/kg Wh/kg 瓦时/公斤 股 平方米土地 公分 公尺 立方公尺 公石
            """;

    private static final String THINGS = """
            个 家 项 条 座 台 处 名 位 人 所 艘 架 辆 件 套 间 栋 幢 户 口 款 类 种 只 支 张 份 部 场 次 人次 架次 班次 车次 辆次 艘次 列次 标列 家次 户次 件次 批次 台次 件套 台套
            列 趟 株 棵 羽 尾 枚 颗 粒 片 箱 盒 瓶 袋 册 本 篇 幅 对夫妇 席 席位 床 床位 车位 泊位 机位 学位 座位 网点 头 匹 例 宗 笔 起 票 单元 标段
            人口 居民 群众 职工 员工 学生 游客 用户 党员 消费者 网民 观众 旅客 患者 老人 村民 农民 儿童 农户 户家庭 家庭 师生 毕业生 农民工 就业岗位 岗位 贫困人口 市民 考生 志愿者 党员干部 学员 从业人员 粉丝 股民 投资者
            部门 企业 单位 人份 台件 架飞机 门店 家门店 座席 间客房 道工序 门课程 艘船 节车厢 组 块地 眼 孔 根 樽 幅地块 幅土地 条线路 户次
            手 届毕业生 道 轮次 剂 剂次 针 针次 副 口井 株苗 尊 盏 扇 垧 个点位
            """;

    private static final String DURATIONS = """
            年 个年头 个月 个多月 个季度 季 周 个星期 星期 个礼拜 天 日 个小时 小时 个多小时 分钟 分 秒 秒钟 日历天 个日历天 工作日 个工作日 个交易日 交易日 个自然日 自然日 年时间 天时间 载 个年度 周年 余年 个昼夜 昼夜 毫秒
            """;

    /** Words that begin like a unit and are none. */
    private static final String NONE = """
            项目 条件 条例 条款 条约 条文 台湾 台州 台风 台北 台海 台商 台资 台企 台胞 台积电 台泥 台塑 台账 台阶 台东 台中 台南 台山 台独 台儿庄 处理 处于 处置 处罚 处在 处长 处级 处分
            名列 名称 名单 名义 名牌 名企 名优 名校 名录 名副 位于 位居 位列 位次 位置 位数 位一体 位移 位元 位处 位在 人均 人大 人才 人工 人民 人类 人事 人员 人士 人气 人造 人居 人间 人文 人体 人力 人为 人机 人社 人行 人保 人寿 人形
            所有 所以 所在 所得 所属 所示 所谓 所涉 所需 所长 所占 所获 架构 架设 辆份 件套装 套餐 套期 套利 套现 套装 套路 间接 间隔 间距 间歇 户外 户均 户籍 户型 户用 口岸 口径 口罩 口号 口碑 口腔 口服 口头 款项 款式 类似 类型 类别 种植 种子 种业 种类 种养 种质 只有 只是 只能 只要 支付 支持 支出 支撑 支柱 支行 支队 支线 支援 支部
            张家口 张家港 张家界 张江 张掖 张店 张贴 份额 部分 部署 部长 部队 部级 部属 部件 部位 场景 场地 场所 场馆 场外 场均 场内 场次性 次日 次月 次年 次高 次新 次要 列入 列为 列车 列举 列表 列强 列出 列席 片区 箱体 箱包 本科 本次 本报 本月 本年 本市 本省 本届 本土 本地 本人 本来 本身 本金 本轮 本外币 本周 本公司 本期 本县 本区 本科生 本级 本案 本院 头部 头条 头号 头像 例如 例行 例会 宗旨 宗教 宗商品 笔记 笔者 起来 起步 起点 起重 起诉 起草 起飞 起源 起始 票据 票面 票房
            年代 年级 年版 年轻 年度 年底 年初 年末 年中 年均 年会 年报 年产 年内 年龄 年货 年薪 年终 年前 年后 年终奖 年来 天然 天津 天河 天府 天猫 天数 天气 天使 天空 天山 天际 天水 天下 天地 天然气 天元 日电 日讯 日报 日均 日产 日消息 日前 日本 日益 日常 日照 日期 日记 日晚 日上午 日下午 日凌晨 日在 日至 日起 日召 日夜 日线 日游 日内 周边 周末 周围 周期 周刊 周口 周报 周一 周二 周三 周四 周五 周六 周日 秒杀 分之 分为 分别 分公司 分局 分院 分行 分类 分析 分布 分享 分红 分厂 分期 分店 分部 季度 季报 季末 季节 载人 载体 载重 载荷
            元旦 元素 元件 元器件 元宇宙 元月 元首 元氏 元年 元朗 元代 元老 元春 元谋 米兰 米粉 米线 米面 米哈游 米级 吨位 亩产 亩均 克服 克隆 克拉玛依 克强 升级 升至 升到 升高 升为 升温 升值 升幅 斤两 方案 方面 方便 方向 方式 桶装 平台化 磅礴 层次 层级 层面 床铺 席卷 席间 片面 颗粒 粒度 股东 股份 股权 股票 股指 股价 股息 股本 股市 组织 组建 组成 组合 组团 组长 组件 组别 根据 根本 孔子 打造 打击 打破 打通 打开 手机 手续 手段 手术 手册 手工 手游 道路 道口 道县 剂量 针对 尾款 尾数 尾气 企业家 单位面积 篇章 幅度 枚举 册亨 届满 度假
            个点 个半 年半 周岁 成新 成立 成都 成为 成功 成交 成本 成果 成长 成员 成熟 成分 成品 成套 成员国 成年 倍增 倍感 倍数 倍率 趴体 趴下 趴在 趴着 趴窝
            """;

    private static final Words<Unit> BEHIND = Words.of(behind());
    private static final Words<Unit> BEFORE = Words.of(prefixes());

    private Units() {}

    private static Map<String, Unit> behind() {
        var words = new TreeMap<String, Unit>();
        put(words, Kind.MEASURE, MEASURES);
        put(words, Kind.THINGS, THINGS);
        put(words, Kind.DURATION, DURATIONS);
        for (String word : (NONE + SHARED_CURRENCIES).trim().split("\\s+")) {
            words.put(word, new Unit(Kind.NONE, word));
        }
        codes(words, CURRENCIES);
        words.put("元", new Unit(Kind.YUAN, "CNY"));
        words.put("圆", new Unit(Kind.YUAN, "CNY"));
        words.put("块钱", new Unit(Kind.YUAN, "CNY"));
        words.put("元钱", new Unit(Kind.YUAN, "CNY"));
        words.put("元整", new Unit(Kind.YUAN, "CNY"));
        words.put("%", new Unit(Kind.PERCENT, "%"));
        words.put("趴", new Unit(Kind.PERCENT, "%"));
        words.put("‰", new Unit(Kind.PER_MILLE, "%"));
        words.put("成", new Unit(Kind.TENTHS, "%"));
        words.put("个百分点", new Unit(Kind.POINTS, "个百分点"));
        words.put("百分点", new Unit(Kind.POINTS, "个百分点"));
        words.put("个百分比", new Unit(Kind.NONE, ""));
        words.put("个基点", new Unit(Kind.BASIS_POINTS, "个百分点"));
        words.put("基点", new Unit(Kind.BASIS_POINTS, "个百分点"));
        words.put("个BP", new Unit(Kind.BASIS_POINTS, "个百分点"));
        words.put("BP", new Unit(Kind.BASIS_POINTS, "个百分点"));
        words.put("个bp", new Unit(Kind.BASIS_POINTS, "个百分点"));
        words.put("倍", new Unit(Kind.TIMES, "倍"));
        return words;
    }

    private static void put(Map<String, Unit> words, Kind kind, String list) {
        for (String word : list.trim().split("\\s+")) {
            words.put(word, new Unit(kind, new String(Glyphs.fold(word))));
        }
    }

    private static void codes(Map<String, Unit> words, String table) {
        table.lines().map(line -> line.trim().split("\\s+")).forEach(line -> {
            for (int i = 1; i < line.length; i++) {
                words.put(line[i], new Unit(Kind.MONEY, line[0]));
            }
        });
    }

    private static Map<String, Unit> prefixes() {
        var words = new TreeMap<String, Unit>();
        codes(words, PREFIXES);
        return words;
    }

    /** The unit that starts at {@code from}, or null: {@link Kind#NONE} is not a unit. */
    static Words.Entry<Unit> at(char[] text, int from) {
        var entry = BEHIND.at(text, from);
        if (entry == null || entry.meaning().kind() == Kind.NONE) {
            return null;
        }
        int end = from + entry.length();
        char last = text[end - 1];
        boolean latin = last < 128 && (Glyphs.letter(last) || Glyphs.digit(last));
        return latin && end < text.length && (Glyphs.letter(text[end]) || Glyphs.digit(text[end])) ? null : entry;
    }

    /** The name of a currency that ends before {@code end}, or null. */
    static Words.Entry<Unit> currencyBefore(char[] text, int end) {
        return BEFORE.before(text, end);
    }
}
