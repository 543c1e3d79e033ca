package org.jingwei.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.KnowledgeStore;

/** A store with vocabulary and gazetteer and nothing else, written once and then copied: writing it takes seconds. */
final class PreparedStore {
    private final Path original;

    private PreparedStore(Path original) {
        this.original = original;
    }

    /** @param folder where the original lies as long as copies are wanted */
    static PreparedStore in(Path folder) {
        Path original = folder.resolve("prepared");
        try (var store = KnowledgeStore.open(original)) {
            store.loadReference(ReferenceGraphs.vocabulary(Iris.standard()),
                    ReferenceGraphs.gazetteer(Iris.standard()));
        }
        return new PreparedStore(original);
    }

    /** @param to does not exist yet */
    void copy(Path to) throws IOException {
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(original.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(original.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
