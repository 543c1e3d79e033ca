package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check}: what it lists, what it counts, when it fails. And what {@code load} stores passes it. */
class CheckVerbTest {
    private static final Path SHAPES = Path.of("src/test/resources/shapes");

    @TempDir
    Path folder;

    @Test
    void aFileThatConformsIsCountedAndNothingIsListed() {
        Told told = Told.by("check", SHAPES.resolve("Value/valid-example.ttl").toString());
        assertEquals(0, told.exit(), told.err());
        assertEquals("", told.out());
        assertEquals("0 articles, 1 other graph, 4 nodes checked: no rule is broken\n", told.err());
    }

    @Test
    void aBrokenRuleIsListedWithNodeRuleAndRemedy() {
        String file = SHAPES.resolve("MonetaryAmount/invalid-below-zero.ttl").toString();
        Told told = Told.by("check", file);
        assertEquals(1, told.exit());
        assertEquals(file + """
                : default graph
                  doc/0123456789abcdef/amount/a1
                    rule   MonetaryAmount, schema:value
                    found  "-1.0"
                    wrong  Data value -1.0 is not greater than or equal to 0
                    do     Give a value of at least 0.
                """, told.out());
        assertEquals("0 articles, 1 other graph, 4 nodes checked: 1 place in 1 of them breaks a rule\n", told.err());
    }

    @Test
    void manyFilesAreCheckedAndEachProblemCounts() throws IOException {
        Path torn = Files.writeString(folder.resolve("torn.ttl"), "<urn:a:b> <urn:a:c> .\n");
        Path other = Files.writeString(folder.resolve("notes.txt"), "nothing");
        Told told = Told.by("check", SHAPES.resolve("Value/valid-example.ttl").toString(), torn.toString(),
                other.toString(), folder.resolve("absent.trig").toString(),
                SHAPES.resolve("Value/invalid-without-bound.ttl").toString());
        assertEquals(1, told.exit());
        assertTrue(told.out().contains("rule   Value, jw:bound"), told.out());
        assertTrue(told.err().contains("torn.ttl: not checked: line 1, column 21"), told.err());
        assertTrue(told.err().contains("notes.txt: not checked: the name tells no format of RDF"), told.err());
        assertTrue(told.err().contains("absent.trig: not checked: no such file or folder"), told.err());
        assertTrue(told.err().endsWith("1 place in 1 of them breaks a rule; 3 files not checked\n"), told.err());
    }

    /** No rule speaks of IRIs elsewhere: to call them good would be wrong. */
    @Test
    void aFileThatNoRuleSpeaksOfIsNotPraised() throws IOException {
        String text = Files.readString(SHAPES.resolve("Value/invalid-without-bound.ttl"))
                .replace(Iris.DEFAULT_BASE, "http://localhost:3330/");
        Path moved = Files.writeString(folder.resolve("moved.ttl"), text);
        Told told = Told.by("check", moved.toString());
        assertEquals(1, told.exit());
        assertTrue(told.err().contains("say where by --base"), told.err());
        Told based = Told.by("check", moved.toString(), "--base", "http://localhost:3330/");
        assertEquals(1, based.exit());
        assertTrue(based.out().contains("rule   Value, jw:bound"), based.out());
    }

    @Test
    void wrongUsageIsTold() {
        assertEquals(2, Told.by("check").exit());
        assertEquals(2, Told.by("check", "x.ttl", "--base", "nowhere").exit());
        assertEquals(74, Told.by("check", "--db", folder.resolve("absent").toString()).exit());
    }

    /** Whatever pages come in, damaged and hostile ones too: what was stored and exported conforms. */
    @Test
    void whatLoadStoresConforms() {
        String db = folder.resolve("db").toString();
        PreparedStore.ready(folder.resolve("db"));
        Told load = Told.by("load", "src/main/resources/demo", "src/test/resources/pages",
                "src/test/resources/cases/tongliao-damaged-page", "src/test/resources/cases/yichun-range",
                "src/test/resources/cases/jingwan-results", "src/test/resources/cases/longyang-coffee", "--db", db);
        assertTrue(load.exit() <= 1, load.err());
        Told told = Told.by("check", "--db", db);
        assertEquals("", told.out());
        assertEquals(0, told.exit(), told.err());
        assertTrue(told.err().matches("\\d\\d+ articles, 3 other graphs, \\d{4,} nodes checked: no rule is broken\n"),
                told.err());
        String all = folder.resolve("all.trig").toString();
        assertEquals(0, Told.by("export", "--db", db, "--out", all).exit());
        Told file = Told.by("check", all);
        assertEquals(told.err(), file.err());
        assertEquals(0, file.exit());
    }

    /** The evidence of an article is checked together with its facts: one without the other would be broken. */
    @Test
    void aStoreThatHoldsABrokenArticleIsToldOf() throws IOException {
        Path db = folder.resolve("db");
        Graph whole = RDFParser.fromString(Files.readString(SHAPES.resolve("Value/valid-example.ttl")), Lang.TURTLE)
                .toGraph();
        Graph evidence = GraphFactory.createDefaultGraph();
        Graph facts = GraphFactory.createDefaultGraph();
        whole.stream().forEach(
                t -> (t.toString().contains("/span/") || t.toString().contains("/raw") ? evidence : facts).add(t));
        assertFalse(evidence.isEmpty());
        var sound = new ArticleGraph("0123456789abcdef", Iris.standard(), facts, evidence);
        try (var store = KnowledgeStore.open(db)) {
            store.put(List.of(sound));
        }
        assertEquals(0, Told.by("check", "--db", db.toString()).exit());

        Node bound = NodeFactory.createURI(Iris.standard().namespace() + "bound");
        facts.find(Node.ANY, bound, Node.ANY).toList().forEach(facts::delete);
        try (var store = KnowledgeStore.open(db)) {
            store.put(List.of(sound));
        }
        Told told = Told.by("check", "--db", db.toString());
        assertEquals(1, told.exit());
        assertEquals("""
                doc/0123456789abcdef
                  doc/0123456789abcdef/amount/a1
                    rule   Value, jw:bound
                    wrong  jw:bound is missing, at least 1 needed. 缺少 jw:bound，至少需要 1 个。
                    do     State jw:bound.
                """, told.out());
        assertTrue(told.err().startsWith("1 article, 1 other graph, "), told.err());

        // Two, where one is allowed.
        Node amount = NodeFactory.createURI(Iris.standard().base() + "doc/0123456789abcdef/amount/a1");
        for (String code : List.of("EXACT", "ABOUT")) {
            facts.add(amount, bound, NodeFactory.createURI(Iris.standard().base() + "code/bound/" + code));
        }
        try (var store = KnowledgeStore.open(db)) {
            store.put(List.of(sound));
        }
        String twice = Told.by("check", "--db", db.toString()).out();
        assertTrue(twice.contains("wrong  There are 2 of jw:bound, at most 1 allowed. jw:bound 有 2 个，至多允许 1 个。\n"),
                twice);
    }
}
