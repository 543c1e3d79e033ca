package org.jingwei.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/**
 * Companies by the place and the brand that their names begin with, once an article has named them in full: 临川岭泰 for
 * 临川岭泰轴承科技有限公司. A brand is what no dictionary has as a word, so that 临川城市 is none.
 */
final class PlacedBrands {
    private static final Pattern COMPANY = Pattern.compile("[一-龥]{2,}?(?:股份有限公司|有限责任公司|集团有限公司|有限公司)$");
    private static final int BRAND = 2;

    private PlacedBrands() {}

    /** Each such beginning to the one company of the article that has it. */
    static Map<String, String> known(List<Passage> passages, List<List<Candidate>> chosen, NameTrie trie) {
        Map<String, String> full = new TreeMap<>();
        for (int i = 0; i < passages.size(); i++) {
            for (Candidate c : chosen.get(i)) {
                String name = c.span().of(passages.get(i).text);
                Matcher company = COMPANY.matcher(name);
                int place = c.type() == NameMention.Type.ORG && company.matches()
                        ? trie.longest(name, 0, Math.min(name.length(), 4), NameMention.Type.PLACE)
                        : -1;
                if (place > 0 && place + BRAND + 2 <= name.length()) {
                    full.merge(name.substring(0, place + BRAND), name, (a, b) -> a.equals(b) ? a : "");
                }
            }
        }
        full.values().removeIf(String::isEmpty);
        return full;
    }

    /** The names of a sentence with those that {@code known} finds in it, which begin and end where words do. */
    static List<Candidate> with(Passage p, List<Candidate> chosen, Map<String, String> known) {
        List<Candidate> names = new ArrayList<>(chosen);
        known.forEach((start, full) -> {
            for (int at = p.text.indexOf(start, p.start()); at >= 0 && at + start.length() <= p.end(); at = p.text
                    .indexOf(start, at + 1)) {
                Span span = new Span(at, at + start.length());
                boolean free = names.stream().allMatch(
                        c -> !c.span().overlaps(span) || c.type() == NameMention.Type.PLACE && span.contains(c.span()));
                if (free && !p.startsWith(full, at) && p.boundary(at) && p.boundary(span.end())
                        && brand(p, span.end() - BRAND, span.end())) {
                    names.removeIf(c -> c.span().overlaps(span));
                    names.add(new Candidate(span, NameMention.Type.ORG, "placed-brand", Candidate.FIRM));
                }
            }
        });
        names.sort(Comparator.comparing(Candidate::span));
        return names;
    }

    /** Whether none of the words there is one that the dictionary has, but for names of persons. */
    private static boolean brand(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = p.token(i);
            if (token == null || token.frequency() > 0 && token.span().length() > 1 && !token.tag().startsWith("nr")) {
                return false;
            }
        }
        return true;
    }
}
