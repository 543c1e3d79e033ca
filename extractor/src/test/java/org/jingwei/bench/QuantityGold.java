package org.jingwei.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jingwei.article.Article;
import org.jingwei.article.ArticleReader;
import org.jingwei.article.Reading;
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
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;

/**
 * Prints how many of the stated values of a gold folder are read from their articles: of each amount, count and
 * indicator, the words given as its text are looked up in the article, and a quantity read there must have the value,
 * the unit and the bound. The article is first cleaned as the pipeline cleans it. Arguments: the folder with one JSON file an article, and the file with one article a line;
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
        Map<String, List<Passage>> articles = articles(arguments[1]);
        if (arguments.length > 2) {
            articles.forEach((id, passages) -> passages.forEach(passage -> list(id, passage)));
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
            var passages = articles.get((String) gold.get("id"));
            if (passages == null) {
                System.out.println(gold.get("id") + " is not among the articles: left out");
                continue;
            }
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

    /** Title and text of each article by its id, cleaned as the pipeline cleans them, with what is read there. */
    private static Map<String, List<Passage>> articles(String jsonl) throws IOException {
        var articles = new LinkedHashMap<String, List<Passage>>();
        var reader = new ArticleReader(new HanlpScript());
        try (var arrivals = Inputs.open(List.of(jsonl), System.in)) {
            for (Arrival arrival : (Iterable<Arrival>) arrivals::iterator) {
                if (!(arrival instanceof Arrival.Page(RawPage page))) {
                    throw new IOException(arrival.toString());
                }
                switch (reader.read(page)) {
                    case Reading.Read(Article article) -> {
                        var context = new ReadingContext(article.metadata().published());
                        articles.put(page.name(), List.of(passage(article.metadata().title().orElse(""), context),
                                passage(article.text(), context)));
                    }
                    case Reading.Rejected rejected -> System.out.println(page.name() + " is rejected: " + rejected);
                }
            }
        }
        return articles;
    }

    private static Passage passage(String text, ReadingContext context) {
        return new Passage(text, new QuantityReader().read(text, context));
    }

    private static void list(String id, Passage passage) {
        for (var quantity : passage.read()) {
            int from = Math.max(0, quantity.span().start() - 12);
            int to = Math.min(passage.text().length(), quantity.span().end() + 8);
            System.out.printf("%s\t%s\t%s\t…%s[%s]%s…%n", id, quantity.rule(), Notation.of(quantity),
                    passage.text().substring(from, quantity.span().start()).replace('\n', ' '),
                    quantity.span().of(passage.text()),
                    passage.text().substring(quantity.span().end(), to).replace('\n', ' '));
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
