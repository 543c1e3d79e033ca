package org.jingwei.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jingwei.article.Reading;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.Arrival;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;
import org.jingwei.store.Taken;

/**
 * A page that gave nothing, and why.
 *
 * @param location where it was read
 * @param stage    the room that refused it: source, article, rdf; {@code internal} for a fault of the program
 * @param reason   for programs
 * @param detail   for people
 * @param remedy   what to do about it
 * @param hash     SHA-256 of the page's bytes; absent when it could not be read
 */
record DeadLetter(String location, String stage, String reason, String detail, String remedy, Optional<String> hash) {
    private static final String INTERNAL = "internal";
    private static final int LONGEST_DETAIL = 240;
    private static final String REPORT = "Please report it with the page.";

    /** Of an input that could not be read. */
    static DeadLetter of(Arrival.Unreadable unreadable) {
        return new DeadLetter(unreadable.location(), "source", "UNREADABLE", unreadable.reason(), unreadable.remedy(),
                Optional.empty());
    }

    /** Of a page that is no article. */
    static DeadLetter of(RawPage page, Reading.Rejected reading) {
        return of(page, "article", reading.reason().name(), reading.detail(), reading.remedy());
    }

    /** Of an article whose graph must not be published. */
    static DeadLetter of(RawPage page, Verdict.Broken verdict) {
        return of(page, "rdf", "BROKEN_SHAPE", "its graph breaks the shapes: " + String.join("; ", verdict.report()),
                REPORT);
    }

    /** Of a page that shows a fault of the program. */
    static DeadLetter of(RawPage page, Throwable fault) {
        return of(page, INTERNAL, fault.getClass().getSimpleName(), "a fault of the program: " + fault,
                "Please report it with the page; --verbose shows where.");
    }

    /** Of a page that is not read in its time. */
    static DeadLetter tooSlow(RawPage page, Duration most) {
        return of(page, INTERNAL, "TOO_SLOW", "it was not read within " + most.toSeconds() + " seconds",
                "Send it in parts. If it is no longer than an article, please report it with the page.");
    }

    /** Whether the program failed on the page: that says nothing of the page. */
    boolean isFault() {
        return stage.equals(INTERNAL);
    }

    /** Of an article that the store does not take. */
    static DeadLetter unstorable(Taken taken, String reason) {
        return new DeadLetter(taken.location(), "store", "UNSTORABLE", reason, REPORT, Optional.of(taken.identity()));
    }

    private static DeadLetter of(RawPage page, String stage, String reason, String detail, String remedy) {
        return new DeadLetter(page.location(), stage, reason, detail, remedy, Optional.of(page.identity()));
    }

    /** For people, on one line; of a long detail its beginning. */
    String line() {
        return (location + ": " + sentence(beginning()) + " " + sentence(remedy)).strip().replaceAll("\\s*\\R\\s*",
                " ");
    }

    /** Why, on one line; of a long detail its beginning. */
    String brief() {
        return (reason + ": " + beginning()).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private String beginning() {
        return detail.codePointCount(0, detail.length()) <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL)) + " …";
    }

    /** For programs, one line of JSON. */
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("location", location);
        object.put("stage", stage);
        object.put("reason", reason);
        object.put("detail", detail);
        object.put("remedy", remedy);
        object.put("hash", hash.orElse(null));
        return Json.line(object) + "\n";
    }

    private static String sentence(String words) {
        String plain = words.strip();
        return plain.isEmpty() || plain.endsWith(".") || plain.endsWith("…") ? plain : plain + ".";
    }
}
