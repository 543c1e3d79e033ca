package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table into a store, as its users meet it. All tables and articles but the shipped one are invented. */
class ImportStatsTest {
    private static final String SHIPPED = "src/main/resources/statistics/nbs-grp-2015-2019";
    private static final String MAPPING = """
            name = qingchuan-2024
            title = 青川统计月报
            publisher = 青川市统计局
            edition = 初步核算
            licence = https://stats.example.org/licence
            region = column 地区 as name
            period = constant 2023
            [figure]
            indicator = constant 地区生产总值
            transformation = constant N
            value = column 数值
            unit = constant 亿元
            """;

    @TempDir
    static Path shared;
    private static PreparedStore prepared;

    @TempDir
    Path folder;
    private String db;

    @BeforeAll
    static void prepare() {
        prepared = PreparedStore.in(shared);
    }

    @BeforeEach
    void place() {
        db = folder.resolve("db").toString();
    }

    @Test
    void aTableIsTakenOutByItsName() throws IOException {
        imported("地区,数值\n江苏省,100\n");
        shipped();
        Told none = Told.by("import-stats", "--remove", "grp", "--db", db);
        assertEquals(Exit.WRONG_USAGE, none.exit());
        assertTrue(none.err().contains("no table grp") && none.err().contains("nbs-grp-2015-2019, qingchuan-2024"),
                none.err());
        assertEquals(Exit.WRONG_USAGE, Told.by("import-stats", "--remove", "qingchuan-2024", "--db", db, "--mapping",
                "x").exit());
        Told removed = Told.by("import-stats", "--remove", "qingchuan-2024", "--db", db);
        assertEquals(Exit.DONE, removed.exit(), removed.err());
        assertTrue(removed.err().contains("graph/statistics/qingchuan-2024 removed"), removed.err());
        try (var store = KnowledgeStore.openExisting(Path.of(db))) {
            assertEquals(List.of("nbs-grp-2015-2019"), store.statistics());
            store.read(dataset -> {
                assertFalse(dataset.find().hasNext() && dataset.stream().anyMatch(
                        quad -> quad.toString().contains("statistics/qingchuan-2024")), "something is left");
                return null;
            });
        }
        assertEquals(310, count("nbs-grp-2015-2019"));
    }

    private long count(String table) {
        try (var store = KnowledgeStore.openExisting(Path.of(db))) {
            return store.read(dataset -> dataset.stream(store.iris().graph("statistics/" + table), Node.ANY,
                    org.apache.jena.vocabulary.RDF.type.asNode(), store.iris().term("OfficialObservation")).count());
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Told shipped() {
        return Told.by("import-stats", SHIPPED + ".csv", "--mapping", SHIPPED + ".mapping", "--db", db);
    }

    private Told imported(String table) throws IOException {
        return Told.by("import-stats", file("table.csv", table), "--mapping", file("table.mapping", MAPPING), "--db",
                db);
    }

    /** The statements of each graph by its name. None has blank nodes: equal sets are equal graphs. */
    private Map<String, Set<Triple>> graphs() {
        try (var store = KnowledgeStore.openExisting(Path.of(db))) {
            return store.read((DatasetGraph dataset) -> {
                Map<String, Set<Triple>> graphs = new TreeMap<>();
                dataset.find().forEachRemaining(quad -> {
                    assertFalse(quad.getSubject().isBlank() || quad.getObject().isBlank(), quad::toString);
                    graphs.computeIfAbsent(quad.getGraph().getURI().replace(store.iris().base(), ""),
                            name -> new HashSet<>()).add(quad.asTriple());
                });
                return graphs;
            });
        }
    }

    private static void assertSame(Map<String, Set<Triple>> expected, Map<String, Set<Triple>> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, graph) -> assertTrue(graph.equals(actual.get(name)), name));
    }

    @Test
    void theShippedTableIsPlacedWholeAndTwiceIsOnce() {
        Told told = shipped();
        assertEquals(Exit.DONE, told.exit(), told.err());
        assertEquals("155 rows read, 310 figures placed, 0 unplaced; " + db
                + ": graph/statistics/nbs-grp-2015-2019 added\n", told.err());
        assertEquals("", told.out());
        Map<String, Set<Triple>> once = graphs();
        Told again = shipped();
        assertEquals(Exit.DONE, again.exit());
        assertTrue(again.err().endsWith("already there\n"), again.err());
        assertSame(once, graphs());
        Told asked = Told.by("query", "official/figures", "--db", db, "-p", "region=海南省", "-p", "period=2019",
                "--format", "csv");
        assertEquals(3, asked.out().lines().count(), asked.out());
        assertTrue(asked.out().contains("5330.8"), asked.out());
        Told all = Told.by("query", "official/figures", "--db", db, "--format", "csv");
        assertEquals(311, all.out().lines().count());
    }

