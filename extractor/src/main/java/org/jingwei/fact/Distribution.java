package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * Whom the values of 分别 belong to, in order: 广州、深圳、佛山地区生产总值分别为… (regions, one statistic) or
 * 投资、出口分别增长… (one region, several statistics).
 *
 * @param regions one for each value, or empty when the region in force holds for all
 * @param phrases one for each value
 */
record Distribution(List<String> regions, List<String> phrases) {
    static final String WORD = "分别";

    int size() {
        return phrases.size();
    }

    /** What the clause lists before 分别; absent when that is no list, or not one that can be told apart. */
    static Optional<Distribution> in(Scene scene, Clause clause) {
        int base = clause.span().start();
        int at = scene.of(clause).indexOf(WORD);
        int from = 0;
        for (Period period : scene.quantities(clause.span(), Period.class)) {
            from = period.span().end() - base <= at ? Math.max(from, period.span().end() - base) : from;
        }
        var regions = new ArrayList<String>();
        var phrases = new ArrayList<String>();
        int start = base + from;
        for (String item : scene.of(clause).substring(from, at).split("[、和及与]", -1)) {
            Span span = new Span(start, start + item.length());
            start = span.end() + 1;
            Optional<NameMention> region = scene.names(span).stream().filter(n -> n.type() != Type.PERSON)
                    .filter(n -> n.span().start() == span.start()).findFirst();
            region.ifPresent(n -> regions.add(n.full()));
            phrases.add(Phrases.before(item.substring(region.map(n -> n.span().length()).orElse(0))));
        }
        if (regions.size() == 1 && !phrases.getFirst().isEmpty()) {
            regions.clear(); // 鄂州市投资、出口: the region of them all
        }
        if (phrases.size() < 2 || !regions.isEmpty() && regions.size() != phrases.size()) {
            return Optional.empty();
        }
        if (!regions.isEmpty()) {
            String common = phrases.getLast();
            if (phrases.subList(0, phrases.size() - 1).stream().anyMatch(p -> !p.isEmpty())) {
                return Optional.empty();
            }
            phrases.replaceAll(p -> common);
        }
        return phrases.contains("") && regions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Distribution(List.copyOf(regions), List.copyOf(phrases)));
    }

    /** The values behind 分别; periods are none. */
    static List<Quantity> values(Scene scene, Clause clause) {
        int at = clause.span().start() + scene.of(clause).indexOf(WORD);
        return scene.quantities(clause.span()).stream().filter(q -> !(q instanceof Period))
                .filter(q -> q.span().end() > at).toList();
    }
}
