package org.jingwei.source;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Pages read from the web, one at a time and politely. A host is resolved once for each request; when one of its
 * addresses is refused by the rule, the host is refused, whatever its others are; the connection goes to an address
 * that was checked ({@link PinnedClient}). A redirect is a new request: checked, resolved and asked of robots.txt
 * again. Not thread-safe.
 */
final class WebPages {
    /** RFC 9309 asks for at least 500 KiB of a robots.txt; the rest is ignored. */
    private static final int MOST_ROBOTS = 500 * 1024;
    private static final int MOST_SITES = 1000;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final WebOptions options;
    private final Network network;
    private final PageName names;
    private final Pace pace;
    private final PinnedClient client;
    private final Map<WebAddress, BaseRobotRules> robots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<WebAddress, BaseRobotRules> eldest) {
            return size() > MOST_SITES;
        }
    };

    WebPages(WebOptions options, Network network, PageName names) {
        this.options = options;
        this.network = network;
        this.names = names;
        this.pace = new Pace(network.time());
        this.client = new PinnedClient(options, network.trust());
    }

    /** The page at this address; its stated URL is where the redirects ended. */
    Arrival page(String url) {
        try {
            var address = WebAddress.of(url);
            for (int hops = 0;; hops++) {
                var rules = robots(address.at("/robots.txt"));
                if (!rules.isAllowed(address.toString())) {
                    throw new Trouble(rules.isDeferVisits()
                            ? "the robots.txt of " + address.authority() + " cannot be read, so nothing there is"
                            : "the robots.txt of " + address.authority() + " disallows it",
                            rules.isDeferVisits()
                                    ? "Try again later."
                                    : "Ask the publisher, or save the page with a browser and name the file.");
                }
                var answer = get(address, rules.getCrawlDelay(), options.mostSent(), false);
                var location = redirect(answer);
                if (location.isEmpty()) {
                    return page(url, address, answer);
                }
                if (hops >= options.redirects()) {
                    throw new Trouble("more than " + options.redirects() + " redirects", "Name the page they lead to.");
                }
                address = address.resolve(location.get());
            }
        } catch (Trouble e) {
            return e.at(url);
        }
    }

    private Arrival page(String url, WebAddress address, PinnedClient.Answer answer) throws Trouble {
        int status = answer.status();
        if (!Payload.isWhole(status)) {
            throw new Trouble("the server answers " + status,
                    status == 429 || status >= 500
                            ? "Try again later."
                            : "Check in a browser whether the page is there without a login.");
        }
        var contentType = answer.headers().firstValue("Content-Type");
        var kind = Payload.kind(contentType).orElseThrow(
                () -> new Trouble("its type is " + contentType.orElseThrow() + ", which is not a page's",
                        "Name the page itself, HTML or plain text."));
        byte[] content = Payload.decoded(answer.body(), answer.headers().allValues("Content-Encoding"),
                options.mostInflated(), options.mostRatio());
        return new Arrival.Page(new RawPage(names.unique(PageName.ofUrl(address.toString())), url, kind, content,
                RawPage.sha256(content), new RawPage.Stated(Optional.of(address.toString()), Optional.empty(),
                        Optional.empty(), Payload.charset(contentType))));
    }

    private static Optional<String> redirect(PinnedClient.Answer answer) {
        return REDIRECTS.contains(answer.status()) ? answer.headers().firstValue("Location") : Optional.empty();
    }

    private BaseRobotRules robots(WebAddress site) throws Trouble {
        BaseRobotRules known = robots.get(site);
        if (known == null) {
            known = fetchRobots(site);
            robots.put(site, known);
        }
        return known;
    }

    /** As RFC 9309 has it: what is not there allows everything, what cannot be asked for allows nothing. */
    private BaseRobotRules fetchRobots(WebAddress site) throws Trouble {
        var parser = new SimpleRobotRulesParser();
        parser.setMaxWarnings(0);
        var address = site;
        for (int hops = 0; hops <= options.redirects(); hops++) {
            var answer = get(address, BaseRobotRules.UNSET_CRAWL_DELAY, MOST_ROBOTS, true);
            var location = redirect(answer);
            if (location.isPresent()) {
                address = address.resolve(location.get());
            } else if (answer.status() >= 200 && answer.status() < 300) {
                var codings = answer.headers().allValues("Content-Encoding");
                byte[] text = Payload.decoded(answer.body(), codings, options.mostInflated(), options.mostRatio());
                return parser.parseContent(site.toString(), text,
                        answer.headers().firstValue("Content-Type").orElse("text/plain"),
                        List.of(options.agent().split("/", 2)[0].strip().toLowerCase(Locale.ROOT)));
            } else {
                return parser.failedFetch(answer.status());
            }
        }
        return parser.failedFetch(404); // RFC 9309: beyond five redirects it may be taken as not there
    }

    private PinnedClient.Answer get(WebAddress address, long crawlDelay, int most, boolean cut) throws Trouble {
        var addresses = checked(address);
        var delay = options.delay();
        if (crawlDelay > delay.toMillis()) {
            delay = Duration.ofMillis(crawlDelay);
        }
        try {
            pace.await(address.host(), delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", "Run it again.");
        }
        try {
            return client.get(address, addresses.getFirst(), most, cut);
        } catch (SSLException e) {
            throw new Trouble("no trusted connection to " + address.authority() + ": " + Inputs.cause(e),
                    "Check the site's certificate in a browser.");
        } catch (IOException e) {
            throw new Trouble("no answer from " + address.authority() + ": " + Inputs.cause(e),
                    "Check the address and the connection, or try again later.");
        }
    }

    private List<InetAddress> checked(WebAddress address) throws Trouble {
        List<InetAddress> addresses;
        try {
            addresses = network.resolver().addresses(address.host());
        } catch (UnknownHostException e) {
            throw new Trouble("there is no host " + address.host(), "Check the spelling and the connection.");
        }
        for (InetAddress ip : addresses) {
            if (!options.addresses().allows(ip)) {
                throw new Trouble(address.host() + " is " + ip.getHostAddress() + ", which is not a public address",
                        "Pages of internal servers are not fetched; save the page and name the file.");
            }
        }
        return addresses;
    }
}
