package org.jingwei.store;

import java.util.List;

/**
 * What one {@link KnowledgeStore#put} did, by article key in the order given. An article given twice counts once, as
 * its last version.
 *
 * @param added     articles the store did not have
 * @param replaced  articles whose statements or ledger row changed; only the difference was written
 * @param unchanged articles that were already there, statement for statement
 * @param refused   articles that must not be stored, each with the reason; nothing of them was written
 */
public record LoadReport(List<String> added, List<String> replaced, List<String> unchanged, List<Refused> refused) {

    /** An article that was not stored, and the statement at fault. */
    public record Refused(String key, String reason) {}

    public LoadReport {
        added = List.copyOf(added);
        replaced = List.copyOf(replaced);
        unchanged = List.copyOf(unchanged);
        refused = List.copyOf(refused);
    }

    /** How many articles are in the store because of this call or already were. */
    public int stored() {
        return added.size() + replaced.size() + unchanged.size();
    }
}
