package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;

/** A number of things. Chinese numerals are as often parts of names and of set phrases; those are not counted. */
final class CountRule {
    /** Chinese numerals that are no numbers, from their first character. */
    private static final Words<Boolean> NAMES = Words.of(Map.entry(true,
            """
                    一个样 一个中国 三个代表 四个全面 四个意识 四个自信 两个维护 两个确立 五位一体 三位一体 四位一体 两个毫不动摇 两个一百年 八项规定 三条红线 五个一 六个一 两个健康 四项基本原则 六个核桃 三只松鼠 三只羊 一张网
                    十年磨 三天两头 三个年 五台山 五台县 三台县 九台区 九台农 七台河 三门峡 五家渠 三家店 三家村 六家桥 三张网 四个革命 五个统筹 百家姓 百家号 百户 千家万户 千企万户 十项全能 四件套 三件套 两件套 九部委 一次性 一次函 三次产业 三次方 二次
                    三人行 八人制 五人制 三人制 六个稳 两个结合 四个服务 四个中心 三个务必 三个转变 三个经济 一项目 百个 七个农业 十名镇 三个区分开来 四个走在前 五个振兴 五个中心 一张图 一张蓝图 一件事 一种 一次次 三名三进
                    三项制度 五项管理 四季 一年 一天 一日 一周 两部委 七部门 一部分 一套 一位 一名 一场 一代 一路 一口 一手 百年 百人会 百日 千年 千人 万人 三人成 五个共同 五年规划 三年行动 五年计划 三年级 四年级 五年级 六年级 一年级 二年级 百天
                    四个重大 三个圈层 两手 三口之家 四口之家 八个字 十个字 四个字 三个字 两个字 六个字 十二个字 一个
                    """));
    private static final String FANNING_OUT = "奔走游求漂流打寻看张筹借散碰征扩找宣蔓逃投传";
    private static final Words<Boolean> PER = Words.of(Map.entry(true, "人 年 月 天 日 小时 分钟 户 家 台 套 件 次 亩 平方米 公里 周"));
    /** Words that make one thing a count: 新增一家. */
    private static final Words<Boolean> ADDED = Words.of(Map.entry(true, "增加 新增 只有 仅有 各"));
    private static final Words<Boolean> ALONE = Words.of(Map.entry(true, "增加 新增 仅 只有 仅有 各 共"));
    /** Verbs behind which 3位 is how far a rank moved. */
    private static final Words<Boolean> PLACES = Words.of(Map.entry(true,
            "上升 上升了 下降 下降了 前进 前进了 前移 前移了 后移 后移了 提升 提升了 跃升 跃升了 下跌 下跌了 提高 提高了 下滑 下滑了 退后 倒退 进位"));
    private static final Words<Boolean> FIRMS = Words.of(Map.entry(true, "企业 单位 部门 门店 项目 家 商场 园区"));
    private static final BigDecimal SMALL = BigDecimal.valueOf(100);

    private final Passage p;
    private final Figures figures;
    private final Tally tally;

    CountRule(Passage passage, Figures figures, Tally tally) {
        p = passage;
        this.figures = figures;
        this.tally = tally;
    }

    /** Whether a name or set phrase begins at {@code i}. */
    static boolean name(Passage p, int i) {
        return NAMES.at(p.s, i) != null;
    }

    int at(Stated stated) {
        int end = stated.end();
        String name = stated.unit().name();
        char next = p.at(end);
        if (next == '级' || next == '半' || name.equals("个") && slogan(end)) {
            return end;
        }
        int until = end;
        if (p.startsWith("/年", end) || p.startsWith("/a", end) && !Glyphs.letter(p.at(end + 2))) {
            until += 2;
        } else if (next == '/' || next == '·') {
            var per = PER.at(p.s, end + 1);
            boolean pair = Glyphs.digit(p.at(end + 1)) && Glyphs.letter(p.at(end - 1));
            if (per == null && !pair || next == '·') {
                return end + 1;
            }
            if (per != null) {
                until += 1 + per.length();
                name = name + "/" + per.word();
            }
        }
        if (!countable(stated)) {
            return until;
        }
        return tally.add(stated, stated.start(), until, stated.over(), Count::new, name, "count");
    }

    /** “3个1000亿”: the number behind has no unit, and so this is none either; 56个10亿元以上项目 are counted. */
    private boolean slogan(int end) {
        return Glyphs.digit(p.at(end)) && figures.of(figures.number(end)).unit() == null;
    }

