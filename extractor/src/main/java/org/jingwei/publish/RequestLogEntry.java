package org.jingwei.publish;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** What the log says of a request that only the service it goes to knows. */
final class RequestLogEntry {
    private static final String ATTRIBUTE = "org.jingwei.log";
    private static final RequestLogEntry NOBODYS = new RequestLogEntry();

    private volatile String query;

    /** At the outermost handler, so that the log sees the same request. */
    static void begin(Request request) {
        request.setAttribute(ATTRIBUTE, new RequestLogEntry());
    }

    static Optional<String> query(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestLogEntry entry
                ? Optional.ofNullable(entry.query)
                : Optional.empty();
    }

    static RequestLogEntry of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestLogEntry entry ? entry : NOBODYS;
    }

    /** The text of the query that the request asks. */
    void query(String text) {
        if (this != NOBODYS) {
            query = text;
        }
    }

    /**
     * Whose share of the server a request takes: an address; none for this machine, but where a server before this one
     * asks for others.
     */
    static Optional<String> client(HttpServletRequest request, Listening listening) {
        String address = request.getRemoteAddr();
        try {
            // An address is not looked up.
            return address == null || !listening.forwarded() && InetAddress.getByName(address).isLoopbackAddress()
                    ? Optional.empty()
                    : Optional.of(address);
        } catch (UnknownHostException e) {
            return Optional.of(address);
        }
    }
}
