package org.jingwei.evaluate;

import java.util.Map;
import java.util.Objects;

/**
 * What an article states and what was extracted from it.
 *
 * @param article   name of the article, for listings
 * @param gold      its facts, in the flat form
 * @param predicted the extracted facts, in the flat form; empty when nothing was extracted: then all gold is missed
 */
public record Pair(String article, Map<String, Object> gold, Map<String, Object> predicted) {
    public Pair {
        Objects.requireNonNull(article);
        Objects.requireNonNull(gold);
        Objects.requireNonNull(predicted);
    }

    /** Whether there is no prediction at all, as when an article was rejected. */
    public boolean unanswered() {
        return predicted.isEmpty();
    }
}
