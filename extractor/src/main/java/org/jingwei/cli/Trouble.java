package org.jingwei.cli;

/** Ends a verb with one line on standard error. The message says what went wrong, where, and what to do. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    Trouble(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    Trouble(int exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
