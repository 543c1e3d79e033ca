package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.RDFParserMetaData;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** The OWL API, which ontology editors are built on, reads the ontology as OWL 2 DL, strictly and to the last triple. */
class OntologyEditorTest {
    /** It reads statements one by one and talks of each term that is used before it is declared. */
    private static final List<Logger> TALKATIVE = List.of(Logger.getLogger("org.semanticweb.owlapi"),
            Logger.getLogger("uk.ac.manchester.cs.owl.owlapi"));

    @BeforeAll
    static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
    }

    static Stream<Graph> ontologies() {
        return Stream.of(OntologyFiles.read(Iris.standard(), OntologyFiles.ONTOLOGY),
                ReferenceGraphs.vocabulary(Iris.standard()),
                ReferenceGraphs.vocabulary(Iris.below("http://localhost:3330/")));
    }

    @ParameterizedTest
    @MethodSource("ontologies")
    void anEditorReadsEverythingWithoutComplaint(Graph graph) throws OWLOntologyCreationException {
        OWLOntology ontology = load(turtle(graph));
        assertTrue(ontology.getOntologyID().getVersionIRI().isPresent());
        assertTrue(ontology.isDeclared(OWLManager.getOWLDataFactory().getOWLClass(
                IRI.create(ontology.getOntologyID().getOntologyIRI().orElseThrow() + "#EconomicEvent"))));
        RDFParserMetaData reading = (RDFParserMetaData) ontology.getNonnullFormat().getOntologyLoaderMetaData()
                .orElseThrow();
        assertEquals(0, reading.getUnparsedTriples().count());
        assertEquals(List.of(), complaints(ontology));
        assertEquals(0, ontology.importsDeclarations().count());
    }

    /** So that the test above can fail. */
    @Test
    void aPropertyOfTwoKindsIsAComplaint() throws OWLOntologyCreationException {
        String spoilt = turtle(OntologyFiles.read(Iris.standard(), OntologyFiles.ONTOLOGY))
                + "<https://w3id.org/jingwei/ns#rule> a <http://www.w3.org/2002/07/owl#ObjectProperty> .\n";
        assertFalse(complaints(load(spoilt)).isEmpty());
    }

    private static OWLOntology load(String turtle) throws OWLOntologyCreationException {
        return OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(
                new StringDocumentSource(turtle, IRI.create("urn:jingwei:test"), new TurtleDocumentFormat(), null),
                new OWLOntologyLoaderConfiguration().setStrict(true).setFollowRedirects(false));
    }

    private static List<String> complaints(OWLOntology ontology) {
        return new OWL2DLProfile().checkOntology(ontology).getViolations().stream().map(Object::toString).toList();
    }

    private static String turtle(Graph graph) {
        var out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, Lang.NTRIPLES);
        return out.toString(StandardCharsets.UTF_8);
    }
}
