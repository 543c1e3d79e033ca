package org.jingwei.publish;

import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * How many parts a query has. Planning takes a time that grows faster than their number, and no clock is looked at in
 * it; the largest query of the library has some sixty.
 */
final class Complexity extends ElementVisitorBase {
    static final int MOST_PARTS = 1500;

    private int parts;

    private Complexity() {}

    /** @throws org.apache.jena.fuseki.servlets.ActionErrorException when it has too many */
    static void check(Query query) {
        var complexity = new Complexity();
        complexity.count(query);
        if (complexity.parts > MOST_PARTS) {
            ServletOps.errorBadRequest("The query has more than " + MOST_PARTS
                    + " patterns, groups and filters. Ask in several queries, or give values in VALUES.");
        }
    }

    private void count(Query query) {
        Element pattern = query.getQueryPattern();
        if (pattern != null) {
            ElementWalker.walk(pattern, this);
        }
    }

    @Override
    public void visit(ElementGroup group) {
        parts += group.size();
    }

    @Override
    public void visit(ElementPathBlock block) {
        parts += block.getPattern().size();
    }

    @Override
    public void visit(ElementSubQuery query) {
        count(query.getQuery());
    }
}
