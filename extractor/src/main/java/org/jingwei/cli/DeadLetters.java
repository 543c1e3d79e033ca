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
    private int letters;

    /** @throws Trouble when the file cannot be written there */
    DeadLetters(Path place) {
        this.place = place;
        this.file = new OutputFile(place);
    }

    void add(DeadLetter letter) {
        letters++;
        file.stream().write(letter.json().getBytes(StandardCharsets.UTF_8));
    }

    /** How many pages were rejected. */
    int count() {
        return letters;
    }

    /** Puts what was collected in its place, also when the run ended early. */
    @Override
    public void close() {
        try (file) {
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
