package org.jingwei.publish;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may ask. With neither tokens nor passwords an endpoint on the loopback interface is open to this machine.
 *
 * @param tokens     file of bearer tokens, hashed; see {@link Tokens}
 * @param passwords  file of names and passwords for HTTP Basic; see {@link Passwords}
 * @param publicRead whether anybody may read; writing needs a token or password all the same
 */
public record Access(Optional<Path> tokens, Optional<Path> passwords, boolean publicRead) {
    public static final Access NONE = new Access(Optional.empty(), Optional.empty(), false);
}
