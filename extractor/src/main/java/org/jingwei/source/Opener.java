package org.jingwei.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what one input is, and opens it. Trouble is an arrival like others. Not thread-safe. */
final class Opener {
    private static final Set<String> MARKUP = Set.of("html", "htm", "xhtml", "shtml");
    private static final Set<String> LINES = Set.of("jsonl", "ndjson");
    private static final Pattern ABOUT_A_FOLDER = Pattern
            .compile("(?i)(?:(?:readme|licen[cs]e)(?:[._-][a-z-]+)?|index)\\.txt");
    private static final String CHECK_PATH = "Check the spelling and the folder that the command runs in.";

    private final InputStream stdin;
    private final InputOptions options;
    private final Network network;
    private final PageName names = new PageName();
    private WebPages web;

    /** @param stdin never closed */
    Opener(InputStream stdin, InputOptions options, Network network) {
        this.stdin = new FilterInputStream(stdin) {
            @Override
            public void close() {
                // somebody else's
            }
        };
        this.options = options;
        this.network = network;
    }

    Arrivals input(String input) {
        if (input.equals("-")) {
            return standardInput();
        }
        if (input.matches("(?is)https?://.*")) {
            return Arrivals.one(() -> web().page(input));
        }
        try {
            var glob = Glob.of(input);
            if (glob.isPresent()) {
                Path base = glob.get().base();
                return Files.isDirectory(base) || base.toString().isEmpty()
                        ? FolderPages.matching(glob.get(), input, this)
                        : trouble(input, "there is no folder " + base, CHECK_PATH);
            }
            Path path = Path.of(input);
            if (!Files.exists(path)) {
                return trouble(input, "there is no such file or folder", CHECK_PATH);
            }
            return Files.isDirectory(path) ? FolderPages.all(path, this) : file(path);
        } catch (InvalidPathException e) {
            return trouble(input, "not a path: " + e.getReason(), "Check the spelling.");
        }
    }

    /** The inputs that this list names. */
    Arrivals list(String file) {
        try {
            return new ListedPages(file, file.equals("-") ? stdin : Files.newInputStream(Path.of(file)), this);
        } catch (IOException e) {
            return trouble(file, "cannot read the list: " + Inputs.cause(e), "Check its path.");
        } catch (InvalidPathException e) {
            return trouble(file, "not a path: " + e.getReason(), "Check the spelling.");
        }
    }

    /**
     * Whether a file of a folder is a page by its name. What tells people of the folder, README.txt, LICENSE.txt and
     * index.txt, is none; index.html is the page of many a captured site.
     */
    static boolean isPage(Path file) {
        if (ABOUT_A_FOLDER.matcher(file.getFileName().toString()).matches()) {
            return false;
        }
        String extension = extension(file);
        return extension.equals("txt") || LINES.contains(extension) || MARKUP.contains(extension) || isArchive(file);
    }

    Arrivals file(Path file) {
        String base = PageName.base(unpacked(file));
        String extension = extension(file);
        try {
            if (LINES.contains(extension)) {
                return new JsonLines(file.toString(), base, names, options.fields(),
                        new BufferedInputStream(content(file), 1 << 16));
            }
            if (isArchive(file)) {
                return new WarcPages(file.toString(), names, options.web(), Files.newInputStream(file));
            }
            var kind = MARKUP.contains(extension)
                    ? RawPage.Kind.HTML
                    : extension.equals("txt") ? RawPage.Kind.TEXT : RawPage.Kind.UNKNOWN;
            try (var in = content(file)) {
                return page(file.toString(), base, kind, in);
            }
        } catch (IOException e) {
            return trouble(file.toString(), "cannot read it: " + Inputs.cause(e),
                    "Check that it is a file and may be read.");
        }
    }

    /** Of a file that is not an archive, without its compression. */
    private InputStream content(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return isCompressed(file) ? Inflated.of(in, options.web().mostRatio()) : in;
    }

    private Arrivals standardInput() {
        var in = new BufferedInputStream(stdin);
        try {
            in.mark(64);
            byte[] start = in.readNBytes(64);
            in.reset();
            if (new String(start, StandardCharsets.ISO_8859_1).startsWith("WARC/")
                    || start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
                return new WarcPages("-", names, options.web(), in);
            }
            return startsWithBrace(start)
                    ? new JsonLines("-", "stdin", names, options.fields(), in)
                    : page("-", "stdin", RawPage.Kind.UNKNOWN, in);
        } catch (IOException e) {
            return trouble("-", "standard input: " + Inputs.cause(e), "Check what feeds it.");
        }
    }

    /** Whether a brace is what comes first, white space and a byte order mark aside. */
    private static boolean startsWithBrace(byte[] start) {
        int i = Inputs.startsWithUtf8Mark(start) ? 3 : 0;
        while (i < start.length && start[i] <= ' ' && start[i] >= 0) {
            i++;
        }
        return i < start.length && start[i] == '{';
    }

    private Arrivals page(String location, String name, RawPage.Kind kind, InputStream in) throws IOException {
        byte[] content = in.readNBytes(Inputs.MOST_BYTES + 1);
        if (content.length > Inputs.MOST_BYTES) {
            return trouble(location, "larger than " + Inputs.MOST_TEXT,
                    "Give the article's own page; archives and feeds go in as JSON Lines, one object a line.");
        }
        var page = new RawPage(names.unique(name), location, kind, content, RawPage.sha256(content),
                RawPage.Stated.NOTHING);
        return Arrivals.one(() -> new Arrival.Page(page));
    }

    static Arrivals trouble(String location, String reason, String remedy) {
        return Arrivals.one(() -> new Arrival.Unreadable(location, reason, remedy));
    }

    private WebPages web() {
        if (web == null) {
            web = new WebPages(options.web(), network, names);
        }
        return web;
    }

    private static boolean isCompressed(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** The file's name without what compression has appended. */
    private static String unpacked(Path file) {
        String name = file.getFileName().toString();
        return isCompressed(file) ? name.substring(0, name.length() - 3) : name;
    }

    /** What stands before {@code .gz} counts. */
    private static String extension(Path file) {
        String name = unpacked(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.warc(\\.gz)?");
    }
}
