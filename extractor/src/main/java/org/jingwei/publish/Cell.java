package org.jingwei.publish;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/** What stands in one field of a table. */
sealed interface Cell {
    /** Nothing: the page does not say. */
    record Empty() implements Cell {}

    /** Words; never a formula, whatever they begin with. */
    record Text(String text) implements Cell {}

    /** A value, as it is stated. */
    record Number(BigDecimal value) implements Cell {}

    Cell EMPTY = new Empty();

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    /** A number where the node is one, else its text; null is nothing. */
    static Cell of(Node node) {
        if (node == null) {
            return EMPTY;
        }
        if (node.isLiteral()) {
            NodeValue value = NodeValue.makeNode(node);
            if (value.isDecimal() || value.isInteger()) {
                return new Number(new BigDecimal(Csv.plain(node)));
            }
        }
        return text(ArticleView.text(node));
    }
}
