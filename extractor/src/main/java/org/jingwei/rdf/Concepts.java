package org.jingwei.rdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Entries of one code list by any of their names or notations. Immutable. */
final class Concepts {
    private final Map<String, Node> byName;

    private Concepts(Map<String, Node> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** @throws IllegalStateException when two entries share a name */
    static Concepts read(Iris iris, String scheme) {
        Graph list = OntologyFiles.read(iris, OntologyFiles.codeList(scheme));
        Map<String, Node> byName = new HashMap<>();
        for (Node naming : List.of(Ns.skos("notation"), Ns.skos("prefLabel"), Ns.skos("altLabel"))) {
            list.stream(Node.ANY, naming, Node.ANY).filter(t -> !t.getObject().getLiteralLanguage().equals("en"))
                    .filter(t -> list.contains(t.getSubject(), Ns.skos("inScheme"), Node.ANY)).forEach(t -> {
                        Node other = byName.put(t.getObject().getLiteralLexicalForm(), t.getSubject());
                        if (other != null && !other.equals(t.getSubject())) {
                            throw new IllegalStateException("code list " + scheme + ": " + other + " and "
                                    + t.getSubject() + " share the name " + t.getObject());
                        }
                    });
        }
        return new Concepts(byName);
    }

    Optional<Node> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Each name and notation with its entry. */
    Map<String, Node> all() {
        return byName;
    }
}
