package org.jingwei.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;

/** What to do about a violation of a shape, from the kind of constraint and what the shape asks for. Immutable. */
final class Remedies {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final int MOST_LISTED = 9;

    private final Graph shapes;
    private final Iris iris;
    private final Map<String, String> prefixes;

    /** @param prefixes from namespace to prefix */
    Remedies(Graph shapes, Iris iris, Map<String, String> prefixes) {
        this.shapes = shapes;
        this.iris = iris;
        this.prefixes = prefixes;
    }

    String of(ReportEntry entry) {
        String kind = entry.sourceConstraintComponent().getURI().replaceFirst(".*#", "")
                .replaceFirst("ConstraintComponent$", "");
        Node shape = entry.source();
        return switch (kind) {
            case "MinCount" -> "State " + property(entry) + (count(shape, "minCount").equals("1")
                    ? "."
                    : " at least " + count(shape, "minCount") + " times.");
            case "MaxCount" -> switch (count(shape, "maxCount")) {
                case "0" -> "Leave out " + property(entry) + ".";
                case "1" -> "Keep one " + property(entry) + ".";
                default -> "Keep at most " + count(shape, "maxCount") + " of " + property(entry) + ".";
            };
            case "Datatype" -> "Write the value" + asked(shape, "datatype", " as %s") + ".";
            case "Class" -> "Give the value's type in the same graph" + asked(shape, "class", ": %s")
                    + ", or name another node.";
            case "NodeKind" -> "Write" + asked(shape, "nodeKind", " it as %s") + ".";
            case "In" -> "Use one of: " + list(shape) + ".";
            case "HasValue" -> "Add the value" + asked(shape, "hasValue", " %s") + ".";
            case "Pattern" -> "Write it" + asked(shape, "pattern", " so that it matches %s") + ".";
            case "MinLength" -> "Write words: it is too short.";
            case "LanguageIn" -> "Give the language of the text: " + list(shape) + ".";
            case "UniqueLang" -> "Keep one text in each language.";
            case "MinInclusive" -> "Give a value" + asked(shape, "minInclusive", " of at least %s") + ".";
            case "MaxInclusive" -> "Give a value" + asked(shape, "maxInclusive", " of at most %s") + ".";
            case "LessThan" -> "Give a value" + asked(shape, "lessThan", " below that of %s") + ".";
            case "Xone" -> "Meet exactly one of the alternatives of the shape.";
            case "Or" -> "Meet one of the alternatives of the shape: " + alternatives(shape) + ".";
            case "Not" -> "Take away what the shape forbids.";
            case "QualifiedMinCount" -> "Add a value of " + property(entry) + " that the shape asks for.";
            default -> "Correct what the message says.";
        };
    }

    private String property(ReportEntry entry) {
        return entry.resultPath() == null ? "it" : shown(entry.resultPath().toString());
    }

    private String asked(Node shape, String parameter, String words) {
        return value(shape, parameter).map(found -> words.replace("%s", found)).orElse("");
    }

    private String count(Node shape, String parameter) {
        return value(shape, parameter).orElse("1");
    }

    private Optional<String> value(Node shape, String parameter) {
        return shapes.stream(shape, Ns.iri(SH, parameter), Node.ANY).map(Triple::getObject).map(this::show).sorted()
                .findFirst();
    }

    private String list(Node shape) {
        List<String> items = new ArrayList<>();
        for (String parameter : List.of("in", "languageIn")) {
            shapes.stream(shape, Ns.iri(SH, parameter), Node.ANY).map(Triple::getObject)
                    .forEach(list -> members(list).forEach(member -> items.add(show(member))));
        }
        return items.size() > MOST_LISTED
                ? String.join(", ", items.subList(0, MOST_LISTED)) + " …"
                : String.join(", ", items);
    }

    private String alternatives(Node shape) {
        List<String> words = new ArrayList<>();
        shapes.stream(shape, Ns.iri(SH, "or"), Node.ANY).map(Triple::getObject)
                .forEach(list -> members(list).forEach(member -> {
                    for (String parameter : List.of("datatype", "class", "in")) {
                        value(member, parameter).filter(found -> !parameter.equals("in"))
                                .ifPresent(found -> words.add(parameter + " " + found));
                        if (parameter.equals("in") && shapes.contains(member, Ns.iri(SH, "in"), Node.ANY)) {
                            words.add(list(member));
                        }
                    }
                }));
        return words.stream().distinct().collect(Collectors.joining(", "));
    }

    private List<Node> members(Node list) {
        List<Node> members = new ArrayList<>();
        Node at = list;
        while (shapes.contains(at, Ns.iri(Ns.RDF, "first"), Node.ANY)) {
            members.add(shapes.find(at, Ns.iri(Ns.RDF, "first"), Node.ANY).next().getObject());
            at = shapes.find(at, Ns.iri(Ns.RDF, "rest"), Node.ANY).next().getObject();
        }
        return members;
    }

    private String show(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : shown(node.toString());
    }

    private String shown(String text) {
        return ShortNames.in(text, prefixes).replace(iris.base(), "").replace(SH, "");
    }
}
