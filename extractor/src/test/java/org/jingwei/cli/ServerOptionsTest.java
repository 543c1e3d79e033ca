package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jingwei.publish.Bounds;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Flags before the environment before the file before the defaults, each of them understood or refused. */
class ServerOptionsTest {
    private static final Path EXAMPLE = Path.of("docs/server.toml");

    @TempDir
    Path folder;

    @Command(name = "serve")
    static final class Nothing implements Runnable {
        @Override
        public void run() {
            // Only its flags are looked at.
        }
    }

    private static ServerOptions options(Map<String, String> environment, String... flags) {
        var line = new CommandLine(new Nothing());
        ServerOptions.declare(line);
        return ServerOptions.read(line.parseArgs(flags), environment);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("server.toml"), text);
    }

    @Test
    void flagsComeBeforeTheEnvironmentBeforeTheFileBeforeTheDefaults() throws IOException {
        String config = file("max-rows = 3\nport = 13\nqueries = 2\n").toString();
        var options = options(Map.of("JINGWEI_MAX_ROWS", "2", "JINGWEI_PORT", "12"), "--config", config,
                "--max-rows", "1");
        var settings = ServerSettings.of(options);
        assertEquals(1, settings.limits().rows());
        assertEquals(12, settings.port());
        assertEquals(2, settings.bounds().queriesAtOnce());
        assertEquals(Duration.ofSeconds(20), settings.timeout());
        assertEquals(13, ServerSettings.of(options(Map.of("JINGWEI_CONFIG", config))).port());
    }

    @Test
    void theExampleIsTheDefaults() throws IOException {
        var given = ServerFile.read(EXAMPLE);
        assertEquals(EnumSet.allOf(ServerOption.class), given.keySet());
        var example = ServerSettings.of(options(Map.of(), "--config", EXAMPLE.toString()));
        assertEquals(ServerSettings.of(options(Map.of())), example);
        assertEquals(EndpointSettings.defaults().withPort(3030), example);
        assertEquals(Bounds.DEFAULTS, example.bounds());
        assertEquals(Services.NONE, example.services());
        for (ServerOption option : ServerOption.values()) {
            List<String> values = given.get(option).values().stream().filter(value -> !value.isEmpty()).toList();
            assertEquals(option.standard().isEmpty() ? List.of() : List.of(option.standard()), values, option.key());
        }
    }

    @Test
    void helpShowsEveryOptionWithItsDefault() {
        String help = Told.by("serve", "--help").out();
        for (ServerOption option : ServerOption.values()) {
            assertTrue(help.contains(option.flag()), option.flag());
        }
        String words = help.replaceAll("\\s+", " ");
        assertTrue(words.contains("Most requests to such endpoints that one query makes. (default: 20)"), words);
        assertTrue(words.contains("The store. (default: none)"), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port = 1\\nmax-row = 5   | line 2 | Perhaps max-rows
            token-fil = "x"          | line 1 | Perhaps token-file
            xyzzy = 1                | line 1 | no setting "xyzzy"
            [limits]\\nmax-rows = 1  | line 1 | no setting "limits"
            port = 1\\nport = 2      | line 2 | not TOML
            port = "1"               | line 1 | number without quotes
            public-read = "yes"      | line 1 | true or false
            service = "http://a/"    | line 1 | list of texts
            host = 5                 | line 1 | text in quotes
            \\nport = 99999          | line 2 | from 0 to 65535
            timeout = 0              | line 1 | from 1 to
            max-body = 10            | line 1 | from 1024 to
            service = ["ftp://a/b"]  | line 1 | not the address of an endpoint
            allow-origin = ["a/b"]   | line 1 | scheme, host and port
            port =                   | line 1 | not TOML
            certificate = "c.pem"    | line 1 | needs private-key
            """)
    void whatNobodyUnderstandsIsRefusedWithItsLine(String text, String line, String says) throws IOException {
        String config = file(text.replace("\\n", "\n") + "\n").toString();
        var refused = assertThrows(Trouble.class,
                () -> ServerSettings.of(options(Map.of(), "--config", config)));
        assertEquals(Exit.WRONG_USAGE, refused.exit());
        assertTrue(refused.getMessage().contains(line + ""), refused.getMessage());
        assertTrue(refused.getMessage().contains(says), refused.getMessage());
        assertTrue(refused.getMessage().contains("server.toml"), refused.getMessage());
    }

    @Test
    void aFlagOrVariableThatMakesNoSenseIsNamed() {
        for (var options : List.of(options(Map.of("JINGWEI_PORT", "tcp://10.0.0.1:80")),
                options(Map.of(), "--port", "x"))) {
            var refused = assertThrows(Trouble.class, () -> ServerSettings.of(options));
            assertTrue(refused.getMessage().matches("(JINGWEI_PORT|--port): port is a whole number.*"),
                    refused.getMessage());
        }
        assertEquals(2, Told.by("serve", "--max-row", "5").exit());
    }

    @Test
    void variablesThatSetNothingAreNamedAndNotRefused() {
        assertEquals(List.of("JINGWEI_MAXROWS sets nothing. Perhaps MAX_ROWS is meant."), ServerOptions
                .unknown(Map.of("JINGWEI_MAXROWS", "1", "JINGWEI_JAVA_OPTIONS", "", "JINGWEI_PORT", "1", "PATH", "")));
    }

    @Test
    void pathsInTheFileAreRelativeToIt() throws IOException {
        String config = file("db = \"store\"\nlog = \"a/b.jsonl\"\n").toString();
        var options = options(Map.of(), "--config", config);
        assertEquals(folder.resolve("store").toAbsolutePath(), options.path(ServerOption.DB).orElseThrow());
        assertEquals(folder.resolve("a/b.jsonl").toAbsolutePath(),
                ServerSettings.of(options).log().orElseThrow().file());
    }

    @Test
    void listsComeFromEachPlace() throws IOException {
        String config = file("service = [\"http://a/x\", \"http://b/x\"]\n").toString();
        assertEquals(Set.of("http://a/x", "http://b/x"),
                ServerSettings.of(options(Map.of(), "--config", config)).services().endpoints());
        assertEquals(Set.of("http://c/x", "http://d/x"), ServerSettings
                .of(options(Map.of("JINGWEI_SERVICE", "http://c/x http://d/x"), "--config", config)).services()
                .endpoints());
        assertEquals(Set.of("http://e/x", "http://f/x"),
                ServerSettings.of(options(Map.of(), "--service", "http://e/x", "--service", "http://f/x")).services()
                        .endpoints());
    }

    @Test
    void aServerThatOthersReachSaysWhoMayAskAndHow() {
        assertRefused("nothing says who may ask", "--host", "0.0.0.0");
        assertRefused("token-file or password-file; or public-read", "--host", "0.0.0.0", "--plain-http");
        assertRefused("travel in the clear", "--host", "0.0.0.0", "--public-read");
        assertRefused("plain-http, if a server before", "--host", "::", "--public-read");
        assertRefused("both name a certificate", "--certificate", "a", "--private-key", "b", "--keystore", "c",
                "--keystore-password-file", "d");
        var open = ServerSettings.of(options(Map.of(), "--host", "0.0.0.0", "--public-read", "--plain-http"));
        assertTrue(open.access().publicRead());
        assertEquals(2, Told.by("serve", "--db", "none", "--host", "0.0.0.0").exit());
    }

    private static void assertRefused(String says, String... flags) {
        var refused = assertThrows(Trouble.class, () -> ServerSettings.of(options(Map.of(), flags)));
        assertEquals(Exit.WRONG_USAGE, refused.exit());
        assertTrue(refused.getMessage().contains(says), refused.getMessage());
    }
}
