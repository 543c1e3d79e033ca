package org.jingwei.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jingwei.publish.PublishException;
import org.jingwei.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** The program: finds the verb, runs it, turns trouble into one line and an exit code. */
@Command(name = "jingwei", mixinStandardHelpOptions = true, versionProvider = Jingwei.Version.class, synopsisSubcommandLabel = "VERB", header = "Reads Chinese regional-economy news and publishes what it states as a knowledge graph.", commandListHeading = "%nVerbs:%n", footer = {
        "", "Data goes to standard output, talk to standard error.",
        "Exit codes: 0 done; 1 done, but some pages were rejected; 2 wrong usage; 70 and above: the",
        "installation is broken, or reading, writing or the store failed.", "", "Help on a verb: jingwei VERB --help" })
public final class Jingwei implements Callable<Integer> {
    private final CommandLine program;

    private Jingwei(Terminal terminal) {
        program = new CommandLine(this).setCaseInsensitiveEnumValuesAllowed(true);
        List.of(new DemoVerb(terminal), new ExtractVerb(terminal), new LoadVerb(terminal),
                new RetractVerb(terminal), new RebuildVerb(terminal),
                new BackupVerb(terminal), new RestoreVerb(terminal), new CompactVerb(terminal),
                new DoctorVerb(terminal),
                new ImportStatsVerb(terminal), new ServeVerb(terminal), new QueryVerb(terminal),
                new ExportVerb(terminal), new OntologyVerb(terminal), new ExplainVerb(terminal),
                new CheckVerb(terminal), new ReconcileVerb(terminal), new EvaluateVerb(terminal),
                new TokenVerb(terminal), new TrainVerb(terminal))
                .forEach(program::addSubcommand);
        for (CommandLine line : program.getSubcommands().values()) {
            line.setCaseInsensitiveEnumValuesAllowed(true);
            line.getCommandSpec().usageMessage().sortOptions(false);
        }
        ServerOptions.declare(program.getSubcommands().get("serve"));
        // The parameters of a question are options that only the question knows.
        program.getSubcommands().get("query").setUnmatchedOptionsArePositionalParams(true);
        program.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        program.setUsageHelpWidth(100);
        program.setOut(new PrintWriter(new DataWriter(terminal)));
        program.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        program.setParameterExceptionHandler((wrong, arguments) -> wrongUsage(terminal, wrong));
        program.setExecutionExceptionHandler((thrown, line, parsed) -> {
            boolean verbose = parsed.expandedArgs().contains("--verbose");
            return trouble(terminal, thrown, verbose);
        });
    }

    /** @return the exit code, one of {@link Exit} */
    public static int run(Terminal terminal, String... arguments) {
        // Libraries speak only when something is wrong with them.
        Logger.getLogger("").setLevel(Level.SEVERE);
        boolean verbose = List.of(arguments).contains("--verbose");
        int exit;
        try {
            exit = new Jingwei(terminal).program.execute(arguments);
        } catch (Error e) {
            exit = fault(terminal, e, verbose);
        }
        try {
            terminal.flush();
        } catch (Trouble e) {
            return exit == Exit.DONE ? trouble(terminal, e, verbose) : exit;
        }
        return exit;
    }

    /** Without a verb: what there is. */
    @Override
    public Integer call() {
        program.usage(program.getErr());
        return Exit.WRONG_USAGE;
    }

    private static int wrongUsage(Terminal terminal, ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        terminal.say("jingwei: " + oneLine(wrong.getMessage()) + ". See: " + line.getCommandSpec().qualifiedName(" ")
                + " --help");
        return Exit.WRONG_USAGE;
    }

    private static int trouble(Terminal terminal, Exception thrown, boolean verbose) {
        int exit;
        switch (thrown) {
            case Trouble trouble -> {
                terminal.say("jingwei: " + oneLine(trouble.getMessage()));
                exit = trouble.exit();
            }
            case StoreException store -> {
                terminal.say("jingwei: " + oneLine(store.getMessage() + " " + store.remedy()));
                exit = Exit.IO;
            }
            case PublishException publish -> {
                terminal.say("jingwei: " + oneLine(publish.getMessage() + " " + publish.remedy()));
                exit = Exit.IO;
            }
            case IOException io -> {
                terminal.say("jingwei: reading or writing failed: " + oneLine(String.valueOf(io.getMessage())));
                exit = Exit.IO;
            }
            default -> {
                return fault(terminal, thrown, verbose);
            }
        }
        if (verbose) {
            thrown.printStackTrace(terminal.err());
        }
        return exit;
    }

    private static int fault(Terminal terminal, Throwable thrown, boolean verbose) {
        String what = switch (thrown) {
            case OutOfMemoryError memory -> "there is not enough memory (" + memory.getMessage()
                    + "). Give more: JINGWEI_JAVA_OPTIONS=-Xmx4g ./jingwei ...";
            case IllegalStateException broken when broken.getMessage() != null -> broken.getMessage();
            default -> "a fault of the program or a broken installation: " + thrown;
        };
        terminal.say("jingwei: " + oneLine(what) + (verbose ? "" : " (--verbose shows where)"));
        if (verbose) {
            thrown.printStackTrace(terminal.err());
        }
        return Exit.BROKEN;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** What picocli prints is asked for (--help, --version): data. */
    private static final class DataWriter extends Writer {
        private final Terminal terminal;

        DataWriter(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            terminal.print(new String(characters, offset, length));
        }

        @Override
        public void flush() {
            terminal.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }

    /** From the jar's manifest; a program that runs from loose classes has none. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Jingwei.class.getPackage().getImplementationVersion();
            return new String[]{ "jingwei " + (version == null ? "(not packaged)" : version) };
        }
    }
}
