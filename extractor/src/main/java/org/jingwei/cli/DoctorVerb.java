package org.jingwei.cli;

import java.nio.file.Path;
import org.jingwei.store.Examination;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a store is well. */
@Command(name = "doctor", mixinStandardHelpOptions = true, header = "Look whether a store is well, and say what to do where it is not.", description = {
        "",
        "Looks at the marker, disk space, journal, files and graphs of TDB2, catalog, archive and search index. Nobody",
        "may use the store meanwhile. Nothing is changed; only the torn end that a killed run left in the journal is",
        "cut off, as each opening does. check --db looks at the rules that the facts themselves must meet.",
        "" }, footer = { "", "Example:", "  jingwei doctor --db data --deep", "",
                "Exit codes: 0 healthy; 1 something was found; 2 wrong usage; 70 and above: it could not look." })
final class DoctorVerb extends Verb {
    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Option(names = "--deep", description = "Read every page of the archive too, and count what search should know.")
    private boolean deep;

    DoctorVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Examination examination = Examination.of(db, deep);
        examination.looked().forEach(line -> terminal.print(line + "\n"));
        examination.findings().forEach(finding -> terminal.print(
                "FOUND " + finding.part() + ": " + finding.what() + "\n  do: " + finding.remedy() + "\n"));
        terminal.say(db + ": " + (examination.findings().isEmpty()
                ? "healthy"
                : Counted.of(examination.findings().size(), "finding")));
        return examination.findings().isEmpty() ? Exit.DONE : Exit.SOME_REJECTED;
    }
}
