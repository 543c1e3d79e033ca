package org.jingwei.quantity;

import java.util.List;

/**
 * Reads the values that a text states. One pass from left to right: at each place the calendar is tried first, then
 * ranks and doublings, then a number with its unit. What cannot be told for certain is left out: a number without a
 * unit, one that touches a lost character, a code, a time of day, a date whose year nothing gives.
 *
 * <p>Values come in the order of their spans. Spans do not overlap, but the two values of a range have the same span.
 * A word that is parted from its number by others (占 in 占全省的5%) belongs to the reading, not to the span.
 *
 * <p>Stateless and safe for threads. Time and memory grow in proportion to the text.
 */
public final class QuantityReader {
    private static final byte[] KIND = new byte[Character.MAX_VALUE + 1];
    private static final byte NUMBER = 1;
    private static final byte CALENDAR = 2;
    private static final byte WORD = 4;
    private static final byte SENTENCE = 8;
    private static final byte FESTIVAL = 16;

    static {
        mark("0123456789零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖参", NUMBER);
        mark("0123456789零一二三四五六七八九十", CALENDAR);
        mark("今去昨前明后本上下全首头截这年民第“\"「半", CALENDAR);
        mark("春元清端中重国劳大农正新", FESTIVAL);
        mark("第首榜翻百千万十前过超半一二三四五六七八九", WORD);
        mark("。！？\n!", SENTENCE);
    }

    private static void mark(String characters, byte kind) {
        characters.chars().forEach(c -> KIND[c] |= kind);
    }

    /** The values that {@code text} states, in order; offsets are UTF-16 units of {@code text}. */
    public List<Quantity> read(String text, ReadingContext context) {
        var passage = new Passage(text, context);
        read(passage);
        return List.copyOf(passage.found);
    }

    static void read(Passage passage) {
        var calendar = new CalendarRule(passage);
        var rates = new RateRule(passage);
        var words = new WordRule(passage, rates);
        var numbers = new NumberRule(passage, rates);
        char[] s = passage.s;
        int i = 0;
        while (i < s.length) {
            byte kind = KIND[s[i]];
            if (kind == 0) {
                i++;
                continue;
            }
            int next = i;
            if ((kind & SENTENCE) != 0) {
                calendar.sentenceEnds();
            }
            if ((kind & CALENDAR) != 0) {
                next = calendar.at(i);
            } else if ((kind & FESTIVAL) != 0) {
                next = calendar.festival(i);
            }
            if (next == i && (kind & WORD) != 0) {
                next = words.at(i);
            }
            if (next == i && (kind & NUMBER) != 0) {
                next = numbers.at(i);
            }
            i = Math.max(next, i + 1);
        }
    }
}
