package org.jingwei.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/** A stream whose failures are {@link Trouble}, so that no library on the way can give them another name. */
final class TroubleStream extends FilterOutputStream {
    private final Function<IOException, Trouble> trouble;

    TroubleStream(OutputStream out, Function<IOException, Trouble> trouble) {
        super(out);
        this.trouble = trouble;
    }

    @Override
    public void write(int one) {
        try {
            out.write(one);
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw trouble.apply(e);
        }
    }
}
