package org.jingwei.publish;

import java.util.Optional;
import java.util.Set;

/**
 * Where the endpoint listens and how clients reach it.
 *
 * @param host           interface to listen on
 * @param port           0 for any free one
 * @param names          host names that it answers to, in lower case, besides this machine's own on the loopback
 *                       interface; empty for any on other interfaces
 * @param allowedOrigins web origins whose pages may read answers ({@code *} for all); none by default
 * @param forwarded      whether a server before this one says for whom it asks (the last entries of
 *                       {@code X-Forwarded-For} and {@code X-Forwarded-Proto}), and is believed
 * @param certificate    for TLS; empty for plain HTTP
 * @param plainHttp      that plain HTTP is wanted although others can reach the server
 */
public record Listening(String host, int port, Set<String> names, Set<String> allowedOrigins, boolean forwarded,
        Optional<Certificate> certificate, boolean plainHttp) {
    public Listening {
        names = Set.copyOf(names);
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port + " (give 0 to 65535)");
        }
    }

    /** Plain, with no names, no foreign origins and no server before it. */
    public static Listening on(String host, int port) {
        return new Listening(host, port, Set.of(), Set.of(), false, Optional.empty(), false);
    }

    Listening at(String otherHost, int otherPort) {
        return new Listening(otherHost, otherPort, names, allowedOrigins, forwarded, certificate, plainHttp);
    }

    Listening readableBy(Set<String> origins) {
        return new Listening(host, port, names, origins, forwarded, certificate, plainHttp);
    }
}
