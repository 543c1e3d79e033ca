package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script in a small house of its own: JDKs, Maven and the jar are scripts that tell how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String MAVEN_3_8 = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo "Apache Maven 3.8.7"; exit 0; fi
            echo "maven in $PWD with $JAVA_HOME: $*"
            echo "options $MAVEN_OPTS"
            mkdir -p extractor/target/lib && touch extractor/target/jingwei.jar
            """;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new LinkedHashMap<>();

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void house() throws IOException {
        folder = folder.toRealPath();
        Path launcher = write("house/jingwei", Files.readString(Path.of("../jingwei")), true);
        assertTrue(Files.isExecutable(launcher));
        write("house/pom.xml", "<project/>", false);
        write("house/extractor/pom.xml", "<project/>", false);
        write("house/extractor/src/main/java/Some.java", "class Some {}", false);
        write("house/ontology/some.ttl", "", false);
        write("house/queries/some.rq", "", false);
        Files.createDirectories(folder.resolve("house/extractor/target/lib"));
        write("house/extractor/target/jingwei.jar", "", false);
        age("house/extractor/target/jingwei.jar", +10);
        tools();
        environment.put("PATH", folder.resolve("bin").toString());
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("JINGWEI_JDK_FOLDERS", "");
        environment.put("LC_ALL", "C");
    }

    @Test
    void javaHomeIsUsedAndArgumentsArriveUnchanged() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        Ran ran = launch("house/jingwei", "query", "-p", "region=苏州 高新区", "*");
        assertEquals(0, ran.exit, ran.err);
        assertTrue(ran.out.startsWith("java of twentyone\n"), ran.out);
        assertTrue(ran.out.endsWith("[query]\n[-p]\n[region=苏州 高新区]\n[*]\n"), ran.out);
        assertTrue(ran.out.contains("[" + folder.resolve("house/extractor/target/jingwei.jar") + "]"), ran.out);
    }

    @Test
    void theJavaMachineGetsAUtf8Locale() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        assertTrue(launch("house/jingwei").out.contains("locale C.UTF-8\n"));
        environment.put("LC_ALL", "zh_CN.UTF-8");
        assertTrue(launch("house/jingwei").out.contains("locale zh_CN.UTF-8\n"));
    }

    @Test
    void aLinkFromElsewhereFindsTheHouseAndKeepsTheFolder() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        Path link = folder.resolve("elsewhere/jw");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("../house/link"));
        Files.createSymbolicLink(folder.resolve("house/link"), Path.of("jingwei"));
        Ran ran = launch("elsewhere/jw", "extract", "page.html");
        assertEquals(0, ran.exit, ran.err);
        assertTrue(ran.out.contains("in " + folder + "\n"), ran.out);
        assertTrue(ran.out.contains("[" + folder.resolve("house/extractor/target/jingwei.jar") + "]"), ran.out);
    }

    @ParameterizedTest
    @ValueSource(strings = { "17.0.15", "1.8.0_402", "20", "", "soon" })
    void aJdkThatIsTooOldOrUnclearIsPassedOver(String version) throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/old", version).toString());
        jdk("jdks/new", "25.0.3");
        environment.put("JINGWEI_JDK_FOLDERS", folder.resolve("nowhere") + ":" + folder.resolve("jdks"));
        Ran ran = launch("house/jingwei");
        assertTrue(ran.out.startsWith("java of new\n"), ran.out + ran.err);
    }

    @Test
    void theJdkOfThePathIsFoundThroughItsLink() throws Exception {
        Path jdk = jdk("jdks/linked", "22");
        Files.createSymbolicLink(folder.resolve("bin/javac"), jdk.resolve("bin/javac"));
        assertTrue(launch("house/jingwei").out.startsWith("java of linked\n"));
    }

    @Test
    void theToolchainsFileIsRead() throws Exception {
        Path jdk = jdk("jdks/with space", "21");
        write("home/.m2/toolchains.xml", "<toolchains>\n <jdkHome>/no/such</jdkHome>\n  <jdkHome> " + jdk
                + " </jdkHome>\n</toolchains>\n", false);
        assertTrue(launch("house/jingwei").out.startsWith("java of with space\n"));
    }

    @Test
    void withoutAJdkOneIsAskedFor() throws Exception {
        Ran ran = launch("house/jingwei", "demo");
        assertEquals(70, ran.exit);
        assertEquals("", ran.out);
        assertTrue(ran.err.contains("a JDK 21 or newer is needed") && ran.err.contains("JAVA_HOME"), ran.err);
    }

    @ParameterizedTest
    @ValueSource(strings = { "house/pom.xml", "house/extractor/pom.xml", "house/extractor/src/main/java/Some.java",
            "house/ontology/some.ttl", "house/queries/some.rq" })
    void whatIsNewerThanTheJarIsBuilt(String changed) throws Exception {
        Path jdk = jdk("jdks/twentyone", "21.0.4");
        environment.put("JAVA_HOME", jdk.toString());
        write("bin/mvn", MAVEN_3_8, true);
        assertFalse(launch("house/jingwei").err.contains("maven"));
        age(changed, +20);
        Ran ran = launch("house/jingwei", "--version");
        assertEquals(0, ran.exit, ran.err);
        assertTrue(ran.err.contains("maven in " + folder.resolve("house") + " with " + jdk + ": "), ran.err);
        assertTrue(ran.out.startsWith("java of twentyone\n"), "the build's words must not be in the data: " + ran.out);
    }

    @Test
    void aMissingJarIsBuilt() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        write("bin/mvn", MAVEN_3_8, true);
        Files.delete(folder.resolve("house/extractor/target/jingwei.jar"));
        Ran ran = launch("house/jingwei");
        assertTrue(ran.err.contains("maven in"), ran.err);
        assertEquals(0, ran.exit, ran.err);
    }

    /** Maven wraps its terminal in a library that resets colours when it ends, coloured or not. */
    @Test
    void aBuildLeavesTheColoursAlone() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        environment.put("MAVEN_OPTS", "-Dmine=1");
        write("bin/mvn", MAVEN_3_8, true);
        age("house/pom.xml", +20);
        Ran ran = launch("house/jingwei");
        assertTrue(ran.err.contains("-Dstyle.color=never"), ran.err);
        assertTrue(ran.err.contains("options -Dmine=1 -Djansi.noreset=true"), ran.err);
    }

    @Test
    void withoutMavenItIsAskedFor() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        Files.delete(folder.resolve("house/extractor/target/jingwei.jar"));
        Ran ran = launch("house/jingwei");
        assertEquals(70, ran.exit);
        assertTrue(ran.err.contains("Install Maven 3.8 or newer"), ran.err);
    }

    @Test
    void aMavenThatIsTooOldIsNamed() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        Files.delete(folder.resolve("house/extractor/target/jingwei.jar"));
        write("bin/mvn", MAVEN_3_8.replace("3.8.7", "3.6.3"), true);
        Ran ran = launch("house/jingwei");
        assertEquals(70, ran.exit);
        assertTrue(ran.err.contains("is 3.6"), ran.err);
        write("bin/mvn", MAVEN_3_8.replace("3.8.7", "4.0.0"), true);
        assertEquals(0, launch("house/jingwei").exit);
    }

    @Test
    void aFailedBuildStartsNothing() throws Exception {
        environment.put("JAVA_HOME", jdk("jdks/twentyone", "21.0.4").toString());
        Files.delete(folder.resolve("house/extractor/target/jingwei.jar"));
        write("bin/mvn", MAVEN_3_8 + "echo compile error; exit 1\n", true);
        Ran ran = launch("house/jingwei");
        assertEquals(70, ran.exit);
        assertEquals("", ran.out);
        assertTrue(ran.err.contains("compile error") && ran.err.contains("the build failed"), ran.err);
    }

    /** A JDK whose java tells which it is, where it runs and what it was given. */
    private Path jdk(String home, String version) throws IOException {
        write(home + "/release",
                "IMPLEMENTOR=\"Nobody\"\n" + (version.isEmpty() ? "" : "JAVA_VERSION=\"" + version + "\"\n"),
                false);
        write(home + "/bin/javac", "#!/bin/sh\n", true);
        write(home + "/bin/java", "#!/bin/sh\necho 'java of " + Path.of(home).getFileName() + "'\necho \"in $PWD\"\n"
                + "echo \"locale $LC_ALL\"\nfor argument in \"$@\"; do printf '[%s]\\n' \"$argument\"; done\n", true);
        return folder.resolve(home);
    }

    /** The tools of the system that the script uses, and no others. */
    private void tools() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("sh", "sed", "find", "dirname", "basename", "readlink", "head", "tr", "touch",
                "mkdir")) {
            Path real = Stream.of("/bin", "/usr/bin").map(place -> Path.of(place, tool)).filter(Files::isExecutable)
                    .findFirst().orElseThrow(() -> new IllegalStateException("this system has no " + tool));
            write("bin/" + tool, "#!/bin/sh\nexec " + real + " \"$@\"\n", true);
        }
    }

    private Path write(String name, String content, boolean executable) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        if (executable) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return file;
    }

    private void age(String name, int seconds) throws IOException {
        Path file = folder.resolve(name);
        Files.setLastModifiedTime(file,
                FileTime.from(
                        Files.getLastModifiedTime(folder.resolve("house/jingwei")).toInstant().plusSeconds(seconds)));
    }

    private Ran launch(String launcher, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(folder.resolve(launcher).toString()), Stream.of(arguments)).toList();
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Ran(exit, Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
