package org.jingwei.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Symbol;
import org.jingwei.store.KnowledgeStore;

/** Search in SPARQL, by {@code text:query}: the only property function there is. */
final class TextSearch {
    /** The name that Jena's own text search has. */
    static final Node QUERY = NodeFactory.createURI("http://jena.apache.org/text#query");

    private static final String MARK = "jena.apache.org";
    private static final String USUAL = MARK + "/text";

    /** Seconds after which who found the search not ready may ask again. */
    static final String RETRY_AFTER = "5";

    private TextSearch() {}

    /** What lets a query search the store, and call no other property function. */
    static Map<Symbol, Object> of(KnowledgeStore store) {
        return Map.of(ARQ.enablePropertyFunctions, true, ARQConstants.registryPropertyFunctions, new Only(store));
    }

    /** Whether a query may search. */
    static boolean isUsed(String query) {
        return query.contains(MARK);
    }

    /** Before a transaction begins, for one who can wait: makes the search ready for a query that may use it. */
    static void prepare(String query, KnowledgeStore store) {
        if (isUsed(query)) {
            store.search();
        }
    }

    /**
     * For one of many who ask: a search that is not ready is asked for and not waited for.
     *
     * @throws TextQuery.Refused when the query needs it, as far as its text shows; else the engine finds out
     */
    static void require(String query, StoreWatch watch) {
        if (query.contains(USUAL) && !watch.isSearchReady()) {
            throw TextQuery.notReady();
        }
    }

    /** Tells a client, and sees to it that the search is made ready. */
    static void notReady(TextQuery.Refused why, StoreWatch watch, HttpServletRequest request,
            HttpServletResponse response) {
        watch.isSearchReady();
        response.setHeader("Retry-After", RETRY_AFTER);
        Problem.unavailable(why.getMessage()).send(request, response);
    }

    /** No other function, and no class loaded by its name. */
    private static final class Only extends PropertyFunctionRegistry {
        private final KnowledgeStore store;

        Only(KnowledgeStore store) {
            this.store = store;
        }

        @Override
        public PropertyFunctionFactory get(String uri) {
            return isRegistered(uri) ? called -> new TextQuery(store) : null;
        }

        @Override
        public boolean isRegistered(String uri) {
            return QUERY.getURI().equals(uri);
        }

        @Override
        public boolean manages(String uri) {
            return isRegistered(uri);
        }
    }
}
