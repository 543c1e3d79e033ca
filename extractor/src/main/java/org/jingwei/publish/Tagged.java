package org.jingwei.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Replies that clients and caches may keep, with the hash of their bytes as a strong ETag: who has them already is told
 * so (304) and gets no body. What comes out of the store is asked for anew each time, so that no cache serves what was
 * retracted or replaced. Larger ones are compressed for who takes that.
 */
final class Tagged {
    private static final String REVALIDATE = "no-cache";
    private static final String OF_THE_PROGRAM = "max-age=3600";
    private static final int LENGTH = 16;
    /** A body that fits one packet gains nothing by being compressed. */
    private static final int SMALL = 1200;

    private Tagged() {}

    /** What follows the store. */
    static void send(HttpServletRequest request, HttpServletResponse response, String mediaType, byte[] body) {
        send(request, response, mediaType, body, REVALIDATE);
    }

    /** What changes with the version of the program only. */
    static void sendLasting(HttpServletRequest request, HttpServletResponse response, String mediaType, byte[] body) {
        send(request, response, mediaType, body, OF_THE_PROGRAM);
    }

    static void send(HttpServletRequest request, HttpServletResponse response, String mediaType, String body) {
        send(request, response, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String mediaType, byte[] body,
            String cached) {
        boolean compress = body.length > SMALL && !mediaType.equals(AnswerFormat.XLSX.mediaType())
                && !response.containsHeader("Content-Encoding");
        if (compress) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        boolean compressed = compress && Gzip.isTakenBy(request);
        String tag = tag(mediaType + (compressed ? " gzip" : ""), body);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", cached);
        if (matches(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            if (compressed) {
                response.setHeader("Content-Encoding", "gzip");
            }
            HttpReply.send(response, HttpServletResponse.SC_OK, mediaType, compressed ? Gzip.of(body) : body);
        }
    }

    /** RFC 9110, section 13.1.2: any of the tags, or any at all; whether weak or strong makes no difference. */
    private static boolean matches(HttpServletRequest request, String tag) {
        var sent = request.getHeaders("If-None-Match");
        while (sent.hasMoreElements()) {
            for (String one : sent.nextElement().split(",")) {
                String wanted = one.strip();
                if (wanted.equals("*") || wanted.equals(tag) || wanted.equals("W/" + tag)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same bytes as another media type are another representation. */
    private static String tag(String mediaType, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((mediaType + "\n").getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest.digest(body), 0, LENGTH) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }
}
