package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask, and how the way there is kept private. */
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final String READER = "reader-token-reader-token-reader-token-1";
    private static final String LOADER = "loader-token-loader-token-loader-token-2";
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private KnowledgeStore store;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    void open() {
        store = Fixture.store(folder.resolve("db"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    private static Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static Path tokens() throws IOException {
        return secret("tokens", "# who\n\n" + Tokens.line("office", Role.READ, READER) + "\n"
                + Tokens.line("desk", Role.LOAD, LOADER) + "\n");
    }

    private static Path passwords() throws IOException {
        return secret("passwords", "li: mima with: colon, read\nwang: MD5:" + md5("geheim") + ", load\nnobody: x\n");
    }

    private static String md5(String text) {
        return org.eclipse.jetty.util.security.Credential.MD5.digest(text).substring("MD5:".length());
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> ask(URI address, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve("/sparql?query=ASK%7B%7D"));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private EndpointSettings with(Access access) {
        return EndpointSettings.defaults().withPort(0).with(access);
    }

    @Test
    void tokensAndPasswordsAreAskedForWhereThereAreAny() throws Exception {
        var access = new Access(Optional.of(tokens()), Optional.of(passwords()), false);
        try (var endpoint = Endpoint.start(store, QueryLibrary.load(), with(access))) {
            URI here = endpoint.address();
            var none = ask(here, null);
            assertEquals(401, none.statusCode());
            assertEquals(List.of("Bearer realm=\"jingwei\"", "Basic realm=\"jingwei\", charset=\"UTF-8\""),
                    none.headers().allValues("WWW-Authenticate"));
            assertTrue(none.body().contains("needs a token or password"), none.body());
            assertEquals("nosniff", none.headers().firstValue("X-Content-Type-Options").orElse(""));
            for (String right : List.of("Bearer " + READER, "bearer  " + LOADER, basic("li:mima with: colon"),
                    basic("wang:geheim"))) {
                assertEquals(200, ask(here, right).statusCode(), right);
            }
            for (String wrong : List.of("Bearer " + READER + "x", "Bearer ", "Bearer", "Basic " + READER,
                    basic("li:x"), basic("none:x"), basic("nobody:x"), "Basic ???", "Digest username=\"li\"")) {
                assertEquals(401, ask(here, wrong).statusCode(), wrong);
            }
            for (String page : List.of("/", "/id/region/320500", "/api", "/reconcile", "/catalog.ttl", "/ontology")) {
                assertEquals(401, client.send(HttpRequest.newBuilder(here.resolve(page)).build(),
                        BodyHandlers.ofString()).statusCode(), page);
            }
            assertEquals(200, client.send(HttpRequest.newBuilder(here.resolve("/$/ping")).build(),
                    BodyHandlers.ofString()).statusCode());
            // That was nine wrong ones; one more, and even a right one has to wait.
            assertEquals(401, ask(here, "Bearer y").statusCode());
            var waits = ask(here, "Bearer " + READER);
            assertEquals(429, waits.statusCode());
            assertEquals("60", waits.headers().firstValue("Retry-After").orElse(""));
        }
    }

    @Test
    void whoReadsInPublicStillNeedsTheRightToLoad() throws Exception {
        var settings = with(new Access(Optional.of(tokens()), Optional.empty(), true));
        assertEquals(200, status(settings, "/sparql", Map.of()));
        assertEquals(401, status(settings, "/load", Map.of()));
        for (String same : List.of("/load/more", "/lo%61d", "/load;a=b", "/x/../load", "/./load")) {
            assertEquals(401, status(settings, same, Map.of()), same);
        }
        assertEquals(200, status(settings, "/loaders", Map.of()));
        assertEquals(403, status(settings, "/load", Map.of("Authorization", "Bearer " + READER)));
        assertEquals(200, status(settings, "/load", Map.of("Authorization", "Bearer " + LOADER)));
        assertEquals(401, status(settings, "/sparql", Map.of("Authorization", "Bearer wrong")));
    }

    /** A browser asks for passwords and never for a token: where there are tokens only, its page says what to do. */
    @Test
    void aBrowserIsToldWhatToDoWhereItIsNotLetIn() throws Exception {
        assertTrue(door(Optional.empty()).contains("--password-file"));
        assertTrue(door(Optional.empty()).contains("只认令牌"));
        String asked = door(Optional.of(passwords()));
        assertTrue(asked.contains("asks for a name and a password") && !asked.contains("--password-file"), asked);
    }

    private String door(Optional<Path> passwords) throws Exception {
        try (var endpoint = Endpoint.start(store, QueryLibrary.load(),
                with(new Access(Optional.of(tokens()), passwords, false)))) {
            var reply = client.send(HttpRequest.newBuilder(endpoint.address())
                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").build(), BodyHandlers.ofString());
            assertEquals(401, reply.statusCode());
            assertEquals("text/html; charset=utf-8", reply.headers().firstValue("Content-Type").orElse(""));
            return reply.body();
        }
    }

    @Test
    void withoutATokenNobodyLoads() throws Exception {
        // A server before this one that only passes requests on, with its defaults, looks like a client of this machine.
        var settings = with(Access.NONE);
        assertEquals(200, status(settings, "/sparql", Map.of()));
        assertEquals(403, status(settings, "/load", Map.of()));
        assertEquals(403, status(settings, "/load", Map.of("Authorization", "Bearer " + LOADER)));
        for (String how : List.of("jingwei token NAME --role load >> tokens", "--token-file tokens", "--public-read",
                "Authorization: Bearer TOKEN", "--open-load")) {
            assertTrue(said(settings, "/load").contains(how), how);
        }
        var tokens = with(new Access(Optional.of(tokens()), Optional.empty(), true));
        for (String how : List.of("jingwei token NAME --role load", "Authorization: Bearer TOKEN")) {
            assertTrue(said(tokens, "/load").contains(how), how);
        }
    }

    @Test
    void openLoadIsForThisMachineAlone() throws Exception {
        refused(with(Access.OPEN_LOAD).withHost("0.0.0.0"), "jingwei token");
        refused(with(new Access(Optional.of(tokens()), Optional.empty(), false, true)), "jingwei token");
        refused(with(Access.OPEN_LOAD).with(
                new Listening("127.0.0.1", 0, Set.of(), Set.of(), true, Optional.empty(), false)), "jingwei token");
        refused(with(Access.OPEN_LOAD).with(
                new Listening("127.0.0.1", 0, Set.of("a.example"), Set.of(), false, Optional.empty(), false)),
                "jingwei token");
        var settings = with(Access.OPEN_LOAD);
        assertEquals(200, status(settings, "/sparql", Map.of()));
        assertEquals(200, status(settings, "/load", Map.of()));
        assertEquals(403, status(settings, "/load", Map.of("Origin", "https://evil.example.org")));
        assertEquals(403, status(settings, "/load", Map.of("Sec-Fetch-Site", "cross-site")));
        assertEquals(200, status(settings, "/load", Map.of("Sec-Fetch-Site", "same-origin")));
        for (String header : List.of("X-Forwarded-For", "X-Forwarded-Proto", "CF-Connecting-IP", "Forwarded", "Via")) {
            assertEquals(403, status(settings, "/load", Map.of(header, "192.0.2.1")), header);
        }
    }

    @Test
    void behindAnotherServerWhatIsOpenCanBeRead() throws Exception {
        var settings = with(Access.NONE);
        var behind = settings.with(new Listening("127.0.0.1", 0, Set.of(), Set.of(), true, Optional.empty(), false));
        var named = settings
                .with(new Listening("127.0.0.1", 0, Set.of("a.example"), Set.of(), false, Optional.empty(), false));
        for (var other : List.of(behind, named)) {
            assertEquals(200, status(other, "/sparql", Map.of()));
            assertEquals(403, status(other, "/load", Map.of()));
        }
        var open = EndpointSettings.defaults().withHost("0.0.0.0").withPort(0)
                .with(new Access(Optional.empty(), Optional.empty(), true));
        assertEquals(200, status(open, "/sparql", Map.of()));
        assertEquals(403, status(open, "/load", Map.of()));
        // What a server before this one asks for is its own business.
        assertEquals(200, status(settings, "/sparql", Map.of("Authorization", basic("a:b"))));
    }

    /** What a guard of {@code /load} says to a request. */
    private int status(EndpointSettings settings, String path, Map<String, String> headers) throws Exception {
        return guarded(settings, path, headers).statusCode();
    }

    private String said(EndpointSettings settings, String path) throws Exception {
        return guarded(settings, path, Map.of()).body();
    }

    private HttpResponse<String> guarded(EndpointSettings settings, String path, Map<String, String> headers)
            throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Guard(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                callback.succeeded();
                return true;
            }
        }, settings, Map.of("/load", Role.LOAD)));
        server.start();
        try {
            var request = HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                    .POST(BodyPublishers.noBody());
            headers.forEach(request::header);
            return client.send(request.build(), BodyHandlers.ofString());
        } finally {
            server.stop();
        }
    }

    @Test
    void secretsThatOthersCanOpenAreNotUsed() throws Exception {
        Path open = tokens();
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        refused(with(new Access(Optional.of(open), Optional.empty(), false)), "chmod 600");
        refused(with(new Access(Optional.of(folder.resolve("none")), Optional.empty(), false)), "may read");
        refused(with(new Access(Optional.of(secret("wrong", "office read " + READER + "\n")), Optional.empty(),
                false)), "jingwei token");
        refused(with(new Access(Optional.of(secret("empty", "# nobody\n")), Optional.empty(), false)),
                "jingwei token");
        refused(EndpointSettings.defaults().withHost("0.0.0.0"), "public-read");
        refused(EndpointSettings.defaults().withHost("0.0.0.0")
                .with(new Access(Optional.empty(), Optional.empty(), true)), "plain-http");
    }

    private void refused(EndpointSettings settings, String remedy) {
        var refused = assertThrows(PublishException.class,
                () -> Endpoint.start(store, QueryLibrary.load(), settings).close());
        assertTrue(refused.remedy().contains(remedy), refused.getMessage() + " " + refused.remedy());
        assertFalse((refused.getMessage() + refused.remedy()).contains(READER), "a token is shown");
    }

    @Test
    void theFileOfTokensHasNoToken() throws Exception {
        assertFalse(Files.readString(tokens()).contains(READER));
        String token = Tokens.random();
        assertEquals(43, token.length());
        assertFalse(token.equals(Tokens.random()));
        assertThrows(IllegalArgumentException.class, () -> Tokens.line("a b", Role.READ, token));
        assertThrows(IllegalArgumentException.class, () -> Tokens.line("#a", Role.READ, token));
        assertTrue(Tokens.line("a", Role.LOAD, token).startsWith("a load "));
    }

    @Test
    void tlsWithAKeystoreOrWithPem() throws Exception {
        Path keystore = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-keystore", keystore.toString(),
                "-storepass", PASSWORD).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS) && keytool.exitValue() == 0, said);
        Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-------"));
        KeyStore store12 = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store12.load(in, PASSWORD.toCharArray());
        }
        Path chain = Files.writeString(folder.resolve("chain.pem"),
                pem("CERTIFICATE", store12.getCertificate("server").getEncoded()));
        Path key = secret("key.pem",
                pem("PRIVATE KEY", store12.getKey("server", PASSWORD.toCharArray()).getEncoded()));
        HttpClient trusting = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(store12)).build();
        for (Certificate certificate : List.of(new Certificate.Pkcs12(keystore, secret("password", PASSWORD + "\n")),
                new Certificate.Pem(chain, key))) {
            try (var endpoint = Endpoint.start(store, QueryLibrary.load(), tls(certificate))) {
                assertEquals("https", endpoint.address().getScheme());
                var request = HttpRequest.newBuilder(endpoint.address().resolve("/sparql?query=ASK%7B%7D")).build();
                assertEquals(200, trusting.send(request, BodyHandlers.ofString()).statusCode());
                assertThrows(SSLHandshakeException.class, () -> client.send(request, BodyHandlers.ofString()));
            }
        }
        refused(tls(new Certificate.Pkcs12(keystore, secret("password", "wrong"))), "password");
        refused(tls(new Certificate.Pem(chain, secret("key.pem", "-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END "))),
                "openssl pkcs8");
        refused(tls(new Certificate.Pem(secret("none.pem", ""), key)), "chain");
    }

    private static EndpointSettings tls(Certificate certificate) {
        return EndpointSettings.defaults()
                .with(new Listening("127.0.0.1", 0, Set.of(), Set.of(), false, Optional.of(certificate), false));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[]{ '\n' }).encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void behindAnotherServerItAnswersToItsName() throws Exception {
        var listening = new Listening("127.0.0.1", 0, Set.of("kg.example.org"), Set.of(), true, Optional.empty(),
                false);
        try (var endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().with(listening))) {
            assertEquals(200, named(endpoint, "kg.example.org"));
            assertEquals(200, named(endpoint, "KG.example.org"));
            assertEquals(421, named(endpoint, "evil.example.org"));
        }
    }

    private int named(Endpoint endpoint, String host) throws Exception {
        return client.send(HttpRequest.newBuilder(endpoint.address().resolve("/sparql?query=ASK%7B%7D"))
                .header("Host", host).header("X-Forwarded-Proto", "https").build(), BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aHashIsTheShaOfTheToken() {
        String line = Tokens.line("a", Role.READ, "abc");
        assertEquals("a read ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", line);
        assertEquals(32, HexFormat.of().parseHex(line.substring("a read ".length())).length);
    }
}
