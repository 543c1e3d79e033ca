package org.jingwei.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second process that uses a store. */
final class Child {
    record Result(int exit, String output) {}

    private Child() {}

    static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static Result run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /**
     * {@code open DIR}; {@code load DIR}: batches of ten articles for ever, each reported once it is committed;
     * {@code intake DIR FIRST}: pages from that number on for ever, four in a batch, each reported likewise.
     */
    public static void main(String[] arguments) {
        try (var store = KnowledgeStore.open(Path.of(arguments[1]))) {
            System.out.println("open");
            if (arguments[0].equals("intake")) {
                var intake = IntakeTest.intake(store, 4, taken -> System.out.println("committed " + taken.location()));
                for (int n = Integer.parseInt(arguments[2]);; n++) {
                    IntakeTest.add(intake, IntakeTest.page(n));
                }
            }
            for (int batch = 0; arguments[0].equals("load"); batch++) {
                store.put(batch(batch));
                System.out.println("committed " + batch);
            }
        } catch (StoreException e) {
            System.out.println(e.getMessage() + " " + e.remedy());
            System.exit(1);
        }
    }

    static List<org.jingwei.rdf.ArticleGraph> batch(int n) {
        return java.util.stream.IntStream.range(n * 10, n * 10 + 10).mapToObj(
                i -> KnowledgeStoreTest.article(String.format(java.util.Locale.ROOT, "%016x", i), "" + i)).toList();
    }
}
