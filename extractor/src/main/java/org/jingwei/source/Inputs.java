package org.jingwei.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
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
    static final int MOST_BYTES = 16 << 20;
    static final String MOST_TEXT = "16 MB";

    private Inputs() {}

    /**
     * As {@link #open(List, InputStream, InputOptions)} with {@link InputOptions#DEFAULTS}.
     */
    public static Stream<Arrival> open(List<String> inputs, InputStream stdin) {
        return open(inputs, stdin, InputOptions.DEFAULTS);
    }

    /**
     * The pages of all inputs, in their order. A folder gives its {@code .txt .html .htm .xhtml .shtml .jsonl .ndjson
     * .warc} files, compressed with gzip ({@code .html.gz}) or not, and those of its folders, sorted by name, hidden
     * ones, {@code README.txt}, {@code LICENSE.txt} and {@code index.txt} left out; links out of the folder are told and not followed; a named file is always taken; a wildcard gives the files that match, whatever they are called, in the order of the folder that they are
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
        var all = new All(List.copyOf(inputs).iterator(), options.lists().iterator(),
                new Opener(stdin, options, network));
        return StreamSupport
                .stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(all::close);
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

    /** Inputs that were named, then those of the lists. */
    private static final class All extends Arrivals.OfParts {
        private final Iterator<String> inputs;
        private final Iterator<String> lists;
        private final Opener opener;

        All(Iterator<String> inputs, Iterator<String> lists, Opener opener) {
            this.inputs = inputs;
            this.lists = lists;
            this.opener = opener;
        }

        @Override
        protected Arrivals nextPart() {
            if (inputs.hasNext()) {
                return opener.input(inputs.next());
            }
            return lists.hasNext() ? opener.list(lists.next()) : null;
        }
    }
}
