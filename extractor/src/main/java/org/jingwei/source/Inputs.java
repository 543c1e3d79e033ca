package org.jingwei.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Opens what a user names: files, folders, {@code -} for standard input, JSON Lines. Nothing is opened before it is
 * asked for, and one page is held at a time.
 */
public final class Inputs {
    /** Larger pages are not articles. */
    static final int MOST_BYTES = 50 * 1024 * 1024;
    static final String MOST_TEXT = "50 MB";

    private static final Set<String> MARKUP = Set.of("html", "htm", "xhtml", "shtml");
    private static final Set<String> LINES = Set.of("jsonl", "ndjson");

    private Inputs() {}

    /**
     * The pages of all inputs, in their order. A folder gives its {@code .txt .html .htm .xhtml .shtml .jsonl} files
     * and those of its folders, sorted by name, hidden ones left out; a named file is always taken. Standard input is
     * JSON Lines when its first character is a brace, one page otherwise.
     *
     * @param inputs paths, or {@code -}
     * @param stdin  read when an input is {@code -}; not closed
     * @return sequential; close it, or read it to the end, to release open files
     */
    public static Stream<Arrival> open(List<String> inputs, InputStream stdin) {
        var walk = new Walk(inputs, stdin);
        return StreamSupport
                .stream(Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(walk::close);
    }

    static boolean startsWithUtf8Mark(byte[] bytes) {
        return bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
    }

    /** What went wrong, in words; the path is said elsewhere. */
    static String cause(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "no permission to read it";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static final class Walk implements Iterator<Arrival> {
        private final Iterator<String> inputs;
        private final InputStream stdin;
        private final PageName names = new PageName();
        /** Folders being walked: what is left of each, the innermost first. */
        private final Deque<Folder> folders = new ArrayDeque<>();
        private JsonLines lines;
        private Arrival next;

        Walk(List<String> inputs, InputStream stdin) {
            this.inputs = List.copyOf(inputs).iterator();
            this.stdin = stdin;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                if (lines != null) {
                    if (lines.hasNext()) {
                        next = lines.next();
                    } else {
                        lines.close();
                        lines = null;
                    }
                } else if (!folders.isEmpty()) {
                    next = step(folders.peek());
                } else if (inputs.hasNext()) {
                    next = input(inputs.next());
                } else {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Arrival next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Arrival arrival = next;
            next = null;
            return arrival;
        }

        void close() {
            if (lines != null) {
                lines.close();
                lines = null;
            }
        }

        /** The arrival that this input is, {@code null} when it has to be walked first. */
        private Arrival input(String input) {
            if (input.equals("-")) {
                return standardInput();
            }
            if (input.matches("(?i)https?://.*")) {
                return new Arrival.Unreadable(input, "web addresses are not fetched",
                        "Save the page to a file and name the file.");
            }
            Path path;
            try {
                path = Path.of(input);
            } catch (InvalidPathException e) {
                return new Arrival.Unreadable(input, "not a path: " + e.getReason(), "Check the spelling.");
            }
            if (!Files.exists(path)) {
                return new Arrival.Unreadable(input, "there is no such file or folder",
                        "Check the spelling and the folder that the command runs in.");
            }
            return Files.isDirectory(path) ? enter(path, true) : file(path);
        }

        private Arrival standardInput() {
            var in = new BufferedInputStream(stdin);
            try {
                in.mark(64);
                int first = in.read();
                for (int i = 0; i < 60 && (first <= ' ' && first >= 0 || first == 0xef || first == 0xbb
                        || first == 0xbf); i++) {
                    first = in.read();
                }
                in.reset();
                if (first == '{') {
                    lines = new JsonLines("-", "stdin", names, in);
                    return null;
                }
                return page("-", "stdin", RawPage.Kind.UNKNOWN, in);
            } catch (IOException e) {
                return new Arrival.Unreadable("-", "standard input: " + cause(e), "Check what feeds it.");
            }
        }

        /** Puts the folder on top of the walk; the trouble when it cannot be listed. */
        private Arrival enter(Path folder, boolean named) {
            var entries = new ArrayList<Path>();
            try (var listing = Files.newDirectoryStream(folder)) {
                Path real = folder.toRealPath();
                if (folders.stream().anyMatch(outer -> outer.real.equals(real))) {
                    return null; // a link back up
                }
                for (Path entry : listing) {
                    if (!entry.getFileName().toString().startsWith(".")) {
                        entries.add(entry);
                    }
                }
                entries.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
                folders.push(new Folder(folder, real, named, entries.iterator()));
                return null;
            } catch (DirectoryIteratorException e) {
                return new Arrival.Unreadable(folder.toString(), "cannot list the folder: " + cause(e.getCause()),
                        "Check the disk.");
            } catch (IOException e) {
                return new Arrival.Unreadable(folder.toString(), "cannot list the folder: " + cause(e),
                        "Check its permissions.");
            }
        }

        private Arrival step(Folder folder) {
            if (!folder.entries.hasNext()) {
                folders.pop();
                if (folder.pages > 0 && !folders.isEmpty()) {
                    folders.peek().pages += folder.pages;
                }
                return folder.named && folder.pages == 0
                        ? new Arrival.Unreadable(folder.path.toString(), "the folder holds no pages",
                                "Pages in folders end in .txt, .html, .htm, .xhtml, .shtml or .jsonl; "
                                        + "name other files one by one.")
                        : null;
            }
            Path entry = folder.entries.next();
            if (Files.isDirectory(entry)) {
                return enter(entry, false);
            }
            String extension = extension(entry);
            if (extension.equals("txt") || extension.equals("jsonl") || MARKUP.contains(extension)) {
                folder.pages++;
                return file(entry);
            }
            return null;
        }

        private Arrival file(Path file) {
            String base = PageName.base(file.getFileName().toString());
            String extension = extension(file);
            try {
                if (LINES.contains(extension)) {
                    lines = new JsonLines(file.toString(), base, names,
                            new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                    return null;
                }
                var kind = MARKUP.contains(extension)
                        ? RawPage.Kind.HTML
                        : extension.equals("txt") ? RawPage.Kind.TEXT : RawPage.Kind.UNKNOWN;
                try (var in = Files.newInputStream(file)) {
                    return page(file.toString(), base, kind, in);
                }
            } catch (IOException e) {
                return new Arrival.Unreadable(file.toString(), "cannot read it: " + cause(e),
                        "Check that it is a file and may be read.");
            }
        }

        private Arrival page(String location, String name, RawPage.Kind kind, InputStream in) throws IOException {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                return new Arrival.Unreadable(location, "larger than " + MOST_TEXT,
                        "Give the article's own page; archives and feeds go in as JSON Lines, one object a line.");
            }
            return new Arrival.Page(new RawPage(names.unique(name), location, kind, content, RawPage.sha256(content),
                    RawPage.Stated.NOTHING));
        }
    }

    private static final class Folder {
        private final Path path;
        private final Path real;
        private final boolean named;
        private final Iterator<Path> entries;
        private int pages;

        Folder(Path path, Path real, boolean named, Iterator<Path> entries) {
            this.path = path;
            this.real = real;
            this.named = named;
            this.entries = entries;
        }
    }
}
