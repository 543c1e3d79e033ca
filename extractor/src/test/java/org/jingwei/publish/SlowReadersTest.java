package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Clients that ask for a long answer and take their time over it hold nobody up for long. */
@Isolated
class SlowReadersTest {
    private static final int READERS = 40;
    private static final int LENGTH = 1_500_000;
    private static final String LONG = "SELECT ?x { VALUES ?x { '" + "a".repeat(15_000)
            + "' } ?a ?b ?c . ?d ?e ?f } LIMIT 100";

    @TempDir
    Path temp;

    private KnowledgeStore store;
    private Endpoint endpoint;

    @BeforeEach
    void start() {
        store = Fixture.store(temp.resolve("db"));
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0)
                .with(new Bounds(Duration.ofSeconds(20), new Answer.Limits(10_000, 32 << 20), 256 << 10, 8, 8,
                        Duration.ofSeconds(1), 200, Duration.ofSeconds(1))));
    }

    @AfterEach
    void stop() {
        endpoint.close();
        store.close();
    }

    private Socket asking(int buffer) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.connect(new InetSocketAddress("127.0.0.1", endpoint.port()));
        socket.getOutputStream().write(("GET /sparql?query=" + URLEncoder.encode(LONG, StandardCharsets.UTF_8)
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void manyWhoTakeAFewBytesNowAndThenAreHungUpOn() throws Exception {
        List<Socket> readers = new ArrayList<>();
        var over = new AtomicBoolean();
        var sipping = new Thread(() -> {
            while (!over.get()) {
                for (Socket reader : List.copyOf(readers)) {
                    try {
                        reader.getInputStream().readNBytes(Math.min(200, reader.getInputStream().available()));
                    } catch (IOException e) {
                        // Hung up on.
                    }
                }
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(asking(4096));
            }
            sipping.start();
            await(25, () -> sending() >= 10); // the others wait for their turn, or for a thread
            await(20, () -> sending() == 0); // nothing else would end within half a minute
        } finally {
            over.set(true);
            sipping.join();
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    /** How many threads are held by answers. */
    private static long sending() {
        return Thread.getAllStackTraces().values().stream().filter(stack -> Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals(HttpReply.class.getName()))).count();
    }

    private static void await(int seconds, BooleanSupplier until) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!until.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, sending() + " threads are held by answers");
            Thread.sleep(50);
        }
    }

    /** Ten times as fast as the least rate. */
    @Test
    void whoTakesItsAnswerSteadilyGetsAllOfIt() throws Exception {
        try (var socket = asking(128 << 10)) {
            long taken = 0;
            long begin = System.nanoTime();
            for (int read = 0; read >= 0;) {
                read = socket.getInputStream().read(new byte[10_000]);
                taken += Math.max(0, read);
                long due = taken / 100 - (System.nanoTime() - begin) / 1_000_000;
                Thread.sleep(Math.max(0, due));
            }
            assertTrue(taken > LENGTH, taken + " bytes");
        } catch (SocketException e) {
            throw new AssertionError("hung up on", e);
        }
    }
}
