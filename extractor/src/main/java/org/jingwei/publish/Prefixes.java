package org.jingwei.publish;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.jingwei.rdf.Iris;

/** The short names that everything published here uses, in a fixed order. */
final class Prefixes {
    private Prefixes() {}

    /** Prefix to namespace, for IRIs under this base. */
    static Map<String, String> of(Iris iris) {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("jw", iris.namespace());
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.put("schema", "https://schema.org/");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("dc", "http://purl.org/dc/elements/1.1/");
        prefixes.put("org", "http://www.w3.org/ns/org#");
        prefixes.put("qb", "http://purl.org/linked-data/cube#");
        prefixes.put("sdmx-dimension", "http://purl.org/linked-data/sdmx/2009/dimension#");
        prefixes.put("sdmx-measure", "http://purl.org/linked-data/sdmx/2009/measure#");
        prefixes.put("sdmx-attribute", "http://purl.org/linked-data/sdmx/2009/attribute#");
        prefixes.put("time", "http://www.w3.org/2006/time#");
        prefixes.put("oa", "http://www.w3.org/ns/oa#");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("void", "http://rdfs.org/ns/void#");
        prefixes.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        prefixes.put("unit", "http://qudt.org/vocab/unit/");
        prefixes.put("currency", "http://publications.europa.eu/resource/authority/currency/");
        return Collections.unmodifiableMap(prefixes);
    }

    /** As {@link #of}, and one for each code list and kind of thing: for files that people read and compare. */
    static Map<String, String> readable(Iris iris) {
        var prefixes = new LinkedHashMap<>(of(iris));
        org.jingwei.rdf.Prefixes.common(iris).forEach(prefixes::putIfAbsent);
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        return Collections.unmodifiableMap(prefixes);
    }

    static PrefixMap map(Iris iris) {
        PrefixMap map = PrefixMapFactory.create();
        of(iris).forEach(map::add);
        return map;
    }
}
