package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingwei.quantity.Unit.Kind;
import org.jingwei.source.Span;

/**
 * Reads a cell of a table whose unit stands in a header: 地区生产总值（亿元） over 1,234.5. A cell with a unit of its own
 * (3.2%, 12亿元) is read by itself. What is no plain number (—, …, 3.2*, (3.2)) or has no certain unit is not read.
 *
 * <p>Stateless and safe for threads.
 */
public final class CellReader {
    private static final Words<Rate.Kind> KINDS = Words.of(
            Map.entry(Rate.Kind.AVERAGE_GROWTH, "年均增长 年均增速 年均增长率 年均增幅 平均增长 复合增长率"),
            Map.entry(Rate.Kind.GROWTH, "增长 增速 增幅 增长率 增减 增减幅 同比 环比 涨幅 涨跌幅 升降 比上年 变化率 增降"),
            Map.entry(Rate.Kind.SHARE, "占比 比重 份额 构成 贡献率"));
    private static final List<String> FALLS = List.of("降幅", "跌幅", "下降");
    private static final List<String> RISES = List.of("上升", "增长", "增加", "上涨", "升降", "增降", "涨跌");
    private static final List<String> PLACES = List.of("位次", "排名", "名次", "位居");
    /** What makes a header one of how far something moved. */
    private static final List<String> MOVES = List.of("变化", "变动", "升降", "上升", "下降", "提升", "前进", "后退", "进位", "增减", "±");
    /** Of a fall that itself grew or shrank. */
    private static final List<String> OF_FALLS = List.of("收窄", "扩大", "变化", "变动");
    /** Columns that the unit of the whole table does not reach. */
    private static final Words<Boolean> OWN_UNIT = Words.of(Map.entry(true,
            "年份 月份 日期 时间 序号 编号 代码 行次 比重 占比 占全 增速 增幅 增长 增减 降幅 涨幅 跌幅 同比 环比 比上年 较上年 份额 指数 倍数 人均"));
    /** Columns of things, which a unit of money does not reach. */
    private static final Words<Boolean> THINGS = Words.of(Map.entry(true, "人口 户数 家数 个数 人数 企业数 单位数 项目数 面积 产量 销量 用电量"));
    private static final Set<String> ALONE = Set.of("年", "月", "年度", "月度", "季度");

    private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(1500);

    /** A unit as a header names it, with its power of ten. */
    private record Named(Unit unit, String name, int power) {}

