package org.jingwei.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingwei.quantity.QuantityReader;
import org.jingwei.quantity.ReadingContext;
import org.jingwei.source.Json;

/**
 * Prints how many characters of article text are read in a second on one core, and how the time for hostile text grows
 * with its length. Argument: a file with one article a line, each with a {@code text}.
 */
public final class QuantitySpeed {
    private QuantitySpeed() {}

    public static void main(String[] arguments) throws IOException, Json.Malformed {
        if (arguments.length != 1) {
            System.err.println("usage: QuantitySpeed ARTICLES_JSONL");
            System.exit(2);
        }
        var texts = new ArrayList<String>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            texts.add((String) ((Map<?, ?>) Json.read(line)).get("text"));
        }
        long characters = texts.stream().mapToLong(String::length).sum();
        for (int round = 0; round < 8; round++) {
            int repeats = 400;
            long start = processorTime();
            long values = 0;
            for (int n = 0; n < repeats; n++) {
                values += read(texts);
            }
            double seconds = (processorTime() - start) / 1e9;
            System.out.printf("%,.0f characters a second, %d values in %d characters%n", repeats * characters / seconds,
                    values / repeats, characters);
        }
        for (String unit : List.of("1", "亿", "1亿至", "1-", "增长3%、", "2×3", "5月至")) {
            double small = seconds(unit.repeat(10_000));
            double large = seconds(unit.repeat(100_000));
            System.out.printf("%s: ten times the text takes %.1f times as long%n", unit, large / small);
        }
    }

    private static long read(List<String> texts) {
        var context = new ReadingContext(Optional.of(LocalDate.of(2021, 5, 28)));
        long values = 0;
        for (String text : texts) {
            values += new QuantityReader().read(text, context).size();
        }
        return values;
    }

    /** Of this thread, so that what else runs on the machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(String text) {
        for (int n = 0; n < 20; n++) {
            read(List.of(text));
        }
        long start = processorTime();
        for (int n = 0; n < 20; n++) {
            read(List.of(text));
        }
        return (processorTime() - start) / 1e9;
    }
}
