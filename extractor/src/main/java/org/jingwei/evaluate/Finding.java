package org.jingwei.evaluate;

import java.util.Map;
import org.jingwei.source.Json;

/**
 * One disagreement.
 *
 * @param row     the row of the score that counts it, or {@link Scorecard#WRONG_NUMBERS}
 * @param article name of the article
 * @param kind    what disagrees
 * @param item    the gold item that was missed, the predicted one that is not gold, or the wrong number with what gold
 *                has for its text
 */
public record Finding(String row, String article, Kind kind, Map<String, Object> item) {
    public enum Kind {
        MISSED("-"), SPURIOUS("+"), WRONG_NUMBER("!");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /** One line: sign, article, and the item as JSON. */
    public String line() {
        return kind.sign + " " + article + "\t" + Json.line(item);
    }
}
