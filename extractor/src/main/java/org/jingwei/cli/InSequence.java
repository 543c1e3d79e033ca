package org.jingwei.cli;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams one after the other, each opened when the one before has ended; one item is held at a time. */
final class InSequence<T> implements Iterator<T> {
    private final Iterator<Supplier<Stream<T>>> parts;
    private Stream<T> open;
    private Iterator<T> items;

    private InSequence(List<Supplier<Stream<T>>> parts) {
        this.parts = parts.iterator();
    }

    /** Close it, or read it to the end. */
    static <T> Stream<T> of(List<Supplier<Stream<T>>> parts) {
        var sequence = new InSequence<>(parts);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(sequence,
                Spliterator.ORDERED | Spliterator.NONNULL), false).onClose(sequence::close);
    }

    @Override
    public boolean hasNext() {
        while (items == null || !items.hasNext()) {
            close();
            if (!parts.hasNext()) {
                return false;
            }
            open = parts.next().get();
            items = open.iterator();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }

    private void close() {
        if (open != null) {
            open.close();
            open = null;
            items = null;
        }
    }
}
