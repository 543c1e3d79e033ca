package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jingwei.article.Reading;
import org.jingwei.article.Repair;
import org.jingwei.fact.EventType;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;
import org.jingwei.quantity.Bound;
import org.jingwei.store.PageState;
import org.jingwei.text.NameMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OntologyTest {
    private static final Iris IRIS = Iris.standard();
    private static final Graph VOCABULARY = ReferenceGraphs.vocabulary(IRIS);

    /** Terms that no random article states: the superclass of all events, what only gazetteer and statistics state. */
    private static final Set<String> NOT_IN_ARTICLES = Set.of("EconomicEvent", "zoneKind", "GBT2260", "ISO3166-1",
            "ISO3166-2", "zoneLevel", "administeredWith", "since", "until", "successor", "formerName", "usualUnit",
            "usualTransformation", "OfficialStatistics", "OfficialObservation", "edition", "lastPlace", "line",
            "column", "ProvenMatch", "matchProperty", "provedBy", "matchReason", "matchedName", "writtenName",
            "pageState", "stateReason", "gazetteerVersion");

    @Test
    void everyTermIsNamedAndDefinedInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (Node term : terms()) {
            for (String language : List.of("en", "zh-Hans")) {
                for (String property : List.of(Ns.RDFS + "label", Ns.SKOS + "definition")) {
                    if (!says(term, property, language)) {
                        missing.add(term + " lacks " + property + " in " + language);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyCodeIsNamedInBothLanguages() {
        List<String> missing = new ArrayList<>();
        VOCABULARY.stream(Node.ANY, Ns.skos("inScheme"), Node.ANY).map(Triple::getSubject).distinct().forEach(code -> {
            for (String language : List.of("en", "zh-Hans")) {
                if (!says(code, Ns.SKOS + "prefLabel", language)) {
                    missing.add(code + " in " + language);
                }
            }
            if (!VOCABULARY.contains(code, Ns.skos("notation"), Node.ANY)) {
                missing.add(code + " lacks a notation");
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void articlesUseTheTermsOfTheOntologyAndNoOthers() {
        Set<String> used = new TreeSet<>();
        for (long seed = 0; seed < 300; seed++) {
            Samples.random(seed).graph().dataset().stream().forEach(quad -> {
                for (Node node : List.of(quad.getPredicate(), quad.getObject())) {
                    if (node.isURI() && node.getURI().startsWith(IRIS.namespace())) {
                        used.add(node.getURI().substring(IRIS.namespace().length()));
                    }
                }
            });
        }
        Set<String> declared = terms().stream().map(term -> term.getURI().substring(IRIS.namespace().length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(used);
        unknown.removeAll(declared);
        assertEquals(Set.of(), unknown, "stated but not declared");
        declared.removeAll(used);
        declared.removeAll(NOT_IN_ARTICLES);
        assertEquals(Set.of(), declared, "declared but never stated");
    }

    @Test
    void statisticsUseTheTermsOfTheOntologyAndNoOthers() {
        Set<String> unknown = new TreeSet<>();
        Yearbook.graph(IRIS).graph().stream().forEach(triple -> {
            for (Node node : List.of(triple.getPredicate(), triple.getObject())) {
                boolean ours = node.isURI() && (node.getURI().startsWith(IRIS.namespace())
                        || node.getURI().startsWith(IRIS.base() + "code/"));
                if (ours && !VOCABULARY.contains(node, Node.ANY, Node.ANY)) {
                    unknown.add(node.getURI());
                }
            }
        });
        assertEquals(Set.of(), unknown);
    }

    /** Every component of the structure is stated by every figure, as the structure says. */
    @Test
    void statisticsHaveTheStructureThatTheyName() {
        Graph graph = Yearbook.graph(IRIS).graph();
        List<Node> components = VOCABULARY.stream(IRIS.dataSet("official-structure"), Ns.qb("component"), Node.ANY)
                .map(Triple::getObject).toList();
        assertEquals(14, components.size());
        List<Node> figures = graph.stream(Node.ANY, Ns.TYPE, IRIS.term("OfficialObservation")).map(Triple::getSubject)
                .toList();
        assertEquals(3, figures.size());
        for (Node component : components) {
            Node property = List.of("dimension", "measure", "attribute").stream()
                    .flatMap(role -> VOCABULARY.stream(component, Ns.qb(role), Node.ANY)).map(Triple::getObject)
                    .findFirst().orElseThrow();
            for (Node figure : figures) {
                assertEquals(1, graph.stream(figure, property, Node.ANY).count(), figure + " " + property);
            }
        }
    }

    /** One code list for each of our closed sets, code for code. */
    static List<List<Object>> codeLists() {
        return List.of(List.of("eventType", EventType.values()), List.of("phase", Fact.Phase.values()),
                List.of("amountRole", Fact.AmountRole.values()), List.of("bound", Bound.values()),
                List.of("status", Status.values()), List.of("measure", Fact.Measure.values()),
                List.of("basis", Fact.Basis.values()), List.of("entityType", NameMention.Type.values()),
                List.of("repairKind", Repair.Kind.values()), List.of("rejection", Reading.Reason.values()),
                List.of("pageState", PageState.values()));
    }

    @ParameterizedTest
    @MethodSource("codeLists")
    void codeListsHoldWhatTheProgramKnows(List<Object> list) {
        String scheme = (String) list.getFirst();
        Set<String> known = new TreeSet<>();
        for (Object value : (Object[]) list.getLast()) {
            known.add(IRIS.code(scheme, ((Enum<?>) value).name()).getURI());
        }
        Set<String> listed = VOCABULARY.stream(Node.ANY, Ns.skos("inScheme"), IRIS.codeScheme(scheme))
                .map(triple -> triple.getSubject().getURI()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, listed);
    }

    @Test
    void everyEventTypeHasItsClass() {
        for (EventType type : EventType.values()) {
            Node eventClass = IRIS.term(EventClasses.of(type));
            assertTrue(VOCABULARY.contains(eventClass, Ns.SUB_CLASS_OF, IRIS.term("EconomicEvent")), type::name);
            assertTrue(VOCABULARY.contains(eventClass, Ns.iri(Ns.RDFS, "seeAlso"), IRIS.code("eventType", type.name())),
                    type::name);
        }
    }

    @Test
    void theVocabularyMovesWithTheBase() {
        Graph moved = ReferenceGraphs.vocabulary(Iris.below("http://localhost:3030/"));
        assertEquals(VOCABULARY.size(), moved.size());
        assertFalse(moved.stream().anyMatch(triple -> triple.toString().contains(Iris.DEFAULT_BASE)));
    }

    @Test
    void theVocabularyHasNoBlankNodes() {
        assertFalse(VOCABULARY.stream().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
    }

    @Test
    void everyNodeOfTheOntologyThatIsReferredToExists() {
        Set<String> dangling = new TreeSet<>();
        VOCABULARY.stream().map(Triple::getObject).filter(Node::isURI)
                .filter(node -> node.getURI().startsWith(IRIS.base()))
                .filter(node -> !VOCABULARY.contains(node, Node.ANY, Node.ANY)).map(Node::getURI)
                .filter(iri -> !iri.startsWith(IRIS.base() + "ns/")).forEach(dangling::add);
        assertEquals(Set.of(), dangling);
    }

    @Test
    void theGazetteerUsesTheTermsOfTheOntology() {
        Graph gazetteer = ReferenceGraphs.gazetteer(IRIS);
        Set<String> unknown = new TreeSet<>();
        gazetteer.stream().forEach(triple -> {
            for (Node node : List.of(triple.getPredicate(), triple.getObject())) {
                String iri = node.isURI() ? node.getURI() : node.getLiteralDatatypeURI();
                Node term = NodeFactory.createURI(iri);
                boolean known = VOCABULARY.contains(term, Node.ANY, Node.ANY)
                        || gazetteer.contains(term, Node.ANY, Node.ANY);
                if (iri.startsWith(IRIS.base()) && !known) {
                    unknown.add(iri);
                }
            }
        });
        assertEquals(Set.of(), unknown);
        Node suzhou = IRIS.thing("region/320500");
        assertTrue(gazetteer.contains(suzhou, Ns.schema("containedInPlace"), IRIS.thing("region/320000")));
        assertTrue(gazetteer.contains(suzhou, Ns.schema("name"), Literals.simplified("苏州市")));
        assertTrue(gazetteer.contains(IRIS.thing("region/320000"), Ns.schema("containedInPlace"),
                IRIS.thing("country/CN")));
        assertTrue(gazetteer.contains(IRIS.thing("region/320584"), IRIS.term("successor"),
                IRIS.thing("region/320509")));
        assertTrue(gazetteer.contains(IRIS.thing("region/420600"), IRIS.term("formerName"),
                Literals.simplified("襄樊市")));
        assertTrue(gazetteer.contains(IRIS.thing("zone/suzhou-high-tech"), IRIS.term("administeredWith"),
                IRIS.thing("region/320505")));
        assertTrue(gazetteer.contains(IRIS.named("place", "胡志明市"), Ns.schema("containedInPlace"),
                IRIS.thing("country/VN")));
    }

    private static List<Node> terms() {
        return VOCABULARY.stream(Node.ANY, Ns.TYPE, Node.ANY).map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(IRIS.namespace())).distinct().toList();
    }

    private static boolean says(Node subject, String property, String language) {
        return VOCABULARY.stream(subject, Ns.iri(property, ""), Node.ANY)
                .anyMatch(triple -> triple.getObject().getLiteralLanguage().equals(language));
    }
}
