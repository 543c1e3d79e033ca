package org.jingwei.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/**
 * The pages of a folder and of the folders in it, sorted by name; see {@link Inputs#open}. A link that leads out of the
 * folder that the user named is not followed but told.
 */
final class FolderPages extends Arrivals.OfParts {
    private final Opener opener;
    /** As the user wrote it. */
    private final String named;
    private final Optional<Glob> glob;
    /** The folder that this one is in; absent of the one that the user named. */
    private final Optional<FolderPages> outer;
    /** 1 for the folder that the user named. */
    private final int depth;
    private final Path real;
    private final Iterator<Path> entries;
    /** In it and in the folders below. */
    private int taken;
    private boolean told;

    private FolderPages(Path folder, String named, Optional<Glob> glob, Optional<FolderPages> outer, Opener opener)
            throws IOException {
        this.opener = opener;
        this.named = named;
        this.glob = glob;
        this.outer = outer;
        this.depth = outer.map(o -> o.depth + 1).orElse(1);
        this.real = folder.toRealPath();
        this.entries = isInside(outer, real) ? Collections.emptyIterator() : entries(folder); // else a link back up
    }

    static Arrivals all(Path folder, Opener opener) {
        return open(folder, folder.toString(), Optional.empty(), Optional.empty(), opener);
    }

    /** The files that match, whatever they are called. */
    static Arrivals matching(Glob glob, String named, Opener opener) {
        return open(glob.base(), named, Optional.of(glob), Optional.empty(), opener);
    }

    private static Arrivals open(Path folder, String named, Optional<Glob> glob, Optional<FolderPages> outer,
            Opener opener) {
        try {
            return new FolderPages(folder, named, glob, outer, opener);
        } catch (DirectoryIteratorException e) {
            return Opener.trouble(folder.toString(), "cannot list the folder: " + Inputs.cause(e.getCause()),
                    "Check the disk.");
        } catch (IOException e) {
            return Opener.trouble(folder.toString(), "cannot list the folder: " + Inputs.cause(e),
                    "Check its permissions.");
        }
    }

    private static boolean isInside(Optional<FolderPages> outer, Path real) {
        for (var folder = outer; folder.isPresent(); folder = folder.get().outer) {
            if (folder.get().real.equals(real)) {
                return true;
            }
        }
        return false;
    }

    private static Iterator<Path> entries(Path folder) throws IOException {
        var entries = new ArrayList<Path>();
        try (var listing = Files.newDirectoryStream(folder)) {
            for (Path entry : listing) {
                if (!entry.getFileName().toString().startsWith(".")) {
                    entries.add(entry);
                }
            }
        }
        entries.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
        return entries.iterator();
    }

    @Override
    protected Arrivals nextPart() {
        while (entries.hasNext()) {
            Path entry = entries.next();
            boolean folder = Files.isDirectory(entry);
            if (folder ? glob.isPresent() && depth >= glob.get().depth() : !isWanted(entry)) {
                continue;
            }
            if (Files.isSymbolicLink(entry) && leaves(entry)) {
                told = true;
                return Opener.trouble(entry.toString(), "a link out of the folder, which is not followed",
                        "Name what it links to as an input of its own.");
            }
            if (folder) {
                return open(entry, named, glob, Optional.of(this), opener);
            }
            count();
            return opener.file(entry);
        }
        if (outer.isPresent() || taken > 0 || told) {
            return null;
        }
        told = true;
        return glob.isPresent()
                ? Opener.trouble(named, "no file matches", "Check the wildcards; * stays in one folder, ** goes into "
                        + "folders; hidden files are left out.")
                : Opener.trouble(named, "the folder holds no pages",
                        "Pages in folders end in .txt, .html, .htm, .xhtml, .shtml, .jsonl, .ndjson or .warc, perhaps "
                                + "with .gz behind it; name other files one by one.");
    }

    private boolean isWanted(Path file) {
        return glob.isPresent() ? glob.get().matcher().matches(file) : Opener.isPage(file);
    }

    /** Whether a link leads out of the folder that the user named; one that leads nowhere does not. */
    private boolean leaves(Path link) {
        FolderPages outermost = this;
        while (outermost.outer.isPresent()) {
            outermost = outermost.outer.get();
        }
        try {
            return !link.toRealPath().startsWith(outermost.real);
        } catch (IOException e) {
            return false;
        }
    }

    private void count() {
        for (var folder = Optional.of(this); folder.isPresent(); folder = folder.get().outer) {
            folder.get().taken++;
        }
    }
}
