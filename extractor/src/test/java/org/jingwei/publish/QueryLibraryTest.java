package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryLibraryTest {
    private static final String BY_NAME = """
            #+ summary: Events by name
            #+ question:
            #+   en: "Which events are called so?"
            #+   zh-Hans: 哪些活动叫这个名字？
            #+ tags: [event, 'a, b']
            #+ parameters:
            #+   - name: name
            #+     description: the whole name
            #+   - name: least
            #+     type: integer
            #+     default: 0
            #+     choices: [0, 10]
            PREFIX jw: <https://w3id.org/jingwei/ns#>
            PREFIX schema: <https://schema.org/>
            SELECT ?name ?n WHERE {
              ?e schema:name ?name ; jw:projectCount ?n
              FILTER(!BOUND(?_name) || STR(?name) = ?_name)
              FILTER(?n >= ?_least)
            } ORDER BY ?n
            """;
    private KnowledgeStore store;

    @BeforeAll
    void open(@TempDir Path temp) {
        store = Fixture.store(temp.resolve("db"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void everyQueryOfTheLibraryRuns() {
        for (LibraryQuery query : QueryLibrary.load().all()) {
            assertFalse(query.summary().equals(query.name()), query.name() + " has no summary");
            query.parameters().forEach(p -> assertTrue(query.text().contains("?" + p.variable()), query.name() + p));
            var needed = new java.util.TreeMap<String, String>();
            query.parameters().stream().filter(QueryParameter::required).forEach(p -> needed.put(p.name(), "苏州市"));
            query.needsOne().stream().limit(1)
                    .forEach(name -> needed.put(name, name.equals("region") ? "苏州市" : "urn:x"));
            QueryLibrary.run(query, store, needed);
            if (!needed.isEmpty()) {
                assertThrows(PublishException.class, () -> QueryLibrary.run(query, store, Map.of()), query.name());
            }
        }
    }

    /** As the server does it that runs short of memory, or stops. */
    @Test
    void whatRunsCanBeStopped() {
        var query = QueryLibrary.parse("x", "x.rq", "SELECT * { ?a ?b ?c }");
        var manner = new QueryLibrary.Manner(Optional.empty(), 0, Optional.empty(), Answer.Limits.NONE,
                Optional.empty(), QueryExec::abort);
        var stopped = assertThrows(PublishException.class, () -> QueryLibrary.run(query, store, Map.of(), manner));
        assertInstanceOf(QueryCancelledException.class, stopped.getCause());
    }

    @Test
    void headersAreRead() {
        var query = QueryLibrary.parse("events/by-name", "by-name.rq", BY_NAME);
        assertEquals("Events by name", query.summary());
        assertEquals(Map.of("en", "Which events are called so?", "zh-Hans", "哪些活动叫这个名字？"), query.questions());
        assertEquals(List.of("event", "a, b"), query.tags());
        assertEquals(List.of("name", "least"), query.parameters().stream().map(QueryParameter::name).toList());
        assertEquals(List.of("0", "10"), query.parameters().get(1).choices());
    }

    @Test
    void parametersNarrowAnAnswerAndDefaultsHold() {
        assertEquals(List.of("7", "12"), column("n", Map.of()));
        assertEquals(List.of("12"), column("n", Map.of("least", "10")));
        assertEquals(List.of("12"), column("n", Map.of("name", "石湖新区签约会")));
    }

    @Test
    void aParameterIsAValueWhateverItHolds() {
        for (String attack : List.of("\" || true) } #", "') } DROP ALL #", "x\" ) FILTER(true", "?name",
                "} UNION { ?s ?p ?o", "\\\" || 1=1", "<https://example.org/>", "石湖新区签约会\"@zh")) {
            assertEquals(List.of(), column("n", Map.of("name", attack)), attack);
        }
        for (String attack : List.of("0) || (1=1", "10 }", "1e3", "", "ten", "\u0000")) {
            assertThrows(PublishException.class, () -> column("n", Map.of("least", attack)), attack);
        }
        var iri = new QueryParameter("x", QueryParameter.Type.IRI, java.util.Optional.empty(), List.of(),
                new Bilingual("", ""), false);
        for (String attack : List.of("x> . ?s ?p ?o . <y", "javascript:alert(1)", "file:///etc/passwd", "relative",
                "https://example.org/a b")) {
            assertThrows(PublishException.class, () -> iri.term(attack), attack);
        }
        assertEquals("https://example.org/苏州", iri.term("https://example.org/苏州").getURI());
    }

    @Test
    void whatIsUnknownIsSaidWithWhatIsKnown() {
        var query = QueryLibrary.parse("events/by-name", "by-name.rq", BY_NAME);
        var parameter = assertThrows(PublishException.class, () -> QueryLibrary.run(query, store, Map.of("nme", "x")));
        assertTrue(parameter.remedy().contains("name, least"), parameter.remedy());
        var name = assertThrows(PublishException.class, () -> QueryLibrary.load().find("no/such-query"));
        assertTrue(name.getMessage().contains("no/such-query"), name.getMessage());
        var broken = assertThrows(PublishException.class, () -> QueryLibrary.parse("x", "x.rq", "SELECT * { ?s"));
        assertTrue(broken.getMessage().startsWith("[x.rq]"), broken.getMessage());
        var header = assertThrows(PublishException.class,
                () -> QueryLibrary.parse("x", "x.rq", "#+ summary: x\n#+ nonsense\nASK {}"));
        assertTrue(header.getMessage().startsWith("[x.rq:2]"), header.getMessage());
        assertThrows(PublishException.class, () -> QueryLibrary.parse("x", "x.rq", "DELETE WHERE { ?s ?p ?o }"));
    }

    @Test
    void aFileIsAQueryToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.rq"), BY_NAME);
        assertEquals("mine", QueryLibrary.load().find(file.toString()).name());
        Files.write(file, new byte[]{ (byte) 0xff, (byte) 0xfe });
        assertThrows(PublishException.class, () -> QueryLibrary.load().find(file.toString()));
    }

    @Test
    void tablesAlignHanCharacters() {
        var answer = QueryLibrary.run(QueryLibrary.parse("x", "x.rq", BY_NAME), store, Map.of());
        String table = new String(AnswerFormat.TABLE.write(answer, Fixture.IRIS), StandardCharsets.UTF_8);
        assertEquals("""
                name                       n
                -------------------------  --
                <script>alert(1)</script>   7
                石湖新区签约会             12
                (2 rows)
                """, table);
    }

    private List<String> column(String name, Map<String, String> values) {
        var answer = QueryLibrary.run(QueryLibrary.parse("events/by-name", "by-name.rq", BY_NAME), store, values);
        return ((Answer.Table) answer).rows().stream().map(row -> row.get(name).getLiteralLexicalForm()).toList();
    }
}
