package org.jingwei.store;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The sum of the hashes of statements, whatever the order they come in. It is a format: it stands at the head of every
 * backup, and a backup whose statements add up to another sum is not restored. It may never give another number for the
 * same statements. It finds damage and mistakes; against somebody who means harm it proves nothing.
 *
 * <p>What a statement has in common with the one before, its graph and subject, is hashed once.
 */
final class StatementSum {
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

    long high() {
        return high;
    }

    long low() {
        return low;
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

    /** Thirty-two hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%016x%016x", high, low);
    }
}
