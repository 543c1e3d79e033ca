package org.jingwei.cli;

import java.nio.file.Path;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A store on the web, until the process is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, header = "Serve a store: a SPARQL endpoint, query only.", description = "", footer = {
        "", "Examples:", "  jingwei serve --db data", "  jingwei serve --db data --port 8080 --host 0.0.0.0", "",
        "Stop it with Ctrl-C.", "", "Exit codes: 0 stopped; 2 wrong usage; 70 and above: failed." })
final class ServeVerb extends Verb {
    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Mixin
    private ListenOptions listen;

    ServeVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        EndpointSettings settings = listen.settings();
        try (var stop = new Stop();
                var store = KnowledgeStore.openExisting(db);
                var endpoint = start(store, settings)) {
            terminal.say(endpoint.address() + " is open; SPARQL queries go to " + endpoint.sparql()
                    + ". Ctrl-C stops it.");
            stop.await();
        }
        return Exit.DONE;
    }

    /** With the search ready, and a word about it where that takes time. */
    private Endpoint start(KnowledgeStore store, EndpointSettings settings) {
        SearchReady.open(store, terminal);
        return Endpoint.start(store, QueryLibrary.load(), settings);
    }
}
