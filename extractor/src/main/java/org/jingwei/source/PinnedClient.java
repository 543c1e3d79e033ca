package org.jingwei.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;

/**
 * One request to one IP address.
 *
 * <p>
 * The request goes to a URI whose host is the address itself, so that nothing is resolved behind the caller's check;
 * the name travels in the {@code Host} header and, over TLS, in the server name indication, against which the JDK
 * verifies the certificate. No proxy is used, no redirect followed, no cookie or credential sent. A Java runtime that
 * does not take the server name for such a URI fails the handshake: it never verifies less.
 *
 * <p>
 * The JDK sets {@code Host} only where the system property {@code jdk.httpclient.allowRestrictedHeaders} allows it,
 * which it reads once. This class sets the property before its first request.
 */
final class PinnedClient {
    private static final String ALLOWED = "jdk.httpclient.allowRestrictedHeaders";

    static {
        String allowed = System.getProperty(ALLOWED, "");
        if (!List.of(allowed.split(",")).contains("host")) {
            System.setProperty(ALLOWED, allowed.isEmpty() ? "host" : allowed + ",host");
        }
    }

    private final WebOptions options;
    private final Network.Trust trust;

    PinnedClient(WebOptions options, Network.Trust trust) {
        this.options = options;
        this.trust = trust;
    }

    /** @param body of a 2xx answer; of others nothing is read */
    record Answer(int status, HttpHeaders headers, byte[] body) {}

    /**
     * @param most bytes of the body that are read
     * @param cut  whether a longer body is cut there; it is trouble otherwise
     * @throws IOException when the server cannot be reached or does not speak HTTP
     */
    Answer get(WebAddress address, InetAddress ip, int most, boolean cut) throws IOException, Trouble {
        return send(address, ip, Message.PAGE, most, cut);
    }

    /**
     * What a request says beside its address.
     *
     * @param accept    media types
     * @param encodings that the body of the answer may have
     * @param form      to post; empty for GET
     */
    record Message(String accept, String encodings, Optional<String> form) {
        private static final Message PAGE = new Message("text/html, application/xhtml+xml, text/plain;q=0.9",
                "gzip, deflate", Optional.empty());
    }

    /** As {@link #get}, with another message. */
    Answer send(WebAddress address, InetAddress ip, Message message, int most, boolean cut)
            throws IOException, Trouble {
        String literal = ip.getHostAddress().replaceFirst("%.*", "");
        var uri = URI.create(address.scheme() + "://" + (literal.contains(":") ? "[" + literal + "]" : literal) + ":"
                + address.port() + address.path());
        var client = client(address);
        try {
            var future = client.sendAsync(request(address, uri, message),
                    info -> info.statusCode() >= 200 && info.statusCode() < 300
                            ? new Capped(most, cut)
                            : new Capped(0, true));
            try {
                var response = future.get(options.time().toMillis(), TimeUnit.MILLISECONDS);
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (TimeoutException e) {
                future.cancel(true);
                throw new Trouble("the server did not finish within " + options.time().toSeconds() + " s",
                        "Try again later.");
            } catch (ExecutionException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof TooLong) {
                        throw new Trouble("larger than " + most + " bytes", "Give the article's own page.");
                    }
                }
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                future.cancel(true);
                Thread.currentThread().interrupt();
                throw new Trouble("interrupted", "Run it again.");
            }
        } finally {
            client.shutdownNow();
        }
    }

    private HttpClient client(WebAddress address) {
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(options.time());
        if (address.isHttps()) {
            var tls = freshTls();
            var parameters = tls.getDefaultSSLParameters();
            if (!address.isLiteral()) {
                parameters.setServerNames(List.of(new SNIHostName(address.host())));
            }
            builder.sslContext(tls).sslParameters(parameters);
        }
        return builder.build();
    }

    /**
     * A context without sessions. The JDK files sessions under the host of the URI, here the address; one that is
     * resumed is not verified again, so another name at the same address would be believed unseen.
     */
    private SSLContext freshTls() {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.managers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS; check its security settings", e);
        }
    }

    private HttpRequest request(WebAddress address, URI uri, Message message) {
        try {
            var request = HttpRequest.newBuilder(uri).header("Host", address.authority())
                    .header("User-Agent", options.agent()).header("Accept", message.accept())
                    .header("Accept-Encoding", message.encodings());
            return message.form().map(form -> request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))).orElseGet(request::GET).build();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "this Java process used its HTTP client before it read a page; start it with -D" + ALLOWED
                            + "=host (" + e.getMessage() + ")",
                    e);
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Collects a body up to a size, then stops the transfer. */
    private static final class Capped implements HttpResponse.BodySubscriber<byte[]> {
        private final int most;
        private final boolean cut;
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.Subscription subscription;

        Capped(int most, boolean cut) {
            this.most = most;
            this.cut = cut;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription to) {
            subscription = to;
            if (most == 0) {
                stop();
            } else {
                to.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] read = new byte[Math.min(buffer.remaining(), most - bytes.size())];
                buffer.get(read);
                bytes.writeBytes(read);
                if (buffer.hasRemaining()) {
                    stop();
                    return;
                }
            }
            subscription.request(1);
        }

        private void stop() {
            subscription.cancel();
            if (cut) {
                body.complete(bytes.toByteArray());
            } else {
                body.completeExceptionally(new TooLong());
            }
        }

        @Override
        public void onError(Throwable error) {
            body.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
