package org.jingwei.rdf;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IRIs in a text of a library, made short for people. */
final class ShortNames {
    private static final Pattern IRI = Pattern.compile("<(https?://[^<>\\s]+)>|https?://[^<>\\s\"\\])]+");

    private ShortNames() {}

    /** @param inverse from namespace to prefix */
    static String in(String text, Map<String, String> inverse) {
        return IRI.matcher(text).replaceAll(found -> {
            String iri = found.group(1) == null ? found.group() : found.group(1);
            return Matcher.quoteReplacement(Prefixes.compact(inverse, iri));
        });
    }
}
