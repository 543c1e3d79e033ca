package org.jingwei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jingwei.article.ArticleReader;
import org.jingwei.article.Reading;
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;
import org.jsoup.Jsoup;

/**
 * {@code TextBench INPUT OUT [rounds]}: writes the text of every page to {@code OUT/NAME.txt}, in the page's own
 * script; with rounds, also prints how long reading takes beside parsing alone.
 */
public final class TextBench {
    private TextBench() {}

    public static void main(String[] args) throws IOException {
        var reader = new ArticleReader(new HanlpScript());
        Path out = Files.createDirectories(Path.of(args[1]));
        List<RawPage> pages = new ArrayList<>();
        try (var arrivals = Inputs.open(List.of(args[0]), System.in)) {
            for (var arrival : (Iterable<Arrival>) arrivals::iterator) {
                switch (arrival) {
                    case Arrival.Page(RawPage page) -> pages.add(page);
                    case Arrival.Unreadable trouble -> System.out.println(trouble);
                    case Arrival.PassedOver passedOver -> System.out.println(passedOver);
                }
            }
        }
        for (RawPage page : pages) {
            switch (reader.read(page)) {
                case Reading.Read(var article) -> {
                    Files.writeString(out.resolve(page.name() + ".txt"), article.ownScript() + "\n");
                    if (args.length > 2 && args[2].equals("v")) {
                        System.out.println(page.name() + " " + article.metadata() + "\n" + article.text() + "\n");
                        article.repairs().forEach(r -> System.out.println(r + " " + article.page().substring(
                                article.page().offsetByCodePoints(0, r.original().start()),
                                article.page().offsetByCodePoints(0, r.original().end()))));
                    } else if (args.length > 2 && args[2].equals("m")) {
                        System.out.println(page.name() + " " + article.metadata());
                    }
                }
                case Reading.Rejected rejected -> System.out.println(page.name() + " " + rejected);
            }
        }
        if (args.length > 2 && args[2].matches("\\d+")) {
            for (int round = 0; round < Integer.parseInt(args[2]); round++) {
                long t0 = System.nanoTime();
                int sum = 0;
                for (RawPage page : pages) {
                    sum += reader.read(page) instanceof Reading.Read ? 1 : 0;
                }
                long t1 = System.nanoTime();
                for (RawPage page : pages) {
                    sum += Jsoup.parse(new String(page.content(), java.nio.charset.StandardCharsets.UTF_8)).hasText()
                            ? 1
                            : 0;
                }
                long t2 = System.nanoTime();
                System.out.printf("read %d ms, parse %d ms, parse/read %.2f (%d)%n", (t1 - t0) / 1000000,
                        (t2 - t1) / 1000000, (double) (t2 - t1) / (t1 - t0), sum);
            }
        }
    }
}
