package org.jingwei.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.rdf.Iris;

/**
 * A store in the hands of one who works on its files: it is owned from the beginning to the end, and TDB2 has them open
 * only during {@link #read}.
 */
final class OfflineStore implements AutoCloseable {
    /** What to do when the files of TDB2 are lost; the end of a sentence. */
    static final String WITHOUT_TDB2 = "restore a backup into a new directory. Without one, move away what is left of "
            + "the folder tdb2 and run rebuild --anew, which reads the archived pages again: retractions, official "
            + "statistics and identity links are lost then, and must be given again.";

    private final Layout layout;
    private final Ownership ownership;
    private final Iris iris;

    private OfflineStore(Layout layout, Ownership ownership, Iris iris) {
        this.layout = layout;
        this.ownership = ownership;
        this.iris = iris;
    }

    /** @throws StoreException when it is none, or in use, or of another format */
    static OfflineStore take(Path directory) {
        var layout = new Layout(directory);
        if (!layout.exists()) {
            throw new StoreException("[" + layout.directory() + "] is not a store.",
                    "Give the directory that load made with --db.");
        }
        Ownership ownership = Ownership.take(layout.directory());
        boolean done = false;
        try {
            var store = new OfflineStore(layout, ownership, layout.iris(Optional.empty()));
            done = true;
            return store;
        } finally {
            if (!done) {
                ownership.close();
            }
        }
    }

    Layout layout() {
        return layout;
    }

    Iris iris() {
        return iris;
    }

    /** What {@code question} answers; a torn journal is mended before, as by every opening. */
    <T> T read(Function<DatasetGraph, T> question) {
        layout.begin();
        Journal.mend(layout.tdb2());
        DatasetGraph dataset;
        try {
            dataset = DatabaseMgr.connectDatasetGraph(Location.create(layout.tdb2()));
        } catch (RuntimeException | InternalError e) {
            throw damaged(e);
        }
        try {
            dataset.begin(ReadWrite.READ);
            T answer = question.apply(dataset);
            dataset.end();
            return answer;
        } finally {
            TDBInternal.expel(dataset, true);
        }
    }

    private StoreException damaged(Throwable e) {
        return new StoreException("[" + layout.tdb2() + "] cannot be opened: " + e.getMessage(),
                "Check the disk. If TDB2's files are damaged, " + WITHOUT_TDB2,
                e);
    }

    /** The prefixes of a dataset, inside a transaction. */
    static Map<String, String> prefixes(DatasetGraph dataset) {
        return new TreeMap<>(dataset.prefixes().getMapping());
    }

    @Override
    public void close() {
        ownership.close();
    }
}
