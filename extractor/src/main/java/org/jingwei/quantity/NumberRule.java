package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;
import org.jingwei.quantity.Unit.Kind;
import org.jingwei.source.Span;

/** A number with the unit behind it: money, things, measures, durations, and what {@link RateRule} reads. */
final class NumberRule {
    /** Abbreviations that a percentage or an amount follows without a space. */
    private static final Words<Boolean> STATISTIC = Words
            .of(Map.entry(true, "GDP CPI PPI PMI FDI GNP R&D IRR ROE GMV EBITDA ARPU GVA LPR EPS M2 ROI"));
    /** Chinese numerals that are no numbers, from their first character. */
    private static final Words<Boolean> NAMES = Words.of(Map.entry(true,
            """
                    一个样 一个中国 三个代表 四个全面 四个意识 四个自信 两个维护 两个确立 五位一体 三位一体 四位一体 两个毫不动摇 两个一百年 八项规定 三条红线 五个一 六个一 两个健康 四项基本原则 六个核桃 一张网
                    十年磨 三天两头 三个年 五台山 五台县 三台县 九台区 九台农 七台河 三门峡 五家渠 三家店 三家村 六家桥 三张网 四个革命 五个统筹 百家姓 百家号 百户 千家万户 千企万户 十项全能 四件套 三件套 两件套 九部委 一次性 一次函 三次产业 三次方 二次
                    三人行 八人制 五人制 三人制 六个稳 两个结合 四个服务 四个中心 三个务必 三个转变 三个经济 一项目 百个 七个农业 十名镇 三个区分开来 四个走在前 五个振兴 五个中心 一张图 一张蓝图 一件事 一种 一次次 三名三进
                    三项制度 五项管理 四季 一年 一天 一日 一周 两部委 七部门 一部分 一套 一位 一名 一场 一代 一路 一口 一手 百年 百人会 百日 千年 千人 万人 三人成 五个共同 五年规划 三年行动 五年计划 三年级 四年级 五年级 六年级 一年级 二年级 百天
                    四个重大 三个圈层 两手 三口之家 四口之家 八个字 十个字 四个字 三个字 两个字 六个字 十二个字 一个
                    """));
    private static final String FANNING_OUT = "奔走游求漂流打寻看张筹借散碰征扩找宣蔓逃投传";
    private static final Words<Boolean> MONEY_NOUN = Words.of(Map.entry(true,
            """
                    投资 总投资 投资额 金额 总额 额 出资 融资 资金 产值 营收 收入 利润 税收 利税 财政 募资 募集 货值 斥资 耗资 投入 注资 增资 估值 市值 贷款 授信 补贴 补助 奖励 注册资本 资本 本金 资产 债务 负债 余额 存款 生产总值 GDP
                    经济总量 增加值 价值 造价 造价款 价款 成本 费用 总值 总价 罚款 捐款 捐赠 支出 预算 利息 净利 让利 减税 降费 退税 消费 规模达 基金规模 资金规模 投资规模 债券 贷 拨款 拨付 下达 发放 投放 发行 筹资 集资 纳税 缴税 创收 创汇 赔偿 回购 盈利 亏损 净赚 存款余额 货款 保费 保额 财力
                    """));
    private static final Words<Boolean> MONEY_VERB = Words
            .of(Map.entry(true, "投资 总投资 出资 斥资 耗资 融资 增资 注资 投入 募资 筹资 募集资金 总投资额 投资总额 投资额 发放 拨款 捐赠 捐款 让利"));
    private static final Words<Boolean> MONEY_BEHIND = Words
            .of(Map.entry(true, "消费券 投资 资金 补贴 补助 贷款 授信 元 红包 奖金 融资 订单额 产值 营收 市值 税收 基金 专项资金 专项债 产业基金 产业投资基金"));
    private static final Words<Boolean> MONEY_FILLER = Words.of(Map.entry(true,
            "达 为 了 达到 约 超 近 逾 共 合计 共计 总计 累计 高达 预计 将 已 均 也 : 已达 将达 约达 将超过 接近 不低于 超过 突破 不少于 计划 突破了 超过了 不足 不超过 约为 预计达 预计为 可达 分别为 分别达 达成 总额 有望 将突破 已超 已突破 资金"));
    private static final Words<Boolean> PER_UNIT = Words.of(Map.entry(true,
            """
                    吨 公吨 公斤 千克 克 斤 平方米 平米 平方公里 平方英尺 亩 公顷 立方米 立方 方 升 桶 千瓦时 度 千瓦 瓦 兆瓦时 MWh kWh kwh Wh 人 人次 人天 股 辆 台 套 件 个 户 月 年 天 日 小时 分钟 头 只 盎司 盒 瓶 支 张 份 间 床 晚 标箱 TEU 箱 手 单位 克拉 条 枚 片 公里 吨公里 次 例 家
                    """));

