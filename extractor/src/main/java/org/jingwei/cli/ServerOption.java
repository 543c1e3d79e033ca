package org.jingwei.cli;

import java.util.Locale;
import java.util.Optional;

/**
 * What can be set of the server, each under one name: {@code --max-rows 500} on the command line,
 * {@code JINGWEI_MAX_ROWS=500} in the environment, {@code max-rows = 500} in the file.
 */
enum ServerOption {
    DB(Kind.PATH, "DIR", "", "The store."),
    HOST(Kind.TEXT, "NAME", "127.0.0.1",
            "The address to listen on; the default is this machine only. On another, say who may ask and how the way there is kept private."),
    PORT(Kind.NUMBER, "N", "3030", "The port to listen on; 0 takes any free one."),
    HOST_NAME(Kind.TEXTS, "NAME", "",
            "A host name that the server answers to, such as kg.example.org. Needed on the loopback interface behind a server of that name; elsewhere, none stands for any."),
    ALLOW_ORIGIN(Kind.TEXTS, "ORIGIN", "",
            "A web origin, such as http://127.0.0.1:3333, whose pages may read answers and show previews; * for all."),

    TOKEN_FILE(Kind.PATH, "FILE", "",
            "Who may ask, by bearer token: lines NAME ROLE HASH, as the verb token makes them. Roles: read, load."),
    PASSWORD_FILE(Kind.PATH, "FILE", "",
            "Who may ask, by HTTP Basic: lines NAME: PASSWORD, ROLE. The password plain, or as CRYPT: or MD5:."),
    PUBLIC_READ(Kind.SWITCH, "", "false", "Anybody may read. Loading needs a token or password all the same."),
    OPEN_LOAD(Kind.SWITCH, "", "false",
            "Every client of this machine may load pages without a token. Not where a server on this machine passes requests of others on, even if only by chance: then the whole world may."),

    CERTIFICATE(Kind.PATH, "FILE", "",
            "For TLS: the chain of certificates in PEM, the server's own first."),
    PRIVATE_KEY(Kind.PATH, "FILE", "", "For TLS: the certificate's private key, PKCS#8 in PEM without password."),
    KEYSTORE(Kind.PATH, "FILE", "", "For TLS, instead of certificate and private-key: a PKCS12 store of both."),
    KEYSTORE_PASSWORD_FILE(Kind.PATH, "FILE", "", "A file with the password of the keystore."),
    PLAIN_HTTP(Kind.SWITCH, "", "false",
            "No TLS although others can reach the server: a server before it speaks TLS, or the network is private."),
    BEHIND_PROXY(Kind.SWITCH, "", "false",
            "A server before this one says for whom it asks (last entry of X-Forwarded-For, X-Forwarded-Proto), and is believed. Only where nobody can go past it."),

    TIMEOUT(Kind.NUMBER, "SECONDS", "20", "Of one query. The client hears within a second more."),
    MAX_ROWS(Kind.NUMBER, "N", "10000", "Most rows or statements of one answer; a larger one is refused, not cut."),
    MAX_CHARACTERS(Kind.NUMBER, "N", "33554432", "Most characters in all values of one answer together."),
    MAX_BODY(Kind.NUMBER, "BYTES", "262144",
            "Largest body of a request to the endpoint; its line and headers may have a quarter of it."),
    QUERIES(Kind.NUMBER, "N", "8", "How many queries run at the same time."),
    QUERIES_A_CLIENT(Kind.NUMBER, "N", "4",
            "How many queries of one client, by its address, run at the same time. Clients on this machine are not counted."),
    PATIENCE(Kind.NUMBER, "SECONDS", "5", "How long a query waits for its turn before it is turned away (503)."),
    CONNECTIONS(Kind.NUMBER, "N", "1000", "How many connections are open at the same time."),
    STOP_TIMEOUT(Kind.NUMBER, "SECONDS", "30", "How long running answers may take when the server is stopped."),

    SERVICE(Kind.TEXTS, "URL", "",
            "A SPARQL endpoint that queries may ask with SERVICE, named exactly so. One in a private network is named by its IP address or as localhost."),
    SERVICE_TIMEOUT(Kind.NUMBER, "SECONDS", "10", "For one answer of such an endpoint."),
    SERVICE_BYTES(Kind.NUMBER, "BYTES", "8388608", "Largest answer of such an endpoint."),
    SERVICE_REQUESTS(Kind.NUMBER, "N", "20", "Most requests to such endpoints that one query makes."),

    MAP(Kind.PATH, "FILE", "",
            "Borders of provinces in GeoJSON, drawn on the start page beside the tiles; each feature has the property adcode or name. None is shipped: show one that you may publish."),

    LOG(Kind.PATH, "FILE", "",
            "Log of requests, one JSON object a line; with yyyy_mm_dd in its name another file every day."),
    LOG_QUERY(Kind.NUMBER, "N", "2000", "How many characters of a query the log keeps.");

    /** What a value is. */
    enum Kind {
        TEXT,
        /** Any number of them. */
        TEXTS,
        /** Whole, not negative. */
        NUMBER,
        /** In the file, relative to the folder of the file. */
        PATH,
        /** true or false. */
        SWITCH
    }

    private final Kind kind;
    private final String label;
    private final String standard;
    private final String description;

    ServerOption(Kind kind, String label, String standard, String description) {
        this.kind = kind;
        this.label = label;
        this.standard = standard;
        this.description = description;
    }

    /** As in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String flag() {
        return "--" + key();
    }

    String variable() {
        return "JINGWEI_" + name();
    }

    Kind kind() {
        return kind;
    }

    String label() {
        return label;
    }

    /** The value when none is given; empty for none. */
    String standard() {
        return standard;
    }

    /** With its default. */
    String description() {
        return description + (kind == Kind.TEXTS ? " May be given more than once." : "") + " (default: "
                + (standard.isEmpty() ? "none" : standard) + ")";
    }

    static Optional<ServerOption> of(String key) {
        for (ServerOption option : values()) {
            if (option.key().equals(key)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
