package org.jingwei.publish;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Hangs up on clients that begin a request and take their time to say what they want. The server limits how long they
 * may be silent, and how slowly a body may come, but not a header that comes byte by byte.
 */
final class SlowHeaders extends AbstractLifeCycle implements Connection.Listener {
    /**
     * @param bytes    that had come when nothing was begun
     * @param messages that had begun then
     * @param since    seconds for which something has been begun
     */
    private record Begun(long bytes, long messages, int since) {}

    private final Map<Connection, Begun> connections = new ConcurrentHashMap<>();
    private final long seconds;
    private ScheduledExecutorService clock;

    /** @param seconds that a request line and its headers may take */
    SlowHeaders(long seconds) {
        this.seconds = seconds;
    }

    @Override
    protected void doStart() {
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "slow-headers");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(Recurring.of("slow-headers", () -> connections.replaceAll(this::look)), 1, 1,
                TimeUnit.SECONDS);
    }

    @Override
    protected void doStop() {
        clock.shutdownNow();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            connections.put(connection, new Begun(0, 0, 0));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private Begun look(Connection connection, Begun begun) {
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
