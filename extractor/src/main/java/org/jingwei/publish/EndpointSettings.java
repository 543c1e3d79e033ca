package org.jingwei.publish;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the endpoint faces its clients.
 *
 * @param listening where it listens and how clients reach it
 * @param bounds    how much one answer and one client may take
 * @param access    who may ask
 * @param services  other servers that queries may ask
 * @param log       of requests; empty for none
 * @param map       borders of provinces in GeoJSON that the web page may show; empty for tiles alone
 */
public record EndpointSettings(Listening listening, Bounds bounds, Access access, Services services,
        Optional<RequestLogFile> log, Optional<Path> map) {

    /** Port that is taken when none is given. */
    public static final int DEFAULT_PORT = 3030;

    /**
     * On this machine only, port {@value #DEFAULT_PORT}, no foreign origins, to be read by whoever reaches it, no other
     * servers, no log.
     */
    public static EndpointSettings defaults() {
        return new EndpointSettings(Listening.on("127.0.0.1", DEFAULT_PORT), Bounds.DEFAULTS, Access.NONE,
                Services.NONE, Optional.empty(), Optional.empty());
    }

    /** The interface to listen on. */
    public String host() {
        return listening.host();
    }

    /** 0 for any free one. */
    public int port() {
        return listening.port();
    }

    /** Of one query, from its turn to its last row. */
    public Duration timeout() {
        return bounds.timeout();
    }

    /** Of one answer. */
    public Answer.Limits limits() {
        return bounds.limits();
    }

    /** Web origins whose pages may read answers. */
    public Set<String> allowedOrigins() {
        return listening.allowedOrigins();
    }

    public EndpointSettings with(Listening to) {
        return new EndpointSettings(to, bounds, access, services, log, map);
    }

    public EndpointSettings with(Bounds to) {
        return new EndpointSettings(listening, to, access, services, log, map);
    }

    public EndpointSettings with(Access to) {
        return new EndpointSettings(listening, bounds, to, services, log, map);
    }

    public EndpointSettings with(Services to) {
        return new EndpointSettings(listening, bounds, access, to, log, map);
    }

    public EndpointSettings with(RequestLogFile to) {
        return new EndpointSettings(listening, bounds, access, services, Optional.of(to), map);
    }

    /** @param geoJson of provinces */
    public EndpointSettings withMap(Path geoJson) {
        return new EndpointSettings(listening, bounds, access, services, log, Optional.of(geoJson));
    }

    public EndpointSettings withHost(String to) {
        return with(listening.at(to, port()));
    }

    public EndpointSettings withPort(int to) {
        return with(listening.at(host(), to));
    }

    public EndpointSettings withTimeout(Duration to) {
        return with(bounds.within(to));
    }

    public EndpointSettings withLimits(Answer.Limits to) {
        return with(bounds.within(to));
    }

    public EndpointSettings withAllowedOrigins(Set<String> to) {
        return with(listening.readableBy(to));
    }

    /** Whether only this machine can reach it. */
    boolean onLoopback() {
        return address().isLoopbackAddress();
    }

    /** @throws PublishException when there is no such interface */
    InetAddress address() {
        try {
            return InetAddress.getByName(host());
        } catch (UnknownHostException e) {
            throw new PublishException("There is no interface \"" + host() + "\".",
                    "Give 127.0.0.1 for this machine only, 0.0.0.0 for every interface, or one address.", e);
        }
    }

    /**
     * An endpoint that others can reach says who may ask and how the way there is kept private; one that lets this
     * machine load is meant for nobody else.
     *
     * @throws PublishException when it does not
     */
    public void check() {
        if (access.openLoad() && (!onLoopback() || listening.forwarded() || !listening.names().isEmpty()
                || access.tokens().isPresent() || access.passwords().isPresent())) {
            throw new PublishException("open-load lets everything on this machine load without a token; it does not go "
                    + "together with another host than 127.0.0.1, behind-proxy, host-name, token-file or "
                    + "password-file.",
                    "Leave open-load out, and give those who load a token: jingwei token NAME --role load");
        }
        if (onLoopback()) {
            return;
        }
        String reachable = "On " + host() + " others can reach this server, ";
        if (!access.publicRead() && access.tokens().isEmpty() && access.passwords().isEmpty()) {
            throw new PublishException(reachable + "and nothing says who may ask.",
                    "Give token-file or password-file; or public-read, if anybody may ask.");
        }
        if (listening.certificate().isEmpty() && !listening.plainHttp()) {
            throw new PublishException(reachable + "and what they ask and send would travel in the clear.",
                    "Give certificate and private-key (PEM) or keystore (PKCS12); or plain-http, if a server before "
                            + "this one speaks TLS.");
        }
    }
}
