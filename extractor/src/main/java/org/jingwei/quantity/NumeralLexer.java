package org.jingwei.quantity;

import static org.jingwei.quantity.Glyphs.chequeDigit;
import static org.jingwei.quantity.Glyphs.chineseDigit;
import static org.jingwei.quantity.Glyphs.digit;
import static org.jingwei.quantity.Glyphs.power;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jingwei.quantity.Numeral.Form;

/** Reads the number that starts at a place, in Arabic, Chinese or mixed numerals. Every character is looked at once. */
final class NumeralLexer {
    private static final int LONGEST = 18;
    /** Units that begin with a power of ten. */
    private static final Words<Boolean> UNIT_WITH_POWER = Words
            .of(Map.entry(true, "千瓦 千克 千米 千伏 千卡 千赫 千帕 千焦 百帕 百分 千分 万分"));
    private static final Words<Boolean> MONEY_OF_TRILLIONS = Words.of(Map.entry(true, "元 新台币 台币 日元 日圆 韩元 韩圆 美元"));
    private static final Set<Character> AFTER_OVER_YUAN = Set.of('化', '素', '文', '论', '主', '一', '统', '共', '性', '的', '体',
            '发');

    private final char[] s;

    NumeralLexer(char[] folded) {
        s = folded;
    }

    boolean starts(int i) {
        char c = s[i];
        return digit(c) || chineseDigit(c) >= 0 || power(c) > 0 || cheque(c, i) > 0;
    }

    /** The number at {@code i}, where one {@link #starts}. */
    Numeral at(int i) {
        if (digit(s[i])) {
            return arabic(i);
        }
        return cheque(s[i], i) > 0 ? cheque(i) : chinese(i);
    }

    /** The digit of a cheque that {@code c} is at {@code i}, or -1: 参 is 3 where a power of ten follows. */
    private int cheque(char c, int i) {
        return c == '参' && "十拾百千万".indexOf(peek(i + 1)) >= 0 && i + 1 < s.length ? 3 : chequeDigit(c);
    }

    private char peek(int i) {
        return i >= 0 && i < s.length ? s[i] : '\0';
    }

    private int digits(int i) {
        int j = i;
        while (j < s.length && digit(s[j])) {
            j++;
        }
        return j;
    }

    private Numeral arabic(int i) {
        int j = digits(i);
        var text = new StringBuilder(LONGEST + 8);
        boolean sound = j - i <= LONGEST;
        if (sound) {
            text.append(s, i, j - i);
        }
        if (peek(j) == ',' && digit(peek(j + 1))) {
            // Thousands are set off in threes, all of them, or the commas separate something else.
            boolean grouped = j - i <= 3 && s[i] != '0';
            while (peek(j) == ',' && digit(peek(j + 1))) {
                int k = digits(j + 1);
                grouped &= k - j - 1 == 3;
                if (grouped && text.length() <= LONGEST) {
                    text.append(s, j + 1, 3);
                }
                j = k;
            }
            sound &= grouped && text.length() <= LONGEST;
        } else if (j - i > 1 && s[i] == '0') {
            sound = false;
        }
        if (peek(j) == '.' && digit(peek(j + 1))) {
            int k = digits(j + 1);
            sound &= k - j <= LONGEST;
            if (sound) {
                text.append(s, j, k - j);
            }
            j = k;
            while (peek(j) == '.' && digit(peek(j + 1))) {
                sound = false;
                j = digits(j + 1);
            }
        }
        if (!sound) {
            return Numeral.none(i, j);
        }
        return scaled(i, j, new BigDecimal(text.toString()), Form.ARABIC);
    }

    /** Takes in 多, 余 and powers of ten behind the digits that end at {@code j}. */
    private Numeral scaled(int i, int j, BigDecimal digits, Form form) {
        boolean over = false;
        int k = j;
        if (peek(k) == ' ' && power(peek(k + 1)) >= 4 && form == Form.ARABIC) {
            k++;
        }
        if (peek(k) == '几' || peek(k) == '数') {
            return Numeral.none(i, k + 1);
        }
        if (over(k)) {
            over = true;
            k++;
        }
        int exponent = 0;
        int large = 0;
        while (k < s.length) {
            int p = power(s[k]);
            if (p == 0 || p == 1 || UNIT_WITH_POWER.at(s, k) != null || form == Form.CHINESE && p < 4) {
                break;
            }
            if (p <= large || p < 4 && exponent > 0) {
                return Numeral.none(i, run(k));
            }
            if (p >= 4) {
                large = p;
            }
            exponent += p;
            k++;
        }
        if (exponent == 0 && peek(k) == '个') {
            int hundreds = hundredMillions(k);
            if (hundreds > k) {
                return new Numeral(i, hundreds, digits.movePointRight(8), 8, form, over || peek(k + 1) == '多');
            }
        }
        if (exponent == 0 && peek(k) == '兆' && MONEY_OF_TRILLIONS.at(s, k + 1) != null) {
            exponent = 12;
            k++;
        }
        if (exponent == 0) {
            return new Numeral(i, over ? k : j, digits, 0, form, over);
        }
        var value = digits.movePointRight(exponent);
        if (form == Form.ARABIC && !over && large == 0 && digit(peek(k))) {
            return mixed(i, k, value, exponent);
        }
        if (over(k)) {
            over = true;
            k++;
        } else if (form == Form.ARABIC && !over && digit(peek(k))) {
            var rest = remainder(k, large);
            if (rest != null) {
                return new Numeral(i, rest.end(), value.add(rest.value()), rest.power(), form, rest.over());
            }
        }
        return new Numeral(i, k, value, exponent, form, over);
    }

