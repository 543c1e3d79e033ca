package org.jingwei.fact;

import java.util.List;
import org.jingwei.source.Span;

/**
 * Why a fact is believed.
 *
 * @param spans      the characters of {@code Article.text} that state it, in order, at least one; the first holds the value
 *                   or name
 * @param rule       name of the rule that read it
 * @param confidence probability, 0 to 1, that the text states it
 */
public record Evidence(List<Span> spans, String rule, double confidence) {
    public Evidence {
        spans = List.copyOf(spans);
        if (spans.isEmpty() || confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("no evidence: " + spans + ", " + confidence);
        }
    }
}
