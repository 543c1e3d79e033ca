package org.jingwei.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jingwei.Outcome;
import org.jingwei.article.Article;
import org.jingwei.article.Repair;
import org.jingwei.fact.Evidence;
import org.jingwei.fact.Fact;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;
import org.jingwei.text.Sentence;

/** Why each fact of a page is believed: its rule, its sentence, and the page's own characters where they were repaired. */
final class Explanation {
    /** Sentences shown for one fact: a name may stand in dozens. */
    private static final int SENTENCES = 2;
    /** Characters shown on either side of a quantity. */
    private static final int AROUND = 10;

    private final Outcome.Extracted page;
    private final int[] original;
    private final String mark;
    private final String unmark;
    private final StringBuilder text = new StringBuilder();

    private Explanation(Outcome.Extracted page, boolean colour) {
        this.page = page;
        this.original = page.article().page().codePoints().toArray();
        this.mark = colour ? "\u001b[1;7m" : "⟦";
        this.unmark = colour ? "\u001b[0m" : "⟧";
    }

    /** @param colour whether words may be highlighted by escape sequences; else they stand in ⟦ ⟧ */
    static String of(Outcome.Extracted page, boolean colour) {
        var explanation = new Explanation(page, colour);
        explanation.head();
        explanation.facts();
        explanation.quantities();
        explanation.discarded();
        return explanation.text.toString();
    }

    private void head() {
        Article article = page.article();
        Article.Metadata about = article.metadata();
        line(article.raw().location() + " (" + article.raw().key() + ")");
        about.title().ifPresent(title -> line("  title      " + title));
        about.published().ifPresent(day -> line(
                "  published  " + day + about.publishedTime().map(time -> " " + time).orElse("")));
        about.publisher().ifPresent(publisher -> line("  publisher  " + publisher));
        about.source().ifPresent(source -> line("  source     " + source));
        if (!about.authors().isEmpty()) {
            line("  authors    " + String.join(", ", about.authors()));
        }
        if (!about.editors().isEmpty()) {
            line("  editors    " + String.join(", ", about.editors()));
        }
        about.url().ifPresent(url -> line("  url        " + url));
        about.originalUrl().ifPresent(url -> line("  original   " + url));
        article.charset().remark().ifPresent(
                remark -> line("  charset    " + article.charset().name() + "; " + remark));
        if (!article.repairs().isEmpty()) {
            line("  repaired   " + article.repairs().stream()
                    .collect(Collectors.groupingBy(Repair::kind, java.util.TreeMap::new, Collectors.counting()))
                    .entrySet().stream().map(kind -> kind.getValue() + " " + words(kind.getKey()))
                    .collect(Collectors.joining(", ")));
        }
    }

    private void facts() {
        List<Fact> stated = page.facts().stream().filter(fact -> !(fact instanceof Fact.Discarded)).toList();
        title("Facts", stated.size());
        for (Fact fact : stated) {
            line(FactLine.of(fact));
            line("    rule " + fact.evidence().rule() + ", confidence " + String.format(Locale.ROOT, "%.2f",
                    fact.evidence().confidence()));
            fact.evidence().doubts().forEach(doubt -> line("    doubted: " + doubt));
            evidence(fact.evidence());
        }
    }

    private void quantities() {
        title("Quantities read", page.quantities().size());
        var use = new QuantityUse(page);
        for (Quantity quantity : page.quantities()) {
            line(quantity.span().of(page.article().text()).replace('\n', ' ') + "  " + QuantityLine.of(quantity)
                    + "  (rule " + quantity.rule()
                    + use.reasonAgainst(quantity).map(why -> "; in no fact: " + why + ")").orElse(")"));
            // Offsets are those of the page as it arrived, as in facts.
            Span there = page.article().map().toPage(quantity.span());
            line("    characters " + there.start() + "–" + there.end() + " of the page: "
                    + context(quantity.span()));
            original(quantity.span());
        }
    }

    /** The span with a few characters around it, marked. */
    private String context(Span span) {
        String cleaned = page.article().text();
        int start = Math.max(0, span.start() - AROUND);
        int end = Math.min(cleaned.length(), span.end() + AROUND);
        return marked(new Span(start, end), List.of(span));
    }

    private void discarded() {
        List<Fact> discarded = page.facts().stream().filter(Fact.Discarded.class::isInstance).toList();
        title("Read but not believed", discarded.size());
        for (Fact fact : discarded) {
            line(FactLine.of(fact));
            line("    rule " + fact.evidence().rule());
            evidence(fact.evidence());
        }
    }

    private void evidence(Evidence evidence) {
        List<Sentence> sentences = page.sentences().stream()
                .filter(sentence -> evidence.spans().stream().anyMatch(sentence.span()::overlaps)).toList();
        sentences.stream().limit(SENTENCES)
                .forEach(sentence -> line("    " + marked(sentence.span(), evidence.spans())));
        if (sentences.size() > SENTENCES) {
            line("    … and " + (sentences.size() - SENTENCES) + " more sentences");
        }
        for (Span span : evidence.spans()) {
            original(span);
        }
    }

    /** The sentence with the spans marked; overlapping spans are marked as one. */
    private String marked(Span sentence, List<Span> spans) {
        String cleaned = page.article().text();
        var marked = new StringBuilder();
        boolean open = false;
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int at = i;
            boolean in = spans.stream().anyMatch(span -> span.contains(at));
            if (in != open) {
                marked.append(in ? mark : unmark);
                open = in;
            }
            char character = cleaned.charAt(i);
            marked.append(character == '\n' ? ' ' : character);
        }
        return marked.append(open ? unmark : "").toString().strip();
    }

    /** The page's own characters of a span, if something in or at them was repaired. */
    private void original(Span span) {
        if (span.length() == 0) {
            return;
        }
        Span there = page.article().map().toPage(span);
        Set<String> kinds = new TreeSet<>();
        for (Repair repair : page.article().repairs()) {
            if (repair.original().overlaps(there)) {
                kinds.add(words(repair.kind()));
            }
        }
        if (!kinds.isEmpty()) {
            String characters = new String(original, there.start(), there.length()).replaceAll("\\s+", " ");
            line("    " + span.of(page.article().text()).replace('\n', ' ') + " stands on the page as \"" + characters
                    + "\" at " + there.start() + " (" + String.join(", ", kinds) + ")");
        }
    }

    private static String words(Repair.Kind kind) {
        return switch (kind) {
            case PINYIN_GLOSS -> "pinyin gloss";
            case MISFRAMED_BYTES -> "misframed bytes";
            case SUPPLIED_CHARACTER -> "character supplied by its neighbours";
            case LOST_CHARACTERS -> "lost characters";
            case FULL_WIDTH -> "full-width form";
            case INVISIBLE -> "invisible character";
            case ESCAPED_TWICE -> "reference escaped twice";
        };
    }

    private void title(String words, int count) {
        line("");
        line(words + " (" + count + ")");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
