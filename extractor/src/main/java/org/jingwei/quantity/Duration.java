package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/** A length of time (3年, 42个月, 30个工作日), not a place in the calendar: that is a {@link Period}. */
public record Duration(Span span, Span core, BigDecimal value, String unit, Bound bound, String rule)
        implements
            Numbered {}
