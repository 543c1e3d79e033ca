package org.jingwei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Regions;
import org.jingwei.rdf.IndicatorList;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.rdf.Shapes;
import org.jingwei.rdf.StatisticsGraph;
import org.jingwei.rdf.StatisticsMapper;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;
import org.jingwei.store.Edition;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.StatisticsChange;
import org.jingwei.table.BadTable;
import org.jingwei.table.Figure;
import org.jingwei.table.Mapping;
import org.jingwei.table.MappingReader;
import org.jingwei.table.Reading;
import org.jingwei.table.TableReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A table of official statistics into a store. */
@Command(name = "import-stats", mixinStandardHelpOptions = true, header = "Read a table of official statistics into a store, beside the news.", description = {
        "", "Its figures get a graph of their own, graph/statistics/NAME, with publisher, edition and licence, in the",
        "dimensions of the figures that news reports, so that the two can be compared. A later edition of the",
        "same name replaces the earlier; the same file again changes nothing. How mapping files are written is",
        "told in extractor/docs/statistics.md.", "" }, footer = { "", "Example:",
                "  jingwei import-stats grp.csv --mapping grp.mapping --db data",
                "  jingwei query official/against-news --db data",
                "  jingwei import-stats --remove nbs-grp-2015-2019 --db data", "",
                "Exit codes: 0 done; 1 done, but some figures were not placed; 2 wrong usage, a wrong mapping, or a table that does not fit it; 70 and above: failed." })
final class ImportStatsVerb extends Verb {
    /** More is no table that a person made. */
    private static final long MOST_BYTES = 256L << 20;
    private static final int SHOWN = 5;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The table: comma-separated values in UTF-8 or GB18030.")
    private Path file;

    @Option(names = "--remove", paramLabel = "NAME", description = "Take the figures of this table out of the store instead: the name that its mapping gives it.")
    private Optional<String> remove = Optional.empty();

    @Option(names = "--mapping", paramLabel = "MAPPING", description = "The file that says what stands in which column, and where the table comes from.")
    private Path mappingFile;

    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store; made when it is not there.")
    private Path db;

    @Option(names = "--base", paramLabel = "IRI", description = "Where the IRIs of the graph live; an http or https address that ends in a slash (default: those of the store, "
            + Iris.DEFAULT_BASE + " for a new one).")
    private Optional<String> base = Optional.empty();

    @Option(names = "--unplaced", paramLabel = "FILE", description = "Where figures that were not placed are listed, as JSON Lines with file, line, column, text, why and remedy (default: DIR-NAME-unplaced.jsonl). Replaced by each run.")
    private Optional<Path> unplaced = Optional.empty();

    ImportStatsVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (remove.isPresent()) {
            return remove(remove.get());
        }
        if (file == null || mappingFile == null) {
            throw new ParameterException(spec.commandLine(), file == null
                    ? "Missing required parameter: 'FILE'"
                    : "Missing required option: '--mapping=MAPPING'");
        }
        byte[] bytes = bytes(file);
        Mapping mapping;
        Reading reading;
        try {
            mapping = MappingReader.read(mappingFile.toString(),
                    new String(bytes(mappingFile), StandardCharsets.UTF_8));
            reading = new TableReader(new Regions(Gazetteer.load()), IndicatorList.read()).read(file.toString(), bytes,
                    mapping);
        } catch (BadTable e) {
            throw new Trouble(Exit.WRONG_USAGE, e.getMessage(), e);
        }
        Path letters = unplaced.orElseGet(() -> beside(mapping.name()));
        list(reading, letters);
        String counted = Counted.of(reading.rows(), "row") + " read, "
                + Counted.of(reading.placed().size(), "figure") + " placed, " + reading.unplaced().size()
                + " unplaced" + (reading.missing() > 0 ? ", " + reading.missing() + " missing" : "")
                + (reading.repeated() > 0 ? ", " + reading.repeated() + " said twice" : "")
                + (reading.notes() > 0 ? ", " + Counted.of(reading.notes(), "note") + " left out" : "");
        if (reading.placed().isEmpty()) {
            terminal.say(counted + "; " + db + " was not changed"
                    + (reading.unplaced().isEmpty() ? "" : "; see " + letters));
            return Exit.SOME_REJECTED;
        }
        terminal.say(counted + "; " + store(mapping, reading, bytes)
                + (reading.unplaced().isEmpty() ? "" : "; see " + letters));
        return reading.unplaced().isEmpty() ? Exit.DONE : Exit.SOME_REJECTED;
    }

    private int remove(String name) {
        if (file != null || mappingFile != null || base.isPresent() || unplaced.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--remove takes a table out and goes with --db alone");
        }
        try (KnowledgeStore store = KnowledgeStore.openExisting(db)) {
            List<String> there = store.statistics();
            if (!there.contains(name)) {
                throw new Trouble(Exit.WRONG_USAGE, db + " holds no table " + name + ". "
                        + (there.isEmpty() ? "It holds none." : "It holds " + String.join(", ", there) + "."));
            }
            store.removeStatistics(name);
            terminal.say(db + ": graph/statistics/" + name + " removed");
            return Exit.DONE;
        }
    }

    private String store(Mapping mapping, Reading reading, byte[] bytes) {
        try (KnowledgeStore store = base.isPresent()
                ? KnowledgeStore.open(db, iris(base.get()))
                : KnowledgeStore.open(db)) {
            StatisticsGraph graph = new StatisticsMapper(store.iris()).map(mapping, reading,
                    file.getFileName().toString(), RawPage.sha256(bytes));
            switch (new Shapes(store.iris()).check(graph)) {
                case Verdict.Conforming conforming -> {
                }
                case Verdict.Broken broken -> throw new Trouble(Exit.WRONG_USAGE, file + " was not stored: its graph "
                        + "breaks the constraints of ontology/shapes.ttl: " + String.join("; ",
                                broken.report().stream().limit(SHOWN).toList())
                        + ". Correct the table or its mapping.");
            }
            store.loadReference(Edition.current(), () -> ReferenceGraphs.vocabulary(store.iris()),
                    () -> ReferenceGraphs.gazetteer(store.iris()));
            StatisticsChange change = store.putStatistics(graph);
            return db + ": " + graph.graphName().getURI().substring(store.iris().base().length()) + switch (change) {
                case ADDED -> " added";
                case REPLACED -> " replaced";
                case UNCHANGED -> " already there";
            };
        }
    }

    private Iris iris(String base) {
        try {
            return Iris.below(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Path beside(String name) {
        Path store = db.toAbsolutePath().normalize();
        return store.resolveSibling(store.getFileName() + "-" + name + "-unplaced.jsonl");
    }

    /** The file appears whole; a run that placed all removes an earlier run's. */
    private void list(Reading reading, Path letters) throws IOException {
        if (reading.unplaced().isEmpty()) {
            Files.deleteIfExists(letters);
            return;
        }
        int told = 0;
        try (var out = new OutputFile(letters)) {
            for (Figure.Unplaced figure : reading.unplaced()) {
                if (told++ < SHOWN) {
                    terminal.say(file + ":" + figure.line() + ": " + figure.column() + ": " + figure.why() + ". "
                            + figure.remedy());
                }
                out.stream().write((Json.line(json(figure)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            out.commit();
        }
        if (told > SHOWN) {
            terminal.say("… and " + (told - SHOWN) + " more");
        }
    }

    private Map<String, Object> json(Figure.Unplaced figure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file.toString());
        object.put("line", figure.line());
        object.put("column", figure.column());
        object.put("text", figure.text());
        object.put("why", figure.why());
        object.put("remedy", figure.remedy());
        return object;
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new Trouble(Exit.WRONG_USAGE, path + " is larger than " + (MOST_BYTES >> 20)
                        + " MB. Split the table.");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Trouble(Exit.IO, path + " cannot be read: " + OutputFile.why(e)
                    + ". Give a file that is there and yours to read.", e);
        }
    }
}
