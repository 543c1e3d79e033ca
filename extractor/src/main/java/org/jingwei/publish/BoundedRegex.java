package org.jingwei.publish;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;

/** REGEX that ends when its query does: some patterns take longer than anybody waits. */
final class BoundedRegex extends ExprFunctionN {
    private final Pattern constant;
    private final AtomicBoolean cancelled;

    /** @param cancelled whether the query has been stopped; it may be asked while the query is still planned */
    BoundedRegex(ExprList arguments, AtomicBoolean cancelled) {
        super(Tags.tagRegex, arguments);
        this.constant = constant(arguments);
        this.cancelled = cancelled;
    }

    /** The pattern, where it and its flags are written in the query. */
    private static Pattern constant(ExprList arguments) {
        Expr pattern = arguments.get(1);
        Expr flags = arguments.size() > 2 ? arguments.get(2) : null;
        return isText(pattern) && (flags == null || isText(flags))
                ? BoundedText.pattern("REGEX", pattern.getConstant(), flags == null ? null : flags.getConstant())
                : null;
    }

    private static boolean isText(Expr expression) {
        return expression.isConstant() && expression.getConstant().isString();
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
        String text = BoundedText.string("REGEX", arguments.get(0));
        Pattern pattern = constant != null
                ? constant
                : BoundedText.pattern("REGEX", arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
        return NodeValue.booleanReturn(pattern.matcher(BoundedText.of(text, cancelled)).find());
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        return eval(arguments, null);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedRegex(arguments, cancelled);
    }
}
