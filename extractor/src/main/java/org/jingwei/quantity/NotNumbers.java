package org.jingwei.quantity;

import java.util.Map;

/** What the characters around a number show to be no number: codes, ordinals, tails of numbers, scores, versions. */
final class NotNumbers {
    /** Abbreviations that a percentage or an amount follows without a space. */
    private static final Words<Boolean> STATISTIC = Words
            .of(Map.entry(true, "GDP CPI PPI PMI FDI GNP R&D IRR ROE GMV EBITDA ARPU GVA LPR EPS M2 ROI"));

    private final Passage p;
    private final Figures figures;

    NotNumbers(Passage passage, Figures figures) {
        p = passage;
        this.figures = figures;
    }

    /** Letters at the digits make a code of them, unless the letters are a unit or a known abbreviation. */
    boolean code(int i, int end) {
        char before = p.at(i - 1);
        if (Glyphs.letter(before) || before == '_' || before == '#' || before == '@' || before == '·' || before == '№'
                || before == '=' && p.at(i - 2) != '<' && p.at(i - 2) != '>'
                || before == '*' && !Glyphs.digit(p.at(i - 2))) {
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
    int codeEnd(int i) {
        int k = i;
        while (k < p.s.length && (Glyphs.digit(p.s[k]) || Glyphs.letter(p.s[k]) || "-_.@#/·".indexOf(p.s[k]) >= 0)) {
            k++;
        }
        return Math.max(k, i + 1);
    }

    /** Where a number that is not read ends, with what hangs on it by hyphens. */
    int skipped(Numeral number) {
        int to = figures.rangeSign(number.end());
        if (to > 0 && Glyphs.digit(p.at(to)) && p.at(to - 1) == '-') {
            return figures.hyphens(number.end());
        }
        return number.end();
    }

    /** Where the number begins, a sign included; -1 where the characters before it make it part of something else. */
    int signed(int i) {
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

    /** 2、3家 is two or three. */
    private boolean approximate(int i) {
        char low = p.at(i - 2);
        return p.at(i - 1) == '、' && Glyphs.digit(low) && !Glyphs.digit(p.at(i - 3)) && p.at(i - 3) != '.'
                && figures.digits(i) == 1 && p.at(i) == low + 1 && p.at(i + 1) != '.' && p.floor() < i - 1;
    }

    /** Whether the number at {@code i} is the tail of something: of another number, an ordinal, a score, a version. */
    boolean tail(int i) {
        char before = p.at(i - 1);
        char further = p.at(i - 2);
        boolean digits = Glyphs.digit(further) || Glyphs.letter(further);
        if (before == '/' && !p.found.isEmpty() && p.found.getLast().span().end() == i - 1
                && p.found.getLast() instanceof Numbered) {
            return false;
        }
        if (Glyphs.power(before) > 0 && (Glyphs.digit(p.at(i)) || Glyphs.power(before) >= 4)
                || before == '负' || before == '含' && further == '(' || approximate(i)
                || "廿卅拾".indexOf(before) >= 0 && before != '\0'
                || Glyphs.chineseDigit(before) >= 0 && Glyphs.digit(p.at(i))
                || before == '参' && "百千".indexOf(p.at(i)) >= 0) {
            // What could not be read whole is not read in part.
            return true;
        }
        if (before == '、' && Glyphs.chineseDigit(further) > 0 && Glyphs.chineseDigit(p.at(i)) > 0
                && Glyphs.chineseDigit(p.at(i - 3)) < 0 && Glyphs.power(p.at(i - 3)) == 0) {
            // 每一、二小时
            return true;
        }
        if ((before == '.' || before == ',' || before == '，' || before == ':' || before == '/' || before == '×')
                && digits) {
            return before != '，' || Glyphs.digit(further) && (figures.digits(i) == 3 || !decimals(i - 1));
        }
        if (brokenOff(i) || enumerated(i)) {
            return true;
        }
        return before == '第' || before == '每' || before == '/' || before == '.' || Glyphs.digit(before)
                || before == 'o' || before == '×' || p.endsWith("No.", i);
    }

    /** Whether the digits that end before {@code end} have a point of their own: 50.2，3家 are two numbers. */
    private boolean decimals(int end) {
        int k = end;
        while (end - k < 12 && Glyphs.digit(p.at(k - 1))) {
            k--;
        }
        return p.at(k - 1) == '.';
    }

    /** 12. 5亿元, 1 2.5亿元, 12。5亿元, 12'345元: digits and a sign of numbers before it, or nothing but a gap. */
    private boolean brokenOff(int i) {
        int k = i;
        while (i - k < 3 && (p.at(k - 1) == ' ' || p.at(k - 1) == '\n')) {
            k--;
        }
        char sign = p.at(k - 1);
        boolean line = k < i && p.holds("\n", k, i);
        if (Glyphs.digit(sign)) {
            return k < i && p.floor() < k && (!line || cutByLine(k));
        }
        int digits = p.backSpaces(k - 1);
        if (!Glyphs.digit(p.at(digits - 1)) || p.floor() > digits - 1) {
            return false;
        }
        boolean gap = k < i || digits < k - 1;
        return switch (sign) {
            case '.' -> true;
            case ',', '，' -> gap && !line && !decimals(digits);
            case '。', '\'', '’', '`' -> !gap;
            default -> false;
        };
    }

    /** Whether the digits that end a line at {@code end} began inside a sentence: 投资1 and 2.5亿元 on the next. */
    private boolean cutByLine(int end) {
        int k = end;
        while (end - k < 4 && Glyphs.digit(p.at(k - 1))) {
            k--;
        }
        return end - k < 4 && p.at(k - 1) >= '一' && p.at(k - 1) <= '龥';
    }

    /** 30、40家, 20、30万元: what stands before it shares its unit or makes it a guess, and is not read. */
    private boolean enumerated(int i) {
        char joint = p.at(i - 1);
        if (joint != '、' && joint != '和' && joint != '或' && joint != '与' || !Glyphs.digit(p.at(i))
                || p.floor() >= i - 1) {
            return false;
        }
        char last = p.at(i - 2);
        boolean scaled = Glyphs.power(last) > 1 && Glyphs.digit(p.at(i - 3));
        return Glyphs.digit(last) || scaled && !p.holds("分别", p.clauseStart(i, 40), i);
    }
}
