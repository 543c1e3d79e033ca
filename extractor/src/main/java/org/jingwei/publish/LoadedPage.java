package org.jingwei.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What became of a page that was sent to a running server. */
public sealed interface LoadedPage {

    /**
     * The store has its article.
     *
     * @param key          of the article
     * @param iri          of its graph
     * @param outcome      ADDED, REPLACED or UNCHANGED
     * @param factsAdded   facts that the store did not have of it before
     * @param factsRemoved facts that the store has of it no longer
     * @param facts        what the page states, in the flat form; absent where it was not read, being known
     */
    record Stored(String location, String key, String iri, String outcome, int factsAdded, int factsRemoved,
            Optional<Map<String, Object>> facts) implements LoadedPage {}

    /**
     * It gave no article, or must not.
     *
     * @param stage  the room that refused it, or {@code retracted}
     * @param reason for programs
     * @param detail for people
     * @param remedy what to do about it
     */
    record Refused(String location, String stage, String reason, String detail, String remedy) implements LoadedPage {}

    /** Why loading ended before the last page. */
    enum Halt {
        /** The store did not take a page: its disk is full, as a rule. */
        NOT_STORED(507),
        /** The program or its installation failed. */
        FAILED(500),
        /** The server is about to stop. */
        STOPPING(503),
        /** One request may take so long and no longer. */
        OUT_OF_TIME(503),
        /** One request may hold so many and no more. */
        TOO_MANY(413);

        private final int status;

        Halt(int status) {
            this.status = status;
        }

        /** Of HTTP, for the whole request. */
        int status() {
            return status;
        }
    }

    /**
     * Neither it nor any page behind it was taken; those before it were dealt with as they say.
     *
     * @param detail for people
     * @param remedy what to do about it
     */
    record Halted(String location, Halt why, String detail, String remedy) implements LoadedPage {}

    /** As an object of the answer. */
    default Map<String, Object> json() {
        var object = new LinkedHashMap<String, Object>();
        switch (this) {
            case Stored(String location, String key, String iri, String outcome, int added, int removed, var facts) -> {
                object.put("location", location);
                object.put("outcome", outcome);
                object.put("key", key);
                object.put("graph", iri);
                object.put("factsAdded", added);
                object.put("factsRemoved", removed);
                facts.ifPresent(stated -> object.put("facts", stated));
            }
            case Refused(String location, String stage, String reason, String detail, String remedy) -> {
                object.put("location", location);
                object.put("outcome", "REFUSED");
                object.put("stage", stage);
                object.put("reason", reason);
                object.put("detail", detail);
                object.put("remedy", remedy);
            }
            case Halted(String location, Halt why, String detail, String remedy) -> {
                object.put("location", location);
                object.put("outcome", "HALTED");
                object.put("reason", why.name());
                object.put("detail", detail);
                object.put("remedy", remedy);
            }
        }
        return object;
    }
}
