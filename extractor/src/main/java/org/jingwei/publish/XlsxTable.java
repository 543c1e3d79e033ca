package org.jingwei.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as sheets of a workbook. Rows go to a temporary file as they come, texts in place and not in a list of their
 * own, so that memory does not grow; text is text and never a formula. The library writes the time of day into the
 * file; it is taken out again, so that equal tables are equal bytes.
 */
final class XlsxTable implements TableWriter, AutoCloseable {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Of the format. */
    private static final int MOST_CHARACTERS = 32_767;
    private static final int ROWS_IN_MEMORY = 500;
    /** A spreadsheet computes with 15 digits; a longer number is written as text rather than changed. */
    private static final int DIGITS = 15;
    /** No zip entry has an earlier time; at midnight of that day an instant, which depends on the zone, is written too. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";

    private final OutputStream out;
    private final Path draft;
    private final OutputStream file;
    private final Workbook workbook;
    private final int mostRows;
    private String name = "";
    private List<String> headings = List.of();
    private Worksheet sheet;
    private int row;
    private int part;

    XlsxTable(OutputStream out) {
        this(out, Worksheet.MAX_ROWS);
    }

    /** @param mostRows of a sheet, headings counted; what is more goes to a further sheet of the same name */
    XlsxTable(OutputStream out, int mostRows) {
        this.out = out;
        this.mostRows = mostRows;
        try {
            draft = Files.createTempFile("jingwei-", ".xlsx");
            file = new BufferedOutputStream(Files.newOutputStream(draft));
            workbook = new Workbook(file, "Jingwei", "1.0");
        } catch (IOException e) {
            throw new RuntimeIOException(e);
        }
    }

    @Override
    public void table(String name, List<String> headings) {
        this.name = name;
        this.headings = headings;
        part = 1;
        sheet(name);
    }

    private void sheet(String title) {
        endSheet();
        sheet = workbook.newWorksheet(title);
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.inlineString(0, column, headings.get(column));
        }
        row = 1;
    }

    @Override
    public void row(List<Cell> cells) {
        if (row == mostRows) {
            part++;
            sheet(name + " " + part);
        }
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Cell.Empty empty -> {
                }
                case Cell.Number number -> number(column, number.value());
                case Cell.Text text -> text(column, text.text());
            }
        }
        if (++row % ROWS_IN_MEMORY == 0) {
            run(sheet::flush);
        }
    }

    private void number(int column, BigDecimal value) {
        if (value.stripTrailingZeros().precision() > DIGITS) {
            text(column, value.toPlainString());
        } else {
            sheet.value(row, column, value);
        }
    }

    private void text(int column, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new PublishException("A cell of the sheet \"" + sheet.getName() + "\" has " + text.length()
                    + " characters; XLSX takes " + MOST_CHARACTERS + ".", "Take CSV, which has no limit.");
        }
        sheet.inlineString(row, column, text);
    }

    private void endSheet() {
        if (sheet != null) {
            run(sheet::finish);
        }
    }

    @Override
    public void finish() {
        endSheet();
        run(() -> {
            workbook.close();
            file.close();
            copy();
        });
    }

    /** From the draft, without times. */
    private void copy() throws IOException {
        try (var in = new ZipFile(draft.toFile())) {
            var zip = new ZipOutputStream(out);
            for (ZipEntry entry : Collections.list(in.entries())) {
                var fresh = new ZipEntry(entry.getName());
                fresh.setTimeLocal(NO_TIME);
                zip.putNextEntry(fresh);
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        zip.write(text.replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
            zip.finish();
            out.flush();
        }
    }

    /** Removes the draft, finished or not. */
    @Override
    public void close() {
        run(() -> {
            file.close();
            Files.deleteIfExists(draft);
        });
    }

    /** What may fail with the disk. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new RuntimeIOException(e);
        }
    }
}
