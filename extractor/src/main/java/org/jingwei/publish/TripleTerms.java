package org.jingwei.publish;

import java.util.List;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Keeps triple terms from growing. A term that holds another twice, and is held twice by the next, doubles with each
 * step: forty steps are a term that no hash, comparison or line of output ever comes to the end of, and no clock is
 * looked at on the way. So a query may write a triple term, but not make one of values, nor put one into another. The
 * store holds none.
 */
final class TripleTerms {
    private TripleTerms() {}

    /** Of what makes one of values. */
    static void refuse() {
        ServletOps.errorBadRequest("TRIPLE and <<( )>> in expressions are not answered here: terms made so grow beyond "
                + "all bounds. This store holds no triple terms; give subject, predicate and object apart.");
    }

    /** @throws org.apache.jena.fuseki.servlets.ActionErrorException when a triple term stands in another */
    static void check(Triple triple) {
        check(triple.getSubject());
        check(triple.getObject());
    }

    static void check(List<Binding> rows) {
        rows.forEach(row -> row.forEach((variable, value) -> check(value)));
    }

    static void check(Node node) {
        if (node.isTripleTerm()
                && (node.getTriple().getSubject().isTripleTerm() || node.getTriple().getObject().isTripleTerm())) {
            ServletOps.errorBadRequest("A triple term may not stand in another here.");
        }
    }
}
