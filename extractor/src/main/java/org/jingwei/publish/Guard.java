package org.jingwei.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jingwei.source.Json;

/**
 * Lets in who may do what a path is for: reading everywhere but on the paths that change something. Whether a token or
 * a password is given, it must be right, even where none is needed; a server that has none leaves it to one before it.
 */
final class Guard extends Handler.Wrapper {
    /** Attribute of a request: the name of who asks, where it was said. */
    static final String WHO = "org.jingwei.who";
    /** Tell whether the server lives and can answer, and nothing else. */
    private static final Set<String> SIGNS_OF_LIFE = Set.of("/$/ping", OperationServlet.HEALTH, OperationServlet.READY);
    /** Beginnings of what servers in front add, in small letters. */
    private static final List<String> FORWARDED = List.of("forwarded", "x-forwarded-", "via", "x-real-ip", "cf-",
            "true-client-ip");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    private final Map<String, Role> paths;
    private final boolean openToRead;
    private final boolean openToLoad;
    private final Optional<Tokens> tokens;
    private final Optional<Passwords> passwords;
    private final Failures failures = new Failures(System::nanoTime);

    /**
     * @param paths what role a path and everything below it needs, where that is more than reading
     * @throws PublishException when the files of tokens or passwords cannot be read
     */
    Guard(Handler next, EndpointSettings settings, Map<String, Role> paths) {
        super(next);
        this.paths = Map.copyOf(paths);
        this.tokens = settings.access().tokens().map(Tokens::read);
        this.passwords = settings.access().passwords().map(Passwords::read);
        boolean none = tokens.isEmpty() && passwords.isEmpty();
        // Behind another server the whole world comes from this machine, and one with its defaults does not say so.
        this.openToLoad = settings.access().openLoad();
        this.openToRead = settings.onLoopback() && none || settings.access().publicRead();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        Role needed = needed(path);
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        boolean known = tokens.isPresent() || passwords.isPresent();
        if (given == null || !known) {
            if (needed == Role.READ ? openToRead || SIGNS_OF_LIFE.contains(path) : openToLoad && !foreign(request)) {
                return super.handle(request, response, callback);
            }
            return challenge(request, response, callback, missing(needed));
        }
        String client = Request.getRemoteAddr(request);
        if (failures.tooMany(client)) {
            response.getHeaders().put("Retry-After", Failures.SECONDS);
            return refuse(response, callback, TOO_MANY, "Too many wrong tokens or passwords",
                    "Try again in a minute.");
        }
        Optional<Identity> who = who(given);
        if (who.isEmpty()) {
            failures.add(client);
            return challenge(request, response, callback, "The token or password is not one of this server's.");
        }
        request.setAttribute(WHO, who.get().name());
        if (!who.get().role().covers(needed)) {
            return refuse(response, callback, FORBIDDEN, "Not allowed",
                    "This needs the role " + named(needed) + "; " + who.get().name() + " has "
                            + named(who.get().role()) + ".");
        }
        return super.handle(request, response, callback);
    }

    private String missing(Role needed) {
        String make = "jingwei token NAME --role " + named(needed);
        if (openToLoad) {
            return "Clients of this machine may load here, but neither pages of other sites nor servers that pass "
                    + "requests on. For those, start the server with --token-file in the place of --open-load; "
                    + "a line of that file is made with: " + make;
        }
        if (tokens.isEmpty() && passwords.isEmpty()) {
            return "Loading needs a token, and this server has none. Make one with: umask 077; " + make
                    + " >> tokens. Start the server with --token-file tokens (and --public-read, where anybody may "
                    + "read), and send the token as the header Authorization: Bearer TOKEN. Or start it with "
                    + "--open-load, where everything on this machine may load.";
        }
        return "This needs a token or password with the role " + named(needed)
                + ". Send it as the header Authorization: Bearer TOKEN, or as name and password (HTTP Basic). Whoever "
                + "runs the server makes a token with: " + make;
    }

    private Role needed(String path) {
        return isBelow(path, paths.keySet()).map(paths::get).orElse(Role.READ);
    }

    /** The one of these paths that this is, or lies below. */
    static Optional<String> isBelow(String path, Set<String> paths) {
        return paths.stream().filter(one -> path.equals(one) || path.startsWith(one + "/")).findFirst();
    }

    private Optional<Identity> who(String given) {
        String[] parts = given.strip().split(" +", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> tokens.flatMap(known -> known.of(parts[1]));
            case "basic" -> passwords.flatMap(known -> known.of(parts[1]));
            default -> Optional.empty();
        };
    }

    /**
     * Whether a page of another site sends it, which browsers say, and do without asking the reader; or another server
     * passes it on. A page cannot forge what the browser says of its site; an old browser that says nothing of it names
     * an origin, and could mean any.
     */
    private static boolean foreign(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return request.getHeaders().stream().map(header -> header.getName().toLowerCase(Locale.ROOT))
                .anyMatch(name -> FORWARDED.stream().anyMatch(name::startsWith))
                || (site == null ? origin != null : !List.of("same-origin", "none").contains(site));
    }

    private boolean challenge(Request request, Response response, Callback callback, String detail) {
        if (tokens.isEmpty() && passwords.isEmpty()) {
            return refuse(response, callback, FORBIDDEN, "Not allowed", detail);
        }
        tokens.ifPresent(known -> response.getHeaders().add("WWW-Authenticate", "Bearer realm=\"jingwei\""));
        passwords.ifPresent(known -> response.getHeaders().add("WWW-Authenticate",
                "Basic realm=\"jingwei\", charset=\"UTF-8\""));
        return isBrowser(request)
                ? reply(response, callback, UNAUTHORIZED, AnswerFormat.HTML.mediaType(),
                        ShutDoor.page(detail, passwords.isPresent()))
                : refuse(response, callback, UNAUTHORIZED, "Say who you are", detail);
    }

    private static boolean isBrowser(Request request) {
        return Negotiation.choose(request.getHeaders().get(HttpHeader.ACCEPT),
                List.of(Problem.MEDIA_TYPE, AnswerFormat.HTML.mediaType()), Function.identity())
                .filter(AnswerFormat.HTML.mediaType()::equals).isPresent();
    }

    private static boolean refuse(Response response, Callback callback, int status, String title, String detail) {
        return reply(response, callback, status, Problem.MEDIA_TYPE,
                Json.pretty(new Problem(status, title, detail, Map.of()).document()));
    }

    private static boolean reply(Response response, Callback callback, int status, String mediaType, String body) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", mediaType + "; charset=utf-8");
        response.getHeaders().put("Cache-Control", "no-store");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static String named(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
