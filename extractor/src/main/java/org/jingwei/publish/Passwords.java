package org.jingwei.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.security.PropertyUserStore;
import org.eclipse.jetty.security.RolePrincipal;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Names and passwords in a file of Jetty's form, {@code NAME: PASSWORD, ROLE}: the password plain or as Jetty's
 * {@code CRYPT:} or {@code MD5:}, the role {@code read} or {@code load}.
 */
final class Passwords {
    private final PropertyUserStore users = new PropertyUserStore();

    private Passwords() {}

    /** @throws PublishException when the file cannot be read */
    static Passwords read(Path file) {
        SecretFile.check(file);
        var passwords = new Passwords();
        try {
            passwords.users.setConfig(ResourceFactory.root().newResource(file.toUri()));
            passwords.users.start();
        } catch (Exception e) {
            throw new PublishException("[" + file + "] cannot be read as names and passwords: " + e.getMessage(),
                    "Write a line for each: NAME: PASSWORD, read", e);
        }
        return passwords;
    }

    /** @param encoded {@code name:password} in Base64, as HTTP Basic sends it */
    Optional<Identity> of(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = pair.substring(0, colon);
        var user = users.getUserPrincipal(name);
        if (user == null || !user.authenticate(pair.substring(colon + 1))) {
            return Optional.empty();
        }
        Role role = null;
        for (RolePrincipal stated : users.getRolePrincipals(name)) {
            for (Role known : Role.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(stated.getName())
                        && (role == null || known.covers(role))) {
                    role = known;
                }
            }
        }
        return Optional.ofNullable(role).map(r -> new Identity(name, r));
    }
}
