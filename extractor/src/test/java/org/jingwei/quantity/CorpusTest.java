package org.jingwei.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rule corpora: a text, the day of publication or -, and every value that it states. */
class CorpusTest {
    private static final QuantityReader READER = new QuantityReader();

    @Test
    void everyRowIsReadAsExpected() {
        var failures = new ArrayList<String>();
        var rows = rows("/corpora/quantity.tsv");
        for (String[] row : rows) {
            String read = read(row[0], row[1]);
            if (!read.equals(row[2])) {
                failures.add(row[0] + "\n  expected " + row[2] + "\n  read     " + read);
            }
        }
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
        assertTrue(rows.size() >= 800, "rows: " + rows.size());
    }

    @Test
    void nothingIsReadWhereNothingIsStated() {
        var failures = new ArrayList<String>();
        var rows = rows("/corpora/quantity-none.tsv");
        for (String[] row : rows) {
            String read = read(row[0], row[1]);
            if (!read.isEmpty()) {
                failures.add(row[0] + "\n  read " + read);
            }
        }
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
        assertTrue(rows.size() >= 300, "rows: " + rows.size());
    }

    @Test
    void noRowStandsTwice() {
        var seen = new HashSet<String>();
        for (String file : List.of("/corpora/quantity.tsv", "/corpora/quantity-none.tsv")) {
            for (String[] row : rows(file)) {
                assertTrue(seen.add(row[0] + row[1]), row[0]);
            }
        }
    }

    @Test
    void traditionalCharactersAndFullWidthDigitsReadTheSame() {
        for (String[] row : rows("/corpora/quantity.tsv")) {
            String wide = row[0].chars()
                    .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c == '万' ? '萬' : c == '亿' ? '億' : c)
                    .mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
            List<Quantity> plain = READER.read(row[0], context(row[1]));
            List<Quantity> other = READER.read(wide, context(row[1]));
            assertEquals(plain, other, row[0]);
        }
    }

    static List<String[]> rows(String file) {
        try (var in = CorpusTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadingContext context(String date) {
        return date.equals("-") ? ReadingContext.NONE : new ReadingContext(Optional.of(LocalDate.parse(date)));
    }

    static String read(String text, String date) {
        return READER.read(text, context(date)).stream().map(q -> Notation.of(q) + " [" + q.span().of(text) + "]")
                .collect(Collectors.joining(" | "));
    }
}
