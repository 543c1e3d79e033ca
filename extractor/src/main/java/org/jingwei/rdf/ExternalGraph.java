package org.jingwei.rdf;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.link.ExternalThing;
import org.jingwei.link.Link;

/**
 * Somebody else's RDF about regions or organisations: every subject with a name or a code in the properties that people
 * use for them (RDFS, SKOS, schema.org, FOAF, ORG, Dublin Core). Turtle, TriG, N-Triples and N-Quads: these refer to no
 * other file.
 */
public final class ExternalGraph {
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final List<Node> NAMES = List.of(Ns.skos("prefLabel"), Ns.schema("name"), Ns.iri(Ns.RDFS, "label"),
            Ns.iri(FOAF, "name"), Ns.iri(Ns.DCT, "title"), Ns.skos("altLabel"), Ns.schema("alternateName"));
    private static final List<Node> CODES = List.of(Ns.skos("notation"), Ns.schema("identifier"),
            Ns.iri(Ns.DCT, "identifier"), Ns.org("identifier"), Ns.schema("tickerSymbol"), Ns.schema("taxID"),
            Ns.schema("leiCode"));
    private static final List<Node> WITHIN = List.of(Ns.schema("containedInPlace"), Ns.schema("isPartOf"),
            Ns.iri(Ns.DCT, "isPartOf"), Ns.skos("broader"),
            Ns.iri("http://www.wikidata.org/prop/direct/", "P131"));
    private static final Set<Node> ORGANISATIONS = Set.of(Ns.schema("Organization"), Ns.schema("Corporation"),
            Ns.schema("CollegeOrUniversity"), Ns.schema("GovernmentOrganization"), Ns.org("Organization"),
            Ns.org("FormalOrganization"), Ns.iri(FOAF, "Organization"));
    private static final Set<Node> REGIONS = Set.of(Ns.schema("AdministrativeArea"), Ns.schema("City"),
            Ns.schema("State"));
    private static final Set<Node> PLACES = Set.of(Ns.schema("Place"));

    private final Graph graph;

    private ExternalGraph(Graph graph) {
        this.graph = graph;
    }

    /** @param problems one line for each subject that cannot be used */
    public record Content(List<ExternalThing> things, List<String> problems) {}

    /** Whether a file of this name is read here. */
    public static boolean isRdf(String fileName) {
        return language(fileName).isPresent();
    }

    private static Optional<Lang> language(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".ttl")
                ? Optional.of(Lang.TURTLE)
                : name.endsWith(".nt")
                        ? Optional.of(Lang.NTRIPLES)
                        : name.endsWith(".trig")
                                ? Optional.of(Lang.TRIG)
                                : name.endsWith(".nq") ? Optional.of(Lang.NQUADS) : Optional.empty();
    }

    /**
     * @param fileName tells the syntax by its ending
     * @param kinds    what subjects are whose types do not say it; empty when they may be anything
     * @throws IllegalArgumentException when the syntax is wrong; the message names line and column
     */
    public static Content read(byte[] bytes, String fileName, Set<Link.Kind> kinds) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        try {
            RDFParser.create().source(new ByteArrayInputStream(bytes))
                    .lang(language(fileName)
                            .orElseThrow(() -> new IllegalArgumentException("it is in no syntax that is read here")))
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).parse(dataset);
        } catch (RiotException e) {
            throw new IllegalArgumentException("it is not well-formed: " + e.getMessage(), e);
        }
        Graph union = GraphFactory.createDefaultGraph();
        dataset.stream().forEach(quad -> union.add(quad.asTriple()));
        return new ExternalGraph(union).content(kinds);
    }

    private Content content(Set<Link.Kind> kinds) {
        List<ExternalThing> things = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        boolean blank = false;
        for (Triple triple : NodeOrder.sorted(graph.stream())) {
            Node subject = triple.getSubject();
            if (subject.isBlank()) {
                blank |= NAMES.contains(triple.getPredicate());
            } else if (seen.add(subject.getURI())) {
                ExternalThing thing = thing(subject, kinds);
                if (thing.names().isEmpty() && thing.codes().isEmpty()) {
                    continue;
                }
                if (Iris.web(subject.getURI()).filter(subject::equals).isEmpty()) {
                    problems.add("<" + subject.getURI() + "> is no absolute http or https IRI");
                } else {
                    things.add(thing);
                }
            }
        }
        if (blank) {
            problems.add("there are names of nodes without an IRI: nothing can be linked to them");
        }
        return new Content(List.copyOf(things), List.copyOf(problems));
    }

    private ExternalThing thing(Node subject, Set<Link.Kind> otherwise) {
        List<String> codes = new ArrayList<>(values(subject, CODES));
        if (subject.getURI().startsWith(Ns.WIKIDATA)) {
            codes.add(subject.getURI().substring(Ns.WIKIDATA.length()));
        }
        Set<String> within = new LinkedHashSet<>();
        for (Node property : WITHIN) {
            for (Triple triple : NodeOrder.sorted(graph.stream(subject, property, Node.ANY))) {
                Node larger = triple.getObject();
                if (larger.isLiteral()) {
                    within.add(larger.getLiteralLexicalForm());
                } else {
                    values(larger, CODES).stream().findFirst()
                            .or(() -> values(larger, NAMES).stream().findFirst()).ifPresent(within::add);
                }
            }
        }
        Set<Link.Kind> kinds = new LinkedHashSet<>();
        boolean concept = false;
        for (Triple triple : NodeOrder.sorted(graph.stream(subject, Ns.TYPE, Node.ANY))) {
            Node type = triple.getObject();
            concept |= type.equals(Ns.skos("Concept"));
            if (ORGANISATIONS.contains(type)) {
                kinds.add(Link.Kind.ORGANISATION);
            } else if (REGIONS.contains(type)) {
                kinds.add(Link.Kind.REGION);
            } else if (PLACES.contains(type)) {
                kinds.addAll(List.of(Link.Kind.REGION, Link.Kind.ZONE));
            }
        }
        return new ExternalThing(subject.getURI(), values(subject, NAMES), codes, List.copyOf(within),
                kinds.isEmpty() ? otherwise : kinds, "", concept, 0);
    }

    /** Literals, in the order of the properties, Chinese before others. */
    private List<String> values(Node subject, List<Node> properties) {
        Set<String> chinese = new LinkedHashSet<>();
        Set<String> other = new LinkedHashSet<>();
        for (Node property : properties) {
            for (Triple triple : NodeOrder.sorted(graph.stream(subject, property, Node.ANY))) {
                Node value = triple.getObject();
                if (value.isLiteral() && !value.getLiteralLexicalForm().isBlank()) {
                    (value.getLiteralLanguage().startsWith("zh") ? chinese : other)
                            .add(value.getLiteralLexicalForm().strip());
                }
            }
        }
        chinese.addAll(other);
        return List.copyOf(chinese);
    }
}
