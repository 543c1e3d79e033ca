package org.jingwei.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.util.Context;

/**
 * Puts bounded forms in the place of what a query could fill the memory with or never return from: regular expressions,
 * texts that grow, numbers that grow. It comes before the planning of a query, so that constants are not evaluated
 * unbounded there.
 */
final class BoundedExpressions {
    private BoundedExpressions() {}

    /** In front of Jena's own optimizer. */
    static Rewrite rewrite(Context context) {
        Rewrite optimizer = Optimize.stdOptimizationFactory.create(context);
        AtomicBoolean cancelled = Context.getOrSetCancelSignal(context);
        return op -> optimizer
                .rewrite(Transformer.transformSkipService(new Gathering(), new Growing(cancelled), op));
    }

    private static final class Growing extends ExprTransformCopy {
        private final AtomicBoolean cancelled;

        Growing(AtomicBoolean cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return switch (function) {
                case E_Regex regex -> new BoundedRegex(arguments, cancelled);
                case E_StrReplace replace -> new BoundedReplace(arguments, cancelled);
                case E_StrConcat concat -> new BoundedConcat(arguments);
                default -> super.transform(function, arguments);
            };
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            return super.transform(function,
                    function instanceof E_StrEncodeForURI ? new Bounded(argument) : argument);
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            boolean grows = function instanceof E_Multiply || function instanceof E_Divide;
            boolean read = function instanceof E_StrDatatype;
            return super.transform(function, grows || read ? new Bounded(left) : left,
                    grows ? new Bounded(right) : right);
        }
    }

    /** GROUP_CONCAT, which gathers one text from any number of rows. */
    private static final class Gathering extends TransformCopy {
        @Override
        public Op transform(OpGroup group, Op sub) {
            List<ExprAggregator> aggregators = new ArrayList<>();
            for (ExprAggregator aggregator : group.getAggregators()) {
                aggregators.add(new ExprAggregator(aggregator.getVar(), metered(aggregator.getAggregator())));
            }
            return OpGroup.create(sub, group.getGroupVars(), aggregators);
        }

        private static Aggregator metered(Aggregator aggregator) {
            String separator = switch (aggregator) {
                case AggGroupConcat all -> all.getSeparator();
                case AggGroupConcatDistinct distinct -> distinct.getSeparator();
                default -> null;
            };
            boolean gathers = aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct;
            return gathers
                    ? aggregator.copy(new ExprList(new Metered(aggregator.getExprList().get(0),
                            separator == null ? 1 : separator.length())))
                    : aggregator;
        }
    }
}
