package org.jingwei.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jingwei.store.KnowledgeStore;

/** What a store holds of pages, as sorted lines: its articles and its catalog, without what all stores refer to. */
final class StoreLines {
    private StoreLines() {}

    static List<String> of(Path db) {
        try (var store = KnowledgeStore.openExisting(db)) {
            List<String> reference = List.of(store.iris().graph("vocabulary").getURI(),
                    store.iris().graph("gazetteer").getURI());
            return store.read(dataset -> {
                List<String> lines = new ArrayList<>();
                dataset.listGraphNodes().forEachRemaining(graph -> {
                    if (!reference.contains(graph.getURI())) {
                        dataset.find(graph, null, null, null).forEachRemaining(quad -> lines.add(quad.toString()));
                    }
                });
                lines.sort(null);
                return lines;
            });
        }
    }
}
