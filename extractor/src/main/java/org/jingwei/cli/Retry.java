package org.jingwei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;
import org.jingwei.source.Json;
import org.jingwei.store.ArchivedPages;
import org.jingwei.store.KnowledgeStore;

/**
 * The pages of dead letters once more: from where they were read, or out of the store's archive when that place is
 * gone or holds another page. An input that could not be read at all is opened whole. Used once.
 */
final class Retry {
    /** What a letter says of its page. */
    private record Wanted(String location, Optional<String> hash) {}

    private final Function<String, Stream<Arrival>> opener;
    private final Supplier<Optional<KnowledgeStore>> store;
    private final Map<String, List<Wanted>> byInput = new LinkedHashMap<>();
    private final Set<Wanted> fromArchive = new LinkedHashSet<>();
    private Optional<ArchivedPages> archived = Optional.empty();

    /**
     * @param opener of one input
     * @param store  empty when there is none
     * @throws Trouble when the file is none of dead letters
     */
    Retry(Path letters, Function<String, Stream<Arrival>> opener, Supplier<Optional<KnowledgeStore>> store) {
        this.opener = opener;
        this.store = store;
        for (Wanted wanted : read(letters)) {
            input(wanted.location).ifPresentOrElse(
                    input -> byInput.computeIfAbsent(input, name -> new ArrayList<>()).add(wanted),
                    () -> fromArchive.add(wanted));
        }
    }

    private static Set<Wanted> read(Path letters) {
        Set<Wanted> wanted = new LinkedHashSet<>();
        int line = 0;
        try {
            for (String json : Files.readAllLines(letters, StandardCharsets.UTF_8)) {
                line++;
                if (json.isBlank()) {
                    continue;
                }
                if (!(Json.read(json) instanceof Map<?, ?> letter) || !(letter.get("location") instanceof String at)) {
                    throw noLetter(letters, line, "it has no location");
                }
                wanted.add(new Wanted(at, letter.get("hash") instanceof String hash && hash.matches("[0-9a-f]{64}")
                        ? Optional.of(hash)
                        : Optional.empty()));
            }
        } catch (Json.Malformed e) {
            throw noLetter(letters, line, e.getMessage());
        } catch (IOException e) {
            throw new Trouble(Exit.IO, letters + " cannot be read: " + OutputFile.why(e)
                    + ". Give a file that load or rebuild wrote for rejected pages.", e);
        }
        return wanted;
    }

    private static Trouble noLetter(Path letters, int line, String why) {
        return new Trouble(Exit.WRONG_USAGE, letters + ":" + line + " is no dead letter: " + why
                + ". Give a file that load or rebuild wrote for rejected pages.");
    }

    /** What to open for the page at this place; empty when that is gone. */
    private static Optional<String> input(String location) {
        if (location.matches("(?is)https?://.*")) {
            return Optional.of(location);
        }
        for (int end = location.length(); end > 0; end = lastMark(location, end - 1)) {
            String input = location.substring(0, end);
            try {
                if (Files.exists(Path.of(input))) {
                    return Optional.of(input);
                }
            } catch (InvalidPathException e) {
                // perhaps a shorter one is a path
            }
        }
        return Optional.empty();
    }

    /** FILE:LINE, ARCHIVE:ADDRESS and ARCHIVE@OFFSET name a part of an input. */
    private static int lastMark(String location, int before) {
        return Math.max(location.lastIndexOf(':', before), location.lastIndexOf('@', before));
    }

    /** The pages; one that is nowhere is unreadable. Close it, or read it to the end. */
    Stream<Arrival> pages() {
        List<Supplier<Stream<Arrival>>> parts = new ArrayList<>();
        byInput.forEach((input, wanted) -> parts.add(() -> of(input, wanted)));
        parts.add(this::gone);
        return InSequence.of(parts);
    }

    private Stream<Arrival> of(String input, List<Wanted> wanted) {
        Map<String, Wanted> due = new HashMap<>();
        for (Wanted letter : wanted) {
            if (due.putIfAbsent(letter.location, letter) != null) {
                fromArchive.add(letter);
            }
        }
        boolean whole = due.values().removeIf(letter -> letter.hash.isEmpty()
                && (letter.location.equals(input) || letter.location.startsWith(input + "@")));
        Stream<Arrival> found = opener.apply(input).filter(arrival -> switch (arrival) {
            case Arrival.Page(var page) -> {
                Wanted letter = due.get(page.location());
                // A file or an address is what it is now; a line of a file may be another one now.
                boolean same = letter != null && (page.location().equals(input) || letter.hash.isEmpty()
                        || letter.hash.get().equals(page.identity()));
                if (same) {
                    due.remove(page.location());
                }
                yield same || whole;
            }
            case Arrival.Unreadable(String location, String reason, String remedy) -> {
                Wanted letter = due.remove(location);
                if (letter != null && letter.hash.isPresent()) {
                    fromArchive.add(letter);
                }
                yield letter == null ? whole : letter.hash.isEmpty();
            }
            case Arrival.PassedOver passedOver -> false;
        });
        return InSequence.of(List.of(() -> found, () -> {
            fromArchive.addAll(due.values());
            return Stream.empty();
        }));
    }

    private Stream<Arrival> gone() {
        Set<String> hashes = fromArchive.stream().flatMap(letter -> letter.hash.stream()).collect(Collectors.toSet());
        archived = hashes.isEmpty() ? Optional.empty() : store.get().map(open -> ArchivedPages.of(open, hashes));
        Set<String> seen = new LinkedHashSet<>();
        Stream<Arrival> kept = archived.map(ArchivedPages::stream).orElse(Stream.empty()).peek(arrival -> {
            if (arrival instanceof Arrival.Page(var page)) {
                seen.add(page.identity());
            }
        });
        return InSequence.of(List.of(() -> kept, () -> fromArchive.stream()
                .filter(letter -> letter.hash.filter(seen::contains).isEmpty())
                .map(letter -> new Arrival.Unreadable(letter.location, letter.hash.isPresent()
                        ? "it is not there any more, and the store has no copy of it"
                        : "it is not there any more", "Load it from where it is now."))));
    }

    /** Fails when the archive could not give a page that it should have. */
    void requireWhole() {
        archived.ifPresent(pages -> ArchiveTrouble.require(pages));
    }
}
