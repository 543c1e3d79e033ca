package org.jingwei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with one file for each page, named after it. */
final class OutputFolder {
    private final Path folder;
    private final String extension;

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

    /** Writes one page's file, whole or not at all. {@code name} is that of its {@code RawPage}: safe, and unique. */
    void write(String name, byte[] content) {
        try (var file = new OutputFile(folder.resolve(name + "." + extension))) {
            file.stream().write(content);
            file.commit();
        }
    }
}
