package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jingwei.source.Span;

/** A word that says that something happened, where it stands. */
record Trigger(EventType type, String word, Span span, Clause clause) {

    /** The triggers of a text: longer words win over shorter ones inside them. */
    static final class Finder {
        private record Entry(EventType type, String word, List<String> notBefore, List<String> notBehind) {}

        private final List<Entry> entries = Words.rows("triggers.tsv", 4).stream()
                .map(row -> new Entry(EventType.valueOf(row[0]), row[1], Words.alternatives(row[2]),
                        Words.alternatives(row[3])))
                .sorted(Comparator.comparingInt((Entry e) -> -e.word().length()).thenComparing(Entry::word)).toList();

        List<Trigger> find(Scene scene) {
            var found = new ArrayList<Trigger>();
            for (Clause clause : scene.clauses()) {
                for (Entry entry : entries) {
                    String text = scene.of(clause);
                    for (int at = text.indexOf(entry.word()); at >= 0; at = text.indexOf(entry.word(), at + 1)) {
                        Span span = new Span(at, at + entry.word().length()).shift(clause.span().start());
                        boolean other = ends(text.substring(0, at), entry.notBefore())
                                || starts(text.substring(at + entry.word().length()), entry.notBehind());
                        boolean inside = found.stream().anyMatch(t -> t.span().overlaps(span))
                                || scene.names().stream().anyMatch(n -> n.span().overlaps(span));
                        if (!other && !inside) {
                            found.add(new Trigger(entry.type(), entry.word(), span, clause));
                        }
                    }
                }
            }
            found.sort(Comparator.comparing(Trigger::span));
            return found;
        }

        private static boolean ends(String text, List<String> words) {
            return words.stream().anyMatch(text::endsWith);
        }

        private static boolean starts(String text, List<String> words) {
            return words.stream().anyMatch(text::startsWith);
        }
    }
}
