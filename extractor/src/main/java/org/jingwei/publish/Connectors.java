package org.jingwei.publish;

import org.eclipse.jetty.server.ForwardedRequestCustomizer;
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
    private static final long SLOWEST_BYTES_A_SECOND = 100;

    private Connectors() {}

    static void install(Server server, EndpointSettings settings) {
        Listening listening = settings.listening();
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(settings.bounds().bodyBytes() / 4);
        http.setMinRequestDataRate(SLOWEST_BYTES_A_SECOND);
        if (listening.forwarded()) {
            http.addCustomizer(new ForwardedRequestCustomizer());
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
        connector.addBean(new SlowHeaders(Math.max(2, 2 * settings.bounds().patience().toSeconds())));
        server.setConnectors(new ServerConnector[]{ connector });
        server.addBean(new NetworkConnectionLimit(settings.bounds().connections(), server));
    }
}
