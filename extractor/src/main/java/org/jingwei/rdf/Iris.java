package org.jingwei.rdf;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.jingwei.link.Link;

/**
 * Builds every IRI of the graph, below one base, and tells which article one is of. Nothing else makes IRIs, so that
 * each one is checked.
 *
 * <pre>
 * ns#Signing                                 terms of the ontology
 * code/phase/SIGNED                          entries of a code list
 * id/region/320500  id/place/NAME             things that articles share
 * doc/{key}  doc/{key}/evidence              the two graphs of an article
 * doc/{key}/article  doc/{key}/event/e1 …    nodes of one article
 * graph/vocabulary  graph/gazetteer          what articles refer to
 * cube/official/{name}                       a data set of official statistics, in graph/statistics/{name}
 * id/linkset/{name} …                         links to an external source, in graph/identity
 * dataset  dataset/NAME                       the dataset as a whole, and parts of its description
 * </pre>
 *
 * Names inside an IRI are normalised (NFKC, without white space); letters and digits of any script stand for
 * themselves, everything else is percent-encoded.
 */
public final class Iris {
    /** Where the published dataset lives. */
    public static final String DEFAULT_BASE = "https://w3id.org/jingwei/";

    private static final String UNRESERVED = "-_";
    private static final String ARTICLES = "doc/";
    private static final int KEY_DIGITS = 16;

    private final String base;

    private Iris(String base) {
        this.base = base;
    }

    /** Below {@link #DEFAULT_BASE}. */
    public static Iris standard() {
        return new Iris(DEFAULT_BASE);
    }

    /**
     * @param base absolute http or https IRI that ends in a slash
     * @throws IllegalArgumentException when it is not; the message says what to write
     */
    public static Iris below(String base) {
        boolean usable;
        try {
            IRIx iri = IRIx.create(base);
            usable = iri.isAbsolute() && !iri.hasViolations() && base.matches("https?://[^/?#]+/([^?#]*/)?");
        } catch (IRIException e) {
            usable = false;
        }
        if (!usable) {
            throw new IllegalArgumentException("not a base for IRIs: " + base
                    + " (give an http or https address that ends in a slash, as " + DEFAULT_BASE + ")");
        }
        return new Iris(base);
    }

    public String base() {
        return base;
    }

    public String namespace() {
        return base + "ns#";
    }

    /** A class or property of the ontology. */
    public Node term(String localName) {
        return node("ns#" + localName);
    }

    public Node code(String scheme, String notation) {
        return node("code/" + scheme + "/" + segment(notation));
    }

    public Node codeScheme(String scheme) {
        return node("code/" + scheme);
    }

    /** A thing of the gazetteer. {@code path} is that of {@code Link.Thing}. */
    public Node thing(String path) {
        return node("id/" + path);
    }

    /** A thing that a name is linked to. A place without a code has the node of its full name. */
    public Node of(Link.Thing thing) {
        return thing.kind() == Link.Kind.PLACE ? named("place", thing.label()) : thing(thing.id());
    }

    /** A thing known by its name alone; the same node in every article. */
    public Node named(String kind, String name) {
        return node("id/" + kind + "/" + segment(name));
    }

    /** A thing known by its name in one article alone: nothing tells it from others of that name elsewhere. */
    public Node namedIn(String key, String kind, String name) {
        return node(ARTICLES + key + "/" + kind + "/" + segment(name));
    }

    /** {@code notation} as in {@code quantity.Period}; the slash of a run is written {@code --}. */
    public Node period(String notation) {
        return node("id/period/" + segment(notation.replace("/", "--")));
    }

    public Node day(String isoDate) {
        return node("id/date/" + segment(isoDate));
    }

    public Node dataSet(String name) {
        return node("cube/" + name);
    }

    /** A data set of official statistics. */
    public Node official(String name) {
        return node("cube/official/" + segment(name));
    }

    /** The file that a data set of official statistics was read from. */
    public Node officialTable(String name) {
        return node("cube/official/" + segment(name) + "/table");
    }

    /** A figure of a data set of official statistics: no two are of one place, period, indicator, transformation. */
    public Node figure(String name, Link.Thing place, String period, String indicator, String transformation) {
        String where = place.id().substring(place.id().lastIndexOf('/') + 1);
        return node("cube/official/" + segment(name) + "/" + segment(where) + "/"
                + segment(period.replace("/", "--")) + "/" + segment(indicator) + "/" + segment(transformation));
    }

    /** All that is published, as one dataset. */
    public Node dataset() {
        return node("dataset");
    }

    /** A part of the dataset's description: a distribution, a group of graphs, the service. */
    public Node datasetPart(String name) {
        return node("dataset/" + name);
    }

