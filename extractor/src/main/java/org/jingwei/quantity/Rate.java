package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/**
 * A ratio.
 *
 * @param value in {@code unit}; negative for a decline
 * @param unit  of the value
 * @param kind  what the words at the number say about it
 */
public record Rate(Span span, Span core, BigDecimal value, Unit unit, Kind kind, Bound bound, String rule)
        implements
            Quantity {
    public enum Unit {
        PERCENT("%"), PERCENTAGE_POINT("个百分点"), TIMES("倍"), RANK("位");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }

        /** As written in facts. */
        public String sign() {
            return sign;
        }
    }

    public enum Kind {
        /** Change against a base: 增长23.8%, 下降7.8%. */
        GROWTH,
        /** Part of a whole: 占全省的12%, 比重为3成. */
        SHARE,
        /** Mean change a year: 年均增长8%. */
        AVERAGE_GROWTH,
        /** 增长4.2倍 (value 4.2), 翻一番 (value 1), 是去年的1.8倍 (value 1.8, {@code rule} tells them apart). */
        MULTIPLE,
        /** Place in an order: 居全省第3位. */
        RANK,
        /** A percentage with no word at it that says more: 产销率为95.1%. */
        PLAIN
    }
}
