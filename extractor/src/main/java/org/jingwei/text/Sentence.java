package org.jingwei.text;

import java.util.List;
import org.jingwei.source.Span;

/**
 * A sentence with what was found in it.
 *
 * @param span      in {@code Article.text}, with its closing punctuation
 * @param paragraph number of its line in {@code Article.text}, from 0
 * @param headline  whether it is (part of) the headline
 * @param tokens    in order, covering the span but for white space
 * @param names     in order, not overlapping
 */
public record Sentence(Span span, int paragraph, boolean headline, List<Token> tokens, List<NameMention> names) {
    public Sentence {
        tokens = List.copyOf(tokens);
        names = List.copyOf(names);
    }
}
