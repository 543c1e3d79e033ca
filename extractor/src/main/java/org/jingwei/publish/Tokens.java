package org.jingwei.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bearer tokens. Their file has a line {@code NAME ROLE HASH} for each: a name for the log, {@code read} or
 * {@code load}, and the SHA-256 of the token in hexadecimal. Tokens are random and long, so their plain hash gives
 * nothing away. Empty lines and those that start with {@code #} are passed over.
 */
public final class Tokens {
    private static final Pattern LINE = Pattern.compile("(\\S{1,64})\\s+(read|load)\\s+([0-9A-Fa-f]{64})");
    private static final int TOKEN_BYTES = 32;

    private record Token(byte[] hash, Identity identity) {}

    private final List<Token> tokens;

    private Tokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** @throws PublishException when a line says no token */
    static Tokens read(Path file) {
        var tokens = new ArrayList<Token>();
        int number = 0;
        for (String line : SecretFile.lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var match = LINE.matcher(line.strip());
            if (!match.matches()) {
                // The line is not shown: it may hold a token by mistake.
                throw new PublishException("[" + file + "] line " + number + " is not NAME ROLE HASH.",
                        "Make a line with: jingwei token NAME --role read");
            }
            tokens.add(new Token(HexFormat.of().parseHex(match.group(3).toLowerCase(Locale.ROOT)),
                    new Identity(match.group(1), Role.valueOf(match.group(2).toUpperCase(Locale.ROOT)))));
        }
        if (tokens.isEmpty()) {
            throw new PublishException("[" + file + "] has no token.", "Make a line with: jingwei token NAME");
        }
        return new Tokens(tokens);
    }

    /** Whose token it is. Takes as long whichever it is, and whether it is any. */
    Optional<Identity> of(String token) {
        byte[] hash = hash(token);
        Identity found = null;
        for (Token known : tokens) {
            if (MessageDigest.isEqual(known.hash(), hash)) {
                found = known.identity();
            }
        }
        return Optional.ofNullable(found);
    }

    /** A new token: 43 characters out of 256 random bits. */
    public static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The line of a file of tokens. @throws IllegalArgumentException when the name is none */
    public static String line(String name, Role role, String token) {
        String line = name + " " + role.name().toLowerCase(Locale.ROOT) + " " + HexFormat.of().formatHex(hash(token));
        if (!LINE.matcher(line).matches() || name.startsWith("#")) {
            throw new IllegalArgumentException("a name has up to 64 characters and no spaces");
        }
        return line;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
