package org.jingwei.publish;

import java.time.Duration;

/**
 * How much one answer and one client may take.
 *
 * @param timeout         of one query, from its turn to its last row; the client hears within a second more
 * @param limits          of one answer
 * @param bodyBytes       of one request body, and of one request line with its headers a quarter of it
 * @param queriesAtOnce   how many run at the same time
 * @param queriesAClient  how many of one client's run at the same time; clients on this machine are not counted
 * @param patience        how long a query waits for its turn
 * @param connections     how many are open at the same time; further ones wait to be taken
 * @param stopping        how long running answers may take when the server stops
 */
public record Bounds(Duration timeout, Answer.Limits limits, int bodyBytes, int queriesAtOnce, int queriesAClient,
        Duration patience, int connections, Duration stopping) {
    /** 20 s, 10 000 rows, 32 M characters, 256 KiB, 8 at once, 4 of one client, 5 s to wait, 1000 connections, 30 s. */
    public static final Bounds DEFAULTS = new Bounds(Duration.ofSeconds(20), new Answer.Limits(10_000, 32 << 20),
            256 << 10, 8, 4, Duration.ofSeconds(5), 1000, Duration.ofSeconds(30));

    public Bounds {
        if (timeout.isNegative() || timeout.isZero() || bodyBytes < 1024 || queriesAtOnce < 1 || queriesAClient < 1
                || patience.isNegative() || connections < 1 || stopping.isNegative() || limits.rows() < 1
                || limits.characters() < 1) {
            throw new IllegalArgumentException("limits are positive, and a body may have 1024 bytes");
        }
    }

    Bounds within(Duration time) {
        return new Bounds(time, limits, bodyBytes, queriesAtOnce, queriesAClient, patience, connections, stopping);
    }

    Bounds within(Answer.Limits size) {
        return new Bounds(timeout, size, bodyBytes, queriesAtOnce, queriesAClient, patience, connections, stopping);
    }
}
