package org.jingwei.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.jingwei.rdf.Iris;

/**
 * A thing with an IRI below the base of the store, and where this server has its page and its data. Whatever host the
 * base names, what stands behind the base is the path here.
 *
 * @param node its IRI
 * @param path of the IRI below the base, as an IRI has it: letters of any script as they are
 */
record Resource(Node node, String path) {
    private static final List<String> KINDS = List.of("id", "doc", "code", "graph", "cube");
    private static final String UNENCODED = "-._~!$&'()*+,;=:@/%";

    static final String PAGE = "/page/";
    static final String DATA = "/data/";

    /**
     * What a path of a request means below the base. On the wire everything beyond ASCII is percent-encoded, so only
     * that is taken back.
     *
     * @param raw as it came, without the first slash
     * @return empty when no IRI of the store can have it
     */
    static Optional<Resource> of(String raw, Iris iris) {
        if (KINDS.stream().noneMatch(kind -> raw.startsWith(kind + "/"))) {
            return Optional.empty();
        }
        String path = decoded(raw);
        String iri = iris.base() + path;
        try {
            return IRIx.create(iri).isReference()
                    ? Optional.of(new Resource(NodeFactory.createURI(iri), path))
                    : Optional.empty();
        } catch (IRIException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String raw) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int high = c == '%' && i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = high >= 8 ? Character.digit(raw.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The address of its page, in ASCII. */
    String page() {
        return PAGE + encoded(path);
    }

    /** The address of its data in any format, in ASCII. */
    String data() {
        return DATA + encoded(path);
    }

    /** Where a page here links to for an IRI below the base: the thing's page, or the document itself. */
    static String here(String iri, Iris iris) {
        String path = iri.substring(iris.base().length());
        boolean thing = KINDS.stream().anyMatch(kind -> path.startsWith(kind + "/"));
        return (thing ? PAGE : "/") + encoded(path);
    }

    /** As a path in a URL: what URLs have no letters for is percent-encoded, what is already stays. */
    static String encoded(String path) {
        var encoded = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNENCODED.indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
        });
        return encoded.toString();
    }
}
