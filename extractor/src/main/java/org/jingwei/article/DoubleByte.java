package org.jingwei.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.BitSet;

/** The two-byte part of GB18030 as tables, and which characters Big5 has. */
final class DoubleByte {
    private static final char[] DECODED = new char[0x10000];
    private static final char[] ENCODED = new char[0x10000];
    private static final BitSet BIG5 = new BitSet(0x10000);

    static {
        CharsetEncoder big5 = Charset.forName("Big5").newEncoder();
        for (char c = '\u4e00'; c <= '\u9fff'; c++) {
            BIG5.set(c, big5.canEncode(c));
        }
        CharsetDecoder decoder = Charset.forName("GB18030").newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(4);
        for (int lead = 0x81; lead <= 0xfe; lead++) {
            for (int trail = 0x40; trail <= 0xfe; trail++) {
                out.clear();
                CoderResult result = decoder.reset().decode(ByteBuffer.wrap(new byte[]{ (byte) lead, (byte) trail }),
                        out,
                        true);
                if (!result.isError() && out.position() == 1) {
                    char c = out.get(0);
                    DECODED[lead << 8 | trail] = c;
                    ENCODED[c] = (char) (lead << 8 | trail);
                }
            }
        }
    }

    private DoubleByte() {}

    /** The character that two bytes stand for; 0 for none. */
    static char decode(int lead, int trail) {
        return DECODED[lead << 8 | trail];
    }

    /** Lead byte times 256 and trail byte; 0 when the character has no two-byte form. */
    static int encode(char c) {
        return ENCODED[c];
    }

    /** Whether a Chinese character is one of Big5's. */
    static boolean isInBig5(char c) {
        return BIG5.get(c);
    }

    /** Whether the character is one of the 3755 most usual ones: GB 2312 orders its first level by use. */
    static boolean isUsual(char simplified) {
        int code = ENCODED[simplified];
        int lead = code >> 8;
        int trail = code & 0xff;
        return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
    }
}
