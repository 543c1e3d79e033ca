package org.jingwei.publish;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Compressed bodies, for who takes them. */
final class Gzip {
    private Gzip() {}

    static boolean isTakenBy(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && List.of(accepted.replace(" ", "").split(",")).stream()
                .anyMatch(coding -> coding.matches("(?i)(gzip|\\*)(;q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
    }

    static byte[] of(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
