package org.jingwei.rdf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.article.Article;
import org.jingwei.article.TextMap;
import org.jingwei.fact.EventType;
import org.jingwei.fact.Evidence;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;
import org.jingwei.link.Link;
import org.jingwei.quantity.Bound;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;

/**
 * An invented article with what a reader says it states, in JSON: the keys of the facts files of the cases, the text
 * with its headline on the first line, and {@code links}, names to a path and a label of the gazetteer, several where
 * the name is ambiguous. The evidence of a fact is the first place of its words ({@code at}, or its text or name).
 */
public final class StatedArticle {
    private static final double USUAL = 0.9;

    private final String text;
    private final Map<?, ?> stated;
    private final List<Fact> facts = new ArrayList<>();

    private StatedArticle(Map<?, ?> stated) {
        this.stated = stated;
        this.text = (String) stated.get("text");
    }

    /** @param name the identifier of the article */
    public static ArticleGraph graph(String name, String json) throws Json.Malformed {
        return graph(name, json, Iris.standard());
    }

    /** As {@link #graph(String, String)}, below this base. */
    public static ArticleGraph graph(String name, String json, Iris iris) throws Json.Malformed {
        var article = new StatedArticle((Map<?, ?>) Json.read(json));
        article.read();
        return new GraphMapper(iris).map(article.article(name), article.facts, article::link);
    }

    private Article article(String name) {
        int[] start = new int[text.length()];
        int[] end = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            start[i] = i;
            end[i] = i + 1;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var raw = new RawPage(name, name, RawPage.Kind.TEXT, bytes, RawPage.sha256(bytes), RawPage.Stated.NOTHING);
        var metadata = new Article.Metadata(Optional.of(text.lines().findFirst().orElseThrow()),
                Optional.of(LocalDate.parse((String) stated.get("published"))), Optional.empty(),
                Optional.of((String) stated.get("publisher")), Optional.empty(), List.of(), List.of(),
                Optional.of("https://news.example/" + name), Optional.empty(), false);
        return new Article(raw, text, text, text, Optional.of(new Span(0, text.indexOf('\n'))),
                new TextMap(start, end), List.of(), metadata);
    }

    private Link link(String name) {
        Object target = ((Map<?, ?>) stated.get("links")).get(name);
        if (target == null) {
            return new Link.Unlinked();
        }
        List<Link.Thing> things = Stream.of(((String) target).split("\\|")).map(StatedArticle::thing).toList();
        return things.size() == 1
                ? new Link.Linked(things.getFirst(), "stated")
                : new Link.Ambiguous(things.stream().map(t -> new Link.Candidate(t, 0.5)).toList());
    }

    private static Link.Thing thing(String target) {
        String[] parts = target.split(" ");
        return new Link.Thing(parts[0].startsWith("zone/") ? Link.Kind.ZONE : Link.Kind.REGION, parts[0], parts[1]);
    }

    private void read() {
        ((Map<?, ?>) stated.get("names")).forEach((name, type) -> facts.add(new Fact.Name((String) name,
                NameMention.Type.valueOf((String) type), new Evidence(List.of(span((String) name)), "stated", USUAL))));
        each("events", f -> new Fact.Event(s(f, "id"), EventType.valueOf(s(f, "type")), s(f, "trigger"), s(f, "name"),
                maybe(f, "date"), f.containsKey("dateInferred"), list(f, "place"), list(f, "participants"),
                maybe(f, "parent"), status(f), evidence(f, "trigger")));
        each("projects", f -> new Fact.Project(s(f, "id"), s(f, "name"), list(f, "investors"), list(f, "place"),
                Fact.Phase.valueOf(s(f, "phase")), maybe(f, "event"), evidence(f, "name")));
        each("amounts", f -> new Fact.Money(s(f, "of"), Fact.AmountRole.valueOf(s(f, "role")), value(f), "CNY", false,
                bound(f), status(f), s(f, "text"), evidence(f, "text")));
        each("counts", f -> new Fact.Number(s(f, "of"), s(f, "what"), value(f), "个", bound(f), status(f),
                s(f, "text"), evidence(f, "text")));
        each("indicators", f -> new Fact.Indicator(s(f, "region"), s(f, "indicator"),
                Fact.Measure.valueOf(s(f, "measure")), value(f), s(f, "unit"), false, maybe(f, "period"),
                f.containsKey("periodInferred"), maybe(f, "basis").map(Fact.Basis::valueOf), maybe(f, "of"), bound(f),
                status(f), s(f, "text"), evidence(f, "text")));
        each("roles", f -> new Fact.Role(s(f, "person"), s(f, "title"), maybe(f, "org"), evidence(f, "at")));
        each("cooperations", f -> new Fact.Cooperation(list(f, "parties"), maybe(f, "object"), evidence(f, "at")));
        each("designations", f -> new Fact.Designation(s(f, "designee"), s(f, "title"), maybe(f, "by"),
                maybe(f, "date"), false, evidence(f, "at")));
        each("quotations", f -> new Fact.Quotation(s(f, "speaker"), s(f, "words"), evidence(f, "words")));
        each("discarded", f -> new Fact.Discarded(s(f, "text"), s(f, "reason"), evidence(f, "text")));
    }

    private void each(String kind, java.util.function.Function<Map<?, ?>, Fact> reading) {
        if (stated.get(kind) instanceof List<?> list) {
            list.forEach(fact -> facts.add(reading.apply((Map<?, ?>) fact)));
        }
    }

    private Evidence evidence(Map<?, ?> fact, String key) {
        double confidence = fact.get("confidence") instanceof BigDecimal stated ? stated.doubleValue() : USUAL;
        return new Evidence(List.of(span(s(fact, key))), "stated", confidence, list(fact, "doubts"));
    }

    private Span span(String words) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("not in the article: " + words);
        }
        return new Span(at, at + words.length());
    }

    private static BigDecimal value(Map<?, ?> fact) {
        return new BigDecimal(fact.get("value").toString());
    }

    private static Bound bound(Map<?, ?> fact) {
        return maybe(fact, "bound").map(Bound::valueOf).orElse(Bound.EXACT);
    }

    private static Status status(Map<?, ?> fact) {
        return maybe(fact, "status").map(Status::valueOf).orElse(Status.ACTUAL);
    }

    private static String s(Map<?, ?> fact, String key) {
        return maybe(fact, key).orElseThrow(() -> new IllegalArgumentException(key + " is missing in " + fact));
    }

    private static Optional<String> maybe(Map<?, ?> fact, String key) {
        return Optional.ofNullable((String) fact.get(key));
    }

    private static List<String> list(Map<?, ?> fact, String key) {
        return fact.get(key) instanceof List<?> list ? list.stream().map(String.class::cast).toList() : List.of();
    }
}