    /** Where 个亿 or 个多亿 ends that makes a sum of the number before it; {@code k} where it counts things (3个亿元项目). */
    private int hundredMillions(int k) {
        int power = peek(k + 1) == '多' ? k + 2 : k + 1;
        char next = peek(power + 1);
        boolean sum = peek(power) == '亿' && power(next) == 0 && chineseDigit(next) < 0 && !digit(next)
                && "元级美欧日港人吨平立斤以".indexOf(next) < 0;
        return sum || peek(power) == '亿' && next == '\0' ? power + 1 : k;
    }

    /** 3千5百万, 2千3百: digits each with its power of ten, and 万 or 亿 behind them all. */
    private Numeral mixed(int i, int from, BigDecimal head, int above) {
        var value = head;
        int k = from;
        int last = above;
        while (digit(peek(k)) && !digit(peek(k + 1)) && power(peek(k + 1)) > 0
                && power(peek(k + 1)) < Math.min(last, 4)) {
            last = power(peek(k + 1));
            value = value.add(BigDecimal.valueOf(peek(k) - '0').movePointRight(last));
            k += 2;
        }
        if (digit(peek(k)) || k == from) {
            return Numeral.none(i, run(k));
        }
        int large = power(peek(k));
        if (large >= 4) {
            return new Numeral(i, k + 1, value.movePointRight(large), large, Form.ARABIC, over(k + 1))
                    .stretched(over(k + 1));
        }
        return large > 0 ? Numeral.none(i, run(k)) : new Numeral(i, k, value, last, Form.ARABIC, false);
    }

    /** The 5000万 of 3亿5000万, the 2000 of 1万2000元; null when the digits begin something else. */
    private Numeral remainder(int k, int above) {
        int j = digits(k);
        String figures = new String(s, k, Math.min(j - k, 5));
        if (j - k == 1 && peek(j) == ',' && digits(j + 1) == j + 4) {
            figures += new String(s, j + 1, 3);
            j += 4;
        }
        if (figures.length() > 4) {
            return null;
        }
        var value = new BigDecimal(figures);
        if (above == 8 && power(peek(j)) == 4) {
            int end = j + 1;
            boolean over = over(end);
            return new Numeral(k, over ? end + 1 : end, value.movePointRight(4), 4, Form.ARABIC, over);
        }
        if (above == 8 && peek(j) == '千' && peek(j + 1) == '万' && j - k == 1) {
            return new Numeral(k, j + 2, value.movePointRight(7), 4, Form.ARABIC, false);
        }
        if (above == 4 && j - k == 1 && peek(j) == '千' && UNIT_WITH_POWER.at(s, j) == null && power(peek(j + 1)) == 0) {
            var rest = digit(peek(j + 1)) ? mixed(k, j + 1, value.movePointRight(3), 3) : null;
            return rest == null
                    ? new Numeral(k, j + 1, value.movePointRight(3), 3, Form.ARABIC, false)
                    : rest.readable() && rest.power() < 4 ? rest : null;
        }
        if (above == 4 && j - k == 4 && peek(j) != '年' && peek(j) != '.' && peek(j) != '-') {
            return new Numeral(k, j, value, 0, Form.ARABIC, false);
        }
        return null;
    }

    private boolean over(int k) {
        char c = peek(k);
        if (c == '余') {
            return true;
        }
        if (c != '多') {
            return c == '来' && k > 0 && power(s[k - 1]) > 0 && power(s[k - 1]) < 4 && !digit(peek(k - 2));
        }
        return !(peek(k + 1) == '元' && AFTER_OVER_YUAN.contains(peek(k + 2))) && "边功晶样方云媒层维种地次".indexOf(peek(k + 1)) < 0
                || peek(k + 1) == '种' || peek(k + 1) == '次' || peek(k + 1) == '层';
    }

    /** Where a run of Chinese number characters that starts before {@code k} ends. */
    private int run(int k) {
        while (k < s.length && (chineseDigit(s[k]) >= 0 || power(s[k]) > 0 || digit(s[k]))) {
            k++;
        }
        return k;
    }

