package org.jingwei.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one row of the score is counted.
 *
 * @param name    of the row; the compared fields in brackets
 * @param counted whether it goes into {@code FACTS}
 * @param items   the items of a document
 * @param same    whether a gold item and a predicted one agree
 */
record RowRule(String name, boolean counted, Items items, Same same) {

    interface Items {
        List<Map<String, Object>> of(Map<String, Object> document);
    }

    interface Same {
        boolean test(Map<String, Object> gold, Map<String, Object> predicted, Pair pair);
    }

    /** Gold items nobody predicted, and predicted items that are not gold. */
    record Matched(int hits, List<Map<String, Object>> missed, List<Map<String, Object>> spurious) {}

    /** Each gold item in order takes the first predicted item that agrees and is not taken yet. */
    Matched match(Pair pair) {
        var left = new ArrayList<>(items.of(pair.predicted()));
        var missed = new ArrayList<Map<String, Object>>();
        int hits = 0;
        for (var gold : items.of(pair.gold())) {
            int found = -1;
            for (int i = 0; i < left.size() && found < 0; i++) {
                if (same.test(gold, left.get(i), pair)) {
                    found = i;
                }
            }
            if (found < 0) {
                missed.add(gold);
            } else {
                left.remove(found);
                hits++;
            }
        }
        return new Matched(hits, missed, left);
    }
}
