package org.jingwei.rdf;

import java.util.List;

/** Whether a graph may be stored. */
public sealed interface Verdict {
    record Conforming() implements Verdict {}

    /** @param report one line a violation, in a stable order: node, property, value, what is wrong */
    record Broken(List<String> report) implements Verdict {
        public Broken {
            report = List.copyOf(report);
            if (report.isEmpty()) {
                throw new IllegalArgumentException("a verdict of broken needs its reasons");
            }
        }
    }
}
