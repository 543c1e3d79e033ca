package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import org.jingwei.source.Span;

/**
 * Why a fact is believed.
 *
 * @param spans      the characters of {@code Article.text} that state it, in order, at least one; the first holds the value
 *                   or name
 * @param rule       name of the rule that read it
 * @param confidence probability, 0 to 1, that the text states it
 * @param doubts     what speaks against it, each a short sentence for a reviewer; empty when nothing does
 */
public record Evidence(List<Span> spans, String rule, double confidence, List<String> doubts) {
    public Evidence {
        spans = List.copyOf(spans);
        doubts = List.copyOf(doubts);
        if (spans.isEmpty() || confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("no evidence: " + spans + ", " + confidence);
        }
    }

    public Evidence(List<Span> spans, String rule, double confidence) {
        this(spans, rule, confidence, List.of());
    }

    Evidence(List<Span> spans, String rule, Grounds grounds) {
        this(spans, rule, grounds.confidence());
    }

    /** The same with half the confidence and the reason why. */
    Evidence doubted(String doubt) {
        var all = new ArrayList<>(doubts);
        all.add(doubt);
        return new Evidence(spans, rule, confidence / 2, all);
    }
}
