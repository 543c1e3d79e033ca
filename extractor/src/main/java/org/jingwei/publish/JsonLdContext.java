package org.jingwei.publish;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Json;

/**
 * The JSON-LD 1.1 context of everything published here: the short names of {@link Prefixes#readable}, and the
 * properties with what their values are ({@link JsonLdTerms}): IRIs, texts by language, literals of one datatype. It is in every
 * JSON-LD file, and a file of its own for those who compact or frame other data the same way.
 */
public final class JsonLdContext {
    /** Where the endpoint serves it, and below the base its address for good. */
    public static final String PATH = "context.jsonld";

    private JsonLdContext() {}

    static Map<String, Object> of(Iris iris) {
        var context = new LinkedHashMap<String, Object>();
        context.put("@version", 1.1);
        Prefixes.readable(iris).forEach((prefix, namespace) -> {
            // Only a term that ends in a delimiter is a prefix without saying so (JSON-LD 1.1, 4.4).
            boolean delimited = namespace.endsWith("/") || namespace.endsWith("#");
            context.put(prefix, delimited ? namespace : Map.of("@id", namespace, "@prefix", true));
        });
        JsonLdTerms.all().forEach((term, kind) -> context.put(term, kind.definition(term)));
        return context;
    }

    /** The file: one object with {@code @context}, in UTF-8. */
    public static byte[] file(Iris iris) {
        return (Json.pretty(Map.of("@context", of(iris))) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
