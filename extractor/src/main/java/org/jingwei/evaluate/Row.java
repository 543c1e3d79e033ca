package org.jingwei.evaluate;

/**
 * One line of a score, summed over all articles before dividing (micro-average).
 *
 * @param name      what was compared; the fields that had to agree in brackets
 * @param counted   whether the row goes into {@code FACTS}
 * @param hits      pairs of a gold and a predicted item that agree
 * @param predicted number of predicted items
 * @param gold      number of gold items
 */
public record Row(String name, boolean counted, int hits, int predicted, int gold) {

    /** Part of the predicted items that agree with gold; 0 when nothing was predicted. */
    public double precision() {
        return predicted == 0 ? 0 : (double) hits / predicted;
    }

    /** Part of the gold items that were found; 0 when there is no gold. */
    public double recall() {
        return gold == 0 ? 0 : (double) hits / gold;
    }

    /** Harmonic mean of precision and recall; 0 when both are. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    Row plus(Row other) {
        return new Row(name, counted, hits + other.hits, predicted + other.predicted, gold + other.gold);
    }
}
