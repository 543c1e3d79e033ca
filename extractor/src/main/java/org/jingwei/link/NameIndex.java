package org.jingwei.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jingwei.link.Entity.Name;
import org.jingwei.link.Entity.NameKind;
import org.jingwei.link.NameMatch.Reason;
import org.jingwei.link.Spelling.Cause;
import org.jingwei.link.Spelling.Slip;
import org.jingwei.text.HanlpScript;

/** Entities by the keys of their names, exactly and with one slip. Immutable. */
final class NameIndex {
    /** So many characters that one of them wrong does not make another name that exists. */
    private static final int LONG_STEM = 4;
    /** 经济技术开发区 with a character wrong is no other kind of zone; 高新区 may be. */
    private static final int LONG_TAIL = 5;

    /** A name of an entity. */
    record Posting(Entity entity, Name name) {}

    /** A name that differs from what was asked for by a slip, and how far that is believed. */
    record Near(Posting posting, Reason reason) {}

    private final Spelling spelling;
    private final Map<String, List<Posting>> byKey = new LinkedHashMap<>();
    private final DeletionIndex index;

    NameIndex(List<Entity> entities) {
        spelling = new Spelling(new HanlpScript());
        for (Entity entity : entities) {
            for (Name name : entity.names()) {
                put(spelling.key(name.text()), new Posting(entity, name));
            }
        }
        for (Entity entity : entities) {
            if (entity.thing().kind() == Link.Kind.ORGANISATION) {
                for (Name name : entity.names()) {
                    String stem = NameParts.withoutLegalForm(spelling.key(name.text()));
                    if (!stem.isEmpty()) {
                        put(stem, new Posting(entity, new Name(name.text(), NameKind.STEM, false)));
                    }
                }
            }
        }
        index = new DeletionIndex(byKey.keySet());
    }

    private void put(String key, Posting posting) {
        List<Posting> postings = byKey.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!key.isEmpty() && postings.stream().noneMatch(p -> p.entity() == posting.entity())) {
            postings.add(posting);
        }
    }

    String key(String name) {
        return spelling.key(name);
    }

    List<Posting> exact(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Names one slip away that may be meant all the same. */
    List<Near> near(String key) {
        List<Near> found = new ArrayList<>();
        if (key.length() < 2) {
            return found;
        }
        for (String word : index.near(key)) {
            spelling.slip(word, key).ifPresent(slip -> {
                for (Posting posting : exact(word)) {
                    if (posting.name().kind() != NameKind.STEM) {
                        near(posting, word, slip, found);
                    }
                }
            });
        }
        return found;
    }

    private static void near(Posting posting, String word, Slip slip, List<Near> found) {
        Link.Kind kind = posting.entity().thing().kind();
        int stem = NameParts.stem(word, kind);
        int tail = word.length() - stem;
        boolean inStem = slip.at() < stem || slip.kind() == Spelling.Kind.INSERTED && slip.at() == stem;
        boolean acrossStem = slip.kind() == Spelling.Kind.SWAPPED && slip.at() + 1 == stem && tail == 1;
        if (slip.cause() != Cause.UNKNOWN) {
            if (stem >= 2 && !acrossStem) {
                // of two characters one is half the name, and there are thousands of counties
                boolean little = word.length() == 2 && posting.entity().kind().equals("county");
                found.add(new Near(posting, little
                        ? Reason.DOUBTFUL_SPELLING
                        : slip.cause() == Cause.SIGHT ? Reason.MISSPELT : Reason.MISHEARD));
            }
        } else if (!inStem) {
            if (tail >= LONG_TAIL) {
                found.add(new Near(posting, Reason.MISSPELT));
            }
        } else if (kind == Link.Kind.ORGANISATION) {
            if (stem > LONG_STEM) {
                found.add(new Near(posting, Reason.DOUBTFUL_SPELLING));
            }
        } else if (stem >= LONG_STEM) {
            found.add(new Near(posting, kind == Link.Kind.REGION ? Reason.MISSPELT : Reason.DOUBTFUL_SPELLING));
        } else if (stem == LONG_STEM - 1 && slip.at() > 0) {
            found.add(new Near(posting, Reason.DOUBTFUL_SPELLING));
        }
    }

    /** Postings of all names that begin so, by key. */
    List<Posting> startingWith(String key) {
        return index.startingWith(key).stream().flatMap(word -> exact(word).stream()).toList();
    }
}
