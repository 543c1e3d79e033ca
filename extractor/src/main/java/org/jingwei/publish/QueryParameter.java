package org.jingwei.publish;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.jingwei.rdf.PeriodNodes;

/**
 * A parameter {@code NAME} of a query: its variable {@code ?_NAME}, unbound when neither a value nor a default is
 * given. A value becomes one RDF term in the parsed query; its text is never part of query text.
 *
 * @param choices  the only values allowed; any when empty
 * @param required whether the question makes no sense without a value
 */
public record QueryParameter(String name, Type type, Optional<String> defaultValue, List<String> choices,
        Bilingual description, boolean required) {

    /** What a value must look like, and what becomes of it. */
    public enum Type {
        /** A plain literal; compare with {@code STR()}. */
        STRING(XSDDatatype.XSDstring),
        /** An absolute http, https or urn IRI. */
        IRI(null),
        /** Digits with an optional sign. */
        INTEGER(XSDDatatype.XSDinteger),
        /** Digits with an optional decimal point. */
        DECIMAL(XSDDatatype.XSDdecimal),
        /** {@code true} or {@code false}. */
        BOOLEAN(XSDDatatype.XSDboolean),
        /** Year, month and day: {@code 2021-05-26}. */
        DATE(XSDDatatype.XSDdate),
        /** A year: {@code 2021}. */
        YEAR(XSDDatatype.XSDgYear),
        /** A day, a month or a year: {@code 2021-05-26}, {@code 2021-05}, {@code 2021}. */
        TIME(XSDDatatype.XSDstring),
        /** The notation of a period: {@code 2021-H1}, {@code 2021-01/2021-04}. */
        PERIOD(XSDDatatype.XSDstring),
        /** A place by its name, its code or its IRI; in the query its IRI, or a name that only articles use. */
        PLACE(XSDDatatype.XSDstring);

        private final RDFDatatype datatype;

        Type(RDFDatatype datatype) {
            this.datatype = datatype;
        }

        static Optional<Type> named(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            for (Type type : values()) {
                if (type.name().equals(upper)) {
                    return Optional.of(type);
                }
            }
            return upper.equals("LITERAL") ? Optional.of(STRING) : Optional.empty();
        }
    }

    public QueryParameter {
        choices = List.copyOf(choices);
    }

    /** The variable it stands for, without question mark. */
    public String variable() {
        return "_" + name;
    }

    /** The value as an RDF term; trouble names the parameter and what is allowed. */
    public Node term(String value) {
        if (!choices.isEmpty() && !choices.contains(value)) {
            throw refused(value, "one of " + String.join(", ", choices));
        }
        if (type == Type.IRI) {
            return iri(value);
        }
        if (type == Type.TIME && days(value).isEmpty()) {
            throw refused(value, "a day 2021-05-26, a month 2021-05 or a year 2021");
        }
        if (type == Type.PERIOD) {
            Selection.period(value);
        }
        if (value.chars().anyMatch(c -> c < 0x20) || !type.datatype.isValid(value)) {
            throw refused(value, "a value of type " + type.name().toLowerCase(Locale.ROOT));
        }
        return NodeFactory.createLiteralDT(value, type.datatype);
    }

    /** As {@link #term(String)}; a place is looked up. Inside a read transaction. */
    Node term(String value, Places places) {
        return type == Type.PLACE ? places.asked(value) : term(value);
    }

    /** First and last day of a {@link Type#TIME}; empty when it is none. */
    static Optional<PeriodNodes.Days> days(String time) {
        return time.matches("\\d{4}(-\\d{2}){0,2}") ? PeriodNodes.days(time) : Optional.empty();
    }

    private Node iri(String value) {
        try {
            IRIx iri = IRIx.create(value);
            if (iri.isReference() && List.of("http", "https", "urn").contains(iri.scheme())) {
                return NodeFactory.createURI(value);
            }
        } catch (IRIException e) {
            // Refused below, like one that is only relative.
        }
        throw refused(value, "an absolute IRI");
    }

    private RefusedValue refused(String value, String allowed) {
        return new RefusedValue("The parameter " + name + " cannot be \"" + value + "\".", "Give " + allowed + ".");
    }
}
