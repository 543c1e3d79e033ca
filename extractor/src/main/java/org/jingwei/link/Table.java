package org.jingwei.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the gazetteer's tables: a header row, then comma-separated cells; no cell holds a comma or a quote. */
record Table(String name, List<Map<String, String>> rows) {

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
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                if (cells.length != header.length) {
                    throw new IllegalStateException("[" + resource + ", line " + (i + 1) + "] has " + cells.length
                            + " cells, the header has " + header.length + ". Correct the line.");
                }
                Map<String, String> row = new HashMap<>();
                for (int c = 0; c < header.length; c++) {
                    row.put(header[c], cells[c]);
                }
                rows.add(row);
            }
            return new Table(name, List.copyOf(rows));
        } catch (IOException e) {
            throw new IllegalStateException("[" + resource + "] cannot be read. Build the program again.", e);
        }
    }

    static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
