package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/**
 * A number of things or of a physical unit.
 *
 * @param value exact, in {@code unit}: 1.21万平方米 is 12100
 * @param unit  as written, without the power of ten: 个, 家, 人, 辆, 平方米, 吨, 千瓦, GWh
 * @param kind  of the unit
 */
public record Count(Span span, Span core, BigDecimal value, String unit, Kind kind, Bound bound, String rule)
        implements
            Quantity {
    public enum Kind {
        /** Countable things: 个, 家, 项, 人, 辆. */
        THINGS,
        /** A physical unit: 吨, 平方米, 亩, 千瓦时, 公里. */
        MEASURE,
        /** A length of time (3年, 42个月): never a fact of its own. */
        DURATION
    }
}
