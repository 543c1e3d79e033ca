package org.jingwei.publish;

import java.util.LinkedHashMap;
import java.util.Map;

/** What became of a page that was read and not stored. */
public sealed interface ReadPage {

    /**
     * It is an article.
     *
     * @param account what it states and why that is believed, as values that JSON knows
     */
    record Read(Map<String, Object> account) implements ReadPage {}

    /**
     * It gave no article, or one that must not be published.
     *
     * @param stage  the room that refused it
     * @param reason for programs
     * @param detail for people
     * @param remedy what to do about it
     */
    record Refused(String stage, String reason, String detail, String remedy) implements ReadPage {}

    /** As the answer to who sent it. */
    default Map<String, Object> json() {
        var object = new LinkedHashMap<String, Object>();
        switch (this) {
            case Read(Map<String, Object> account) -> {
                object.put("outcome", "READ");
                object.putAll(account);
            }
            case Refused(String stage, String reason, String detail, String remedy) -> {
                object.put("outcome", "REFUSED");
                object.put("stage", stage);
                object.put("reason", reason);
                object.put("detail", detail);
                object.put("remedy", remedy);
            }
        }
        return object;
    }
}
