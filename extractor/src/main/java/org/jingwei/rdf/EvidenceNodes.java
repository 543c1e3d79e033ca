package org.jingwei.rdf;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jingwei.article.Article;
import org.jingwei.article.Repair;
import org.jingwei.fact.Evidence;
import org.jingwei.source.Span;

/** Writes the characters behind facts: each span once, with the repairs that touch it. */
final class EvidenceNodes {
    private final Sheet sheet;
    private final Article article;
    private final PageText page;
    private final Node raw;
    private final Map<Span, Node> written = new HashMap<>();

    EvidenceNodes(Sheet sheet, Article article) {
        this.sheet = sheet;
        this.article = article;
        this.page = new PageText(article.page());
        this.raw = sheet.iris.raw(sheet.key);
    }

    void raw() {
        sheet.whyType(raw, "RawText");
        sheet.why(raw, Ns.schema("sha256"), Literals.string(article.raw().identity()));
        sheet.why(raw, "codePointCount", Literals.integer(page.length()));
        article.raw().stated().captured().ifPresent(moment -> sheet.why(raw, Ns.prov("generatedAtTime"),
                Literals.dateTime(DateTimeFormatter.ISO_INSTANT.format(moment))));
    }

    void of(Node fact, Evidence evidence) {
        sheet.why(fact, "rule", Literals.string(evidence.rule()));
        sheet.why(fact, "confidence", Literals.decimal(BigDecimal.valueOf(evidence.confidence())));
        evidence.doubts().forEach(doubt -> sheet.why(fact, "doubt", Literals.string(doubt)));
        for (Span cleaned : evidence.spans()) {
            of(fact, cleaned);
        }
    }

    /** @param cleaned in {@code Article.text} */
    void of(Node fact, Span cleaned) {
        sheet.why(fact, "evidence", span(cleaned));
    }

    /** @param cleaned in {@code Article.text} */
    Node span(Span cleaned) {
        return written.computeIfAbsent(article.map().toPage(cleaned), this::write);
    }

    private Node write(Span original) {
        Node node = sheet.iris.span(sheet.key, original.start(), original.end());
        sheet.whyType(node, "TextSpan");
        select(node, original);
        for (Repair repair : article.repairs()) {
            if (repair.original().overlaps(original)) {
                sheet.why(node, "repair", write(repair));
            }
        }
        return node;
    }

    private Node write(Repair repair) {
        Node node = sheet.iris.repair(sheet.key, repair.original().start(), repair.original().end());
        sheet.whyType(node, "Repair");
        select(node, repair.original());
        sheet.why(node, "repairKind", sheet.iris.code("repairKind", repair.kind().name()));
        sheet.why(node, "restoredText", Literals.string(repair.restored()));
        return node;
    }

    private void select(Node node, Span original) {
        sheet.why(node, Ns.oa("hasSource"), raw);
        sheet.why(node, Ns.oa("start"), Literals.integer(original.start()));
        sheet.why(node, Ns.oa("end"), Literals.integer(original.end()));
        sheet.why(node, Ns.oa("exact"), Literals.string(page.exact(original)));
    }
}
