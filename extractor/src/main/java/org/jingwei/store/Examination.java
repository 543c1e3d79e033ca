package org.jingwei.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.source.ArchiveReader;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;

/**
 * A look at all parts of a store. It changes nothing but what every opening does: the torn end of a journal is cut off,
 * and a copy of it kept where there is room.
 *
 * @param looked   at: one line for each part, as it is
 * @param findings what is not as it should be; empty of a healthy store
 */
public record Examination(List<String> looked, List<Finding> findings) {
    private static final long LITTLE_SPACE = 256L << 20;

    public Examination {
        looked = List.copyOf(looked);
        findings = List.copyOf(findings);
    }

    /**
     * @param deep whether every page of the archive is read, and what search should know is counted
     * @throws StoreException when the directory is no store, is in use, or is of another format
     */
    public static Examination of(Path directory, boolean deep) {
        try (var store = OfflineStore.take(directory)) {
            var looking = new Looking(store, deep);
            looking.all();
            return new Examination(looking.looked, looking.findings);
        }
    }

    private static final class Looking {
        private final List<String> looked = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final OfflineStore store;
        private final Layout layout;
        private final boolean deep;

        Looking(OfflineStore store, boolean deep) {
            this.store = store;
            this.layout = store.layout();
            this.deep = deep;
        }

        private void find(String part, String what, String remedy) {
            findings.add(new Finding(part, what, remedy));
        }

        void all() {
            looked.add("marker: " + store.iris().base());
            try {
                space();
                leftOver();
                journal();
            } catch (IOException e) {
                find("files", "cannot be looked at: " + e, "Check the disk and the permissions of the directory.");
            }
            try {
                store.read(now -> {
                    graphs(now);
                    archive(now);
                    search(now);
                    return null;
                });
            } catch (StoreException e) {
                find("tdb2", e.getMessage(), e.remedy());
            } catch (RuntimeException | InternalError e) {
                find("tdb2", "reading it failed: " + e,
                        "Check the disk, then " + OfflineStore.WITHOUT_TDB2);
            }
        }

        private void space() {
            long free = layout.freeSpace();
            looked.add("disk: " + (free >> 20) + " MB free");
            if (free < LITTLE_SPACE) {
                find("disk", "only " + (free >> 20) + " MB are free", "Free some space, or compact the store.");
            }
        }

        private void leftOver() throws IOException {
            Path made = layout.made();
            if (Files.exists(layout.scratch())) {
                find("tdb2", "files are left over from a load --bulk that was cut off",
                        "Nothing: the next load or serve removes them. Run that load again.");
                return;
            }
            if (Files.exists(layout.restoring())) {
                find("files", "files are left over from the end of a restore; the store is whole",
                        "Nothing: the next load or serve removes them.");
            }
            int states = Files.isDirectory(layout.tdb2()) ? BulkFolder.generations(layout.tdb2()).size() : 0;
            if (Files.exists(made) || states > 1) {
                find("tdb2", "files are left over from a compaction that was cut off", "Run compact again.");
            }
        }

        /** Before TDB2 is opened: afterwards nothing is to be seen. */
        private void journal() throws IOException {
            List<Path> states = BulkFolder.generations(layout.tdb2());
            if (states.isEmpty()) {
                return;
            }
            try {
                Journal.mend(layout.tdb2())
                        .ifPresent(cut -> find("journal", "a run was cut off while it wrote; the torn "
                                + cut.bytes() + " bytes were removed"
                                + (cut.kept() ? "" : " (without a copy of them, which could not be made)")
                                + ", and no batch that was reported as loaded is lost",
                                "Run that load again."
                                        + (cut.kept()
                                                ? " journal.jrnl.torn can be removed."
                                                : " Check the disk (space, permissions).")));
            } catch (StoreException e) {
                find("journal", e.getMessage(), e.remedy());
                return;
            }
            looked.add("journal: whole");
        }

        private void graphs(DatasetGraph now) {
            var graphs = new GraphCheck(store.iris(), now);
            graphs.findings().forEach(findings::add);
            looked.add("tdb2: " + graphs.statements() + " statements in " + graphs.graphs() + " graphs");
            looked.add("catalog: " + graphs.articles() + " articles, " + graphs.rows() + " rows");
        }

