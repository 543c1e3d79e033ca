package org.jingwei.publish;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;

/**
 * For whom a server before this one asks: the last entry of {@code X-Forwarded-For}, and of {@code X-Forwarded-Proto}.
 * What stands before the last entry the client wrote itself; and so it may have written {@code Forwarded} and the other
 * headers of the kind, which such servers pass on as they are: these are not believed.
 */
final class ProxyHeaders implements HttpConfiguration.Customizer {
    private static final Pattern IPV4 = Pattern
            .compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        Optional<InetSocketAddress> client = last(request, "X-Forwarded-For").flatMap(ProxyHeaders::address);
        Optional<HttpScheme> scheme = last(request, "X-Forwarded-Proto").flatMap(ProxyHeaders::scheme);
        HttpURI uri = scheme
                .<HttpURI>map(known -> HttpURI.build(request.getHttpURI()).scheme(known).asImmutable())
                .orElse(request.getHttpURI());
        boolean secure = scheme.map(HttpScheme.HTTPS::equals).orElse(request.isSecure());
        var connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return client.isPresent() ? client.get() : super.getRemoteSocketAddress();
            }

            @Override
            public boolean isSecure() {
                return secure;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return uri;
            }

            @Override
            public boolean isSecure() {
                return secure;
            }

            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }
        };
    }

    private static Optional<String> last(Request request, String header) {
        List<String> values = request.getHeaders().getValuesList(header);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.getLast().substring(values.getLast().lastIndexOf(',') + 1).strip());
    }

    /** Empty of what is no address, such as {@code unknown}: no name is looked up. */
    private static Optional<InetSocketAddress> address(String entry) {
        try {
            String host = entry.indexOf(':') == entry.lastIndexOf(':') || entry.startsWith("[")
                    ? new HostPort(entry).getHost().replaceAll("[\\[\\]]", "")
                    : entry;
            return host.indexOf(':') >= 0 || IPV4.matcher(host).matches()
                    ? Optional.of(new InetSocketAddress(InetAddress.getByName(host), 0))
                    : Optional.empty();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<HttpScheme> scheme(String entry) {
        return switch (entry.toLowerCase(Locale.ROOT)) {
            case "https" -> Optional.of(HttpScheme.HTTPS);
            case "http" -> Optional.of(HttpScheme.HTTP);
            default -> Optional.empty();
        };
    }
}
