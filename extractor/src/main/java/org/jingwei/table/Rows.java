package org.jingwei.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a file of comma-separated values.
 *
 * @param headers of the columns, without white space around them
 * @param rows    below the headers, without empty ones and notes
 * @param notes   how many rows were for people
 */
record Rows(List<String> headers, List<Row> rows, int notes) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     * @param cells as they stand in the file; a short row has fewer than there are headers
     */
    record Row(long line, List<String> cells) {

        /** Empty where the row ends before the column. */
        Optional<String> cell(int column) {
            return column < cells.size() ? Optional.of(cells.get(column)) : Optional.empty();
        }
    }

    /**
     * @param file its name, for messages
     * @throws BadTable when the bytes are no text, the text is no table, or two columns that have a name share it
     */
    static Rows read(String file, byte[] bytes, Mapping.Layout layout) throws BadTable {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(layout.separator()).setIgnoreEmptyLines(false)
                .get();
        List<String> headers = null;
        List<Row> rows = new ArrayList<>();
        int notes = 0;
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text(file, bytes, layout)))
                .setFormat(format).get()) {
            long begins = 1;
            for (CSVRecord record : parser) {
                List<String> cells = record.toList();
                if (record.getRecordNumber() == layout.headerRow()) {
                    headers = cells.stream().map(String::strip).toList();
                } else if (headers != null && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    String first = cells.getFirst().strip();
                    if (layout.notes().stream().anyMatch(first::startsWith)) {
                        notes++;
                    } else {
                        rows.add(new Row(begins, cells));
                    }
                }
                begins = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BadTable(file + " is no table of comma-separated values: " + e.getMessage()
                    + ". Check the quotation marks of that line.");
        }
        if (headers == null) {
            throw new BadTable(file + " has no row " + layout.headerRow()
                    + ", in which its headers should stand. Correct \"header\" in the mapping.");
        }
        Set<String> seen = new HashSet<>();
        for (String header : headers) {
            if (!header.isEmpty() && !seen.add(header)) {
                throw new BadTable(file + " has two columns with the header \"" + header
                        + "\". Give each its own, so that the mapping can name them.");
            }
        }
        return new Rows(headers, List.copyOf(rows), notes);
    }

    private static String text(String file, byte[] bytes, Mapping.Layout layout) throws BadTable {
        List<Charset> charsets = layout.charset().map(List::of).orElse(List.of(StandardCharsets.UTF_8, GB18030));
        for (Charset charset : charsets) {
            try {
                String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // The next one, or the message below.
            }
        }
        throw new BadTable(file + " is not a text in " + String.join(" or ",
                charsets.stream().map(Charset::name).toList()) + ". Save it as \"CSV UTF-8\".");
    }
}
