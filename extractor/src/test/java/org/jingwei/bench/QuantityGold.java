package org.jingwei.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Bound;
import org.jingwei.quantity.Notation;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.QuantityReader;
import org.jingwei.quantity.Rate;
import org.jingwei.quantity.ReadingContext;
import org.jingwei.source.Json;

/**
 * Prints how many of the stated values of a gold folder are read from their articles: of each amount, count and
 * indicator, the words given as its text are looked up in the article, and a quantity read there must have the value,
 * the unit and the bound. Arguments: the folder with one JSON file an article, and the file with one article a line;
 * {@code --all} lists what was read in every article instead.
 */
public final class QuantityGold {
    private QuantityGold() {}

    private enum Outcome {
        RIGHT, UNREAD, OTHER_BOUND, OTHER_UNIT, WRONG, NOT_IN_TEXT
    }

    public static void main(String[] arguments) throws IOException, Json.Malformed {
        if (arguments.length < 2) {
            System.err.println("usage: QuantityGold GOLD_FOLDER ARTICLES_JSONL [--all]");
            System.exit(2);
        }
        var articles = new LinkedHashMap<String, Map<?, ?>>();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            var article = (Map<?, ?>) Json.read(line);
            articles.put((String) article.get("id"), article);
        }
        if (arguments.length > 2) {
            articles.values().forEach(QuantityGold::list);
            return;
        }
        var files = new ArrayList<Path>();
        try (var listed = Files.list(Path.of(arguments[0]))) {
            listed.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        }
        var totals = new LinkedHashMap<Outcome, Integer>();
        int all = 0;
        for (Path file : files) {
            var gold = (Map<?, ?>) Json.read(Files.readString(file));
            var article = articles.get((String) gold.get("id"));
            if (article == null) {
                System.out.println(gold.get("id") + " is not among the articles: left out");
                continue;
            }
            var passages = List.of(read(article, "title"), read(article, "text"));
            for (String kind : List.of("amounts", "counts", "indicators")) {
                for (Object item : (List<?>) gold.get(kind)) {
                    var stated = (Map<?, ?>) item;
                    Outcome outcome = outcome(stated, passages);
                    totals.merge(outcome, 1, Integer::sum);
                    all++;
                    if (outcome != Outcome.RIGHT) {
                        System.out.printf("%s %s %s: %s %s %s %s%n", gold.get("id"), kind, outcome, stated.get("text"),
                                stated.get("value"),
                                stated.get("unit") == null ? stated.get("currency") : stated.get("unit"),
                                stated.get("bound"));
                    }
                }
            }
        }
        System.out.println(totals);
        System.out.printf("read as stated: %d of %d, %.2f %%%n", totals.getOrDefault(Outcome.RIGHT, 0), all,
                100.0 * totals.getOrDefault(Outcome.RIGHT, 0) / all);
    }

    private record Passage(String text, List<Quantity> read) {}

    private static ReadingContext context(Map<?, ?> article) {
        return new ReadingContext(Optional.ofNullable((String) article.get("published")).map(LocalDate::parse));
    }

    private static Passage read(Map<?, ?> article, String field) {
        String text = article.get(field) == null ? "" : (String) article.get(field);
        return new Passage(text, new QuantityReader().read(text, context(article)));
    }

    private static void list(Map<?, ?> article) {
        for (String field : List.of("title", "text")) {
            var passage = read(article, field);
            for (var quantity : passage.read()) {
                int from = Math.max(0, quantity.span().start() - 12);
                int to = Math.min(passage.text().length(), quantity.span().end() + 8);
                System.out.printf("%s\t%s\t%s\t…%s[%s]%s…%n", article.get("id"), quantity.rule(), Notation.of(quantity),
                        passage.text().substring(from, quantity.span().start()).replace('\n', ' '),
                        quantity.span().of(passage.text()),
                        passage.text().substring(quantity.span().end(), to).replace('\n', ' '));
            }
        }
    }

    private static Outcome outcome(Map<?, ?> stated, List<Passage> passages) {
        String wanted = ((String) stated.get("text")).replace(" ", "");
        var best = Outcome.NOT_IN_TEXT;
        for (Passage passage : passages) {
            var places = new ArrayList<Integer>();
            var squeezed = new StringBuilder();
            for (int i = 0; i < passage.text().length(); i++) {
                if (passage.text().charAt(i) != ' ') {
                    squeezed.append(passage.text().charAt(i));
                    places.add(i);
                }
            }
            for (int at = squeezed.indexOf(wanted); at >= 0; at = squeezed.indexOf(wanted, at + 1)) {
                int start = places.get(at);
                int end = places.get(at + wanted.length() - 1) + 1;
                best = better(best, Outcome.UNREAD);
                for (Quantity quantity : passage.read()) {
                    if (!(quantity instanceof Period) && !(quantity instanceof Occasion)
                            && quantity.core().start() < end
                            && start < quantity.core().end()) {
                        best = better(best, compare(stated, quantity));
                    }
                }
            }
        }
        return best;
    }

    private static Outcome better(Outcome one, Outcome other) {
        var order = List.of(Outcome.NOT_IN_TEXT, Outcome.UNREAD, Outcome.WRONG, Outcome.OTHER_UNIT, Outcome.OTHER_BOUND,
                Outcome.RIGHT);
        return order.indexOf(one) >= order.indexOf(other) ? one : other;
    }

    private static Outcome compare(Map<?, ?> stated, Quantity quantity) {
        var value = new BigDecimal(stated.get("value").toString());
        var unit = (String) (stated.get("currency") == null ? stated.get("unit") : stated.get("currency"));
        var bound = Bound.valueOf((String) stated.get("bound"));
        BigDecimal read;
        String readUnit;
        Bound readBound;
        switch (quantity) {
            case Amount a -> {
                read = a.value();
                readUnit = a.currency();
                readBound = a.bound();
            }
            case Numbered c -> {
                read = c.value();
                readUnit = c.unit();
                readBound = c.bound();
            }
            case Rate r -> {
                read = r.value();
                readUnit = r.unit().sign();
                readBound = r.bound();
            }
            case Period p -> throw new IllegalStateException("a period is no value");
            case Occasion o -> throw new IllegalStateException("a holiday is no value");
        }
        if (read.compareTo(value) != 0) {
            return Outcome.WRONG;
        }
        if (unit != null && !unit.equals(readUnit)) {
            return Outcome.OTHER_UNIT;
        }
        return bound == readBound ? Outcome.RIGHT : Outcome.OTHER_BOUND;
    }
}