    /**
     * The value of a cell.
     *
     * @param headers what stands over and beside it, the outermost first: the table's 单位：亿元, then the column's header;
     *                the innermost that names a unit counts
     * @param cell    its text; the spans of the value count in it
     * @return empty where the value is not certain
     */
    public Optional<Quantity> read(List<String> headers, String cell, ReadingContext context) {
        char[] s = Glyphs.fold(cell);
        int start = 0;
        int end = s.length;
        while (start < end && s[start] == ' ') {
            start++;
        }
        while (end > start && s[end - 1] == ' ') {
            end--;
        }
        BigDecimal value = plainNumber(s, start, end);
        if (value == null) {
            // 3.2% under 下降: how the sign goes is not written.
            return itself(cell, start, end, context).filter(
                    read -> !(read instanceof Rate rate && rate.kind() == Rate.Kind.PLAIN
                            && headers.stream().anyMatch(header -> any(FALLS, header))));
        }
        for (int k = headers.size() - 1; k >= 0; k--) {
            char[] header = Glyphs.fold(headers.get(k));
            if (ranks(headers.get(k))) {
                return any(MOVES, headers.get(k)) ? Optional.empty() : rank(value, new Span(start, end));
            }
            var unit = unit(header);
            if (unit != null && k < headers.size() - 1 && ownUnit(headers.getLast(), unit.unit())) {
                return Optional.empty();
            }
            if (unit != null) {
                return quantity(value, unit, String.join(" ", headers), new Span(start, end));
            }
            if (namesSeveral(header)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Digits, grouped in threes or not, with a sign and a point at most; else null. */
    private static BigDecimal plainNumber(char[] s, int start, int end) {
        boolean signed = start < end && (s[start] == '-' || s[start] == '+');
        int from = signed ? start + 1 : start;
        if (from >= end || end - from > 24 || !Glyphs.digit(s[from])) {
            return null;
        }
        var number = new NumeralLexer(s).at(from);
        if (!number.readable() || number.end() != end || number.power() > 0 || number.over()) {
            return null;
        }
        return signed && s[start] == '-' ? number.value().negate() : number.value();
    }

    private static Optional<Quantity> itself(String cell, int start, int end, ReadingContext context) {
        var read = new QuantityReader().read(cell, context);
        boolean whole = read.size() == 1 && read.getFirst().span().start() == start
                && read.getFirst().span().end() == end && !(read.getFirst() instanceof Period);
        return whole ? Optional.of(read.getFirst()) : Optional.empty();
    }

    /** Whether a column names something else than what the whole table counts: 年份, 企业数, 增速 under 单位：亿元. */
    private static boolean ownUnit(String header, Unit ofTable) {
        char[] s = Glyphs.fold(header.strip());
        for (int k = 0; k < s.length; k++) {
            if (OWN_UNIT.at(s, k) != null || ofTable.money() && THINGS.at(s, k) != null) {
                return true;
            }
        }
        char last = s.length == 0 ? '\0' : s[s.length - 1];
        return last == '率' || last == '倍' || ALONE.contains(header.strip());
    }

    private static boolean any(List<String> words, String header) {
        return words.stream().anyMatch(header::contains);
    }

    private static boolean ranks(String header) {
        return PLACES.stream().anyMatch(header::contains);
    }

    private static Optional<Quantity> rank(BigDecimal value, Span span) {
        boolean place = value.signum() > 0 && value.stripTrailingZeros().scale() <= 0;
        return place
                ? Optional.of(new Rate(span, span, Numeral.plain(value), Rate.Unit.RANK, Rate.Kind.RANK, Bound.EXACT,
                        "table-cell"))
                : Optional.empty();
    }

    /** The unit of 产值（亿元）, 单位：万吨, 金额/万元, 增速%; null where none is named, or more than one. */
    private static Named unit(char[] header) {
        String text = new String(header).replace(" ", "");
        int open = text.lastIndexOf('(');
        int close = text.lastIndexOf(')');
        if (open >= 0 && close > open + 1) {
            String inside = text.substring(open + 1, close);
            if (text.lastIndexOf("单位:", open) >= 0 && !text.endsWith("单位:(" + inside + ")")) {
                // 单位:亿元(新台币)
                return null;
            }
            var named = named(inside.startsWith("单位:") ? inside.substring(3) : inside);
            if (named != null) {
                return named;
            }
        }
        int colon = text.lastIndexOf("单位:");
        if (colon >= 0) {
            return named(text.substring(colon + 3));
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return named(text.substring(slash + 1));
        }
        return text.endsWith("%") ? named("%") : null;
    }

    private static boolean namesSeveral(char[] header) {
        String text = new String(header);
        return text.contains("单位:") && unit(header) == null;
    }

    private static Named named(String words) {
        char[] s = words.startsWith("±") ? words.substring(1).toCharArray() : words.toCharArray();
        int exponent = 0;
        int last = 0;
        for (int k = 0; k < s.length; k++) {
            var unit = Units.at(s, k);
            if (unit != null && k + unit.length() == s.length) {
                return new Named(unit.meaning(), unit.meaning().name(), exponent);
            }
            if (unit != null && s[k + unit.length()] == '/' && unit.meaning().money()
                    && s.length > k + unit.length() + 1) {
                return new Named(new Unit(Kind.MEASURE, ""), new String(s, k, s.length - k), exponent);
            }
            int power = Glyphs.power(s[k]);
            if (power == 0 || power <= last) {
                return null;
            }
            exponent += power;
            last = power < 4 ? 0 : power;
        }
        return null;
    }

    private static Optional<Quantity> quantity(BigDecimal cell, Named named, String header, Span span) {
        Unit unit = named.unit();
        BigDecimal value = Numeral.plain(cell.movePointRight(named.power()));
        return switch (unit.kind()) {
            case MONEY, YUAN ->
                Optional.of(new Amount(span, span, value, unit.name(), true, Bound.EXACT, "table-cell"));
            case THINGS -> value.signum() < 0 || value.scale() > 0
                    ? Optional.empty()
                    : Optional.of(new Count(span, span, value, named.name(), Bound.EXACT, "table-cell"));
            case MEASURE -> Optional.of(new Measure(span, span, value, named.name(), Bound.EXACT, "table-cell"));
            case DURATION -> value.signum() < 0 || header.contains("时间") || header.contains("年份")
                    || unit.name().equals("年") && value.compareTo(MOST_YEARS) > 0
                            ? Optional.empty()
                            : Optional.of(new Duration(span, span, value, named.name(), Bound.EXACT, "table-cell"));
            case PERCENT -> ratio(value, Rate.Unit.PERCENT, header, span);
            case PER_MILLE -> ratio(value.movePointLeft(1), Rate.Unit.PERCENT, header, span);
            case POINTS -> ratio(value, Rate.Unit.PERCENTAGE_POINT, header, span);
            case BASIS_POINTS -> ratio(value.movePointLeft(2), Rate.Unit.PERCENTAGE_POINT, header, span);
            case TIMES -> ratio(value, Rate.Unit.TIMES, header, span);
            case TENTHS, NONE -> Optional.empty();
        };
    }

    private static Optional<Quantity> ratio(BigDecimal value, Rate.Unit unit, String header, Span span) {
        Rate.Kind kind = Rate.Kind.PLAIN;
        boolean either = any(FALLS, header) && any(RISES, header);
        boolean falls = any(FALLS, header) && !either;
        if (any(OF_FALLS, header) && (falls || either || header.contains("增幅") || header.contains("涨幅"))) {
            return Optional.empty();
        }
        if (either) {
            // 上升或下降(%), 增长(+)或下降(-)%: the sign is in the cell.
            kind = Rate.Kind.GROWTH;
        } else if (falls) {
            if (value.signum() < 0) {
                return Optional.empty();
            }
            kind = Rate.Kind.GROWTH;
        } else if (unit != Rate.Unit.TIMES) {
            char[] s = Glyphs.fold(header);
            for (int k = 0; k < s.length; k++) {
                var found = KINDS.at(s, k);
                if (found != null) {
                    kind = found.meaning();
                    break;
                }
            }
        }
        BigDecimal signed = falls ? value.negate() : value;
        return Optional.of(new Rate(span, span, signed, unit, kind, Bound.EXACT, "table-cell"));
    }
}
