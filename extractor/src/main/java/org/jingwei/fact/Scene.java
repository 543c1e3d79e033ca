package org.jingwei.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingwei.article.Article;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;
import org.jingwei.text.Sentence;
import org.jingwei.text.Token;

/** All that rules look at: the article's text with its clauses, names and quantities, in order. Immutable. */
final class Scene {
    private final Article article;
    private final List<Clause> clauses;
    private final List<Span> missing;
    private final List<Quantity> unread;
    private final List<NameMention> names;
    private final List<Quantity> quantities;
    private final Map<Integer, List<Clause>> sentences;
    private final List<Token> tokens;
    private final Optional<String> company;

    Scene(Article article, List<Sentence> sentences, List<Quantity> quantities) {
        this.article = article;
        this.missing = Assertion.missing(article.text(), sentences);
        this.clauses = asserted(ClauseSplitter.split(article.text(), sentences), missing);
        this.names = sentences.stream().flatMap(s -> s.names().stream()).map(n -> behindPreposition(article.text(), n))
                .sorted(Comparator.comparing(NameMention::span)).toList();
        this.tokens = sentences.stream().flatMap(s -> s.tokens().stream()).sorted(Comparator.comparing(Token::span))
                .toList();
        this.unread = quantities.stream().filter(q -> missing.stream().anyMatch(s -> s.contains(q.span()))).toList();
        this.quantities = quantities.stream().filter(q -> !unread.contains(q))
                .filter(q -> q instanceof Period || !negated(q)).sorted(Comparator.comparing(Quantity::span)).toList();
        this.sentences = this.clauses.stream().collect(Collectors.groupingBy(Clause::sentence));
        this.company = MainCompany.of(this);
    }

    /** 位于东湖高新区, read as 位 and 于东湖高新区: the place begins behind 于. */
    private static NameMention behindPreposition(String text, NameMention name) {
        boolean torn = name.type() == Type.PLACE && name.name().startsWith("于") && name.full().startsWith("于")
                && name.name().length() > 3 && name.span().start() > 0
                && "位落处设".indexOf(text.charAt(name.span().start() - 1)) >= 0;
        return torn
                ? new NameMention(new Span(name.span().start() + 1, name.span().end()), name.name().substring(1),
                        name.type(), name.full().substring(1), name.rule())
                : name;
    }

    /** Clauses of asserted sentences, numbered anew. */
    private static List<Clause> asserted(List<Clause> all, List<Span> missing) {
        var kept = new ArrayList<Clause>();
        for (Clause c : all) {
            if (missing.stream().noneMatch(s -> s.contains(c.span()))) {
                kept.add(new Clause(kept.size(), c.span(), c.sentence(), c.paragraph(), c.headline(), c.mark()));
            }
        }
        return List.copyOf(kept);
    }

    private boolean negated(Quantity quantity) {
        return clauseOf(quantity.span()).filter(c -> Assertion.negated(left(c, quantity.core()))).isPresent();
    }

    /** Sentences that hold a number and are not asserted. */
    List<Span> doubted() {
        return missing.stream().filter(s -> unread.stream().anyMatch(q -> s.contains(q.span()))).toList();
    }

    String text() {
        return article.text();
    }

    List<Clause> clauses() {
        return clauses;
    }

    /**
     * The clauses of the body, then those of headlines, which repeat it: each in order. The headings of several briefs are
     * left out: what one tells belongs to nothing outside its brief, which tells it again.
     */
    List<Clause> bodyFirst() {
        boolean briefs = clauses.stream().filter(this::heading).count() > 1;
        return Stream.concat(clauses.stream().filter(c -> !c.headline()),
                clauses.stream().filter(Clause::headline).filter(c -> !briefs || !heading(c))).toList();
    }

    private boolean heading(Clause clause) {
        return clause.headline() && text().charAt(clause.span().start()) == '【';
    }

    List<NameMention> names() {
        return names;
    }

    List<Quantity> quantities() {
        return quantities;
    }

    /** The company that the article is about and that 公司 means; absent when it is about none. */
    Optional<String> company() {
        return company;
    }

    /** The day of publication; absent when the page states none. */
    Optional<LocalDate> published() {
        return article.metadata().published();
    }

    String of(Span span) {
        return span.of(article.text());
    }

    String of(Clause clause) {
        return of(clause.span());
    }

    List<NameMention> names(Span within) {
        return inside(names, NameMention::span, within);
    }

    List<NameMention> names(Span within, Type type) {
        return names(within).stream().filter(n -> n.type() == type).toList();
    }

    List<Quantity> quantities(Span within) {
        return inside(quantities, Quantity::span, within);
    }

    /** The words inside, in order. */
    List<Token> tokens(Span within) {
        return inside(tokens, Token::span, within);
    }

