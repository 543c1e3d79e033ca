package org.jingwei.publish;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Whole replies: type, with charset where it is text, length, body. */
final class HttpReply {
    private HttpReply() {}

    static void send(HttpServletResponse response, int status, String mediaType, byte[] body) {
        response.setStatus(status);
        response.setContentType(mediaType.equals(XlsxTable.MEDIA_TYPE) ? mediaType : mediaType + "; charset=utf-8");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the client went away", e);
        }
    }

    static void send(HttpServletResponse response, int status, String mediaType, String body) {
        send(response, status, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }
}
