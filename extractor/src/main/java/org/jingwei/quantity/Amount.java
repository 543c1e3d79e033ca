package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/**
 * Money.
 *
 * @param value    in the currency's base unit, exact: 1.2万亿元 is 1200000000000
 * @param currency ISO 4217 code
 * @param currencyStated false when only convention gives the currency (536亿 after 投资); then CNY
 */
public record Amount(Span span, Span core, BigDecimal value, String currency, boolean currencyStated, Bound bound,
        String rule) implements Quantity {}
