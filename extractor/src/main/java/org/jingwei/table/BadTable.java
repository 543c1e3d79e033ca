package org.jingwei.table;

/** A mapping or a table that cannot be read at all. The message says what is wrong, where, and what to do. */
public final class BadTable extends Exception {
    private static final long serialVersionUID = 1L;

    BadTable(String message) {
        super(message);
    }
}
