package org.jingwei.rdf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jingwei.article.Article;
import org.jingwei.article.Article.Metadata;
import org.jingwei.link.Gazetteer;

/** Writes what a page says about itself. */
final class ArticleNode {
    private final Sheet sheet;
    private final EvidenceNodes evidence;

    ArticleNode(Sheet sheet, EvidenceNodes evidence) {
        this.sheet = sheet;
        this.evidence = evidence;
    }

    void write(Article article) {
        Node node = sheet.iris.article(sheet.key);
        Metadata metadata = article.metadata();
        sheet.type(node, "SourceDocument");
        sheet.fact(node, Ns.schema("identifier"), Literals.string(article.raw().name()));
        sheet.fact(node, Ns.schema("inLanguage"),
                Literals.string(metadata.traditional() ? Literals.TRADITIONAL : Literals.SIMPLIFIED));
        sheet.fact(node, "rawText", sheet.iris.raw(sheet.key));
        metadata.title().filter(ArticleNode::isLegible)
                .ifPresent(title -> sheet.fact(node, Ns.schema("headline"), Literals.simplified(title)));
        if (metadata.traditional() && article.headline().isPresent()) {
            String headline = article.ownScript().lines().findFirst().orElse("");
            if (!headline.isBlank() && isLegible(headline)) {
                sheet.fact(node, Ns.schema("headline"), Literals.traditional(headline));
            }
        }
        metadata.published()
                .ifPresent(day -> sheet.fact(node, Ns.schema("datePublished"), moment(day, metadata.publishedTime())));
        metadata.publisher().ifPresent(name -> sheet.fact(node, Ns.schema("publisher"), organisation(name)));
        metadata.source().ifPresent(name -> sheet.fact(node, Ns.schema("sourceOrganization"), organisation(name)));
        metadata.authors().forEach(name -> sheet.fact(node, Ns.schema("author"), person(name)));
        metadata.editors().forEach(name -> sheet.fact(node, Ns.schema("editor"), person(name)));
        metadata.url().flatMap(Iris::web).ifPresent(page -> sheet.fact(node, Ns.schema("url"), page));
        metadata.originalUrl().flatMap(Iris::web).ifPresent(page -> sheet.fact(node, Ns.schema("isBasedOn"), page));
        evidence.raw();
        article.headline().filter(span -> span.length() > 0).ifPresent(span -> evidence.of(node, span));
    }

    /** A headline may show that a character is lost. */
    private static boolean isLegible(String headline) {
        return Article.isWhole(headline.replace(Article.LOST, ' '));
    }

    /** Without a time zone: the page's clock states none. */
    private static Node moment(LocalDate day, Optional<LocalTime> time) {
        return time.map(t -> Literals.dateTime(day.atTime(t).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)))
                .orElseGet(() -> Literals.date(day.toString()));
    }

    private Node organisation(String name) {
        return agent(sheet.iris.thing(Gazetteer.named(name).id()), "Organization", name);
    }

    private Node person(String name) {
        return agent(sheet.iris.namedIn(sheet.key, "person", name), "Person", name);
    }

    private Node agent(Node node, String type, String name) {
        sheet.type(node, Ns.schema(type));
        sheet.fact(node, Ns.schema("name"), Literals.simplified(name));
        return node;
    }
}
