package org.jingwei.cli;

import java.nio.file.Path;
import org.jingwei.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A store into files that outlive it. */
@Command(name = "backup", mixinStandardHelpOptions = true, header = "Copy a store into files that can be checked and restored.", description = {
        "",
        "NAME.nq.gz holds all statements as N-Quads, NAME-archive the pages, NAME.nq.gz.sha256 the hashes of all these",
        "(sha256sum -c reads it). Nobody may use the store meanwhile: stop serve and load. A backup never replaces an",
        "earlier one; where NAME.nq.gz is, the backup is whole.", "" }, footer = { "", "Example:",
                "  jingwei backup --db data --out backups/data-monday.nq.gz", "",
                "Exit codes: 0 done; 2 wrong usage; 70 and above: failed, and no backup was made." })
final class BackupVerb extends Verb {
    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Option(names = "--out", paramLabel = "NAME.nq.gz", required = true, description = "Where the backup goes, best on another disk.")
    private Path out;

    @Option(names = "--without-archive", description = "Leave the pages out: the store that is restored answers as this one, but cannot be rebuilt.")
    private boolean withoutArchive;

    BackupVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (!out.toString().endsWith(".nq.gz")) {
            throw new ParameterException(spec.commandLine(), "--out must end in .nq.gz, not be " + out);
        }
        try (var gauge = new Gauge(terminal)) {
            Backup.Written written = Backup.write(db, out, !withoutArchive, gauge);
            terminal.say(out + ": " + Counted.of(written.statements(), "statement") + ", "
                    + Counted.of(written.archived(), "file") + " of the archive, " + (written.bytes() >> 10) + " KB"
                    + (written.missing() == 0
                            ? ""
                            : "; " + Counted.of(written.missing(), "file")
                                    + " of the archive missing from the store: see jingwei doctor --db " + db));
            return Exit.DONE;
        }
    }
}
