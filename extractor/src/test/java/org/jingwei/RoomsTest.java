package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way the rooms look: a room uses only rooms above it, and a foreign library stays in its rooms. */
class RoomsTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** Top to bottom. The root package (Pipeline, Outcome, Main) is not a room; only {@code cli} looks at it. */
    private static final List<String> ROOMS = List.of("source", "article", "quantity", "text", "fact", "link", "table",
            "rdf", "store", "publish", "evaluate", "cli");

    private static final Set<String> JENA_ROOMS = Set.of("rdf", "store", "publish");

    /** Package prefix of a library to the rooms that may use it. What is neither here nor in Java is refused. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("com.fasterxml.jackson.", Set.of("source")), Map.entry("org.netpreserve.", Set.of("source")),
            Map.entry("crawlercommons.", Set.of("source")), Map.entry("org.brotli.", Set.of("source")),
            Map.entry("java.net.http.", Set.of("source")),
            Map.entry("org.jsoup.", Set.of("article")), Map.entry("org.mozilla.universalchardet.", Set.of("article")),
            Map.entry("com.hankcs.", Set.of("text")), Map.entry("org.apache.commons.csv.", Set.of("table")),
            Map.entry("org.apache.jena.", JENA_ROOMS), Map.entry("org.apache.lucene.", Set.of("store")),
            Map.entry("io.micrometer.", Set.of("publish")),
            Map.entry("org.dhatim.fastexcel.", Set.of("publish")),
            Map.entry("org.eclipse.jetty.", Set.of("publish")), Map.entry("jakarta.servlet.", Set.of("publish")),
            Map.entry("picocli.", Set.of("cli")), Map.entry("org.tomlj.", Set.of("cli")),
            Map.entry("me.tongfei.progressbar.", Set.of("cli")));

    /** A library that one class of its room keeps to itself. */
    private static final Map<String, String> LIBRARY_OF_ONE_CLASS = Map.of("com.fasterxml.jackson.", "Json.java",
            "org.tomlj.", "ServerFile.java");

    private static final Pattern IMPORT = Pattern
            .compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+(?:\\.\\*)?)\\s*;");
    private static final Pattern QUALIFIED = Pattern.compile("\\b[a-z]\\w*(?:\\.[a-z]\\w*)*\\.[A-Z]\\w*");
    private static final Pattern NOT_CODE = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'");

    @Test
    void everySourceFileKeepsToItsRoom() throws IOException {
        List<String> violations = new ArrayList<>();
        int files = 0;
        for (Path file : sources()) {
            files++;
            violations.addAll(violations(SOURCES.relativize(file), Files.readString(file)));
        }
        assertTrue(files > 20, "only " + files + " source files under " + SOURCES.toAbsolutePath());
        assertEquals(List.of(), violations, () -> String.join("\n", violations));
    }

    @Test
    void everyPackageIsARoom() throws IOException {
        for (Path file : sources()) {
            Path name = Path.of("org/jingwei").relativize(SOURCES.relativize(file));
            assertTrue(name.getNameCount() == 1 || (name.getNameCount() == 2 && ROOMS.contains(name.getName(0) + "")),
                    file + " is in no room; rooms are " + ROOMS);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            article/Bad.java  | import org.jingwei.rdf.GraphMapper;
            source/Bad.java   | import org.jingwei.article.*;
            quantity/Bad.java | import static org.jingwei.text.Lexicon.Entry;
            fact/Bad.java     | class Bad { org.jingwei.store.KnowledgeStore hidden; }
            fact/Bad.java     | import org.apache.jena.graph.Graph;
            link/Bad.java     | class Bad { Object o = org.apache.jena.graph.Graph.emptyGraph; }
            fact/Bad.java     | import com.hankcs.hanlp.HanLP;
            article/Bad.java  | import org.netpreserve.jwarc.WarcReader;
            cli/Bad.java      | import crawlercommons.robots.BaseRobotRules;
            cli/Bad.java      | import java.net.http.HttpClient;
            article/Bad.java  | import com.fasterxml.jackson.databind.JsonNode;
            source/Bad.java   | import com.fasterxml.jackson.databind.JsonNode;
            publish/Bad.java  | import org.apache.commons.csv.CSVFormat;
            table/Bad.java    | import org.apache.jena.graph.Graph;
            link/Bad.java     | import org.jingwei.table.Mapping;
            store/Bad.java    | import org.eclipse.jetty.server.Server;
            publish/Bad.java  | import org.apache.lucene.search.IndexSearcher;
            rdf/Bad.java      | import picocli.CommandLine;
            text/Bad.java     | import com.google.common.collect.ImmutableList;
            rdf/Bad.java      | import org.jingwei.Pipeline;
            cli/Bad.java      | import org.jsoup.Jsoup;
            Bad.java          | import org.jingwei.store.KnowledgeStore;
            """)
    void aPlantedViolationIsCaught(String file, String code) {
        List<String> found = violations(Path.of("org/jingwei", file), "package org.jingwei;\n" + code + "\n");
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).contains(Path.of(file).getFileName().toString()), found::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source/Json.java  | import com.fasterxml.jackson.databind.JsonNode;
            article/Fine.java | import org.jsoup.Jsoup;
            fact/Fine.java    | /** Unlike {@link org.jingwei.rdf.GraphMapper}. */ class Fine { String s = "org.apache.jena.graph.Graph"; }
            rdf/Fine.java     | import org.apache.jena.graph.Graph;
            cli/Fine.java     | import org.jingwei.Pipeline;
            Fine.java         | import org.jingwei.rdf.GraphMapper;
            Main.java         | import org.jingwei.cli.Jingwei;
            text/Fine.java    | import java.util.List;
            """)
    void whatIsAllowedPasses(String file, String code) {
        List<String> found = violations(Path.of("org/jingwei", file), "package org.jingwei;\n" + code + "\n");
        assertTrue(found.isEmpty(), found::toString);
    }

    @Test
    void everyLibraryRuleNamesRooms() {
        for (Set<String> rooms : LIBRARIES.values()) {
            assertFalse(rooms.isEmpty());
            assertTrue(ROOMS.containsAll(rooms), rooms::toString);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One line for each name in {@code code} that its room may not use. {@code file} is relative to the sources. */
    private static List<String> violations(Path file, String code) {
        Path below = Path.of("org/jingwei").relativize(file);
        String room = below.getNameCount() == 1 ? "" : below.getName(0).toString();
        String plain = NOT_CODE.matcher(code).replaceAll(" ");
        List<String> violations = new ArrayList<>();
        IMPORT.matcher(plain).results().map(found -> found.group(1)).distinct()
                .forEach(name -> why(room, below, name, true).ifPresent(why -> violations.add(file + ": " + why)));
        QUALIFIED.matcher(IMPORT.matcher(plain).replaceAll(" ")).results().map(found -> found.group()).distinct()
                .forEach(name -> why(room, below, name, false).ifPresent(why -> violations.add(file + ": " + why)));
        return violations;
    }

    private static Optional<String> why(String room, Path file, String name, boolean imported) {
        if (name.startsWith("org.jingwei.")) {
            String[] parts = name.split("\\.");
            String used = Character.isUpperCase(parts[2].charAt(0)) || parts[2].equals("*") ? "" : parts[2];
            return maySee(room, file.toString(), used)
                    ? Optional.empty()
                    : Optional.of("uses " + name + ", which is below it");
        }
        for (var library : LIBRARIES.entrySet()) {
            if (name.startsWith(library.getKey())) {
                String owner = LIBRARY_OF_ONE_CLASS.get(library.getKey());
                boolean allowed = library.getValue().contains(room) && (owner == null || file.endsWith(owner));
                return allowed
                        ? Optional.empty()
                        : Optional.of("uses " + name + ", a library that belongs to " + library.getValue()
                                + (owner == null ? "" : " and there to " + owner));
            }
        }
        boolean java = name.startsWith("java.") || name.startsWith("javax.");
        return java || !imported
                ? Optional.empty()
                : Optional.of("imports " + name + ", a library that belongs to no room");
    }

    private static boolean maySee(String room, String file, String used) {
        if (room.isEmpty()) {
            boolean root = used.isEmpty();
            return root || (file.equals("Main.java")
                    ? used.equals("cli")
                    : ROOMS.indexOf(used) <= ROOMS.indexOf("rdf") && ROOMS.contains(used));
        }
        return used.isEmpty() ? room.equals("cli") : ROOMS.indexOf(used) <= ROOMS.indexOf(room) && ROOMS.contains(used);
    }
}
