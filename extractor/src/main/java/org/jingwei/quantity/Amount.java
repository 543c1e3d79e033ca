package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/**
 * Money.
 *
 * @param value    in the currency's base unit, exact: 1.2万亿元 is 1200000000000
 * @param currency ISO 4217 code
 * @param currencyStated true where a unit of money stands at the number: a currency's name, or 元, which is the yuan
 *                       unless the text declares another currency or speaks as one of Hong Kong, Macau or Taiwan does,
 *                       and then is not read; false where none stands there (投资536亿), and CNY by convention
 */
public record Amount(Span span, Span core, BigDecimal value, String currency, boolean currencyStated, Bound bound,
        String rule) implements Quantity {}
