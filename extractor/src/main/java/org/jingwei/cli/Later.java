package org.jingwei.cli;

import java.util.function.Supplier;

/** Something that is made when it is first asked for, and then kept. Thread-safe. */
final class Later<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private T made;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
