package org.jingwei.publish;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;

/** Query text with terms in the place of variables, laid out and commented as it was; without its header. */
final class QueryText {
    private QueryText() {}

    /** @param terms by variables that nothing in the query binds */
    static String of(String query, Map<Var, Node> terms) {
        String text = query.lines().filter(line -> !line.startsWith("#+")).collect(Collectors.joining("\n", "", "\n"));
        for (Map.Entry<Var, Node> entry : terms.entrySet()) {
            String variable = "\\?" + Pattern.quote(entry.getKey().getVarName()) + "\\b";
            text = text.replaceAll("(?i:BOUND)\\(" + variable + "\\)", "true").replaceAll(variable,
                    Matcher.quoteReplacement(NodeFmtLib.strNT(entry.getValue())));
        }
        return text;
    }
}
