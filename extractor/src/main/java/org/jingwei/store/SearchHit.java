package org.jingwei.store;

import org.apache.jena.graph.Node;

/**
 * A name or a sentence that was searched for.
 *
 * @param subject  what has the name, or the span that is the sentence
 * @param property that gives it
 * @param text     the literal, as it is stored
 * @param share    of its characters the part that was asked for, above 0 and up to 1: 1 for the whole
 */
public record SearchHit(Node subject, Node property, Node text, double share) {}
