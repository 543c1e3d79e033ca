package org.jingwei.rdf;

import org.apache.jena.graph.Graph;
import org.jingwei.link.Gazetteer;

/** What all articles refer to. Each call reads the files of the program anew and gives a fresh graph. */
public final class ReferenceGraphs {
    private ReferenceGraphs() {}

    /** The ontology with its code lists; belongs in the graph {@code graph/vocabulary}. */
    public static Graph vocabulary(Iris iris) {
        Graph graph = OntologyFiles.read(iris, OntologyFiles.ONTOLOGY);
        for (String scheme : OntologyFiles.CODE_LISTS) {
            OntologyFiles.read(iris, OntologyFiles.codeList(scheme), graph);
        }
        return graph;
    }

    /** The shapes that graphs are checked against. */
    public static Graph shapes(Iris iris) {
        return OntologyFiles.read(iris, OntologyFiles.SHAPES);
    }

    /** The file of these shapes, as people wrote it, with the IRIs of this base. */
    public static String shapesFile(Iris iris) {
        return OntologyFiles.text(iris, OntologyFiles.SHAPES);
    }

    /** The known divisions, zones, countries and organisations; belongs in the graph {@code graph/gazetteer}. */
    public static Graph gazetteer(Iris iris) {
        return new GazetteerGraph(iris).of(Gazetteer.load());
    }
}
