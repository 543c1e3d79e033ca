package org.jingwei.rdf;

import java.util.Optional;

/**
 * One place where a graph breaks a shape. IRIs below the base are shown without it.
 *
 * @param node    the node that the rule is about
 * @param rule    name of the shape in {@code ontology/shapes.ttl}
 * @param path    the property that it is about; empty when it is the node itself
 * @param value   what stands there; empty when nothing does
 * @param problem what is wrong
 * @param remedy  what to do
 */
public record Finding(String node, String rule, Optional<String> path, Optional<String> value, String problem,
        String remedy) {}
