package org.jingwei.publish;

import java.time.Duration;
import java.util.Set;

/**
 * How the endpoint faces its clients.
 *
 * @param host           interface to listen on
 * @param port           0 for any free one
 * @param timeout        of one query, evaluation to its last row
 * @param limits         of one answer
 * @param bodyBytes      of one request body, and of one request line with its headers a quarter of it
 * @param queriesAtOnce  how many run at the same time; others wait for a short while
 * @param allowedOrigins web origins whose pages may read answers ({@code *} for all); none by default
 */
public record EndpointSettings(String host, int port, Duration timeout, Answer.Limits limits, int bodyBytes,
        int queriesAtOnce, Set<String> allowedOrigins) {

    /** Port that is taken when none is given. */
    public static final int DEFAULT_PORT = 3030;

    public EndpointSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port + " (give 0 to 65535)");
        }
        if (timeout.isNegative() || timeout.isZero() || bodyBytes < 1024 || queriesAtOnce < 1) {
            throw new IllegalArgumentException("timeout, body size and number of queries must be positive");
        }
    }

    /** On this machine only, port {@value #DEFAULT_PORT}, 20 s, 10 000 rows, 256 KiB, 8 at once, no foreign origins. */
    public static EndpointSettings defaults() {
        return new EndpointSettings("127.0.0.1", DEFAULT_PORT, Duration.ofSeconds(20),
                new Answer.Limits(10_000, 32 << 20), 256 << 10, 8, Set.of());
    }

    public EndpointSettings withHost(String to) {
        return new EndpointSettings(to, port, timeout, limits, bodyBytes, queriesAtOnce, allowedOrigins);
    }

    public EndpointSettings withPort(int to) {
        return new EndpointSettings(host, to, timeout, limits, bodyBytes, queriesAtOnce, allowedOrigins);
    }

    public EndpointSettings withTimeout(Duration to) {
        return new EndpointSettings(host, port, to, limits, bodyBytes, queriesAtOnce, allowedOrigins);
    }

    public EndpointSettings withLimits(Answer.Limits to) {
        return new EndpointSettings(host, port, timeout, to, bodyBytes, queriesAtOnce, allowedOrigins);
    }

    public EndpointSettings withQueriesAtOnce(int to) {
        return new EndpointSettings(host, port, timeout, limits, bodyBytes, to, allowedOrigins);
    }

    public EndpointSettings withAllowedOrigins(Set<String> to) {
        return new EndpointSettings(host, port, timeout, limits, bodyBytes, queriesAtOnce, to);
    }
}
