package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the index of the search is made, which may take minutes, everything else is answered. */
class SearchNotReadyTest {
    private static final String SEARCH = "/sparql?query=" + encoded("PREFIX text: <http://jena.apache.org/text#> "
            + "ASK { ?s text:query '苏州' }");
    /** The engine finds the search where the text does not show it. */
    private static final String HIDDEN = "/sparql?query=" + encoded("PREFIX t: <http://jena.apache.org/\\u0074ext#> "
            + "ASK { ?s t:query '苏州' }");
    private static final String API = "/api/search/names?words=" + encoded("苏州");
    private static final String SUGGEST = "/suggest?prefix=" + encoded("苏州");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private CompletableFuture<HttpResponse<String>> get(Endpoint endpoint, String path) {
        return client.sendAsync(HttpRequest.newBuilder(endpoint.address().resolve(path))
                .timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    @Test
    void whoSearchesIsTurnedAwayAtOnceAndHoldsNobodyUp(@TempDir Path temp) throws Exception {
        Fixture.store(temp.resolve("db")).close();
        var writes = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        try (var store = KnowledgeStore.openExisting(temp.resolve("db"));
                var endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
            // A batch takes its time, and the index cannot be opened in the meantime; nor by this one, which changes
            // nothing.
            var batch = Thread.ofPlatform().start(() -> store.put(
                    List.of(Fixture.article(Fixture.KEY, "石湖新区签约会", 12)), article -> {
                        writes.countDown();
                        waitFor(mayGoOn);
                        return Optional.empty();
                    }));
            try {
                waitFor(writes);
                // More than there are turns and threads.
                var searches = new ArrayList<CompletableFuture<HttpResponse<String>>>();
                for (String path : List.of(SEARCH, HIDDEN, API, SUGGEST)) {
                    IntStream.range(0, 12).forEach(i -> searches.add(get(endpoint, path)));
                }
                for (var search : searches) {
                    var answer = search.get();
                    assertEquals(503, answer.statusCode(), answer.uri() + " " + answer.body());
                    assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""), answer.uri().toString());
                    assertTrue(answer.body().contains("being made ready"), answer.body());
                }
                assertEquals(200, get(endpoint, "/sparql?query=ASK%7B%7D").get().statusCode());
            } finally {
                mayGoOn.countDown();
                batch.join();
            }
            // Nobody but those who were turned away has asked for it.
            for (String path : List.of(SEARCH, HIDDEN, API, SUGGEST)) {
                assertBecomesReady(endpoint, path);
            }
        }
    }

    private void assertBecomesReady(Endpoint endpoint, String path) throws Exception {
        int status = 503;
        for (int time = 0; time < 100 && status == 503; time++) {
            status = get(endpoint, path).get().statusCode();
            Thread.sleep(status == 503 ? 100 : 0);
        }
        assertEquals(200, status, path);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
