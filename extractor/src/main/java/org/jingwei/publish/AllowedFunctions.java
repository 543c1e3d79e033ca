package org.jingwei.publish;

import java.util.Set;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;

/**
 * The functions a query from outside may call by IRI: the XPath and XQuery functions and casts, without those that can
 * fill the memory. Jena's own would load Java classes ({@code java:}), wait on demand ({@code afn:wait}) or build a
 * string of any length ({@code sprintf}). The functions of the SPARQL language itself are not called by IRI.
 */
final class AllowedFunctions extends FunctionRegistry {
    private static final Set<String> REFUSED = Set.of("apply", "collation-key", "error");

    private final FunctionRegistry all;

    AllowedFunctions(FunctionRegistry all) {
        this.all = all;
    }

    private static boolean allowed(String uri) {
        if (uri.startsWith(ARQConstants.fnPrefix)) {
            return !REFUSED.contains(uri.substring(ARQConstants.fnPrefix.length()));
        }
        return uri.startsWith(XSD.NS) || uri.startsWith(ARQConstants.mathPrefix);
    }

    /** Whether a query may call it; one that calls another is refused as a whole, rather than answered in part. */
    boolean allows(String uri) {
        return isRegistered(uri);
    }

    @Override
    public FunctionFactory getFunctionFactory(String uri) {
        return allowed(uri) && all.isRegistered(uri) ? all.getFunctionFactory(uri) : null;
    }

    @Override
    @SuppressWarnings({ "deprecation", "removal" })
    public FunctionFactory get(String uri) {
        return getFunctionFactory(uri);
    }

    @Override
    public boolean isRegistered(String uri) {
        return allowed(uri) && all.isRegistered(uri);
    }
}
