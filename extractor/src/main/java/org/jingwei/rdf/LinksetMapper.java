package org.jingwei.rdf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.link.ExternalThing;
import org.jingwei.link.NameMatch;
import org.jingwei.link.Reconciler.Reconciled;
import org.jingwei.source.RawPage;

/**
 * Reconciled rows as VoID linksets, one for each property, all of them parts of the source's own. A code proves
 * {@code owl:sameAs}, of an entry of a code list {@code skos:exactMatch}; a name proves nothing and gives candidates.
 */
public final class LinksetMapper {
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final Node SAME_AS = Ns.iri(Ns.OWL, "sameAs");
    private static final Node EXACT_MATCH = Ns.skos("exactMatch");

    private final Iris iris;
    private final Source source;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Map<Node, Integer> sizes = new LinkedHashMap<>();

    /**
     * An external source.
     *
     * @param name      short, for IRIs
     * @param file      its name
     * @param sha256    of its bytes, in hexadecimal digits
     * @param namespace what stands in front of its ids in IRIs; empty when its ids are IRIs or have none
     * @param dataset   IRI of the dataset, where one is known
     */
    public record Source(String name, String file, String sha256, Optional<String> namespace,
            Optional<String> dataset) {}

    private LinksetMapper(Iris iris, Source source) {
        this.iris = iris;
        this.source = source;
    }

    /** A linkset with the verdict of the shapes on it. */
    public record Mapped(Linkset linkset, Verdict verdict) {}

    public static Mapped map(Iris iris, Source source, List<Reconciled> rows) {
        LinksetMapper mapper = new LinksetMapper(iris, source);
        rows.forEach(mapper::row);
        mapper.describe();
        Graph checked = GraphFactory.createDefaultGraph();
        mapper.graph.stream().forEach(checked::add);
        return new Mapped(new Linkset(source.name(), iris, mapper.graph), new Shapes(iris).check(checked));
    }

    private void row(Reconciled row) {
        row.proven().ifPresent(match -> match(row.thing(), match, 1, true));
        for (int i = 0; i < row.candidates().size(); i++) {
            match(row.thing(), row.candidates().get(i), i + 1, false);
        }
    }

    private void match(ExternalThing thing, NameMatch found, int rank, boolean proven) {
        Node external = external(thing);
        Node known = iris.of(found.entity().thing());
        Node property = !proven ? iris.term("candidateMatch") : thing.concept() ? EXACT_MATCH : SAME_AS;
        String key = RawPage.sha256(external.getURI().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        Node match = iris.linkset(source.name(), "match", key + "-" + rank);
        add(match, Ns.TYPE, iris.term(proven ? "ProvenMatch" : "CandidateMatch"));
        add(match, iris.term("matchOf"), external);
        add(match, iris.term("matchWith"), known);
        add(match, iris.term("matchProperty"), property);
        add(match, iris.term("matchScore"), Literals.decimal(BigDecimal.valueOf(found.score(), 2)));
        add(match, iris.term("matchReason"), Literals.english(reason(found)));
        add(match, iris.term("matchedName"), Literals.string(found.name()));
        if (!thing.name().isEmpty()) {
            add(match, iris.term("writtenName"), Literals.string(thing.name()));
        }
        if (proven) {
            thing.codes().forEach(code -> add(match, iris.term("provedBy"), Literals.string(code)));
        }
        Linkset.statements(external, known, property).forEach(graph::add);
        sizes.merge(property, 1, Integer::sum);
    }

    /** In words, for a reviewer. */
    public static String reason(NameMatch match) {
        List<String> parts = new ArrayList<>(List.of(match.reason().words()));
        match.identifier().ifPresent(same -> parts
                .add(match.reason() == NameMatch.Reason.IDENTIFIER || same ? "its code" : "the code is another one's"));
        if (!match.named().orElse(true) && match.identifier().orElse(false)) {
            parts.add("the name is another one's");
        }
        match.within().ifPresent(in -> parts.add(in ? "lies where it is said to" : "lies elsewhere"));
        if (match.entity().ended()) {
            parts.add("ended " + match.entity().until());
        }
        return String.join("; ", parts.stream().distinct().toList());
    }

    /** The IRI of a row: its id when that is one, what the namespace makes of it, or one below ours. */
    private Node external(ExternalThing thing) {
        Optional<Node> own = Iris.web(thing.id());
        if (own.isPresent()) {
            return own.get();
        }
        return source.namespace().flatMap(namespace -> Iris.web(namespace + Iris.segment(thing.id())))
                .orElseGet(() -> iris.linkset(source.name(), "item", thing.id()));
    }

    private void describe() {
        Node whole = iris.linkset(source.name());
        Node target = source.dataset().flatMap(Iris::web)
                .orElseGet(() -> iris.linkset(source.name(), "source"));
        add(whole, Ns.TYPE, Ns.iri(VOID, "Dataset"));
        add(whole, Ns.iri(Ns.DCT, "title"), Literals.string(source.name()));
        add(whole, Ns.prov("wasDerivedFrom"), iris.linkset(source.name(), "file"));
        Node file = iris.linkset(source.name(), "file");
        add(file, Ns.schema("name"), Literals.string(source.file()));
        add(file, Ns.schema("sha256"), Literals.string(source.sha256()));
        if (source.dataset().isEmpty()) {
            add(target, Ns.TYPE, Ns.iri(VOID, "Dataset"));
            add(target, Ns.iri(Ns.DCT, "title"), Literals.string(source.name()));
            source.namespace().ifPresent(n -> add(target, Ns.iri(VOID, "uriSpace"), Literals.string(n)));
        }
        sizes.forEach((property, size) -> {
            String local = property.getURI().substring(
                    Math.max(property.getURI().lastIndexOf('#'), property.getURI().lastIndexOf('/')) + 1);
            Node set = iris.linkset(source.name(), local);
            boolean same = property.equals(SAME_AS);
            add(whole, Ns.iri(VOID, "subset"), set);
            add(set, Ns.TYPE, Ns.iri(VOID, "Linkset"));
            add(set, Ns.iri(VOID, "linkPredicate"), property);
            add(set, Ns.iri(VOID, "subjectsTarget"), same ? iris.dataset() : target);
            add(set, Ns.iri(VOID, "objectsTarget"), same ? target : iris.dataset());
            add(set, Ns.iri(VOID, "triples"), Literals.integer(size));
        });
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }
}
