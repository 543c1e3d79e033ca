package org.jingwei.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Bytes to characters in one charset. Where bytes stand for no character, U+FFFD does; an ASCII byte behind a broken
 * one is read on its own, as the Encoding Standard wants it: no tag and no digit goes with a byte before it.
 */
final class Transcoding {
    private Transcoding() {}

    static String decode(byte[] bytes, int from, int to, Charset charset) {
        if (charset.name().startsWith("UTF-") || charset.newEncoder().maxBytesPerChar() <= 1) {
            return new String(bytes, from, to - from, charset);
        }
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate((to - from) * 2 + 16);
        for (CoderResult result = decoder.decode(in, out, true); result.isError(); result = decoder.decode(in, out,
                true)) {
            int at = in.position();
            int broken = 1;
            while (broken < result.length() && bytes[at + broken] < 0) {
                broken++;
            }
            out.put('\ufffd');
            in.position(at + broken);
            decoder.reset();
        }
        decoder.flush(out);
        return out.flip().toString();
    }
}
