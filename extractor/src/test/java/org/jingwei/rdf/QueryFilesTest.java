package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QueryFilesTest {
    private static final Iris IRIS = Iris.standard();
    private static DatasetGraph dataset;

    @BeforeAll
    static void load() {
        ArticleGraph article = Bulletin.sample().graph();
        assertEquals(new Verdict.Conforming(), new Shapes().check(article));
        DatasetGraph named = article.dataset();
        named.addGraph(IRIS.graph("vocabulary"), ReferenceGraphs.vocabulary(IRIS));
        named.addGraph(IRIS.graph("gazetteer"), ReferenceGraphs.gazetteer(IRIS));
        dataset = DatasetGraphFactory.create();
        named.find().forEachRemaining(quad -> {
            dataset.add(quad);
            dataset.add(new Quad(Quad.defaultGraphIRI, quad.asTriple()));
        });
    }

    @Test
    void totalsHoldTheirPartsOnce() throws IOException {
        List<Map<String, String>> rows = ask("projects/signed-totals", Map.of());
        assertEquals(1, rows.size());
        Map<String, String> row = rows.getFirst();
        assertEquals("15.0", row.get("projects"));
        assertEquals("2", row.get("named"));
        assertEquals("12000000000.0", row.get("amount"));
        assertEquals("常州高新区", row.get("place"));
    }

    @Test
    void aRegionHoldsWhatLiesInIt() throws IOException {
        for (String region : List.of("常州高新区", "常州市", "江苏", "江苏省", "中国")) {
            assertEquals(2, ask("projects/list", Map.of("region", string(region))).size(), region);
        }
        assertEquals(0, ask("projects/list", Map.of("region", string("浙江省"))).size());
    }

    @Test
    void multiplesOfGrowthRankAsPercentages() throws IOException {
        List<Map<String, String>> rows = ask("indicators/growth", Map.of("period", string("2023-Q1")));
        assertEquals(List.of("150.0", "6.4", "6.2"), rows.stream().map(row -> row.get("growth")).toList());
        assertEquals("增长1.5倍", rows.getFirst().get("stated"));
        assertEquals(2, ask("indicators/growth", Map.of("indicator", string("GDP"))).size());
    }

    @Test
    void contradictionsStandSideBySide() throws IOException {
        List<Map<String, String>> rows = ask("indicators/conflicts", Map.of());
        assertEquals(1, rows.size());
        assertEquals(List.of("6.2", "6.4"), List.of(rows.getFirst().get("value"), rows.getFirst().get("otherValue")));
    }

    @Test
    void everyFactLeadsToItsCharacters() throws IOException {
        Node fact = IRIS.local(Bulletin.sample().article().raw().key(), "amount", "a1");
        List<Map<String, String>> rows = ask("evidence/of-fact", Map.of("fact", fact));
        assertEquals(1, rows.size());
        assertEquals("约120亿元", rows.getFirst().get("exact"));
        int start = Integer.parseInt(rows.getFirst().get("start"));
        assertTrue(Bulletin.PAGE.startsWith("约120亿元", start));
    }

    @Test
    void launchesRolesAndDiscardedReadingsAreFound() throws IOException {
        assertEquals("“常享购”消费平台发布", ask("events/launches", Map.of()).getFirst().get("what"));
        assertEquals("副市长", ask("people/roles", Map.of("name", string("陆文清"))).getFirst().get("title"));
        assertEquals("the number is damaged", ask("review/discarded", Map.of()).getFirst().get("reason"));
        assertEquals(1, ask("cooperation/network", Map.of()).size());
        assertEquals(2, ask("review/ambiguous-names", Map.of()).size());
    }

    @Test
    void whoSaidWhatAndWhoWasGivenWhat() throws IOException {
        List<Map<String, String>> said = ask("people/quotations", Map.of("name", string("陆文清")));
        assertEquals(List.of("项目来了,服务就要跟上。"), said.stream().map(row -> row.get("words")).toList());
        for (String region : List.of("常州高新区", "江苏省")) {
            List<Map<String, String>> given = ask("places/designations", Map.of("region", string(region)));
            assertEquals(1, given.size(), region);
            Map<String, String> row = given.getFirst();
            assertEquals(List.of("常州高新区", "国家创新型产业集群试点", "科技部", "2023-05-18"),
                    List.of(row.get("designee"), row.get("title"), row.get("by"), row.get("date")));
        }
        assertEquals(0, ask("places/designations", Map.of("region", string("浙江省"))).size());
    }

    private static Node string(String value) {
        return NodeFactory.createLiteralString(value);
    }

    private static List<Map<String, String>> ask(String name, Map<String, Node> values) throws IOException {
        var builder = QueryExec.dataset(dataset).query(query(name));
        values.forEach((parameter, value) -> builder.substitution("_" + parameter, value));
        List<Map<String, String>> rows = new ArrayList<>();
        try (QueryExec execution = builder.build()) {
            RowSet results = execution.select();
            results.forEachRemaining(binding -> {
                Map<String, String> row = new LinkedHashMap<>();
                binding.forEach((variable, node) -> row.put(variable.getVarName(),
                        node.isLiteral() ? node.getLiteralLexicalForm() : node.toString()));
                rows.add(row);
            });
        }
        return rows;
    }

    private static Query query(String name) throws IOException {
        return QueryFactory.create(text(name), Syntax.syntaxSPARQL_11);
    }

    private static String text(String name) throws IOException {
        try (var in = QueryFilesTest.class.getResourceAsStream("/queries/" + name + ".rq")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
