package org.jingwei.publish;

/** A value that was given makes no sense: a date that is none, a place that nobody knows or that has namesakes. */
public final class RefusedValue extends PublishException {
    private static final long serialVersionUID = 1L;

    RefusedValue(String message, String remedy) {
        super(message, remedy);
    }
}
