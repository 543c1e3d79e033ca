package org.jingwei.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The Turtle files of {@code ontology/} on the class path, read below any base. */
final class OntologyFiles {
    static final String ONTOLOGY = "jingwei.ttl";
    static final String SHAPES = "shapes.ttl";
    static final List<String> CODE_LISTS = List.of("amountRole", "basis", "bound", "entityType", "enumeration",
            "eventType", "indicator", "industry", "measure", "pageState", "phase", "rejection", "repairKind", "status",
            "transformation",
            "unit", "zoneKind", "zoneLevel");

    private OntologyFiles() {}

    /** @throws IllegalStateException when the program was packed without the file */
    static Graph read(Iris iris, String file) {
        Graph graph = GraphFactory.createDefaultGraph();
        read(iris, file, graph);
        return graph;
    }

    static void read(Iris iris, String file, Graph into) {
        RDFParser.fromString(text(iris, file), Lang.TURTLE).parse(into);
    }

    static String codeList(String scheme) {
        return "codes/" + scheme + ".ttl";
    }

    /** What matches {@code base} in a regular expression, without a backslash, which Turtle would need twice. */
    private static String pattern(String base) {
        return base.replaceAll("[.+*()|$]", "[$0]");
    }

    /** The base is part of IRIs, of prefixes and of strings in the shapes: all of it moves with the text. */
    static String text(Iris iris, String file) {
        String path = "/ontology/" + file;
        try (InputStream in = OntologyFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + path + "; build it again with mvn package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"^" + Iris.DEFAULT_BASE, "\"^" + pattern(iris.base()))
                    .replace(Iris.DEFAULT_BASE, iris.base());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path + " of the program: " + e.getMessage(), e);
        }
    }
}
