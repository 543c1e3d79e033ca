package org.jingwei.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody types, as a query. Words are parted by white space; a text must hold all of them, each as it stands.
 * There is no syntax: no character has a meaning of its own, so that none can be misused.
 *
 * @param words as typed
 * @param folded length in code points, of all words together, without white space
 */
record SearchWords(List<String> words, int folded) {
    static final int LONGEST = 200;
    private static final int MOST = 12;

    SearchWords {
        words = List.copyOf(words);
    }

    /** @throws IllegalArgumentException when it is too much; the message says how much is not */
    static SearchWords of(String typed, SearchFold fold) {
        if (typed.codePointCount(0, typed.length()) > LONGEST) {
            throw new IllegalArgumentException("Search for at most " + LONGEST + " characters at a time.");
        }
        var words = new ArrayList<String>();
        for (String word : fold.of(typed).split("[\\s\\u00a0]+")) {
            if (!word.isEmpty() && !words.contains(word)) {
                words.add(word);
            }
        }
        if (words.size() > MOST) {
            throw new IllegalArgumentException("Search for at most " + MOST + " words at a time.");
        }
        return new SearchWords(words, words.stream().mapToInt(SearchFold::length).sum());
    }

    /** Empty when nothing in it can be searched for: marks alone, or nothing at all. */
    Optional<BooleanQuery.Builder> query(SearchAnalyzer analyzer) {
        var all = new BooleanQuery.Builder();
        boolean any = false;
        for (String word : words) {
            Optional<Query> whole = phrase(analyzer, SearchAnalyzer.WORDS, word);
            Optional<Query> stems = word.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                    ? phrase(analyzer, SearchAnalyzer.STEMS, word)
                    : Optional.empty();
            if (whole.isPresent()) {
                any = true;
                all.add(stems.<Query>map(s -> new BooleanQuery.Builder().add(whole.get(), Occur.SHOULD)
                        .add(s, Occur.SHOULD).build()).orElse(whole.get()), Occur.FILTER);
            }
        }
        return any ? Optional.of(all) : Optional.empty();
    }

    private static Optional<Query> phrase(SearchAnalyzer analyzer, String field, String word) {
        List<SearchAnalyzer.Placed> terms = analyzer.phrase(field, word);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        if (terms.size() == 1) {
            return Optional.of(new TermQuery(new Term(field, terms.getFirst().term())));
        }
        var phrase = new PhraseQuery.Builder();
        terms.forEach(placed -> phrase.add(new Term(field, placed.term()), placed.position()));
        return Optional.of(phrase.build());
    }
}
