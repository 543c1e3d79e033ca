package org.jingwei.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingwei.publish.Access;
import org.jingwei.publish.Answer;
import org.jingwei.publish.Bounds;
import org.jingwei.publish.Certificate;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.Listening;
import org.jingwei.publish.PublishException;
import org.jingwei.publish.RequestLogFile;
import org.jingwei.publish.Services;

/** What the options mean. */
final class ServerSettings {
    private static final int LONGEST_SECONDS = 86_400;

    private final ServerOptions options;

    private ServerSettings(ServerOptions options) {
        this.options = options;
    }

    /** @throws Trouble when they make no sense, or others could reach the server unasked and in the clear */
    static EndpointSettings of(ServerOptions options) {
        var settings = new ServerSettings(options).settings();
        try {
            settings.check();
        } catch (PublishException e) {
            throw new Trouble(Exit.WRONG_USAGE, e.getMessage() + " " + e.remedy(), e);
        }
        return settings;
    }

    private EndpointSettings settings() {
        return new EndpointSettings(listening(), bounds(), access(), services(),
                options.path(ServerOption.LOG).map(file -> new RequestLogFile(file,
                        options.number(ServerOption.LOG_QUERY, 0, 1 << 20))),
                options.path(ServerOption.MAP));
    }

    private Listening listening() {
        for (String origin : options.texts(ServerOption.ALLOW_ORIGIN)) {
            if (!origin.matches("\\*|https?://[^/?#;,\\s'\"]+")) {
                throw new Trouble(Exit.WRONG_USAGE, options.where(ServerOption.ALLOW_ORIGIN)
                        + " must be scheme, host and port without a path, such as http://127.0.0.1:3333, not "
                        + origin);
            }
        }
        Set<String> names = options.texts(ServerOption.HOST_NAME).stream()
                .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return new Listening(options.text(ServerOption.HOST).orElseThrow(),
                options.number(ServerOption.PORT, 0, 65_535), names,
                Set.copyOf(options.texts(ServerOption.ALLOW_ORIGIN)), options.on(ServerOption.BEHIND_PROXY),
                certificate(), options.on(ServerOption.PLAIN_HTTP));
    }

    private Optional<Certificate> certificate() {
        boolean pem = both(ServerOption.CERTIFICATE, ServerOption.PRIVATE_KEY);
        boolean store = both(ServerOption.KEYSTORE, ServerOption.KEYSTORE_PASSWORD_FILE);
        if (pem && store) {
            throw new Trouble(Exit.WRONG_USAGE, options.where(ServerOption.CERTIFICATE) + " and "
                    + options.where(ServerOption.KEYSTORE) + " both name a certificate. Leave one out.");
        }
        if (pem) {
            return Optional.of(new Certificate.Pem(options.path(ServerOption.CERTIFICATE).orElseThrow(),
                    options.path(ServerOption.PRIVATE_KEY).orElseThrow()));
        }
        return store
                ? Optional.of(new Certificate.Pkcs12(options.path(ServerOption.KEYSTORE).orElseThrow(),
                        options.path(ServerOption.KEYSTORE_PASSWORD_FILE).orElseThrow()))
                : Optional.empty();
    }

    private boolean both(ServerOption one, ServerOption other) {
        boolean first = options.path(one).isPresent();
        if (first != options.path(other).isPresent()) {
            throw new Trouble(Exit.WRONG_USAGE, options.where(first ? one : other) + " needs "
                    + (first ? other : one).key() + " beside it.");
        }
        return first;
    }

    private Bounds bounds() {
        return new Bounds(seconds(ServerOption.TIMEOUT, 1),
                new Answer.Limits(options.number(ServerOption.MAX_ROWS, 1, Integer.MAX_VALUE),
                        options.number(ServerOption.MAX_CHARACTERS, 1, Integer.MAX_VALUE)),
                options.number(ServerOption.MAX_BODY, 1024, 1 << 30),
                options.number(ServerOption.QUERIES, 1, 10_000),
                options.number(ServerOption.QUERIES_A_CLIENT, 1, 10_000), seconds(ServerOption.PATIENCE, 0),
                options.number(ServerOption.CONNECTIONS, 1, 1_000_000), seconds(ServerOption.STOP_TIMEOUT, 0));
    }

    private Access access() {
        return new Access(options.path(ServerOption.TOKEN_FILE), options.path(ServerOption.PASSWORD_FILE),
                options.on(ServerOption.PUBLIC_READ), options.on(ServerOption.OPEN_LOAD));
    }

    private Services services() {
        try {
            return new Services(Set.copyOf(options.texts(ServerOption.SERVICE)),
                    seconds(ServerOption.SERVICE_TIMEOUT, 1),
                    options.number(ServerOption.SERVICE_BYTES, 1, 1 << 30),
                    options.number(ServerOption.SERVICE_REQUESTS, 1, 10_000));
        } catch (IllegalArgumentException e) {
            throw new Trouble(Exit.WRONG_USAGE, options.where(ServerOption.SERVICE) + ": " + e.getMessage() + ".", e);
        }
    }

    private Duration seconds(ServerOption option, int least) {
        return Duration.ofSeconds(options.number(option, least, LONGEST_SECONDS));
    }
}
