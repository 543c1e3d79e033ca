package org.jingwei.text;

import org.jingwei.source.Span;

/**
 * Characters that a rule takes for a name.
 *
 * @param strength how sure the rule is: {@link #FIRM} readings beat others that they overlap, whatever their length
 */
record Candidate(Span span, NameMention.Type type, String rule, int strength) {
    static final int FIRM = 3;
    static final int PLAIN = 2;
    static final int WEAK = 1;
}
