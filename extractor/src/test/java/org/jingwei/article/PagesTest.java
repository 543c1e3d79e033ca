package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages laid out like those that real sites serve, and what is read from each. Beside {@code NAME.html} stands
 * {@code NAME.txt}: what must be known of the page, one {@code name: value} a line, a blank line, and every line of
 * the text, headline first; or {@code rejected: REASON}.
 */
class PagesTest {
    private static final ArticleReader READER = new ArticleReader(new HanlpScript());

    static Stream<Path> pages() throws IOException, URISyntaxException {
        try (var files = Files.list(Path.of(PagesTest.class.getResource("/pages").toURI()))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @Test
    void pagesAreFound() throws Exception {
        assertTrue(pages().count() >= 25);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onlyTheArticleIsRead(Path page) throws IOException {
        String name = page.getFileName().toString();
        String[] expected = Files.readString(page.resolveSibling(name.replace(".html", ".txt"))).split("\n\n", 2);
        byte[] content = Files.readAllBytes(page);
        Reading reading = READER.read(new RawPage(name, name, RawPage.Kind.HTML, content, RawPage.sha256(content),
                RawPage.Stated.NOTHING));
        assertEquals(expected[0].strip(), described(reading, expected[0].lines().toList()).strip());
        if (reading instanceof Reading.Read read) {
            assertEquals(expected[1].strip(), read.article().ownScript());
        }
    }

    /** What the reading says of the same things as the lines {@code wanted}. */
    private static String described(Reading reading, List<String> wanted) {
        return wanted.stream().map(line -> line.substring(0, line.indexOf(':')))
                .map(name -> (name + ": " + value(reading, name)).strip()).collect(Collectors.joining("\n"));
    }

    private static String value(Reading reading, String name) {
        return switch (reading) {
            case Reading.Rejected rejected -> name.equals("rejected") ? rejected.reason().name() : rejected.toString();
            case Reading.Read read -> {
                var metadata = read.article().metadata();
                yield switch (name) {
                    case "title" -> metadata.title().orElse("");
                    case "published" -> metadata.published().map(Object::toString).orElse("")
                            + metadata.publishedTime().map(time -> "T" + time).orElse("");
                    case "publisher" -> metadata.publisher().orElse("");
                    case "source" -> metadata.source().orElse("");
                    case "authors" -> String.join(", ", metadata.authors());
                    case "editors" -> String.join(", ", metadata.editors());
                    case "url" -> metadata.url().orElse("");
                    case "original" -> metadata.originalUrl().orElse("");
                    case "rejected" -> "read: " + read.article().ownScript();
                    default -> throw new IllegalArgumentException(name);
                };
            }
        };
    }
}
