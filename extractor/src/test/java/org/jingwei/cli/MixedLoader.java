package org.jingwei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jingwei.bench.GeneratedArticles;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;

/** Sends pages to a running server, one at a time, and asks at once for what they state. */
final class MixedLoader {
    private static final String STATED = "清源市项目签约\n\n2021-05-12 来源：清源日报\n\n"
            + "5月12日，总投资%d亿元的瑞禾第%d项目在苏州高新区签约。项目占地200亩，达产后年产值可达30亿元。";

    private final Client client;
    private final Iris iris;
    private final GeneratedArticles pages;
    private final MixedReaders readers;
    private final String count;
    private int number;
    private int articles;
    private Optional<RawPage> last = Optional.empty();

    /** @param articles that are in the store already */
    MixedLoader(Client client, Iris iris, long seed, MixedReaders readers, int articles) {
        this.client = client;
        this.iris = iris;
        this.pages = new GeneratedArticles(seed);
        this.readers = readers;
        this.articles = articles;
        this.count = "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a <" + iris.namespace() + "SourceDocument> }";
    }

    /** Mostly a damaged page; now and then one with a known figure, the same again, several at once, none at all. */
    void load(RandomGenerator random) throws IOException, InterruptedException, Json.Malformed {
        number++;
        switch (random.nextInt(10)) {
            case 0, 1 -> figure(random.nextInt(1, 1000));
            case 2 -> again();
            case 3 -> lines(random.nextInt(1, 1000));
            case 4 -> {
                var reply = client.post("load", "/load", "text/plain", ("nothing " + number).getBytes(
                        StandardCharsets.UTF_8), 422);
                client.check(reply.body().contains("\"remedy\""), "load", "nothing", reply);
            }
            default -> page();
        }
        List<String> rows = client.ask("count", count);
        if (!rows.equals(List.of(Integer.toString(articles)))) {
            client.wrong("count: " + rows + " instead of " + articles);
        }
    }

    private void page() throws IOException, InterruptedException, Json.Malformed {
        RawPage page = pages.page(number);
        stored(send(page).getFirst());
        last = Optional.of(page);
    }

    private List<Map<?, ?>> send(RawPage page) throws IOException, InterruptedException, Json.Malformed {
        return told(client.post("load", "/load?location=" + Client.encoded(page.location()),
                page.kind() == RawPage.Kind.HTML ? "text/html" : "text/plain", page.content(), 200).body());
    }

    private void again() throws IOException, InterruptedException, Json.Malformed {
        if (last.isPresent() && !send(last.get()).getFirst().get("outcome").equals("UNCHANGED")) {
            client.wrong("load: the same page again is another one");
        }
    }

    private void figure(int amount) throws IOException, InterruptedException, Json.Malformed {
        stated(told(client.post("load", "/load", "text/plain", String.format(java.util.Locale.ROOT, STATED, amount,
                number).getBytes(StandardCharsets.UTF_8), 200).body()).getFirst(), amount);
    }

    private void lines(int amount) throws IOException, InterruptedException, Json.Malformed {
        var body = new StringBuilder();
        for (int line = 0; line < 3; line++) {
            body.append(Json.line(Map.of("id", "line-" + number + "-" + line, "published", "2021-05-12", "text",
                    String.format(java.util.Locale.ROOT, STATED, amount + line, number)))).append('\n');
        }
        List<Map<?, ?>> told = told(client.post("load", "/load", "application/x-ndjson",
                body.toString().getBytes(StandardCharsets.UTF_8), 200).body());
        for (int line = 0; line < 3; line++) {
            stated(told.get(line), amount + line);
        }
    }

    private static List<Map<?, ?>> told(String body) throws Json.Malformed {
        return ((List<?>) ((Map<?, ?>) Json.read(body)).get("pages")).stream()
                .<Map<?, ?>>map(page -> (Map<?, ?>) page).toList();
    }

    /** Its total investment is the one that the page states, and is there. */
    private void stated(Map<?, ?> page, int amount) throws IOException, InterruptedException {
        stored(page);
        String value = amount + "00000000";
        if (!String.valueOf(page.get("facts")).contains(value)) {
            client.wrong("load: " + amount + " in " + page);
        }
        List<String> rows = client.ask("loaded", "SELECT ?v { GRAPH <" + page.get("graph") + "> { ?a <"
                + iris.namespace() + "amountRole> <" + iris.base()
                + "code/amountRole/TOTAL_INVESTMENT> ; <https://schema.org/value> ?v } }");
        if (!rows.equals(List.of(value))) {
            client.wrong("loaded: " + rows + " instead of " + value);
        }
    }

    /** It is found at once. */
    private void stored(Map<?, ?> page) throws IOException, InterruptedException {
        if (!page.get("outcome").equals("ADDED")) {
            client.wrong("load: " + page);
            return;
        }
        articles++;
        String article = page.get("graph") + "/article";
        List<String> headline = client.ask("loaded", "SELECT ?h { GRAPH <" + page.get("graph") + "> { <" + article
                + "> <https://schema.org/headline> ?h } }");
        if (headline.size() > 2) {
            client.wrong("loaded: " + headline + " of " + article);
        } else if (!headline.isEmpty() && isPlain(headline.getFirst())) {
            readers.loaded(new MixedReaders.Known(article, headline.getFirst()));
        }
        client.get("loaded", "/page/" + article.substring(iris.base().length()));
    }

    /** Whether CSV writes it as it is. */
    static boolean isPlain(String headline) {
        return headline.matches("[\\p{IsHan}\\d][^\",]*");
    }
}
