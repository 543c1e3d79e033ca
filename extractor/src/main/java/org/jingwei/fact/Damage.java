package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.article.Article;

/** Withdraws facts whose words hold damage that could not be repaired: the rest of the article can still be served. */
final class Damage {
    private Damage() {}

    static List<Fact> withdrawn(List<Fact> facts) {
        return Withdrawal.applied(facts, fact -> words(fact).allMatch(Article::isWhole)
                ? Optional.empty()
                : Optional.of("characters of the page are lost in its words"));
    }

    /** What is served of a fact and has to be whole. */
    private static Stream<String> words(Fact fact) {
        return switch (fact) {
            case Fact.Name f -> Stream.of(f.name());
            case Fact.Event f -> all(Stream.of(f.name(), f.trigger()), f.places(), f.participants());
            case Fact.Project f -> all(Stream.of(f.name()), f.investors(), f.places());
            case Fact.Money f -> Stream.of(f.text());
            case Fact.Number f -> Stream.of(f.what(), f.unit(), f.text());
            case Fact.Indicator f -> all(Stream.of(f.region(), f.indicator(), f.text()), f.of().stream().toList());
            case Fact.Role f -> all(Stream.of(f.person(), f.title()), f.organisation().stream().toList());
            case Fact.Cooperation f -> all(f.object().stream(), f.parties());
            case Fact.Designation f -> all(Stream.of(f.designee(), f.title()), f.by().stream().toList());
            case Fact.Quotation f -> Stream.of(f.speaker());
            case Fact.Discarded f -> Stream.empty();
        };
    }

    @SafeVarargs
    private static Stream<String> all(Stream<String> words, List<String>... more) {
        return Stream.concat(words, Stream.of(more).flatMap(List::stream));
    }
}
