package org.jingwei.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What was learned: for each known feature how much it speaks for each tag, and for each pair of tags how much it
 * speaks for their sequence. Finds the sequence for which most speaks. Immutable, thread-safe.
 *
 * <p>The file: the letters {@code JWNM}, the number of templates and of tags, the fingerprint of the training text, the
 * weights of pairs (two bytes each), the number of features, their hashes in ascending order (as differences), and their
 * weights (one byte a tag).
 */
final class NameModel {
    private static final int MAGIC = 'J' << 24 | 'W' << 16 | 'N' << 8 | 'M';
    /** Longs of a row: sixteen weights of one byte each, of which {@code NameTags.COUNT} are used. */
    private static final int STRIDE = 2;
    private static final int LONG = 8;
    /** What is added to a weight so that it is not negative. */
    private static final int BIAS = 128;
    /** Every other byte: the four that can be added up side by side, as long as fewer than 257 are. */
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;
    private static final int BITS = 21;
    /** What a difference of 1 in the logarithm of the odds is in the whole numbers of this class. */
    static final int UNIT = 40;

    private final String fingerprint;
    private final int[] pairs;
    private final int[] hashes;
    /** Each weight with {@link #BIAS}, the first in the lowest byte. */
    private final long[] weights;
    /** Open addressing: a hash in the upper half, its row in the lower; 0 where none is. */
    private final long[] table;
    private final int mask;
    /** One bit for each {@link #BITS} upper bits of a hash that occur: small enough to be always at hand. */
    private final long[] some = new long[1 << BITS - 6];

    /**
     * @param fingerprint of the training text
     * @param pairs       weight of tag b behind tag a at {@code a * COUNT + b}
     * @param hashes      ascending (as signed numbers), without 0
     * @param weights     {@code COUNT} for each hash
     */
    NameModel(String fingerprint, int[] pairs, int[] hashes, byte[] weights) {
        this.fingerprint = fingerprint;
        this.pairs = pairs;
        this.hashes = hashes;
        this.weights = new long[hashes.length * STRIDE];
        for (int i = 0; i < hashes.length; i++) {
            for (int tag = 0; tag < NameTags.COUNT; tag++) {
                long weight = weights[i * NameTags.COUNT + tag] + BIAS;
                this.weights[i * STRIDE + tag / LONG] |= weight << tag % LONG * Byte.SIZE;
            }
        }
        int size = Integer.highestOneBit(Math.max(16, hashes.length)) << 1;
        mask = size - 1;
        table = new long[size];
        for (int i = 0; i < hashes.length; i++) {
            int bit = hashes[i] >>> 32 - BITS;
            some[bit >> 6] |= 1L << bit;
            int at = hashes[i] & mask;
            while (table[at] != 0) {
                at = at + 1 & mask;
            }
            table[at] = (long) hashes[i] << 32 | i;
        }
    }

    /** Of the text that the model was trained on. */
    String fingerprint() {
        return fingerprint;
    }

    int features() {
        return hashes.length;
    }

    /** The model of the program. */
    static NameModel load() {
        String resource = "names.model";
        try (InputStream in = NameModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "[" + resource + "] is missing from the program's own files. Build it again.");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("[" + resource + "] cannot be read. Build the program again.", e);
        }
    }

    static NameModel read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC || in.readInt() != NameFeatures.TEMPLATES || in.readInt() != NameTags.COUNT) {
            throw new IllegalStateException(
                    "The model of names was made for other features than this program has. Train it again.");
        }
        String fingerprint = in.readUTF();
        int[] pairs = new int[NameTags.COUNT * NameTags.COUNT];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = in.readShort();
        }
        int[] hashes = new int[in.readInt()];
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < hashes.length; i++) {
            last += in.readInt();
            hashes[i] = last;
        }
        byte[] weights = in.readNBytes(hashes.length * NameTags.COUNT);
        return new NameModel(fingerprint, pairs, hashes, weights);
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(NameFeatures.TEMPLATES);
            out.writeInt(NameTags.COUNT);
            out.writeUTF(fingerprint);
            for (int pair : pairs) {
                out.writeShort(pair);
            }
            out.writeInt(hashes.length);
            int last = Integer.MIN_VALUE;
            for (int hash : hashes) {
                out.writeInt(hash - last);
                last = hash;
            }
            for (int i = 0; i < hashes.length; i++) {
                for (int tag = 0; tag < NameTags.COUNT; tag++) {
                    out.write(at(weights[i * STRIDE + tag / LONG], tag % LONG, Byte.SIZE) - BIAS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What speaks for each name in a sentence with these features ({@link NameFeatures#of}). */
    TagScores scores(int[] features) {
        int n = features.length / NameFeatures.TEMPLATES;
        int[] scores = new int[n * NameTags.COUNT];
        for (int i = 0; i < n; i++) {
            long even = 0;
            long odd = 0;
            long evenAbove = 0;
            long oddAbove = 0;
            int rows = 0;
            for (int k = i * NameFeatures.TEMPLATES; k < (i + 1) * NameFeatures.TEMPLATES; k++) {
                int row = features[k] == 0 ? -1 : row(features[k]);
                if (row >= 0) {
                    long below = weights[row * STRIDE];
                    long above = weights[row * STRIDE + 1];
                    even += below & EVEN;
                    odd += below >>> Byte.SIZE & EVEN;
                    evenAbove += above & EVEN;
                    oddAbove += above >>> Byte.SIZE & EVEN;
                    rows++;
                }
            }
            for (int tag = 0; tag < NameTags.COUNT; tag++) {
                long sums = tag < LONG ? tag % 2 == 0 ? even : odd : tag % 2 == 0 ? evenAbove : oddAbove;
                scores[i * NameTags.COUNT + tag] = at(sums, tag % LONG / 2, Short.SIZE) - rows * BIAS;
            }
        }
        return new TagScores(scores, pairs, n);
    }

    /** The number at a place of several of {@code bits} bits each. */
    private static int at(long numbers, int place, int bits) {
        return (int) (numbers >>> place * bits & (1L << bits) - 1);
    }

    /** The row of a feature; -1 for one that says nothing. */
    private int row(int hash) {
        int bit = hash >>> 32 - BITS;
        if ((some[bit >> 6] >> bit & 1) == 0) {
            return -1;
        }
        int at = hash & mask;
        while (true) {
            long there = table[at];
            if ((int) (there >>> 32) == hash) {
                return (int) there;
            }
            if (there == 0) {
                return -1;
            }
            at = at + 1 & mask;
        }
    }
}
