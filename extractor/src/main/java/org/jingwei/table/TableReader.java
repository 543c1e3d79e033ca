package org.jingwei.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingwei.link.IndicatorNames;
import org.jingwei.link.Link;
import org.jingwei.link.Regions;

/**
 * Reads a table of official statistics by its mapping. A figure is placed when its place, period, indicator,
 * transformation, unit and value are all certain; else it is unplaced, with the reason. Nothing is guessed. Two values
 * of one figure place neither. Thread-safe; the same file gives the same reading.
 */
public final class TableReader {
    private static final int HEADERS_SHOWN = 40;
    /** The last brackets of a header. */
    private static final Pattern BRACKETS = Pattern.compile("[(（]([^()（）]+)[)）]\\s*$");

    private final Regions regions;
    private final IndicatorNames indicators;
    private final Periods periods = new Periods();
    private final Cells cells = new Cells();

    public TableReader(Regions regions, IndicatorNames indicators) {
        this.regions = regions;
        this.indicators = indicators;
    }

    /**
     * @param file its name, for messages
     * @throws BadTable when nothing of it can be read, or it lacks a column that the mapping names
     */
    public Reading read(String file, byte[] bytes, Mapping mapping) throws BadTable {
        Rows rows = Rows.read(file, bytes, mapping.layout());
        Work work = new Work(file, mapping, rows);
        for (Mapping.Figure figure : mapping.figures()) {
            work.prepare(figure);
        }
        rows.rows().forEach(work::row);
        return work.reading();
    }

    /** What a figure is of. Two with the same must not differ in value. */
    private record Key(String place, String period, String indicator, Transformation transformation) {
        static Key of(Figure.Placed figure) {
            return new Key(figure.place().id() + " " + figure.place().label(), figure.period(), figure.indicator(),
                    figure.transformation());
        }
    }

    /** Stops the reading of one figure. */
    private static final class NotCertain extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;
        private final String remedy;

