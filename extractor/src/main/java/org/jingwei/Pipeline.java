package org.jingwei;

import java.util.List;
import org.jingwei.article.Article;
import org.jingwei.article.ArticleReader;
import org.jingwei.article.Reading;
import org.jingwei.fact.Fact;
import org.jingwei.fact.FactReader;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Linker;
import org.jingwei.link.Links;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.QuantityReader;
import org.jingwei.quantity.ReadingContext;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.GraphMapper;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.Shapes;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;
import org.jingwei.text.Sentence;
import org.jingwei.text.TextReader;

/**
 * The rooms in their order. A pure function from a page to what it states: no clock, no network, no state, the same
 * result for the same page whatever the locale, time zone or thread. Made once, used by any number of threads.
 */
public final class Pipeline {
    private final ArticleReader articles;
    private final TextReader texts;
    private final Linker linker;
    private final GraphMapper graphs;
    private final Shapes shapes;
    private final QuantityReader quantities = new QuantityReader();
    private final FactReader facts;

    /** @throws IllegalStateException when the installation lacks one of its own parts; the message names the remedy */
    public Pipeline(Gazetteer gazetteer, Iris iris) {
        this(gazetteer, iris, 0);
    }

    /**
     * @param least confidence, 0 to 1, below which a reading is listed for review instead of asserted
     * @throws IllegalStateException when the installation lacks one of its own parts; the message names the remedy
     */
    public Pipeline(Gazetteer gazetteer, Iris iris, double least) {
        facts = new FactReader(least);
        articles = new ArticleReader(new HanlpScript());
        texts = new TextReader(gazetteer.lexicon());
        linker = new Linker(gazetteer);
        graphs = new GraphMapper(iris);
        shapes = new Shapes(iris);
    }

    /** The article of a page, cleaned, without what it states. */
    public Reading read(RawPage page) {
        return articles.read(page);
    }

    public Outcome run(RawPage page) {
        return switch (read(page)) {
            case Reading.Rejected rejected -> new Outcome.Rejected(page, rejected);
            case Reading.Read(Article article) -> run(article);
        };
    }

    private Outcome run(Article article) {
        List<Sentence> sentences = texts.read(article);
        List<Quantity> values = quantities.read(article.text(), new ReadingContext(article.metadata().published()));
        List<Fact> stated = facts.read(article, sentences, values);
        Links links = linker.links(article, stated);
        ArticleGraph graph = graphs.map(article, stated, links::of);
        return switch (shapes.check(graph)) {
            case Verdict.Conforming conforming ->
                new Outcome.Extracted(article, sentences, values, stated, links, graph);
            case Verdict.Broken broken -> new Outcome.Broken(article, broken);
        };
    }
}
