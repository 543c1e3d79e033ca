package org.jingwei.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the gazetteer's tables: a header row, then comma-separated cells; no cell holds a comma or a quote. */
record Table(String name, List<Row> rows) {

    /** A row; cells by the names of their columns. */
    static final class Row {
        private final Map<String, Integer> columns;
        private final String[] cells;

        private Row(Map<String, Integer> columns, String[] cells) {
            this.columns = columns;
            this.cells = cells;
        }

        /** The cell, empty when nothing is known. */
        String get(String column) {
            return cells[columns.get(column)];
        }

        /** The values of a cell that holds several. */
        List<String> list(String column) {
            String cell = get(column);
            if (cell.isEmpty()) {
                return List.of();
            }
            return cell.indexOf('|') < 0 ? List.of(cell) : List.of(cell.split("\\|"));
        }

        /** The number in a cell; {@code none} when it is empty. */
        int number(String column, int none) {
            String cell = get(column);
            return cell.isEmpty() ? none : Integer.parseInt(cell);
        }
    }

    /** @throws IllegalStateException when the table is missing or a row has not as many cells as the header */
    static Table read(String name) {
        String resource = "/ontology/gazetteer/" + name;
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("[" + resource
                        + "] is missing. Build again from a whole checkout: the folder ontology/gazetteer goes into the jar.");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String[] header = lines.get(0).split(",", -1);
            Map<String, Integer> columns = new HashMap<>();
            for (int c = 0; c < header.length; c++) {
                columns.put(header[c], c);
            }
            List<Row> rows = new ArrayList<>(lines.size());
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                if (cells.length != header.length) {
                    throw new IllegalStateException("[" + resource + ", line " + (i + 1) + "] has " + cells.length
                            + " cells, the header has " + header.length + ". Correct the line.");
                }
                rows.add(new Row(columns, cells));
            }
            return new Table(name, List.copyOf(rows));
        } catch (IOException e) {
            throw new IllegalStateException("[" + resource + "] cannot be read. Build the program again.", e);
        }
    }
}
