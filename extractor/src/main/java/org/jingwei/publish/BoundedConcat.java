package org.jingwei.publish;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;

/** CONCAT to a text of bounded length. */
final class BoundedConcat extends ExprFunctionN {
    BoundedConcat(ExprList arguments) {
        super(Tags.tagConcat, arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
        long characters = 0;
        for (NodeValue argument : arguments) {
            characters += BoundedText.string("CONCAT", argument).length();
        }
        BoundedText.check(characters, env);
        return XSDFuncOp.strConcat(arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        return eval(arguments, null);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments);
    }
}
