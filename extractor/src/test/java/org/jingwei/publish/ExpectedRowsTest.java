package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.rdf.Shapes;
import org.jingwei.rdf.StatedArticle;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each query of the library gives the rows that a reader of four invented articles expects, in that order. The
 * expectations of a query are in {@code queries/NAME.tsv}: for each case a line {@code ? name=value …}, the columns that
 * are compared, and the rows, until an empty line. A case with {@code articles=summed} is of the articles of that
 * folder: wholes with their parts, and events of one region held in another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpectedRowsTest {
    private static final Path FOLDER = Path.of("src/test/resources/queries");
    private static final Iris IRIS = Iris.standard();

    private record Case(boolean summed, Map<String, String> values, Optional<Language> language, List<String> columns,
            List<List<String>> rows) {}

    private final QueryLibrary library = QueryLibrary.load();
    private KnowledgeStore store;
    private KnowledgeStore elsewhere;
    private KnowledgeStore summed;
    private KnowledgeStore summedElsewhere;

    @BeforeAll
    void load(@TempDir Path temp) throws IOException, Json.Malformed {
        Iris other = Iris.below("https://data.example.org/kg/");
        store = loaded(temp.resolve("db"), "articles", IRIS);
        elsewhere = loaded(temp.resolve("elsewhere"), "articles", other);
        summed = loaded(temp.resolve("summed"), "articles/summed", IRIS);
        summedElsewhere = loaded(temp.resolve("summed-elsewhere"), "articles/summed", other);
    }

    private static KnowledgeStore loaded(Path directory, String folder, Iris iris) throws IOException, Json.Malformed {
        if (iris.equals(IRIS)) {
            PreparedStore.ready(directory);
        }
        KnowledgeStore store = KnowledgeStore.open(directory, iris);
        store.loadReference(ReferenceGraphs.vocabulary(iris), ReferenceGraphs.gazetteer(iris));
        var articles = new ArrayList<ArticleGraph>();
        List<Path> files = files(folder, ".json").stream()
                .filter(file -> file.getParent().equals(FOLDER.resolve(folder))).toList();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".json", "");
            ArticleGraph graph = StatedArticle.graph(name, Files.readString(file), iris);
            assertEquals(new Verdict.Conforming(), new Shapes(iris).check(graph), name);
            articles.add(graph);
        }
        assertEquals(articles.size(), store.put(articles).added().size());
        return store;
    }

    @AfterAll
    void close() {
        store.close();
        elsewhere.close();
        summed.close();
        summedElsewhere.close();
    }

    static List<String> names() {
        return QueryLibrary.load().all().stream().map(LibraryQuery::name).filter(n -> !n.startsWith("official/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theRowsAreThoseThatAReaderExpects(String name) throws IOException {
        theRowsAreExpected(name, store, summed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theRowsAreTheSameBelowAnotherBase(String name) throws IOException {
        theRowsAreExpected(name, elsewhere, summedElsewhere);
    }

    private void theRowsAreExpected(String name, KnowledgeStore usual, KnowledgeStore sums) throws IOException {
        LibraryQuery query = library.find(name);
        List<Case> cases = cases(FOLDER.resolve(name + ".tsv"));
        assertFalse(cases.isEmpty(), name + " has no case");
        assertTrue(cases.stream().anyMatch(one -> !one.rows.isEmpty()), name + " expects no row at all");
        for (Case one : cases) {
            KnowledgeStore asked = one.summed ? sums : usual;
            var table = (Answer.Table) QueryLibrary.run(query, asked, one.values,
                    QueryLibrary.Manner.PLAIN.in(one.language));
            List<String> rows = table.rows().stream().map(row -> one.columns.stream().map(c -> row.get(c))
                    .map(ExpectedRowsTest::shown).map(cell -> cell.replace(asked.iris().base(), Iris.DEFAULT_BASE))
                    .collect(Collectors.joining("\t"))).toList();
            assertEquals(one.rows.stream().map(r -> String.join("\t", r)).collect(Collectors.joining("\n")),
                    String.join("\n", rows), name + " " + one.values);
        }
    }

    @Test
    void noExpectationIsOfAQueryThatIsNotThere() throws IOException {
        assertEquals(new TreeSet<>(names()), files("", ".tsv").stream()
                .map(f -> FOLDER.relativize(f).toString().replace('\\', '/').replace(".tsv", ""))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void headersAreWholeInBothLanguages(String name) {
        LibraryQuery query = library.find(name);
        assertTrue(query.query().isOrdered(), name + " is not ordered");
        assertTrue(query.query().isSelectType(), name);
        assertFalse(query.tags().isEmpty(), name);
        assertEquals(List.of("en", "zh"), List.copyOf(query.questions().keySet()), name);
        assertFalse(ApiRequest.RESERVED.stream()
                .anyMatch(r -> query.parameters().stream().anyMatch(p -> p.name().equals(r))), name);
        for (Language language : Language.values()) {
            List<String> headings = query.query().getResultVars().stream().map(c -> query.heading(c, language))
                    .toList();
            assertEquals(headings.size(), headings.stream().distinct().count(), name + headings);
            query.query().getResultVars().forEach(c -> assertTrue(
                    language == Language.EN || query.heading(c, language).codePoints().anyMatch(x -> x > 0x2e80)
                            || query.heading(c, language).equals("IRI"),
                    name + " has no Chinese heading for " + c));
        }
        var used = Pattern.compile("\\?_(\\w+)").matcher(query.text()).results().map(r -> r.group(1))
                .filter(variable -> !List.of("lang", "names").contains(variable))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, query.parameters().stream().map(QueryParameter::name)
                .collect(Collectors.toCollection(TreeSet::new)), "parameters of " + name);
        query.parameters().forEach(p -> {
            assertFalse(p.description().en().isEmpty() || p.description().zh().isEmpty(), name + " " + p.name());
            p.defaultValue().ifPresent(value -> p.term(value));
        });
    }

    /** A value that nothing meets leaves fewer rows, or other ones: no parameter is without effect. */
    @ParameterizedTest
    @MethodSource("names")
    void everyParameterChangesTheAnswer(String name) throws IOException {
        LibraryQuery query = library.find(name);
        for (QueryParameter parameter : query.parameters()) {
            boolean changes = false;
            for (Case one : cases(FOLDER.resolve(name + ".tsv")).stream().filter(c -> !c.summed).toList()) {
                var without = new LinkedHashMap<>(one.values);
                without.remove(parameter.name());
                if (without.size() == one.values.size() || query.parameters().stream()
                        .anyMatch(p -> p.required() && !without.containsKey(p.name()))
                        || !query.needsOne().isEmpty()
                                && query.needsOne().stream().noneMatch(without::containsKey)) {
                    continue;
                }
                changes |= !rows(query, one.values).equals(rows(query, without));
            }
            boolean needed = parameter.required() && cases(FOLDER.resolve(name + ".tsv")).stream()
                    .allMatch(one -> one.values.containsKey(parameter.name()));
            assertTrue(changes || needed || changesWithAnyValue(query, parameter),
                    name + ": nothing shows what " + parameter.name() + " does");
        }
    }

    private boolean changesWithAnyValue(LibraryQuery query, QueryParameter parameter) {
        var values = new LinkedHashMap<String, String>();
        query.parameters().stream().filter(QueryParameter::required)
                .forEach(p -> values.put(p.name(), p.name().equals("region") ? "宜昌" : "长陵科技"));
        if (!query.needsOne().isEmpty()) {
            String last = query.needsOne().getLast();
            values.put(last, last.equals("article") ? "4-yichang-office" : "地区生产总值");
        }
        List<?> usual = rows(query, values);
        assertFalse(usual.isEmpty(), query.name() + " finds nothing");
        List<String> others = parameter.choices().isEmpty() ? List.of(nothing(parameter)) : parameter.choices();
        return others.stream().anyMatch(other -> {
            values.put(parameter.name(), other);
            return !rows(query, values).equals(usual);
        });
    }

    private static String nothing(QueryParameter parameter) {
        return switch (parameter.type()) {
            case IRI -> "https://example.org/none";
            case DECIMAL -> parameter.name().equals("below") ? "0.0" : "999999999999999";
            case INTEGER -> "99999";
            case BOOLEAN -> "true";
            case DATE -> "1900-01-01";
            case YEAR -> "1900";
            case TIME -> parameter.name().equals("to") ? "1900" : "2999";
            case PERIOD -> "1900";
            case PLACE -> "拉萨市";
            case STRING -> "无此名";
        };
    }

    private List<?> rows(LibraryQuery query, Map<String, String> values) {
        return ((Answer.Table) QueryLibrary.run(query, store, values)).rows().stream().map(Object::toString).toList();
    }

    private static String shown(Node node) {
        if (node == null) {
            return "";
        }
        return node.isURI() ? node.getURI().replaceFirst("^.*/doc/[0-9a-f]{16}/", "") : Csv.plain(node);
    }

    private static List<Path> files(String folder, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(extension)).sorted().toList();
        }
    }

    private static List<Case> cases(Path file) throws IOException {
        assertTrue(Files.exists(file), file + " is missing: every query has its expected rows");
        var cases = new ArrayList<Case>();
        for (String block : Files.readString(file).replaceAll("\n+$", "").split("\n\n+")) {
            List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            var values = new LinkedHashMap<String, String>();
            Optional<Language> language = Optional.empty();
            boolean summed = false;
            for (String word : lines.getFirst().substring(1).strip().split("\\s+")) {
                String[] parts = word.split("=", 2);
                if (parts[0].equals("lang")) {
                    language = Language.named(parts[1]);
                } else if (parts[0].equals("articles")) {
                    assertEquals("summed", parts[1], file.toString());
                    summed = true;
                } else if (parts.length == 2) {
                    values.put(parts[0], parts[1]);
                }
            }
            List<String> columns = lines.size() > 1 ? List.of(lines.get(1).split("\t")) : List.of();
            cases.add(new Case(summed, values, language, columns,
                    lines.stream().skip(2).map(line -> List.of(line.split("\t", -1))).toList()));
        }
        return cases;
    }
}
