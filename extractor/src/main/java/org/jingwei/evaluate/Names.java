package org.jingwei.evaluate;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** When two names mean the same thing although annotators and programs write them differently. */
final class Names {
    /** The three kinds of name, each with endings that may be there or not. */
    enum Kind {
        ORG("股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|公司|集团"),
        PLACE("特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|新区|省|市|区|县|州|盟|旗|镇|乡"),
        PERSON(null);

        private final Pattern ending;

        Kind(String endings) {
            ending = endings == null ? null : Pattern.compile("(?:" + endings + ")$");
        }

        private String stem(String name) {
            return ending == null ? "" : ending.matcher(name).replaceFirst("");
        }
    }

    private static final Pattern NOISE = Pattern.compile(
            "[\\s\\x1c-\\x1f“”\"'‘’《》〈〉「」『』（）()\\[\\]【】·,，、.。:：;；\\-—–]", Pattern.UNICODE_CHARACTER_CLASS);

    private Names() {}

    /** Compatibility forms made one (NFKC), then without white space, quotation marks, brackets, stops and dashes. */
    static String normal(Object name) {
        return Flat.stated(name)
                ? NOISE.matcher(Normalizer.normalize(name.toString(), Normalizer.Form.NFKC)).replaceAll("")
                : "";
    }

    /**
     * Sørensen's coefficient over pairs of neighbouring characters, 0 to 1; of normal forms; over single characters
     * when a name has but one.
     */
    static double dice(Object one, Object other) {
        String a = normal(one);
        String b = normal(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        Map<String, Integer> x = bigrams(a);
        Map<String, Integer> y = bigrams(b);
        int shared = 0;
        for (var entry : x.entrySet()) {
            shared += Math.min(entry.getValue(), y.getOrDefault(entry.getKey(), 0));
        }
        return 2.0 * shared / (sum(x) + sum(y));
    }

    /**
     * Whether two names of a kind are the same: equal, or equal without the ending of their kind; a place also when
     * the longer ends with the shorter (three characters or more: 江苏连云港, 连云港); an organisation also when the
     * shorter (three characters or more) is in the longer and has six tenths of its length.
     */
    static boolean same(Kind kind, Object one, Object other) {
        String a = normal(one);
        String b = normal(other);
        if (a.equals(b)) {
            return true;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        String stem = kind.stem(a);
        if (!stem.isEmpty() && stem.equals(kind.stem(b))) {
            return true;
        }
        String shorter = length(a) <= length(b) ? a : b;
        String longer = length(a) <= length(b) ? b : a;
        return length(shorter) >= 3 && switch (kind) {
            case PLACE -> longer.endsWith(shorter);
            case ORG -> longer.contains(shorter) && (double) length(shorter) / length(longer) >= 0.6;
            case PERSON -> false;
        };
    }

    /** Whether two names are the same as any kind, or one (two characters or more) contains the other. */
    static boolean alike(Object one, Object other) {
        for (Kind kind : Kind.values()) {
            if (same(kind, one, other)) {
                return true;
            }
        }
        String a = normal(one);
        String b = normal(other);
        return length(a) >= 2 && length(b) >= 2 && (a.contains(b) || b.contains(a));
    }

    /** Number of characters, not of UTF-16 units. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Map<String, Integer> bigrams(String text) {
        int[] characters = text.codePoints().toArray();
        int size = characters.length == 1 ? 1 : 2;
        var bag = new HashMap<String, Integer>();
        for (int i = 0; i + size <= characters.length; i++) {
            bag.merge(new String(characters, i, size), 1, Integer::sum);
        }
        return bag;
    }

    private static int sum(Map<String, Integer> bag) {
        return bag.values().stream().mapToInt(Integer::intValue).sum();
    }
}
