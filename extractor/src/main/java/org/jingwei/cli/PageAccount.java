package org.jingwei.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jingwei.Outcome;
import org.jingwei.article.Article;
import org.jingwei.article.Repair;
import org.jingwei.fact.Evidence;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Link;
import org.jingwei.quantity.Quantity;
import org.jingwei.rdf.FlatFacts;
import org.jingwei.rdf.Iris;

/**
 * Why each fact of a page is believed, for programs: what {@link Explanation} says, as values that JSON knows. Every
 * {@code start} and {@code end} counts Unicode code points, in {@code text} or, inside {@code page}, in the page as it
 * arrived and was decoded; {@code end} lies behind the last. What is absent has no member.
 */
final class PageAccount {
    private final Outcome.Extracted page;
    private final Article article;
    private final Iris iris;
    private final StatedWords words;

    private PageAccount(Outcome.Extracted page) {
        this.page = page;
        this.article = page.article();
        this.iris = page.graph().iris();
        this.words = new StatedWords(article);
    }

    static Map<String, Object> of(Outcome.Extracted page) {
        return new PageAccount(page).account();
    }

    private Map<String, Object> account() {
        var account = new LinkedHashMap<String, Object>();
        account.put("offsets", "Unicode code points; end is behind the last");
        account.put("key", article.raw().key());
        account.put("article", about());
        account.put("text", article.text());
        account.put("names", facts(Fact.Name.class, this::name));
        account.put("quantities", quantities());
        account.put("facts", page.facts().stream()
                .filter(fact -> !(fact instanceof Fact.Name || fact instanceof Fact.Discarded)).map(this::fact)
                .toList());
        account.put("discarded", facts(Fact.Discarded.class, this::discarded));
        account.put("repairs", article.repairs().stream().map(this::repair).toList());
        account.put("graph", iris.facts(article.raw().key()).getURI());
        account.put("turtle", new String(Format.TURTLE.write(page), StandardCharsets.UTF_8));
        account.put("flat", FlatFacts.of(page.graph()));
        return account;
    }

    private Map<String, Object> about() {
        var about = new LinkedHashMap<String, Object>();
        Article.Metadata stated = article.metadata();
        stated.title().ifPresent(title -> about.put("title", title));
        stated.published().ifPresent(day -> about.put("published", day.toString()));
        stated.publishedTime().ifPresent(time -> about.put("publishedTime", time.toString()));
        stated.publisher().ifPresent(publisher -> about.put("publisher", publisher));
        stated.source().ifPresent(source -> about.put("source", source));
        about.put("authors", stated.authors());
        about.put("editors", stated.editors());
        stated.url().ifPresent(url -> about.put("url", url));
        stated.originalUrl().ifPresent(url -> about.put("originalUrl", url));
        about.put("traditional", stated.traditional());
        about.put("charset", article.charset().name());
        about.put("pageCharacters", words.pageLength());
        article.charset().remark().ifPresent(remark -> about.put("charsetRemark", remark));
        article.headline().ifPresent(headline -> about.put("headline", words.place(headline)));
        return about;
    }

    private <T extends Fact> List<Map<String, Object>> facts(Class<T> kind,
            Function<T, Map<String, Object>> told) {
        return page.facts().stream().filter(kind::isInstance).map(kind::cast).map(told).toList();
    }

    private Map<String, Object> name(Fact.Name name) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", name.type().name());
        object.put("name", name.name());
        object.put("link", link(page.links().of(name.name())));
        evidence(object, name.evidence());
        return object;
    }

    private Map<String, Object> link(Link link) {
        var object = new LinkedHashMap<String, Object>();
        switch (link) {
            case Link.Linked(Link.Thing thing, String why) -> {
                object.put("outcome", "LINKED");
                object.putAll(thing(thing));
                object.put("byNameOnly", thing.id().equals(Gazetteer.named(thing.label()).id()));
                object.put("why", why);
            }
            case Link.Ambiguous(List<Link.Candidate> candidates) -> {
                object.put("outcome", "AMBIGUOUS");
                object.put("candidates", candidates.stream().map(candidate -> {
                    var one = thing(candidate.thing());
                    one.put("score", candidate.score());
                    return one;
                }).toList());
            }
            case Link.Within(Link.Thing around, String why) -> {
                object.put("outcome", "WITHIN");
                object.putAll(thing(around));
                object.put("why", why);
            }
            case Link.Unlinked unlinked -> object.put("outcome", "UNLINKED");
        }
        return object;
    }

    private Map<String, Object> thing(Link.Thing thing) {
        var object = new LinkedHashMap<String, Object>();
        object.put("iri", iris.of(thing).getURI());
        object.put("kind", thing.kind().name());
        object.put("name", thing.label());
        return object;
    }

    private List<Map<String, Object>> quantities() {
        var use = new QuantityUse(page);
        var told = new ArrayList<Map<String, Object>>();
        for (Quantity quantity : page.quantities()) {
            var object = new LinkedHashMap<>(QuantityMembers.of(quantity));
            object.put("reading", QuantityLine.of(quantity));
            object.put("rule", quantity.rule());
            Optional<String> unused = use.reasonAgainst(quantity);
            object.put("inFact", unused.isEmpty());
            unused.ifPresent(why -> object.put("unused", why));
            object.put("words", List.of(words.of(quantity.span())));
            told.add(object);
        }
        return told;
    }

    private Map<String, Object> fact(Fact fact) {
        var object = new LinkedHashMap<>(FactMembers.of(fact));
        object.put("reading", FactLine.of(fact));
        evidence(object, fact.evidence());
        return object;
    }

    private Map<String, Object> discarded(Fact.Discarded discarded) {
        var object = new LinkedHashMap<String, Object>();
        object.put("text", discarded.text());
        object.put("reason", discarded.reason());
        object.put("rule", discarded.evidence().rule());
        object.put("words", discarded.evidence().spans().stream().map(words::of).toList());
        return object;
    }

    private void evidence(Map<String, Object> object, Evidence evidence) {
        object.put("rule", evidence.rule());
        object.put("confidence", evidence.confidence());
        object.put("doubts", evidence.doubts());
        object.put("words", evidence.spans().stream().map(words::of).toList());
    }

    private Map<String, Object> repair(Repair repair) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", repair.kind().name());
        object.put("page", StatedWords.span(repair.original()));
        object.put("exact", words.exact(repair.original()));
        object.put("restored", repair.restored());
        return object;
    }
}