        NotCertain(String text, String why, String remedy) {
            super(why, null, false, false);
            this.text = text;
            this.remedy = remedy;
        }
    }

    /** One column of values of one figure. */
    private record Column(Mapping.Figure figure, int number) {}

    /** One table being read. */
    private final class Work {
        private final String file;
        private final Mapping mapping;
        private final Rows rows;
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final List<Column> values = new ArrayList<>();
        private final List<Figure.Placed> placed = new ArrayList<>();
        private final List<Figure.Unplaced> unplaced = new ArrayList<>();
        private int missing;

        Work(String file, Mapping mapping, Rows rows) throws BadTable {
            this.file = file;
            this.mapping = mapping;
            this.rows = rows;
            for (int i = 0; i < rows.headers().size(); i++) {
                columns.put(rows.headers().get(i), i);
            }
            require(mapping.region());
            require(mapping.period());
        }

        private void require(Part part) throws BadTable {
            if (part instanceof Part.Column column && !columns.containsKey(column.header())) {
                throw new BadTable(
                        file + " has no column \"" + column.header() + "\", which the mapping names. It has: "
                                + rows.headers().stream().filter(header -> !header.isEmpty()).limit(HEADERS_SHOWN)
                                        .collect(Collectors.joining(", "))
                                + ". Correct the mapping, or its \"header\" if the headers stand in another row.");
            }
        }

        void prepare(Mapping.Figure figure) throws BadTable {
            require(figure.indicator());
            require(figure.transformation());
            require(figure.unit());
            require(figure.value());
            List<String> headers = switch (figure.value()) {
                case Part.Column column -> List.of(column.header());
                case Part.Columns several -> several.in(rows.headers());
                case Part.Constant constant -> List.of();
                case Part.Header header -> List.of();
            };
            if (headers.isEmpty()) {
                throw new BadTable(file + " has no column that fits the mapping's value, " + figure.value()
                        + ". Correct the mapping.");
            }
            headers.forEach(header -> values.add(new Column(figure, columns.get(header))));
        }

        void row(Rows.Row row) {
            for (Column column : values) {
                String header = rows.headers().get(column.number);
                try {
                    figure(row, column, header);
                } catch (NotCertain e) {
                    unplaced.add(new Figure.Unplaced(row.line(), header, e.text, e.getMessage(), e.remedy));
                }
            }
        }

        private void figure(Rows.Row row, Column column, String header) throws NotCertain {
            if (row.cells().stream().skip(rows.headers().size()).anyMatch(cell -> !cell.isBlank())) {
                throw new NotCertain(String.join(",", row.cells()),
                        "the row has " + row.cells().size() + " cells and the table " + rows.headers().size()
                                + " headers, so that its cells may be shifted",
                        "Put a value that holds a comma, such as 13,597.1, into quotation marks.");
            }
            String text = row.cell(column.number).orElseThrow(() -> new NotCertain("",
                    "the row has " + row.cells().size() + " cells and ends before this column",
                    "Fill the row up; leave a cell without a number blank.")).strip();
            String unit = text(column.figure.unit(), row, header, true);
            Transformation transformation = transformation(text(column.figure.transformation(), row, header, false));
            Cell cell = cells.read(text, unit, transformation);
            switch (cell) {
                case Cell.Missing none -> missing++;
                case Cell.Unread unread -> throw new NotCertain(text, unread.why(), unread.remedy());
                case Cell.Number number -> {
                    String written = text(mapping.period(), row, header, false);
                    String period = periods.notation(written).orElseThrow(() -> new NotCertain(written,
                            "\"" + written + "\" is no period, or not stated in full",
                            "Write 2019, 2019-Q1, 2019-07, 2019年1-9月 or the like."));
                    String place = text(mapping.region(), row, header, false);
                    String indicator = text(column.figure.indicator(), row, header, false);
                    String code = code(indicator).orElseThrow(() -> new NotCertain(indicator,
                            "no indicator of the code list is called \"" + indicator + "\"",
                            "Use a name or code of ontology/codes/indicator.ttl, or add the indicator there."));
                    placed.add(new Figure.Placed(row.line(), header, place(place, Periods.year(period)), place, period,
                            code, indicator, transformation, number.value(), number.unit(), unit, number.stated(),
                            text, number.lastPlace(), number.derived()));
                }
            }
        }

        /** Of 常住人口(万人), too; what stands in brackets and is no unit belongs to the name: 进出口总额(出口). */
        private Optional<String> code(String indicator) {
            Optional<String> whole = indicators.code(indicator);
            Matcher brackets = BRACKETS.matcher(indicator);
            return whole.isPresent() || !brackets.find() || !cells.isUnit(brackets.group(1).strip())
                    ? whole
                    : indicators.code(indicator.substring(0, brackets.start()));
        }

        private String text(Part part, Rows.Row row, String header, boolean isUnit) throws NotCertain {
            String text = switch (part) {
                case Part.Constant constant -> constant.text();
                case Part.Header own -> isUnit ? unitOf(header) : header;
                case Part.Column column -> row.cell(columns.get(column.header())).orElse("").strip();
                case Part.Columns several -> throw new IllegalStateException("only values stand in several columns");
            };
            if (text.isEmpty()) {
                throw new NotCertain("", "a cell that the figure needs is empty, or its header names no unit: " + part,
                        "Fill it in.");
            }
            return text;
        }

        /** What stands in the last brackets of a header; empty where it has none. */
        private static String unitOf(String header) {
            Matcher brackets = BRACKETS.matcher(header);
            return brackets.find() ? brackets.group(1).strip() : "";
        }

        private Transformation transformation(String code) throws NotCertain {
            return Transformation.of(code).orElseThrow(() -> new NotCertain(code,
                    "\"" + code + "\" is no transformation", "Write N, GY, G1, GAVG or DIFF."));
        }

        private NotCertain unknown(String written) {
            return new NotCertain(written,
                    "no place is known with the " + mapping.codes().written() + " \"" + written + "\"",
                    "Correct it, or add the place to ontology/gazetteer.");
        }

        private Link.Thing place(String written, int year) throws NotCertain {
            Link link = switch (mapping.codes()) {
                case GBT2260 -> regions.byCode(written, year);
                case ISO3166 -> regions.byIso(written);
                case NAME, NAME_OF_PROVINCE, NAME_OF_PREFECTURE, NAME_OF_COUNTY, NAME_OF_ZONE ->
                    regions.byName(written, mapping.codes().level(), year);
            };
            return switch (link) {
                case Link.Linked linked -> linked.thing();
                case Link.Within smaller -> throw unknown(written);
                case Link.Unlinked unlinked -> throw unknown(written);
                case Link.Ambiguous several -> throw new NotCertain(written,
                        "\"" + written + "\" may be " + several.candidates().stream()
                                .map(c -> c.thing().label() + " (" + c.thing().id() + ")")
                                .collect(Collectors.joining(" or ")),
                        "Say in the mapping what the table is of (as name of provinces, prefectures, counties or zones), identify"
                                + " regions by GB/T 2260 code, or write in front of the name what the place lies in.");
            };
        }

        Reading reading() {
            Map<Key, List<Figure.Placed>> byKey = new LinkedHashMap<>();
            placed.forEach(figure -> byKey.computeIfAbsent(Key.of(figure), key -> new ArrayList<>()).add(figure));
            List<Figure.Placed> certain = new ArrayList<>();
            int repeated = 0;
            for (List<Figure.Placed> same : byKey.values()) {
                Set<String> said = same.stream().map(f -> f.value().stripTrailingZeros().toPlainString() + f.unit())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (said.size() == 1) {
                    certain.add(same.getFirst());
                    repeated += same.size() - 1;
                } else {
                    same.forEach(figure -> unplaced.add(contradicted(figure, same)));
                }
            }
            certain.sort(Comparator.comparingLong(Figure.Placed::line));
            unplaced.sort(Comparator.comparingLong(Figure.Unplaced::line));
            return new Reading(rows.rows().size(), rows.notes(), missing, repeated, certain, unplaced);
        }

        private Figure.Unplaced contradicted(Figure.Placed figure, List<Figure.Placed> same) {
            Optional<Figure.Placed> other = same.stream().filter(f -> f != figure)
                    .filter(f -> f.value().compareTo(figure.value()) != 0 || !f.unit().equals(figure.unit()))
                    .findFirst();
            return new Figure.Unplaced(figure.line(), figure.column(), figure.text(),
                    "line " + other.map(Figure.Placed::line).orElse(figure.line()) + " gives \""
                            + other.map(Figure.Placed::text).orElse("")
                            + "\" for the same place, period, indicator and "
                            + "transformation",
                    "Keep the one that is right.");
        }
    }
}
