package org.jingwei.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Certificates from files. */
final class Tls {
    private static final Pattern KEY = Pattern
            .compile("-----BEGIN (|RSA |EC |ENCRYPTED )PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END ");

    private Tls() {}

    /** @throws PublishException when the files hold no certificate with its key */
    static SslContextFactory.Server context(Certificate certificate) {
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(store(certificate));
        tls.setKeyStorePassword(certificate instanceof Certificate.Pkcs12 pkcs12 ? password(pkcs12) : "");
        return tls;
    }

    private static KeyStore store(Certificate certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            switch (certificate) {
                case Certificate.Pkcs12 file -> {
                    SecretFile.check(file.file());
                    try (InputStream in = Files.newInputStream(file.file())) {
                        store.load(in, password(file).toCharArray());
                    }
                }
                case Certificate.Pem pem -> {
                    store.load(null, null);
                    java.security.cert.Certificate[] chain = chain(pem.chain());
                    store.setKeyEntry("server", key(pem.key(), chain[0]), new char[0], chain);
                }
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new PublishException("[" + file(certificate) + "] gives no certificate with a key: "
                    + e.getMessage(), "Check the file, and its password if it has one.", e);
        }
    }

    private static Path file(Certificate certificate) {
        return switch (certificate) {
            case Certificate.Pkcs12 store -> store.file();
            case Certificate.Pem pem -> pem.chain();
        };
    }

    private static String password(Certificate.Pkcs12 store) {
        return SecretFile.lines(store.password()).stream().findFirst().orElse("");
    }

    private static java.security.cert.Certificate[] chain(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(in)
                    .toArray(java.security.cert.Certificate[]::new);
            if (chain.length == 0) {
                throw new PublishException("[" + file + "] has no certificate.",
                        "Give the chain in PEM, the server's own first.");
            }
            return chain;
        }
    }

    private static PrivateKey key(Path file, java.security.cert.Certificate own) throws GeneralSecurityException {
        var key = KEY.matcher(String.join("\n", SecretFile.lines(file)));
        if (!key.find() || !key.group(1).isEmpty()) {
            throw new PublishException("[" + file + "] has no private key in PKCS#8 without password.",
                    "Convert it: openssl pkcs8 -topk8 -nocrypt -in " + file + " -out key.pem");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(key.group(2).getBytes(StandardCharsets.US_ASCII));
        return KeyFactory.getInstance(own.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }
}
