package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {
    @ParameterizedTest
    @ValueSource(strings = { "注册资本5亿元", "注册资本：3000万元", "已有12条生产线投产", "微信小程序带动消费", "微信支付交易额达到3亿元。", "关注民生实事",
            "位置优越，交通便利", "评论员文章：稳外资要有新办法", "收藏市场回暖", "打印设备产业园开工", "登录北交所的企业增至8家", "下载中心", "资金来源：财政资金", "出生日期：1980年",
            "项目名称：江州港二期工程", "建设单位：江州港务集团", "总投资：12亿元", "记者：去年利用外资情况如何？", "记者手记", "江州版权交易额增长三成。", "如因天气原因，活动延期举行。",
            "手机产量120万台，增长8%", "联系人：李工", "二是扩大开放", "2024年目标", "3月8日，江州三个项目签约。", "地点：江州国际会展中心", "投资120亿元",
            "返回式卫星配套项目落户江州", "举报奖励最高10万元，江州出台新规", "阅读产业年产值80亿元", "本网讯 记者获悉，江州新增外资企业9家，投资额3亿元。",
            "风险提示：项目建设受原料价格影响，投产时间存在不确定性。", "特别声明：公司及董事会全体成员保证公告内容真实、准确、完整。", "未经环保部门许可，任何企业不得向河道排放废水。",
            "“本站计划在8月发布新的列车时刻表，具体由客运部负责解释。”站长说。", "如因不可抗力造成侵权纠纷，由仲裁委受理，去年共受理46件。",
            "文章开头提到的收购，不构成重大资产重组。", "本报网站推出问政专栏，由专人负责审核并转交部门办理。", "凡来源于财政资金的项目，一律公开招标。",
            "全市危险化学品经营许可证到期企业12家。", "以上事项不构成重大资产重组。", "会议听取了版权声明登记试点情况，登记作品3万件。",
            "如有侵权行为，市民可拨打12345，去年办结120件。", "未经许可，任何单位不得使用该地理标志。", "欢迎外商投资江州，去年到位外资3亿美元。",
            "江州市印发规划，提出到2030年新增企业400家。", "研发投入由900万元增加到1200万元。", "省里下发通知，补助标准提高到每亩1500元。" })
    void theArticleSpeaks(String line) {
        assertEquals(Boilerplate.Kind.TEXT, Boilerplate.of(line));
    }

    /** Whatever an article may say of the economy: no line of it is taken for the site's. */
    @Test
    void theSentencesOfTheCorpusSpeak() throws IOException {
        var taken = new ArrayList<String>();
        for (String row : Files.readAllLines(Path.of("src/test/resources/corpora/facts.tsv"))) {
            if (!row.startsWith("#") && row.indexOf('\t') > 0) {
                Stream.of(row.split("\t", -1)[1].split("¶")).filter(line -> line.endsWith("。"))
                        .filter(line -> Boilerplate.of(line) != Boilerplate.Kind.TEXT)
                        .forEach(line -> taken.add(Boilerplate.of(line) + " " + line));
            }
        }
        assertEquals(List.of(), taken);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void everyNoticeHasAnExample(Notices.Row row) {
        assertEquals(Boilerplate.Kind.NOTICE, Boilerplate.of(row.example()));
        assertTrue(Pattern.compile(row.pattern()).matcher(row.example()).find());
    }

    static List<Notices.Row> notices() {
        return Notices.ROWS;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "分享到：微信 微博|SITE", "【打印本页】 【关闭窗口】|SITE", "上一篇：江州启动秋季造林|SITE",
            "当前位置：首页 > 要闻|SITE",
            "扫一扫在手机打开当前页|SITE", "微信扫一扫，分享到朋友圈。|SITE", "点击上方蓝字关注我们|SITE", "登录 / 注册|SITE", "已有12人参与评论|SITE",
            "评论(0)|COMMENTS", "收藏 举报|SITE",
            "1 2 3 4 下一页|SITE", "浏览次数：128|SITE", "- END -|SITE", "字号：大 中 小|SITE", "打开APP阅读更多精彩内容|SITE",
            "版权声明：本文版权归江州晚报所有，未经授权不得转载。|NOTICE", "免责声明：以上内容仅供参考，不构成投资建议。|NOTICE", "Copyright © 2020 江州网 版权所有|NOTICE",
            "凡本网注明来源的作品，转载请注明出处。|NOTICE", "苏ICP备05000001号|NOTICE", "延伸阅读：|OTHERS", "延伸阅读：江州去年引资99亿元，增长12%。|OTHERS",
            "相关新闻|OTHERS", "★更多相关新闻|OTHERS",
            "24小时热文|OTHERS",
            "猜你喜欢|OTHERS", "手机用户发送短信XW到10658000订阅早报|SITE", "网友评论（4）|COMMENTS", "3条评论|COMMENTS", "热门评论|COMMENTS",
            "责任编辑：陈默|CREDITS",
            "【纠错】责任编辑： 蒋文|CREDITS",
            "编辑 丨 丁玲|CREDITS", "来源：江州日报 作者：林海|CREDITS", "2021-05-28 10:14|CREDITS", "发布日期：112年5月9日|CREDITS",
            "（本文转自江州日报，记者 夏天）|CREDITS",
            "原标题：江州机床净利润增三成|CREDITS", "文/图 记者黄山 李河|CREDITS", "记者陈大同／台中报导|CREDITS", "索 引 号：014000123/2023-00045|CREDITS",
            "图为签约仪式现场。 记者 宋涛 摄|CAPTION", "江州港一角（资料图）|CAPTION" })
    void othersSpeak(String line, Boilerplate.Kind kind) {
        assertEquals(kind, Boilerplate.of(line));
    }
}
