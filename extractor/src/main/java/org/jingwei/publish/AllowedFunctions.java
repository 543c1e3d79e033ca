package org.jingwei.publish;

import java.util.Set;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase1;
import org.apache.jena.sparql.function.FunctionBase2;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;

/**
 * The functions a query from outside may call by IRI: the XPath and XQuery functions and casts, without those that can
 * fill the memory. Jena's own would load Java classes ({@code java:}), wait on demand ({@code afn:wait}) or build a
 * string of any length ({@code sprintf}). The functions of the SPARQL language itself are not called by IRI.
 */
final class AllowedFunctions extends FunctionRegistry {
    /** Those after the first three build texts or numbers of any size; the language has bounded ones for most. */
    private static final Set<String> REFUSED = Set.of("apply", "collation-key", "error", "concat", "replace", "matches",
            "string-join", "encode-for-uri", "round", "round-half-to-even", "format-number", "tokenize");
    private static final String POWER = ARQConstants.mathPrefix + "pow";

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
        if (uri.equals(POWER)) {
            return name -> new Power();
        }
        if (!allowed(uri) || !all.isRegistered(uri)) {
            return null;
        }
        FunctionFactory factory = all.getFunctionFactory(uri);
        return uri.startsWith(XSD.NS) && factory.create(uri) instanceof FunctionBase1 cast
                ? name -> new Cast(cast)
                : factory;
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

    /** As a double: the power of integers could have any number of digits. */
    private static final class Power extends FunctionBase2 {
        @Override
        public NodeValue exec(NodeValue base, NodeValue exponent) {
            if (!base.isNumber() || !exponent.isNumber()) {
                throw new ExprEvalException("math:pow: not numbers");
            }
            return NodeValue.makeDouble(Math.pow(base.getDouble(), exponent.getDouble()));
        }
    }

    /** Reading a number takes a time that grows with the square of its digits. */
    private static final class Cast extends FunctionBase1 {
        private static final int MOST_CHARACTERS = 10_000;

        private final FunctionBase1 cast;

        Cast(FunctionBase1 cast) {
            this.cast = cast;
        }

        @Override
        public NodeValue exec(NodeValue value) {
            if (value.isString() && value.getString().length() > MOST_CHARACTERS) {
                throw new ExprEvalException("too long for a cast");
            }
            return cast.exec(value);
        }
    }
}
