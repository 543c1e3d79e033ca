package org.jingwei.rdf;

/** How triples are written down. */
public enum RdfFormat {
    TRIG("trig", "application/trig"), TURTLE("ttl", "text/turtle"), NQUADS("nq", "application/n-quads"), JSONLD(
            "jsonld", "application/ld+json");

    private final String extension;
    private final String mediaType;

    RdfFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Of files, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
