package org.jingwei.text;

import org.jingwei.source.Span;

/**
 * A name where it stands.
 *
 * @param span in {@code Article.text}
 * @param name its characters
 * @param type what kind of thing carries it
 * @param full the longest form of the same name in the article; {@code name} itself when there is none longer
 * @param rule name of the rule that found it
 */
public record NameMention(Span span, String name, Type type, String full, String rule) {
    public enum Type {
        ORG, PLACE, PERSON
    }
}
