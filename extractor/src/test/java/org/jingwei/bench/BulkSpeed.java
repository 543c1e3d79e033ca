package org.jingwei.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.source.RawPage;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;

/**
 * What a bulk run costs beside the plain loader of TDB2: QUADS statements of generated articles, whose graphs are ready
 * and whose making is not measured, in bulk into a new store below DIR, and the same N-Quads file by the plain loader,
 * ROUNDS times one after the other. Archive, checks, ledger and reading back belong to the bulk run; the index of
 * search does not.
 */
public final class BulkSpeed {
    private record Ready(RawPage page, ArticleGraph graph) {}

    private BulkSpeed() {}

    public static void main(String[] arguments) throws IOException {
        long quads = Long.parseLong(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        var pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        var articles = new GeneratedArticles(1);
        List<Ready> ready = new ArrayList<>();
        long made = 0;
        for (long n = 0; made < quads; n++) {
            RawPage page = articles.page(n);
            if (pipeline.run(page) instanceof Outcome.Extracted extracted) {
                ready.add(new Ready(page, extracted.graph()));
                made += extracted.graph().facts().size() + extracted.graph().evidence().size();
            }
        }
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            Path same = folder.resolve("statements" + round + ".nq");
            long start = System.nanoTime();
            long prepared;
            try (var store = KnowledgeStore.open(folder.resolve("bulk" + round));
                    var intake = Intake.inBulk(store, Edition.current(), Intake.Again.NOTHING, 200,
                            InstantSource.system(), taken -> {})) {
                ready.forEach(each -> intake.add(each.page, each.graph));
                intake.flush();
                Files.createLink(same, store.directory().resolve("bulk-new/statements.nq"));
                prepared = System.nanoTime();
                intake.finish((done, all) -> {});
            }
            double bulk = (System.nanoTime() - start) / 1e9;
            double plain = plain(same, folder.resolve("plain" + round));
            System.out.printf(Locale.ROOT,
                    "%d articles, %d quads: plain loader %.1f s = 1, bulk %.2f, of which until the file is written %.2f%n",
                    ready.size(), made, plain, bulk / plain, (prepared - start) / 1e9 / plain);
        }
    }

    private static double plain(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        long start = System.nanoTime();
        var dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        var loader = LoaderFactory.sequentialLoader(dataset, (form, values) -> {});
        loader.startBulk();
        try (InputStream in = Files.newInputStream(file)) {
            RDFParser.source(in).lang(Lang.NQUADS).parse(loader.streamRDF());
        }
        loader.finishBulk();
        TDBInternal.expel(dataset, true);
        return (System.nanoTime() - start) / 1e9;
    }
}
