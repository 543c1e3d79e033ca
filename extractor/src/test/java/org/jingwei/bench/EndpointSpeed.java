package org.jingwei.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;

/**
 * What the endpoint costs beside Fuseki alone, and what loading costs its readers.
 *
 * <pre>
 * EndpointSpeed beside DIR [ROUNDS SECONDS]  the same queries to our endpoint and to plain Fuseki, turn by turn
 * EndpointSpeed ingest DIR [ROUNDS SECONDS]  point look-ups, idle and while batches of 200 articles are stored; changes DIR
 * </pre>
 *
 * <p>A DIR that is no store becomes one, of generated articles. Both servers are in this process on the same dataset,
 * and so is the client, with four connections. A ratio is that of the answers in a second of one round; the median and
 * the least and most of all rounds are told. For look-ups while loading see {@link FixedRate}.
 */
final class EndpointSpeed {
    private static final long SEED = 20210528;
    private static final int ARTICLES = 400;
    private static final int BATCH = 200;
    private static final int CONNECTIONS = 4;
    private static final int THINGS = 500;
    private static final int WARM_UP_ROUNDS = 2;

    private EndpointSpeed() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2 || !List.of("beside", "ingest").contains(arguments[0])) {
            System.err.println("usage: EndpointSpeed beside|ingest DIR [ROUNDS SECONDS]");
            System.exit(2);
        }
        Path directory = Path.of(arguments[1]);
        boolean beside = arguments[0].equals("beside");
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : beside ? 10 : 3;
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : beside ? 3 : 20;
        if (!Files.exists(directory.resolve("jingwei-store"))) {
            make(directory);
        }
        try (var store = KnowledgeStore.openExisting(directory)) {
            if (!beside) {
                store.search(); // so that it is kept up with every batch
            }
            try (var endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
                if (beside) {
                    beside(store, endpoint.sparql(), rounds, seconds);
                } else {
                    ingest(store, endpoint.sparql(), rounds, seconds);
                }
            }
        }
        System.exit(0);
    }

    private static void make(Path directory) {
        try (var store = KnowledgeStore.open(directory)) {
            store.loadReference(ReferenceGraphs.vocabulary(Iris.standard()),
                    ReferenceGraphs.gazetteer(Iris.standard()));
            var pages = new Pages(SEED);
            for (int stored = 0; stored < ARTICLES; stored += BATCH) {
                store.put(pages.graphs(BATCH));
            }
        }
    }

    /** Article after article, each another one. */
    private static final class Pages {
        private final Pipeline pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        private final GeneratedArticles pages;
        private long number;

        private Pages(long seed) {
            this.pages = new GeneratedArticles(seed);
        }

        private List<ArticleGraph> graphs(int count) {
            List<ArticleGraph> graphs = new ArrayList<>();
            while (graphs.size() < count) {
                if (pipeline.run(pages.page(number++)) instanceof Outcome.Extracted extracted) {
                    graphs.add(extracted.graph());
                }
            }
            return graphs;
        }
    }

    private static FusekiServer plain(KnowledgeStore store) {
        var context = new Context();
        context.set(TDB2.symUnionDefaultGraph, true);
        return FusekiServer.create().port(0).loopback(true).fusekiModules(FusekiModules.empty()).add("/sparql",
                DataService.newBuilder(store.dataset()).addEndpoint(org.apache.jena.fuseki.server.Endpoint.create()
                        .operation(Operation.Query).endpointName("").context(context).build()).build())
                .start();
    }

    private static void beside(KnowledgeStore store, URI ours, int rounds, int seconds) throws Exception {
        FusekiServer fuseki = plain(store);
        try (var client = client()) {
            URI plain = URI.create("http://localhost:" + fuseki.getPort() + "/sparql");
            for (var kind : queries(store).entrySet()) {
                for (String query : kind.getValue().subList(0, Math.min(20, kind.getValue().size()))) {
                    if (!rows(client, ours, query).equals(rows(client, plain, query))) {
                        throw new IllegalStateException("another answer to " + query);
                    }
                }
                double[] ratios = new double[rounds];
                long answered = 0;
                for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                    boolean first = round % 2 == 0;
                    double one = rate(client, first ? ours : plain, kind.getValue(), seconds);
                    double other = rate(client, first ? plain : ours, kind.getValue(), seconds);
                    if (round >= 0) {
                        ratios[round] = first ? one / other : other / one;
                        answered += (long) (first ? one : other);
                    }
                }
                Arrays.sort(ratios);
                System.out.printf(Locale.ROOT, "%-14s %.3f times plain Fuseki (%.3f to %.3f), %d answers a second%n",
                        kind.getKey(), ratios[rounds / 2], ratios[0], ratios[rounds - 1], answered / rounds);
            }
        } finally {
            fuseki.stop();
        }
    }

    /** By name of the kind. */
    private static Map<String, List<String>> queries(KnowledgeStore store) {
        var queries = new LinkedHashMap<String, List<String>>();
        queries.put("point look-up", points(store));
        queries.put("aggregate", store.articles().keySet().stream().limit(THINGS).map(key -> "SELECT ?type (COUNT(?e)"
                + " AS ?n) { GRAPH <" + store.iris().facts(key).getURI() + "> { ?e a ?type } } GROUP BY ?type")
                .toList());
        queries.put("1000 rows", List.of("SELECT ?s ?name { ?s <https://schema.org/name> ?name } LIMIT 1000"));
        return queries;
    }

    /** Everything about one thing. */
    private static List<String> points(KnowledgeStore store) {
        Node document = store.iris().term("SourceDocument");
        return store.read(now -> {
            var all = new ArrayList<String>();
            var found = now.find(Node.ANY, Node.ANY, RDF.type.asNode(), document);
            while (found.hasNext() && all.size() < THINGS) {
                all.add("SELECT ?p ?o { <" + found.next().getSubject().getURI() + "> ?p ?o }");
            }
            return all;
        });
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static HttpRequest request(URI server, String query) {
        return HttpRequest.newBuilder(server).header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query.getBytes(UTF_8))).build();
    }

    private static Object rows(HttpClient client, URI server, String query) throws Exception {
        var reply = client.send(request(server, query), HttpResponse.BodyHandlers.ofString(UTF_8));
        var results = (Map<?, ?>) ((Map<?, ?>) Json.read(reply.body())).get("results");
        return new HashSet<>((List<?>) results.get("bindings"));
    }

    /** Answers a second. */
    private static double rate(HttpClient client, URI server, List<String> queries, int seconds)
            throws InterruptedException {
        var answered = new AtomicLong();
        var done = new CountDownLatch(CONNECTIONS);
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            int from = connection * queries.size() / CONNECTIONS;
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    for (int i = from; System.nanoTime() < end; i++) {
                        var reply = client.send(request(server, queries.get(i % queries.size())),
                                HttpResponse.BodyHandlers.ofByteArray());
                        if (reply.statusCode() != 200) {
                            throw new IllegalStateException(new String(reply.body(), UTF_8));
                        }
                        answered.incrementAndGet();
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return answered.get() * 1e9 / (System.nanoTime() - begin);
    }

    private static void ingest(KnowledgeStore store, URI server, int rounds, int seconds) throws Exception {
        var pages = new Pages(SEED + store.articles().size()); // none that is there already;
        try (var client = client()) {
            var lookups = new FixedRate(client, server, points(store));
            lookups.during(() -> Thread.sleep(seconds * 1000L)); // unmeasured
            var idle = new FixedRate.Times();
            var loading = new FixedRate.Times();
            for (int round = 0; round < rounds; round++) {
                List<ArticleGraph> batch = pages.graphs(BATCH);
                System.gc();
                idle.add(lookups.during(() -> Thread.sleep(seconds * 1000L)));
                loading.add(lookups.during(() -> store.put(batch)));
                System.out.println("idle " + idle + "; while storing " + loading);
            }
            System.out.printf(Locale.ROOT, "while storing: p50 %.2f times idle, p99 %.2f times%n",
                    loading.percentile(0.5) / idle.percentile(0.5), loading.percentile(0.99) / idle.percentile(0.99));
        }
    }
}
