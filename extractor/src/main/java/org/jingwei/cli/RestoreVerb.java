package org.jingwei.cli;

import java.nio.file.Path;
import org.jingwei.store.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A store out of a backup. */
@Command(name = "restore", mixinStandardHelpOptions = true, header = "Make a store from a backup.", description = { "",
        "Every byte of the backup is checked first. The store appears in its place when it is whole, and holds what the",
        "other held when the backup was made; its search index is made by the first serve, load or search.",
        "" }, footer = { "", "Example:", "  jingwei restore backups/data-monday.nq.gz --db data-again", "",
                "Exit codes: 0 done; 2 wrong usage; 70 and above: failed, and nothing was made." })
final class RestoreVerb extends Verb {
    @Parameters(paramLabel = "NAME.nq.gz", description = "The backup; its other files are beside it.")
    private Path file;

    @Option(names = "--db", paramLabel = "DIR", required = true, description = "Where the store will be: a new or empty directory.")
    private Path db;

    RestoreVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (!file.toString().endsWith(".nq.gz")) {
            throw new ParameterException(spec.commandLine(), "a backup's name ends in .nq.gz, not " + file);
        }
        try (var gauge = new Gauge(terminal)) {
            Restore.Restored restored = Restore.read(file, db, gauge);
            terminal.say(db + ": " + Counted.of(restored.statements(), "statement") + ", "
                    + Counted.of(restored.archived(), "file") + " of the archive");
            return Exit.DONE;
        }
    }
}
