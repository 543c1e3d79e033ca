package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import org.jingwei.article.Article;
import org.jingwei.source.Span;

/** Where a number may have stood but is not read, for a reviewer: lost characters, and what is not asserted. */
final class Losses {
    private Losses() {}

    static List<Fact> read(Scene scene) {
        var lost = new ArrayList<Fact>();
        for (Clause clause : scene.clauses()) {
            String text = scene.of(clause);
            int at = text.indexOf(Article.LOST);
            if (at >= 0) {
                Span mark = new Span(at, at + 1).shift(clause.span().start());
                lost.add(new Fact.Discarded(text,
                        "characters of the page are lost here; a number beside them cannot be read",
                        new Evidence(List.of(mark, clause.span()), "lost characters", Grounds.DISCARDED)));
            }
        }
        for (Span doubted : scene.doubted()) {
            lost.add(new Fact.Discarded(scene.of(doubted).strip(),
                    "the text denies, doubts or only supposes this; its numbers are not read",
                    new Evidence(List.of(doubted), "not asserted", Grounds.DISCARDED)));
        }
        return lost;
    }
}
