package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/**
 * Places by one character (沪, 苏, 粤). Such a character is a place only where the tagger says so and the article names
 * the place in full elsewhere; where it names two that the character could mean, it means neither.
 */
final class Abbreviations {
    private static final Pattern LEVEL = Pattern.compile("省|市|壮族自治区|回族自治区|自治区|特别行政区|维吾尔自治区");

    private final Map<Character, List<String>> meanings = new TreeMap<>();

    /** @param lines each a character and the short names that it can stand for, as in {@code 苏=江苏,苏州} */
    Abbreviations(Set<String> lines) {
        for (String line : lines) {
            meanings.put(line.charAt(0), List.of(line.substring(2).split(",")));
        }
    }

    boolean has(char c) {
        return meanings.containsKey(c);
    }

    /**
     * The names of the article that the candidates stand for, each under its character.
     *
     * @param places names of places that the article has, with the longest form of each
     */
    Map<String, String> meanings(Map<String, String> places) {
        Map<String, String> meant = new TreeMap<>();
        meanings.forEach((c, names) -> {
            Set<String> full = new TreeSet<>();
            places.forEach((name, form) -> {
                if (names.stream().anyMatch(n -> name.equals(n) || name.length() <= n.length() + 5
                        && name.startsWith(n)
                        && LEVEL.matcher(name.substring(n.length())).matches())) {
                    full.add(form);
                }
            });
            if (full.size() == 1) {
                meant.put(String.valueOf(c), full.iterator().next());
            }
        });
        return meant;
    }

    /** Candidates without the single characters that mean nothing in this article. */
    static List<Candidate> known(List<Candidate> candidates, String text, Map<String, String> meant) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate c : candidates) {
            Span span = c.span();
            if (span.length() > 1 || c.type() == NameMention.Type.PLACE && meant.containsKey(span.of(text))) {
                kept.add(c);
            }
        }
        return kept;
    }
}
