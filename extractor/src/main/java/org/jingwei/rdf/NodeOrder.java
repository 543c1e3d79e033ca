package org.jingwei.rdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A total order of nodes and triples that people expect: e2 before e10, types first. */
public final class NodeOrder {
    public static final Comparator<Node> NODES = NodeOrder::compare;

    public static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, NODES)
            .thenComparing(NodeOrder::compareOfOneSubject);

    private NodeOrder() {}

    /** In the order {@link #TRIPLES}: subjects are many times fewer than triples, and each is compared once. */
    public static List<Triple> sorted(Stream<Triple> triples) {
        Map<Node, List<Triple>> bySubject = new HashMap<>();
        triples.forEach(triple -> bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple));
        List<Node> subjects = new ArrayList<>(bySubject.keySet());
        subjects.sort(NODES);
        List<Triple> sorted = new ArrayList<>();
        for (Node subject : subjects) {
            List<Triple> of = bySubject.get(subject);
            of.sort(NodeOrder::compareOfOneSubject);
            sorted.addAll(of);
        }
        return sorted;
    }

    private static int compareOfOneSubject(Triple a, Triple b) {
        Node one = a.getPredicate();
        Node other = b.getPredicate();
        if (one.equals(other)) {
            return compare(a.getObject(), b.getObject());
        }
        return one.equals(Ns.TYPE) ? -1 : other.equals(Ns.TYPE) ? 1 : compare(one, other);
    }

    private static int compare(Node a, Node b) {
        if (a == b) {
            return 0;
        }
        int compared = Boolean.compare(a.isLiteral(), b.isLiteral());
        compared = compared != 0 ? compared : compareWords(words(a), words(b));
        return compared != 0 ? compared : tag(a).compareTo(tag(b));
    }

    private static String words(Node node) {
        return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private static String tag(Node node) {
        return node.isLiteral() ? node.getLiteralDatatypeURI() + "@" + node.getLiteralLanguage() : "";
    }

    /** Runs of ASCII digits compare as numbers, leading zeros last. */
    private static int compareWords(String a, String b) {
        int i = sharedStart(a, b);
        int j = i;
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

    /** Behind the characters that both start with, but in front of the number that these cut in two. */
    private static int sharedStart(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int at = 0;
        while (at < shorter && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        while (at > 0 && a.charAt(at - 1) >= '0' && a.charAt(at - 1) <= '9') {
            at--;
        }
        return at;
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
