package org.jingwei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pages of one run that gave nothing, as JSON Lines. The file appears whole at the end of the run and takes the
 * place of an earlier run's; a run without such pages removes it.
 */
final class DeadLetters implements AutoCloseable {
    private final Path place;
    private final OutputFile file;
    private final boolean onlyWhole;
    private int letters;
    private boolean done;

    /** @throws Trouble when the file cannot be written there */
    DeadLetters(Path place) {
        this(place, false);
    }

    /** Those of a run that works off an earlier run's, which stay when it ends before {@link #done}. */
    static DeadLetters inPlaceOfEarlier(Path place) {
        return new DeadLetters(place, true);
    }

    private DeadLetters(Path place, boolean onlyWhole) {
        this.place = place;
        this.onlyWhole = onlyWhole;
        this.file = new OutputFile(place);
    }

    /** Where those of a store are listed unless the user says otherwise: beside it, {@code end} behind its name. */
    static Path beside(Path store, String end) {
        Path directory = store.toAbsolutePath().normalize();
        return directory.resolveSibling(directory.getFileName() + end + ".jsonl");
    }

    void add(DeadLetter letter) {
        letters++;
        file.stream().write(letter.json().getBytes(StandardCharsets.UTF_8));
    }

    /** There will be no more. */
    void done() {
        done = true;
    }

    /** How many pages were rejected. */
    int count() {
        return letters;
    }

    /** Puts what was collected in its place, also when the run ended early. */
    @Override
    public void close() {
        try (file) {
            if (onlyWhole && !done) {
                return;
            }
            if (letters > 0) {
                file.commit();
            } else {
                Files.deleteIfExists(place);
            }
        } catch (IOException e) {
            throw new Trouble(Exit.IO, place + " could not be removed: " + OutputFile.why(e), e);
        }
    }
}
