package org.jingwei.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that headings, descriptions and the labels of code lists come in. */
public enum Language {
    EN("en"), ZH("zh-Hans");

    private static final int LONGEST_HEADER = 1000;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As in the literals of the graph: {@code en}, {@code zh-Hans}. */
    public String tag() {
        return tag;
    }

    /** As people write it: {@code en}, {@code zh}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By a language tag of any length: {@code zh}, {@code zh-CN}, {@code en-GB}. */
    public static Optional<Language> named(String tag) {
        String primary = tag.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        for (Language language : values()) {
            if (language.code().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /**
     * The one that an Accept-Language header likes best.
     *
     * @param header null for none
     * @return empty when it asks for none of these, or cannot be read
     */
    static Optional<Language> preferred(String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return ranges.stream().filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
                .flatMap(range -> named(range.getRange()).stream()).findFirst();
    }
}
