package org.jingwei.link;

import java.util.Optional;

/**
 * Something that may be meant.
 *
 * @param score      0 to 100; ranks candidates and is no probability
 * @param reason     why it is a candidate
 * @param name       the known name or code that was recognised
 * @param within     whether what it is said to lie in confirms it; empty when nothing is said
 * @param identifier whether the code beside the name is this one's; empty when there is none, or none of a known form
 * @param named      whether the name beside the code is one of this; empty when there is no code or no known name
 * @param certain    whether an identifier or exactly this name means it and nothing else, and nothing contradicts
 */
public record NameMatch(Entity entity, int score, Reason reason, String name, Optional<Boolean> within,
        Optional<Boolean> identifier, Optional<Boolean> named, boolean certain) {

    /** In the order in which they count. */
    public enum Reason {
        IDENTIFIER(100, "its code"),
        FULL_NAME(100, "its full name"),
        SHORT_NAME(95, "a short name"),
        FORMER_NAME(88, "a former name"),
        STEM(75, "the name without the legal form"),
        MISSPELT(74, "a name with one character miswritten"),
        MISHEARD(73, "a name with one character of the same sound"),
        OTHER_LEVEL(70, "its name with another word for the level"),
        DOUBTFUL_SPELLING(55, "a name with one character wrong, which another may have"),
        SUCCESSOR(50, "it took over the region that was called so");

        private final int score;
        private final String words;

        Reason(int score, String words) {
            this.score = score;
            this.words = words;
        }

        int score() {
            return score;
        }

        /** As part of a sentence. */
        public String words() {
            return words;
        }

        /** Whether what was written is a name of it, letter for letter but for script, width and punctuation. */
        public boolean exact() {
            return switch (this) {
                case IDENTIFIER, FULL_NAME, SHORT_NAME, FORMER_NAME -> true;
                case STEM, MISSPELT, MISHEARD, OTHER_LEVEL, DOUBTFUL_SPELLING, SUCCESSOR -> false;
            };
        }
    }
}
