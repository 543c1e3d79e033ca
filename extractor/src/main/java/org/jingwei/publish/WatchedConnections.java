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
 * Looks at every connection once a second.
 *
 * @param <T> what is remembered of one
 */
abstract class WatchedConnections<T> extends AbstractLifeCycle implements Connection.Listener {
    private final Map<Connection, T> connections = new ConcurrentHashMap<>();
    private final String name;
    private ScheduledExecutorService clock;

    /** @param name for the log and the thread */
    WatchedConnections(String name) {
        this.name = name;
    }

    /** Of a connection that was just opened. */
    abstract T opened();

    /** May close it; what is returned is given the next time. */
    abstract T look(Connection connection, T before);

    @Override
    protected void doStart() {
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(Recurring.of(name, () -> connections.replaceAll(this::look)), 1, 1,
                TimeUnit.SECONDS);
    }

    @Override
    protected void doStop() {
        clock.shutdownNow();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            connections.put(connection, opened());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }
}
