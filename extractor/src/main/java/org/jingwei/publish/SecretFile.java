package org.jingwei.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A file that only the one who runs the server may read and change. */
final class SecretFile {
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private SecretFile() {}

    /** Its lines, in UTF-8. @throws PublishException when it is not there or others may open it */
    static List<String> lines(Path file) {
        check(file);
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** @throws PublishException when it is not there or others may open it */
    static void check(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(file, null);
        }
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new PublishException("[" + file + "] may be opened by others than its owner.",
                        "Run chmod 600 " + file + " and make sure nobody has read it.");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PublishException unreadable(Path file, IOException cause) {
        return new PublishException("[" + file + "] cannot be read.", "Give a file that the server's user may read.",
                cause);
    }
}
