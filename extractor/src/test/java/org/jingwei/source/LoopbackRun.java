package org.jingwei.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * Reads good pages from a hostile server of its own, with what else that has between them, and prints a line for each.
 * Public addresses are those of 127.0.0.1; 127.0.0.2 stands for an inner machine.
 */
final class LoopbackRun {
    private static final byte[] PAGE = "<html><body><p>开发区签约六个项目</p></body></html>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BLOCK = new byte[1 << 20];

    /** 256 MB in a quarter of one; made before anybody waits for it. */
    private static final byte[] BOMB = bomb();

    private LoopbackRun() {}

    private static byte[] bomb() {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < 256; i++) {
                gzip.write(BLOCK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", LoopbackRun::answer);
        server.start();
        int port = server.getAddress().getPort();
        var options = new WebOptions(InetAddress.getByName("127.0.0.1")::equals, "Jingwei/0.1 (test)",
                Duration.ofSeconds(8), 5, WebOptions.DEFAULTS.mostSent(), WebOptions.DEFAULTS.mostInflated(),
                WebOptions.DEFAULTS.mostRatio(), Duration.ZERO);
        var network = new Network(LoopbackRun::resolve, () -> null, Network.SYSTEM.time());
        List<String> urls = List.of("/good/1", "/bomb", "/good/2", "/endless", "/good/3", "/drip", "/good/4", "/inner",
                "/good/5", "/round", "/good/6").stream().map(path -> "http://news.example:" + port + path).toList();
        try (var arrivals = Inputs.open(urls, InputStream.nullInputStream(),
                new InputOptions(JsonFields.DEFAULTS, List.of(), options), network)) {
            arrivals.forEach(arrival -> System.out.println(switch (arrival) {
                case Arrival.Page(RawPage page) -> page.location().replaceFirst(".*:\\d+", "") + " page";
                case Arrival.Unreadable(String at, String reason, String remedy) ->
                    at.replaceFirst(".*:\\d+", "") + " " + reason;
                case Arrival.PassedOver(String at, String what) -> at + " " + what;
            }));
        }
        System.exit(0);
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getByName(host.equals("inner.example") ? "127.0.0.2" : "127.0.0.1"));
    }

    private static void answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            switch (path.split("/")[1]) {
                case "robots.txt" -> exchange.sendResponseHeaders(404, -1);
                case "bomb" -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    start(exchange);
                    exchange.getResponseBody().write(BOMB);
                }
                case "endless" -> {
                    start(exchange);
                    while (true) {
                        exchange.getResponseBody().write(BLOCK);
                    }
                }
                case "drip" -> {
                    start(exchange);
                    while (true) {
                        exchange.getResponseBody().write('a');
                        exchange.getResponseBody().flush();
                        Thread.sleep(100);
                    }
                }
                case "inner" -> redirect(exchange, "http://inner.example/secret");
                case "round" -> redirect(exchange, "/round");
                default -> {
                    start(exchange);
                    exchange.getResponseBody().write(PAGE);
                }
            }
        } catch (IOException | InterruptedException e) {
            // the client hung up, as it should
        }
    }

    private static void start(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }
}
