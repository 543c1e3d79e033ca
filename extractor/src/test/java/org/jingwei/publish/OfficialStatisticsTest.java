package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Regions;
import org.jingwei.rdf.IndicatorList;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.StatisticsMapper;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.table.MappingReader;
import org.jingwei.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that ships, as those who ask over HTTP meet it. */
class OfficialStatisticsTest {
    private static final Path FOLDER = Path.of("src/main/resources/statistics");
    private static final String NAME = "nbs-grp-2015-2019";

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @Test
    void figuresAndTheirSourceAreServed(@TempDir Path temp) throws Exception {
        byte[] table = Files.readAllBytes(FOLDER.resolve(NAME + ".csv"));
        var mapping = MappingReader.read(NAME, Files.readString(FOLDER.resolve(NAME + ".mapping")));
        var reading = new TableReader(new Regions(Gazetteer.load()), IndicatorList.read()).read(NAME, table, mapping);
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.putStatistics(new StatisticsMapper(Iris.standard()).map(mapping, reading, NAME + ".csv",
                    RawPage.sha256(table)));
            try (var endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
                String count = "PREFIX jw: <https://w3id.org/jingwei/ns#> SELECT (COUNT(*) AS ?n) WHERE { GRAPH "
                        + "<https://w3id.org/jingwei/graph/statistics/" + NAME + "> { ?f a jw:OfficialObservation } }";
                assertEquals("n\r\n310\r\n", get(endpoint, "/sparql?query="
                        + URLEncoder.encode(count, StandardCharsets.UTF_8), "text/csv"));
                Graph figure = turtle(get(endpoint, "/cube/official/" + NAME + "/440000/2019/GRP/N", "text/turtle"));
                assertTrue(figure.contains(Node.ANY,
                        NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/measure#obsValue"),
                        RDFParser.fromString("<a:a> <a:a> 10798690000000.0 .", Lang.TURTLE).toGraph().find().next()
                                .getObject()),
                        figure::toString);
                Graph set = turtle(get(endpoint, "/cube/official/" + NAME, "text/turtle"));
                assertTrue(set.contains(Node.ANY, NodeFactory.createURI("http://purl.org/dc/terms/source"),
                        NodeFactory.createURI("https://data.stats.gov.cn/easyquery.htm?cn=E0103")), set::toString);
            }
        }
    }

    private static Graph turtle(String text) {
        return RDFParser.fromString(text, Lang.TURTLE).toGraph();
    }

    private String get(Endpoint endpoint, String path, String accept) throws Exception {
        var response = client.send(HttpRequest.newBuilder(endpoint.address().resolve(path))
                .header("Accept", accept).build(), BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }
}
