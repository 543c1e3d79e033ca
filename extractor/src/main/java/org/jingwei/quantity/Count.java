package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/** A number of things: 个, 家, 项, 人, 辆, 人次. */
public record Count(Span span, Span core, BigDecimal value, String unit, Bound bound, String rule)
        implements
            Numbered {}
