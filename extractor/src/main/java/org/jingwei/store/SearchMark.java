package org.jingwei.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What is searched for in a store, as one number: the sum of the hashes of its statements, whatever the order they came
 * in. It is kept in the store, changed by each transaction that changes such a statement, and in the index; where the
 * two are the same, the index is of this state of the store. It stands among the store's prefixes, so that no query
 * and no export sees it.
 */
record SearchMark(long high, long low) {
    static final SearchMark NOTHING = new SearchMark(0, 0);

    private static final String PREFIX = "jingwei-search";
    private static final String NAMESPACE = "urn:x-jingwei:search:";
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{16})([0-9a-f]{16})");

    /** That of a store, inside a transaction; none in a store that nobody has counted. */
    static Optional<SearchMark> of(DatasetGraph dataset) {
        String iri = dataset.prefixes().get(PREFIX);
        return iri == null || !iri.startsWith(NAMESPACE) ? Optional.empty() : parse(iri.substring(NAMESPACE.length()));
    }

    /** Inside a write transaction. */
    void into(DatasetGraph dataset) {
        dataset.prefixes().add(PREFIX, NAMESPACE + this);
    }

    static Optional<SearchMark> parse(String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new SearchMark(Long.parseUnsignedLong(matcher.group(1), 16),
                        Long.parseUnsignedLong(matcher.group(2), 16)))
                : Optional.empty();
    }

    SearchMark plus(SearchMark other) {
        return new SearchMark(high + other.high, low + other.low);
    }

    static SearchMark from(StatementSum sum) {
        return new SearchMark(sum.high(), sum.low());
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%016x%016x", high, low);
    }
}
