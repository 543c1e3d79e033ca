package org.jingwei.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A query put to another SPARQL endpoint. Its host is resolved once, every address of it is checked, and the connection
 * goes to one that was; no redirect is followed. A host that the caller names by its IP address, or as localhost, may be
 * anywhere; another must be on the public internet.
 */
public final class RemoteQuestion {
    private static final String JSON = "application/sparql-results+json";

    private final WebOptions options;
    private final Network network;

    /**
     * @param time  for one answer, from connecting to its last byte
     * @param bytes most bytes of one answer
     */
    public RemoteQuestion(Duration time, int bytes) {
        this(time, bytes, Network.SYSTEM);
    }

    RemoteQuestion(Duration time, int bytes, Network network) {
        WebOptions defaults = WebOptions.DEFAULTS;
        this.options = new WebOptions(defaults.addresses(), defaults.agent(), time, 0, bytes, bytes,
                defaults.mostRatio(), Duration.ZERO);
        this.network = network;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** @param json results in the SPARQL 1.1 JSON format, as far as the server keeps to it */
        record Answered(byte[] json) implements Outcome {}

        /** The server could not be reached, did not answer in time or could not answer. */
        record Failed(String why) implements Outcome {}

        /** The answer is not taken: from that address, or of that size. */
        record Refused(String why) implements Outcome {}
    }

    /** @param endpoint an http or https address */
    public Outcome ask(String endpoint, String query) {
        try {
            var address = WebAddress.of(endpoint);
            List<InetAddress> found = network.resolver().addresses(address.host());
            boolean named = address.isLiteral() || address.host().equals("localhost");
            for (InetAddress ip : found) {
                if (!options.addresses().allows(ip) && !named) {
                    return new Outcome.Refused(address.host() + " is " + ip.getHostAddress()
                            + ", which is not a public address");
                }
            }
            String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            var answer = new PinnedClient(options, network.trust()).send(address, found.getFirst(),
                    new PinnedClient.Message(JSON, "identity", Optional.of(form)), options.mostSent() + 1, true);
            if (answer.status() >= 300 && answer.status() < 400) {
                return new Outcome.Refused("it sends on to another address");
            }
            if (answer.status() < 200 || answer.status() > 299) {
                return new Outcome.Failed("it answers " + answer.status());
            }
            return answer.body().length > options.mostSent()
                    ? new Outcome.Refused("its answer has more than " + options.mostSent() + " bytes")
                    : new Outcome.Answered(answer.body());
        } catch (Trouble e) {
            return new Outcome.Failed(e.getMessage());
        } catch (UnknownHostException e) {
            return new Outcome.Failed("there is no such host");
        } catch (IOException e) {
            return new Outcome.Failed(Inputs.cause(e));
        }
    }
}
