package org.jingwei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.jingwei.store.ArchivedPages;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;

/**
 * What keeping pages costs and what it saves: COUNT generated articles into a new store in DIR, the same again, and a
 * rebuild that reads all again, on one thread; each as a ratio to the first, and the bytes of the archive.
 */
public final class IntakeSpeed {
    private IntakeSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path db = Path.of(arguments[1]);
        var pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        var articles = new GeneratedArticles(1);
        var edition = Edition.current();
        LongStream.range(count, count + 200L).mapToObj(articles::page).forEach(pipeline::run);
        double first;
        try (var store = KnowledgeStore.open(db)) {
            double reading = seconds(() -> LongStream.range(0, count).mapToObj(articles::page).forEach(pipeline::run));
            first = seconds(() -> load(store, edition, pipeline, LongStream.range(0, count).mapToObj(articles::page)));
            double again = seconds(
                    () -> load(store, edition, pipeline, LongStream.range(0, count).mapToObj(articles::page)));
            double rebuilt = seconds(() -> rebuild(store, edition, pipeline, true));
            double resumed = seconds(() -> rebuild(store, edition, pipeline, false));
            System.out.printf(Locale.ROOT,
                    "load 1, reading alone %.2f, the same load again %.3f, rebuild of all %.2f, of what is read already %.3f%n",
                    reading / first, again / first, rebuilt / first, resumed / first);
        }
        long bytes;
        try (Stream<Path> files = Files.list(db.resolve("archive"))) {
            bytes = files.mapToLong(file -> file.toFile().length()).sum();
        }
        long raw = LongStream.range(0, count).mapToObj(articles::page).mapToLong(page -> page.content().length).sum();
        System.out.printf(Locale.ROOT, "%d bytes of archive a page of %d bytes%n", bytes / count, raw / count);
    }

    private static void load(KnowledgeStore store, Edition edition, Pipeline pipeline, Stream<RawPage> pages) {
        try (var intake = new Intake(store, edition, Intake.Again.NOTHING, 200, InstantSource.system(), taken -> {})) {
            pages.forEach(into(intake, pipeline));
            intake.flush();
        }
    }

    private static void rebuild(KnowledgeStore store, Edition edition, Pipeline pipeline, boolean all) {
        var pages = ArchivedPages.all(store);
        try (var intake = Intake.ofArchive(pages, edition, new Intake.Again(all, false), 200, taken -> {})) {
            pages.stream().map(arrival -> ((Arrival.Page) arrival).page()).forEach(into(intake, pipeline));
            intake.flush();
        }
    }

    private static Consumer<RawPage> into(Intake intake, Pipeline pipeline) {
        return page -> {
            if (intake.known(page) instanceof Intake.Known.New) {
                switch (pipeline.run(page)) {
                    case Outcome.Extracted extracted -> intake.add(page, extracted.graph());
                    case Outcome.Rejected rejected -> intake.reject(page, rejected.reading().detail());
                    case Outcome.Broken broken -> intake.reject(page, broken.verdict().toString());
                }
            }
        };
    }

    private static double seconds(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e9;
    }
}
