package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind another server a client is who that server says, and nobody can say it for himself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyHeadersTest {
    private static final Listening BEHIND = new Listening("127.0.0.1", 0, Set.of("kg.example.org"), Set.of(), true,
            Optional.empty(), false);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server = new Server();

    /** Answers with who asks for which address. */
    @BeforeAll
    void start() throws Exception {
        Connectors.install(server, EndpointSettings.defaults().with(BEHIND));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Sink.write(response, true, Request.getRemoteAddr(request) + " " + request.isSecure() + " "
                        + request.getHttpURI().getScheme() + "://" + Request.getServerName(request) + ":"
                        + Request.getServerPort(request), callback);
                return true;
            }
        });
        server.start();
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            X-Forwarded-For: 192.0.2.7 | 192.0.2.7 false http://kg.example.org:80
            X-Forwarded-For: 127.0.0.1, 192.0.2.7 | 192.0.2.7 false http://kg.example.org:80
            X-Forwarded-For: 127.0.0.1; X-Forwarded-For: 192.0.2.7 | 192.0.2.7 false http://kg.example.org:80
            X-Forwarded-For: 192.0.2.7:5123 | 192.0.2.7 false http://kg.example.org:80
            X-Forwarded-For: 2001:db8::1 | [2001:db8:0:0:0:0:0:1] false http://kg.example.org:80
            X-Forwarded-For: [2001:db8::1]:80 | [2001:db8:0:0:0:0:0:1] false http://kg.example.org:80
            X-Forwarded-For: 192.0.2.7, unknown | 127.0.0.1 false http://kg.example.org:80
            X-Forwarded-For: a.example.org | 127.0.0.1 false http://kg.example.org:80
            X-Forwarded-Proto: https | 127.0.0.1 true https://kg.example.org:443
            X-Forwarded-Proto: https, http | 127.0.0.1 false http://kg.example.org:80
            Forwarded: for=192.0.2.9\\;host=localhost\\;proto=https; X-Forwarded-For: 192.0.2.7 | \
            192.0.2.7 false http://kg.example.org:80
            X-Forwarded-Host: localhost | 127.0.0.1 false http://kg.example.org:80
            X-Forwarded-Server: localhost | 127.0.0.1 false http://kg.example.org:80
            X-Forwarded-Port: 99 | 127.0.0.1 false http://kg.example.org:80
            X-Proxied-Https: on | 127.0.0.1 false http://kg.example.org:80
            """)
    void theLastEntryCounts(String headers, String expected) throws Exception {
        var request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0])
                        .getLocalPort()))
                .header("Host", "kg.example.org");
        for (String header : headers.split("(?<!\\\\); ")) {
            String[] parts = header.replace("\\;", ";").split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        assertEquals(expected, client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)).body());
    }

    @Test
    void nobodyIsThisMachineBehindAnotherServer() {
        var request = (HttpServletRequest) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{ HttpServletRequest.class }, (proxy, method, arguments) -> "127.0.0.1");
        assertEquals(Optional.empty(), RequestLogEntry.client(request, Listening.on("127.0.0.1", 0)));
        assertEquals(Optional.of("127.0.0.1"), RequestLogEntry.client(request, BEHIND));
    }
}
