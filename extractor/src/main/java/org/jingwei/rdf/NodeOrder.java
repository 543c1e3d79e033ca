package org.jingwei.rdf;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A total order of nodes and triples that people expect: e2 before e10, types first. */
final class NodeOrder {
    static final Comparator<Node> NODES = Comparator.comparing(Node::isLiteral).thenComparing(NodeOrder::words,
            NodeOrder::compareWords).thenComparing(NodeOrder::tag);

    static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, NODES)
            .thenComparing(triple -> !triple.getPredicate().equals(Ns.TYPE))
            .thenComparing(Triple::getPredicate, NODES).thenComparing(Triple::getObject, NODES);

    private NodeOrder() {}

    private static String words(Node node) {
        return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private static String tag(Node node) {
        return node.isLiteral() ? node.getLiteralDatatypeURI() + "@" + node.getLiteralLanguage() : "";
    }

    /** Runs of ASCII digits compare as numbers, leading zeros last. */
    private static int compareWords(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endOfA = digits(a, i);
            int endOfB = digits(b, j);
            if (endOfA > i && endOfB > j) {
                int compared = compareNumbers(a, i, endOfA, b, j, endOfB);
                if (compared != 0) {
                    return compared;
                }
                i = endOfA;
                j = endOfB;
            } else if (a.charAt(i) != b.charAt(j)) {
                return Character.compare(a.charAt(i), b.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int compareNumbers(String a, int i, int endOfA, String b, int j, int endOfB) {
        while (i < endOfA && a.charAt(i) == '0') {
            i++;
        }
        while (j < endOfB && b.charAt(j) == '0') {
            j++;
        }
        int compared = Integer.compare(endOfA - i, endOfB - j);
        for (; compared == 0 && i < endOfA; i++, j++) {
            compared = Character.compare(a.charAt(i), b.charAt(j));
        }
        return compared;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
