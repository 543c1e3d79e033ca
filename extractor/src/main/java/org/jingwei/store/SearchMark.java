package org.jingwei.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What is searched for in a store, as one number: the sum of the hashes of its statements, whatever the order they came
 * in. It is kept in the store, changed by each transaction that changes such a statement, and in the index; where the
 * two are the same, the index is of this state of the store. It stands among the store's prefixes, so that no query
 * and no export sees it.
 */
record SearchMark(long high, long low) {
    static final SearchMark NOTHING = new SearchMark(0, 0);

    private static final String PREFIX = "jingwei-search";
    private static final String NAMESPACE = "urn:x-jingwei:search:";
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{16})([0-9a-f]{16})");

    /** That of a store, inside a transaction; none in a store that nobody has counted. */
    static Optional<SearchMark> of(DatasetGraph dataset) {
        String iri = dataset.prefixes().get(PREFIX);
        return iri == null || !iri.startsWith(NAMESPACE) ? Optional.empty() : parse(iri.substring(NAMESPACE.length()));
    }

    /** Inside a write transaction. */
    void into(DatasetGraph dataset) {
        dataset.prefixes().add(PREFIX, NAMESPACE + this);
    }

    static Optional<SearchMark> parse(String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new SearchMark(Long.parseUnsignedLong(matcher.group(1), 16),
                        Long.parseUnsignedLong(matcher.group(2), 16)))
                : Optional.empty();
    }

    SearchMark plus(SearchMark other) {
        return new SearchMark(high + other.high, low + other.low);
    }

    static SearchMark ofStatement(Quad quad) {
        var sum = new Sum();
        sum.plus(quad);
        return sum.mark();
    }

    /** The mark of many statements. What one has in common with the one before, its graph and subject, is hashed once. */
    static final class Sum {
        private long high;
        private long low;
        private Node graph;
        private Node subject;
        private long highStart;
        private long lowStart;

        void plus(Quad quad) {
            start(quad);
            high += rest(highStart, quad);
            low += rest(lowStart, quad);
        }

        void minus(Quad quad) {
            start(quad);
            high -= rest(highStart, quad);
            low -= rest(lowStart, quad);
        }

        SearchMark mark() {
            return new SearchMark(high, low);
        }

        private void start(Quad quad) {
            if (!quad.getSubject().equals(subject) || !quad.getGraph().equals(graph)) {
                graph = quad.getGraph();
                subject = quad.getSubject();
                highStart = mixed(mixed(0x9E3779B97F4A7C15L, graph), subject);
                lowStart = mixed(mixed(0xC2B2AE3D27D4EB4FL, graph), subject);
            }
        }

        private static long rest(long start, Quad quad) {
            return mixed(mixed(start, quad.getPredicate()), quad.getObject());
        }
    }

    private static long mixed(long hash, Node node) {
        if (node.isLiteral()) {
            return mixed(mixed(mixed(hash, node.getLiteralLexicalForm()), node.getLiteralLanguage()),
                    node.getLiteralDatatypeURI());
        }
        return mixed(hash, node.toString());
    }

    /** FNV-1a over its characters, each spread over all bits, with an end. */
    private static long mixed(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
        }
        mixed = (mixed ^ 0x10000) * 0xFF51AFD7ED558CCDL;
        return mixed ^ mixed >>> 32;
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%016x%016x", high, low);
    }
}
