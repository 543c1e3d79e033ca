package org.jingwei.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of other people's vocabularies, as far as the graph uses them. */
final class Ns {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String SCHEMA = "https://schema.org/";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String OA = "http://www.w3.org/ns/oa#";
    static final String ORG = "http://www.w3.org/ns/org#";
    static final String QB = "http://purl.org/linked-data/cube#";
    static final String SDMX_DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#";
    static final String SDMX_MEASURE = "http://purl.org/linked-data/sdmx/2009/measure#";
    static final String SDMX_ATTRIBUTE = "http://purl.org/linked-data/sdmx/2009/attribute#";
    static final String TIME = "http://www.w3.org/2006/time#";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String DCT = "http://purl.org/dc/terms/";
    static final String OWL = "http://www.w3.org/2002/07/owl#";
    static final String QUDT_UNIT = "http://qudt.org/vocab/unit/";
    static final String EU_CURRENCY = "http://publications.europa.eu/resource/authority/currency/";

    static final String WIKIDATA = "http://www.wikidata.org/entity/";

    static final Node TYPE = iri(RDF, "type");
    static final Node SUB_CLASS_OF = iri(RDFS, "subClassOf");

    private Ns() {}

    static Node schema(String localName) {
        return iri(SCHEMA, localName);
    }

    static Node prov(String localName) {
        return iri(PROV, localName);
    }

    static Node oa(String localName) {
        return iri(OA, localName);
    }

    static Node org(String localName) {
        return iri(ORG, localName);
    }

    static Node qb(String localName) {
        return iri(QB, localName);
    }

    static Node dimension(String localName) {
        return iri(SDMX_DIMENSION, localName);
    }

    static Node attribute(String localName) {
        return iri(SDMX_ATTRIBUTE, localName);
    }

    static Node time(String localName) {
        return iri(TIME, localName);
    }

    static Node skos(String localName) {
        return iri(SKOS, localName);
    }

    static Node iri(String namespace, String localName) {
        return NodeFactory.createURI(namespace + localName);
    }
}