    private Numeral chinese(int i) {
        int end = i;
        while (end < s.length && (chineseDigit(s[end]) >= 0 || power(s[end]) > 0)
                && !(power(s[end]) > 0 && end > i && UNIT_WITH_POWER.at(s, end) != null)) {
            end++;
        }
        if (end - i > LONGEST || power(s[i]) > 0 && UNIT_WITH_POWER.at(s, i) != null) {
            return Numeral.none(i, Math.max(end, i + 1));
        }
        if (power(s[i]) >= 2) {
            return implied(i, end);
        }
        long total = 0;
        long section = 0;
        int pending = -1;
        int last = Integer.MAX_VALUE;
        int large = Integer.MAX_VALUE;
        int trailing = 0;
        boolean zero = false;
        for (int k = i; k < end; k++) {
            int d = chineseDigit(s[k]);
            int p = power(s[k]);
            if (d == 0) {
                if (pending >= 0 || k == i && end - i > 1) {
                    return Numeral.none(i, end);
                }
                zero = true;
                if (end - i == 1) {
                    pending = 0;
                }
            } else if (d > 0) {
                if (pending >= 0) {
                    return Numeral.none(i, end);
                }
                pending = d;
            } else if (p < 4) {
                if (p >= last || pending < 0 && (p > 1 || section > 0 && !zero)) {
                    return Numeral.none(i, end);
                }
                section += (pending < 0 ? 1 : pending) * (long) Math.pow(10, p);
                pending = -1;
                last = p;
                zero = false;
            } else {
                if (pending > 0 && last > 1 && last < 4 && !zero) {
                    // 一百二亿 is 102 or 120.
                    return Numeral.none(i, end);
                }
                section += Math.max(pending, 0);
                pending = -1;
                boolean chain = section == 0 && p == 8 && large == 4 && power(s[k - 1]) == 4;
                if (!chain && (section == 0 || p >= large)) {
                    return Numeral.none(i, end);
                }
                total = chain ? total * 100_000_000L : total + section * (p == 4 ? 10_000L : 100_000_000L);
                trailing = chain ? 12 : p;
                section = 0;
                large = p;
                last = Integer.MAX_VALUE;
                zero = false;
            }
            if (p < 4) {
                trailing = 0;
            }
        }
        if (pending > 0) {
            // 一百五 is 150 in speech, a slip in print.
            char before = peek(end - 2);
            if (end - i > 1 && power(before) > 1) {
                return Numeral.none(i, end);
            }
        }
        total += section + Math.max(pending, 0);
        var value = BigDecimal.valueOf(total);
        if (peek(end) == '点' && chineseDigit(peek(end + 1)) >= 0 && trailing == 0) {
            return decimals(i, end + 1, value);
        }
        if (digit(peek(end))) {
            return Numeral.none(i, digits(end));
        }
        if (trailing > 0) {
            boolean over = over(end);
            return new Numeral(i, over ? end + 1 : end, value, trailing, Form.CHINESE, over);
        }
        return scaled(i, end, value, Form.CHINESE);
    }

    private Numeral decimals(int i, int from, BigDecimal whole) {
        var text = new StringBuilder(whole.toPlainString()).append('.');
        int k = from;
        while (k < s.length && chineseDigit(s[k]) >= 0 && k - from < LONGEST) {
            text.append((char) ('0' + chineseDigit(s[k++])));
        }
        char next = peek(k);
        if (chineseDigit(next) >= 0 || next == '十' || next == '分' || next == '半' || next == '钟' || next == '点') {
            return Numeral.none(i, run(k));
        }
        return scaled(i, k, new BigDecimal(text.toString()), Form.CHINESE);
    }

    /** 千亿, 百余, 万: one of them. */
    private Numeral implied(int i, int end) {
        int exponent = 0;
        int large = 0;
        int k = i;
        while (k < end) {
            int p = power(s[k]);
            if (p < 2 || p <= large || p < 4 && exponent > 0) {
                return Numeral.none(i, end);
            }
            large = p >= 4 ? p : 0;
            exponent += p;
            k++;
        }
        boolean over = over(k);
        if (over) {
            k++;
            while (k < s.length && power(s[k]) >= 4 && power(s[k]) > large) {
                large = power(s[k]);
                exponent += large;
                k++;
            }
        }
        return new Numeral(i, k, BigDecimal.ONE.movePointRight(exponent), exponent, Form.IMPLIED, over);
    }

    /** 壹佰万, 叁仟贰佰万: at least one power beside the digits, for most of these characters are also surnames. */
    private Numeral cheque(int i) {
        int end = i;
        boolean powers = false;
        var plain = new StringBuilder();
        while (end < s.length && end - i <= LONGEST) {
            char c = s[end];
            int d = cheque(c, end);
            char simple = d >= 0 ? "零一二三四五六七八九".charAt(d) : c == '拾' ? '十' : power(c) > 0 ? c : '\0';
            if (simple == '\0') {
                break;
            }
            powers |= d < 0;
            plain.append(simple);
            end++;
        }
        if (!powers || plain.length() < 2) {
            return Numeral.none(i, Math.max(end, i + 1));
        }
        var read = new NumeralLexer(plain.toString().toCharArray()).at(0);
        if (!read.readable() || read.end() != plain.length()) {
            return Numeral.none(i, end);
        }
        return new Numeral(i, end, read.value(), read.power(), Form.CHINESE, false);
    }
}
