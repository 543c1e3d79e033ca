package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jingwei.publish.Topic;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of the demo and of some cases, read again by others' readers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportVerbTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final List<Path> INPUTS = Stream.concat(
            Stream.of("yichang-fair.txt", "wuhu-statistics.html", "xiangyang-ten-projects.html", "lancang-notice.txt",
                    "yinchuan-vouchers.txt", "weihai-park.html").map(DEMO::resolve),
            Stream.of("two-gulou-districts/page.txt", "tongliao-damaged-page/page.html",
                    "suyan-two-phases/page.html", "quzhou-q1-economy/page.txt", "zhangzhou-undated/page.txt")
                    .map(CASES::resolve))
            .toList();

    private static final String NS = Iris.standard().namespace();

    @TempDir
    static Path folder;

    private Path db;

    @BeforeAll
    void load() throws IOException {
        db = folder.resolve("db");
        load(db, INPUTS);
    }

    /** Two pages of one file name would be told apart by the order in which they come: each case gets its own. */
    private static void load(Path db, List<Path> inputs) throws IOException {
        PreparedStore.ready(db);
        Path pages = Files.createDirectories(folder.resolve("pages"));
        var arguments = new ArrayList<>(List.of("load"));
        for (Path input : inputs) {
            String file = input.getFileName().toString();
            Path page = pages.resolve(file.startsWith("page.")
                    ? input.getParent().getFileName() + file.substring("page".length())
                    : file);
            Files.write(page, Files.readAllBytes(input));
            arguments.add(page.toString());
        }
        arguments.addAll(List.of("--db", db.toString()));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertEquals(Exit.DONE, told.exit(), told.err());
        try (var store = KnowledgeStore.openExisting(db)) {
            assertEquals(INPUTS.size(), store.articles().size(), told.err());
        }
    }

    private record Ran(int exit, byte[] out, String err) {
        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    private static Ran export(Path db, String... options) {
        var arguments = new ArrayList<>(List.of("export", "--db", db.toString()));
        arguments.addAll(List.of(options));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Jingwei.run(new Terminal(new ByteArrayInputStream(new byte[0]), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false),
                arguments.toArray(String[]::new));
        return new Ran(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** What was exported before: the same store gives the same bytes, which is a test of its own. */
    private final Map<List<String>, byte[]> exported = new HashMap<>();

    private byte[] done(String... options) {
        return exported.computeIfAbsent(List.of(options), o -> {
            Ran ran = export(db, options);
            assertEquals(Exit.DONE, ran.exit(), ran.err());
            assertEquals("", ran.err());
            return ran.out();
        });
    }

    /** RIOT's reader with every check on; a warning is a failure. */
    private static DatasetGraph read(byte[] rdf, Lang lang) {
        return RDFParser.create().source(new ByteArrayInputStream(rdf)).lang(lang).checking(true)
                .errorHandler(new ErrorHandler() {
                    @Override
                    public void warning(String message, long line, long column) {
                        throw new AssertionError("warning at " + line + ":" + column + ": " + message);
                    }

                    @Override
                    public void error(String message, long line, long column) {
                        throw new AssertionError("error at " + line + ":" + column + ": " + message);
                    }

                    @Override
                    public void fatal(String message, long line, long column) {
                        throw new AssertionError("fatal at " + line + ":" + column + ": " + message);
                    }
                }).toDatasetGraph();
    }

    private static Lang lang(String format) {
        return switch (format) {
            case "trig" -> Lang.TRIG;
            case "turtle" -> Lang.TURTLE;
            case "nquads" -> Lang.NQUADS;
            case "jsonld" -> Lang.JSONLD;
            default -> throw new IllegalArgumentException(format);
        };
    }

    private static Set<Quad> quads(DatasetGraph dataset) {
        var quads = new HashSet<Quad>();
        dataset.find().forEachRemaining(quads::add);
        return quads;
    }

    private Set<Quad> stored;

    private Set<Quad> stored() {
        if (stored == null) {
            try (var store = KnowledgeStore.openExisting(db)) {
                stored = Set.copyOf(store.read(ExportVerbTest::quads));
            }
        }
        return stored;
    }

    private static Set<Triple> triples(Set<Quad> quads) {
        return quads.stream().map(Quad::asTriple).collect(Collectors.toSet());
    }

    /** Without blank nodes, isomorphic is equal. */
    @ParameterizedTest
    @ValueSource(strings = { "trig", "turtle", "nquads", "jsonld" })
    void whatIsReadBackIsWhatIsStored(String format) {
        Set<Quad> stored = stored();
        Set<Quad> read = quads(read(done("--format", format), lang(format)));
        assertTrue(read.stream().noneMatch(q -> q.getSubject().isBlank() || q.getObject().isBlank()));
        if (format.equals("turtle")) {
            assertTrue(triples(stored).equals(triples(read)), "other statements than the store's");
        } else {
            assertTrue(stored.equals(read), "other statements than the store's");
        }
    }

    @Test
    void everyIriIsValidAndEveryLanguageOneOfOurs() {
        var faults = new TreeSet<String>();
        var languages = new TreeSet<String>();
        stored().stream().flatMap(q -> Stream.of(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject()))
                .distinct().forEach(node -> {
                    if (node.isURI()) {
                        IRIx iri = IRIx.create(node.getURI());
                        if (!iri.isReference()) {
                            faults.add(node.getURI());
                        }
                        iri.handleViolations((error, message) -> {
                            // Not an error: http where https is usual, in the names of other vocabularies.
                            if (error) {
                                faults.add(node.getURI() + " " + message);
                            }
                        });
                    } else if (!node.getLiteralLanguage().isEmpty()) {
                        languages.add(node.getLiteralLanguage());
                    }
                });
        assertEquals(Set.of(), faults);
        assertTrue(Set.of("en", "zh-Hans", "zh-Hant").containsAll(languages), languages.toString());
        assertTrue(languages.contains("zh-Hans"), languages.toString());
    }

    /** Two stores, loaded in opposite orders and one by one. */
    @Test
    void theSameArticlesGiveTheSameBytes(@TempDir Path elsewhere) throws IOException {
        Path other = elsewhere.resolve("db");
        var backwards = new ArrayList<>(INPUTS);
        Collections.reverse(backwards);
        load(other, backwards);
        for (List<String> options : List.of(List.of("--format", "trig"), List.of("--format", "turtle"),
                List.of("--format", "nquads"), List.of("--format", "jsonld"), List.of("--format", "xlsx"),
                List.of("--format", "csv", "--topic", "events"), List.of("--description"), List.of("--context"))) {
            assertArrayEquals(done(options.toArray(String[]::new)),
                    export(other, options.toArray(String[]::new)).out(), options.toString());
        }
    }

    @Test
    void turtleIsReadableAndComparable() {
        String turtle = new String(done("--format", "turtle", "--topic", "indicators", "--region", "宜昌高新区"),
                StandardCharsets.UTF_8);
        assertTrue(turtle.contains("        sdmx-dimension:refPeriod    period:2022-H1;\n"), turtle);
        assertTrue(turtle.contains("        jw:measure                  measure:GROWTH;\n"), turtle);
        List<String> subjects = turtle.lines().filter(line -> line.startsWith("<")).toList();
        assertTrue(subjects.size() > 5, turtle);
        int o5 = indexOf(subjects, "observation/o5>");
        int o10 = indexOf(subjects, "observation/o10>");
        assertTrue(o10 < 0 || o5 < o10, subjects.toString());
    }

    private static int indexOf(List<String> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        return -1;
    }

    /** The names of the articles whose document is in an export. */
    private Set<String> articles(String... options) {
        var all = new ArrayList<>(List.of("--format", "nquads"));
        all.addAll(List.of(options));
        var names = new TreeSet<String>();
        read(done(all.toArray(String[]::new)), Lang.NQUADS)
                .find(Node.ANY, Node.ANY, uri("https://schema.org/identifier"), Node.ANY).forEachRemaining(quad -> {
                    if (quad.getSubject().getURI().endsWith("/article")) {
                        names.add(quad.getObject().getLiteralLexicalForm());
                    }
                });
        return names;
    }

    private static Node uri(String uri) {
        return org.apache.jena.graph.NodeFactory.createURI(uri);
    }

    @Test
    void aRegionIsWhatLiesInItToo() {
        Set<String> province = articles("--region", "湖北省");
        assertTrue(province.containsAll(Set.of("yichang-fair", "xiangyang-ten-projects")), province.toString());
        assertFalse(province.contains("weihai-park"), province.toString());
        assertFalse(province.contains("yinchuan-vouchers"), province.toString());
        assertEquals(province, articles("--region", "420000"));
        assertEquals(province, articles("--region", "湖北"));
        assertEquals(province, articles("--region", "https://w3id.org/jingwei/id/region/420000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --region | 鼓楼区     | names 4 places
            --region | 不存在的县 | knows no place
            --period | 2021-13    | is no period
            --period | 去年       | is no period
            """)
    void whatCannotBeMeantIsRefused(String option, String value, String said) {
        Ran ran = export(db, option, value);
        assertEquals(Exit.WRONG_USAGE, ran.exit());
        assertTrue(ran.err().contains(said) && ran.err().contains(value), ran.err());
        assertEquals(0, ran.out().length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "--format csv", "--format csv --topic events,roles", "--bom", "--description --context",
            "--description --topic roles" })
    void optionsThatDoNotAgreeAreRefused(String options) {
        assertEquals(Exit.WRONG_USAGE, export(db, options.split(" ")).exit());
    }

    /** What is taken of a period lies in it; what reaches beyond is left. */
    @Test
    void aPeriodIsWhatLiesInIt() throws IOException {
        List<Map<String, String>> half = csv("--topic", "indicators", "--period", "2022-H1");
        assertFalse(half.isEmpty());
        half.forEach(row -> assertTrue(Set.of("2022-H1", "2022-Q1", "2022-Q2", "2022-01/2022-06").contains(row.get(
                "period")) || row.get("period").matches("2022-0[1-6].*"), row.toString()));
        List<Map<String, String>> year = csv("--topic", "indicators", "--period", "2022");
        assertTrue(year.containsAll(half));
        assertTrue(csv("--topic", "indicators").containsAll(year));
        assertTrue(csv("--topic", "indicators", "--period", "2022-01").size() < half.size());
    }

    /** Every fact of a topic is there, with its evidence, and no fact of another that it does not name. */
    @Test
    void aTopicIsItsFactsWithTheirEvidence() {
        DatasetGraph all = read(done("--format", "nquads"), Lang.NQUADS);
        DatasetGraph part = read(done("--format", "nquads", "--topic", "indicators"), Lang.NQUADS);
        Set<Quad> observations = new HashSet<>();
        all.find(Node.ANY, Node.ANY, RDF.type.asNode(), uri(NS + "ReportedObservation"))
                .forEachRemaining(observations::add);
        assertTrue(observations.size() > 20);
        for (Quad observation : observations) {
            assertTrue(part.contains(observation), observation.toString());
            Node subject = observation.getSubject();
            all.find(Node.ANY, subject, Node.ANY, Node.ANY)
                    .forEachRemaining(q -> assertTrue(part.contains(q), q.toString()));
            part.find(Node.ANY, subject, uri(NS + "evidence"), Node.ANY).forEachRemaining(q -> assertTrue(
                    part.contains(Node.ANY, q.getObject(), uri("http://www.w3.org/ns/oa#exact"), Node.ANY)));
        }
        assertFalse(part.contains(Node.ANY, Node.ANY, RDF.type.asNode(), uri("http://www.w3.org/ns/org#Membership")));
        assertTrue(quads(all).containsAll(quads(part)));
    }

    private List<Map<String, String>> csv(String... options) throws IOException {
        var all = new ArrayList<>(List.of("--format", "csv"));
        all.addAll(List.of(options));
        List<List<String>> lines = lines(done(all.toArray(String[]::new)));
        var rows = new ArrayList<Map<String, String>>();
        for (List<String> line : lines.subList(1, lines.size())) {
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.getFirst().get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> lines(byte[] csv) throws IOException {
        var lines = new ArrayList<List<String>>();
        try (var parser = CSVParser.parse(
                new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            for (CSVRecord record : parser) {
                lines.add(record.toList());
            }
        }
        return lines;
    }

    /** One reader for each format, the same cells: in the sheet of a topic and in its CSV. */
    @ParameterizedTest
    @EnumSource(Topic.class)
    void csvAndXlsxHoldTheSameCells(Topic topic) throws IOException {
        List<List<String>> csv = lines(done("--format", "csv", "--topic", topic.id(), "--lang", "zh"));
        assertTrue(csv.size() > 3, topic.id());
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(done("--format", "xlsx", "--lang", "zh")))) {
            Sheet sheet = workbook.getSheet(topic.ordinal()).orElseThrow();
            List<Row> rows = sheet.read();
            assertEquals(csv.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < csv.get(i).size(); column++) {
                    String plain = csv.get(i).get(column);
                    assertEquals(plain.startsWith("'") ? plain.substring(1) : plain, cell(rows.get(i), column));
                }
            }
        }
    }

    private static String cell(Row row, int column) {
        Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().toPlainString();
            case STRING -> cell.asString();
            case EMPTY -> "";
            case FORMULA, ERROR, BOOLEAN -> throw new AssertionError(cell.getType() + " in " + row);
        };
    }

    /** Every row names its article and its words; the words stand where it says; a value has its unit. */
    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyRowSaysWhereItComesFrom(Topic topic) throws IOException {
        DatasetGraph all = read(done("--format", "nquads"), Lang.NQUADS);
        for (Map<String, String> row : csv("--topic", topic.id())) {
            assertNotEquals("", row.get("article id"), row.toString());
            assertNotEquals("", row.get("quote"), row.toString());
            String article = row.get("IRI").replaceFirst("(doc/[0-9a-f]{16}/).*", "$1");
            Node span = uri(article + "span/" + row.get("quote start") + "-" + row.get("quote end"));
            assertTrue(all.find(Node.ANY, span, uri("http://www.w3.org/ns/oa#exact"), Node.ANY).next().getObject()
                    .getLiteralLexicalForm().equals(row.get("quote").replaceFirst("^'", "")), row.toString());
            if (!row.getOrDefault("value", "").isEmpty()) {
                assertNotEquals("", row.get("unit"), row.toString());
                assertNotEquals("", row.get("stated"), row.toString());
            }
        }
    }

    @Test
    void aByteOrderMarkLeadsWhereItIsWanted() {
        byte[] with = done("--format", "csv", "--topic", "roles", "--bom");
        byte[] without = done("--format", "csv", "--topic", "roles");
        assertEquals("\ufeff" + new String(without, StandardCharsets.UTF_8), new String(with, StandardCharsets.UTF_8));
    }

    @Test
    void wholeExportsLieBesideTheirDescription() throws IOException {
        Path file = folder.resolve("whole.nq");
        done("--format", "nquads", "--out", file.toString());
        assertArrayEquals(done("--format", "nquads"), Files.readAllBytes(file));
        DatasetGraph description = read(Files.readAllBytes(folder.resolve("whole.nq.description.ttl")), Lang.TURTLE);
        assertEquals(Files.lines(file).count(), number(description, "https://w3id.org/jingwei/dataset",
                "http://rdfs.org/ns/void#triples"));
        assertEquals(Files.size(file), number(description, "https://w3id.org/jingwei/dataset/file/nq",
                "http://www.w3.org/ns/dcat#byteSize"));
        DatasetGraph data = read(Files.readAllBytes(file), Lang.NQUADS);
        data.listGraphNodes().forEachRemaining(name -> assertEquals(data.getGraph(name).size(),
                number(description, name.getURI(), "http://rdfs.org/ns/void#triples")));
        assertEquals(Set.of("whole.nq", "whole.nq.description.ttl"), names("whole"));
        done("--format", "nquads", "--topic", "roles", "--out", folder.resolve("part.nq").toString());
        assertEquals(Set.of("part.nq"), names("part"));
    }

    private Set<String> names(String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.replaceFirst("^\\.", "").startsWith(beginning)).collect(Collectors.toSet());
        }
    }

    private static long number(DatasetGraph dataset, String subject, String property) {
        var found = dataset.find(Node.ANY, uri(subject), uri(property), Node.ANY);
        assertTrue(found.hasNext(), subject + " has no " + property);
        return ((Number) found.next().getObject().getLiteralValue()).longValue();
    }

    /** The counts are those that somebody else's counting gives. */
    @Test
    void theDescriptionCountsRight() {
        DatasetGraph description = read(done("--description"), Lang.TURTLE);
        Set<Quad> stored = stored();
        Map<Node, Set<Node>> instances = new LinkedHashMap<>();
        stored.stream().filter(q -> q.getPredicate().equals(RDF.type.asNode()))
                .forEach(q -> instances.computeIfAbsent(q.getObject(), t -> new HashSet<>()).add(q.getSubject()));
        String dataset = "https://w3id.org/jingwei/dataset";
        String voId = "http://rdfs.org/ns/void#";
        assertEquals(instances.size(), number(description, dataset, voId + "classes"));
        assertEquals(instances.values().stream().flatMap(Set::stream).distinct().count(),
                number(description, dataset, voId + "entities"));
        assertEquals(stored.stream().map(Quad::getPredicate).distinct().count(),
                number(description, dataset, voId + "properties"));
        assertEquals(stored.stream().map(Quad::getSubject).distinct().count(),
                number(description, dataset, voId + "distinctSubjects"));
        assertEquals(stored.stream().map(Quad::getObject).distinct().count(),
                number(description, dataset, voId + "distinctObjects"));
        instances.forEach((type, of) -> {
            Node partition = description.find(Node.ANY, Node.ANY, uri(voId + "class"), type).next().getSubject();
            assertEquals(of.size(), number(description, partition.getURI(), voId + "entities"), type.toString());
        });
    }

    /** A document that refers to the published context means the same as one that holds it. */
    @Test
    void theContextIsThatOfTheDocuments() {
        String context = new String(done("--context"), StandardCharsets.UTF_8);
        String document = new String(done("--format", "jsonld", "--topic", "roles"), StandardCharsets.UTF_8);
        String inner = document.lines().findFirst().orElseThrow();
        String body = document.substring(inner.length());
        String published = context.strip().replaceFirst("\\}\\s*$", "") + ",";
        assertTrue(quads(read((published + body).getBytes(StandardCharsets.UTF_8), Lang.JSONLD))
                .equals(quads(read(document.getBytes(StandardCharsets.UTF_8), Lang.JSONLD))));
    }

    /** A stream that takes a little and then no more. */
    private static final class Full extends OutputStream {
        private int left = 1000;

        @Override
        public void write(int one) throws IOException {
            if (--left < 0) {
                throw new IOException("no space left");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "turtle", "jsonld", "xlsx" })
    void aFullDiskIsSaidAndEndsTheVerb(String format) {
        var err = new ByteArrayOutputStream();
        int exit = Jingwei.run(new Terminal(new ByteArrayInputStream(new byte[0]), new Full(),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false), "export", "--db", db.toString(),
                "--format", format);
        assertEquals(Exit.IO, exit, err.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no space left"));
    }

    @Test
    void aPersonWhoWatchesSeesHowFarItIs() {
        var err = new ByteArrayOutputStream();
        Jingwei.run(new Terminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, true), "export", "--db", db.toString(),
                "--format", "nquads");
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("/" + INPUTS.size()),
                err.toString(StandardCharsets.UTF_8));
    }
}
