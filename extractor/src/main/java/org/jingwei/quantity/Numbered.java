package org.jingwei.quantity;

import java.math.BigDecimal;

/** A number of something: of things, of a physical unit, of a unit of time. */
public sealed interface Numbered extends Quantity permits Count, Measure, Duration {
    /** Exact, in {@link #unit()}: 1.21万平方米 is 12100. */
    BigDecimal value();

    /** As written, without the power of ten: 个, 平方米, GWh, 元/吨, 个月. */
    String unit();

    Bound bound();
}
