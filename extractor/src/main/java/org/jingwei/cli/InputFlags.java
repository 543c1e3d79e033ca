package org.jingwei.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;
import org.jingwei.source.InputOptions;
import org.jingwei.source.Inputs;
import org.jingwei.source.JsonFields;
import org.jingwei.source.WebOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How inputs are read, for verbs that take them. */
class InputFlags {
    private static final BigDecimal LONGEST_DELAY = BigDecimal.valueOf(3600);

    @Spec(Spec.Target.MIXEE)
    protected CommandSpec verb;

    @Option(names = "--from-list", paramLabel = "FILE", description = "Read the inputs that this file names too, one a line; - for standard input. UTF-8; blank lines and lines that start with # are passed over. May be given more than once.")
    private List<String> lists = new ArrayList<>();

    @Option(names = "--field", paramLabel = "OURS=THEIRS", split = ",", hideParamSyntax = true, description = "What a field of JSON Lines objects is called: id, url, title, published, text or html on the left, your name for it on the right. Several with commas between, or the option again.")
    private List<String> fields = new ArrayList<>();

    @Option(names = "--delay", paramLabel = "SECONDS", description = "Between two requests to one web host, unless its robots.txt asks for more (default: 1).")
    private Optional<BigDecimal> delay = Optional.empty();

    @Option(names = "--agent", paramLabel = "NAME", description = "The User-Agent that web servers and their robots.txt are told, such as \"news-desk/1.0 (desk@example.org)\".")
    private Optional<String> agent = Optional.empty();

    /** Whether a list is named. */
    boolean hasLists() {
        return !lists.isEmpty();
    }

    /** @throws ParameterException when the flags make no sense */
    Stream<Arrival> open(List<String> inputs, Terminal terminal) {
        if (Stream.concat(inputs.stream(), lists.stream()).filter("-"::equals).count() > 1) {
            throw new ParameterException(verb.commandLine(), "Standard input (-) can be read only once");
        }
        return Inputs.open(inputs, terminal.in(), new InputOptions(jsonFields(), lists, web()));
    }

    private JsonFields jsonFields() {
        var named = JsonFields.DEFAULTS;
        for (String field : fields) {
            named = named.with(field).orElseThrow(() -> new ParameterException(verb.commandLine(), "--field " + field
                    + " is not OURS=THEIRS with one of " + String.join(", ", JsonFields.NAMES) + " on the left"));
        }
        return named;
    }

    private WebOptions web() {
        var web = WebOptions.DEFAULTS;
        if (delay.isPresent()) {
            if (delay.get().signum() < 0 || delay.get().compareTo(LONGEST_DELAY) > 0) {
                throw new ParameterException(verb.commandLine(),
                        "--delay must be from 0 to " + LONGEST_DELAY + " seconds, not " + delay.get());
            }
            web = web.withDelay(Duration.ofMillis(delay.get().movePointRight(3).longValue()));
        }
        if (agent.isPresent()) {
            try {
                web = web.withAgent(agent.get());
            } catch (IllegalArgumentException e) {
                throw new ParameterException(verb.commandLine(), "--agent must be ASCII and not empty");
            }
        }
        return web;
    }
}
