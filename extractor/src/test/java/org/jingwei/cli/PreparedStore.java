package org.jingwei.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.Edition;
import org.jingwei.store.KnowledgeStore;

/** A store with vocabulary and gazetteer and nothing else, written once and then copied: writing it takes seconds. */
final class PreparedStore {
    private final Path original;

    private PreparedStore(Path original) {
        this.original = original;
    }

    /** Made for the first test that asks. */
    private static final class Shared {
        private static final PreparedStore STORE = made();

        private static PreparedStore made() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "prepared");
                return in(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes {@code to}, which does not exist, a store with vocabulary, gazetteer and their search. */
    static void ready(Path to) throws IOException {
        Shared.STORE.copy(to);
    }

    /** @param folder where the original lies as long as copies are wanted */
    static PreparedStore in(Path folder) {
        Path original = folder.resolve("prepared");
        try (var store = KnowledgeStore.open(original)) {
            store.loadReference(Edition.current(), () -> ReferenceGraphs.vocabulary(Iris.standard()),
                    () -> ReferenceGraphs.gazetteer(Iris.standard()));
            store.search();
        }
        return new PreparedStore(original);
    }

    /** @param to does not exist yet */
    void copy(Path to) throws IOException {
        copy(original, to);
    }

    /** A store that is not open, file by file. */
    static void copy(Path original, Path to) throws IOException {
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
