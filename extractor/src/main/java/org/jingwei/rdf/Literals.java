package org.jingwei.rdf;

import java.math.BigDecimal;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Builds every literal of the graph. Characters that some serialisation cannot carry become U+FFFD, one for one. */
final class Literals {
    static final String SIMPLIFIED = "zh-Hans";
    static final String TRADITIONAL = "zh-Hant";

    private Literals() {}

    static Node string(String text) {
        return NodeFactory.createLiteralString(speakable(text));
    }

    static Node simplified(String text) {
        return NodeFactory.createLiteralLang(speakable(text), SIMPLIFIED);
    }

    static Node traditional(String text) {
        return NodeFactory.createLiteralLang(speakable(text), TRADITIONAL);
    }

    static Node english(String text) {
        return NodeFactory.createLiteralLang(speakable(text), "en");
    }

    static Node decimal(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        String lexical = plain.toPlainString();
        return typed(lexical.contains(".") ? lexical : lexical + ".0", XSDDatatype.XSDdecimal);
    }

    static Node integer(long value) {
        return typed(Long.toString(value), XSDDatatype.XSDinteger);
    }

    static Node date(String iso) {
        return typed(iso, XSDDatatype.XSDdate);
    }

    static Node dateTime(String iso) {
        return typed(iso, XSDDatatype.XSDdateTime);
    }

    /** An ISO date, month or year. */
    static Node calendar(String iso) {
        return typed(iso, switch (iso.length()) {
            case 4 -> XSDDatatype.XSDgYear;
            case 7 -> XSDDatatype.XSDgYearMonth;
            default -> XSDDatatype.XSDdate;
        });
    }

    static Node typed(String lexical, RDFDatatype type) {
        return NodeFactory.createLiteralDT(lexical, type);
    }

    private static String speakable(String text) {
        if (text.codePoints().noneMatch(Literals::unspeakable)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(unspeakable(c) ? 0xfffd : c));
        return out.toString();
    }

    /** Control characters, unpaired surrogates and non-characters: XML, and so SPARQL results, cannot hold them. */
    static boolean unspeakable(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0xd800 && c < 0xe000 || (c & 0xfffe) == 0xfffe;
    }
}
