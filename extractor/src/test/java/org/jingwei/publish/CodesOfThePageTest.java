package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
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
}
