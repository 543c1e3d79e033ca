package org.jingwei.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.RuntimeIOException;

/** A table as CSV (RFC 4180) in UTF-8. Text that a spreadsheet would run as a formula is led by an apostrophe. */
final class CsvTable implements TableWriter {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final OutputStream out;
    private boolean begun;

    /** @param mark whether a byte order mark leads, by which Excel knows UTF-8 */
    CsvTable(OutputStream out, boolean mark) {
        this.out = out;
        if (mark) {
            write(BYTE_ORDER_MARK);
        }
    }

    @Override
    public void table(String name, List<String> headings) {
        if (begun) {
            throw new IllegalArgumentException("a CSV file holds one table");
        }
        begun = true;
        line(headings.stream().map(Csv::quoted).toList());
    }

    @Override
    public void row(List<Cell> cells) {
        line(cells.stream().map(cell -> switch (cell) {
            case Cell.Empty empty -> "";
            case Cell.Number number -> number.value().toPlainString();
            case Cell.Text text -> Csv.quoted(Csv.harmless(text.text()));
        }).toList());
    }

    @Override
    public void finish() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new RuntimeIOException(e);
        }
    }

    private void line(List<String> fields) {
        write(fields.stream().collect(Collectors.joining(",", "", "\r\n")));
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RuntimeIOException(e);
        }
    }
}
