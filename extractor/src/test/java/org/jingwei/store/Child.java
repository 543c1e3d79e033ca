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
        return new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    }

    /** What starts one. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Result run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /**
     * {@code open DIR}; {@code load DIR}: batches of ten articles for ever, each reported once it is committed;
     * {@code intake DIR FIRST}: pages from that number on for ever, four in a batch, each reported likewise;
     * {@code bulk DIR N}: those of {@link BulkLoadTest#first} in one bulk run of N pages, which says when its file is
     * made, each ten thousandth statement of the new files, and the end; {@code search DIR}: the same with texts; {@code crash DIR N}: so many of these, and the end between the commit of
     * the store and that of the index.
     */
    public static void main(String[] arguments) {
        if (arguments[0].equals("crash") || arguments[0].equals("search")) {
            texts(Path.of(arguments[1]), arguments[0].equals("crash") ? Integer.parseInt(arguments[2]) : -1);
            return;
        }
        try (var store = KnowledgeStore.open(Path.of(arguments[1]))) {
            System.out.println("open");
            if (arguments[0].equals("bulk")) {
                BulkLoadTest.second(store, Integer.parseInt(arguments[2]), System.out::println);
                System.out.println("done");
                return;
            }
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

    private static void texts(Path directory, int crash) {
        var commits = new java.util.concurrent.atomic.AtomicInteger();
        var layout = new Layout(directory);
        try (var store = KnowledgeStore.open(layout, java.util.Optional.empty(), layout::freeSpace, () -> {
            if (commits.incrementAndGet() == crash) {
                Runtime.getRuntime().halt(86);
            }
        })) {
            for (int batch = 0;; batch++) {
                int first = batch * 10;
                store.put(java.util.stream.IntStream.range(first, first + 10).mapToObj(
                        i -> SearchFixture.article(i, "机构" + i % 5, "项目" + i, "企业" + i + "签约1个项目")).toList());
                System.out.println("committed " + batch);
            }
        }
    }

    static List<org.jingwei.rdf.ArticleGraph> batch(int n) {
        return java.util.stream.IntStream.range(n * 10, n * 10 + 10).mapToObj(
                i -> KnowledgeStoreTest.article(String.format(java.util.Locale.ROOT, "%016x", i), "" + i)).toList();
    }
}
