package org.jingwei.quantity;

import org.jingwei.source.Span;

/** A value read from text. Spans count UTF-16 units of the string that was read. */
public sealed interface Quantity permits Amount, Numbered, Rate, Period, Occasion {
    /** All characters of the value: number, unit, and the words that give bound, sign or kind. */
    Span span();

    /** The characters of number and unit alone, inside {@link #span()}. */
    Span core();

    /** Name of the rule that read it. */
    String rule();
}
