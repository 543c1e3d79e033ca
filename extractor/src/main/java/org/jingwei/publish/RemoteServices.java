package org.jingwei.publish;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.jingwei.source.RemoteQuestion;

/**
 * SERVICE, for the endpoints of the settings. The rows found so far are sent along as VALUES, up to
 * {@value #ROWS_A_QUESTION} with one request. SILENT passes over an endpoint that does not answer; what is refused here,
 * an address or a size, ends the query all the same, for the answer would be wrong without a word.
 */
final class RemoteServices {
    private static final int ROWS_A_QUESTION = 100;
    private static final int FORBIDDEN = 403;
    private static final int BAD_GATEWAY = 502;
    private static final int TOO_LARGE = 422;

    private final Services services;
    private final RemoteQuestion remote;

    private RemoteServices(Services services) {
        this.services = services;
        this.remote = new RemoteQuestion(services.time(), services.bytes());
    }

    /** Makes the queries of this context ask nobody else. */
    static void install(Context context, Services services) {
        var executor = new RemoteServices(services);
        var registry = new ServiceExecutorRegistry();
        registry.addBulkLink((service, rows, query, next) -> executor.rows(service, rows, query));
        ServiceExecutorRegistry.set(context, registry);
    }

    private QueryIterator rows(OpService service, QueryIterator input, ExecutionContext query) {
        Job job = Job.of(query.getContext()).orElseThrow();
        if (!service.getService().isURI() || !services.endpoints().contains(service.getService().getURI())) {
            throw job.refused(new ActionErrorException(FORBIDDEN, "SERVICE is not allowed to ask "
                    + service.getService() + ".", null));
        }
        List<Binding> found = new ArrayList<>();
        List<Binding> batch = new ArrayList<>();
        while (input.hasNext()) {
            batch.add(input.next());
            if (batch.size() == ROWS_A_QUESTION || !input.hasNext()) {
                query.checkCancelSignal();
                found.addAll(joined(service, batch, job, query));
                requireFew(found.size(), job);
                batch.clear();
            }
        }
        return QueryIterPlainWrapper.create(found.iterator(), query);
    }

    private static void requireFew(int rows, Job job) {
        if (rows > job.limits().rows()) {
            throw job.refused(new Answer.TooLarge("SERVICE finds more than " + job.limits().rows()
                    + " rows. Nothing was left out silently: ask it for less."));
        }
    }

    private List<Binding> joined(OpService service, List<Binding> rows, Job job, ExecutionContext query) {
        String endpoint = service.getService().getURI();
        if (!job.mayAsk()) {
            throw job.refused(new ActionErrorException(TOO_LARGE, "The query asks other endpoints more than "
                    + services.questions() + " times. Put SERVICE where fewer rows have been found.", null));
        }
        var question = Question.of(service, rows);
        return switch (remote.ask(endpoint, question.text())) {
            case RemoteQuestion.Outcome.Answered answered -> question.joined(endpoint, answered.json(), job, query);
            case RemoteQuestion.Outcome.Refused refused -> throw job.refused(new ActionErrorException(BAD_GATEWAY,
                    "SERVICE <" + endpoint + "> is not taken: " + refused.why() + ".", null));
            case RemoteQuestion.Outcome.Failed failed -> {
                if (!service.getSilent()) {
                    throw job.refused(new ActionErrorException(BAD_GATEWAY,
                            "SERVICE <" + endpoint + "> gave no answer: " + failed.why() + ".", null));
                }
                yield List.copyOf(rows);
            }
        };
    }

    /**
     * What is sent: the pattern, with the rows so far. Variables get plain names on the way, for the engine's own may be
     * none that SPARQL can write.
     */
    private record Question(String text, List<Binding> rows, Map<Var, Var> back) {

        static Question of(OpService service, List<Binding> rows) {
            Map<Var, Var> there = new LinkedHashMap<>();
            NodeTransform plain = node -> Var.isVar(node)
                    ? there.computeIfAbsent(Var.alloc(node), name -> Var.alloc("v" + there.size()))
                    : node;
            Op pattern = NodeTransformLib.transform(plain, service.getSubOp());
            Map<Var, Var> back = new LinkedHashMap<>();
            OpVars.visibleVars(service.getSubOp()).forEach(name -> back.put(there.get(name), name));
            Table known = known(rows, back);
            Op whole = known == null ? pattern : OpJoin.create(OpTable.create(known), pattern);
            return new Question(OpAsQuery.asQuery(whole).toString(), List.copyOf(rows), back);
        }

        /** What the rows say of the pattern's variables; null for nothing. Blank nodes mean nothing elsewhere. */
        private static Table known(List<Binding> rows, Map<Var, Var> back) {
            Set<Binding> said = new LinkedHashSet<>();
            for (Binding row : rows) {
                BindingBuilder builder = BindingFactory.builder();
                back.forEach((there, here) -> {
                    if (row.contains(here) && !row.get(here).isBlank()) {
                        builder.add(there, row.get(here));
                    }
                });
                Binding values = builder.build();
                if (values.isEmpty()) {
                    return null;
                }
                said.add(values);
            }
            Table table = TableFactory.create(new ArrayList<>(new LinkedHashSet<>(said.stream()
                    .flatMap(row -> row.varsMentioned().stream()).toList())));
            said.forEach(table::addBinding);
            return table;
        }

        /** Every row may fit every result: the limit is looked at while they are joined. */
        List<Binding> joined(String endpoint, byte[] json, Job job, ExecutionContext query) {
            List<Binding> joined = new ArrayList<>();
            try {
                var results = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON)
                        .read(new ByteArrayInputStream(json), Context.emptyContext());
                results.forEachRemaining(result -> {
                    BindingBuilder builder = BindingFactory.builder();
                    back.forEach((there, here) -> {
                        if (result.contains(there)) {
                            builder.add(here, result.get(there));
                        }
                    });
                    Binding mine = builder.build();
                    query.checkCancelSignal();
                    rows.stream().filter(row -> compatible(row, mine)).forEach(row -> joined.add(merged(row, mine)));
                    requireFew(joined.size(), job);
                });
            } catch (RiotException | QueryException | org.apache.jena.atlas.json.JsonException e) {
                throw job.refused(new ActionErrorException(BAD_GATEWAY, "SERVICE <" + endpoint
                        + "> did not answer in the JSON format of SPARQL results.", null));
            }
            return joined;
        }

        private static boolean compatible(Binding row, Binding result) {
            for (var variable : result.varsMentioned()) {
                if (row.contains(variable) && !row.get(variable).equals(result.get(variable))) {
                    return false;
                }
            }
            return true;
        }

        private static Binding merged(Binding row, Binding result) {
            BindingBuilder builder = BindingFactory.builder(row);
            result.forEach((variable, node) -> {
                if (!row.contains(variable)) {
                    builder.add(variable, node);
                }
            });
            return builder.build();
        }
    }
}
