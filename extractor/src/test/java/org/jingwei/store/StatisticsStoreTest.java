package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.StatisticsGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsStoreTest {
    private static final Iris IRIS = Iris.standard();

    @TempDir
    Path temp;

    private static StatisticsGraph statistics(Iris iris, String name, String value, String hash) {
        return new StatisticsGraph(name, iris, graph("<https://s.example/f> <https://s.example/v> " + value + " ."),
                hash.repeat(64), "table.csv");
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    }

    private static TreeSet<String> quads(KnowledgeStore store) {
        return store.read(dataset -> {
            var quads = new TreeSet<String>();
            dataset.find().forEachRemaining(quad -> quads.add(quad.toString()));
            return quads;
        });
    }

    @Test
    void aTableIsAGraphAndALedgerRow() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            assertEquals(StatisticsChange.ADDED, store.putStatistics(statistics(IRIS, "one", "1.50", "a")));
            Node name = IRIS.graph("statistics/one");
            assertTrue(store.<Boolean>read(d -> d.containsGraph(name) && d.getDefaultGraph().isEmpty()));
            assertEquals(5, store.<Integer>read(d -> (int) d.stream(IRIS.graph("catalog"), name, Node.ANY, Node.ANY)
                    .count()).intValue());
            assertEquals(0, store.articles().size(), "a table is no article");
        }
    }

    @Test
    void theSameTableTwiceChangesNothing() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.putStatistics(statistics(IRIS, "one", "1.50", "a"));
            var before = quads(store);
            assertEquals(StatisticsChange.UNCHANGED, store.putStatistics(statistics(IRIS, "one", "1.50", "a")));
            assertEquals(before, quads(store));
        }
    }

    @Test
    void anotherEditionReplacesItsOwnGraphOnly() {
        var article = new ArticleGraph("00000000000000aa", IRIS,
                graph("<https://s.example/f> <https://s.example/v> 1 ."),
                graph(""));
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.put(List.of(article));
            store.putStatistics(statistics(IRIS, "one", "1, 2", "a"));
            store.putStatistics(statistics(IRIS, "two", "1", "a"));
            assertEquals(StatisticsChange.REPLACED, store.putStatistics(statistics(IRIS, "one", "3", "b")));
            try (var fresh = KnowledgeStore.open(temp.resolve("fresh"))) {
                fresh.put(List.of(article));
                fresh.putStatistics(statistics(IRIS, "two", "1", "a"));
                fresh.putStatistics(statistics(IRIS, "one", "3", "b"));
                assertEquals(quads(fresh), quads(store));
            }
        }
    }

    @Test
    void whatCannotBeStoredIsRefusedWhole() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            var blank = new StatisticsGraph("one", IRIS, graph("<https://s.example/f> <https://s.example/v> [] ."),
                    "a".repeat(64), "table.csv");
            assertTrue(assertThrows(StoreException.class, () -> store.putStatistics(blank)).getMessage()
                    .contains("blank node"));
            var other = statistics(Iris.below("https://other.example/"), "one", "1", "a");
            assertTrue(assertThrows(StoreException.class, () -> store.putStatistics(other)).getMessage()
                    .contains("https://other.example/"));
            assertEquals(new TreeSet<>(), quads(store));
        }
    }
}
