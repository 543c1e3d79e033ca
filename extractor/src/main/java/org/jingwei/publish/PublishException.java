package org.jingwei.publish;

/**
 * Something cannot be served, exported or asked. The message says what went wrong and where; the remedy says what to
 * do about it.
 */
public sealed class PublishException extends RuntimeException permits RefusedValue {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    PublishException(String message, String remedy) {
        this(message, remedy, null);
    }

    PublishException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
