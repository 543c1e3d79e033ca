package org.jingwei.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.Main;

/** {@code jingwei serve} in a process of its own, as the launcher starts it, with 1 GB of heap. Linux only. */
final class ServedProcess implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final Pattern OPEN = Pattern.compile("(http://\\S+/) is open");
    private static final Pattern USED = Pattern.compile("(?m)^.*\\btotal\\b.*\\bused (\\d+)K");
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final Path messages;
    private final URI address;

    private ServedProcess(Process process, Path messages, URI address) {
        this.process = process;
        this.messages = messages;
        this.address = address;
    }

    /** @param folder for its messages and its log of requests */
    static ServedProcess start(Path folder, Path db, Path tokens) throws IOException, InterruptedException {
        Path messages = folder.resolve("messages.txt");
        Process process = new ProcessBuilder(command(List.of("-Xmx1g", "-XX:+UseSerialGC"), "serve", "--db",
                db.toString(), "--port", "0", "--token-file", tokens.toString(), "--log",
                folder.resolve("requests.jsonl").toString())).redirectErrorStream(true)
                .redirectOutput(messages.toFile()).start();
        for (int tries = 0; tries < START_SECONDS * 10 && process.isAlive(); tries++) {
            Matcher open = OPEN.matcher(Files.readString(messages));
            if (open.find()) {
                return new ServedProcess(process, messages, URI.create(open.group(1)));
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start: " + Files.readString(messages));
    }

    private static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.resolve("java").toString()));
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What {@code jingwei doctor --deep} finds in a store that is not open; empty when it is healthy. */
    static String examined(Path db) throws IOException, InterruptedException {
        Process doctor = new ProcessBuilder(command(List.of("-Xmx1g"), "doctor", "--deep", "--db", db.toString()))
                .redirectErrorStream(true).start();
        String told = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return doctor.waitFor() == 0 ? "" : told;
    }

    URI address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What the process holds.
     *
     * @param heap    bytes in use after a full collection
     * @param resident bytes of memory, the mapped files of the store among them
     * @param own     those of them that are no files
     * @param files   that are open, with sockets
     */
    record Held(long heap, long resident, long own, int files) {}

    Held held() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long heap = 0;
        while (used.find()) {
            heap += Long.parseLong(used.group(1)) << 10;
        }
        if (heap == 0) {
            throw new IOException("jcmd tells of no heap");
        }
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        String status = Files.readString(proc.resolve("status"));
        try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
            return new Held(heap, kilobytes(status, "VmRSS"), kilobytes(status, "RssAnon"), (int) files.count());
        }
    }

    private String jcmd(String what) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), what)
                .redirectErrorStream(true).start();
        String told = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return told;
    }

    private static long kilobytes(String status, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB").matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) << 10 : 0;
    }

    /** Lines that it has written since it was open. */
    List<String> messages() throws IOException {
        return Files.readAllLines(messages).stream().dropWhile(line -> !OPEN.matcher(line).find()).skip(1)
                .filter(line -> !line.isBlank()).toList();
    }

    /** As an operator does; says whether it ended in time. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
