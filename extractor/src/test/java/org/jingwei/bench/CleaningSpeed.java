package org.jingwei.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.ToLongFunction;
import org.jingwei.article.ArticleReader;
import org.jingwei.article.Reading;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;
import org.jsoup.Jsoup;

/**
 * Prints how fast pages are cleaned, as a share of the speed at which jsoup alone parses the same bytes: both read
 * every page in turns, on one thread, and only its own processor time counts. Cleaning is everything from bytes to
 * article: decoding, parsing, choice of the content, repair, map. Argument: a folder with HTML pages.
 */
public final class CleaningSpeed {
    private static final int ROUNDS = 12;

    private CleaningSpeed() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: CleaningSpeed FOLDER_WITH_HTML_PAGES");
            System.exit(2);
        }
        var pages = new ArrayList<RawPage>();
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                pages.add(new RawPage(file.toString(), file.toString(), RawPage.Kind.HTML, content,
                        RawPage.sha256(content), RawPage.Stated.NOTHING));
            }
        }
        var reader = new ArticleReader(new HanlpScript());
        for (int round = 1; round <= ROUNDS; round++) {
            long parsing = 0;
            long cleaning = 0;
            for (RawPage page : pages) {
                parsing += nanoseconds(page, CleaningSpeed::parsed);
                cleaning += nanoseconds(page, each -> cleaned(reader, each));
            }
            System.out.printf("round %d: %d pages, parsing alone %d ms, cleaning %d ms, ratio of speeds %.2f%n", round,
                    pages.size(), parsing / 1_000_000, cleaning / 1_000_000, (double) parsing / cleaning);
        }
    }

    /** Of this thread's own work, whatever else the machine does. */
    private static long nanoseconds(RawPage page, ToLongFunction<RawPage> work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (work.applyAsLong(page) == 0) {
            throw new IllegalStateException("nothing was read in " + page.location());
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private static long parsed(RawPage page) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(page.content()), null, "").childNodeSize();
        } catch (IOException e) {
            throw new IllegalStateException("a page in memory cannot be read", e);
        }
    }

    private static long cleaned(ArticleReader reader, RawPage page) {
        return switch (reader.read(page)) {
            case Reading.Read read -> read.article().text().length();
            case Reading.Rejected rejected -> 1;
        };
    }
}
