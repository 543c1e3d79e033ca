package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows happens. Each {@code sh} block runs in a folder that looks like the repository; a block that
 * follows it shows its output: every line but {@code …} must come out, in that order.
 */
@DisabledOnOs(OS.WINDOWS)
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final String TEST_COMMAND = "mvn verify";

    @TempDir
    static Path folder;

    private record Block(String language, String text) {}

    private record Example(String commands, List<String> output) {}

    @TestFactory
    List<DynamicTest> everyCommandGivesWhatIsShown() throws IOException {
        house();
        List<Example> examples = examples("README.md");
        assertTrue(examples.size() >= 3, "the README has lost its commands");
        assertTrue(examples.stream().filter(example -> !example.output.isEmpty()).count() >= 3,
                "the README has lost its outputs");
        return examples.stream().filter(example -> !example.commands.contains(TEST_COMMAND))
                .map(example -> DynamicTest.dynamicTest(example.commands.strip(), () -> check(example))).toList();
    }

    @Test
    void theChineseReadmeRunsTheSame() throws IOException {
        assertEquals(examples("README.md"), examples("README.zh-CN.md"));
    }

    @Test
    void theTestCommandIsWhatTheBuildServerRuns() throws IOException {
        assertTrue(examples("README.md").stream().anyMatch(example -> example.commands.contains(TEST_COMMAND)));
        List<String> lines = Files.readAllLines(ROOT.resolve(".ci/run"));
        assertEquals("exec " + TEST_COMMAND.replace("mvn", "mvn -B"), lines.get(lines.size() - 1));
    }

    @Test
    void everyLinkedFileIsThere() throws IOException {
        for (String readme : List.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md")) {
            var links = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)").matcher(Files.readString(ROOT.resolve(readme)));
            while (links.find()) {
                assertTrue(Files.exists(ROOT.resolve(links.group(1))), readme + " links to " + links.group(1));
            }
        }
    }

    private static void check(Example example) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process shell = new ProcessBuilder("sh", "-eu", "-c", example.commands).directory(folder.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int exit = shell.waitFor();
        String told = Files.readString(err);
        assertEquals(0, exit, told);
        assertFalse(told.contains("Exception"), told);
        List<String> lines = Files.readAllLines(out);
        int at = 0;
        for (String shown : example.output) {
            int found = at;
            while (found < lines.size() && !lines.get(found).stripTrailing().equals(shown.stripTrailing())) {
                found++;
            }
            assertTrue(found < lines.size(), () -> "shown, but not in the output (or not there): " + shown
                    + "\noutput was:\n" + String.join("\n", lines));
            at = found + 1;
        }
    }

    /** {@code ./jingwei} here is this build's classes, and what the commands read is where the README says it is. */
    private static void house() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path options = Files.writeString(folder.resolve("java.options"),
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED\n-cp \""
                        + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\norg.jingwei.Main\n");
        Path launcher = Files.writeString(folder.resolve("jingwei"),
                "#!/bin/sh\nexec '" + java + "' '@" + options + "' \"$@\"\n");
        assertTrue(launcher.toFile().setExecutable(true));
        for (String name : List.of("extractor", "ontology", "queries")) {
            Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name));
        }
    }

    private static List<Example> examples(String readme) throws IOException {
        List<Block> blocks = BLOCK.matcher(Files.readString(ROOT.resolve(readme))).results()
                .map(block -> new Block(block.group(1), block.group(2))).toList();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language.equals("sh")) {
                boolean shown = i + 1 < blocks.size() && !blocks.get(i + 1).language.equals("sh");
                List<String> output = shown
                        ? blocks.get(i + 1).text.lines().filter(line -> !line.strip().matches("…|")).toList()
                        : List.of();
                examples.add(new Example(blocks.get(i).text, output));
            }
        }
        return examples;
    }
}
