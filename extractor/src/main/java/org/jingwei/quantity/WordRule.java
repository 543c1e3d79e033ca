package org.jingwei.quantity;

/** Values in words of their own, by their first character: ranks, doublings, fractions, halves. */
final class WordRule {
    private final Passage p;
    private final RankRule ranks;
    private final DoublingRule doublings;
    private final FractionRule fractions;

    WordRule(Passage passage, RateRule rates) {
        p = passage;
        ranks = new RankRule(passage);
        doublings = new DoublingRule(passage);
        fractions = new FractionRule(passage, rates);
    }

    /** Reads what stands at {@code i} and returns where it ends; {@code i} itself where there is nothing. */
    int at(int i) {
        return switch (p.at(i)) {
            case '第' -> ranks.ordinal(i);
            case '首' -> ranks.first(i, "首位");
            case '榜' -> ranks.first(i, "榜首");
            case '前' -> ranks.topOf(i);
            case '翻' -> doublings.at(i);
            case '百', '千', '万' -> fractions.hundredth(i);
            case '过', '超', '半', '近', '约', '接', '将' -> fractions.half(i);
            case '一' -> {
                int half = doublings.half(i);
                half = half == i ? fractions.half(i) : half;
                yield half == i ? fractions.fraction(i) : half;
            }
            default -> fractions.fraction(i);
        };
    }
}
