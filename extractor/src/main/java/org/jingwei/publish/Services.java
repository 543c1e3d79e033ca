package org.jingwei.publish;

import java.time.Duration;
import java.util.Set;

/**
 * Other SPARQL endpoints that SERVICE may ask.
 *
 * @param endpoints  their addresses, exactly as queries name them; nothing else is asked. One on this machine or in a
 *                   private network is named by its IP address or as localhost
 * @param time       for one of their answers
 * @param bytes      most bytes of one of their answers
 * @param questions  most requests that one query makes
 */
public record Services(Set<String> endpoints, Duration time, int bytes, int questions) {
    /** No server is asked. */
    public static final Services NONE = to(Set.of());

    public Services {
        endpoints = Set.copyOf(endpoints);
        for (String endpoint : endpoints) {
            if (!endpoint.matches("https?://[^\\s<>\"{}|\\\\^`#]+")) {
                throw new IllegalArgumentException("not the address of an endpoint: " + endpoint
                        + " (give http:// or https:// with host and path)");
            }
        }
        if (time.isNegative() || time.isZero() || bytes < 1 || questions < 1) {
            throw new IllegalArgumentException("limits of services are positive");
        }
    }

    /** 10 s, 8 MiB, 20 requests a query. */
    public static Services to(Set<String> endpoints) {
        return new Services(endpoints, Duration.ofSeconds(10), 8 << 20, 20);
    }
}
