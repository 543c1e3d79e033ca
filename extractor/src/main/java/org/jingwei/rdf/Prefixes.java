package org.jingwei.rdf;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;

/** Short names of namespaces. */
public final class Prefixes {

    private Prefixes() {}

    /** Prefix to namespace, for the dataset as a whole. A fresh map in a stable order. */
    public static Map<String, String> common(Iris iris) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("jw", iris.namespace());
        for (String scheme : OntologyFiles.CODE_LISTS) {
            prefixes.put(scheme, iris.base() + "code/" + scheme + "/");
        }
        prefixes.put("unit", Ns.QUDT_UNIT);
        prefixes.put("localUnit", iris.base() + "code/unit/");
        for (String kind : List.of("region", "zone", "country", "place", "thing", "role", "period",
                "date")) {
            prefixes.put(kind, iris.base() + "id/" + kind + "/");
        }
        prefixes.put("organisation", iris.base() + "id/org/");
        prefixes.put("indicatorNamed", iris.base() + "id/indicator/");
        prefixes.put("unitNamed", iris.base() + "id/unit/");
        prefixes.put("cube", iris.base() + "cube/");
        prefixes.put("currency", Ns.EU_CURRENCY);
        prefixes.put("dct", Ns.DCT);
        prefixes.put("oa", Ns.OA);
        prefixes.put("org", Ns.ORG);
        prefixes.put("owl", Ns.OWL);
        prefixes.put("prov", Ns.PROV);
        prefixes.put("qb", Ns.QB);
        prefixes.put("rdf", Ns.RDF);
        prefixes.put("rdfs", Ns.RDFS);
        prefixes.put("schema", Ns.SCHEMA);
        prefixes.put("sdmx-attribute", Ns.SDMX_ATTRIBUTE);
        prefixes.put("sdmx-dimension", Ns.SDMX_DIMENSION);
        prefixes.put("sdmx-measure", Ns.SDMX_MEASURE);
        prefixes.put("skos", Ns.SKOS);
        prefixes.put("time", Ns.TIME);
        prefixes.put("xsd", Ns.XSD);
        return prefixes;
    }

    /** Those of the nodes of one article. */
    static Map<String, String> of(Iris iris, String key) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        String base = iris.base() + "doc/" + key + "/";
        for (String kind : List.of("event", "project", "group", "amount", "count", "observation", "cooperation", "name",
                "person", "match", "discarded", "span", "repair")) {
            prefixes.put(kind, base + kind + "/");
        }
        prefixes.put("membership", base + "role/");
        prefixes.put("here", base);
        return prefixes;
    }

    /** Those that {@code graphs} use, in the order of their names. */
    static Map<String, String> used(Map<String, String> prefixes, List<NamedGraph> graphs) {
        Set<String> namespaces = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Consumer<Node> note = node -> {
            String iri = node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
            if (!seen.add(iri)) {
                return;
            }
            int cut = cut(iri);
            if (isPlain(iri, cut)) {
                namespaces.add(iri.substring(0, cut));
            }
        };
        for (NamedGraph named : graphs) {
            note.accept(named.name());
            named.graph().stream().forEach(triple -> {
                note.accept(triple.getSubject());
                note.accept(triple.getPredicate());
                note.accept(triple.getObject());
            });
        }
        Map<String, String> used = new TreeMap<>(prefixes);
        used.values().retainAll(namespaces);
        return used;
    }

    /** From namespace to prefix. */
    static Map<String, String> inverse(Map<String, String> prefixes) {
        Map<String, String> inverse = new LinkedHashMap<>();
        prefixes.forEach((prefix, namespace) -> inverse.putIfAbsent(namespace, prefix));
        return inverse;
    }

    /** {@code iri} with a prefix, where what is left behind the namespace is a plain name; else as it is. */
    static String compact(Map<String, String> inverse, String iri) {
        int cut = cut(iri);
        String prefix = isPlain(iri, cut) ? inverse.get(iri.substring(0, cut)) : null;
        return prefix == null ? iri : prefix + ":" + iri.substring(cut);
    }

    private static int cut(String iri) {
        return Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    }

    private static boolean isPlain(String iri, int cut) {
        return cut < iri.length()
                && iri.substring(cut).codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }
}
