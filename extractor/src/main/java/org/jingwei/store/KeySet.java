package org.jingwei.store;

import java.util.Arrays;

/** Keys of articles, 16 hexadecimal digits each, in 11 to 43 bytes a key. Thread-safe. */
final class KeySet {
    private long[] places = new long[1 << 10];
    private int size;
    private boolean zero;

    /** @return whether it was not there before */
    synchronized boolean add(String key) {
        long value = Long.parseUnsignedLong(key, 16);
        if (value == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        int at = place(places, value);
        if (places[at] == value) {
            return false;
        }
        places[at] = value;
        if (++size > places.length / 4 * 3) {
            grow();
        }
        return true;
    }

    synchronized boolean contains(String key) {
        long value = Long.parseUnsignedLong(key, 16);
        return value == 0 ? zero : places[place(places, value)] == value;
    }

    private void grow() {
        long[] more = new long[Math.multiplyExact(places.length, 2)];
        Arrays.stream(places).filter(value -> value != 0).forEach(value -> more[place(more, value)] = value);
        places = more;
    }

    /** Where it is, or a free place. Keys are pieces of hashes: their own bits spread them. */
    private static int place(long[] in, long value) {
        int at = (int) (value ^ value >>> 32) & in.length - 1;
        while (in[at] != 0 && in[at] != value) {
            at = at + 1 & in.length - 1;
        }
        return at;
    }
}
