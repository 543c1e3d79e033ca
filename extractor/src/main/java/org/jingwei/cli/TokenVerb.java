package org.jingwei.cli;

import java.util.Locale;
import org.jingwei.publish.Role;
import org.jingwei.publish.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A token for somebody who may ask a server. */
@Command(name = "token", mixinStandardHelpOptions = true, header = "Make a token for a client of the server.", description = {
        "", "The line for the server's token file goes to standard output; it holds no more than a hash. The token",
        "itself is shown once, on standard error.", "" }, footer = { "", "Example:",
                "  umask 077; jingwei token statistics-office --role read >> tokens",
                "  curl -H \"Authorization: Bearer TOKEN\" https://kg.example.org/", "",
                "Exit codes: 0 done; 2 wrong usage." })
final class TokenVerb extends Verb {
    @Parameters(paramLabel = "NAME", description = "Whose it is, for the log: up to 64 characters without spaces.")
    private String name;

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "read", description = "What it allows: read, or load, which includes it (default: ${DEFAULT-VALUE}).")
    private Role role;

    TokenVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        String token = Tokens.random();
        try {
            terminal.print(Tokens.line(name, role, token) + "\n");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        terminal.flush();
        terminal.say("The token of " + name + ", to " + role.name().toLowerCase(Locale.ROOT) + ": " + token);
        return Exit.DONE;
    }
}