    /** Name of an article's graph of facts. */
    public Node facts(String key) {
        return node(ARTICLES + key);
    }

    /** Name of an article's graph of evidence. */
    public Node evidence(String key) {
        return node(ARTICLES + key + "/evidence");
    }

    public Node article(String key) {
        return node(ARTICLES + key + "/article");
    }

    /** The key of the article that a graph or a node is of; empty of what articles share. */
    public Optional<String> articleKey(Node node) {
        if (!node.isURI() || !node.getURI().startsWith(base) || !node.getURI().startsWith(ARTICLES, base.length())) {
            return Optional.empty();
        }
        String iri = node.getURI();
        int begin = base.length() + ARTICLES.length();
        int end = begin + KEY_DIGITS;
        boolean whole = iri.length() == end || iri.length() > end && iri.charAt(end) == '/';
        return whole && iri.substring(begin, end).chars().allMatch(Iris::isOfAKey)
                ? Optional.of(iri.substring(begin, end))
                : Optional.empty();
    }

    /** As {@link #articleKey}, of a graph of facts alone. */
    public Optional<String> factsKey(Node graph) {
        return articleKey(graph)
                .filter(key -> graph.getURI().length() == base.length() + ARTICLES.length() + KEY_DIGITS);
    }

    private static boolean isOfAKey(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    public Node raw(String key) {
        return node(ARTICLES + key + "/raw");
    }

    /** A node of one article: {@code kind} is event, project, amount …, {@code id} its local id. */
    public Node local(String key, String kind, String id) {
        return node(ARTICLES + key + "/" + kind + "/" + segment(id));
    }

    public Node span(String key, int start, int end) {
        return node(ARTICLES + key + "/span/" + start + "-" + end);
    }

    public Node repair(String key, int start, int end) {
        return node(ARTICLES + key + "/repair/" + start + "-" + end);
    }

    /** A question of the library by its path: {@code projects/list}. */
    public Node queries(String path) {
        return node("queries/" + path);
    }

    /** A graph that belongs to no article: vocabulary, gazetteer, identity, catalog. */
    public Node graph(String name) {
        return node("graph/" + name);
    }

    /** The links to an external source, or a node below them: {@code parts} are kind and local id. */
    public Node linkset(String name, String... parts) {
        StringBuilder path = new StringBuilder("id/linkset/" + segment(name));
        for (String part : parts) {
            path.append('/').append(segment(part));
        }
        return node(path.toString());
    }

    /**
     * The address of a page elsewhere. Characters that no IRI may hold are percent-encoded.
     *
     * @return empty when it is not an absolute http or https address
     */
    public static Optional<Node> web(String address) {
        StringBuilder iri = new StringBuilder();
        address.strip().codePoints().forEach(c -> {
            if (c <= ' ' || c == 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0 || Literals.unspeakable(c)) {
                encode(iri, c);
            } else {
                iri.appendCodePoint(c);
            }
        });
        try {
            IRIx checked = IRIx.create(iri.toString());
            String scheme = checked.scheme() == null ? "" : checked.scheme().toLowerCase(Locale.ROOT);
            boolean usable = checked.isAbsolute() && (scheme.equals("http") || scheme.equals("https"));
            return usable ? Optional.of(NodeFactory.createURI(iri.toString())) : Optional.empty();
        } catch (IRIException e) {
            return Optional.empty();
        }
    }

    private Node node(String path) {
        String iri = base + path;
        try {
            IRIx.create(iri);
        } catch (IRIException e) {
            throw new IllegalArgumentException("not an IRI: " + iri + " (" + e.getMessage() + ")", e);
        }
        return NodeFactory.createURI(iri);
    }

    /** A name or id as it stands in IRIs. */
    static String segment(String name) {
        StringBuilder segment = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().filter(c -> !Character.isWhitespace(c))
                .forEach(c -> {
                    if (UNRESERVED.indexOf(c) >= 0 || inIri(c)) {
                        segment.appendCodePoint(c);
                    } else {
                        encode(segment, c);
                    }
                });
        if (segment.isEmpty()) {
            throw new IllegalArgumentException("a name without characters has no IRI");
        }
        return segment.toString();
    }

    /** Letters and digits, of those that IRIs allow (RFC 3987, ucschar). */
    private static boolean inIri(int c) {
        return Character.isLetterOrDigit(c) && (c < 0x80 || c >= 0xa0 && c < 0xe000 || c >= 0xf900 && c < 0xe0000);
    }

    private static void encode(StringBuilder out, int c) {
        int encodable = c >= 0xd800 && c < 0xe000 ? 0xfffd : c;
        for (byte b : Character.toString(encodable).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(String.format(Locale.ROOT, "%02X", b));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Iris that && base.equals(that.base);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return base;
    }
}
