package org.jingwei.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jingwei.publish.LibraryQuery;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.publish.QueryParameter;
import org.jingwei.rdf.Iris;

/** What people and programs ask a server, and what the answers must hold. */
final class MixedReaders {
    private static final List<String> REGIONS = List.of("江苏", "苏州", "重庆", "北京", "湖北", "宜昌", "广东", "深圳", "四川", "山东");
    private static final List<String> INDICATORS = List.of("地区生产总值", "固定资产投资", "进出口总值");
    private static final List<String> HEAVY = List.of(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT ?a ?c { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(STR(?c), \"(a+)+$\")) } ORDER BY ?c ?f",
            "SELECT ?s (GROUP_CONCAT(?x) AS ?all) { ?s ?p ?o . ?x ?q ?o } GROUP BY ?s",
            "SELECT * { ?s (<urn:a>|!<urn:a>)+ ?o }");
    private static final int MOST_TRIES = 20;
    private static final int LONGEST_HEAVY_SECONDS = 22;

    /**
     * An article of the store.
     *
     * @param iri      of it
     * @param headline its own
     */
    record Known(String iri, String headline) {}

    /** @param iri of an organisation */
    record Named(String iri, String name) {}

    private final Client client;
    private final Iris iris;
    private final QueryLibrary library = QueryLibrary.load();
    private final List<Named> named = new ArrayList<>();
    private final List<Known> articles = new CopyOnWriteArrayList<>();

    MixedReaders(Client client, Iris iris, List<Known> articles) throws IOException, InterruptedException {
        this.client = client;
        this.iris = iris;
        this.articles.addAll(articles);
        for (String row : patiently(client, "SELECT DISTINCT ?s ?n { ?s a <https://schema.org/Organization> ; "
                + "<https://schema.org/name> ?n FILTER(STRLEN(?n) < 20) } ORDER BY ?s LIMIT 500")) {
            String[] cells = row.split(",", 2);
            if (cells[0].startsWith(iris.base()) && !cells[1].startsWith("\"")) {
                named.add(new Named(cells[0], cells[1]));
            }
        }
        if (named.isEmpty()) {
            throw new IllegalStateException("no organisation in the store");
        }
    }

    /** A server that has just been started on a busy machine may need another try. */
    private static List<String> patiently(Client client, String sparql) throws IOException, InterruptedException {
        for (int tries = 1;; tries++) {
            try {
                return client.ask("select", sparql);
            } catch (Client.TurnedAway e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    void loaded(Known article) {
        articles.add(article);
    }

    private static <T> T any(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private String path(String iri) {
        return iri.substring(iris.base().length());
    }

    /** What one thing is called, known beforehand; a headline in traditional characters is there in simplified ones too. */
    void point(RandomGenerator random) throws IOException, InterruptedException {
        Known article = any(articles, random);
        List<String> rows = client.ask("point",
                "SELECT ?h { <" + article.iri + "> <https://schema.org/headline> ?h }");
        if (!rows.contains(article.headline) || rows.size() > 2) {
            client.wrong("point " + article + ": " + rows);
        }
    }

    /** A question of the library with some of its parameters. */
    void question(RandomGenerator random) throws IOException, InterruptedException {
        LibraryQuery query = any(List.copyOf(library.all()), random);
        var path = new StringBuilder("/api/" + query.name() + "?limit=" + random.nextInt(1, 200));
        for (QueryParameter parameter : query.parameters()) {
            if (parameter.required() || query.needsOne().indexOf(parameter.name()) == 0 || random.nextInt(3) == 0) {
                path.append('&').append(parameter.name()).append('=').append(Client.encoded(value(parameter, random)));
            }
        }
        path.append(any(List.of("", "&lang=en", "&lang=zh", "&format=csv", "&offset=10"), random));
        client.get("library", path.toString());
    }

    private String value(QueryParameter parameter, RandomGenerator random) {
        if (!parameter.choices().isEmpty()) {
            return any(parameter.choices(), random);
        }
        return switch (parameter.type()) {
            case PLACE -> any(REGIONS, random);
            case TIME -> "20" + (parameter.name().equals("from") ? random.nextInt(10, 18) : random.nextInt(18, 25));
            case PERIOD -> "20" + random.nextInt(15, 24);
            case IRI -> any(articles, random).iri;
            case STRING -> parameter.name().equals("indicator")
                    ? any(INDICATORS, random)
                    : any(named, random).name;
            default -> Integer.toString(random.nextInt(2000, 2024));
        };
    }

    /** By characters of a name that is there. */
    void search(RandomGenerator random) throws IOException, InterruptedException {
        Named thing = any(named, random);
        if (random.nextInt(3) > 0) {
            var reply = client.get("suggest", "/suggest?prefix=" + Client.encoded(thing.name.substring(0, 2)));
            client.check(reply.body().contains("\"name\""), "suggest", thing.name, reply);
        } else {
            var reply = client.get("search", "/api/search/names?words=" + Client.encoded(thing.name));
            client.check(reply.body().contains(thing.name), "search", thing.name, reply);
        }
    }

    /** Of a thing: where its IRI leads, its page, its data, and the page again from a cache. */
    void page(RandomGenerator random) throws IOException, InterruptedException {
        Named thing = any(named, random);
        client.get("iri", "/" + path(thing.iri), Map.of("Accept", "text/html"), 303);
        String page = "/page/" + path(thing.iri);
        var reply = client.get("page", page, Map.of("Accept-Language", any(List.of("zh", "en"), random)), 200);
        client.check(reply.body().contains(thing.name), "page", page, reply);
        client.get("data", "/data/" + path(thing.iri) + any(List.of("?format=turtle", "?format=jsonld"), random));
        client.get("again", page + "?lang=zh", reply.headers().firstValue("ETag")
                .map(tag -> Map.of("If-None-Match", tag)).orElse(Map.of()), 200, 304);
        client.get("page", "/page/" + path(any(articles, random).iri));
        client.get("nothing", "/page/id/org/none" + random.nextInt(1000), Map.of(), 404);
    }

    /** A large part of the graph. */
    void export(RandomGenerator random) throws IOException, InterruptedException {
        switch (random.nextInt(4)) {
            case 0 -> client.get("export", "/api/projects/list?limit=2000&format=html");
            case 1 -> client.get("export", "/api/amounts/list?limit=5000&format=csv");
            default -> client.post("export", "/sparql?format=" + any(List.of("turtle", "jsonld", "ntriples"), random),
                    "application/sparql-query",
                    ("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <" + any(articles, random).iri.replace("/article", "")
                            + "> { ?s ?p ?o } }").getBytes(
                                    java.nio.charset.StandardCharsets.UTF_8),
                    200);
        }
        client.get("document", any(List.of("/", "/api", "/api/openapi.json", "/ontology", "/shapes.ttl",
                "/catalog.ttl", "/.well-known/void"), random));
    }

    /** What no server should have to answer: it is stopped in time or refused. */
    void heavy(RandomGenerator random) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var reply = client.post("heavy", "/sparql", "application/sparql-query",
                any(HEAVY, random).getBytes(java.nio.charset.StandardCharsets.UTF_8), 200, 400, 422, 503);
        client.check(System.nanoTime() - begin < LONGEST_HEAVY_SECONDS * 1_000_000_000L, "heavy", "took too long",
                reply);
    }

    void health() throws IOException, InterruptedException {
        client.get("health", "/health");
        var reply = client.get("health", "/ready");
        client.check(reply.body().contains("\"search\":true"), "health", "/ready", reply);
        client.get("health", "/metrics");
    }
}
