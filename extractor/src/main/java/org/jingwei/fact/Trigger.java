package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingwei.source.Span;

/**
 * A word that says that something happened, where it stands.
 *
 * @param scope the clauses of its sentence that tell of it: its own and those without a trigger
 */
record Trigger(EventType type, String word, Span span, Clause clause, List<Clause> scope) {

    private Trigger within(List<Clause> scope) {
        return new Trigger(type, word, span, clause, scope);
    }

    /** The triggers of a text: longer words win over shorter ones inside them. */
    static final class Finder {
        private record Entry(EventType type, String word, List<String> notBefore, List<String> notBehind,
                Optional<Pattern> needs) {}

        private final List<Entry> entries = Words.rows("triggers.tsv", 5).stream()
                .map(row -> new Entry(EventType.valueOf(row[0]), row[1], Words.alternatives(row[2]),
                        Words.alternatives(row[3]),
                        row[4].isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(row[4]))))
                .sorted(Comparator.comparingInt((Entry e) -> -e.word().length()).thenComparing(Entry::word)).toList();

        List<Trigger> find(Scene scene) {
            var found = new ArrayList<Trigger>();
            for (Clause clause : scene.clauses()) {
                for (Entry entry : entries) {
                    String text = scene.of(clause);
                    for (int at = text.indexOf(entry.word()); at >= 0; at = text.indexOf(entry.word(), at + 1)) {
                        Span span = new Span(at, at + entry.word().length()).shift(clause.span().start());
                        boolean other = ends(text.substring(0, at), entry.notBefore())
                                || starts(text.substring(at + entry.word().length()), entry.notBehind())
                                || !fits(text, at, entry);
                        boolean inside = found.stream().anyMatch(t -> t.span().overlaps(span))
                                || scene.names().stream().anyMatch(n -> n.span().overlaps(span));
                        if (!other && !inside) {
                            found.add(new Trigger(entry.type(), entry.word(), span, clause, List.of()));
                        }
                    }
                }
            }
            found.sort(Comparator.comparing(Trigger::span));
            Set<Clause> telling = found.stream().map(Trigger::clause).collect(Collectors.toSet());
            return found.stream().map(t -> t.within(scene.sentence(t.clause()).stream()
                    .filter(c -> c.equals(t.clause()) || !telling.contains(c)).toList())).toList();
        }

        private static boolean fits(String text, int at, Entry entry) {
            String marked = text.substring(0, at) + "@" + text.substring(at + entry.word().length());
            return entry.needs().isEmpty() || entry.needs().get().matcher(marked.strip()).find();
        }

        private static boolean ends(String text, List<String> words) {
            return words.stream().anyMatch(text::endsWith);
        }

        private static boolean starts(String text, List<String> words) {
            return words.stream().anyMatch(text::startsWith);
        }
    }
}