    /** Whether the words are a noun phrase without verbs: nouns, verbs that stand for nouns (就业), what describes them. */
    boolean isNounPhrase(Span words) {
        List<Token> inside = tokens(words);
        return !inside.isEmpty() && inside.getFirst().span().start() == words.start()
                && inside.getLast().span().end() == words.end()
                && inside.getLast().tag().matches("n(?!r|s|t).*|vn|gm?")
                && inside.stream().allMatch(t -> t.tag().matches("n.*|vn|an|a|b|j|gm?|f|s|x"));
    }

    /** The part of a list sorted by span that lies inside: found by halving, since articles can be long. */
    private static <T> List<T> inside(List<T> sorted, Function<T, Span> span, Span within) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (span.apply(sorted.get(middle)).start() < within.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var found = new ArrayList<T>();
        for (int i = low; i < sorted.size() && span.apply(sorted.get(i)).start() < within.end(); i++) {
            if (within.contains(span.apply(sorted.get(i)))) {
                found.add(sorted.get(i));
            }
        }
        return found;
    }

    <Q extends Quantity> List<Q> quantities(Span within, Class<Q> kind) {
        return quantities(within).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** This amount wherever the article states it. */
    List<Amount> restated(Amount amount) {
        return quantities.stream().filter(Amount.class::isInstance).map(Amount.class::cast)
                .filter(a -> a.currency().equals(amount.currency()) && a.value().compareTo(amount.value()) == 0)
                .toList();
    }

    /** Whether its change against another period follows directly: then the quantity is a statistic. */
    boolean changes(Clause clause, Quantity quantity) {
        List<Quantity> sentence = quantities(sentenceSpan(clause));
        int at = sentence.indexOf(quantity);
        return at + 1 < sentence.size() && sentence.get(at + 1) instanceof Rate next
                && (next.kind() == Rate.Kind.GROWTH || next.kind() == Rate.Kind.MULTIPLE
                        || next.kind() == Rate.Kind.RATIO)
                && next.span().start() - quantity.span().end() <= 8;
    }

    /** How many sentences lie between a span and a later clause; many when the span is in no clause. */
    int distance(Span span, Clause clause) {
        return clauseOf(span).map(c -> clause.sentence() - c.sentence()).orElse(Integer.MAX_VALUE);
    }

    /** The clauses of the same sentence, this one included. */
    List<Clause> sentence(Clause clause) {
        return sentences.get(clause.sentence());
    }

    /** The clauses of a sentence by its number; empty when none of them is asserted. */
    List<Clause> sentenceAt(int number) {
        return sentences.getOrDefault(number, List.of());
    }

    Span sentenceSpan(Clause clause) {
        return sentence(clause).stream().map(Clause::span).reduce(Span::cover).orElseThrow();
    }

    Optional<Clause> before(Clause clause) {
        return clause.index() == 0 ? Optional.empty() : Optional.of(clauses.get(clause.index() - 1));
    }

    /** The clause that holds this span; clauses do not overlap. */
    Optional<Clause> clauseOf(Span span) {
        int low = 0;
        int high = clauses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (clauses.get(middle).span().end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < clauses.size() && clauses.get(low).span().contains(span)
                ? Optional.of(clauses.get(low))
                : Optional.empty();
    }

    /** Text of the clause before the span. */
    String left(Clause clause, Span span) {
        return article.text().substring(clause.span().start(), Math.max(clause.span().start(), span.start()));
    }

    /** Text of the clause behind the span. */
    String right(Clause clause, Span span) {
        return article.text().substring(Math.min(span.end(), clause.span().end()), clause.span().end());
    }

    /** So many characters before a span; fewer where the text begins. */
    String justBefore(Span span, int most) {
        return article.text().substring(Math.max(0, span.start() - most), span.start());
    }

    /** So many characters behind a span; fewer where the text ends. */
    String justBehind(Span span, int most) {
        return article.text().substring(span.end(), Math.min(article.text().length(), span.end() + most));
    }

    /** Words without the dates that are stated in a stretch, wherever they stand in the words. */
    String undated(String words, Span stretch) {
        String rest = words;
        for (Period date : quantities(stretch, Period.class)) {
            rest = rest.replace(of(date.span()), "");
        }
        return rest;
    }

    /** Text between two offsets; empty when the first is not before the second. */
    String between(int from, int to) {
        return from < to ? article.text().substring(from, to) : "";
    }

    /** The day that a wire's dateline or an announcement gives the report: the first day stated in the body. */
    Optional<Period> dateline() {
        for (Clause clause : clauses) {
            if (clause.headline()) {
                continue;
            }
            String words = of(clause);
            if (words.matches("(?s).*(日电|日讯|日消息|日晚间|日公告|公告称|公告).*")) {
                return quantities(clause.span(), Period.class).stream()
                        .filter(p -> p.precision() == Period.Precision.DAY).findFirst();
            }
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Every distinct full name of this type with its mentions, in order of first mention. */
    Map<String, List<NameMention>> distinct(Type type) {
        var distinct = new LinkedHashMap<String, List<NameMention>>();
        for (NameMention name : names) {
            if (name.type() == type) {
                distinct.computeIfAbsent(name.full(), key -> new ArrayList<>()).add(name);
            }
        }
        return distinct;
    }
}
