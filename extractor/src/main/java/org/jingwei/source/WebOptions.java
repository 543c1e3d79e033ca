package org.jingwei.source;

import java.time.Duration;

/**
 * Limits and manners of reading from the web.
 *
 * @param addresses      which addresses may be connected to
 * @param agent          the {@code User-Agent} header; robots.txt is read for its part before the slash
 * @param time           for one request, from connecting to its last byte; name resolution, which the operating system
 *                       limits, and polite waiting come on top
 * @param redirects      how many are followed for one page
 * @param mostSent       bytes of a body as sent
 * @param mostInflated   bytes of a body after its content encoding is undone
 * @param mostRatio      how many times its sent size a body larger than a megabyte may inflate to
 * @param delay          between the starts of two requests to one host, unless its robots.txt asks for more
 */
public record WebOptions(AddressRule addresses, String agent, Duration time, int redirects, int mostSent,
        int mostInflated, int mostRatio, Duration delay) {
    /** Public addresses, 30 s, 5 redirects, 10 MB sent, 16 MB inflated, 200 times, 1 s between requests. */
    public static final WebOptions DEFAULTS = new WebOptions(AddressRule.PUBLIC,
            "Jingwei/0.1 (+https://w3id.org/jingwei/)", Duration.ofSeconds(30), 5, 10 << 20, Inputs.MOST_BYTES, 200,
            Duration.ofSeconds(1));

    public WebOptions {
        if (time.isNegative() || time.isZero() || delay.isNegative() || redirects < 0 || mostSent < 1
                || mostInflated < 1 || mostRatio < 1 || !agent.matches("[!-~][ -~]*")) {
            throw new IllegalArgumentException("limits are positive and the agent has a name in ASCII");
        }
    }

    /** @throws IllegalArgumentException when it is negative */
    public WebOptions withDelay(Duration between) {
        return new WebOptions(addresses, agent, time, redirects, mostSent, mostInflated, mostRatio, between);
    }

    /** @throws IllegalArgumentException when it is no header value */
    public WebOptions withAgent(String name) {
        return new WebOptions(addresses, name, time, redirects, mostSent, mostInflated, mostRatio, delay);
    }

    public WebOptions withAddresses(AddressRule rule) {
        return new WebOptions(rule, agent, time, redirects, mostSent, mostInflated, mostRatio, delay);
    }
}
