package org.jingwei.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionBase;
import org.apache.jena.sparql.util.IterLib;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Search;
import org.jingwei.store.SearchHit;
import org.jingwei.store.StoreException;

/**
 * {@code (?thing ?score ?name ?property) text:query (PROPERTY… "WORDS" HITS)}, in the form that Jena's text search has:
 * names by default or of these properties, sentences with {@code oa:exact}; all but the thing and the words may be left
 * out. The words have no syntax. Hits come in the order of {@link Search}; the score is the part of the text that was
 * asked for, from 0 to 1. Only what the graph asked has is found: that of {@code GRAPH}, those of {@code FROM}.
 *
 * <p>What cannot be meant is an error, never an answer without rows.
 */
final class TextQuery extends PropertyFunctionBase {
    private static final int MOST_VARIABLES = 4;

    /** No search, with the reason; {@code later} where the same may be answered in a moment. */
    static final class Refused extends QueryExecException {
        private static final long serialVersionUID = 1L;
        private final boolean later;

        private Refused(String reason, boolean later) {
            super("text:query: " + reason);
            this.later = later;
        }

        boolean later() {
            return later;
        }
    }

    private final KnowledgeStore store;

    TextQuery(KnowledgeStore store) {
        this.store = store;
    }

    /** @param words of which the query has none, or a variable without value, means no search */
    private record Arguments(Set<Node> properties, Node words, int most) {
        static Arguments of(List<Node> nodes) {
            int at = 0;
            var properties = new LinkedHashSet<Node>();
            while (at < nodes.size() && nodes.get(at).isURI()) {
                properties.add(nodes.get(at++));
            }
            if (at == nodes.size()) {
                throw wrong("there are no words");
            }
            Node words = nodes.get(at++);
            if (!words.isVariable() && !(words.isLiteral() && (!words.getLiteralLanguage().isEmpty()
                    || words.getLiteralDatatype().equals(XSDDatatype.XSDstring)))) {
                throw wrong("the words are no string");
            }
            int most = at < nodes.size() ? most(nodes.get(at++)) : Search.MOST;
            if (at < nodes.size()) {
                throw wrong("there is something behind the number of hits");
            }
            return new Arguments(properties, words, most);
        }

        private static int most(Node node) {
            if (node.isVariable()) {
                return Search.MOST;
            }
            String text = node.isLiteral() ? node.getLiteralLexicalForm() : "";
            if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > Search.MOST) {
                throw wrong("the number of hits is none from 1 to " + Search.MOST);
            }
            return Integer.parseInt(text);
        }
    }

    static Refused notReady() {
        return new Refused("the search is being made ready. Ask again in a moment.", true);
    }

    static Refused later(StoreException why) {
        return new Refused(why.getMessage() + " " + why.remedy(), true);
    }

    private static Refused wrong(String what) {
        return new Refused(what + ". Write (?thing ?score ?name) text:query (\"WORDS\" HITS), with oa:exact before the "
                + "words for sentences.", false);
    }

    @Override
    public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        super.build(subject, predicate, object, context);
        Arguments.of(nodes(object));
        List<Node> found = nodes(subject);
        if (found.isEmpty() || found.size() > MOST_VARIABLES) {
            throw wrong("there is no variable for the thing, or more than for thing, score, name and property");
        }
    }

    private static List<Node> nodes(PropFuncArg argument) {
        return argument.isList() ? argument.getArgList() : List.of(argument.getArg());
    }

    @Override
    public QueryIterator exec(Binding row, PropFuncArg subject, Node predicate, PropFuncArg object,
            ExecutionContext context) {
        Arguments asked = Arguments.of(nodes(Substitute.substitute(object, row)));
        List<Node> places = nodes(Substitute.substitute(subject, row));
        if (asked.words.isVariable() || places.getFirst().isLiteral()) {
            return IterLib.noResults(context);
        }
        Graph graph = context.getActiveGraph();
        var rows = new ArrayList<Binding>();
        for (SearchHit hit : find(asked, places.getFirst())) {
            if (graph.contains(hit.subject(), hit.property(), hit.text())) {
                row(row, places, hit).ifPresent(rows::add);
            }
        }
        return QueryIterPlainWrapper.create(rows.iterator(), context);
    }

    private List<SearchHit> find(Arguments asked, Node thing) {
        Search search = store.searchIfReady().orElseThrow(TextQuery::notReady);
        try {
            return search.find(asked.words.getLiteralLexicalForm(), asked.properties,
                    thing.isVariable() ? Optional.empty() : Optional.of(thing), asked.most);
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage(), false);
        } catch (StoreException e) {
            throw later(e);
        }
    }

    /** To three places; written as TDB2 writes decimals. */
    private static Node score(SearchHit hit) {
        BigDecimal score = BigDecimal.valueOf(hit.share()).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return NodeFactory.createLiteralDT(score.setScale(Math.max(1, score.scale())).toPlainString(),
                XSDDatatype.XSDdecimal);
    }

    /** The row with what was found; empty where it has other values already. */
    private static Optional<Binding> row(Binding row, List<Node> places, SearchHit hit) {
        List<Node> values = List.of(hit.subject(), score(hit), hit.text(), hit.property());
        BindingBuilder found = Binding.builder(row);
        for (int i = 0; i < places.size(); i++) {
            Node place = places.get(i);
            if (place.isVariable() && !found.contains(Var.alloc(place))) {
                found.add(Var.alloc(place), values.get(i));
            } else if (!values.get(i).equals(place.isVariable() ? found.get(Var.alloc(place)) : place)) {
                return Optional.empty();
            }
        }
        return Optional.of(found.build());
    }
}
