package org.jingwei.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file of the web page, as it is and compressed, both in memory. It changes with the version of the program only.
 *
 * @param mediaType by the ending of its name
 */
record Asset(String mediaType, byte[] plain, byte[] compressed) {

    /** @param resource on the class path; empty when there is none */
    static Optional<Asset> read(String resource) {
        try (InputStream in = Asset.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(of(mediaType(resource), in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read; install the program anew", e);
        }
    }

    /** Of these bytes. */
    static Asset of(String mediaType, byte[] plain) {
        return new Asset(mediaType, plain, Gzip.of(plain));
    }

    /** The same text with one part of it in place of another. */
    Asset with(String part, String instead) {
        return of(mediaType, new String(plain, StandardCharsets.UTF_8).replace(part, instead)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            case "svg" -> "image/svg+xml";
            case "html" -> "text/html";
            default -> throw new IllegalArgumentException(name);
        };
    }

    void send(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Accept-Encoding");
        boolean gzip = Gzip.isTakenBy(request);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        Tagged.send(request, response, mediaType, gzip ? compressed : plain);
    }
}
