package org.jingwei.publish;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** A value as it is, its characters counted towards what the query may gather. */
final class Metered extends ExprFunction1 {
    private final int more;

    /** @param more characters that come with each value, such as a separator */
    Metered(Expr argument, int more) {
        super(argument, "metered");
        this.more = more;
    }

    @Override
    public NodeValue eval(NodeValue value, FunctionEnv env) {
        Job.of(env.getContext()).ifPresent(job -> job.gather(value.asString().length() + more));
        return value;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        return value;
    }

    @Override
    public Expr copy(Expr argument) {
        return new Metered(argument, more);
    }
}
