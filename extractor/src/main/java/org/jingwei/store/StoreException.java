package org.jingwei.store;

/**
 * The store cannot be opened, read or written. The message says what went wrong and where; the remedy says what to do
 * about it.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    StoreException(String message, String remedy) {
        this(message, remedy, null);
    }

    StoreException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What a failure says, as the end of a sentence; the name of the exception only where it tells something. */
    static String why(Throwable failure) {
        boolean io = failure instanceof java.io.UncheckedIOException
                || failure.getClass() == java.io.IOException.class;
        Throwable told = failure instanceof java.io.UncheckedIOException unchecked ? unchecked.getCause() : failure;
        return (io && told.getMessage() != null && told.getClass() == java.io.IOException.class
                ? told.getMessage()
                : told.toString()) + ".";
    }

    /** What the operator can do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