        private void archive(DatasetGraph now) {
            var ledger = new Ledger(store.iris());
            Set<String> named = ledger.archives(now);
            var there = new ArrayList<String>();
            for (String name : named) {
                if (Files.isRegularFile(layout.directory().resolve(name))) {
                    there.add(name);
                } else {
                    find("archive", name + " is missing; the catalog names it",
                            "Put it back from a backup, or load its pages again from where they were, with --force.");
                }
            }
            unnamed(named);
            looked.add("archive: " + there.size() + " of " + named.size() + " files that the catalog names"
                    + (deep ? ", all pages read" : ""));
            if (deep) {
                pages(now, ledger, there);
            }
        }

        /** A run that was cut off leaves such a file, too: only where all are so the catalog itself was lost. */
        private void unnamed(Set<String> named) {
            List<String> unnamed = Archive.files(layout).stream().filter(name -> !named.contains(name)).toList();
            if (named.isEmpty() && !unnamed.isEmpty()) {
                find("catalog", "it names no file of the archive, which has " + unnamed.size() + ", such as "
                        + unnamed.getFirst(), "Run rebuild: it reads the pages in them again.");
            } else if (!unnamed.isEmpty()) {
                looked.add("archive: the catalog does not name " + String.join(", ", unnamed)
                        + "; pages of a run that was cut off are stored by rebuild");
            }
        }

        /** Every file once, against the rows that name it. */
        private void pages(DatasetGraph now, Ledger ledger, List<String> files) {
            Map<String, Map<String, String>> due = new HashMap<>();
            for (String key : ledger.keys(now)) {
                ledger.row(now, key).ifPresent(row -> row.archiveFile().ifPresent(file -> due
                        .computeIfAbsent(file, name -> new TreeMap<>()).put(key, row.location().orElse(key))));
            }
            files.forEach(name -> pages(name, due.getOrDefault(name, Map.of())));
        }

        /** @param due where the pages were read that the file should hold, by key */
        private void pages(String name, Map<String, String> due) {
            Map<String, String> lost = new TreeMap<>(due);
            List<ArchiveReader.Damage> damages = List.of();
            try (var reader = new ArchiveReader(layout.directory().resolve(name))) {
                reader.forEachRemaining(arrival -> {
                    if (arrival instanceof Arrival.Page(RawPage page)) {
                        lost.remove(page.key());
                    }
                });
                damages = reader.damages();
            } catch (IOException e) {
                find("archive", name + " cannot be read: " + e.getMessage(), "Check the disk and the permissions.");
            }
            if (!lost.isEmpty()) {
                find("archive", name + " does not hold whole " + lost.size() + " of the pages it should, such as "
                        + lost.values().iterator().next(),
                        "Put the file back from a backup, or load its pages again from where they were, with --force.");
            }
            damages.stream().filter(damage -> !damage.tail()).findFirst().ifPresent(damage -> find("archive",
                    name + " is damaged behind byte " + damage.offset() + ": " + damage.reason(),
                    "Put the file back from a backup; pages that are whole are read all the same."));
        }

        private void search(DatasetGraph now) {
            Optional<SearchMark> stored = SearchMark.of(now);
            if (!hasIndex()) {
                looked.add("search: no index yet; the first search makes it");
            } else {
                try {
                    Optional<SearchMark> indexed = SearchIndex.markIn(layout.search());
                    boolean same = indexed.isPresent() && indexed.equals(stored);
                    looked.add(same
                            ? "search: an index of this state of the store"
                            : "search: an index of another state of the store; the next serve, load or search makes it anew");
                } catch (IOException | RuntimeException e) {
                    find("search", "the index is damaged: " + e,
                            "Nothing: the next serve, load or search makes it anew. Check the disk.");
                }
            }
            if (deep && stored.isPresent() && !stored.get().equals(new SearchSource(store.iris()).count(now))) {
                find("search", "what the store says of its texts is not what it holds",
                        "Back the store up and restore it: the restored one counts anew.");
            }
        }

        private boolean hasIndex() {
            if (!Files.isDirectory(layout.search())) {
                return false;
            }
            try (Stream<Path> files = Files.list(layout.search())) {
                return files.anyMatch(file -> file.getFileName().toString().startsWith("segments"));
            } catch (IOException e) {
                return false;
            }
        }
    }
}
