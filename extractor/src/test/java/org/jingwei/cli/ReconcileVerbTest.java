package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's tables linked to a store, as users see it. */
class ReconcileVerbTest {
    private static final String PAGE = "src/main/resources/demo/weihai-park.html";

    private static final String TABLE = """
            id,name,type,code,region
            1,苏州,region,,江苏
            2,鼓楼区,region,,南京市
            3,福州市,region,350100,
            4,苏洲市,region,,
            5,云湖市,region,,
            6,南京市,region,320500,
            7,贵州茅台,company,600519,
            8,襄樊市,region,420600,
            9,"江苏省",province,CN-JS,
            """;

    @TempDir
    Path folder;

    private String db;

    @BeforeEach
    void store() {
        Path place = folder.resolve("db");
        KnowledgeStore.open(place).close();
        db = place.toString();
    }

    private record Ran(int exit, byte[] out, String err) {
        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    private static Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Jingwei.run(new Terminal(new ByteArrayInputStream(new byte[0]), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false), arguments);
        return new Ran(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    private Ran reconcile(String... arguments) {
        var all = new ArrayList<>(List.of("reconcile", "--db", db));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String export() {
        return run("export", "--db", db, "--format", "nquads").text();
    }

    private void assertStated(boolean stated, String subject, String property, String object) {
        String line = "<https://w3id.org/jingwei/" + subject + "> <" + property + "> <" + object
                + "> <https://w3id.org/jingwei/graph/identity> .";
        assertEquals(stated, export().lines().anyMatch(line::equals), line);
    }

    @Test
    void codesProveAndNamesGiveCandidates() throws IOException {
        Ran ran = reconcile(file("offices.csv", TABLE));
        assertEquals(Exit.DONE, ran.exit, ran.err);
        assertEquals("""
                id,name,result,thing,label,score,reason
                1,苏州,candidate,region/320500,苏州市,0.94,a short name; lies where it is said to
                2,鼓楼区,candidate,region/320106,鼓楼区,1.00,its full name; lies where it is said to
                3,福州市,proven,region/350100,福州市,1.00,its code
                4,苏洲市,candidate,region/320500,苏州市,0.73,a name with one character of the same sound
                5,云湖市,unmatched,,,,
                6,南京市,candidate,region/320500,苏州市,0.65,its code; the name is another one's
                6,南京市,candidate,region/320100,南京市,0.65,its full name; the code is another one's
                7,贵州茅台,proven,org/600519.SH,贵州茅台,1.00,its code
                8,襄樊市,proven,region/420600,襄阳市,1.00,its code
                9,江苏省,proven,region/320000,江苏省,1.00,its code
                """.replace("\n", "\r\n"), ran.text());
        assertEquals("""
                unmatched: line 6, 5 云湖市
                offices: 9 rows, 4 proven by a code, 4 with candidates, 1 unmatched; links stored
                """, ran.err);
        String same = "http://www.w3.org/2002/07/owl#sameAs";
        String candidate = "https://w3id.org/jingwei/ns#candidateMatch";
        String item = "https://w3id.org/jingwei/id/linkset/offices/item/";
        assertStated(true, "id/region/350100", same, item + "3");
        assertStated(true, "id/org/600519.SH", same, item + "7");
        assertStated(false, "id/region/320500", same, item + "6");
        assertStated(false, "id/region/320500", same, item + "1");
        assertStated(true, "id/linkset/offices/item/1", candidate, "https://w3id.org/jingwei/id/region/320500");
        assertStated(true, "id/linkset/offices/item/6", candidate, "https://w3id.org/jingwei/id/region/320100");
        assertStated(true, "id/linkset/offices/sameAs", "http://rdfs.org/ns/void#linkPredicate", same);
        assertTrue(export().lines().noneMatch(line -> line.startsWith("_:") || line.contains(" _:")));
    }

    @Test
    void againChangesNothingAndAnotherEditionReplaces() throws IOException {
        Ran first = reconcile(file("offices.csv", TABLE));
        String stored = export();
        Ran second = reconcile(file("offices.csv", TABLE));
        assertArrayEquals(first.out, second.out);
        assertTrue(second.err.contains("the links were there already"), second.err);
        assertEquals(stored, export());

        reconcile(file("offices.csv", "id,name,code\n3,福州市,350100\n"));
        assertStated(true, "id/region/350100", "http://www.w3.org/2002/07/owl#sameAs",
                "https://w3id.org/jingwei/id/linkset/offices/item/3");
        assertFalse(export().contains("600519"));

        reconcile(file("offices.csv", TABLE));
        assertEquals(stored, export());
    }

    @Test
    void takenOutTheStoreIsAsItWas() throws IOException {
        run("load", PAGE, "--db", db);
        String before = export();
        String shared = "id,name,code\nhttps://example.org/fz,福州市,350100\nhttps://example.org/sz,苏洲市,\n";
        reconcile(file("one.csv", shared));
        String one = export();
        reconcile(file("two.csv", shared));
        assertEquals(Exit.DONE, reconcile("--remove", "--source", "one").exit);
        String two = export();
        assertTrue(two.lines().anyMatch(("<https://w3id.org/jingwei/id/region/350100> "
                + "<http://www.w3.org/2002/07/owl#sameAs> <https://example.org/fz> "
                + "<https://w3id.org/jingwei/graph/identity> .")::equals), "the other's link is gone");
        assertFalse(two.contains("linkset/one"));
        assertEquals(Exit.DONE, reconcile("--remove", "--source", "two").exit);
        assertEquals(before, export());
        assertTrue(reconcile("--remove", "--source", "two").err.contains("there are no links to two"));
        reconcile(file("one.csv", shared));
        assertEquals(one, export());
    }

    @Test
    void graphsAreReadByTheirUsualProperties() throws IOException {
        Ran ran = reconcile(file("codes.ttl", """
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix schema: <https://schema.org/> .
                @prefix ex: <https://example.org/> .
                ex:c320500 a skos:Concept ; skos:prefLabel "苏州市"@zh , "Suzhou"@en ; skos:notation "320500" .
                ex:nanjing a schema:City ; schema:name "南京" ; schema:containedInPlace ex:js .
                ex:js a schema:AdministrativeArea ; schema:name "Jiangsu"@en ; schema:identifier "CN-JS" .
                <http://www.wikidata.org/entity/Q16963> schema:name "江苏"@zh .
                ex:maotai a schema:Corporation ; schema:name "Kweichow Moutai" ; schema:tickerSymbol "600519.SH" .
                ex:nothing schema:url ex:x .
                [] schema:name "苏州市" .
                """), "--source", "codes");
        assertEquals(Exit.SOME_REJECTED, ran.exit, ran.err);
        assertEquals("""
                id,name,result,thing,label,score,reason
                http://www.wikidata.org/entity/Q16963,江苏,proven,region/320000,江苏省,1.00,its code
                https://example.org/c320500,苏州市,proven,region/320500,苏州市,1.00,its code
                https://example.org/js,Jiangsu,proven,region/320000,江苏省,1.00,its code
                https://example.org/maotai,Kweichow Moutai,proven,org/600519.SH,贵州茅台,1.00,its code
                https://example.org/nanjing,南京,candidate,region/320100,南京市,0.94,a short name; lies where it is said to
                """.replace("\n", "\r\n"), ran.text());
        assertTrue(ran.err.contains("names of nodes without an IRI"), ran.err);
        assertTrue(export().contains("<https://example.org/c320500> <http://www.w3.org/2004/02/skos/core#exactMatch> "
                + "<https://w3id.org/jingwei/id/region/320500> "));
        assertStated(true, "id/region/320000", "http://www.w3.org/2002/07/owl#sameAs",
                "http://www.wikidata.org/entity/Q16963");
        assertFalse(export().contains("sameAs> <https://example.org/c320500>"));
    }

    @Test
    void organisationsOfArticlesAreLinkedToo() throws IOException {
        run("load", PAGE, "--db", db);
        String name = export().lines().filter(line -> line.contains("/id/org/") && line.contains("schema.org/name"))
                .map(line -> line.replaceAll("^.*\"(.*)\"@.*$", "$1")).filter(n -> n.endsWith("公司")).findFirst()
                .orElseThrow();
        Ran ran = reconcile(file("firms.csv", "id,name\na," + name + "\n"), "--as", "organisation");
        assertTrue(ran.text().contains("candidate,org/") && ran.text().contains("1.00,its full name"), ran.text());
    }

    @Test
    void tablesOfOtherChannelsAreRead() throws IOException {
        Path table = folder.resolve("gb.csv");
        Files.write(table, "编号,城市,代码,省\r\n1,苏州,320500,江苏\r\n".getBytes(Charset.forName("GB18030")));
        Ran wrong = reconcile(table.toString(), "--id-column", "编号", "--name-column", "城市");
        assertEquals(Exit.WRONG_USAGE, wrong.exit);
        assertTrue(wrong.err.contains("--charset GB18030"), wrong.err);
        Ran right = reconcile(table.toString(), "--id-column", "编号", "--name-column", "城市", "--code-column", "代码",
                "--region-column", "省", "--charset", "GB18030", "--namespace", "https://example.org/office/");
        assertEquals(Exit.DONE, right.exit, right.err);
        assertStated(true, "id/region/320500", "http://www.w3.org/2002/07/owl#sameAs", "https://example.org/office/1");
        Ran mark = reconcile(file("bom.csv", "\ufeffid,name\n1,\"苏州\n市\"\n"), "--as", "region");
        assertTrue(mark.text().contains("region/320500"), mark.text());
    }

    @Test
    void rowsThatCannotBeUsedAreNamedAndLeftOut() throws IOException {
        Ran ran = reconcile(file("bad.csv", "id,name\n,苏州\n1,\n2,南京\n2,苏州\n２ ,杭州\n3\n\u3000,福州\n=1,郑州\n"), "--as",
                "region");
        assertEquals(Exit.SOME_REJECTED, ran.exit);
        for (String line : List.of("line 2 has no id", "line 3 has neither a name nor a code",
                "line 5 has the id 2 of a line above", "line 6 has the id ２ of a line above", "line 7 has 1 cells",
                "line 8 has no id")) {
            assertTrue(ran.err.contains(line), ran.err);
        }
        assertTrue(ran.text().contains("2,南京,candidate,region/320100"), ran.text());
        assertTrue(ran.text().contains("'=1,郑州"), ran.text());
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        String before = export();
        Ran dry = reconcile(file("offices.csv", TABLE), "--dry-run");
        assertTrue(dry.err.contains("nothing stored"), dry.err);
        assertEquals(before, export());
        assertEquals(dry.text(), reconcile(file("offices.csv", TABLE)).text());
    }
}
