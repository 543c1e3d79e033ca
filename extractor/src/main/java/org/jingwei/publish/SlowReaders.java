package org.jingwei.publish;

import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;

/**
 * Hangs up on clients that take their answer too slowly: each holds a thread for as long. The server itself limits how
 * long nothing at all may be taken, and a byte now and then is enough for that.
 */
final class SlowReaders extends WatchedConnections<SlowReaders.Taking> {
    /**
     * @param messages that had begun
     * @param bytes    that had been written when the client first let the server wait with this one
     * @param waited   seconds that the server has waited for it since
     */
    record Taking(long messages, long bytes, long waited) {}

    private final long seconds;
    private final long bytesASecond;

    /**
     * @param seconds      that a client may let the server wait, in one answer
     * @param bytesASecond what is taken at this rate is not counted towards them
     */
    SlowReaders(long seconds, long bytesASecond) {
        super("slow-readers");
        this.seconds = seconds;
        this.bytesASecond = bytesASecond;
    }

    @Override
    Taking opened() {
        return new Taking(0, 0, 0);
    }

    @Override
    Taking look(Connection connection, Taking before) {
        long messages = connection.getMessagesIn();
        boolean waits = connection.getEndPoint() instanceof AbstractEndPoint end && end.getWriteFlusher().isPending();
        if (messages != before.messages() || before.waited() == 0) {
            return new Taking(messages, connection.getBytesOut(), waits ? 1 : 0);
        }
        long waited = before.waited() + (waits ? 1 : 0);
        if (waits && waited > seconds + (connection.getBytesOut() - before.bytes()) / bytesASecond) {
            connection.getEndPoint().close();
        }
        return new Taking(messages, before.bytes(), waited);
    }
}
