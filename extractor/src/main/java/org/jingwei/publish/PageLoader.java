package org.jingwei.publish;

import java.util.List;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;

/** Takes pages into the store of a running server. Made by who knows how pages are read; asked by one thread at a time. */
@FunctionalInterface
public interface PageLoader {
    /**
     * @return what became of each page, in their order; on return it is in the store
     * @throws org.jingwei.store.StoreException when one could not be written; those before it are in the store
     */
    List<LoadedPage> load(Stream<Arrival> pages);
}
