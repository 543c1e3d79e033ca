package org.jingwei.publish;

import org.eclipse.jetty.io.Connection;

/**
 * Hangs up on clients that begin a request and take their time to say what they want. The server limits how long they
 * may be silent, and how slowly a body may come, but not a header that comes byte by byte.
 */
final class SlowHeaders extends WatchedConnections<SlowHeaders.Begun> {
    /**
     * @param bytes    that had come when nothing was begun
     * @param messages that had begun then
     * @param since    seconds for which something has been begun
     */
    record Begun(long bytes, long messages, int since) {}

    private final long seconds;

    /** @param seconds that a request line and its headers may take */
    SlowHeaders(long seconds) {
        super("slow-headers");
        this.seconds = seconds;
    }

    @Override
    Begun opened() {
        return new Begun(0, 0, 0);
    }

    @Override
    Begun look(Connection connection, Begun begun) {
        long bytes = connection.getBytesIn();
        long messages = connection.getMessagesIn();
        boolean idle = bytes == begun.bytes() || messages != begun.messages()
                || messages > connection.getMessagesOut();
        if (idle) {
            return new Begun(bytes, messages, 0);
        }
        if (begun.since() >= seconds) {
            connection.getEndPoint().close();
        }
        return new Begun(begun.bytes(), begun.messages(), begun.since() + 1);
    }
}
