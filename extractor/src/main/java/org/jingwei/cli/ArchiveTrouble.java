package org.jingwei.cli;

import java.util.List;
import org.jingwei.store.ArchivedPages;

/** What is wrong with an archive, for people. */
final class ArchiveTrouble {
    private static final int MOST_NAMED = 5;

    private ArchiveTrouble() {}

    /** @throws Trouble when pages were lost */
    static void require(ArchivedPages pages) {
        List<String> lost = pages.lost();
        if (lost.isEmpty() && !pages.maybeMore()) {
            return;
        }
        String damage = String.join("; ", pages.damages());
        throw new Trouble(Exit.IO, (damage.isEmpty() ? "the archive is not whole" : damage) + ". " + (lost.isEmpty()
                ? "Which pages are lost with it is not known."
                : Counted.of(lost.size(), "page") + " could not be read again and stay" + (lost.size() == 1 ? "s" : "")
                        + " as before: " + String.join(", ", lost.subList(0, Math.min(lost.size(), MOST_NAMED)))
                        + (lost.size() > MOST_NAMED ? ", …" : "") + ".")
                + " Restore the file from a backup, or load these pages again from where they were read, with --force.");
    }
}
