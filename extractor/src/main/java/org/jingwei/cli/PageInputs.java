package org.jingwei.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The inputs of a verb that reads pages. */
final class PageInputs extends InputFlags {
    /** What an input may be, for help. */
    static final String INPUT = "Files, folders, wildcards in quotes, JSON Lines (.jsonl, .ndjson), WARC archives (.warc), any of these with .gz, http and https addresses, or - for standard input.";

    @Parameters(paramLabel = "INPUT", arity = "0..*", description = INPUT)
    private List<String> inputs = new ArrayList<>();

    /** Whether anything is. */
    boolean isNamed() {
        return !inputs.isEmpty() || hasLists();
    }

    /** @throws ParameterException when nothing is named or the flags make no sense */
    Stream<Arrival> open(Terminal terminal) {
        if (inputs.isEmpty() && !hasLists()) {
            throw new ParameterException(verb.commandLine(), "Missing: INPUT or --from-list FILE");
        }
        return open(inputs, terminal);
    }
}
