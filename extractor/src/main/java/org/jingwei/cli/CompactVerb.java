package org.jingwei.cli;

import java.nio.file.Path;
import org.jingwei.store.Compaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A store in fewer bytes. */
@Command(name = "compact", mixinStandardHelpOptions = true, header = "Give back the disk space that many small loads have used up.", description = {
        "",
        "The files are written anew beside the old ones, compared with them, and put in their place by one rename. It",
        "can be killed at any time. Nobody may use the store meanwhile: stop serve and load.", "" }, footer = { "",
                "Example:", "  jingwei compact --db data", "",
                "Exit codes: 0 done; 2 wrong usage; 70 and above: failed, and the store is as before." })
final class CompactVerb extends Verb {
    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    CompactVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (var gauge = new Gauge(terminal)) {
            Compaction.Saved saved = Compaction.run(db, gauge);
            terminal.say(db + ": " + Counted.of(saved.statements(), "statement") + ", " + (saved.before() >> 20)
                    + " MB before, " + (saved.after() >> 20) + " MB now");
            return Exit.DONE;
        }
    }
}
