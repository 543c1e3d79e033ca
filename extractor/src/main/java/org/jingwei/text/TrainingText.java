package org.jingwei.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.source.RawPage;

/**
 * The sentences that the tagger learns from: text files in UTF-8, one sentence a line, a blank line between documents,
 * {@code #} in front of remarks.
 *
 * @param documents   in the order of files by name and lines; none is empty
 * @param fingerprint SHA-256 of all sentences with their marks; remarks and blank lines do not count
 */
public record TrainingText(List<List<MarkedSentence>> documents, String fingerprint) {
    /** What two lines may differ in and still be the same sentence. */
    private static final Pattern NOT_SAID = Pattern.compile("[\\s\\p{P}\\p{S}]");

    public TrainingText {
        documents = List.copyOf(documents);
    }

    /** All sentences, in order. */
    public List<MarkedSentence> sentences() {
        return documents.stream().flatMap(List::stream).toList();
    }

    /**
     * Reads every {@code .txt} file of a folder.
     *
     * @throws IllegalArgumentException when lines break the format or say the same twice; the message names file and
     *                                  line of each
     * @throws IOException              when a file cannot be read
     */
    public static TrainingText read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        List<List<MarkedSentence>> documents = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        Map<String, String> seen = new LinkedHashMap<>();
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            List<MarkedSentence> document = new ArrayList<>();
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                String where = file.getFileName() + ":" + (i + 1);
                if (line.isEmpty()) {
                    document = close(document, documents);
                } else if (!line.startsWith("#")) {
                    try {
                        MarkedSentence sentence = MarkedSentence.parse(line);
                        String before = seen.putIfAbsent(NOT_SAID.matcher(sentence.text()).replaceAll(""), where);
                        if (before != null) {
                            troubles.add(where + ": the same sentence as " + before);
                        }
                        document.add(sentence);
                        all.append(line).append('\n');
                    } catch (IllegalArgumentException e) {
                        troubles.add(where + ": " + e.getMessage());
                    }
                }
            }
            close(document, documents);
        }
        if (!troubles.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", troubles));
        }
        return new TrainingText(documents, RawPage.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<MarkedSentence> close(List<MarkedSentence> document, List<List<MarkedSentence>> documents) {
        if (!document.isEmpty()) {
            documents.add(List.copyOf(document));
        }
        return new ArrayList<>();
    }
}
