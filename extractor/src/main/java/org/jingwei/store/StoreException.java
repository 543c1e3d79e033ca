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

    /** What the operator can do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
