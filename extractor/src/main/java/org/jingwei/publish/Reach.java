package org.jingwei.publish;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * Looks through a whole query for what it may not reach, before any of it runs: a part refused at run time would only
 * be unbound, and the answer wrong without a word. The walker of the engine passes by aggregates and patterns in sort
 * conditions.
 */
final class Reach extends OpVisitorBase {
    private static final int FORBIDDEN = 403;

    private final AllowedFunctions functions;
    private final Set<String> services;
    private final Set<Op> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ExprVisitorBase expressions = new ExprVisitorBase() {
        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_Function called && !functions.allows(called.getFunctionIRI())) {
                ServletOps.error(FORBIDDEN, "The function <" + called.getFunctionIRI()
                        + "> is not allowed here. The functions of SPARQL 1.1 and XPath are, those that build texts of"
                        + " any size by their SPARQL names (CONCAT, REPLACE, REGEX, ROUND).");
            }
            if (function instanceof E_Call) {
                ServletOps.error(FORBIDDEN, "CALL is not allowed here.");
            }
        }

        @Override
        public void visit(ExprFunctionOp pattern) {
            check(pattern.getGraphPattern());
        }

        @Override
        public void visit(ExprAggregator aggregate) {
            check(aggregate.getAggregator().getExprList());
        }
    };

    /** @param services that may be asked */
    Reach(AllowedFunctions functions, Set<String> services) {
        this.functions = functions;
        this.services = services;
    }

    /** @throws org.apache.jena.fuseki.servlets.ActionErrorException when it reaches too far */
    void check(Op op) {
        if (seen.add(op)) {
            // What an allowed service is asked is its own business.
            Walker.walkSkipService(op, this, expressions, null, null);
        }
    }

    private void check(Iterable<Expr> parts) {
        if (parts != null) {
            parts.forEach(part -> Walker.walk(part, this, expressions));
        }
    }

    @Override
    public void visit(OpService service) {
        if (services.isEmpty()) {
            ServletOps.error(FORBIDDEN, "SERVICE is not allowed here: this endpoint asks no other server.");
        }
        if (!service.getService().isURI()) {
            ServletOps.error(FORBIDDEN, "SERVICE names its endpoint here: " + String.join(", ", sorted()) + ".");
        }
        if (!services.contains(service.getService().getURI())) {
            ServletOps.error(FORBIDDEN, "SERVICE <" + service.getService().getURI()
                    + "> is not allowed here. This endpoint asks " + String.join(", ", sorted()) + ".");
        }
    }

    private List<String> sorted() {
        return services.stream().sorted().map(uri -> "<" + uri + ">").toList();
    }

    @Override
    public void visit(OpGroup group) {
        group.getAggregators().forEach(aggregate -> check(aggregate.getAggregator().getExprList()));
    }

    @Override
    public void visit(OpOrder order) {
        order.getConditions().forEach(condition -> check(List.of(condition.getExpression())));
    }
}
