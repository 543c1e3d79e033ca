package org.jingwei.publish;

import java.nio.file.Path;

/** With what the server proves its name. */
public sealed interface Certificate {

    /**
     * As certificate authorities hand it out.
     *
     * @param chain of certificates, the server's own first, PEM
     * @param key   its private key, PKCS#8 in PEM, without password
     */
    record Pem(Path chain, Path key) implements Certificate {}

    /**
     * @param file     with one private key
     * @param password file whose first line is the password
     */
    record Pkcs12(Path file, Path password) implements Certificate {}
}
