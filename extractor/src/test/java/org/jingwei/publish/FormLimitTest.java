package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** A form that comes byte by byte holds nobody up for long. */
class FormLimitTest {
    @Test
    void aFormThatComesSlowlyIsGivenUp() throws Exception {
        try (var server = new Running(); var socket = server.socket()) {
            socket.getOutputStream().write(head(2000));
            for (int sent = 0; sent < 400 && socket.getInputStream().available() == 0; sent++) {
                socket.getOutputStream().write('a');
                Thread.sleep(50);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("Connection: close"), answer);
        }
    }

    @Test
    void aFormThatComesInPiecesIsRead() throws Exception {
        try (var server = new Running(); var socket = server.socket()) {
            socket.getOutputStream().write(head(4));
            socket.getOutputStream().write("a=".getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(200);
            socket.getOutputStream().write("bc".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("a=bc", answer.replaceFirst("(?s).*\r\n\r\n", ""), answer);
        }
    }

    private static byte[] head(int length) {
        return ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A server that answers with the form. */
    private static final class Running implements AutoCloseable {
        private final Server server = new Server();

        Running() throws Exception {
            var connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(new FormLimit(new Handler.Abstract() {
                @Override
                public boolean handle(Request request, Response response, Callback callback) throws Exception {
                    Content.Sink.write(response, true, Content.Source.asString(request), callback);
                    return true;
                }
            }, Set.of()));
            server.start();
        }

        Socket socket() throws IOException {
            var socket = new Socket(InetAddress.getByName("127.0.0.1"),
                    ((ServerConnector) server.getConnectors()[0]).getLocalPort());
            socket.setSoTimeout(60_000);
            return socket;
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }
}
