package org.jingwei.quantity;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import org.jingwei.source.Span;

/** A number of a physical unit, or a price for one of something: 吨, 平方米, 亩, 千瓦时, 标箱, 元/吨. */
public record Measure(Span span, Span core, BigDecimal value, String unit, Bound bound, String rule)
        implements
            Numbered {
    /** The unit's IRI in the QUDT vocabulary; empty where QUDT has no such unit (亩, 标箱, 元/吨). */
    public Optional<URI> qudt() {
        return QudtUnits.of(unit);
    }
}
