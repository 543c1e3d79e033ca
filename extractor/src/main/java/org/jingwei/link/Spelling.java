package org.jingwei.link;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jingwei.text.HanlpScript;

/** Which spellings are the same, and which a slip of the pen apart. Immutable. */
final class Spelling {
    /** Characters that change what is named when they are exchanged: 河南 is no slip for 河北. */
    private static final String TELLING = "东南西北中上下左右大小新老前后内外一二三四五六七八九十0123456789";

    private final HanlpScript script;
    private final Set<Integer> lookalikes = new HashSet<>();

    Spelling(HanlpScript script) {
        this.script = script;
        for (Table.Row row : Table.read("lookalikes.csv").rows()) {
            String group = row.get("characters");
            for (int i = 0; i < group.length(); i++) {
                for (int j = 0; j < group.length(); j++) {
                    lookalikes.add(group.charAt(i) << 16 | group.charAt(j));
                }
            }
        }
    }

    /**
     * What is left when script, width, case, white space and punctuation do not count. Characters are simplified one by
     * one, in known names as in those asked for, so that 乾 and 干 are the same in both.
     */
    String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                key.append(script.toSimplified(c));
            }
        }
        return key.toString();
    }

    /**
     * How one spelling differs from another.
     *
     * @param at where in the known name
     */
    record Slip(Kind kind, int at, Cause cause) {}

    /** How it may have come about. */
    enum Cause {
        /** A character that looks the same, two exchanged, one written twice. */
        SIGHT,
        /** A character that sounds the same. */
        SOUND,
        /** Nobody knows; perhaps it is no slip. */
        UNKNOWN
    }

    enum Kind {
        SUBSTITUTED, INSERTED, DELETED, SWAPPED
    }

    /** The one slip that turns {@code known} into {@code written}; empty when they are equal or further apart. */
    Optional<Slip> slip(String known, String written) {
        int shorter = Math.min(known.length(), written.length());
        int front = 0;
        while (front < shorter && known.charAt(front) == written.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front
                && known.charAt(known.length() - 1 - back) == written.charAt(written.length() - 1 - back)) {
            back++;
        }
        int knownLeft = known.length() - front - back;
        int writtenLeft = written.length() - front - back;
        if (knownLeft == 1 && writtenLeft == 1) {
            return substituted(known.charAt(front), written.charAt(front), front);
        }
        if (knownLeft == 0 && writtenLeft == 1) {
            char more = written.charAt(front);
            boolean doubled = front > 0 && written.charAt(front - 1) == more;
            return Optional.of(new Slip(Kind.INSERTED, front, doubled ? Cause.SIGHT : Cause.UNKNOWN));
        }
        if (knownLeft == 1 && writtenLeft == 0) {
            return Optional.of(new Slip(Kind.DELETED, front, Cause.UNKNOWN));
        }
        boolean swapped = knownLeft == 2 && writtenLeft == 2 && known.charAt(front) == written.charAt(front + 1)
                && known.charAt(front + 1) == written.charAt(front);
        if (!swapped) {
            return Optional.empty();
        }
        // 西江 is no slip for 江西
        boolean tells = TELLING.indexOf(known.charAt(front)) >= 0 || TELLING.indexOf(known.charAt(front + 1)) >= 0;
        return Optional.of(new Slip(Kind.SWAPPED, front, tells ? Cause.UNKNOWN : Cause.SIGHT));
    }

    private Optional<Slip> substituted(char known, char written, int at) {
        boolean bothTell = TELLING.indexOf(known) >= 0 && TELLING.indexOf(written) >= 0;
        if (!bothTell && lookalikes.contains(known << 16 | written)) {
            return Optional.of(new Slip(Kind.SUBSTITUTED, at, Cause.SIGHT));
        }
        if (!bothTell && script.soundsAlike(known, written)) {
            return Optional.of(new Slip(Kind.SUBSTITUTED, at, Cause.SOUND));
        }
        boolean another = TELLING.indexOf(known) >= 0 || TELLING.indexOf(written) >= 0;
        return another ? Optional.empty() : Optional.of(new Slip(Kind.SUBSTITUTED, at, Cause.UNKNOWN));
    }
}
