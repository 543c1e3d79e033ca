package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java machine of its own with little memory, for what must not need more. */
public final class SmallMachine {

    /** @param seconds from start to end */
    public record Ran(int exit, String out, String err, long seconds) {}

    private SmallMachine() {}

    /**
     * Runs a main class of the class path.
     *
     * @param folder where its output is kept meanwhile
     * @param heap   as in {@code -Xmx}
     * @param most   longer than that fails
     */
    public static Ran run(Path folder, String heap, Duration most, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Djdk.httpclient.allowRestrictedHeaders=host",
                "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("machine.out");
        Path err = folder.resolve("machine.err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(most.toSeconds(), TimeUnit.SECONDS), "not done within " + most);
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8), (System.nanoTime() - start) / 1_000_000_000);
    }
}
