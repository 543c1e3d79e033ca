package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import org.jingwei.source.Span;

/**
 * A ratio.
 *
 * @param value in {@code unit}; negative for a decline
 * @param unit  of the value
 * @param kind  what the words at the number say about it
 * @param bound of the size: with a negative value, {@link Bound#OVER} is a decline of more than it, {@link Bound#UNDER}
 *              of less
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
        /** Change against a base: 增长23.8%, 下降7.8%, 减少一半. */
        GROWTH,
        /** Part of a whole: 占全省的12%, 比重为3成. */
        SHARE,
        /** Mean change a year: 年均增长8%. */
        AVERAGE_GROWTH,
        /** An increase in multiples of the base: 增长4.2倍 (value 4.2), 翻一番 (1), 翻两番 (3). */
        MULTIPLE,
        /** The whole in multiples of the base: 是去年的1.8倍, 扩大到三倍. */
        RATIO,
        /** Place in an order: 居全省第3位. */
        RANK,
        /** A ratio with no word at it that says more: 产销率为95.1%. */
        PLAIN
    }

    /**
     * The change against the base in per cent: 增长5% is 5, 增长3.4倍 is 340, 翻一番 is 100, 翻两番 is 300, 是…的1.8倍
     * is 80, 扩大到三倍 is 200. Empty for what states no change: shares, ranks, points, mean and plain ratios.
     *
     * <p>The National Bureau of Statistics explains it so in its statistical glossary (统计知识, “番”与“倍”): an increase
     * by one 倍 is 100 %, by two 200 %; one 番 is an increase of 100 %, two 番 of 300 %, three of 700 %. Behind 增长到,
     * 扩大到, 是, 为 stands the whole, base included.
     */
    public Optional<BigDecimal> change() {
        BigDecimal hundred = BigDecimal.valueOf(100);
        return switch (kind) {
            case GROWTH -> Optional.of(value).filter(v -> unit == Unit.PERCENT);
            case MULTIPLE -> Optional.of(value.multiply(hundred));
            case RATIO -> Optional.of(value.subtract(BigDecimal.ONE).multiply(hundred));
            case SHARE, AVERAGE_GROWTH, RANK, PLAIN -> Optional.empty();
        };
    }
}
