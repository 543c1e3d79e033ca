package org.jingwei.publish;

import java.util.ArrayDeque;
import java.util.List;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.Element1;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * How many parts a query has and how deep they stand in each other. Planning takes a time that grows faster than both,
 * and no clock is looked at in it. The largest query of the library has some hundred parts.
 */
final class Complexity {
    static final int MOST_PARTS = 1500;
    static final int DEEPEST = 60;

    private int parts;

    private Complexity() {}

    /**
     * @throws org.apache.jena.fuseki.servlets.ActionErrorException when it has too many or stands too deep, or when
     *         triple terms can grow in it
     */
    static void check(Query query) {
        new Complexity().query(query, 0);
    }

    private void query(Query query, int depth) {
        if (query.getQueryPattern() != null) {
            element(query.getQueryPattern(), depth);
        }
        if (query.isConstructType()) {
            query.getConstructTemplate().getQuads().forEach(quad -> TripleTerms.check(quad.asTriple()));
        }
        if (query.hasValues()) {
            TripleTerms.check(query.getValuesData());
        }
        query.getProject().getExprs().values().forEach(e -> expression(e, depth));
        query.getGroupBy().getExprs().values().forEach(e -> expression(e, depth));
        query.getHavingExprs().forEach(e -> expression(e, depth));
        query.getAggregators().forEach(e -> expression(e, depth));
        if (query.getOrderBy() != null) {
            query.getOrderBy().forEach(condition -> expression(condition.getExpression(), depth));
        }
    }

    private void element(Element element, int depth) {
        count(1);
        if (depth > DEEPEST) {
            ServletOps.errorBadRequest("The query has patterns more than " + DEEPEST + " deep in each other.");
        }
        List<Element> inner = switch (element) {
            case ElementGroup group -> group.getElements();
            case ElementUnion union -> union.getElements();
            case ElementOptional optional -> List.of(optional.getOptionalElement());
            case ElementMinus minus -> List.of(minus.getMinusElement());
            case ElementNamedGraph graph -> List.of(graph.getElement());
            case ElementService service -> List.of(service.getElement());
            case Element1 one -> List.of(one.getElement());
            default -> List.of();
        };
        inner.forEach(part -> element(part, depth + 1));
        switch (element) {
            case ElementPathBlock block -> block.getPattern().forEach(triple -> {
                count(1);
                TripleTerms.check(triple.getSubject());
                TripleTerms.check(triple.getObject());
                if (triple.getPath() != null) {
                    path(triple.getPath());
                }
            });
            case ElementData data -> TripleTerms.check(data.getRows());
            case ElementSubQuery sub -> query(sub.getQuery(), depth + 1);
            case ElementFilter filter -> expression(filter.getExpr(), depth);
            case ElementBind bind -> expression(bind.getExpr(), depth);
            case ElementAssign assign -> expression(assign.getExpr(), depth);
            default -> {
                // It has no more than its name.
            }
        }
    }

    /** One after the other and not each in its outer one: a long chain of operators would not fit on a thread's stack. */
    private void expression(Expr whole, int depth) {
        var open = new ArrayDeque<Expr>();
        open.push(whole);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case ExprFunctionOp pattern -> element(pattern.getElement(), depth + 1);
                case E_TripleFn made -> TripleTerms.refuse();
                case ExprTripleTerm made -> TripleTerms.refuse();
                case ExprFunction function -> function.getArgs().forEach(argument -> {
                    // The outermost is counted where it stands, as a filter.
                    count(argument instanceof ExprFunction ? 1 : 0);
                    open.push(argument);
                });
                case ExprAggregator aggregator -> {
                    ExprList arguments = aggregator.getAggregator().getExprList();
                    if (arguments != null) {
                        arguments.forEach(open::push);
                    }
                }
                default -> {
                    // A variable or a value.
                }
            }
        }
    }

    /** Each step is a pattern of its own when it is planned. */
    private void path(Path path) {
        switch (path) {
            case P_Path2 two -> {
                count(1);
                path(two.getLeft());
                path(two.getRight());
            }
            case P_Path1 one -> path(one.getSubPath());
            case P_NegPropSet none -> count(none.getNodes().size());
            default -> {
                // A property.
            }
        }
    }

    private void count(int more) {
        parts += more;
        if (parts > MOST_PARTS) {
            ServletOps.errorBadRequest("The query has more than " + MOST_PARTS
                    + " patterns, steps of paths, groups, filters and functions. Ask in several queries, or give values in VALUES.");
        }
    }
}
