package org.jingwei.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** A graph and its name, an IRI. */
public record NamedGraph(Node name, Graph graph) {}
