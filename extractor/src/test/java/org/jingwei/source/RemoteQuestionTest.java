package org.jingwei.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question to another endpoint goes where the caller says, and not into the house by a name from outside. */
class RemoteQuestionTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = ("{\"asked\":\"" + new String(exchange.getRequestBody().readAllBytes(),
                    StandardCharsets.UTF_8) + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private RemoteQuestion.Outcome ask(String host, String resolved) {
        var network = new Network(name -> List.of(InetAddress.getByName(resolved)), () -> null, Network.SYSTEM.time());
        return new RemoteQuestion(Duration.ofSeconds(5), 1000, network)
                .ask("http://" + host + ":" + server.getAddress().getPort() + "/sparql", "ASK { ?s ?p '苏州' }");
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "fd00::1",
            "::ffff:127.0.0.1" })
    void aNameThatLeadsIntoTheHouseIsRefused(String address) {
        var refused = assertInstanceOf(RemoteQuestion.Outcome.Refused.class, ask("endpoint.example.org", address));
        assertTrue(refused.why().contains("not a public address"), refused.why());
        assertEquals(0, asked.get());
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "127.0.0.1" })
    void whatIsNamedByItsAddressMayBeInTheHouse(String host) {
        var answer = assertInstanceOf(RemoteQuestion.Outcome.Answered.class, ask(host, "127.0.0.1"));
        assertTrue(new String(answer.json(), StandardCharsets.UTF_8).contains("query=ASK+%7B"), "the query is posted");
    }

    @Test
    void whatIsNoWebAddressFails() {
        for (String address : List.of("file:///etc/passwd", "ftp://a.example.org/", "jar:http://a!/b", "")) {
            assertInstanceOf(RemoteQuestion.Outcome.Failed.class,
                    new RemoteQuestion(Duration.ofSeconds(5), 1000).ask(address, "ASK {}"), address);
        }
    }
}
