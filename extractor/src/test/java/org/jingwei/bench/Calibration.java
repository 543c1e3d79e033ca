package org.jingwei.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.evaluate.Pair;
import org.jingwei.evaluate.Row;
import org.jingwei.evaluate.Scorecard;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.FlatFacts;
import org.jingwei.rdf.GraphMapper;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.Json;

/**
 * Of the facts read with a confidence, how many are right? Arguments: a folder of gold facts, then the articles. Prints
 * for each kind and confidence the facts read and the share of them that agree with the gold.
 */
final class Calibration {
    private static final Map<Class<? extends Fact>, String> ROWS = Map.of(Fact.Event.class, "event [type,date]",
            Fact.Project.class, "project [name]", Fact.Money.class, "amount [+bound,role,owner]", Fact.Number.class,
            "count [value,bound]", Fact.Indicator.class, "indicator [+what,region,period]", Fact.Role.class,
            "role [person,title,org]", Fact.Cooperation.class, "cooperation [two parties]");

    private Calibration() {}

    public static void main(String[] arguments) throws Exception {
        var gold = new HashMap<String, Map<String, Object>>();
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                @SuppressWarnings("unchecked")
                var facts = (Map<String, Object>) Json.read(Files.readString(file));
                gold.put(file.getFileName().toString().replace(".json", ""), facts);
            }
        }
        var pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        var read = new ArrayList<Outcome.Extracted>();
        try (var pages = Inputs.open(List.of(arguments).subList(1, arguments.length), System.in)) {
            pages.forEach(arrival -> {
                if (arrival instanceof Arrival.Page page && gold.containsKey(page.page().name())
                        && pipeline.run(page.page()) instanceof Outcome.Extracted extracted) {
                    read.add(extracted);
                }
            });
        }
        var buckets = new TreeMap<Double, int[]>();
        var graphs = new GraphMapper(Iris.standard());
        for (var kind : new TreeMap<String, Class<? extends Fact>>(names()).entrySet()) {
            var values = new TreeMap<Double, Integer>();
            read.forEach(page -> page.facts().stream().filter(kind.getValue()::isInstance)
                    .forEach(f -> values.merge(f.evidence().confidence(), 1, Integer::sum)));
            for (var value : values.descendingMap().entrySet()) {
                var pairs = new ArrayList<Pair>();
                for (Outcome.Extracted page : read) {
                    List<Fact> some = page.facts().stream().filter(f -> !kind.getValue().isInstance(f)
                            || f.evidence().confidence() == value.getKey()).toList();
                    pairs.add(new Pair(page.article().raw().name(), gold.get(page.article().raw().name()),
                            FlatFacts.of(graphs.map(page.article(), some, page.links()::of))));
                }
                Row row = Scorecard.of(pairs).rows().stream().filter(r -> r.name().equals(ROWS.get(kind.getValue())))
                        .findFirst().orElseThrow();
                System.out.println(String.format(Locale.ROOT, "%-12s confidence %.3f  read %4d  right %.3f",
                        kind.getKey(), value.getKey(), row.predicted(), share(row.hits(), row.predicted())));
                int[] bucket = buckets.computeIfAbsent(
                        BigDecimal.valueOf(value.getKey()).setScale(1, RoundingMode.HALF_UP).doubleValue(),
                        k -> new int[2]);
                bucket[0] += row.predicted();
                bucket[1] += row.hits();
            }
        }
        buckets.descendingMap().forEach((confidence, counts) -> System.out.println(String.format(Locale.ROOT,
                "all          about %.1f         read %4d  right %.3f", confidence, counts[0],
                share(counts[1], counts[0]))));
    }

    private static Map<String, Class<? extends Fact>> names() {
        var names = new HashMap<String, Class<? extends Fact>>();
        ROWS.keySet().forEach(kind -> names.put(kind.getSimpleName(), kind));
        return names;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
