package org.jingwei.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one process to use a store directory; the operating system takes it back when the process dies. */
final class Ownership implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String OWNER = "owner";

    /**
     * Directories this process owns. The lock belongs to the process, not to the channel: on POSIX systems closing
     * any other channel on the lock file gives the lock up, so the file must not even be opened a second time.
     */
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private final FileLock lock;

    private Ownership(Path directory, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.channel = channel;
        this.lock = lock;
    }

    static Ownership take(Path directory) {
        Path real = real(directory);
        if (!OWNED.add(real)) {
            throw taken(directory, " by this process");
        }
        FileChannel channel = null;
        boolean owned = false;
        try {
            channel = FileChannel.open(real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(directory, " by process " + owner(real));
            }
            sign(real);
            owned = true;
            return new Ownership(real, channel, lock);
        } catch (IOException e) {
            throw unlockable(directory, e);
        } finally {
            if (!owned) {
                close(channel);
                OWNED.remove(real);
            }
        }
    }

    /** For the message to others alone: a full disk must not keep a store from being read. */
    private static void sign(Path directory) {
        try {
            Files.writeString(directory.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            // The lock counts; who is refused is told "(unknown)" or nothing.
        }
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw unlockable(directory, e);
        }
    }

    private static StoreException unlockable(Path directory, IOException e) {
        return new StoreException("[" + directory + "] cannot be locked: " + e.getMessage(),
                "Give a directory on a local disk that you may write to.", e);
    }

    private static StoreException taken(Path directory, String by) {
        return new StoreException("[" + directory + "] is in use" + by + ".",
                "A store has one user at a time: stop the other one (a running `serve`, perhaps), or use another directory.");
    }

    private static String owner(Path directory) {
        try {
            return Files.readString(directory.resolve(OWNER), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "(unknown)";
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was written through it.
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException e) {
            // Closing the channel releases it too.
        }
        close(channel);
        OWNED.remove(directory);
    }
}
