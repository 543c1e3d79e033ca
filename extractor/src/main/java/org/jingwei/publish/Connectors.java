package org.jingwei.publish;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** The one socket that the server listens on, with what it bears of clients that are slow or many. */
final class Connectors {
    private static final long IDLE_MILLIS = 30_000;
    /** A client that sends slower than this is hung up on. */
    static final long SLOWEST_BYTES_A_SECOND = 100;
    /** And one that takes answers slower. They are longer than requests, and hold a thread until they are taken. */
    private static final long SLOWEST_TAKEN_A_SECOND = 10_000;
    /**
     * Of what is on its way to one client. Who takes little at a time is seen to take something when a third of it is
     * free: within ten seconds at the least rate.
     */
    private static final int SEND_BUFFER = 128 << 10;

    /** An IRI may have a slash or a percent sign in a segment ({@code %2F}, {@code %25}), and is an address here. */
    private static final UriCompliance URIS = UriCompliance.DEFAULT.with("IRIs",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR, UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private Connectors() {}

    static void install(Server server, EndpointSettings settings) {
        Listening listening = settings.listening();
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(settings.bounds().bodyBytes() / 4);
        http.setUriCompliance(URIS);
        http.setMinRequestDataRate(SLOWEST_BYTES_A_SECOND);
        if (listening.forwarded()) {
            http.addCustomizer(new ProxyHeaders());
        }
        var plain = new HttpConnectionFactory(http);
        ServerConnector connector;
        if (listening.certificate().isPresent()) {
            http.addCustomizer(new SecureRequestCustomizer());
            connector = new ServerConnector(server,
                    new SslConnectionFactory(Tls.context(listening.certificate().get()), plain.getProtocol()), plain);
        } else {
            connector = new ServerConnector(server, plain);
        }
        connector.setHost(listening.host());
        connector.setPort(listening.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        long patience = settings.bounds().patience().toSeconds();
        connector.addBean(new SlowHeaders(Math.max(2, 2 * patience)));
        connector.addBean(new SlowReaders(Math.max(4, 4 * patience), SLOWEST_TAKEN_A_SECOND));
        server.setConnectors(new ServerConnector[]{ connector });
        server.addBean(new NetworkConnectionLimit(settings.bounds().connections(), server));
    }
}
