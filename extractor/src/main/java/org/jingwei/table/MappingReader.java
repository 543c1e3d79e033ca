package org.jingwei.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a mapping file: UTF-8, one {@code key = value} a line, lines that begin with {@code #} for people. Keys above
 * the first {@code [figure]} are of the whole table, those below one are of that figure. A key that is not known, that
 * is missing or that stands twice is an error with its line.
 */
public final class MappingReader {
    private static final Set<String> OF_TABLE = Set.of("name", "title", "title.en", "publisher", "publisher.en",
            "source", "edition", "edition.en", "licence", "retrieved", "issued", "note", "note.en", "encoding",
            "separator", "header", "notes", "region", "period");
    private static final Set<String> OF_FIGURE = Set.of("indicator", "transformation", "value", "unit");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ISSUED = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-\\d{2})?)?");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<String> NOTES = List.of("注", "数据来源", "资料来源", "来源");

    private final String file;

    private MappingReader(String file) {
        this.file = file;
    }

    /**
     * @param file its name, for messages
     * @throws BadTable when it is none; the message names the line
     */
    public static Mapping read(String file, String text) throws BadTable {
        return new MappingReader(file).read(text);
    }

    private record Entry(String text, int line) {}

    /** A part of the file: the head or a figure. */
    private final class Section {
        private final String title;
        private final int line;
        private final Set<String> known;
        private final Map<String, Entry> entries = new LinkedHashMap<>();

        Section(String title, int line, Set<String> known) {
            this.title = title;
            this.line = line;
            this.known = known;
        }

        void put(String key, String value, int line) throws BadTable {
            if (!known.contains(key)) {
                throw bad(line, "the key \"" + key + "\" is not known in " + title + "; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
            if (value.isEmpty()) {
                throw bad(line, "\"" + key + "\" has no value; leave the line out or fill it in");
            }
            if (entries.put(key, new Entry(value, line)) != null) {
                throw bad(line, "\"" + key + "\" stands twice in " + title);
            }
        }

        Optional<Entry> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        Entry need(String key) throws BadTable {
            Entry entry = entries.get(key);
            if (entry == null) {
                throw bad(line, title + " lacks \"" + key + "\"");
            }
            return entry;
        }
    }

    private Mapping read(String text) throws BadTable {
        Section table = new Section("the head", 1, OF_TABLE);
        List<Section> figures = new ArrayList<>();
        Section now = table;
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = (number == 1 ? raw.replaceFirst("^\\ufeff", "") : raw).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (line.equals("[figure]")) {
                now = new Section("the figure of line " + number, number, OF_FIGURE);
                figures.add(now);
            } else if (equals < 1) {
                throw bad(number, "write \"key = value\" or \"[figure]\"");
            } else {
                now.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip(), number);
            }
        }
        if (figures.isEmpty()) {
            throw bad(number, "no [figure] says which column holds values");
        }
        return mapping(table, figures);
    }

    private Mapping mapping(Section table, List<Section> figures) throws BadTable {
        Entry name = table.need("name");
        if (!NAME.matcher(name.text).matches()) {
            throw bad(name.line, "a name has lower-case letters of ASCII, digits and hyphens: not " + name.text);
        }
        List<Mapping.Figure> read = new ArrayList<>();
        for (Section figure : figures) {
            read.add(figure(figure));
        }
        Entry region = table.need("region");
        int as = region.text.lastIndexOf(" as ");
        Optional<RegionCodes> codes = as < 0 ? Optional.empty() : RegionCodes.of(region.text.substring(as + 4));
        if (codes.isEmpty()) {
            throw bad(region.line, "say how regions are identified: \"column HEADER as GB/T 2260\", \"... as name\", "
                    + "\"... as name of provinces\" (prefectures, counties, zones) or \"... as ISO 3166-2\"");
        }
        Part place = part(new Entry(region.text.substring(0, as).strip(), region.line), "region");
        Part period = part(table.need("period"), "period");
        if (place instanceof Part.Header) {
            throw bad(region.line, "a region is in a column or a constant");
        }
        return new Mapping(name.text, source(table), layout(table), place, codes.get(), period, read);
    }

    private Mapping.Figure figure(Section figure) throws BadTable {
        Part indicator = part(figure.need("indicator"), "indicator");
        Entry stated = figure.need("transformation");
        Part transformation = part(stated, "transformation");
        if (transformation instanceof Part.Constant constant && Transformation.of(constant.text()).isEmpty()) {
            throw bad(stated.line, "a transformation is N (level), GY (growth over a year), G1 (growth over the period "
                    + "before), GAVG (mean growth a year) or DIFF: not " + constant.text());
        }
        Entry where = figure.need("value");
        Part value = where.text.startsWith("columns ")
                ? new Part.Columns(where.text.substring("columns ".length()).strip())
                : part(where, "value");
        if (!(value instanceof Part.Column || value instanceof Part.Columns)) {
            throw bad(where.line, "a value is in a column: \"column HEADER\" or \"columns PATTERN\"");
        }
        return new Mapping.Figure(indicator, transformation, value, part(figure.need("unit"), "unit"));
    }

    private Part part(Entry entry, String key) throws BadTable {
        if (entry.text.equals("header")) {
            return new Part.Header();
        }
        if (entry.text.startsWith("column ")) {
            return new Part.Column(entry.text.substring("column ".length()).strip());
        }
        if (entry.text.startsWith("constant ")) {
            return new Part.Constant(entry.text.substring("constant ".length()).strip());
        }
        throw bad(entry.line, "write \"" + key + " = column HEADER\", \"" + key + " = constant TEXT\" or \"" + key
                + " = header\"");
    }

    private Mapping.Source source(Section table) throws BadTable {
        Optional<Entry> address = table.get("source");
        if (address.isPresent() && !ADDRESS.matcher(address.get().text).matches()) {
            throw bad(address.get().line, "a source is an http or https address: not " + address.get().text);
        }
        Optional<Entry> issued = table.get("issued");
        if (issued.isPresent() && !ISSUED.matcher(issued.get().text).matches()) {
            throw bad(issued.get().line, "write issued as 2020, 2020-09 or 2020-09-28: not " + issued.get().text);
        }
        if (issued.isPresent() && issued.get().text.length() == 10) {
            day(issued.get());
        }
        Optional<LocalDate> retrieved = table.get("retrieved").isPresent()
                ? Optional.of(day(table.need("retrieved")))
                : Optional.empty();
        return new Mapping.Source(words(table, "title"), words(table, "publisher"), address.map(Entry::text),
                words(table, "edition"), table.need("licence").text, retrieved, issued.map(Entry::text),
                table.get("note").isPresent() ? Optional.of(words(table, "note")) : Optional.empty());
    }

    private static Mapping.Words words(Section table, String key) throws BadTable {
        return new Mapping.Words(table.need(key).text, table.get(key + ".en").map(Entry::text));
    }

    private LocalDate day(Entry entry) throws BadTable {
        try {
            return LocalDate.parse(entry.text);
        } catch (DateTimeException e) {
            throw bad(entry.line, "write a day as 2020-09-28: not " + entry.text);
        }
    }

    private Mapping.Layout layout(Section table) throws BadTable {
        Optional<Charset> charset = Optional.empty();
        Optional<Entry> encoding = table.get("encoding");
        if (encoding.isPresent()) {
            charset = switch (encoding.get().text.toUpperCase(Locale.ROOT)) {
                case "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
                case "GB18030", "GBK", "GB2312" -> Optional.of(GB18030);
                default -> throw bad(encoding.get().line, "an encoding is UTF-8 or GB18030: not "
                        + encoding.get().text);
            };
        }
        char separator = ',';
        Optional<Entry> between = table.get("separator");
        if (between.isPresent()) {
            separator = switch (between.get().text) {
                case "comma", "," -> ',';
                case "semicolon", ";" -> ';';
                case "tab" -> '\t';
                default -> throw bad(between.get().line, "a separator is comma, semicolon or tab");
            };
        }
        int header = 1;
        Optional<Entry> row = table.get("header");
        if (row.isPresent()) {
            if (!row.get().text.matches("[1-9]\\d{0,3}")) {
                throw bad(row.get().line, "\"header\" is the number of the row with the headers, from 1");
            }
            header = Integer.parseInt(row.get().text);
        }
        List<String> notes = table.get("notes").map(entry -> List.of(entry.text.split("\\s+"))).orElse(NOTES);
        return new Mapping.Layout(charset, separator, header, notes);
    }

    private BadTable bad(int line, String what) {
        return new BadTable(file + ":" + line + ": " + what + ".");
    }
}
