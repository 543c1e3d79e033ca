package org.jingwei.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.QuantityReader;
import org.jingwei.quantity.Rate;
import org.jingwei.quantity.ReadingContext;

/** What repair makes of damage done to clean paragraphs. */
final class DamageMeasure {
    private static final ReadingContext DAY = new ReadingContext(Optional.of(LocalDate.of(2024, 11, 29)));

    private final ChineseScript script;
    /** What went wrong, in words, at most a few hundred. */
    final List<String> failures = new ArrayList<>();

    int glosses;
    int glossesLeft;
    int textsChangedOtherwise;

    int runs;
    int found;
    int realigned;
    int right;
    int lostInside;
    int edgesGuessed;
    int edgesRight;
    int values;
    int invented;

    DamageMeasure(ChineseScript script) {
        this.script = script;
    }

    private void fail(String words) {
        if (failures.size() < 400) {
            failures.add(words);
        }
    }

    String repaired(String text) {
        return new Repairs(script).repair(MappedText.of(text, 0, text.length())).toString();
    }

    void glosses(String clean, Damage damage) {
        for (Damage.Gloss kind : Damage.Gloss.values()) {
            var damaged = damage.gloss(clean, kind, kind == Damage.Gloss.WHOLE_WORD ? 12 : 6);
            String repaired = repaired(damaged.text());
            glosses += damaged.glosses();
            if (!repaired.equals(clean)) {
                int left = brackets(repaired) - brackets(clean);
                glossesLeft += Math.abs(left);
                textsChangedOtherwise += left <= 0 ? 1 : 0;
                fail("gloss " + kind + " " + difference(clean, repaired));
            }
        }
    }

    private static int brackets(String text) {
        return (int) text.chars().filter(c -> c == '(' || c == '（').count();
    }

    private static String difference(String want, String got) {
        int i = 0;
        while (i < want.length() && i < got.length() && want.charAt(i) == got.charAt(i)) {
            i++;
        }
        return want.substring(Math.max(0, i - 8), Math.min(want.length(), i + 12)) + " / "
                + got.substring(Math.max(0, i - 8), Math.min(got.length(), i + 16));
    }

    void misframings(String clean, Damage damage, Set<String> stated) {
        var damaged = damage.misframe(clean);
        var repairs = new Repairs(script);
        String repaired = repairs.repair(MappedText.of(damaged.text(), 0, damaged.text().length())).toString();
        boolean run = damaged.misread() >= 2;
        runs += run ? 1 : 0;
        var change = repairs.changes().stream().filter(c -> c.kind() == Repair.Kind.MISFRAMED_BYTES)
                .filter(c -> c.from() == damaged.at()).findFirst();
        String there = damaged.text().substring(damaged.at() - 2,
                Math.min(damaged.text().length(), damaged.at() + damaged.misread() + 3));
        if (change.isEmpty()) {
            if (run) {
                fail("missing " + there + " was "
                        + clean.substring(damaged.at() - 2,
                                Math.min(clean.length(), damaged.at() + damaged.misread() + 3)));
            }
        } else {
            found += run ? 1 : 0;
            String got = change.get().restored();
            if (got.charAt(0) != Article.LOST) {
                edgesGuessed++;
                boolean same = got.charAt(0) == clean.charAt(damaged.at());
                edgesRight += same ? 1 : 0;
                if (!same) {
                    fail("supplied " + got.charAt(0) + " for " + clean.charAt(damaged.at()) + " "
                            + difference(clean, repaired));
                }
            }
            int wrong = 0;
            for (int i = 1; i < got.length() && i <= damaged.misread() && got.charAt(i) != Article.LOST; i++) {
                realigned++;
                wrong += got.charAt(i) == clean.charAt(damaged.at() + i) ? 0 : 1;
            }
            int whole = (int) got.chars().skip(1).filter(c -> c != Article.LOST).count();
            lostInside += Math.max(0, damaged.misread() - 1 - whole);
            right -= wrong;
            if (wrong > 0 || run && damaged.misread() - 1 - whole > 0) {
                fail("realigned " + there + " to " + got + " was "
                        + clean.substring(damaged.at(),
                                Math.min(clean.length(), damaged.at() + damaged.misread() + 1)));
            }
        }
        Set<String> read = values(repaired);
        values += read.size();
        for (String value : read) {
            if (!stated.contains(value) && !value.equals("inferred")) {
                invented++;
                fail("invented " + value + " in " + there + " " + difference(clean, repaired));
            }
        }
    }

    int right() {
        return realigned + right;
    }

    /** The values of a text, without their places; an inferred date is only {@code inferred}. */
    Set<String> values(String text) {
        var values = new HashSet<String>();
        for (Quantity quantity : new QuantityReader().read(Characters.narrowed(script.toSimplified(text)), DAY)) {
            values.add(switch (quantity) {
                case Amount amount -> amount.value().stripTrailingZeros().toPlainString() + " " + amount.currency();
                case Numbered count -> count.value().stripTrailingZeros().toPlainString() + " " + count.unit();
                case Rate rate -> rate.value().stripTrailingZeros().toPlainString() + " " + rate.unit();
                // What context supplied to a date is not of the page.
                case Period period -> period.inferred() ? "inferred" : period.notation();
                case Occasion occasion -> occasion.supplied().isEmpty() ? occasion.notation() : "inferred";
            });
        }
        return values;
    }

    @Override
    public String toString() {
        return glossesLeft + " of " + glosses + " glosses left, " + textsChangedOtherwise + " texts changed otherwise; "
                + found + " of " + runs + " runs found; " + right() + " of " + realigned + " characters right, "
                + lostInside + " lost; " + edgesRight + " of " + edgesGuessed + " first characters right; " + invented
                + " of " + values + " values invented";
    }
}
