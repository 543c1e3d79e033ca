package org.jingwei.publish;

import java.util.List;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;

/** Takes pages into the store of a running server. Made by who knows how pages are read; asked by one thread at a time. */
@FunctionalInterface
public interface PageLoader {
    /**
     * @return what became of each page, in their order; on return it is in the store. The last may be
     *         {@link LoadedPage.Halted}: then it and those behind it were not taken
     */
    List<LoadedPage> load(Stream<Arrival> pages);

    /** No further page is begun, of those that are being loaded neither. */
    default void stop() {}
}
