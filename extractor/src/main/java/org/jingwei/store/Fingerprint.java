package org.jingwei.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

/** Tells graphs without blank nodes apart by what they state, whatever order they state it in. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256, in lower-case hexadecimal, of the statements as lines of N-Triples in the order of their characters. */
    static String of(Graph graph) {
        String[] lines = graph.stream().map(triple -> nt(triple.getSubject()) + nt(triple.getPredicate())
                + nt(triple.getObject()) + ".\n").toArray(String[]::new);
        Arrays.sort(lines);
        MessageDigest digest = sha256();
        for (String line : lines) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String nt(Node node) {
        return NodeFmtLib.strNT(node) + " ";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