    /** An article that agrees with the shipped table, but for one number. */
    @Test
    void thePlantedDisagreementIsFlaggedAndNoOther() throws IOException {
        prepared.copy(Path.of(db));
        shipped();
        String article = file("article.txt", """
                各地年度经济数据回顾

                本报讯 2021年3月2日，记者从会上获悉，2019年海南省地区生产总值5330.8亿元，同比增长5.8%。
                2019年甘肃省地区生产总值8718亿元，同比增长6.2%。
                2018年贵州省地区生产总值1.54万亿元，同比增长9.4%。
                2019年云南省地区生产总值超过2.3万亿元，同比增长8.1%。
                """);
        Told loaded = Told.by("load", article, "--db", db);
        assertEquals(Exit.DONE, loaded.exit(), loaded.err());
        Told asked = Told.by("query", "official/against-news", "--db", db, "--format", "csv");
        List<String> rows = asked.out().lines().skip(1).toList();
        assertEquals(8, rows.size(), asked.out());
        List<String> flagged = rows.stream().filter(row -> !row.contains(",agrees,")).toList();
        assertEquals(1, flagged.size(), asked.out());
        assertTrue(flagged.getFirst().matches("贵州省,地区生产总值,2018,.*,9.4,增长9.4%,exact,9.1,0.3,.*,differs,.*"),
                flagged.getFirst());
        Told narrowed = Told.by("query", "official/against-news", "--db", db, "--format", "csv", "-p",
                "verdict=differs");
        assertEquals(flagged, narrowed.out().lines().skip(1).toList());
        // what news says is not mixed with what offices say
        Told news = Told.by("query", "indicators/figures", "--db", db, "--format", "csv", "-p",
                "indicator=地区生产总值");
        assertEquals(8, news.out().lines().skip(1).count(), news.out());
    }

    @Test
    void anotherEditionTakesThePlaceOfItsOwnGraphOnly() throws IOException {
        prepared.copy(Path.of(db));
        shipped();
        assertEquals(Exit.DONE, imported("地区,数值\n常州市,100\n苏州市,200\n").exit());
        Map<String, Set<Triple>> before = graphs();
        Told told = imported("地区,数值\n常州市,101\n");
        assertTrue(told.err().endsWith("graph/statistics/qingchuan-2024 replaced\n"), told.err());
        Map<String, Set<Triple>> after = graphs();
        Set<Triple> own = after.remove("graph/statistics/qingchuan-2024");
        assertFalse(own.equals(before.remove("graph/statistics/qingchuan-2024")));
        assertTrue(own.stream().noneMatch(triple -> triple.toString().contains("region/320500")), "苏州市 is gone");
        assertEquals(before.remove("graph/catalog").size(), after.remove("graph/catalog").size());
        assertSame(before, after);
    }

    @Test
    void whatIsNotPlacedIsListedBesideTheStore() throws Exception {
        prepared.copy(Path.of(db));
        Told told = imported("地区,数值\n常州市,100\n鼓楼区,5\n苏州市,1.2*\n无锡市,…\n");
        assertEquals(Exit.SOME_REJECTED, told.exit());
        Path list = folder.resolve("db-qingchuan-2024-unplaced.jsonl");
        String last = told.err().lines().reduce((a, b) -> b).orElseThrow();
        assertEquals("4 rows read, 1 figure placed, 2 unplaced, 1 missing; " + db
                + ": graph/statistics/qingchuan-2024 added; see " + list, last);
        List<String> lines = Files.readAllLines(list);
        assertEquals(2, lines.size());
        Map<?, ?> first = (Map<?, ?>) Json.read(lines.getFirst());
        assertEquals(List.of("file", "line", "column", "text", "why", "remedy"), List.copyOf(first.keySet()));
        assertEquals("鼓楼区", first.get("text"));
        assertTrue(first.get("why").toString().contains("region/320106"), first::toString);
        assertTrue(told.err().contains("table.csv:4: 数值: \"1.2*\" is no plain number"), told.err());
        // a run that places all takes the list away
        assertEquals(Exit.DONE, imported("地区,数值\n常州市,100\n").exit());
        assertFalse(Files.exists(list));
    }

    @Test
    void aTableOfWhichNothingIsPlacedChangesNothing() throws IOException {
        Told told = imported("地区,数值\n青川新市,100\n");
        assertEquals(Exit.SOME_REJECTED, told.exit());
        assertTrue(told.err().contains("0 figures placed, 1 unplaced; " + db + " was not changed"), told.err());
        assertFalse(Files.exists(Path.of(db)));
    }

    @Test
    void wrongUsageIsOneLineWithItsPlace() throws IOException {
        String table = file("table.csv", "地区,数值\n常州市,100\n");
        Told mapping = Told.by("import-stats", table, "--mapping", file("bad.mapping", "name = x\ntitel = y\n"), "--db",
                db);
        assertEquals(Exit.WRONG_USAGE, mapping.exit());
        assertEquals(1, mapping.err().lines().count(), mapping.err());
        assertTrue(mapping.err().contains("bad.mapping:2: the key \"titel\" is not known"), mapping.err());
        Told column = Told.by("import-stats", table, "--mapping",
                file("other.mapping", MAPPING.replace("数值", "金额")), "--db", db);
        assertEquals(Exit.WRONG_USAGE, column.exit());
        assertTrue(column.err().contains("no column \"金额\"") && column.err().contains("地区, 数值"), column.err());
        Told missing = Told.by("import-stats", "no/such.csv", "--mapping", table, "--db", db);
        assertEquals(Exit.IO, missing.exit());
        assertEquals(1, missing.err().lines().count(), missing.err());
        assertFalse(Files.exists(Path.of(db)));
    }
}
