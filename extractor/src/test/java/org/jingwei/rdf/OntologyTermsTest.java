package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each term and each code list of the ontology says of itself beside its name. */
class OntologyTermsTest {
    private static final Iris IRIS = Iris.standard();
    private static final Graph VOCABULARY = ReferenceGraphs.vocabulary(IRIS);
    private static final Node ONTOLOGY = Ns.iri(IRIS.base(), "ns");
    private static final Node EXAMPLE = Ns.skos("example");
    private static final Node SUB_PROPERTY_OF = Ns.iri(Ns.RDFS, "subPropertyOf");
    static final List<String> SCHEMES = OntologyFiles.CODE_LISTS;

    @Test
    void everyTermHasOneExampleThatReadsAsTurtleAndUsesTheTerm() {
        Map<String, String> prefixes = new LinkedHashMap<>(Prefixes.common(IRIS));
        prefixes.putAll(Prefixes.of(IRIS, "0123456789abcdef"));
        List<String> wrong = new ArrayList<>();
        for (Node term : terms()) {
            List<Node> examples = objects(term, EXAMPLE);
            if (examples.size() != 1) {
                wrong.add(term + " has " + examples.size() + " examples");
                continue;
            }
            String turtle = examples.getFirst().getLiteralLexicalForm();
            try {
                if (!mentions(parse(prefixes, turtle), term) && !turtle.contains(local(term))) {
                    wrong.add(term + " does not stand in its example: " + turtle);
                }
            } catch (RiotException e) {
                wrong.add(term + ": " + e.getMessage() + " in " + turtle);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** An example says only what the ontology and its code lists know. */
    @Test
    void examplesUseDeclaredTermsAndCodes() {
        Map<String, String> prefixes = new LinkedHashMap<>(Prefixes.common(IRIS));
        prefixes.putAll(Prefixes.of(IRIS, "0123456789abcdef"));
        Set<String> unknown = new TreeSet<>();
        for (Node term : terms()) {
            for (Node example : objects(term, EXAMPLE)) {
                parse(prefixes, example.getLiteralLexicalForm()).stream()
                        .flatMap(t -> java.util.stream.Stream.of(t.getPredicate(), t.getObject()))
                        .filter(Node::isURI).map(Node::getURI)
                        .filter(iri -> iri.startsWith(IRIS.namespace()) || iri.startsWith(IRIS.base() + "code/"))
                        .filter(iri -> !VOCABULARY.contains(Ns.iri(iri, ""), Node.ANY, Node.ANY))
                        .forEach(unknown::add);
            }
        }
        assertEquals(Set.of(), unknown);
    }

    /** A class has a super-class, a property a super-property or a mapping, in a vocabulary that is not ours. */
    @Test
    void everyTermIsTiedToAVocabularyOfOthers() {
        List<String> alone = new ArrayList<>();
        for (Node term : terms()) {
            boolean tied = above(term).stream().anyMatch(node -> !node.getURI().startsWith(IRIS.base()));
            if (!tied) {
                alone.add(term.getURI());
            }
        }
        assertEquals(List.of(), alone);
    }

    @Test
    void termsAreMappedButNeverEquated() {
        for (String equal : List.of(Ns.SKOS + "exactMatch", Ns.OWL + "sameAs", Ns.OWL + "equivalentClass",
                Ns.OWL + "equivalentProperty")) {
            assertFalse(VOCABULARY.contains(Node.ANY, Ns.iri(equal, ""), Node.ANY), equal);
        }
    }

    @Test
    void theOntologySaysWhichVersionItIsAndWhichWasBefore() {
        String version = literal(ONTOLOGY, Ns.iri(Ns.OWL, "versionInfo"));
        assertTrue(version.matches("\\d+\\.\\d+\\.\\d+"), version);
        assertEquals(List.of(Ns.iri(IRIS.base(), "ns/" + version)), objects(ONTOLOGY, Ns.iri(Ns.OWL, "versionIRI")));
        List<Node> prior = objects(ONTOLOGY, Ns.iri(Ns.OWL, "priorVersion"));
        assertEquals(1, prior.size());
        assertTrue(prior.getFirst().getURI().matches("\\Q" + IRIS.base() + "ns/\\E\\d+\\.\\d+\\.\\d+"));
        assertFalse(prior.getFirst().getURI().endsWith("/" + version));
        for (String property : List.of("title", "description", "creator", "publisher", "issued", "modified",
                "license")) {
            assertTrue(VOCABULARY.contains(ONTOLOGY, Ns.iri(Ns.DCT, property), Node.ANY), "dcterms:" + property);
        }
    }

    @Test
    void nothingIsImported() {
        assertFalse(VOCABULARY.contains(Node.ANY, Ns.iri(Ns.OWL, "imports"), Node.ANY));
    }

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void aCodeListIsAVersionedSchemeWithNotations(String name) {
        Node scheme = IRIS.codeScheme(name);
        assertTrue(VOCABULARY.contains(scheme, Ns.TYPE, Ns.skos("ConceptScheme")));
        assertEquals(literal(ONTOLOGY, Ns.iri(Ns.OWL, "versionInfo")), literal(scheme, Ns.iri(Ns.OWL, "versionInfo")));
        for (String property : List.of("license", "modified", "isPartOf")) {
            assertTrue(VOCABULARY.contains(scheme, Ns.iri(Ns.DCT, property), Node.ANY), "dcterms:" + property);
        }
        List<Node> codes = VOCABULARY.stream(Node.ANY, Ns.skos("inScheme"), scheme).map(Triple::getSubject).toList();
        assertFalse(codes.isEmpty());
        Set<String> notations = new TreeSet<>();
        for (Node code : codes) {
            assertTrue(VOCABULARY.contains(code, Ns.TYPE, Ns.skos("Concept")), code::toString);
            for (Node notation : objects(code, Ns.skos("notation"))) {
                assertTrue(notations.add(notation.getLiteralLexicalForm()), () -> notation + " twice");
            }
            for (Node broader : objects(code, Ns.skos("broader"))) {
                assertTrue(VOCABULARY.contains(broader, Ns.skos("inScheme"), scheme), code::toString);
            }
        }
    }

    @Test
    void codesThatOthersHaveTooPointToThem() {
        String sdmx = "urn:sdmx:org.sdmx.infomodel.codelist.Code=ESTAT:CL_TRANSFORMATION(1.2).";
        for (String code : List.of("N", "GY", "G1")) {
            assertTrue(VOCABULARY.contains(IRIS.code("transformation", code), Ns.skos("closeMatch"),
                    Ns.iri(sdmx, code)), code);
        }
        assertTrue(VOCABULARY.contains(IRIS.code("indicator", "GRP"), Ns.iri(Ns.RDFS, "seeAlso"),
                Ns.iri(Ns.WIKIDATA, "P2131")));
        assertTrue(VOCABULARY.contains(IRIS.code("industry", "27"), Ns.skos("closeMatch"),
                Ns.iri("https://unstats.un.org/classifications/ISIC/rev4/", "21")));
        // A part of an ISIC division is not about the same as the division.
        assertTrue(VOCABULARY.contains(IRIS.code("industry", "13"), Ns.skos("broadMatch"),
                Ns.iri("https://unstats.un.org/classifications/ISIC/rev4/", "10")));
        assertTrue(VOCABULARY.contains(Ns.iri(Ns.QUDT_UNIT, "PERCENT"), Ns.skos("inScheme"),
                IRIS.codeScheme("unit")));
        assertTrue(VOCABULARY.contains(IRIS.code("unit", "PERSON"), Ns.skos("broadMatch"),
                Ns.iri(Ns.QUDT_UNIT, "NUM")));
        assertTrue(VOCABULARY.contains(IRIS.code("indicator", "UNEMP"), Ns.iri(Ns.RDFS, "seeAlso"),
                Ns.iri("https://datacommons.org/browser/", "UnemploymentRate_Person")));
        assertTrue(VOCABULARY.contains(IRIS.code("status", "ACTUAL"), Ns.skos("relatedMatch"),
                Ns.iri("http://purl.org/linked-data/sdmx/2009/code#", "obsStatus-A")));
    }

    /** Money is in the currencies of the EU Publications Office, whatever indicator. */
    @Test
    void usualUnitsAreListedOrCurrencies() {
        Set<String> odd = new TreeSet<>();
        VOCABULARY.stream(Node.ANY, IRIS.term("usualUnit"), Node.ANY).map(Triple::getObject)
                .filter(unit -> !unit.getURI().startsWith(Ns.EU_CURRENCY))
                .filter(unit -> !VOCABULARY.contains(unit, Ns.skos("inScheme"), IRIS.codeScheme("unit")))
                .forEach(unit -> odd.add(unit.getURI()));
        assertEquals(Set.of(), odd);
    }

    /** All codes are defined in both languages. */
    @Test
    void codesAreDefined() {
        List<String> undefined = new ArrayList<>();
        VOCABULARY.stream(Node.ANY, Ns.skos("inScheme"), Node.ANY).map(Triple::getSubject)
                .filter(code -> objects(code, Ns.skos("definition")).stream().map(Node::getLiteralLanguage)
                        .collect(Collectors.toSet()).size() < 2)
                .forEach(code -> undefined.add(code.getURI()));
        assertEquals(List.of(), undefined);
    }

    /** Two codes that are about the same as one foreign code would be about the same as each other. */
    @Test
    void noTwoCodesOfAListAreCloseToOneForeignCode() {
        Map<String, String> taken = new LinkedHashMap<>();
        VOCABULARY.stream(Node.ANY, Ns.skos("closeMatch"), Node.ANY)
                .filter(t -> t.getSubject().getURI().startsWith(IRIS.base() + "code/")).forEach(t -> {
                    String other = taken.put(t.getObject().getURI(), t.getSubject().getURI());
                    assertEquals(null, other, () -> t + " and " + other);
                });
        assertTrue(taken.size() > 40, taken::toString);
    }

    private static Set<Node> above(Node term) {
        Set<Node> above = new java.util.LinkedHashSet<>();
        List<Node> queue = new ArrayList<>(List.of(term));
        while (!queue.isEmpty()) {
            Node at = queue.removeLast();
            for (Node up : List.of(Ns.SUB_CLASS_OF, SUB_PROPERTY_OF)) {
                objects(at, up).stream().filter(above::add).forEach(queue::add);
            }
        }
        for (String mapping : List.of("closeMatch", "relatedMatch")) {
            above.addAll(objects(term, Ns.skos(mapping)));
        }
        if (VOCABULARY.contains(term, Ns.TYPE, Ns.iri(Ns.RDFS, "Datatype"))) {
            above.addAll(objects(term, Ns.iri(Ns.RDFS, "seeAlso")));
        }
        return above;
    }

    private static Graph parse(Map<String, String> prefixes, String turtle) {
        String head = prefixes.entrySet().stream().map(p -> "PREFIX " + p.getKey() + ": <" + p.getValue() + ">\n")
                .collect(Collectors.joining());
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(head + turtle, Lang.TURTLE).base(IRIS.base() + "doc/0123456789abcdef/")
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).parse(graph);
        return graph;
    }

    private static boolean mentions(Graph graph, Node term) {
        return graph.stream().anyMatch(t -> t.getPredicate().equals(term) || t.getObject().equals(term)
                || t.getObject().isLiteral() && t.getObject().getLiteralDatatypeURI().equals(term.getURI()));
    }

    private static String local(Node term) {
        return "jw:" + term.getURI().substring(IRIS.namespace().length());
    }

    private static List<Node> terms() {
        return VOCABULARY.stream(Node.ANY, Ns.TYPE, Node.ANY).map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(IRIS.namespace())).distinct().toList();
    }

    private static List<Node> objects(Node subject, Node property) {
        return VOCABULARY.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
    }

    private static String literal(Node subject, Node property) {
        List<Node> values = objects(subject, property);
        assertEquals(1, values.size(), () -> subject + " " + property);
        return values.getFirst().getLiteralLexicalForm();
    }
}
