package org.jingwei.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The inputs that a file names, one a line; see {@link InputOptions#lists()}. */
final class ListedPages extends Arrivals.OfParts {
    /** Longer than any path or address. */
    private static final int MOST = 1 << 16;

    private final String location;
    private final BufferedReader reader;
    private final Opener opener;
    private int line;
    private boolean stopped;

    /** @param in closed by {@link #close()} */
    ListedPages(String location, InputStream in, Opener opener) {
        this.location = location;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        this.opener = opener;
    }

    @Override
    protected Arrivals nextPart() {
        try {
            for (String text = stopped ? null : readLine(); text != null; text = readLine()) {
                String input = (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
                if (input.equals("-") && location.equals("-")) {
                    return Opener.trouble(location + ":" + line, "the list itself is standard input",
                            "Name a file, or give the list as one.");
                }
                if (!input.isEmpty() && !input.startsWith("#")) {
                    return opener.input(input);
                }
            }
            return null;
        } catch (IOException e) {
            stopped = true;
            return Opener.trouble(location + ":" + line, "reading the list stopped: " + Inputs.cause(e),
                    "A list is UTF-8, one input a line; the lines before were read.");
        }
    }

    private String readLine() throws IOException {
        line++;
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        var text = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (text.length() >= MOST) {
                throw new IOException("the line is longer than " + MOST + " characters");
            }
            text.append((char) c);
        }
        return text.toString();
    }

    @Override
    public void close() {
        super.close();
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
