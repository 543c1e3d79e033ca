package org.jingwei.store;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/**
 * Which statements may be stored. TDB2 takes anything; a NUL, a lone surrogate or an IRI with a space in it would be
 * served for months and break the first export that is read elsewhere.
 */
final class Acceptable {
    private Acceptable() {}

    /** What is wrong with the first statement that may not be stored; empty when all may. */
    static Optional<String> fault(Graph graph) {
        Set<Node> good = new HashSet<>(); // most nodes stand in several statements
        return graph.stream().map(triple -> fault(triple, good)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> fault(Triple triple, Set<Node> good) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()).filter(good::add)
                .map(Acceptable::fault).flatMap(Optional::stream).findFirst()
                .map(reason -> reason + " in the statement " + printable(triple.toString()));
    }

    private static Optional<String> fault(Node node) {
        if (node.isURI()) {
            return iri(node.getURI());
        }
        if (node.isLiteral()) {
            return characters(node.getLiteralLexicalForm());
        }
        return Optional.of(node.isBlank() ? "a blank node" : "neither an IRI nor a literal");
    }

    private static Optional<String> iri(String iri) {
        try {
            IRIx parsed = IRIx.create(iri);
            if (!parsed.isReference()) {
                return Optional.of("a relative IRI");
            }
            String scheme = parsed.scheme() == null ? "" : parsed.scheme().toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "http", "https", "urn", "mailto", "tel" -> characters(iri);
                default -> Optional.of("an IRI with the scheme \"" + scheme + "\"");
            };
        } catch (IRIException e) {
            return Optional.of("a malformed IRI");
        }
    }

    private static Optional<String> characters(String text) {
        return text.codePoints().filter(Acceptable::unwritable).mapToObj(
                c -> String.format(Locale.ROOT, "the character U+%04X, which files cannot carry,", c))
                .findFirst();
    }

    /** C0 controls but tab, line feed and carriage return; surrogates without a partner; non-characters. */
    private static boolean unwritable(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0xD800 && c <= 0xDFFF
                || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    /** With U+FFFD for what may not be stored: for names of places, which are what they are. */
    static String text(String text) {
        return text.codePoints().noneMatch(Acceptable::unwritable)
                ? text
                : text.codePoints().map(c -> unwritable(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String printable(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(200).map(c -> unwritable(c) ? 0xFFFD : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