    private final Passage p;
    private final RateRule rates;
    private final NumeralLexer lexer;

    NumberRule(Passage passage, RateRule rates) {
        p = passage;
        this.rates = rates;
        lexer = new NumeralLexer(passage.s);
    }

    /** A number and the unit that follows it; a unit of null is none. */
    private record Figure(Numeral number, Words.Entry<Unit> unit, int unitStart) {
        int end() {
            return unit == null ? number.end() : unitStart + unit.length();
        }

        Kind kind() {
            return unit == null ? Kind.NONE : unit.meaning().kind();
        }
    }

    /** Reads what stands at {@code i} and returns where it ends, read or not. */
    int at(int i) {
        Numeral number = lexer.at(i);
        if (number.arabic() && latinAround(i, number.end())) {
            return code(i);
        }
        if (!number.readable()) {
            return number.end();
        }
        if (!number.arabic() && "数几好".indexOf(p.at(i - 1)) >= 0) {
            return number.end();
        }
        int start = signed(i);
        if (start < 0 || !startsSound(i)) {
            return skipped(number);
        }
        int times = multiplier(number);
        if (times > 0) {
            return product(number, times);
        }
        Figure figure = figure(number);
        int to = rangeSign(figure.end());
        if (to > 0) {
            return range(start, figure, to);
        }
        return single(start, figure);
    }

    // ---- what must not be read ----

    /** Letters at the digits make a code of them, unless the letters are a unit or a known abbreviation. */
    private boolean latinAround(int i, int end) {
        char before = p.at(i - 1);
        if (Glyphs.letter(before) || before == '_' || before == '#' || before == '@' || before == '·' || before == '№'
                || before == '=' || before == '*' && !Glyphs.digit(p.at(i - 2))) {
            var statistic = STATISTIC.before(p.s, i);
            boolean whole = statistic != null && !Glyphs.letter(p.at(i - 1 - statistic.length()));
            boolean money = Units.currencyBefore(p.s, i) != null;
            if (!whole && !money) {
                return true;
            }
        }
        char after = p.at(end);
        if (Glyphs.letter(after)) {
            return Units.at(p.s, end) == null;
        }
        return after == '_' || after == '@' || after == '#' || after == '·';
    }

    /** The end of the run of letters, digits and signs that a code is made of. */
    private int code(int i) {
        int k = i;
        while (k < p.s.length && (Glyphs.digit(p.s[k]) || Glyphs.letter(p.s[k]) || "-_.@#/·".indexOf(p.s[k]) >= 0)) {
            k++;
        }
        return Math.max(k, i + 1);
    }

    private int skipped(Numeral number) {
        int to = rangeSign(number.end());
        if (to > 0 && Glyphs.digit(p.at(to)) && p.at(to - 1) == '-') {
            return hyphens(number.end());
        }
        return number.end();
    }

    private int hyphens(int k) {
        int j = k;
        while (j < p.s.length && (Glyphs.digit(p.s[j]) || p.s[j] == '-')) {
            j++;
        }
        return j;
    }

    /** Where the number begins, a sign included; -1 where the characters before it make it part of something else. */
    private int signed(int i) {
        char before = p.at(i - 1);
        if (before == '-' || before == '+') {
            char further = p.at(i - 2);
            if (Glyphs.digit(further) || Glyphs.letter(further) || further == '-' || further == '%' || further == ')') {
                return -1;
            }
            return i - 1;
        }
        return i;
    }

    private boolean startsSound(int i) {
        char before = p.at(i - 1);
        char further = p.at(i - 2);
        boolean digits = Glyphs.digit(further) || Glyphs.letter(further);
        boolean measured = before == '/' && !p.found.isEmpty() && p.found.getLast().span().end() == i - 1
                && p.found.getLast() instanceof Count;
        if (measured) {
            return true;
        }
        if (Glyphs.power(before) >= 4 && Glyphs.digit(p.at(i))) {
            // The tail of a number that could not be read whole.
            return false;
        }
        if ((before == '.' || before == ',' || before == '，' || before == ':' || before == '/' || before == '×')
                && digits) {
            return before == '，' && !(Glyphs.digit(further) && digitsAt(i) == 3);
        }
        if (before == ' ' && Glyphs.digit(further) && digitsAt(i) == 3) {
            return false;
        }
        return before != '第' && before != '每' && before != '/' && before != '.' && !Glyphs.digit(before)
                && !(before == 'o' || p.endsWith("No.", i));
    }

    private int digitsAt(int i) {
        int k = i;
        while (Glyphs.digit(p.at(k)) && k - i < 8) {
            k++;
        }
        return k - i;
    }

    // ---- figures ----

