package org.jingwei.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jingwei.source.Json;

/** Gold facts and extracted facts as they lie in folders: one JSON file an article, the same base name in both. */
public final class GoldFolder {
    private GoldFolder() {}

    /**
     * Pairs in order of file name. A gold file that says {@code skip} is passed over; a gold file without a
     * prediction is a pair with an empty one.
     *
     * @throws IOException when a folder has no gold or a file cannot be read; the message names it
     */
    public static List<Pair> pairs(Path gold, Path predicted) throws IOException {
        List<Path> files;
        try (var listing = Files.list(gold)) {
            files = listing.filter(file -> name(file).endsWith(".json")).sorted().toList();
        }
        var pairs = new ArrayList<Pair>();
        for (Path file : files) {
            Map<String, Object> facts = read(file);
            if (!facts.containsKey("skip")) {
                Path answer = predicted.resolve(name(file));
                String article = name(file).substring(0, name(file).length() - ".json".length());
                pairs.add(new Pair(article, facts, Files.exists(answer) ? read(answer) : Map.of()));
            }
        }
        if (pairs.isEmpty()) {
            throw new NoSuchFileException(gold.toString(), null,
                    "no gold files in it; expected one NAME.json an article");
        }
        return pairs;
    }

    /** The flat facts of one file. */
    @SuppressWarnings("unchecked") // JSON objects have text keys
    public static Map<String, Object> read(Path file) throws IOException {
        try {
            if (Json.read(Files.readString(file)) instanceof Map<?, ?> facts) {
                return (Map<String, Object>) facts;
            }
        } catch (Json.Malformed e) {
            throw new IOException(file + " is not JSON: " + e.getMessage(), e);
        }
        throw new IOException(file + " does not hold facts: a JSON object was expected");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
