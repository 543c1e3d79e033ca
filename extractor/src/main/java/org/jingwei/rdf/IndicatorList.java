package org.jingwei.rdf;

import java.util.HashMap;
import java.util.Map;
import org.jingwei.link.IndicatorNames;

/** The code list of indicators for rooms that know no RDF. */
public final class IndicatorList {
    private IndicatorList() {}

    /** Reads the list of the program. */
    public static IndicatorNames read() {
        Iris iris = Iris.standard();
        String prefix = iris.codeScheme("indicator").getURI() + "/";
        Map<String, String> codes = new HashMap<>();
        Concepts.read(iris, "indicator").all().forEach((name, node) -> codes.put(name.replaceAll("\\s+", ""),
                node.getURI().substring(prefix.length())));
        return new IndicatorNames(codes);
    }
}
