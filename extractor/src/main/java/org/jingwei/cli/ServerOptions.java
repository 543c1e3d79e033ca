package org.jingwei.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The settings of the server as they come together: flags before the environment before the file before the defaults.
 */
final class ServerOptions {
    private static final String CONFIG = "--config";
    private static final String PREFIX = "JINGWEI_";
    private static final String CONFIG_VARIABLE = "JINGWEI_CONFIG";
    /** Of the launcher. */
    private static final Set<String> OTHER_VARIABLES = Set.of(CONFIG_VARIABLE, "JINGWEI_JAVA_OPTIONS",
            "JINGWEI_JDK_FOLDERS");

    private final Map<ServerOption, Given> given;

    private ServerOptions(Map<ServerOption, Given> given) {
        this.given = given;
    }

    /** Gives a verb all flags. */
    static void declare(CommandLine verb) {
        verb.getCommandSpec().addOption(OptionSpec.builder(CONFIG).paramLabel("FILE").type(String.class)
                .description("A file that sets these options, NAME = VALUE on a line (TOML). (default: none)").build());
        for (ServerOption option : ServerOption.values()) {
            var flag = OptionSpec.builder(option.flag()).description(option.description().replace("%", "%%"));
            verb.getCommandSpec().addOption(switch (option.kind()) {
                case SWITCH -> flag.type(Boolean.class).arity("0..1").fallbackValue("true").paramLabel("true|false")
                        .build();
                case TEXTS -> flag.type(String[].class).paramLabel(option.label()).build();
                case TEXT, PATH, NUMBER -> flag.type(String.class).paramLabel(option.label()).build();
            });
        }
    }

    /**
     * @param environment the process's
     * @throws Trouble when the file makes no sense
     */
    static ServerOptions read(ParseResult flags, Map<String, String> environment) {
        Optional<String> file = Optional.<String>ofNullable(flags.matchedOptionValue(CONFIG, null))
                .or(() -> Optional.ofNullable(environment.get(CONFIG_VARIABLE)).filter(value -> !value.isEmpty()));
        Map<ServerOption, Given> given = new EnumMap<>(ServerOption.class);
        file.ifPresent(path -> given.putAll(ServerFile.read(Path.of(path))));
        for (ServerOption option : ServerOption.values()) {
            String value = environment.get(option.variable());
            if (value != null && !value.isEmpty()) {
                List<String> values = option.kind() == ServerOption.Kind.TEXTS
                        ? Arrays.stream(value.strip().split("[,\\s]+")).toList()
                        : List.of(value);
                given.put(option, new Given(values, option.variable()));
            }
            if (flags.hasMatchedOption(option.flag())) {
                Object matched = flags.matchedOption(option.flag()).getValue();
                given.put(option, new Given(matched instanceof String[] list ? List.of(list) : List.of("" + matched),
                        option.flag()));
            }
        }
        return new ServerOptions(given);
    }

    /** Variables that look like settings and are none. A cluster may set such; a person may have misspelled one. */
    static List<String> unknown(Map<String, String> environment) {
        var known = Arrays.stream(ServerOption.values()).map(ServerOption::name).toList();
        return new TreeSet<>(environment.keySet()).stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name.substring(PREFIX.length()))
                        && !OTHER_VARIABLES.contains(name))
                .map(name -> name + " sets nothing." + NearNames.hint(name.substring(PREFIX.length()), known)).toList();
    }

    /** Where the value comes from, for messages. */
    String where(ServerOption option) {
        return Optional.ofNullable(given.get(option)).map(Given::where).orElse("the default of " + option.flag());
    }

    List<String> texts(ServerOption option) {
        return Optional.ofNullable(given.get(option)).map(Given::values)
                .orElseGet(() -> option.standard().isEmpty() ? List.of() : List.of(option.standard()));
    }

    Optional<String> text(ServerOption option) {
        return texts(option).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    Optional<Path> path(ServerOption option) {
        return text(option).map(Path::of);
    }

    boolean on(ServerOption option) {
        String value = text(option).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new Trouble(Exit.WRONG_USAGE, where(option) + ": " + option.key() + " is true or false, not "
                    + value + ".");
        }
        return value.equals("true");
    }

    /** @throws Trouble when it is no whole number between these */
    int number(ServerOption option, int least, int most) {
        String value = text(option).orElseThrow();
        if (!value.matches("\\d{1,10}") || Long.parseLong(value) < least || Long.parseLong(value) > most) {
            throw new Trouble(Exit.WRONG_USAGE, where(option) + ": " + option.key() + " is a whole number from " + least
                    + " to " + most + ", not " + value + ".");
        }
        return Integer.parseInt(value);
    }
}
