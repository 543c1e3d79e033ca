package org.jingwei.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears whole or not at all: it is written beside its place under a temporary name and renamed by
 * {@link #commit}. Closed without that, it leaves nothing, and what was there before stays.
 */
final class OutputFile implements AutoCloseable {
    private final Path place;
    private final Path draft;
    private final TroubleStream out;
    private boolean open = true;

    /** @throws Trouble when the file cannot be written there */
    OutputFile(Path place) {
        this.place = place.toAbsolutePath();
        try {
            if (Files.isDirectory(this.place)) {
                throw new Trouble(Exit.CANNOT_CREATE, place + " is a folder. Name a file.");
            }
            Files.createDirectories(this.place.getParent());
            draft = this.place
                    .resolveSibling("." + this.place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            out = new TroubleStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16),
                    e -> new Trouble(Exit.IO, place + " takes no more: " + why(e), e));
        } catch (IOException e) {
            throw cannotCreate(place, e);
        }
    }

    /** What is written here is in the file once it is committed. */
    TroubleStream stream() {
        return out;
    }

    /** Puts the file in its place. */
    void commit() {
        try {
            out.close();
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            open = false;
        } catch (IOException e) {
            throw new Trouble(Exit.IO, place + " could not be written: " + why(e), e);
        }
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try (out) {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new Trouble(Exit.IO, draft + " could not be removed: " + why(e), e);
        }
    }

    static Trouble cannotCreate(Path place, IOException e) {
        return new Trouble(Exit.CANNOT_CREATE,
                place + " cannot be written: " + why(e) + ". Check that the folder exists and is yours to write.", e);
    }

    /** What an I/O failure says, for people: some say only a path. */
    static String why(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.FileAlreadyExistsException exists -> exists.getFile() + " is a file, not a folder";
            case java.nio.file.NoSuchFileException missing -> "no such file or folder";
            case java.nio.file.FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
