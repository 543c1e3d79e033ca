package org.jingwei.publish;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How much Jena and Jetty say on standard error: trouble of the server, not what clients ask or get wrong. The
 * loggers are held, for the platform forgets the level of one that nobody holds.
 */
final class ServerLog {
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.apache.jena"),
            Logger.getLogger("org.apache.jena.fuseki.Fuseki"),
            // A refused search leaves an iterator open that nobody needs.
            Logger.getLogger("org.apache.jena.sparql.engine.iterator.QueryIteratorCheck"),
            Logger.getLogger("org.eclipse.jetty"));

    private static final Set<String> SILENT = Set.of("org.apache.jena.fuseki.Fuseki",
            "org.apache.jena.sparql.engine.iterator.QueryIteratorCheck");

    private ServerLog() {}

    /** Leaves alone what a logging configuration of the operator has set. */
    static void quiet() {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            QUIET.forEach(logger -> logger.setLevel(
                    SILENT.contains(logger.getName()) ? Level.SEVERE : Level.WARNING));
        }
    }
}