    private Figure figure(Numeral number) {
        int k = number.end();
        if (p.at(k) == ' ') {
            int next = p.skipSpaces(k);
            var unit = Units.at(p.s, next);
            boolean clear = unit != null && number.arabic()
                    && (unit.meaning().money() || unit.meaning().kind() == Kind.MEASURE
                            || unit.meaning().kind() == Kind.PERCENT
                            || unit.meaning().kind() == Kind.THINGS && number.power() > 0);
            return clear ? new Figure(number, unit, next) : new Figure(number, null, k);
        }
        return new Figure(number, Units.at(p.s, k), k);
    }

    /** Behind a sign that joins the ends of a range and before a number: where that number starts, else -1. */
    private int rangeSign(int end) {
        int k = p.skipSpaces(end);
        char c = p.at(k);
        int next;
        if (c == '-' || c == '~' || c == '至' || c == '到') {
            next = k + 1;
        } else if (c == '—') {
            next = p.at(k + 1) == '—' ? k + 2 : k + 1;
        } else {
            return -1;
        }
        next = p.skipSpaces(next);
        return next < p.s.length && lexer.starts(next) && (Glyphs.digit(p.s[next]) || Glyphs.chineseDigit(p.s[next]) > 0
                || p.s[next] == '十') ? next : -1;
    }

    private int range(int start, Figure low, int to) {
        Numeral number = lexer.at(to);
        if (!number.readable() || number.form() == Numeral.Form.IMPLIED
                || low.number().form() == Numeral.Form.IMPLIED) {
            return number.end();
        }
        Figure high = figure(number);
        int third = rangeSign(high.end());
        if (third > 0) {
            return p.at(third - 1) == '-' ? hyphens(number.end()) : chain(third);
        }
        boolean hyphen = p.at(to - 1) == '-';
        if (high.unit() == null
                || hyphen && (p.at(high.end()) == '-' || Glyphs.letter(p.at(number.end())) && high.unit() == null)) {
            return low.unit() != null && !hyphen ? single(start, low) : high.end();
        }
        boolean same = low.unit() == null
                || low.kind() == high.kind() && low.unit().meaning().name().equals(high.unit().meaning().name())
                || low.kind() == Kind.YUAN && high.kind() == Kind.MONEY && high.unit().meaning().name().equals("CNY");
        if (!same) {
            return hyphen || p.at(to - 1) == '~' ? high.end() : single(start, low);
        }
        boolean path = p.at(start - 1) == '从' || p.at(start - 1) == '由' || p.endsWith("提高", to - 1)
                || start < low.number().start();
        if (path && high.kind() != Kind.DURATION && !p.startsWith("不等", high.end())) {
            return high.end();
        }
        if (Glyphs.chineseDigit(p.at(low.number().start())) >= 0 && !low.number().arabic()
                && names(low.number().start())) {
            return high.end();
        }
        BigDecimal from = low.number().value();
        BigDecimal till = high.number().value();
        if (low.number().power() == 0 && high.number().power() > 0 && low.unit() == null) {
            BigDecimal scaled = from.movePointRight(high.number().power());
            if (scaled.compareTo(till) < 0) {
                from = scaled;
            } else if (from.compareTo(BigDecimal.valueOf(1000)) < 0) {
                return high.end();
            }
        }
        if (from.compareTo(till) >= 0 || p.damaged(start, low.end()) || p.damaged(to, high.end())
                || low.number().over()) {
            return high.end();
        }
        return emit(start, new Numeral[]{ low.number(), high.number() }, new BigDecimal[]{ from, till }, low, high);
    }

    private int chain(int third) {
        int at = third;
        while (at > 0) {
            Numeral number = lexer.at(at);
            int end = figure(number).end();
            at = rangeSign(end);
            if (at < 0) {
                return end;
            }
        }
        return third;
    }

    private int single(int start, Figure figure) {
        char joint = p.at(start - 1);
        char low = p.at(start - 2);
        if ((joint == '至' || joint == '~' || joint == '—' || joint == '到')
                && (Glyphs.digit(low) || Glyphs.power(low) > 0)
                && p.floor() < start - 1) {
            // The upper end of a range whose lower end could not be read.
            return figure.end();
        }
        if (figure.unit() == null) {
            return bare(start, figure.number());
        }
        if (p.damaged(figure.number().start(), figure.number().end()) || p.at(figure.end()) == Glyphs.LOST) {
            return figure.end();
        }
        return emit(start, new Numeral[]{ figure.number() }, new BigDecimal[]{ figure.number().value() }, figure,
                figure);
    }

    /** Gives one value, or the two of a range, to the rule of its unit. */
    private int emit(int start, Numeral[] numbers, BigDecimal[] values, Figure low, Figure high) {
        int sign = start < numbers[0].start() ? p.at(start) == '-' ? -1 : 1 : 0;
        Kind kind = high.kind();
        boolean over = numbers[numbers.length - 1].over();
        return switch (kind) {
            case PERCENT, POINTS, TIMES, TENTHS, PER_MILLE, BASIS_POINTS ->
                rate(start, sign, numbers, values, low, high, over);
            case MONEY, YUAN -> money(start, sign, numbers, values, low, high, over);
            case THINGS, MEASURE, DURATION -> sign != 0 ? high.end() : count(start, numbers, values, low, high, over);
            case NONE -> high.end();
        };
    }

