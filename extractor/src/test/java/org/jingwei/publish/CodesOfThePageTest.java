package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web page calls codes what the code lists call them, and has a word for each. */
class CodesOfThePageTest {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

    @ParameterizedTest
    @ValueSource(strings = { "eventType", "phase", "amountRole", "measure", "basis", "repairKind", "rejection" })
    void everyCodeHasItsLabel(String list) throws IOException {
        var known = new TreeMap<String, String>();
        Graph vocabulary = ReferenceGraphs.vocabulary(Iris.standard());
        Node scheme = Iris.standard().codeScheme(list);
        vocabulary.stream(Node.ANY, NodeFactory.createURI(SKOS + "inScheme"), scheme)
                .forEach(entry -> vocabulary
                        .stream(entry.getSubject(), NodeFactory.createURI(SKOS + "prefLabel"), Node.ANY)
                        .filter(label -> label.getObject().getLiteralLanguage().equals("zh-Hans"))
                        .forEach(label -> known.put(entry.getSubject().getURI().replaceFirst(".*/", ""),
                                label.getObject().getLiteralLexicalForm())));
        assertTrue(known.size() >= 3, list + ": " + known);

        String script = Files.readString(Path.of("src/main/web/fact-line.js"));
        var line = Pattern.compile("(?m)^  " + list + ": \\{(.*)},$").matcher(script);
        assertTrue(line.find(), list);
        var shown = new TreeMap<String, String>();
        Pattern.compile("([A-Z_]+): \\['([^']+)', '[^']+']").matcher(line.group(1)).results()
                .forEach(code -> shown.put(code.group(1), code.group(2)));
        assertEquals(known, shown);
    }

    private static final Path READER = Path.of("src/main/java/org/jingwei");
    /** Words in quotes that are no rules: parts of speech, groups of expressions, switches of the compiler. */
    private static final Set<String> NO_RULES = Set.of("any character", "by", "chinese", "column", "company", "eng",
            "first", "foreign", "ing", "mark", "nrf", "not known here", "quoted", "rawtypes", "second", "short",
            "third",
            "unchecked", "word");

    /** A rule that is new in the reader has no Chinese words until somebody writes them: then this fails. */
    @Test
    void everyRuleHasItsChineseWords() throws IOException {
        var missing = new TreeSet<String>();
        String words = Files.readString(Path.of("src/main/web/reading-words.js"));
        for (String literal : literals(List.of("text", "quantity", "fact"), ".*")) {
            boolean named = literal.endsWith(" ")
                    ? words.contains("  " + literal.strip() + ": ") || words.contains(", " + literal.strip() + ": ")
                    : words.contains("'" + literal + "': ") || words.contains("\"" + literal + "\": ");
            if (literal.matches("[a-z]{3,}('s)?([- ][a-z]+){0,2} ?")
                    && !NO_RULES.contains(literal.strip()) && !named) {
                missing.add(literal);
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** So has a reason; they are looked for by the parts that they are put together from. */
    @Test
    void everyReasonHasItsChineseWords() throws IOException {
        String words = Files.readString(Path.of("src/main/web/reading-words.js")).replaceAll("\\{\\w}", "{}");
        var missing = new ArrayList<String>();
        for (String literal : literals(List.of("fact", "article", "cli"),
                "LeftOut|QuantityUse|Losses|Withdrawal|Damage|Threshold|SenseChecks|CalledOff|Contradiction|NoArticle|ArticleReader")) {
            for (String part : literal.split("%\\.2f")) {
                if (isReason(part) && !words.contains(part.strip())) {
                    missing.add(part);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /** Three words at least, or the end of a sentence. */
    private static boolean isReason(String literal) {
        return literal.matches("[A-Za-z,][^\\\\|\\[(]*[a-z],? [a-z]+ [a-z][^\\\\|\\[(]*");
    }

    /** What stands in quotes in the classes of these rooms that have these names. */
    private static List<String> literals(List<String> rooms, String classes) throws IOException {
        var found = new ArrayList<String>();
        for (String room : rooms) {
            try (Stream<Path> files = Files.list(READER.resolve(room))) {
                for (Path file : files.filter(f -> f.getFileName().toString().matches("(" + classes + ")\\.java"))
                        .sorted().collect(Collectors.toList())) {
                    Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"").matcher(Files.readString(file)).results()
                            .forEach(literal -> found.add(literal.group(1)));
                }
            }
        }
        assertTrue(found.size() > 20, rooms + " " + found);
        return found;
    }
}
