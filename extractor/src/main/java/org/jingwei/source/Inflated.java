package org.jingwei.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What a file compressed with gzip holds. It ends in an {@link IOException} where it is damaged, and where more than a
 * megabyte has come out and that is more than a given multiple of what went in. Closes the file.
 */
final class Inflated extends FilterInputStream {
    /** Below this size a high ratio proves nothing. */
    private static final int SMALL = 1 << 20;
    private static final int BUFFER = 1 << 13;

    private final Counted file;
    private final int mostRatio;
    private long out;

    private Inflated(Counted file, int mostRatio) throws IOException {
        super(new GZIPInputStream(file, BUFFER));
        this.file = file;
        this.mostRatio = mostRatio;
    }

    /** @param file closed when it does not begin as gzip does, too */
    static Inflated of(InputStream file, int mostRatio) throws IOException {
        try {
            return new Inflated(new Counted(file), mostRatio);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n = super.read(to, from, length);
        out += Math.max(0, n);
        if (out > SMALL && out > mostRatio * (file.count + BUFFER)) {
            throw new IOException("it inflates to more than " + mostRatio + " times its size");
        }
        return n;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int n = super.read(to, from, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
