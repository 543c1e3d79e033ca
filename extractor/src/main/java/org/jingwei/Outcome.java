package org.jingwei;

import java.util.List;
import org.jingwei.article.Article;
import org.jingwei.article.Reading;
import org.jingwei.fact.Fact;
import org.jingwei.link.Links;
import org.jingwei.quantity.Quantity;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.RawPage;
import org.jingwei.text.Sentence;

/** What became of a page. Expected trouble is one of these values, never an exception. */
public sealed interface Outcome {

    /** Everything read from the page, room by room; the graph conforms to the shapes. */
    record Extracted(Article article, List<Sentence> sentences, List<Quantity> quantities, List<Fact> facts,
            Links links, ArticleGraph graph) implements Outcome {
        public Extracted {
            sentences = List.copyOf(sentences);
            quantities = List.copyOf(quantities);
            facts = List.copyOf(facts);
        }
    }

    /** The page is no article that can be read. */
    record Rejected(RawPage page, Reading.Rejected reading) implements Outcome {}

    /** The article was read, but its graph breaks the shapes: it must not be published. */
    record Broken(Article article, Verdict.Broken verdict) implements Outcome {}
}
