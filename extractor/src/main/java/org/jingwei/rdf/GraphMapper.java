package org.jingwei.rdf;

import java.util.List;
import java.util.function.Function;
import org.jingwei.article.Article;
import org.jingwei.fact.Fact;
import org.jingwei.link.Link;

/** Facts to triples. Immutable; one for any number of articles and threads. The same input gives the same triples. */
public final class GraphMapper {
    private final Iris iris;
    private final Concepts indicators;
    private final Units units;

    public GraphMapper(Iris iris) {
        this.iris = iris;
        this.indicators = Concepts.read(iris, "indicator");
        this.units = new Units(iris);
    }

    /**
     * @param links for every name that a fact uses
     * @return the triples of {@code article} and {@code facts}; whether they conform is for {@link Shapes} to say
     */
    public ArticleGraph map(Article article, List<Fact> facts, Function<String, Link> links) {
        Sheet sheet = new Sheet(iris, article.raw().key());
        EvidenceNodes evidence = new EvidenceNodes(sheet, article);
        EntityNodes entities = new EntityNodes(sheet, facts, links);
        new ArticleNode(sheet, evidence).write(article);
        FactNodes nodes = new FactNodes(sheet, evidence, entities, indicators, units, facts);
        facts.forEach(nodes::write);
        new ProjectGroups(sheet, facts).write();
        new ProjectParts(sheet, facts).write();
        return sheet.graph();
    }
}
