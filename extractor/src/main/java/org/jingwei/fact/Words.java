package org.jingwei.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rule data from the class path: UTF-8 lines; empty lines and lines that start with # are comments. */
final class Words {
    private Words() {}

    static List<String> lines(String name) {
        try (InputStream in = Words.class.getResourceAsStream("/fact/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "fact/" + name + " is missing from the class path. Build again with `mvn package`.");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns separated by tabs; missing ones are empty. */
    static List<String[]> rows(String name, int columns) {
        return lines(name).stream().map(line -> {
            String[] row = new String[columns];
            String[] cells = line.split("\t", -1);
            for (int i = 0; i < columns; i++) {
                row[i] = i < cells.length ? cells[i].strip() : "";
            }
            return row;
        }).toList();
    }

    static List<String> alternatives(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
