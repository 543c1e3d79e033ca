package org.jingwei.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Opens what a user names: files, folders, wildcards, {@code -} for standard input, JSON Lines, WARC archives, web
 * addresses. Nothing is opened before it is asked for, and one page is held at a time. The network is used only for
 * inputs that start with {@code http://} or {@code https://}.
 */
public final class Inputs {
    /** Larger pages are not articles. */
    static final int MOST_BYTES = 50 * 1024 * 1024;
    static final String MOST_TEXT = "50 MB";

    private static final Set<String> MARKUP = Set.of("html", "htm", "xhtml", "shtml");
    private static final Set<String> LINES = Set.of("jsonl", "ndjson");

    private Inputs() {}

    /**
     * As {@link #open(List, InputStream, InputOptions)} with {@link InputOptions#DEFAULTS}.
     */
    public static Stream<Arrival> open(List<String> inputs, InputStream stdin) {
        return open(inputs, stdin, InputOptions.DEFAULTS);
    }

    /**
     * The pages of all inputs, in their order. A folder gives its {@code .txt .html .htm .xhtml .shtml .jsonl .ndjson
     * .warc .warc.gz} files and those of its folders, sorted by name, hidden ones left out; a named file is always
     * taken; a wildcard gives the files that match, whatever they are called, in the order of the folder that they are
     * in. Standard input is JSON Lines when its first character is a brace, a WARC archive when it starts as one or is
     * compressed with gzip, one page otherwise.
     *
     * @param inputs paths, wildcards such as {@code dir/*.html} ({@link Glob}), web addresses, or {@code -}
     * @param stdin  read when an input is {@code -}; not closed
     * @return sequential; close it, or read it to the end, to release open files
     */
    public static Stream<Arrival> open(List<String> inputs, InputStream stdin, InputOptions options) {
        return open(inputs, stdin, options, Network.SYSTEM);
    }

    static Stream<Arrival> open(List<String> inputs, InputStream stdin, InputOptions options, Network network) {
        var walk = new Walk(inputs, stdin, options, network);
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

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.warc(\\.gz)?");
    }

    private static final class Walk implements Iterator<Arrival> {
        private final Iterator<String> inputs;
        private final InputStream stdin;
        private final PageName names = new PageName();
        /** Folders being walked: what is left of each, the innermost first. */
        private final Deque<Folder> folders = new ArrayDeque<>();
        private final InputOptions options;
        private final Network network;
        private final Iterator<String> lists;
        private JsonLines lines;
        private WarcPages archive;
        private InputList list;
        private WebPages web;
        private Arrival next;

        Walk(List<String> inputs, InputStream stdin, InputOptions options, Network network) {
            this.inputs = List.copyOf(inputs).iterator();
            this.stdin = stdin;
            this.options = options;
            this.network = network;
            this.lists = options.lists().iterator();
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
                } else if (archive != null) {
                    if (archive.hasNext()) {
                        next = archive.next();
                    } else {
                        archive.close();
                        archive = null;
                    }
                } else if (!folders.isEmpty()) {
                    next = step(folders.peek());
                } else if (inputs.hasNext()) {
                    next = input(inputs.next());
                } else if (list != null) {
                    next = listed();
                } else if (lists.hasNext()) {
                    next = openList(lists.next());
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
            if (archive != null) {
                archive.close();
                archive = null;
            }
            if (list != null) {
                list.close();
                list = null;
            }
        }

        private Arrival openList(String file) {
            try {
                list = new InputList(file, file.equals("-") ? stdin : Files.newInputStream(Path.of(file)));
                return null;
            } catch (IOException e) {
                return new Arrival.Unreadable(file, "cannot read the list: " + cause(e), "Check its path.");
            } catch (InvalidPathException e) {
                return new Arrival.Unreadable(file, "not a path: " + e.getReason(), "Check the spelling.");
            }
        }

        private Arrival listed() {
            try {
                var input = list.next();
                if (input.isPresent()) {
                    return input(input.get());
                }
                list.close();
                list = null;
                return null;
            } catch (IOException e) {
                var stopped = new Arrival.Unreadable(list.where(), "reading the list stopped: " + cause(e),
                        "A list is UTF-8, one input a line; the lines before were read.");
                list.close();
                list = null;
                return stopped;
            }
        }

        /** The arrival that this input is, {@code null} when it has to be walked first. */
        private Arrival input(String input) {
            if (input.equals("-")) {
                return standardInput();
            }
            if (input.matches("(?i)https?://.*")) {
                if (web == null) {
                    web = new WebPages(options.web(), network, names);
                }
                return web.page(input);
            }
            Path path;
            try {
                var glob = Glob.of(input);
                if (glob.isPresent()) {
                    return glob(input, glob.get());
                }
                path = Path.of(input);
            } catch (InvalidPathException e) {
                return new Arrival.Unreadable(input, "not a path: " + e.getReason(), "Check the spelling.");
            }
            if (!Files.exists(path)) {
                return new Arrival.Unreadable(input, "there is no such file or folder",
                        "Check the spelling and the folder that the command runs in.");
            }
            return Files.isDirectory(path) ? enter(path, path.toString(), Optional.empty()) : file(path);
        }

        private Arrival glob(String input, Glob glob) {
            return Files.isDirectory(glob.base()) || glob.base().toString().isEmpty()
                    ? enter(glob.base(), input, Optional.of(glob))
                    : new Arrival.Unreadable(input, "there is no folder " + glob.base(),
                            "Check the spelling and the folder that the command runs in.");
        }

        private Arrival standardInput() {
            var in = new BufferedInputStream(stdin);
            try {
                in.mark(64);
                byte[] start = in.readNBytes(5);
                in.reset();
                if (new String(start, StandardCharsets.ISO_8859_1).equals("WARC/")
                        || start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
                    archive = new WarcPages("-", names, options.web(), in);
                    return null;
                }
                in.mark(64);
                int first = in.read();
                for (int i = 0; i < 60 && (first <= ' ' && first >= 0 || first == 0xef || first == 0xbb
                        || first == 0xbf); i++) {
                    first = in.read();
                }
                in.reset();
                if (first == '{') {
                    lines = new JsonLines("-", "stdin", names, options.fields(), in);
                    return null;
                }
                return page("-", "stdin", RawPage.Kind.UNKNOWN, in);
            } catch (IOException e) {
                return new Arrival.Unreadable("-", "standard input: " + cause(e), "Check what feeds it.");
            }
        }

        /** Puts the folder on top of the walk; the trouble when it cannot be listed. */
        private Arrival enter(Path folder, String named, Optional<Glob> glob) {
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
                int depth = glob.isPresent() && !folders.isEmpty() ? folders.peek().depth + 1 : 1;
                folders.push(new Folder(real, named, glob, depth, entries.iterator()));
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
                if (folder.named == null || folder.pages > 0) {
                    return null;
                }
                return folder.glob.isPresent()
                        ? new Arrival.Unreadable(folder.named, "no file matches", "Check the wildcards; * stays in one "
                                + "folder, ** goes into folders; hidden files are left out.")
                        : new Arrival.Unreadable(folder.named, "the folder holds no pages",
                                "Pages in folders end in .txt, .html, .htm, .xhtml, .shtml, .jsonl, .ndjson, .warc or "
                                        + ".warc.gz; name other files one by one.");
            }
            Path entry = folder.entries.next();
            if (Files.isDirectory(entry)) {
                boolean deeper = folder.glob.isEmpty() || folder.depth < folder.glob.get().depth();
                return deeper ? enter(entry, null, folder.glob) : null;
            }
            boolean taken = folder.glob.isPresent() ? folder.glob.get().matcher().matches(entry) : isPage(entry);
            if (taken) {
                folder.pages++;
                return file(entry);
            }
            return null;
        }

        private static boolean isPage(Path file) {
            String extension = extension(file);
            return extension.equals("txt") || LINES.contains(extension) || MARKUP.contains(extension)
                    || isArchive(file);
        }

        private Arrival file(Path file) {
            String base = PageName.base(file.getFileName().toString());
            String extension = extension(file);
            try {
                if (LINES.contains(extension)) {
                    lines = new JsonLines(file.toString(), base, names, options.fields(),
                            new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                    return null;
                }
                if (isArchive(file)) {
                    archive = new WarcPages(file.toString(), names, options.web(), Files.newInputStream(file));
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
        private final Path real;
        /** As the user wrote it; {@code null} for a folder inside another. */
        private final String named;
        private final Optional<Glob> glob;
        /** 1 for the folder that the user named. */
        private final int depth;
        private final Iterator<Path> entries;
        private int pages;

        Folder(Path real, String named, Optional<Glob> glob, int depth, Iterator<Path> entries) {
            this.real = real;
            this.named = named;
            this.glob = glob;
            this.depth = depth;
            this.entries = entries;
        }
    }
}
