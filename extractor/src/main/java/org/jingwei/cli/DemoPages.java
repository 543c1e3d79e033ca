package org.jingwei.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;

/** The articles that come with the program, as they would arrive from outside. */
final class DemoPages {
    private static final String FOLDER = "demo/";

    private DemoPages() {}

    /** In the order of their index. */
    static Stream<Arrival> arrivals() {
        return new String(read("index.txt"), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                .map(DemoPages::page);
    }

    private static Arrival page(String file) {
        byte[] content = read(file);
        int dot = file.lastIndexOf('.');
        return new Arrival.Page(new RawPage(file.substring(0, dot), FOLDER + file,
                file.endsWith(".html") ? RawPage.Kind.HTML : RawPage.Kind.TEXT, content, RawPage.sha256(content),
                RawPage.Stated.NOTHING));
    }

    private static byte[] read(String file) {
        try (InputStream in = DemoPages.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the program lacks its own " + FOLDER + file + ". Build it anew: mvn clean package");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(FOLDER + file + " cannot be read from the program: " + e.getMessage(), e);
        }
    }
}
