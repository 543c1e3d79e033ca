package org.jingwei.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jingwei.source.RawPage;

/**
 * What a page was read with. Two editions that are equal read the same page alike, so nothing is read twice with one.
 *
 * @param program   version of the program, and behind a plus sign a hash of what in it takes part in reading: a build
 *                  from other sources is another edition, whatever its number
 * @param gazetteer hash of the tables of known names
 */
public record Edition(String program, String gazetteer) {
    private static final int DIGITS = 12;
    private static final String GAZETTEER = "ontology/gazetteer/";

    /** Of what is in the program, that which no page's facts depend on. */
    private static final List<String> NOT_READING = List.of("META-INF/", "org/jingwei/table/", "org/jingwei/store/",
            "org/jingwei/publish/", "org/jingwei/evaluate/", "org/jingwei/cli/", "org/jingwei/Main", "demo/",
            "statistics/", "queries/", GAZETTEER);

    public Edition {
        Objects.requireNonNull(program);
        Objects.requireNonNull(gazetteer);
    }

    /** This program's, with its usual settings. */
    public static Edition current() {
        SortedMap<String, Long> parts = parts();
        return new Edition(version() + "+" + hash(parts, name -> NOT_READING.stream().noneMatch(name::startsWith)),
                hash(parts, name -> name.startsWith(GAZETTEER) && name.endsWith(".csv")));
    }

    /** The same with a setting that reading depends on, in words. */
    public Edition with(String setting) {
        return new Edition(program + " (" + setting + ")", gazetteer);
    }

    /** The number alone; "development" of a program that was not packaged. */
    static String version() {
        return Optional.ofNullable(Edition.class.getPackage().getImplementationVersion()).orElse("development");
    }

    private static String hash(SortedMap<String, Long> parts, java.util.function.Predicate<String> counts) {
        var all = new StringBuilder();
        parts.forEach((name, sum) -> {
            if (counts.test(name)) {
                all.append(name).append(' ').append(sum).append('\n');
            }
        });
        return RawPage.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** The files of the program by name, each with its CRC-32: those of the jar, which lists them, or of the folder. */
    private static SortedMap<String, Long> parts() {
        try {
            Path place = Path.of(Edition.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the program cannot read its own files: " + e.getMessage()
                    + ". Build it again with mvn package.", e);
        }
    }

    private static SortedMap<String, Long> ofJar(Path jar) throws IOException {
        var parts = new TreeMap<String, Long>();
        try (var file = new JarFile(jar.toFile())) {
            file.stream().filter(entry -> !entry.isDirectory())
                    .forEach(entry -> parts.put(entry.getName(), entry.getCrc()));
            // The libraries take part too; their names carry their versions.
            parts.put("libraries " + file.getManifest().getMainAttributes().getValue("Class-Path"), 0L);
        }
        return parts;
    }

    private static SortedMap<String, Long> ofFolder(Path folder) throws IOException {
        var parts = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                parts.put(folder.relativize(file).toString().replace('\\', '/'), sum(file));
            }
        }
        return parts;
    }

    private static long sum(Path file) throws IOException {
        var sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
            }
        }
        return sum.getValue();
    }
}
