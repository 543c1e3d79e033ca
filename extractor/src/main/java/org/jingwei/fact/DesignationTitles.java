package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingwei.source.Span;

/** The title that stands behind a word that gives one: words in “”, or words that end as titles do. */
final class DesignationTitles {
    private static final String BEHIND = "(?=$|之一|行列|以来|[并后、和及与等(（—,\\s])";
    private static final Pattern MARKED = Pattern
            .compile("^((?:[、和及与]?“[^“”(（]{2,30}”)+)(荣誉称号|称号|荣誉)?" + BEHIND);
    private static final Pattern MARKS = Pattern.compile("“([^“”]+)”");

    private final Pattern headed = Pattern
            .compile("^[^，。；：的(（]{0,36}?(?:" + Words.lines("designation-heads.txt").stream()
                    .sorted(Comparator.comparingInt((String h) -> -h.length()).thenComparing(h -> h))
                    .map(Pattern::quote).collect(Collectors.joining("|")) + ")”?" + BEHIND);

    /**
     * @param words  of a clause behind the word that gives the title
     * @param marked whether any words in “” are a title there
     * @return places in {@code words}; empty when no title stands there
     */
    List<Span> read(String words, boolean marked) {
        Matcher quoted = MARKED.matcher(words);
        if (quoted.find() && (marked || quoted.group(2) != null)) {
            var titles = new ArrayList<Span>();
            Matcher each = MARKS.matcher(quoted.group(1));
            while (each.find()) {
                titles.add(new Span(each.start(1), each.end(1)));
            }
            return titles;
        }
        Matcher title = headed.matcher(words);
        if (!title.lookingAt() || title.group().length() < 3 || !balanced(title.group())) {
            return List.of();
        }
        Span whole = new Span(0, title.end());
        boolean wrapped = title.group().matches("“[^“”]*”");
        return List.of(wrapped ? new Span(1, title.end() - 1) : whole);
    }

    private static boolean balanced(String words) {
        return words.chars().filter(c -> c == '“').count() == words.chars().filter(c -> c == '”').count();
    }
}
