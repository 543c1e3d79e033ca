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
    /** A parameter, or the question whether it is bound. */
    private static final Pattern PARAMETER = Pattern
            .compile("(?i:BOUND)\\(\\s*\\?(?<asked>_\\w+)\\s*\\)|\\?(?<named>_\\w+)");

    private QueryText() {}

    /** @param terms by variables that nothing in the query binds */
    static String of(String query, Map<Var, Node> terms) {
        String text = query.lines().filter(line -> !line.startsWith("#+")).collect(Collectors.joining("\n", "", "\n"));
        // In one pass: a value may hold what looks like a parameter.
        return PARAMETER.matcher(text).replaceAll(found -> {
            boolean asked = found.group("asked") != null;
            Node term = terms.get(Var.alloc(found.group(asked ? "asked" : "named")));
            return Matcher.quoteReplacement(term == null ? found.group() : asked ? "true" : NodeFmtLib.strNT(term));
        });
    }
}
