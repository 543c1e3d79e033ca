package org.jingwei.store;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        var triples = graph.find();
        while (triples.hasNext()) {
            Triple triple = triples.next();
            for (Node node : new Node[]{ triple.getSubject(), triple.getPredicate(), triple.getObject() }) {
                Optional<String> fault = good.add(node) ? fault(node) : Optional.empty();
                if (fault.isPresent()) {
                    return fault.map(reason -> reason + " in the statement " + printable(triple.toString()));
                }
            }
        }
        return Optional.empty();
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
        if (isPlain(iri)) {
            return Optional.empty();
        }
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

    /** Most are: a web address of nothing but letters, digits and what needs no rule to stand between them. */
    private static boolean isPlain(String iri) {
        int from = iri.startsWith("https://") ? 8 : iri.startsWith("http://") ? 7 : iri.length();
        for (int i = from; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.'
                    || c == '_' || c == '/' && i > from || c == '#' && iri.indexOf('#') == i)) {
                return false;
            }
        }
        return from < iri.length();
    }

    private static Optional<String> characters(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) < Character.MIN_SURROGATE) {
            i++;
        }
        return i == text.length() ? Optional.empty() : unwritable(text);
    }

    private static Optional<String> unwritable(String text) {
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
