package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What strangers try ({@code attacks/attacks.jsonl}), against a server with 1 GB that ends when its memory does. Each
 * is refused or bounded in time, and the server answers afterwards; a server beside it sees nobody come.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
    /** On top of what an attack may take: a busy machine. */
    private static final int MORE_MILLIS = 1000;
    private static final String ATTACKS = "src/test/resources/attacks/attacks.jsonl";

    private final ExecutorService attackers = Executors.newFixedThreadPool(2);
    private final AtomicInteger reached = new AtomicInteger();
    private ServerSocket trap;
    private Process server;
    private int port;

    @BeforeAll
    void start(@TempDir Path temp) throws Exception {
        trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var watch = new Thread(() -> {
            try {
                while (true) {
                    trap.accept().close();
                    reached.incrementAndGet();
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
        watch.setDaemon(true);
        watch.start();
        server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
                "-Djdk.httpclient.allowRestrictedHeaders=host", "-cp", System.getProperty("java.class.path"),
                AttackedServer.class.getName(), temp.resolve("db").toString(), "" + trap.getLocalPort())
                .redirectErrorStream(true).start();
        var out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = out.readLine();
        }
        assertTrue(line != null, "the server did not start");
        port = Integer.parseInt(line.substring("port ".length()));
        var rest = new Thread(() -> out.lines().forEach(said -> {
            // Read, so that the server is never held up.
        }));
        rest.setDaemon(true);
        rest.start();
        // What is slow only the first time is not what is tested.
        for (int i = 0; i < 3; i++) {
            answers("warm");
        }
    }

    @AfterAll
    void stop() throws Exception {
        attackers.shutdownNow();
        server.getOutputStream().close();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
        trap.close();
    }

    @TestFactory
    List<DynamicTest> everyAttackIsRefusedOrBounded() throws IOException {
        List<Attack> attacks = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(ATTACKS))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                attacks.add(Attack.of(line, "http://localhost:" + trap.getLocalPort()));
            }
        }
        assertTrue(attacks.size() >= 60, "only " + attacks.size());
        assertEquals(attacks.size(), attacks.stream().map(Attack::name).distinct().count(), "names are unique");
        // Two at a time: most of them wait for the end of their query's time.
        List<Future<Void>> checks = attacks.stream().map(attack -> attackers.submit(() -> {
            check(attack);
            return (Void) null;
        })).toList();
        return IntStream.range(0, attacks.size())
                .mapToObj(i -> DynamicTest.dynamicTest(attacks.get(i).name(), () -> {
                    try {
                        checks.get(i).get();
                    } catch (ExecutionException e) {
                        throw e.getCause();
                    }
                })).toList();
    }

    private void check(Attack attack) throws IOException, InterruptedException {
        String told = "";
        // A machine that does other things makes anything slow once, hardly three times.
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            String answer = send(attack, attack.seconds() * 1000 + 10 * MORE_MILLIS);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            told = attack.name() + " after " + millis + " ms: " + answer.substring(0, Math.min(800, answer.length()));
            String status = answer.isEmpty() ? "closed" : answer.replaceFirst("(?s)HTTP/1.1 (\\d+).*", "$1");
            boolean outOfTime = status.equals("503") && !status.matches(attack.expect());
            assertTrue(outOfTime || status.matches(attack.expect()), "expected " + attack.expect() + ", " + told);
            for (String text : attack.lacks()) {
                assertFalse(answer.contains(text), "it has " + text + ", " + told);
            }
            for (String text : attack.has()) {
                assertTrue(outOfTime || answer.contains(text), "it lacks " + text + ", " + told);
            }
            answers(attack.name());
            assertEquals(0, reached.get(), attack.name() + " made the server call another");
            if (!outOfTime && millis <= attack.seconds() * 1000L + MORE_MILLIS) {
                return;
            }
        }
        fail("too slow or out of time, three times, " + told);
    }

    /** A normal query has its answer. */
    private void answers(String after) throws IOException, InterruptedException {
        assertTrue(server.isAlive(), "the server has gone after " + after);
        Attack normal = Attack.of("{\"name\":\"normal\",\"get\":\"ASK { ?s ?p '苏州市'@zh-Hans }\",\"expect\":\"200\"}",
                "");
        String answer = "";
        for (int round = 0; round < 3 && !answer.startsWith("HTTP/1.1 200"); round++) {
            answer = send(normal, 20_000);
        }
        assertTrue(answer.startsWith("HTTP/1.1 200") && answer.contains("true"),
                "after " + after + " a normal query got: " + answer);
    }

    private String send(Attack attack, int patience) throws IOException, InterruptedException {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(patience);
            try {
                if (attack.drip() == 0) {
                    socket.getOutputStream().write(attack.bytes());
                } else {
                    for (int i = 0; i < attack.bytes().length && socket.getInputStream().available() == 0; i++) {
                        socket.getOutputStream().write(attack.bytes()[i]);
                        Thread.sleep(attack.drip());
                    }
                }
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Hung up on; what it said before is read below.
            }
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException e) {
            answer.writeBytes(" (nothing more came)".getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException e) {
            // Closed by the server.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

}
