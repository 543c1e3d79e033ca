package org.jingwei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A folder with one file for each page, named after it. */
final class OutputFolder {
    /** File systems end a name at 255 bytes; this leaves room for a number, an extension and a temporary name. */
    private static final int LONGEST = 180;

    private final Path folder;
    private final String extension;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @throws Trouble when the folder cannot be made or written */
    OutputFolder(Path folder, String extension) {
        this.folder = folder;
        this.extension = extension;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw OutputFile.cannotCreate(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw new Trouble(Exit.CANNOT_CREATE,
                    folder + " cannot be written: permission denied. Choose a folder that is yours to write.");
        }
    }

    /** Writes one page's file, whole or not at all. A name that this run has used before gets a number. */
    void write(String name, byte[] content) {
        try (var file = new OutputFile(folder.resolve(unique(fileName(name)) + "." + extension))) {
            file.stream().write(content);
            file.commit();
        }
    }

    /** Compared without case, so that the files are the same where a file system ignores it. */
    private String unique(String name) {
        String unique = name;
        while (!taken.add(unique.toLowerCase(Locale.ROOT))) {
            unique = name + "-" + numbers.merge(name.toLowerCase(Locale.ROOT), 1, (n, one) -> n + one).intValue();
        }
        return unique;
    }

    /** A name that is a file name on every system and stays inside the folder: an id may hold anything. */
    static String fileName(String name) {
        String plain = name.strip().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").replaceFirst("^\\.+", "_");
        var kept = new StringBuilder();
        int bytes = 0;
        for (int point : plain.codePoints().toArray()) {
            String character = Character.toString(point);
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                break;
            }
            kept.append(character);
        }
        return kept.isEmpty() ? "page" : kept.toString();
    }
}
