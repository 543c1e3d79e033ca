package org.jingwei.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a verb reads and writes.
 *
 * @param in     standard input
 * @param out    standard output: data and nothing else, in UTF-8; unlike {@link System#out} it reports failure
 * @param err    standard error: talk
 * @param colour whether a person with a colour screen reads {@code out}
 * @param live   whether a person watches {@code err}, so that progress is welcome
 */
public record Terminal(InputStream in, OutputStream out, PrintStream err, boolean colour, boolean live) {

    /**
     * The process's own. Java cannot tell on every version which stream is a screen, so the launcher does, in the
     * property {@code jingwei.screen}: any of {@code out}, {@code err}, with a comma between.
     */
    public static Terminal system() {
        List<String> screens = List.of(System.getProperty("jingwei.screen", "").split(","));
        String noColour = System.getenv("NO_COLOR");
        boolean colour = (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.in, new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                colour && screens.contains("out"), screens.contains("err"));
    }

    /** One line of talk. */
    void say(String line) {
        err.println(line);
    }

    /** Data, in UTF-8. A reader that has gone away or a full disk ends the verb. */
    void print(String data) {
        print(data.getBytes(StandardCharsets.UTF_8));
    }

    void print(byte[] data) {
        data().write(data);
    }

    void flush() {
        data().flush();
    }

    /** Standard output for those who write to streams. */
    TroubleStream data() {
        return new TroubleStream(out,
                e -> new Trouble(Exit.IO, "standard output takes no more: " + e.getMessage(), e));
    }
}
