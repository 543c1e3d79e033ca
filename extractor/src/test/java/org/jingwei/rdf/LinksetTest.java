package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.link.ExternalThing;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Link;
import org.jingwei.link.NameSearch;
import org.jingwei.link.Reconciler;
import org.jingwei.source.RawPage;
import org.junit.jupiter.api.Test;

/** What the identity graph says of a source, and that it is gone when the source is taken out. */
class LinksetTest {
    private static final Iris IRIS = Iris.standard();
    private static final Reconciler RECONCILER = new Reconciler(NameSearch.of(Gazetteer.load()), 60);

    private static final ExternalThing PROVEN = thing("https://example.org/fz", "福州", List.of("350100"), false);
    private static final ExternalThing NAMED = thing("7", "苏洲市", List.of(), false);
    private static final ExternalThing CONCEPT = thing("https://example.org/c", "苏州", List.of("320500"), true);

    private static ExternalThing thing(String id, String name, List<String> codes, boolean concept) {
        return new ExternalThing(id, List.of(name), codes, List.of(), Set.of(Link.Kind.REGION), "", concept, 0);
    }

    private static Linkset links(String name, ExternalThing... things) {
        var source = new LinksetMapper.Source(name, name + ".csv", "ab".repeat(32),
                Optional.of("https://example.org/row/"), Optional.of("https://example.org/data"));
        var mapped = LinksetMapper.map(IRIS, source,
                Stream.of(things).map(RECONCILER::reconcile).toList());
        assertEquals(new Verdict.Conforming(), mapped.verdict());
        return mapped.linkset();
    }

    @Test
    void aSourceIsALinksetForEachPropertyAndANodeForEachLink() {
        Graph expected = RDFParser.fromString(
                """
                        BASE <https://w3id.org/jingwei/id/>
                        PREFIX jw: <https://w3id.org/jingwei/ns#>
                        PREFIX void: <http://rdfs.org/ns/void#>
                        PREFIX owl: <http://www.w3.org/2002/07/owl#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX schema: <https://schema.org/>
                        PREFIX dct: <http://purl.org/dc/terms/>
                        PREFIX prov: <http://www.w3.org/ns/prov#>
                        <linkset/a> a void:Dataset ; dct:title "a" ; prov:wasDerivedFrom <linkset/a/file> ;
                            void:subset <linkset/a/sameAs> , <linkset/a/candidateMatch> , <linkset/a/exactMatch> .
                        <linkset/a/file> schema:name "a.csv" ; schema:sha256 "%s" .
                        <linkset/a/sameAs> a void:Linkset ; void:linkPredicate owl:sameAs ; void:triples 1 ;
                            void:subjectsTarget <https://w3id.org/jingwei/dataset> ; void:objectsTarget <https://example.org/data> .
                        <linkset/a/exactMatch> a void:Linkset ; void:linkPredicate skos:exactMatch ; void:triples 1 ;
                            void:subjectsTarget <https://example.org/data> ; void:objectsTarget <https://w3id.org/jingwei/dataset> .
                        <linkset/a/candidateMatch> a void:Linkset ; void:linkPredicate jw:candidateMatch ; void:triples 1 ;
                            void:subjectsTarget <https://example.org/data> ; void:objectsTarget <https://w3id.org/jingwei/dataset> .
                        <region/350100> owl:sameAs <https://example.org/fz> .
                        <https://example.org/fz> a schema:Thing .
                        <https://example.org/c> a schema:Thing ; skos:exactMatch <region/320500> .
                        <https://example.org/row/7> a schema:Thing ; jw:candidateMatch <region/320500> .
                        <linkset/a/match/00ff-fz-1> a jw:ProvenMatch ; jw:matchOf <https://example.org/fz> ;
                            jw:matchWith <region/350100> ; jw:matchProperty owl:sameAs ; jw:matchScore 1.0 ;
                            jw:matchReason "its code"@en ; jw:matchedName "350100" ; jw:writtenName "福州" ;
                            jw:provedBy "350100" .
                        <linkset/a/match/0000-1> a jw:ProvenMatch ; jw:matchOf <https://example.org/c> ;
                            jw:matchWith <region/320500> ; jw:matchProperty skos:exactMatch ; jw:matchScore 1.0 ;
                            jw:matchReason "its code"@en ; jw:matchedName "320500" ; jw:writtenName "苏州" ;
                            jw:provedBy "320500" .
                        <linkset/a/match/0001-1> a jw:CandidateMatch ; jw:matchOf <https://example.org/row/7> ;
                            jw:matchWith <region/320500> ; jw:matchProperty jw:candidateMatch ; jw:matchScore 0.73 ;
                            jw:matchReason "a name with one character of the same sound"@en ; jw:matchedName "苏州市" ;
                            jw:writtenName "苏洲市" .
                        """
                        .formatted("ab".repeat(32)).replace("00ff-fz", hash("https://example.org/fz"))
                        .replace("0000-1", hash("https://example.org/c") + "-1")
                        .replace("0001-1", hash("https://example.org/row/7") + "-1"),
                Lang.TURTLE).toGraph();
        Graph graph = links("a", PROVEN, NAMED, CONCEPT).graph();
        assertTrue(expected.isIsomorphicWith(graph), () -> {
            var missing = new HashSet<>(expected.find().toSet());
            missing.removeAll(graph.find().toSet());
            var more = new HashSet<>(graph.find().toSet());
            more.removeAll(expected.find().toSet());
            return "missing " + missing + "\nmore " + more;
        });
    }

    private static String hash(String iri) {
        return RawPage.sha256(iri.getBytes(StandardCharsets.UTF_8)).substring(0,
                16);
    }

    @Test
    void whatTwoSourcesSayStaysWhenOneIsTakenOut() {
        Linkset one = links("a", PROVEN, NAMED);
        Linkset other = links("a-b", PROVEN, CONCEPT);
        Set<Triple> both = other.into(one.into(Stream.of()).stream());
        assertEquals(other.graph().find().toSet(), Linkset.without(both.stream(), "a", IRIS));
        assertEquals(one.graph().find().toSet(), Linkset.without(both.stream(), "a-b", IRIS));
        assertEquals(both, one.into(both.stream()));
        assertEquals(both, one.into(links("a", CONCEPT).into(both.stream()).stream()));
        assertEquals(Set.of(), Linkset.without(one.graph().stream(), "a", IRIS));
    }

    @Test
    void whatOthersStateOfTheSameThingsStays() {
        Graph merge = RDFParser.fromString(
                """
                        <https://w3id.org/jingwei/id/region/350100> <http://www.w3.org/2002/07/owl#sameAs> <https://example.org/other> .
                        <https://example.org/fz> <https://schema.org/name> "福州" .
                        """,
                Lang.TURTLE).toGraph();
        Set<Triple> all = links("a", PROVEN).into(merge.stream());
        assertEquals(merge.find().toSet(), Linkset.without(all.stream(), "a", IRIS));
    }
}
