package org.jingwei.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How well extracted facts agree with gold facts. Rows are micro-averages: hits, predicted and gold items are summed
 * over all articles. {@value #FACTS} sums the counted rows. Wrong numbers are predicted amounts, counts and indicators
 * whose source text is that of a gold number while the value differs.
 */
public final class Scorecard {
    /** The row that sums the counted ones. */
    public static final String FACTS = "FACTS";
    /** What wrong numbers are called in listings and thresholds. */
    public static final String WRONG_NUMBERS = "wrong numbers";

    private final int articles;
    private final int unanswered;
    private final List<Row> rows;
    private final List<Finding> findings;

    private Scorecard(int articles, int unanswered, List<Row> rows, List<Finding> findings) {
        this.articles = articles;
        this.unanswered = unanswered;
        this.rows = List.copyOf(rows);
        this.findings = List.copyOf(findings);
    }

    /** @throws IllegalArgumentException when a document is not in the flat form; the message names the article */
    public static Scorecard of(List<Pair> pairs) {
        var rows = new ArrayList<Row>();
        var findings = new ArrayList<Finding>();
        Row facts = new Row(FACTS, false, 0, 0, 0);
        for (RowRule rule : RowRules.all()) {
            Row row = new Row(rule.name(), rule.counted(), 0, 0, 0);
            for (Pair pair : pairs) {
                RowRule.Matched matched = match(rule, pair);
                row = row.plus(new Row(rule.name(), rule.counted(), matched.hits(),
                        matched.hits() + matched.spurious().size(), matched.hits() + matched.missed().size()));
                matched.missed().forEach(
                        item -> findings.add(new Finding(rule.name(), pair.article(), Finding.Kind.MISSED, item)));
                matched.spurious().forEach(
                        item -> findings.add(new Finding(rule.name(), pair.article(), Finding.Kind.SPURIOUS, item)));
            }
            rows.add(row);
            facts = rule.counted() ? facts.plus(row) : facts;
        }
        rows.add(facts);
        for (Pair pair : pairs) {
            Values.wrong(pair).forEach(
                    item -> findings.add(new Finding(WRONG_NUMBERS, pair.article(), Finding.Kind.WRONG_NUMBER, item)));
        }
        return new Scorecard(pairs.size(), (int) pairs.stream().filter(Pair::unanswered).count(), rows, findings);
    }

    private static RowRule.Matched match(RowRule rule, Pair pair) {
        try {
            return rule.match(pair);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(pair.article() + ": " + e.getMessage(), e);
        }
    }

    /** All rows in the order of the table, {@value #FACTS} last. */
    public List<Row> rows() {
        return rows;
    }

    public Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    public int articles() {
        return articles;
    }

    /** How many articles have gold and no prediction. */
    public int unanswered() {
        return unanswered;
    }

    public int wrongNumbers() {
        return errors(WRONG_NUMBERS).size();
    }

    /** Disagreements of all rows whose name contains {@code kind}, row by row, article by article, missed ones first. */
    public List<Finding> errors(String kind) {
        return findings.stream().filter(finding -> finding.row().contains(kind)).toList();
    }

    /** The table for people, lines ended by LF. Counted rows carry a star. */
    public String table() {
        var table = new StringBuilder();
        table.append(articles).append(" articles, ").append(unanswered).append(" without a prediction\n");
        table.append(String.format(Locale.ROOT, "%-34s %6s %6s %6s %5s\n", "", "P", "R", "F1", "gold"));
        for (Row row : rows) {
            String mark = row.counted() ? "*" : row.name().equals(FACTS) ? "" : " ";
            table.append(String.format(Locale.ROOT, "%-34s %6s %6s %6s %5d\n", mark + row.name(),
                    thousandths(row.precision()), thousandths(row.recall()), thousandths(row.f1()), row.gold()));
        }
        return table.append(WRONG_NUMBERS).append(": ").append(wrongNumbers()).append('\n').toString();
    }

    /** The same as plain values for JSON. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("articles", articles);
        map.put("absent", unanswered);
        map.put("wrong_numbers", wrongNumbers());
        var table = new LinkedHashMap<String, Object>();
        for (Row row : rows) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("p", row.precision());
            figures.put("r", row.recall());
            figures.put("f1", row.f1());
            figures.put("gold", row.gold());
            table.put(row.name(), figures);
        }
        map.put("rows", table);
        return map;
    }

    /** The exact binary value rounded once, a tie to the even digit. */
    private static String thousandths(double ratio) {
        return new BigDecimal(ratio).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }
}
