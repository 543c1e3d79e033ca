package org.jingwei.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Word lists of this package: words separated by white space, lines that start with # are remarks. */
final class WordList {
    private WordList() {}

    static Set<String> read(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "[" + resource + "] is missing from the program's own files. Build it again.");
            }
            Set<String> words = new LinkedHashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(line.strip().split("\\s+"))));
            words.remove("");
            return words;
        } catch (IOException e) {
            throw new IllegalStateException("[" + resource + "] cannot be read. Build the program again.", e);
        }
    }
}
