package org.jingwei.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup consists of, beside each other: {@code NAME.nq.gz}, the statements; {@code NAME-archive}, the files of
 * the store's archive; {@code NAME.nq.gz.sha256}, the hashes of all these as {@code sha256sum -c} reads them. The first
 * is put in its place last: where it is, the others are.
 */
record BackupFiles(Path statements, Path archive, Path hashes) {
    static final String ENDING = ".nq.gz";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");
    private static final int BUFFER = 1 << 16;

    /** @throws StoreException when the name does not end in {@code .nq.gz} */
    static BackupFiles of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        String name = whole.getFileName().toString();
        if (!name.endsWith(ENDING) || name.length() == ENDING.length()) {
            throw new StoreException("[" + file + "] is no name of a backup: it must end in " + ENDING + ".",
                    "Say " + file + ENDING + ".");
        }
        String stem = name.substring(0, name.length() - ENDING.length());
        return new BackupFiles(whole, whole.resolveSibling(stem + "-archive"),
                whole.resolveSibling(name + ".sha256"));
    }

    String name(String archived) {
        return archive.getFileName() + "/" + archived;
    }

    /** Hashes by the name below the folder of the backup, that of the statements first. */
    Map<String, String> stated() throws IOException {
        if (!Files.isRegularFile(hashes)) {
            throw new StoreException("[" + hashes + "] is missing: nothing tells whether the backup is whole.",
                    "Put the file that backup made beside it.");
        }
        Map<String, String> stated = new LinkedHashMap<>();
        for (String line : Files.readAllLines(hashes)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || !isOurs(matcher.group(2))) {
                throw new StoreException("[" + hashes + "] has a line that backup did not write.",
                        "Put the file that backup made beside the backup.");
            }
            stated.put(matcher.group(2), matcher.group(1));
        }
        if (!stated.containsKey(statements.getFileName().toString())) {
            throw new StoreException("[" + hashes + "] does not name " + statements.getFileName() + ".",
                    "A backup keeps the name that it was made with: give it that name again.");
        }
        return stated;
    }

    private boolean isOurs(String name) {
        return name.equals(statements.getFileName().toString())
                || name.startsWith(name("")) && Archive.isName(name.substring(name("").length()));
    }

    /** SHA-256 of a file in lower-case hexadecimal. */
    static String hash(Path file) throws IOException {
        var digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
