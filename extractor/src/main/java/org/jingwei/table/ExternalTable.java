package org.jingwei.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jingwei.link.ExternalThing;
import org.jingwei.link.Link;

/**
 * Somebody else's table of regions or organisations, one a row: a header row, cells in quotes where they hold commas or
 * line breaks (RFC 4180).
 */
public final class ExternalTable {

    /**
     * Which columns hold what, by their headers.
     *
     * @param name  empty for the usual header, "name", or none when there is no such column; so {@code type},
     *              {@code codes} (code) and {@code regions} (region)
     * @param kinds what rows are that the type column does not say it of; empty when they may be anything
     */
    public record Columns(String id, Optional<String> name, Optional<String> type, List<String> codes,
            List<String> regions, Set<Link.Kind> kinds) {}

    /** @param problems one line for each row that cannot be used, with its line in the file */
    public record Content(List<ExternalThing> things, List<String> problems) {}

    /** The table as a whole cannot be used. The message says why and what to do. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    private static final Map<String, Link.Kind> KINDS = Map.ofEntries(Map.entry("region", Link.Kind.REGION),
            Map.entry("行政区划", Link.Kind.REGION), Map.entry("地区", Link.Kind.REGION),
            Map.entry("province", Link.Kind.REGION), Map.entry("prefecture", Link.Kind.REGION),
            Map.entry("county", Link.Kind.REGION), Map.entry("zone", Link.Kind.ZONE),
            Map.entry("开发区", Link.Kind.ZONE), Map.entry("organisation", Link.Kind.ORGANISATION),
            Map.entry("organization", Link.Kind.ORGANISATION), Map.entry("机构", Link.Kind.ORGANISATION),
            Map.entry("企业", Link.Kind.ORGANISATION), Map.entry("公司", Link.Kind.ORGANISATION),
            Map.entry("company", Link.Kind.ORGANISATION), Map.entry("bank", Link.Kind.ORGANISATION),
            Map.entry("university", Link.Kind.ORGANISATION));
    private static final Set<String> LEVELS = Set.of("province", "prefecture", "county", "company", "bank",
            "university");

    /** Until the headers are known: those that nobody named may be called as usual. */
    private Columns columns;
    private final List<ExternalThing> things = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ExternalTable(Columns columns) {
        this.columns = columns;
    }

    /**
     * @param bytes   of the file; a byte order mark is passed over
     * @param charset of the file
     * @throws Unusable when the bytes are not in that charset, the quotes do not close or a column is missing
     */
    public static Content read(byte[] bytes, Charset charset, Columns columns) throws Unusable {
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Unusable("it is not in " + charset.name()
                    + "; name its charset, as --charset GB18030, or save it as UTF-8");
        }
        ExternalTable table = new ExternalTable(columns);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
                .setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.builder().setFormat(format)
                .setReader(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text)).get()) {
            table.require(parser.getHeaderNames());
            for (CSVRecord row : parser) {
                table.row(row, (int) parser.getCurrentLineNumber());
            }
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException | IOException e) {
            throw new Unusable("it is no table of comma-separated values: " + e.getMessage());
        }
        return new Content(List.copyOf(table.things), List.copyOf(table.problems));
    }

    private static Optional<String> usual(String column, List<String> headers) {
        return headers.contains(column) ? Optional.of(column) : Optional.empty();
    }

    private void require(List<String> headers) throws Unusable {
        columns = new Columns(columns.id(), columns.name().or(() -> usual("name", headers)),
                columns.type().or(() -> usual("type", headers)),
                columns.codes().isEmpty() ? usual("code", headers).stream().toList() : columns.codes(),
                columns.regions().isEmpty() ? usual("region", headers).stream().toList() : columns.regions(),
                columns.kinds());
        Set<String> wanted = new LinkedHashSet<>(List.of(columns.id()));
        columns.name().ifPresent(wanted::add);
        columns.type().ifPresent(wanted::add);
        wanted.addAll(columns.codes());
        wanted.addAll(columns.regions());
        for (String column : wanted) {
            if (!headers.contains(column)) {
                throw new Unusable("it has no column \"" + column + "\"; it has " + String.join(", ", headers));
            }
        }
        if (columns.name().isEmpty() && columns.codes().isEmpty()) {
            throw new Unusable("no column of names or codes is named (--name-column, --code-column); it has "
                    + String.join(", ", headers));
        }
    }

    /** @param line on which the row ends */
    private void row(CSVRecord row, int line) {
        if (!row.isConsistent()) {
            problems.add("line " + line + " has " + row.size() + " cells and the header another number");
            return;
        }
        String id = row.get(columns.id()).strip();
        List<String> names = columns.name().map(row::get).filter(n -> !n.isEmpty()).map(List::of).orElse(List.of());
        List<String> codes = cells(row, columns.codes());
        // as IRIs see it
        String plain = Normalizer.normalize(id, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (plain.isEmpty() || names.isEmpty() && codes.isEmpty()) {
            problems.add("line " + line + " has " + (plain.isEmpty() ? "no id" : "neither a name nor a code"));
            return;
        }
        if (!ids.add(plain)) {
            problems.add("line " + line + " has the id " + id + " of a line above it");
            return;
        }
        String type = columns.type().map(row::get).orElse("").toLowerCase(Locale.ROOT);
        Set<Link.Kind> kinds = KINDS.containsKey(type) ? Set.of(KINDS.get(type)) : columns.kinds();
        things.add(new ExternalThing(id, names, codes, cells(row, columns.regions()), kinds,
                LEVELS.contains(type) ? type : "", false, line));
    }

    private static List<String> cells(CSVRecord row, List<String> columns) {
        return columns.stream().map(row::get).filter(cell -> !cell.isEmpty()).toList();
    }

    /** Rows as RFC 4180. Text that a spreadsheet would run as a formula is led by an apostrophe. */
    public static String write(List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            out.append(CSVFormat.RFC4180.format(row.stream().map(ExternalTable::harmless).toArray())).append("\r\n");
        }
        return out.toString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