    private Span[] cores(Numeral[] numbers, Figure low, Figure high) {
        return numbers.length == 1
                ? new Span[]{ new Span(numbers[0].start(), high.end()) }
                : new Span[]{ new Span(numbers[0].start(), low.end()), new Span(numbers[1].start(), high.end()) };
    }

    // ---- rates ----

    private int rate(int start, int sign, Numeral[] numbers, BigDecimal[] values, Figure low, Figure high,
            boolean over) {
        Kind kind = high.kind();
        for (Numeral number : numbers) {
            boolean implied = number.form() == Numeral.Form.IMPLIED;
            boolean scaled = number.power() > 0 && kind != Kind.TIMES;
            if (implied || scaled) {
                return high.end();
            }
        }
        int end = high.end();
        var scaled = values.clone();
        String rule = switch (kind) {
            case PERCENT -> "percent";
            case PER_MILLE -> "per-mille";
            case TENTHS -> "tenths";
            case BASIS_POINTS -> "basis-points";
            case POINTS -> "points";
            default -> "times";
        };
        for (int k = 0; k < scaled.length; k++) {
            switch (kind) {
                case PER_MILLE -> scaled[k] = values[k].movePointLeft(1);
                case TENTHS -> scaled[k] = values[k].movePointRight(1);
                case BASIS_POINTS -> scaled[k] = values[k].movePointLeft(2);
                default -> {
                }
            }
        }
        Span[] cores = cores(numbers, low, high);
        if (kind == Kind.TENTHS) {
            int more = Glyphs.chineseDigit(p.at(end));
            boolean half = p.at(end) == '半';
            if (values[0].compareTo(BigDecimal.TEN) > 0 || !numbers[0].whole()
                    || numbers[0].arabic() && numbers[0].start() > 0
                            && Glyphs.digit(p.at(numbers[0].start() - 1))) {
                return end;
            }
            if ((more > 0 || half) && numbers.length == 1) {
                if (Glyphs.power(p.at(end + 1)) > 0 || Glyphs.chineseDigit(p.at(end + 1)) >= 0) {
                    return end + 1;
                }
                if (half || Units.at(p.s, end + 1) == null) {
                    scaled[0] = scaled[0].add(BigDecimal.valueOf(half ? 5 : more));
                    end++;
                    cores[0] = new Span(cores[0].start(), end);
                }
            }
        }
        int clause = p.clauseStart(start, 16);
        if (kind == Kind.BASIS_POINTS
                && (p.holds("汇率", clause, start) || p.holds("中间价", clause, start) || p.holds("人民币", clause, start)
                        || p.holds("兑", clause, start))) {
            // Of an exchange rate, a point is a ten-thousandth of the unit of money.
            return end;
        }
        if (kind == Kind.TIMES && p.at(end) == '数' || kind == Kind.PERCENT && p.at(end) == '/') {
            return end;
        }
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = plain(scaled[k]);
        }
        return rates.add(start, cores, scaled, over, sign, kind, rule);
    }

    // ---- money ----

    private int money(int start, int sign, Numeral[] numbers, BigDecimal[] values, Figure low, Figure high,
            boolean over) {
        int end = high.end();
        Unit unit = high.unit().meaning();
        int left = p.backSpaces(start);
        var prefix = currency(left);
        if (prefix != null && Glyphs.letter(prefix.word().charAt(0))
                && Glyphs.letter(p.at(left - prefix.length() - 1))) {
            prefix = null;
        }
        String currency = unit.name();
        if (prefix != null) {
            if (unit.kind() == Kind.MONEY && !prefix.meaning().name().equals(currency)) {
                return end;
            }
            currency = prefix.meaning().name();
            left -= prefix.length();
        } else {
            left = start;
            // 折合美元约9.6亿元
            var bound = before(left, false);
            var named = bound.bound() == Bound.EXACT ? null : currency(p.backSpaces(bound.edge()));
            if (named != null && unit.kind() == Kind.YUAN) {
                currency = named.meaning().name();
            } else if (named != null && !named.meaning().name().equals(currency)) {
                return end;
            }
        }
        // 3元5角 would be read short; 百亿元级 is a class.
        if (Glyphs.digit(p.at(end)) && "角分毛".indexOf(p.at(end + digitsAt(end))) >= 0 || p.at(end) == '级') {
            return end;
        }
        if (p.at(end) == '/' || p.startsWith("每", end) && PER_UNIT.at(p.s, end + 1) != null) {
            return price(left, numbers, values, low, high, over, currency, prefix != null);
        }
        if (unit.kind() == Kind.YUAN && !numbers[0].arabic() && small(numbers[0])
                && numbers[0].value().compareTo(BigDecimal.TEN) <= 0) {
            // 三元 and 二元 are as often names and words of mathematics.
            return end;
        }
        if (prefix == null && unit.kind() == Kind.YUAN && p.at(high.unitStart() - 1) == '兆') {
            // 兆元 is written in Taiwan; without its name the currency is not certain.
            return end;
        }
        int shares = p.lastIndexOf("每", p.clauseStart(left, 14), left);
        boolean several = shares >= 0 && (p.lastIndexOf("每", p.clauseStart(left, 14), shares) >= 0
                || PER_UNIT.at(p.s, shares + 1) == null
                        && (Glyphs.digit(p.at(shares + 1)) || Glyphs.power(p.at(shares + 1)) > 0));
        if (several) {
            // 每10股派发现金3.5元, 每人每年580元
            return end;
        }
        String each = each(left);
        if (each != null && sign == 0) {
            return prefix != null || numbers[0].form() == Numeral.Form.IMPLIED
                    ? end
                    : things(left, high, numbers, values, low, high, over, high.unit().word() + "/" + each,
                            Count.Kind.MEASURE,
                            "price", end);
        }
        boolean alone = numbers[0].form() == Numeral.Form.IMPLIED;
        var before = before(left, alone);
        var behind = Bounds.behind(p.s, end);
        if (p.at(end) == '起' && "步诉草来码点降跌".indexOf(p.at(end + 1)) < 0) {
            behind = new Bounds.Found(Bound.OVER, end + 1);
        }
        Bound first = before.bound();
        if (first == Bound.EXACT && Bounds.highestBefore(p.s, left)) {
            first = Bound.UNDER;
        }
        Bound bound = Bounds.all(first, behind.bound(), over ? Bound.OVER : Bound.EXACT);
        if (bound == null || alone && first == Bound.EXACT && !over) {
            // 亿元以上项目 names a class of projects.
            return behind.edge();
        }
        String rule = "money";
        if (sign != 0) {
            char further = p.at(left - 1);
            if (sign > 0 || numbers.length == 2 || "为润额(收".indexOf(further) < 0) {
                return end;
            }
            values = new BigDecimal[]{ values[0].negate() };
            rule = "money-negative";
        }
        var span = new Span(Math.min(before.edge(), start), behind.edge());
        Span[] cores = cores(numbers, low, high);
        for (int k = 0; k < numbers.length; k++) {
            Bound b = numbers.length == 1 ? bound : k == 0 ? Bound.OVER : Bound.UNDER;
            p.found.add(new Amount(span, cores[k], plain(values[k]), currency, true, b,
                    numbers.length == 1 ? rule : "money-range"));
        }
        return span.end();
    }

    /** 420元/吨: a price, given as a number in the unit 元/吨. */
    private int price(int left, Numeral[] numbers, BigDecimal[] values, Figure low, Figure high, boolean over,
            String currency,
            boolean prefixed) {
        int end = high.end();
        var per = PER_UNIT.at(p.s, end + 1);
        if (per == null || numbers[0].form() == Numeral.Form.IMPLIED || prefixed && !currency.equals("CNY")) {
            return end + 1;
        }
        int until = end + 1 + per.length();
        if (p.at(until) == '/' || Glyphs.letter(p.at(until)) || p.at(until) == '·') {
            return until;
        }
        String name = high.unit().word() + "/" + per.word();
        return things(left, new Figure(high.number(), high.unit(), high.unitStart()), numbers, values, low, high, over,
                name,
                Count.Kind.MEASURE, "price", until);
    }

    /** The 吨 of 每吨补贴300元, close before {@code end}; null where the money is not for each of something. */
    private String each(int end) {
        int from = p.clauseStart(end, 9);
        int at = p.lastIndexOf("每", from, end);
        if (at < 0) {
            return null;
        }
        var unit = PER_UNIT.at(p.s, at + 1);
        return unit == null || "年月天日次".contains(unit.word()) || unit.word().equals("小时") || unit.word().equals("分钟")
                ? null
                : unit.word();
    }

    /** A number with a power of ten and no unit is money where the words say so, and nothing elsewhere. */
    private int bare(int start, Numeral number) {
        int end = number.end();
        if (number.power() < 4 || start < number.start() || p.damaged(number.start(), end)) {
            return end;
        }
        boolean alone = number.form() == Numeral.Form.IMPLIED;
        int left = p.backSpaces(start);
        var prefix = currency(left);
        boolean stated = prefix != null;
        if (stated) {
            left -= prefix.length();
        }
        var before = before(left, alone);
        var behind = Bounds.behind(p.s, end);
        Bound bound = Bounds.all(before.bound(), behind.bound(), number.over() ? Bound.OVER : Bound.EXACT);
        if (bound == null || alone && bound == Bound.EXACT) {
            return end;
        }
        char next = p.at(behind.edge());
        boolean ends = next == '\0' || "，。；、 ,;)!！\n】”左的".indexOf(next) >= 0;
        if (next == '的' || next == '级' || next == '、' && lexesNext(behind.edge() + 1)) {
            ends = false;
        }
        if (p.at(behind.edge()) == '-'
                || p.at(behind.edge()) == '—' && lexer.starts(Math.min(behind.edge() + 1, p.s.length - 1))) {
            return end;
        }
        int k = before.edge();
        for (int n = 0; n < 3; n++) {
            var filler = MONEY_FILLER.before(p.s, k);
            if (filler == null) {
                break;
            }
            k -= filler.length();
        }
        boolean verb = MONEY_VERB.before(p.s, k) != null && !alone;
        boolean noun = MONEY_NOUN.before(p.s, k) != null && "面人名份限差".indexOf(p.at(k - 2)) < 0;
        boolean behindMoney = MONEY_BEHIND.at(p.s, behind.edge()) != null;
        boolean read = stated && ends || noun && ends || verb && (ends || next == '的' || building(behind.edge()))
                || behindMoney;
        if (!read) {
            return end;
        }
        p.found.add(
                new Amount(new Span(before.edge(), behind.edge()), new Span(number.start(), end), plain(number.value()),
                        stated ? prefix.meaning().name() : "CNY", stated, bound, "money-by-context"));
        return behind.edge();
    }

    private Bounds.Found before(int end, boolean alone) {
        var found = Bounds.before(p.s, end, alone);
        return found.edge() < p.floor() ? new Bounds.Found(Bound.EXACT, end) : found;
    }

    /** A currency before the number that does not belong to the value before it. */
    private Words.Entry<Unit> currency(int end) {
        var found = Units.currencyBefore(p.s, end);
        return found == null || end - found.length() < p.floor() ? null : found;
    }

    private boolean lexesNext(int i) {
        return i < p.s.length && lexer.starts(i);
    }

    private static final Words<Boolean> BUILDING = Words
            .of(Map.entry(true, "建设 打造 新建 设立 建 扩建 兴建 改造 用于 投建 在 成立 收购 开工 推进 实施 加码 布局"));

    private boolean building(int i) {
        return BUILDING.at(p.s, i) != null;
    }

    // ---- things ----

    private int count(int start, Numeral[] numbers, BigDecimal[] values, Figure low, Figure high, boolean over) {
        Unit unit = high.unit().meaning();
        int end = high.end();
        String name = unit.name();
        boolean more = over;
        if (name.startsWith("个多")) {
            name = "个" + name.substring(2);
            more = true;
        }
        Count.Kind kind = switch (unit.kind()) {
            case MEASURE -> Count.Kind.MEASURE;
            case DURATION -> Count.Kind.DURATION;
            default -> Count.Kind.THINGS;
        };
        if (kind == Count.Kind.DURATION) {
            return duration(start, numbers, values, low, high, more, name);
        }
        if (p.at(end) == '级' || p.at(end) == '型' && kind == Count.Kind.MEASURE || p.at(end) == '半') {
            return end;
        }
        String rule = kind == Count.Kind.MEASURE ? "measure" : "count";
        if (p.startsWith("/年", end) || p.startsWith("/a", end) && !Glyphs.letter(p.at(end + 2))) {
            end += 2;
        } else if (p.at(end) == '/' || p.at(end) == '·') {
            var per = PER_UNIT.at(p.s, end + 1);
            boolean pair = Glyphs.digit(p.at(end + 1)) && Glyphs.letter(p.at(end - 1));
            if (per == null && !pair || p.at(end) == '·') {
                return end + 1;
            }
            if (per != null) {
                end += 1 + per.length();
                name = name + "/" + per.word();
            }
        }
        if (kind == Count.Kind.THINGS && !countable(start, numbers, high)) {
            return end;
        }
        if (kind == Count.Kind.MEASURE && !numbers[0].arabic() && chineseMeasureDoubtful(numbers[0], high)) {
            return end;
        }
        return things(start, high, numbers, values, low, high, more, name, kind, rule, end);
    }

    private int things(int start, Figure figure, Numeral[] numbers, BigDecimal[] values, Figure low, Figure high,
            boolean over,
            String name, Count.Kind kind, String rule, int end) {
        boolean alone = numbers[0].form() == Numeral.Form.IMPLIED;
        var before = before(start, alone);
        var behind = Bounds.behind(p.s, end);
        Bound first = before.bound();
        int until = behind.edge();
        if (first == Bound.UNDER && p.endsWith("不会有", before.edge() + 3) && p.startsWith("那么", behind.edge())) {
            until = behind.edge() + 3;
        }
        Bound bound = Bounds.all(first, behind.bound(), over ? Bound.OVER : Bound.EXACT);
        if (bound == null || alone && bound == Bound.EXACT) {
            return behind.edge();
        }
        var span = new Span(before.edge(), until);
        Span[] cores = cores(numbers, low, high);
        for (int k = 0; k < numbers.length; k++) {
            Bound b = numbers.length == 1 ? bound : k == 0 ? Bound.OVER : Bound.UNDER;
            int coreEnd = k == numbers.length - 1 ? end : cores[k].end();
            p.found.add(new Count(span, new Span(cores[k].start(), coreEnd), plain(values[k]), name, kind, b,
                    numbers.length == 1 ? rule : rule + "-range"));
        }
        return span.end();
    }

    private boolean names(int i) {
        return NAMES.at(p.s, i) != null;
    }

    private static boolean small(Numeral number) {
        return number.end() - number.start() <= 2 && number.power() == 0;
    }

    /** 三公里 counts, 九江, 万达, 二元 do not reach this point; 一米线, 两米 stay out for want of certainty. */
    private boolean chineseMeasureDoubtful(Numeral number, Figure figure) {
        return p.at(number.start()) == '一' && number.end() - number.start() == 1
                || p.at(number.start()) == '二' && number.end() - number.start() == 1
                || number.end() - number.start() == 1 && figure.unit().length() == 1
                        && figure.unit().word().charAt(0) != '吨'
                        && figure.unit().word().charAt(0) != '亩';
    }

    private boolean countable(int start, Numeral[] numbers, Figure figure) {
        Numeral number = numbers[numbers.length - 1];
        int i = numbers[0].start();
        char before = p.at(i - 1);
        if (before == '前' || before == '头' && !number.arabic() || before == '每') {
            return false;
        }
        if (numbers[0].arabic()) {
            boolean year = i + 4 == numbers[0].end() && number.power() == 0
                    && (p.s[i] == '1' && p.at(i + 1) == '9' || p.s[i] == '2' && p.at(i + 1) == '0')
                    && "部本次场".indexOf(figure.unit().word().charAt(0)) >= 0;
            return !year && !(figure.unit().word().equals("起") && "日月号点分".indexOf(before) >= 0)
                    && number.value().signum() > 0 && (number.whole() || number.power() > 0 || fractional(figure));
        }
        if (numbers[0].form() == Numeral.Form.IMPLIED) {
            return true;
        }
        if ("数几好多第老小初".indexOf(before) >= 0 || number.value().signum() <= 0) {
            return false;
        }
        if (names(i)) {
            // One thing is counted where something is said to grow by it or to have it alone.
            boolean one = p.at(i) == '一' && number.end() - i == 1 && ("个条座台家项名所艘架辆").indexOf(p.at(i + 1)) >= 0;
            boolean counted = p.endsWith("增加", i) || p.endsWith("新增", i) || p.endsWith("仅", i) || p.endsWith("只有", i)
                    || p.endsWith("仅有", i) || p.endsWith("各", i) || p.endsWith("共", i);
            return one && counted && p.at(number.end() + figure.unit().length()) != '个';
        }
        if (p.at(i) == '一' && number.end() - i == 1) {
            boolean counted = p.endsWith("增加", i) || p.endsWith("新增", i) || p.endsWith("只有", i) || p.endsWith("仅有", i)
                    || p.endsWith("各", i);
            return counted && "批些定系体次种".indexOf(figure.unit().word().charAt(0)) < 0;
        }
        if (p.at(i) == '二' && number.end() - i == 1) {
            return false;
        }
        if (p.startsWith("四处", i)) {
            char next = p.at(i + 2);
            return "的有共及和等建成设".indexOf(before) >= 0 && FANNING_OUT.indexOf(next) < 0;
        }
        char unit = figure.unit().word().charAt(0);
        if (figure.unit().length() == 1 && small(number)) {
            boolean quoted = before == '“' && p.at(figure.end()) == '”';
            return "个家项条座台名所艘架辆件套间栋幢户款类种只张份部场次人".indexOf(unit) >= 0 && !quoted
                    && !(unit == '次' && "产会大".indexOf(p.at(figure.end())) >= 0) && !(unit == '人' && before == '“')
                    && !(unit == '家' && "渠店村庄湾桥子坪沟河".indexOf(p.at(figure.end())) >= 0)
                    && !(unit == '台' && "县山区".indexOf(p.at(figure.end())) >= 0)
                    && !(unit == '部' && "门委曲".indexOf(p.at(figure.end())) >= 0)
                    && !(unit == '类' && number.value().intValue() < 4 && "医".indexOf(p.at(figure.end())) >= 0);
        }
        return true;
    }

    /** Units of which a statistic may state a part. */
    private static boolean fractional(Figure figure) {
        return "股".equals(figure.unit().word()) || "标箱".equals(figure.unit().word());
    }

    // ---- durations ----

    private static final Words<Boolean> AROUND_YEARS = Words.of(Map.entry(true,
            "期 期间为 期为 为 约 超 超过 连续 历时 未来 过去 的 长达 用了 经过 至少 不少于 不低于 耗时 为期 周期 建设周期 合计 持续 已 满 逾 最长 不超过 此后 今后 今后的 未来的 过去的 运营 经营 合作 服务 工期 用 将 共 租期 有效期 期限 限 长 寿命 可达"));

    private int duration(int start, Numeral[] numbers, BigDecimal[] values, Figure low, Figure high, boolean over,
            String name) {
        int end = high.end();
        Numeral number = numbers[numbers.length - 1];
        char next = p.at(end);
        String word = high.unit().word();
        if (p.startsWith("一遇", end) || next == '级' || next == '代' || next == '版' || next == '半' || next == '度'
                || next == '制'
                || number.power() > 0
                || p.at(start - 1) == '近' || p.at(start - 1) == '每' || p.at(start - 1) == '这' || p.at(start - 1) == '那'
                || number.form() == Numeral.Form.IMPLIED) {
            return end;
        }
        if (word.equals("分") || word.equals("日") && !(numbers[0].arabic()) || word.equals("秒") && p.at(start - 1) == '分'
                || word.equals("载") || word.equals("余年")
                || word.equals("周年") || word.equals("季")) {
            return end;
        }
        if (name.endsWith("时间")) {
            name = name.substring(0, name.length() - 2);
        }
        if (word.equals("日")) {
            boolean span = !Glyphs.digit(next) && "内后前游".indexOf(next) >= 0
                    || AROUND_YEARS.before(p.s, start) != null && next != '，' && !Glyphs.digit(next);
            if (!span) {
                return end;
            }
        }
        if (!numbers[0].arabic()
                && (p.at(number.start()) == '一' && number.end() - number.start() == 1 || names(number.start())
                        || "数几好多第".indexOf(p.at(number.start() - 1)) >= 0)) {
            return end;
        }
        if (values[values.length - 1].compareTo(BigDecimal.valueOf(1500)) > 0
                && (word.equals("年") || word.equals("个月"))) {
            return end;
        }
        if (word.equals("年") && numbers.length == 1) {
            int years = number.whole() ? number.value().intValue() : 1;
            boolean few = !number.whole() || years <= (number.arabic() ? 9 : 10);
            boolean said = "期来内后前间以左".indexOf(next) >= 0 || AROUND_YEARS.before(p.s, start) != null
                    || before(start, false).bound() != Bound.EXACT || over;
            if (!few && !said || Glyphs.chineseDigit(next) > 0 && !number.arabic()) {
                return end;
            }
        }
        return things(start, high, numbers, values, low, high, over, name, Count.Kind.DURATION, "duration", end);
    }

    // ---- products ----

    /** In 2×100万千瓦: where the second factor starts; -1 where this is no product. */
    private int multiplier(Numeral number) {
        int k = number.end();
        char c = p.at(k);
        boolean sign = c == '×' || c == '*' || (c == 'x' || c == 'X') && Glyphs.digit(p.at(k + 1));
        return sign && Glyphs.digit(p.at(p.skipSpaces(k + 1))) ? p.skipSpaces(k + 1) : -1;
    }

    private static final Words<Boolean> POWER_UNITS = Words
            .of(Map.entry(true, "千瓦 兆瓦 吉瓦 MW Mw mw GW kW KW MVA kVA KVA 千伏安 兆伏安 MWp GWh MWh 兆瓦时"));

    /** So many machines of so much each: only for power, for elsewhere a product may be a size (3×5米). */
    private int product(Numeral factor, int second) {
        Numeral number = lexer.at(second);
        Figure figure = number.readable() ? figure(number) : null;
        if (figure == null || figure.unit() == null || multiplier(number) > 0) {
            int k = number.end();
            while (multiplier(new Numeral(k, k, null, 0, Numeral.Form.NONE, false)) > 0) {
                k = lexer.at(multiplier(new Numeral(k, k, null, 0, Numeral.Form.NONE, false))).end();
            }
            return k;
        }
        boolean power = POWER_UNITS.at(p.s, figure.unitStart()) != null && p.at(figure.end()) != '级';
        boolean few = factor.whole() && factor.power() == 0 && !factor.over() && !number.over()
                && factor.value().compareTo(BigDecimal.valueOf(50)) <= 0;
        if (!power || !few || rangeSign(figure.end()) > 0 || p.at(figure.end()) == '+'
                || p.at(factor.start() - 1) == '+'
                || p.damaged(factor.start(), figure.end())) {
            return figure.end();
        }
        var whole = new Numeral(factor.start(), number.end(), factor.value().multiply(number.value()), number.power(),
                Numeral.Form.ARABIC, false);
        var read = new Figure(whole, figure.unit(), figure.unitStart());
        return things(factor.start(), read, new Numeral[]{ whole }, new BigDecimal[]{ whole.value() }, read, read,
                false,
                figure.unit().meaning().name(), Count.Kind.MEASURE, "product", figure.end());
    }

    /** Without trailing zeros behind the point, and never in powers of ten. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
