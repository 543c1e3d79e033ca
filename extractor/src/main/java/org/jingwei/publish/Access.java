package org.jingwei.publish;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may ask. With neither tokens nor passwords an endpoint on the loopback interface can be read by this
 * machine.
 *
 * @param tokens     file of bearer tokens, hashed; see {@link Tokens}
 * @param passwords  file of names and passwords for HTTP Basic; see {@link Passwords}
 * @param publicRead whether anybody may read; writing needs a token or password all the same
 * @param openLoad   whether every client of this machine may load; no sign of whoever asks tells such a client from
 *                   one of a server on this machine that passes requests on
 */
public record Access(Optional<Path> tokens, Optional<Path> passwords, boolean publicRead, boolean openLoad) {
    /** This machine may read, and nobody load. */
    public static final Access NONE = new Access(Optional.empty(), Optional.empty(), false);
    /** This machine may read and load. */
    public static final Access OPEN_LOAD = new Access(Optional.empty(), Optional.empty(), false, true);

    /** Where nobody loads without a token or password. */
    public Access(Optional<Path> tokens, Optional<Path> passwords, boolean publicRead) {
        this(tokens, passwords, publicRead, false);
    }
}
