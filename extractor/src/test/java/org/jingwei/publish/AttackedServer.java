package org.jingwei.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;

/** A server in a process of its own, with little time for each query. */
final class AttackedServer {
    static final int SECONDS = 1;
    private static final int CHAIN = 3000;

    private AttackedServer() {}

    /** {@code DIR}: prints the port, serves until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        var settings = EndpointSettings.defaults().withPort(0)
                .with(new Bounds(Duration.ofSeconds(SECONDS), new Answer.Limits(1000, 4 << 20), 256 << 10, 4, 4,
                        Duration.ofSeconds(1), 200, Duration.ofSeconds(1)))
                .with(Services.to(java.util.Set.of("http://localhost:" + arguments[1] + "/listed")));
        try (var store = store(Path.of(arguments[0]));
                var endpoint = Endpoint.start(store, QueryLibrary.load(), settings, Optional.empty(),
                        Optional.of(AttackedServer::echo))) {
            System.out.println("port " + endpoint.port());
            while (System.in.read() >= 0) {
                // until it ends
            }
        }
    }

    /** Whatever a page holds may come back. */
    private static ReadPage echo(RawPage page) {
        return new ReadPage.Read(Map.of("text", new String(page.content(), StandardCharsets.UTF_8)));
    }

    /** Two articles, one of them hostile, and a long chain for paths. */
    private static KnowledgeStore store(Path directory) {
        KnowledgeStore store = Fixture.store(directory);
        String chain = IntStream.range(0, CHAIN)
                .mapToObj(i -> "<id/zone/z" + i + "> jw:near <id/zone/z" + (i + 1) % CHAIN + "> ; schema:name \"=z" + i
                        + "<img src=x onerror=alert(1)>\" .")
                .collect(Collectors.joining("\n"));
        store.put(List.of(new ArticleGraph("00000000000000cc", Fixture.IRIS, Fixture.graph(chain), Fixture.graph(""))));
        return store;
    }
}
