package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import org.jingwei.article.Article;
import org.jingwei.source.Span;

/** Places where the page lost characters: listed for a reviewer, since a number may have stood there. */
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
                        new Evidence(List.of(mark, clause.span()), "lost characters", 1)));
            }
        }
        return lost;
    }
}
