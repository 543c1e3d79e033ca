package org.jingwei.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Tells graphs without blank nodes apart by what they state, whatever order they state it in. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 of the statements in the order of their characters, in lower-case hexadecimal. */
    static String of(Graph graph) {
        String[] lines = graph.stream().map(triple -> written(triple.getSubject()) + written(triple.getPredicate())
                + written(triple.getObject())).toArray(String[]::new);
        Arrays.sort(lines);
        MessageDigest digest = sha256();
        for (String line : lines) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** No two nodes are written alike: each part says its length. Writing N-Triples takes several times as long. */
    private static String written(Node node) {
        if (node.isURI()) {
            return part('<', node.getURI());
        }
        if (node.isLiteral()) {
            return part('"', node.getLiteralLexicalForm()) + part('@', node.getLiteralLanguage())
                    + part('^', node.getLiteralDatatypeURI());
        }
        return part('?', node.toString());
    }

    private static String part(char kind, String text) {
        return kind + Integer.toString(text.length()) + ' ' + text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
