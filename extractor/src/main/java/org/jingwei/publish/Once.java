package org.jingwei.publish;

import java.util.function.Supplier;

/** Something made when first asked for. Thread-safe. */
final class Once<T> {
    private final Supplier<T> maker;
    private T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
