package org.jingwei.article;

import java.util.List;

/** Undoes the damage that pages come with, line by line; every change is noted. One for each page. */
final class Repairs {
    private final MisframedRuns misframed;
    private final Glosses glosses;
    private final Changes changes = new Changes();

    Repairs(ChineseScript script) {
        misframed = new MisframedRuns(script);
        glosses = new Glosses(script);
    }

    /** All changes so far, in the order of the lines given. */
    List<Changes.Change> changes() {
        return changes.all();
    }

    /** The line without damage; spaces are left as they are. */
    MappedText repair(MappedText line) {
        MappedText read = Escapes.repair(line, changes);
        // Before the invisible ones go: private-use characters are part of misframed runs.
        MappedText framed = misframed.repair(read, changes);
        MappedText seen = Invisibles.repair(LostCharacters.repair(framed, changes), changes);
        return glosses.repair(seen, changes);
    }

    /** Full-width digits and letters as ASCII; unit for unit. */
    MappedText narrowed(MappedText line) {
        return FullWidth.repair(line, changes);
    }

    /** See {@link Spacing}. */
    static MappedText spaced(MappedText line, boolean betweenHan) {
        return Spacing.of(line, betweenHan);
    }
}
