package org.jingwei.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.util.Symbol;
import org.eclipse.jetty.http.HttpException;
import org.jingwei.rdf.Iris;

/**
 * Answers SPARQL queries from anybody. A query is refused when it reaches for other servers or functions that are not
 * allowed, and when its answer is too large; an answer is taken into memory before the status is sent, so that one that
 * fails half-way is an error and not half a document.
 */
final class QueryService extends SPARQL_QueryDataset {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 422;
    private static final int BUSY = 503;
    /** A query that does not look at the clock is left to itself after this. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final Symbol REPLY = Symbol.create("https://w3id.org/jingwei/reply");

    private final Iris iris;
    private final EndpointSettings settings;
    private final AllowedFunctions functions;
    private final Running running;
    private final StoreWatch watch;

    QueryService(Iris iris, EndpointSettings settings, AllowedFunctions functions, Running running,
            StoreWatch watch) {
        this.iris = iris;
        this.watch = watch;
        this.settings = settings;
        this.functions = functions;
        this.running = running;
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
        RequestLogEntry.of(action.getRequest()).query(query);
        var job = new Job(settings.limits(), settings.services().questions());
        job.in(action.getContext());
        try {
            TextSearch.require(query, watch);
            Reply reply = running.run(RequestLogEntry.client(action.getRequest(), settings.listening()), job,
                    settings.timeout().plus(GRACE), () -> answer(query, action));
            HttpReply.send(action.getResponse(), 200, reply.mediaType(), reply.body());
            ServletOps.success(action);
        } catch (Running.Busy e) {
            action.getResponse().setHeader("Retry-After", Long.toString(e.retryAfter()));
            ServletOps.error(BUSY, e.getMessage());
        } catch (TimeoutException e) {
            ServletOps.error(BUSY, "The query timed out after " + settings.timeout().toSeconds() + " s. Ask for less.");
        } catch (Answer.TooLarge e) {
            ServletOps.error(TOO_LARGE, e.getMessage());
        } catch (TextQuery.Refused e) {
            if (e.later()) {
                watch.isSearchReady(); // or is asked for
                action.getResponse().setHeader("Retry-After", TextSearch.RETRY_AFTER);
            }
            ServletOps.error(e.later() ? BUSY : BAD_REQUEST, e.getMessage());
        } catch (StackOverflowError e) {
            ServletOps.errorBadRequest("The query, or a pattern in it, is nested too deeply.");
        } catch (OutOfMemoryError e) {
            ServletOps.error(BUSY, Running.OUT_OF_MEMORY);
        }
    }

    /** What goes back to the client. */
    private record Reply(String mediaType, byte[] body) {}

    /** On a thread of its own. The engine takes more than the language has; what is beyond is refused. */
    private Reply answer(String query, HttpAction action) {
        try {
            Complexity.check(QueryFactory.create(query, Syntax.syntaxSPARQL_12));
        } catch (QueryParseException e) {
            ServletOps.errorBadRequest(SPARQLProtocol.messageForParseException(e));
        } catch (QueryException e) {
            ServletOps.errorBadRequest("Not a SPARQL query: " + e.getMessage());
        }
        var reply = new Reply[1];
        action.getContext().set(REPLY, (Consumer<Reply>) made -> reply[0] = made);
        super.execute(query, action);
        return reply[0];
    }

    @Override
    protected void validateQuery(HttpAction action, Query query) {
        if (query.isJsonType() || query.isUnknownType()) {
            ServletOps.errorBadRequest("Send a SELECT, ASK, CONSTRUCT or DESCRIBE query.");
        }
        if (query.getQueryPattern() == null) {
            return;
        }
        new Reach(functions, settings.services().endpoints()).check(Algebra.compile(query));
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
        Job.of(action.getContext()).orElseThrow().runs(execution);
        return new Whole(Answer.of(execution, query, settings.limits()));
    }

    @Override
    protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
        Answer answer = ((Whole) result).answer;
        AnswerFormat format = format(action, answer);
        action.getContext().<Consumer<Reply>>get(REPLY)
                .accept(new Reply(format.mediaType(), format.write(answer, iris)));
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
