package org.jingwei.source;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An http or https address, ready for the wire: host in lower-case ASCII, port always there, path and query escaped,
 * no user, no fragment.
 *
 * @param host a name without a final dot, an IPv4 address, or an IPv6 address in brackets
 * @param path with the query; starts with a slash
 */
record WebAddress(String scheme, String host, int port, String path) {
    private static final Pattern FORM = Pattern
            .compile("(?is)(https?)://([^/?#\\\\]*?)(?::(\\d{0,5}))?([/?][^#]*)?(?:#.*)?");
    private static final String CHECK = "Check the spelling, such as https://www.example.org/news/1.html.";

    static WebAddress of(String url) throws Trouble {
        var match = FORM.matcher(url.strip());
        if (!match.matches() || match.group(2).isEmpty()) {
            throw new Trouble("not an http or https address", CHECK);
        }
        String scheme = match.group(1).toLowerCase(Locale.ROOT);
        String host = match.group(2);
        if (host.contains("@")) {
            throw new Trouble("the address carries a user name", "Leave out what stands before the @.");
        }
        String digits = match.group(3);
        int port = digits == null || digits.isEmpty() ? standardPort(scheme) : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new Trouble("there is no port " + port, CHECK);
        }
        String path = match.group(4) == null ? "/" : match.group(4);
        return new WebAddress(scheme, host(host), port, escaped(path.startsWith("/") ? path : "/" + path));
    }

    /** Where a {@code Location} header of this address leads. */
    WebAddress resolve(String location) throws Trouble {
        String to = location.strip();
        if (to.matches("(?is)[a-z][a-z0-9+.-]*:.*")) {
            return of(to);
        }
        if (to.startsWith("//")) {
            return of(scheme + ":" + to);
        }
        try {
            return of(new URI(toString()).resolve(new URI(escaped(to.replaceFirst("(?s)#.*", "")))).toString());
        } catch (URISyntaxException e) {
            throw new Trouble("redirected to something that is no address", "Name the page that it means.");
        }
    }

    boolean isHttps() {
        return scheme.equals("https");
    }

    boolean isLiteral() {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    /** The value of the {@code Host} header. */
    String authority() {
        return port == standardPort(scheme) ? host : host + ":" + port;
    }

    /** Scheme, host and port, with the given path. */
    WebAddress at(String otherPath) {
        return new WebAddress(scheme, host, port, otherPath);
    }

    @Override
    public String toString() {
        return scheme + "://" + authority() + path;
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String host(String host) throws Trouble {
        if (host.startsWith("[")) {
            if (!host.matches("\\[[0-9A-Fa-f:.]+]")) { // no zone: it would name an interface of this machine
                throw new Trouble("not an IPv6 address: " + host, CHECK);
            }
            return host.toLowerCase(Locale.ROOT);
        }
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
            if (ascii.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*")) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Trouble("not a host name: " + host, CHECK);
    }

    /** What an address may not hold, as UTF-8 in percent signs; what is escaped already stays. */
    private static String escaped(String path) {
        var out = new StringBuilder(path.length() + 16);
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            boolean escape = c == '%' && i + 2 < bytes.length && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2]);
            if (escape || c > ' ' && c < 0x7f && "%\"<>\\^`{|}[]#".indexOf(c) < 0) {
                out.append((char) c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        }
        return out.toString();
    }
}
