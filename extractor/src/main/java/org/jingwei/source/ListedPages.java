package org.jingwei.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file that names one input a line; see {@link InputOptions#lists()}. */
final class InputList implements AutoCloseable {
    /** Longer than any path or address. */
    private static final int MOST = 1 << 16;

    private final String location;
    private final BufferedReader reader;
    private int line;

    /** @param in closed by {@link #close()} */
    InputList(String location, InputStream in) {
        this.location = location;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /** The next input, empty behind the last. */
    Optional<String> next() throws IOException {
        for (String text = readLine(); text != null; text = readLine()) {
            String input = (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
            if (!input.isEmpty() && !input.startsWith("#")) {
                return Optional.of(input);
            }
        }
        return Optional.empty();
    }

    private String readLine() throws IOException {
        line++;
        var text = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (text.length() >= MOST) {
                throw new IOException("the line is longer than " + MOST + " characters");
            }
            text.append((char) c);
        }
        return text.toString();
    }

    String where() {
        return location + ":" + line;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
