package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jingwei.source.Json;
import org.jingwei.store.Retraction;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who run the server look at. */
class OperationTest {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aServerIsReadyWhenItsSearchIs(@TempDir Path temp) throws Exception {
        try (var store = Fixture.store(temp.resolve("db"));
                var open = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
            assertEquals("alive\n", get(open, "/health").body());
            HttpResponse<String> ready = get(open, "/ready");
            for (int i = 0; i < 300 && ready.statusCode() == 503; i++) {
                Thread.sleep(100);
                ready = get(open, "/ready");
            }
            assertEquals(200, ready.statusCode(), ready.body());
            assertEquals("{\"store\":true,\"search\":true}\n", ready.body());
            assertEquals("no-store", ready.headers().firstValue("Cache-Control").orElse(""));
        }
    }

    @Test
    void metricsCountWhatIsThereAndWhatWasAsked(@TempDir Path temp) throws Exception {
        try (var store = Fixture.store(temp.resolve("db"))) {
            Retraction.retract(store, Fixture.OTHER, "wrong");
            try (var open = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
                assertEquals(200, get(open, "/sparql?query=ASK%7B%7D").statusCode());
                assertEquals(400, get(open, "/sparql?query=x").statusCode());
                assertEquals(303, get(open, "/id/region/320500").statusCode());
                assertEquals(404, get(open, "/made-up-by-somebody").statusCode());
                String text = get(open, "/metrics").body();
                for (int i = 0; i < 300 && !text.contains("jingwei_facts{"); i++) {
                    Thread.sleep(100);
                    text = get(open, "/metrics").body();
                }
                assertLine(text, "jingwei_articles{state=\"stored\"} 1.0");
                assertLine(text, "jingwei_articles{state=\"retracted\"} 1.0");
                assertLine(text, "jingwei_facts{kind=\"Signing\"} 1.0");
                assertLine(text, "jingwei_requests_seconds_count{kind=\"sparql\",outcome=\"answered\"} 1");
                assertLine(text, "jingwei_requests_seconds_count{kind=\"sparql\",outcome=\"bad_request\"} 1");
                assertLine(text, "jingwei_requests_seconds_count{kind=\"iri\",outcome=\"answered\"} 1");
                assertLine(text, "jingwei_requests_seconds_count{kind=\"other\",outcome=\"not_found\"} 1");
                assertLine(text, "jingwei_requests_seconds_bucket{kind=\"sparql\",outcome=\"answered\",le=\"+Inf\"} 1");
                assertTrue(Pattern.compile("(?m)^jingwei_store_bytes\\{part=\"tdb2\"\\} [1-9]").matcher(text).find(),
                        text);
                assertTrue(text.contains("jvm_memory_used_bytes{area=\"heap\""), text);
                assertFalse(text.contains("made-up"), text);
            }
        }
    }

    @Test
    void metricsAreGuardedAndSignsOfLifeAreNot(@TempDir Path temp) throws Exception {
        Path tokens = Files.createFile(temp.resolve("tokens"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(tokens, "reader read " + "0".repeat(64) + "\n");
        var settings = EndpointSettings.defaults().withPort(0)
                .with(new Access(Optional.of(tokens), Optional.empty(), false));
        try (var store = Fixture.store(temp.resolve("db"));
                var open = Endpoint.start(store, QueryLibrary.load(), settings)) {
            assertEquals(401, get(open, "/metrics").statusCode());
            assertEquals(401, get(open, "/page/id/region/320500").statusCode());
            assertEquals(200, get(open, "/health").statusCode());
            assertTrue(get(open, "/ready").statusCode() != 401);
        }
    }

    @Test
    void messagesAreLinesOfJson() throws Exception {
        var message = new LogRecord(Level.WARNING, "two\nlines {0}");
        message.setParameters(new Object[]{ "\"x\"" });
        message.setLoggerName("org.jingwei");
        message.setThrown(new IllegalStateException("why"));
        String line = new JsonMessages().format(message);
        assertEquals(1, line.lines().count(), line);
        var read = (java.util.Map<?, ?>) Json.read(line);
        assertEquals("two\nlines \"x\"", read.get("message"));
        assertEquals("WARNING", read.get("level"));
        assertTrue(read.get("thrown").toString().startsWith("java.lang.IllegalStateException: why"));
    }

    /** With a program that exists in the place of ours, which is not installed here. */
    @Test
    void theUnitOfSystemdIsUnderstood(@TempDir Path temp) throws Exception {
        String unit = Files.readString(Path.of("docs/jingwei.service"));
        assertTrue(unit.contains("DynamicUser=yes") && unit.contains("ProtectSystem=strict")
                && unit.contains("MemoryMax="), unit);
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not here");
        Path file = Files.writeString(temp.resolve("jingwei.service"),
                unit.replace("ExecStart=/opt/jingwei/jingwei", "ExecStart=/bin/true"));
        Process verify = new ProcessBuilder("/usr/bin/systemd-analyze", "verify", "--man=no", file.toString())
                .redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(verify.waitFor(1, TimeUnit.MINUTES));
        assertFalse(said.contains("jingwei.service:"), said);
    }

    private static void assertLine(String text, String line) {
        assertTrue(text.lines().anyMatch(line::equals), line + " in\n" + text);
    }

    private HttpResponse<String> get(Endpoint open, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(open.address().resolve(path)).build(), BodyHandlers.ofString());
    }
}
