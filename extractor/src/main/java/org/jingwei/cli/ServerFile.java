package org.jingwei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** The configuration file of the server: TOML, flat, its keys those of {@link ServerOption}. */
final class ServerFile {
    private ServerFile() {}

    /** @throws Trouble when it cannot be read, or says something that nobody understands */
    static Map<ServerOption, Given> read(Path file) {
        String where = "[" + file + "] ";
        if (!Files.isRegularFile(file)) {
            throw new Trouble(Exit.WRONG_USAGE, where + "is no file. Check the path of --config.");
        }
        TomlParseResult toml;
        try {
            toml = Toml.parse(file);
        } catch (IOException e) {
            throw new Trouble(Exit.WRONG_USAGE, where + "cannot be read: " + OutputFile.why(e)
                    + ". Give a file in UTF-8 that you may read.", e);
        }
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().getFirst();
            throw new Trouble(Exit.WRONG_USAGE, where + "line " + first.position().line() + " is not TOML: "
                    + first.getMessage().strip() + ". Write NAME = VALUE, texts in quotes.");
        }
        var values = new EnumMap<ServerOption, Given>(ServerOption.class);
        for (String key : toml.keySet()) {
            var path = List.of(key);
            String at = where + "line " + toml.inputPositionOf(path).line();
            ServerOption option = ServerOption.of(key).orElseThrow(() -> new Trouble(Exit.WRONG_USAGE,
                    at + ": there is no setting \"" + key + "\"." + NearNames.hint(key,
                            Arrays.stream(ServerOption.values()).map(ServerOption::key).toList())));
            values.put(option, new Given(texts(option, toml.get(path), file, at), at));
        }
        return values;
    }

    private static List<String> texts(ServerOption option, Object value, Path file, String at) {
        return switch (option.kind()) {
            case TEXT -> List.of(text(value, at, option));
            case PATH -> {
                String path = text(value, at, option);
                yield List.of(path.isEmpty()
                        ? ""
                        : file.toAbsolutePath().resolveSibling(path).normalize().toString());
            }
            case NUMBER -> {
                if (value instanceof Long number) {
                    yield List.of(number.toString());
                }
                throw wrong(at, option, "a number without quotes");
            }
            case SWITCH -> {
                if (value instanceof Boolean on) {
                    yield List.of(on.toString());
                }
                throw wrong(at, option, "true or false");
            }
            case TEXTS -> {
                if (!(value instanceof TomlArray array)) {
                    throw wrong(at, option, "a list of texts, [\"…\", \"…\"]");
                }
                List<String> texts = new ArrayList<>();
                array.toList().forEach(item -> texts.add(text(item, at, option)));
                yield texts;
            }
        };
    }

    private static String text(Object value, String at, ServerOption option) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(at, option, "a text in quotes");
    }

    private static Trouble wrong(String at, ServerOption option, String wanted) {
        return new Trouble(Exit.WRONG_USAGE, at + ": " + option.key() + " is " + wanted + ".");
    }
}
