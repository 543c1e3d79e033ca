package org.jingwei.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Numbers and money as people of a language write them: 536亿元, CNY 53.6 billion. Nothing is rounded. */
final class LargeNumbers {
    private record Size(int zeros, String word) {}

    private static final List<Size> CHINESE = List.of(new Size(12, "万亿"), new Size(8, "亿"), new Size(4, "万"));
    private static final List<Size> ENGLISH = List.of(new Size(12, " trillion"), new Size(9, " billion"),
            new Size(6, " million"));
    /** What money of these currencies is called; of others the code says it. */
    private static final Map<String, String> MONEY = Map.of("CNY", "元", "USD", "美元", "EUR", "欧元", "HKD", "港元", "JPY",
            "日元", "KRW", "韩元");
    /** More digits behind the point are no shorter than the number itself. */
    private static final int MOST_DIGITS = 4;

    private LargeNumbers() {}

    /** @param currency of ISO 4217 */
    static Bilingual money(BigDecimal value, String currency) {
        String called = MONEY.get(currency);
        return new Bilingual(currency + " " + in(ENGLISH, value),
                in(CHINESE, value) + (called == null ? " " + currency : called));
    }

    private static String in(List<Size> sizes, BigDecimal value) {
        return sizes.stream().filter(size -> value.abs().compareTo(BigDecimal.TEN.pow(size.zeros)) >= 0).findFirst()
                .filter(size -> value.movePointLeft(size.zeros).stripTrailingZeros().scale() <= MOST_DIGITS)
                .map(size -> plain(value.movePointLeft(size.zeros)) + size.word).orElseGet(() -> plain(value));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
