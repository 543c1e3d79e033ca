package org.jingwei;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jingwei.evaluate.GoldFolder;
import org.jingwei.source.RawPage;

/**
 * One folder of {@code cases}: a page and what it states.
 *
 * @param name  of the folder
 * @param page  the page, named as the folder
 * @param facts the flat facts that the page states
 * @param must  facts that have to be found
 * @param never numbers that no fact may have as its value, as written in {@code never.txt}
 */
record Case(String name, RawPage page, Map<String, Object> facts, List<Claim> must, List<String> never) {

    /** All cases in order of name. */
    static List<Case> all() throws IOException {
        try (var folders = Files.list(resource("/cases"))) {
            List<Path> sorted = folders.filter(Files::isDirectory).sorted().toList();
            var cases = new java.util.ArrayList<Case>();
            for (Path folder : sorted) {
                cases.add(read(folder));
            }
            return List.copyOf(cases);
        }
    }

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Case.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Case read(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        Path file = page(folder);
        byte[] content = Files.readAllBytes(file);
        RawPage.Kind kind = file.toString().endsWith(".html") ? RawPage.Kind.HTML : RawPage.Kind.TEXT;
        RawPage page = new RawPage(name, file.getFileName().toString(), kind, content, RawPage.sha256(content),
                RawPage.Stated.NOTHING);
        return new Case(name, page, GoldFolder.read(folder.resolve("facts.json")),
                lines(folder.resolve("must.txt")).stream().map(Claim::read).toList(),
                lines(folder.resolve("never.txt")));
    }

    private static Path page(Path folder) throws IOException {
        Path elsewhere = folder.resolve("case.properties");
        if (Files.exists(elsewhere)) {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(elsewhere)));
            return resource("/" + Objects.requireNonNull(properties.getProperty("page"), "page in " + elsewhere));
        }
        Path html = folder.resolve("page.html");
        return Files.exists(html) ? html : folder.resolve("page.txt");
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
                : List.of();
    }

    @Override
    public String toString() {
        return name;
    }
}