    private boolean countable(Stated stated) {
        Numeral first = stated.first();
        int i = first.start();
        char before = p.at(i - 1);
        String unit = stated.high().word();
        if (before == '前' || before == '头' && !first.arabic() || before == '每'
                || unit.equals("位") && PLACES.before(p.s, i) != null || ofSeveral(i)) {
            return false;
        }
        if (unit.equals("家") && household(stated.end())) {
            return false;
        }
        if (first.arabic()) {
            return arabic(stated);
        }
        if (first.form() == Numeral.Form.IMPLIED) {
            // 过亿企业 are firms of more than a hundred million yuan.
            return first.power() < 8 || FIRMS.at(p.s, stated.high().unitStart()) == null;
        }
        return chinese(stated, stated.last(), i, before);
    }

    /** 每10万人拥有35张床位: not of all. */
    private boolean ofSeveral(int i) {
        int from = p.clauseStart(i, 10);
        int each = p.lastIndexOf("每", from, i);
        return each >= 0 && (Glyphs.digit(p.at(each + 1)) || Glyphs.power(p.at(each + 1)) > 0);
    }

    /** 3万家电 and 10万家长 are appliances and parents; 3家电力企业, 2家长江公司 are firms. */
    private boolean household(int end) {
        char next = p.at(end + 1);
        return switch (p.at(end)) {
            case '电' -> "子力信商机缆气池影视器动网站讯建厂竞工解磁梯源缆线".indexOf(next) < 0 || next == '\0';
            case '长' -> "江三期途租城沙春安白兴宁虹治葛乐".indexOf(next) < 0 || next == '\0';
            case '禽', '畜', '眷', '仆' -> true;
            default -> false;
        };
    }

    private boolean arabic(Stated stated) {
        Numeral first = stated.first();
        Numeral last = stated.last();
        int i = first.start();
        String unit = stated.high().word();
        char before = p.at(i - 1);
        // An empty unit stands for one that is written further on.
        char thing = unit.isEmpty() ? '\0' : unit.charAt(0);
        boolean year = i + 4 == first.end() && first.power() == 0 && !last.over()
                && (p.s[i] == '1' && p.at(i + 1) == '9' || p.s[i] == '2' && p.at(i + 1) == '0')
                && "部本次场届款期".indexOf(thing) >= 0 && thing != '\0';
        boolean version = before == ' ' && Glyphs.letter(p.at(i - 2)) && first.power() == 0
                && first.value().compareTo(SMALL) < 0 && unit.length() > 1;
        boolean group = unit.equals("组") && ("村社区队镇".indexOf(before) >= 0 || p.startsWith("村民", stated.end()));
        boolean moment = unit.equals("起") && "日月号点分".indexOf(before) >= 0;
        return !year && !version && !group && !moment && last.value().signum() > 0
                && (last.whole() || last.power() > 0 || unit.equals("股") || unit.equals("标箱"));
    }

    private boolean chinese(Stated stated, Numeral number, int i, char before) {
        if ("数几好多第老小初番".indexOf(before) >= 0 || number.value().signum() <= 0) {
            return false;
        }
        Figure figure = stated.high();
        boolean one = p.at(i) == '一' && number.end() - i == 1;
        if (name(p, i)) {
            // One thing is counted where something is said to grow by it or to have it alone.
            return one && "个条座台家项名所艘架辆".indexOf(p.at(i + 1)) >= 0 && ALONE.before(p.s, i) != null
                    && p.at(number.end() + figure.unit().length()) != '个';
        }
        if (figure.word().equals("个") && p.at(figure.end()) == '一') {
            // “三个一批”
            return false;
        }
        if (one) {
            return ADDED.before(p.s, i) != null && "批些定系体次种".indexOf(figure.word().charAt(0)) < 0;
        }
        if (p.at(i) == '二' && number.end() - i == 1) {
            return false;
        }
        if (p.startsWith("四处", i)) {
            return "的有共及和等建成设".indexOf(before) >= 0 && FANNING_OUT.indexOf(p.at(i + 2)) < 0;
        }
        boolean small = number.end() - number.start() <= 2 && number.power() == 0;
        return figure.unit().length() > 1 || !small || spoken(figure, before);
    }

    /** A small number and a unit of one character: which of them are counts. */
    private boolean spoken(Figure figure, char before) {
        char unit = figure.word().charAt(0);
        char next = p.at(figure.end());
        boolean quoted = before == '“' && next == '”';
        boolean place = switch (unit) {
            case '次' -> "产会大".indexOf(next) >= 0;
            case '人' -> before == '“';
            case '家' -> "渠店村庄湾桥子坪沟河".indexOf(next) >= 0;
            case '台' -> "县山区".indexOf(next) >= 0;
            case '部' -> "门委曲".indexOf(next) >= 0;
            case '类' -> figure.number().value().intValue() < 4 && next == '医';
            default -> false;
        };
        return "个家项条座台名所艘架辆件套间栋幢户款类种只张份部场次人".indexOf(unit) >= 0 && !quoted && !place;
    }
}
