package org.jingwei.publish;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** A value as it is, if it is no larger than what may grow further. */
final class Bounded extends ExprFunction1 {
    /** A character takes up to nine when it is encoded. */
    private static final int MOST_CHARACTERS = BoundedText.MOST_CHARACTERS / 9;

    Bounded(Expr argument) {
        super(argument, "bounded");
    }

    @Override
    public NodeValue eval(NodeValue value, FunctionEnv env) {
        if (value.isString() || value.isLangString()) {
            BoundedText.check(value.asNode().getLiteralLexicalForm().length() > MOST_CHARACTERS
                    ? BoundedText.MOST_CHARACTERS + 1L
                    : 0, env);
        } else if (value.isInteger() && value.getInteger().bitLength() > BoundedText.MOST_BITS
                || value.isDecimal() && value.getDecimal().unscaledValue().bitLength() > BoundedText.MOST_BITS) {
            throw BoundedText.tooLarge(env, "A calculation of the query multiplies numbers of thousands of digits.");
        }
        return value;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        return eval(value, null);
    }

    @Override
    public Expr copy(Expr argument) {
        return new Bounded(argument);
    }
}
