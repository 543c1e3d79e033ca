package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueryFilesTest {
    private static final Iris IRIS = Iris.standard();
    private static DatasetGraph dataset;

    @BeforeAll
    static void load() {
        ArticleGraph article = Bulletin.sample().graph();
        assertEquals(new Verdict.Conforming(), new Shapes().check(article));
        DatasetGraph named = article.dataset();
        StatisticsGraph statistics = Yearbook.graph(IRIS);
        named.addGraph(statistics.graphName(), statistics.graph());
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
    void officialFiguresAreFoundWithTheirSource() throws IOException {
        List<Map<String, String>> rows = ask("official/figures", Map.of("region", string("江苏")));
        assertEquals(3, rows.size());
        Map<String, String> growth = rows.stream().filter(row -> row.get("unit").equals("百分比")).findFirst()
                .orElseThrow();
        assertEquals(List.of("地区生产总值", "2023-Q1", "6.2", "106.2", "上年同期=100", "2", "青川市统计局",
                "初步核算"),
                List.of(growth.get("indicator"), growth.get("period"), growth.get("value"),
                        growth.get("stated"), growth.get("statedUnit"), growth.get("line"), growth.get("publisher"),
                        growth.get("edition")));
        Map<String, String> english = ask("official/figures", Map.of("region", string("江苏"), "names",
                string("en"))).getFirst();
        // The county has no English name; its indicator and its unit have.
        assertEquals(List.of("Gross regional product", "CNY"),
                List.of(english.get("indicator"), english.get("unit")));
        assertEquals(1, ask("official/figures", Map.of("period", string("2022"))).size());
        assertEquals(2, ask("official/figures", Map.of("indicator", string("GDP"))).size());
        assertEquals(0, ask("official/figures", Map.of("region", string("浙江省"))).size());
    }

    /** 6.2 is official; 6.4, which the article has as well, is not. 88 stands for 87.96. */
    @Test
    void whatDiffersFromOfficialFiguresIsFlagged() throws IOException {
        assertEquals(List.of("增长6.2% agrees 0.0", "增长6.4% differs 0.2", "88亿元 agrees 4000000.0"),
                ask("official/against-news", Map.of()).stream()
                        .map(row -> row.get("stated") + " " + row.get("verdict") + " " + row.get("difference"))
                        .toList());
        assertEquals(1, ask("official/against-news", Map.of("verdict", string("differs"))).size());
    }

    /** The same figure of an official 87.96亿元 in other words of an article. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8800000000 | EXACT | 88亿元         | agrees
            8790000000 | EXACT | 87.9亿元       | differs
            8800000000 | EXACT | 88.0亿元       | agrees
            8800000000 | EXACT | 88.00亿元      | differs
            9000000000 | EXACT | 90亿元         | differs
            9000000000 | ABOUT | 约90亿元       | agrees
            8500000000 | ABOUT | 约85亿元       | differs
            10000000000 | ABOUT | 约100亿元     | differs
            8700000000 | OVER  | 超过87亿元     | agrees
            8800000000 | OVER  | 超过88亿元     | differs
            9000000000 | UNDER | 不到90亿元     | agrees
            8500000000 | UNDER | 不到85亿元     | differs
            8800000000 | EXACT | 八十八亿元     | not judged
            8796000000 | EXACT | 87亿9600万元   | not judged
            8795630000 | EXACT | 87.9563亿元    | agrees
            8796000000 | EXACT | 8,796,000,000元 | agrees
            """)
    void wordsAreHeldAgainstOfficialFiguresByTheirDigits(String value, String bound, String words, String verdict)
            throws IOException {
        DatasetGraph changed = DatasetGraphFactory.create();
        Node figure = IRIS.local(Bulletin.sample().article().raw().key(), "observation", "o3");
        Node observed = Ns.iri(Ns.SDMX_MEASURE, "obsValue");
        dataset.find().forEachRemaining(quad -> {
            boolean replaced = quad.getSubject().equals(figure) && Set.of(observed, IRIS.term("bound"),
                    IRIS.term("statedText")).contains(quad.getPredicate());
            if (!replaced) {
                changed.add(quad);
            }
        });
        Graph graph = changed.getDefaultGraph();
        graph.add(figure, observed, Literals.decimal(new BigDecimal(value)));
        graph.add(figure, IRIS.term("bound"), IRIS.code("bound", bound));
        graph.add(figure, IRIS.term("statedText"), Literals.simplified(words));
        List<Map<String, String>> rows = ask(changed, "official/against-news", Map.of()).stream()
                .filter(row -> row.get("unit").equals("CNY")).toList();
        assertEquals(List.of(verdict), rows.stream().map(row -> row.get("verdict")).toList(), rows::toString);
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
        return ask(dataset, name, values);
    }

    private static List<Map<String, String>> ask(DatasetGraph dataset, String name, Map<String, Node> values)
            throws IOException {
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
