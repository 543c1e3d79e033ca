package org.jingwei.article;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from bytes before they are decoded. */
final class RawBytes {
    private static final Pattern META = Pattern
            .compile("<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([^\"']{1,40})",
            Pattern.CASE_INSENSITIVE);
    /** Where a page must have named its charset, with room for long comments before. */
    private static final int HEAD = 8192;
    private static final int SAMPLE = 64 * 1024;

    private RawBytes() {}

    /** @param length of the mark in bytes */
    record Mark(Charset charset, int length) {}

    /** The byte order mark at the beginning; {@code null} for none. */
    static Mark byteOrderMark(byte[] b) {
        if (startsWith(b, 0xef, 0xbb, 0xbf)) {
            return new Mark(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(b, 0xff, 0xfe, 0, 0)) {
            return new Mark(Charset.forName("UTF-32LE"), 4); // in UTF-16 it would be followed by a NUL
        }
        if (startsWith(b, 0, 0, 0xfe, 0xff)) {
            return new Mark(Charset.forName("UTF-32BE"), 4);
        }
        if (startsWith(b, 0xff, 0xfe)) {
            return new Mark(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(b, 0xfe, 0xff)) {
            return new Mark(StandardCharsets.UTF_16BE, 2);
        }
        return startsWith(b, 0x84, 0x31, 0x95, 0x33) ? new Mark(Charset.forName("GB18030"), 4) : null;
    }

    /** The charset label in the markup. */
    static Optional<String> label(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher xml = XML.matcher(head);
        if (xml.find()) {
            return Optional.of(xml.group(1));
        }
        Matcher meta = META.matcher(head);
        return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    /** The order of bytes in which the ASCII characters among them would be UTF-16; {@code null} for none. */
    static Charset wide(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[0] == zeros[1]) {
            return null;
        }
        // U+0A00 and its like are rare: nearly all zeros are high bytes.
        return zeros[1] > 4 * zeros[0]
                ? StandardCharsets.UTF_16LE
                : zeros[0] > 4 * zeros[1] ? StandardCharsets.UTF_16BE : null;
    }

    /** How many places have not the form of UTF-8; counts no further than one more than {@code most}. */
    static int notUtf8(byte[] bytes, int most) {
        int broken = 0;
        for (int i = 0; i < bytes.length && broken <= most;) {
            byte b = bytes[i++];
            if (b >= 0) {
                continue;
            }
            int lead = b & 0xff;
            int more = lead >= 0xc2 && lead <= 0xdf
                    ? 1
                    : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
            int from = i;
            // Not longer than needed, no surrogates, nothing above U+10FFFF.
            int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
            int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
            while (i < bytes.length && i - from < more && (bytes[i] & 0xff) >= low && (bytes[i] & 0xff) <= high) {
                i++;
                low = 0x80;
                high = 0xbf;
            }
            broken += more == 0 || i - from < more ? 1 : 0;
        }
        return broken;
    }

    /** What the bytes are instead of text; {@code null} when they may be text. */
    static String noText(byte[] b) {
        if (startsWith(b, '%', 'P', 'D', 'F')) {
            return "a PDF document";
        }
        if (startsWith(b, 'P', 'K', 3, 4)) {
            return "a zip archive (or an office document)";
        }
        if (startsWith(b, 0x1f, 0x8b)) {
            return "gzip; unpack it first";
        }
        if (startsWith(b, 0x89, 'P', 'N', 'G') || startsWith(b, 0xff, 0xd8, 0xff) || startsWith(b, 'G', 'I', 'F', '8')
                || startsWith(b, 'R', 'I', 'F', 'F')) {
            return "a picture, sound or film";
        }
        if (startsWith(b, 0x7f, 'E', 'L', 'F') || startsWith(b, 0xd0, 0xcf, 0x11, 0xe0)) {
            return "a program or an office document";
        }
        return manyControls(b) ? "control characters" : null;
    }

    private static boolean manyControls(byte[] bytes) {
        int n = Math.min(bytes.length, SAMPLE);
        int controls = 0;
        for (int i = 0; i < n; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
                controls++;
            }
        }
        return controls * 100 > n;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
