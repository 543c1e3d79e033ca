package org.jingwei.table;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.CellReader;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.quantity.ReadingContext;

/** Reads cells of values, and nothing into them: what is not a plain number in a known unit is not read. */
final class Cells {
    /** As the bureaus print what is not there. */
    private static final Set<String> NOTHING = Set.of("", "-", "--", "–", "—", "——", "―", "…", "……", "...", "......");
    /** 1234.5, 1,234.5, 1 234.5; a sign may stand in front. */
    private static final Pattern NUMBER = Pattern
            .compile("([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(\\.\\d+)?");
    /** 100①, 12²: marks of footnotes, which would be digits once they are made plain. */
    private static final Pattern MARK = Pattern.compile("[\\p{No}\\p{Nl}\\p{Lm}]");
    /** The index of a growth: what the year, month or quarter before was is 100. */
    private static final Pattern INDEX = Pattern.compile("(上年|上年同期|上年同月|上年同季|上月|上季|上季度|上期) ?= ?100");
    private static final BigDecimal BASE = BigDecimal.valueOf(100);

    private final CellReader reader = new CellReader();

    Cell read(String cell, String unit, Transformation transformation) {
        String text = plain(cell);
        if (NOTHING.contains(text)) {
            return new Cell.Missing();
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || MARK.matcher(cell).find()) {
            return new Cell.Unread("\"" + cell.strip() + "\" is no plain number",
                    "Leave the number alone in the cell, without marks or units; leave a cell without a number blank.");
        }
        String fraction = number.group(3) == null ? "" : number.group(3);
        BigDecimal stated = new BigDecimal(number.group(1) + number.group(2).replaceAll("[, ]", "") + fraction);
        BigDecimal last = BigDecimal.ONE.movePointLeft(Math.max(0, fraction.length() - 1));
        if (INDEX.matcher(plain(unit)).matches()) {
            return index(stated, last, unit, transformation);
        }
        if (isGrowth(transformation) && !plain(unit).equals("%")) {
            return new Cell.Unread("growth is in %, or an index (上年=100), and not in " + unit,
                    "Correct the unit or the transformation.");
        }
        Optional<Quantity> value = quantity(stated.toPlainString(), unit);
        Optional<Quantity> one = quantity("1", unit);
        return value.isPresent() && one.isPresent()
                ? new Cell.Number(size(value.get()), unit(value.get()), stated, size(one.get()).multiply(last), false)
                : new Cell.Unread(text + " in the unit \"" + unit + "\" cannot be read",
                        "Correct the number, or the unit: 亿元, 万美元, 万人, 吨, %, 上年=100.");
    }

    /** Whether values can be in this unit, or are indices of this kind. */
    boolean isUnit(String words) {
        return INDEX.matcher(plain(words)).matches() || quantity("1", words).isPresent();
    }

    private static boolean isGrowth(Transformation transformation) {
        return switch (transformation) {
            case GY, G1, GAVG -> true;
            case N, DIFF -> false;
        };
    }

    private static Cell index(BigDecimal stated, BigDecimal last, String unit, Transformation transformation) {
        Transformation said = plain(unit).startsWith("上年") ? Transformation.GY : Transformation.G1;
        if (transformation != said) {
            return new Cell.Unread(unit + " makes it an index of " + said + ", but the transformation is "
                    + transformation, "Correct the unit or the transformation.");
        }
        return stated.signum() <= 0
                ? new Cell.Unread("an index is more than 0", "Correct the cell; if it holds a rate, correct the unit.")
                : new Cell.Number(stated.subtract(BASE), "%", stated, last, true);
    }

    private Optional<Quantity> quantity(String number, String unit) {
        return reader.read(List.of("数值（" + unit + "）"), number, ReadingContext.NONE);
    }

    private static BigDecimal size(Quantity quantity) {
        return switch (quantity) {
            case Amount amount -> amount.value();
            case Rate rate -> rate.value();
            case Numbered numbered -> numbered.value();
            case Period period -> throw new IllegalStateException("read as a period: " + period);
            case Occasion occasion -> throw new IllegalStateException("read as an occasion: " + occasion);
        };
    }

    private static String unit(Quantity quantity) {
        return switch (quantity) {
            case Amount amount -> amount.currency();
            case Rate rate -> rate.unit().sign();
            case Numbered numbered -> numbered.unit();
            case Period period -> throw new IllegalStateException("read as a period: " + period);
            case Occasion occasion -> throw new IllegalStateException("read as an occasion: " + occasion);
        };
    }

    /** Without white space around it, full-width characters made narrow, the minus of typesetters a hyphen. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00a0]+", " ").strip()
                .replace('\u2212', '-');
    }
}
