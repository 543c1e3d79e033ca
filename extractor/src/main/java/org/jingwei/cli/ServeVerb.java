package org.jingwei.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.Edition;
import org.jingwei.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** A store on the web, until the process is stopped. Its options are those of {@link ServerOption}. */
@Command(name = "serve", mixinStandardHelpOptions = true, header = "Serve a store: a SPARQL endpoint, query only.", description = {
        "", "Each option has one name: --max-rows 500 here, JINGWEI_MAX_ROWS=500 in the environment,",
        "max-rows = 500 in the file of --config. Flags come before the environment, that before the file.",
        "" }, footer = { "", "Examples:", "  jingwei serve --db data", "  jingwei serve --config server.toml",
                "  jingwei serve --db data --host 0.0.0.0 --public-read --certificate chain.pem --private-key key.pem",
                "", "Stop it with Ctrl-C: running answers finish first.", "",
                "Exit codes: 0 stopped; 2 wrong usage; 70 and above: failed." })
final class ServeVerb extends Verb {

    ServeVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        ServerOptions.unknown(environment).forEach(terminal::say);
        Path db;
        EndpointSettings settings;
        try {
            var options = ServerOptions.read(spec.commandLine().getParseResult(), environment);
            db = options.path(ServerOption.DB).orElseThrow(
                    () -> new Trouble(Exit.WRONG_USAGE, "Missing required option: '--db=DIR'"));
            settings = ServerSettings.of(options);
        } catch (Trouble e) {
            throw new ParameterException(spec.commandLine(), e.getMessage().replaceFirst("\\.$", ""), e);
        }
        try (var stop = new Stop(); var store = KnowledgeStore.openExisting(db)) {
            stop.first(store::closeSoon); // an index that is being made would hold up the end for minutes
            var pipeline = new Later<>(() -> new Pipeline(Gazetteer.load(), store.iris()));
            var current = new Later<>(() -> {
                store.loadReference(Edition.current(), () -> ReferenceGraphs.vocabulary(store.iris()),
                        () -> ReferenceGraphs.gazetteer(store.iris()));
                return pipeline.get();
            });
            try (var intake = new LiveIntake(store, current);
                    var endpoint = start(store, settings, intake, new Trial(pipeline))) {
                terminal.say(endpoint.address() + " is open; SPARQL queries go to " + endpoint.sparql()
                        + ". Ctrl-C stops it.");
                stop.await();
            }
        }
        return Exit.DONE;
    }

    /** With the search ready, and a word about it where that takes time. */
    private Endpoint start(KnowledgeStore store, EndpointSettings settings, LiveIntake intake, Trial trial) {
        SearchReady.open(store, terminal);
        return Endpoint.start(store, QueryLibrary.load(), settings, Optional.of(intake), Optional.of(trial));
    }
}
