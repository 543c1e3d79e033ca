package org.jingwei.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.eclipse.jetty.http.HttpException;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;

/**
 * Answers SPARQL queries from anybody. A query is refused when it reaches for other servers or functions that are not
 * allowed, and when its answer is too large; an answer is taken into memory before the status is sent, so that one that
 * fails half-way is an error and not half a document.
 */
final class QueryService extends SPARQL_QueryDataset {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 422;
    private static final int BUSY = 503;
    private static final int PATIENCE_SECONDS = 5;

    private final KnowledgeStore store;
    private final Iris iris;
    private final Answer.Limits limits;
    private final AllowedFunctions functions;
    private final Semaphore turns;

    QueryService(KnowledgeStore store, EndpointSettings settings, AllowedFunctions functions) {
        this.store = store;
        this.iris = store.iris();
        this.limits = settings.limits();
        this.functions = functions;
        this.turns = new Semaphore(settings.queriesAtOnce(), true);
    }

    /** A body without a stated length shows only here that it is too large. */
    @Override
    protected void executeBody(HttpAction action) {
        byte[] body;
        try {
            body = action.getRequest().getInputStream().readAllBytes();
        } catch (IOException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException http) {
                    throw new ActionErrorException(http.getCode(), "The request body cannot be taken: "
                            + http.getReason(), null);
                }
            }
            throw new ActionErrorException(BAD_REQUEST, "The request body did not arrive.", null);
        }
        execute(new String(body, StandardCharsets.UTF_8), action);
    }

    @Override
    protected void execute(String query, HttpAction action) {
        boolean turn = false;
        try {
            turn = turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!turn) {
                action.getResponse().setHeader("Retry-After", Integer.toString(PATIENCE_SECONDS));
                ServletOps.error(BUSY, "Too many queries are running. Try again in a few seconds.");
            }
            TextSearch.prepare(query, store);
            super.execute(query, action);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ServletOps.error(BUSY, "The server is stopping.");
        } catch (Answer.TooLarge e) {
            ServletOps.error(TOO_LARGE, e.getMessage());
        } catch (TextQuery.Refused e) {
            ServletOps.error(e.later() ? BUSY : BAD_REQUEST, e.getMessage());
        } catch (StackOverflowError e) {
            ServletOps.errorBadRequest("The query is nested too deeply.");
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    @Override
    protected void validateQuery(HttpAction action, Query query) {
        if (query.isJsonType() || query.isUnknownType()) {
            ServletOps.errorBadRequest("Send a SELECT, ASK, CONSTRUCT or DESCRIBE query.");
        }
        if (query.getQueryPattern() == null) {
            return;
        }
        new Reach().check(Algebra.compile(query));
    }

    /**
     * Looks through a whole query for what it may not reach, before any of it runs: a part refused at run time would
     * only be unbound, and the answer wrong without a word. The walker of the engine passes by aggregates and patterns
     * in sort conditions.
     */
    private final class Reach extends OpVisitorBase {
        private final Set<Op> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final ExprVisitorBase expressions = new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionN function) {
                if (function instanceof E_Function called && !functions.allows(called.getFunctionIRI())) {
                    ServletOps.error(FORBIDDEN, "The function <" + called.getFunctionIRI()
                            + "> is not allowed here. The functions of SPARQL 1.1 and XPath are.");
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

        private void check(Op op) {
            if (seen.add(op)) {
                Walker.walk(op, this, expressions);
            }
        }

        private void check(Iterable<Expr> parts) {
            if (parts != null) {
                parts.forEach(part -> Walker.walk(part, this, expressions));
            }
        }

        @Override
        public void visit(OpService service) {
            ServletOps.error(FORBIDDEN, "SERVICE is not allowed here: this endpoint asks no other server.");
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

    /** A query's answer on its way from evaluation to the response. */
    private static final class Whole extends QueryExecResult {
        private final Answer answer;

        private Whole(Answer answer) {
            super(true);
            this.answer = answer;
        }
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec execution, Query query, String log) {
        return new Whole(Answer.of(execution, query, limits));
    }

    @Override
    protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
        Answer answer = ((Whole) result).answer;
        AnswerFormat format = format(action, answer);
        HttpReply.send(action.getResponse(), 200, format.mediaType(), format.write(answer, iris));
        ServletOps.success(action);
    }

    private static AnswerFormat format(HttpAction action, Answer answer) {
        String stated = Optional.ofNullable(action.getRequestParameter("format"))
                .orElseGet(() -> action.getRequestParameter("output"));
        if (stated != null) {
            return AnswerFormat.named(stated).filter(f -> f.suits(answer))
                    .orElseThrow(() -> new ActionErrorException(400, "The answer to this query has no format \""
                            + (stated.length() > 40 ? stated.substring(0, 40) : stated) + "\".", null));
        }
        List<AnswerFormat> offered = switch (answer) {
            case Answer.Table table -> List.of(AnswerFormat.JSON, AnswerFormat.XML, AnswerFormat.CSV, AnswerFormat.TSV,
                    AnswerFormat.HTML, AnswerFormat.TABLE, AnswerFormat.XLSX);
            case Answer.Truth truth -> List.of(AnswerFormat.JSON, AnswerFormat.XML, AnswerFormat.CSV,
                    AnswerFormat.HTML, AnswerFormat.TABLE, AnswerFormat.XLSX);
            case Answer.Statements statements -> List.of(AnswerFormat.TURTLE, AnswerFormat.NTRIPLES,
                    AnswerFormat.JSONLD, AnswerFormat.HTML, AnswerFormat.CSV, AnswerFormat.XLSX);
        };
        return Negotiation.choose(action.getRequest().getHeader("Accept"), offered, AnswerFormat::mediaType)
                .orElse(offered.getFirst());
    }
}
