package org.jingwei.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jingwei.source.ArchiveReader;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;

/**
 * Pages out of a store's archive, in the order in which they went in; one file is open at a time, and each page comes
 * once. Retracted ones do not come. What cannot be read is told by {@link #lost} and {@link #damages} when the stream
 * has ended; the pages behind damage are read. Not thread-safe.
 */
public final class ArchivedPages {
    private final KnowledgeStore store;
    private final boolean all;
    /** Rows of the pages that should come, by file and key. */
    private final Map<String, Map<String, LedgerRow>> expected = new TreeMap<>();
    /** Keys of all rows that name an archive, with it: a page that another file holds too comes from this one. */
    private final Map<String, String> places = new HashMap<>();
    /** Identities of pages that no row tells of, with their files: their run was cut off before it told. */
    private final Map<String, String> untold = new HashMap<>();
    private final List<LedgerRow> lost = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();
    private boolean damaged;
    private int unarchived;
    private int retracted;

    private ArchivedPages(KnowledgeStore store, Predicate<LedgerRow> wanted, boolean all) {
        this.store = store;
        this.all = all;
        var ledger = new Ledger(store.iris());
        store.read(now -> {
            for (String key : ledger.keys(now)) {
                ledger.row(now, key).ifPresent(row -> expect(row, wanted));
            }
            return null;
        });
    }

    /**
     * Every page, those of runs too that were cut off before they stored it.
     *
     * @throws StoreException when a file of the archive is missing
     */
    public static ArchivedPages all(KnowledgeStore store) {
        var pages = new ArchivedPages(store, row -> true, true);
        pages.requireFiles();
        return pages;
    }

    /**
     * The pages with these SHA-256 hashes, as far as the store knows them. Those in a file of the archive that is
     * missing do not come: they are {@link #lost}, and the file is told of by {@link #damages}.
     */
    public static ArchivedPages of(KnowledgeStore store, Set<String> hashes) {
        var pages = new ArchivedPages(store, row -> row.hash().filter(hashes::contains).isPresent(), false);
        pages.passOverMissing();
        return pages;
    }

    private List<String> missing() {
        return expected.keySet().stream().filter(file -> !Files.isRegularFile(store.directory().resolve(file)))
                .toList();
    }

    private void passOverMissing() {
        for (String file : missing()) {
            Map<String, LedgerRow> pages = expected.remove(file);
            lost.addAll(pages.values());
            damages.add("[" + store.directory().resolve(file) + "] is missing: " + pages.size()
                    + (pages.size() == 1 ? " page was" : " pages were") + " kept there");
        }
    }

    private void expect(LedgerRow row, Predicate<LedgerRow> wanted) {
        retracted += row.state() == PageState.RETRACTED ? 1 : 0;
        row.archive().ifPresentOrElse(place -> {
            places.put(row.key(), place);
            if (row.state() != PageState.RETRACTED && wanted.test(row)) {
                expected.computeIfAbsent(row.archiveFile().orElseThrow(), file -> new TreeMap<>()).put(row.key(), row);
            }
        }, () -> unarchived += row.state() == PageState.STORED && wanted.test(row) ? 1 : 0);
    }

    /** Before anything is changed: without a file the work would be done by halves. */
    private void requireFiles() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            int pages = missing.stream().mapToInt(file -> expected.get(file).size()).sum();
            throw new StoreException("[" + store.directory().resolve(missing.getFirst()) + "] is missing"
                    + (missing.size() > 1 ? ", and " + (missing.size() - 1) + " more files of the archive" : "") + ": "
                    + pages + (pages == 1 ? " page was" : " pages were") + " kept there, such as "
                    + expected.get(missing.getFirst()).values().iterator().next().location().orElse("-")
                    + ". Nothing was changed.",
                    "Restore the file from a backup, or load its pages again from where they were read, with --force.");
        }
    }

    KnowledgeStore store() {
        return store;
    }

    /** The pages, one at a time. Close it, or read it to the end. */
    public Stream<Arrival> stream() {
        var pages = new Pages(all ? Archive.files(store.layout()) : List.copyOf(expected.keySet()));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages,
                Spliterator.ORDERED | Spliterator.NONNULL), false).onClose(pages::close);
    }

    /** Not a flat map of streams: their iterator would hold a whole file. */
    private final class Pages implements Iterator<Arrival> {
        private final Iterator<String> files;
        private ArchiveReader reader;
        private String file;
        private Map<String, LedgerRow> due;
        private Arrival next;

        Pages(List<String> files) {
            this.files = files.iterator();
        }

        @Override
        public boolean hasNext() {
            while (next == null && (reader != null || files.hasNext())) {
                if (reader == null) {
                    open(files.next());
                }
                if (!reader.hasNext()) {
                    end(file, reader, due);
                    close();
                } else if (reader.next() instanceof Arrival.Page found && comes(found.page(), file, due)) {
                    next = found;
                }
            }
            return next != null;
        }

        @Override
        public Arrival next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Arrival found = next;
            next = null;
            return found;
        }

        private void open(String name) {
            file = name;
            due = expected.computeIfAbsent(name, unknown -> new TreeMap<>());
            try {
                reader = new ArchiveReader(store.directory().resolve(name));
            } catch (IOException e) {
                throw new StoreException("[" + store.directory().resolve(name) + "] cannot be read: " + e.getMessage(),
                        "Check the disk and the permissions of the file, then run it again.", e);
            }
        }

        private void close() {
            if (reader != null) {
                reader.close();
                reader = null;
            }
        }
    }

    private boolean comes(RawPage page, String file, Map<String, LedgerRow> due) {
        String place = places.get(page.key());
        if (place != null) {
            return place.equals(file + LedgerRow.reading(page)) && due.remove(page.key()) != null;
        }
        return all && untold.putIfAbsent(page.identity(), file) == null;
    }

    private void end(String file, ArchiveReader reader, Map<String, LedgerRow> due) {
        lost.addAll(due.values());
        for (ArchiveReader.Damage damage : reader.damages()) {
            if (!damage.tail() || !due.isEmpty()) {
                damages.add("[" + store.directory().resolve(file) + "] is damaged behind byte " + damage.offset() + ": "
                        + damage.reason());
                damaged |= places.isEmpty();
            }
        }
    }

    /** The file below the store in which a page lies of which the store knew nothing; empty of others. */
    Optional<String> file(RawPage page) {
        return Optional.ofNullable(untold.get(page.identity()));
    }

    /** Where the pages that should have come and could not be read were once read, in order. */
    public List<String> lost() {
        return List.copyOf(new TreeSet<>(lost.stream().map(row -> row.location().orElse(row.key())).toList()));
    }

    /** Damage to the files, one line each. A torn tail that cost no page of the store is none. */
    public List<String> damages() {
        return List.copyOf(damages);
    }

    /** Whether pages may be missing of which the store does not know. */
    public boolean maybeMore() {
        return damaged;
    }

    /** How many pages of the store are retracted. */
    public int retracted() {
        return retracted;
    }

    /** How many articles the store holds whose pages were never archived: they stay as they are. */
    public int unarchived() {
        return unarchived;
    }
}
