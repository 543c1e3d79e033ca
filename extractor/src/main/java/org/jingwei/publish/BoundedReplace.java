package org.jingwei.publish;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;

/** REPLACE that ends when its query does, with a text of bounded length. */
final class BoundedReplace extends ExprFunctionN {
    private final AtomicBoolean cancelled;

    /** @param cancelled whether the query has been stopped; it may be asked while the query is still planned */
    BoundedReplace(ExprList arguments, AtomicBoolean cancelled) {
        super(Tags.tagReplace, arguments);
        this.cancelled = cancelled;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
        String text = BoundedText.string("REPLACE", arguments.get(0));
        String by = BoundedText.string("REPLACE", arguments.get(2));
        Matcher matcher = BoundedText
                .pattern("REPLACE", arguments.get(1), arguments.size() > 3 ? arguments.get(3) : null)
                .matcher(BoundedText.of(text, cancelled));
        var out = new StringBuilder();
        boolean found = false;
        try {
            while (matcher.find()) {
                // As in Jena: an empty match counts only where it is the first.
                if (!found || matcher.start() < matcher.end()) {
                    matcher.appendReplacement(out, by);
                    BoundedText.check(out.length(), env);
                }
                found = true;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
        }
        if (!found) {
            return arguments.get(0);
        }
        matcher.appendTail(out);
        BoundedText.check(out.length(), env);
        return BoundedText.like(arguments.get(0).asNode(), out.toString());
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        return eval(arguments, null);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedReplace(arguments, cancelled);
    }
}
