package org.jingwei.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talks only to servers on the loopback address that the tests start; every host name used here resolves in memory. */
class WebPagesTest {
    private static final byte[] PAGE = "<p>开发区签约六个项目</p>".getBytes(StandardCharsets.UTF_8);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Map<String, List<InetAddress>> hosts = new TreeMap<>();
    private HttpServer server;
    private TrustManager[] trust;
    private String robots = "";
    private int robotsStatus = 404;

    private WebOptions options = new WebOptions(LOOPBACK::equals, "Jingwei/0.1 (test)", Duration.ofSeconds(20), 5,
            1 << 20, 8 << 20, 200, Duration.ofSeconds(1));

    @BeforeEach
    void start() throws IOException {
        hosts.put("news.example", List.of(LOOPBACK));
        server = serve(HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private HttpServer serve(HttpServer to) {
        to.setExecutor(threads);
        to.createContext("/robots.txt", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            send(exchange, robotsStatus, "text/plain", robots.getBytes(StandardCharsets.UTF_8));
        });
        to.start();
        return to;
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                handler.handle(exchange);
            } catch (IOException e) {
                // the client hung up, as it should in some tests
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private String url(String path) {
        return "http://news.example:" + server.getAddress().getPort() + path;
    }

    private Network network() {
        var time = new Network.Time() {
            private long now;

            @Override
            public long nanos() {
                return now;
            }

            @Override
            public void sleep(Duration duration) {
                waits.add(duration);
                now += duration.toNanos();
            }
        };
        return new Network(host -> {
            var found = hosts.get(host);
            if (found == null) {
                throw new UnknownHostException(host);
            }
            return found;
        }, () -> trust, time);
    }

    private List<Arrival> read(String... urls) {
        var inputs = new InputOptions(JsonFields.DEFAULTS, List.of(), options);
        try (var arrivals = Inputs.open(List.of(urls), InputStream.nullInputStream(), inputs, network())) {
            return arrivals.toList();
        }
    }

    private static RawPage page(Arrival arrival) {
        return assertInstanceOf(Arrival.Page.class, arrival, arrival::toString).page();
    }

    private static String reason(Arrival arrival) {
        return assertInstanceOf(Arrival.Unreadable.class, arrival, arrival::toString).reason();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aPageArrivesWithItsAddressAndCharset() {
        var headers = new TreeMap<String, String>();
        on("/2021/a.html", exchange -> {
            for (String name : List.of("Host", "User-Agent", "Accept-Encoding")) {
                headers.put(name, exchange.getRequestHeaders().getFirst(name));
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, "text/html; charset=\"gb2312\"", gzip(PAGE));
        });
        var page = page(read(url("/2021/a.html#top")).getFirst());
        assertEquals("news.example_" + server.getAddress().getPort() + "_2021_a", page.name());
        assertEquals(url("/2021/a.html#top"), page.location());
        assertEquals(RawPage.Kind.HTML, page.kind());
        assertEquals(RawPage.sha256(PAGE), page.identity());
        assertEquals(Optional.of(url("/2021/a.html")), page.stated().url());
        assertEquals(Optional.of("gb2312"), page.stated().charset());
        assertEquals(Map.of("Host", "news.example:" + server.getAddress().getPort(), "User-Agent", "Jingwei/0.1 (test)",
                "Accept-Encoding", "gzip, deflate"), headers);
    }

    @Test
    void loopbackIsRefusedUnlessAllowed() throws UnknownHostException {
        on("/a", exchange -> send(exchange, 200, "text/html", PAGE));
        options = options.withAddresses(WebOptions.DEFAULTS.addresses());
        int port = server.getAddress().getPort();
        for (String host : List.of("127.0.0.1", "[::1]", "2130706433", "[::ffff:127.0.0.1]")) {
            hosts.put(host, List.of(InetAddress.getByName(host)));
            assertTrue(reason(read("http://" + host + ":" + port + "/a").getFirst()).endsWith("not a public address"));
        }
        assertTrue(reason(read(url("/a")).getFirst()).endsWith("is 127.0.0.1, which is not a public address"));
        assertEquals(List.of(), asked);
    }

    @Test
    void aHostWithOneRefusedAddressIsRefused() throws UnknownHostException {
        hosts.put("news.example", List.of(LOOPBACK, InetAddress.getByName("10.0.0.1")));
        assertTrue(reason(read(url("/a")).getFirst()).contains("is 10.0.0.1"));
        assertEquals(List.of(), asked);
    }

    @Test
    void aRedirectToARefusedAddressIsRefused() throws UnknownHostException {
        on("/a", exchange -> redirect(exchange, "http://inner.example/secret"));
        hosts.put("inner.example", List.of(InetAddress.getByName("127.0.0.2")));
        assertEquals("inner.example is 127.0.0.2, which is not a public address", reason(read(url("/a")).getFirst()));
        on("/b", exchange -> redirect(exchange, "file:///etc/passwd"));
        assertEquals("not an http or https address", reason(read(url("/b")).getFirst()));
    }

    /** A name that answers differently the second time gains nothing: the address that was checked is connected to. */
    @Test
    void theAddressThatWasCheckedIsTheAddressConnectedTo() throws UnknownHostException {
        on("/a", exchange -> send(exchange, 200, "text/html", PAGE));
        var seen = new ArrayList<InetAddress>();
        options = options.withAddresses(ip -> seen.add(ip) && ip.equals(LOOPBACK));
        // No resolver but ours knows news.example: a second look-up behind the check would fail.
        assertEquals(RawPage.sha256(PAGE), page(read(url("/a")).getFirst()).identity());
        assertEquals(List.of(LOOPBACK, LOOPBACK), seen); // robots.txt and the page
    }

    @Test
    void redirectsAreFollowedFiveTimes() {
        on("/hop/", exchange -> {
            int left = Integer.parseInt(exchange.getRequestURI().getPath().substring(5));
            if (left == 0) {
                send(exchange, 200, "text/html", PAGE);
            } else {
                redirect(exchange, "" + (left - 1));
            }
        });
        var arrivals = read(url("/hop/5"), url("/hop/6"));
        assertEquals(Optional.of(url("/hop/0")), page(arrivals.get(0)).stated().url());
        assertEquals("more than 5 redirects", reason(arrivals.get(1)));
    }

    @Test
    void robotsAreAskedOnceAndObeyed() {
        robotsStatus = 200;
        robots = "User-agent: *\nDisallow: /\n\nUser-agent: jingwei\nCrawl-delay: 3\nDisallow: /private/\n";
        on("/", exchange -> send(exchange, 200, "text/html", PAGE));
        on("/to-private", exchange -> redirect(exchange, "/private/b"));
        var arrivals = read(url("/private/a"), url("/open"), url("/to-private"));
        String host = "news.example:" + server.getAddress().getPort();
        assertEquals("the robots.txt of " + host + " disallows it", reason(arrivals.get(0)));
        page(arrivals.get(1));
        assertEquals("the robots.txt of " + host + " disallows it", reason(arrivals.get(2)));
        assertEquals(List.of("/robots.txt", "/open", "/to-private"), asked);
        assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(3)), waits);
    }

    @Test
    void robotsThatCannotBeReadForbidEverything() {
        robotsStatus = 503;
        on("/a", exchange -> send(exchange, 200, "text/html", PAGE));
        assertTrue(reason(read(url("/a")).getFirst()).endsWith("cannot be read, so nothing there is"));
        assertEquals(List.of("/robots.txt"), asked);
    }

    @Test
    void requestsToOneHostKeepTheirDistance() {
        on("/a", exchange -> send(exchange, 200, "text/html", PAGE));
        hosts.put("other.example", List.of(LOOPBACK));
        read(url("/a"), url("/a").replace("news", "other"), url("/a"));
        // news: robots.txt, page; other: robots.txt, page; news again after other's second
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), waits);
    }

    @Test
    void anEndlessResponseIsCutBySize() {
        on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            for (byte[] block = new byte[1 << 14];;) {
                exchange.getResponseBody().write(block);
            }
        });
        on("/b", exchange -> send(exchange, 200, "text/html", PAGE));
        var arrivals = read(url("/a"), url("/b"));
        assertEquals("larger than 1048576 bytes", reason(arrivals.get(0)));
        page(arrivals.get(1));
    }

    @Test
    void anEndlessResponseIsCutByTime() throws InterruptedException {
        var never = new java.util.concurrent.CountDownLatch(1);
        on("/body", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(PAGE);
            exchange.getResponseBody().flush();
            hold(never);
        });
        on("/headers", exchange -> hold(never));
        options = new WebOptions(options.addresses(), options.agent(), Duration.ofSeconds(2), 5, 1 << 20, 8 << 20, 200,
                Duration.ZERO);
        try {
            for (Arrival arrival : read(url("/body"), url("/headers"))) {
                assertEquals("the server did not finish within 2 s", reason(arrival));
            }
        } finally {
            never.countDown();
        }
    }

    private static void hold(java.util.concurrent.CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aBombIsCutByRatioAndBySize() throws IOException {
        byte[] high = gzip(new byte[6 << 20]);
        byte[] noise = new byte[9 << 20];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ((i * 31 + i / 977) & (i % 64 == 0 ? 0xff : 1));
        }
        byte[] large = gzip(noise);
        assertTrue(large.length < 1 << 20 && large.length > (9 << 20) / 200, large.length + " bytes");
        for (var body : Map.of("/ratio", high, "/size", large).entrySet()) {
            on(body.getKey(), exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, "text/html", body.getValue());
            });
        }
        var arrivals = read(url("/ratio"), url("/size"));
        assertEquals("the body inflates to more than 200 times its size", reason(arrivals.get(0)));
        assertEquals("the body inflates to more than 8388608 bytes", reason(arrivals.get(1)));
    }

    @Test
    void whatIsNoPageSaysSo() {
        on("/image", exchange -> send(exchange, 200, "image/png", PAGE));
        on("/gone", exchange -> send(exchange, 410, "text/html", PAGE));
        on("/broken", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, "text/html", java.util.Arrays.copyOf(gzip(PAGE), 20));
        });
        var arrivals = read(url("/image"), url("/gone"), url("/broken"), "http://nowhere.example/", "https://");
        assertEquals("its type is image/png, which is not a page's", reason(arrivals.get(0)));
        assertEquals("the server answers 410", reason(arrivals.get(1)));
        assertEquals("the encoded body ends early", reason(arrivals.get(2)));
        assertEquals("there is no host nowhere.example", reason(arrivals.get(3)));
        assertEquals("not an http or https address", reason(arrivals.get(4)));
    }

    @Test
    void overTlsTheNameIsVerifiedThoughTheAddressIsConnectedTo(@TempDir Path dir) throws Exception {
        var tls = selfSigned(dir, "news.example");
        server.stop(0);
        var secure = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        var names = new CopyOnWriteArrayList<String>();
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        server = serve(secure);
        on("/a", exchange -> {
            var session = (javax.net.ssl.ExtendedSSLSession) ((com.sun.net.httpserver.HttpsExchange) exchange)
                    .getSSLSession();
            session.getRequestedServerNames().forEach(name -> names.add(name.toString()));
            send(exchange, 200, "text/html", PAGE);
        });
        hosts.put("other.example", List.of(LOOPBACK));
        String url = url("/a").replace("http:", "https:");
        var arrivals = read(url, url.replace("news", "other"));
        assertEquals(RawPage.sha256(PAGE), page(arrivals.get(0)).identity());
        // The server, which holds one certificate, would resume its session with the other name.
        assertEquals(List.of("/robots.txt", "/a"), asked);
        assertEquals(List.of("type=host_name (0), value=news.example"), names);
        assertTrue(reason(arrivals.get(1)).startsWith("no trusted connection to other.example"),
                arrivals.get(1)::toString);
    }

    private SSLContext selfSigned(Path dir, String host) throws Exception {
        Path store = dir.resolve("keys.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host,
                "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "loopback")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "loopback".toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "loopback".toCharArray());
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("a", keys.getCertificate("a"));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(anchors);
        var context = SSLContext.getInstance("TLS");
        trust = trusted.getTrustManagers();
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
