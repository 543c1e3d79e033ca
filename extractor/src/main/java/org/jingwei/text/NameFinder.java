package org.jingwei.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jingwei.source.Span;

/** The rules of this package over one sentence, and what the tagger sees of it. Thread-safe. */
final class NameFinder {
    private final HanlpTagger words;
    private final PlaceRules places;
    private final OrganisationRules organisations;
    private final CompanyRules companies;
    private final PersonRules persons = new PersonRules();
    private final NameFeatures features;

    NameFinder(HanlpTagger words, NameTrie trie) {
        this.words = words;
        places = new PlaceRules(trie);
        organisations = new OrganisationRules(trie, places);
        companies = new CompanyRules(trie);
        features = new NameFeatures(trie);
    }

    /** What the rules propose, whatever overlaps. */
    List<Candidate> rules(Passage p, String article) {
        List<Candidate> found = new ArrayList<>();
        found.addAll(places.find(p));
        found.addAll(organisations.find(p));
        found.addAll(companies.find(p, article));
        found.addAll(persons.find(p));
        found.addAll(EmployerRule.find(p));
        return found;
    }

    List<Candidate> namesakes(Passage p, List<String> issuers) {
        return companies.namesakes(p, issuers);
    }

    int[] features(Passage p, List<Candidate> found) {
        return features.of(p, found, choose(p, found));
    }

    /** What the tagger sees of a sentence that stands alone. One without a full stop is a headline. */
    int[] features(String sentence) {
        Passage p = passage(sentence);
        return features(p, rules(p, sentence));
    }

    Passage passage(String sentence) {
        boolean headline = "。！？；”".indexOf(sentence.charAt(sentence.length() - 1)) < 0;
        return new Passage(sentence, new Span(0, sentence.length()), headline, words.tag(sentence, 0));
    }

    /** Of candidates that overlap, the surer one; of equally sure ones the longer; then the earlier. In text order. */
    static List<Candidate> choose(Passage p, List<Candidate> found) {
        List<Candidate> ranked = new ArrayList<>(found);
        ranked.sort(Comparator.comparingInt((Candidate c) -> -c.strength()).thenComparingInt(c -> -c.span().length())
                .thenComparing(Candidate::span).thenComparing(Candidate::type).thenComparing(Candidate::rule));
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate c : ranked) {
            boolean free = chosen.stream().noneMatch(o -> o.span().overlaps(c.span()));
            if (free && p.isWhole(c.span())) {
                chosen.add(c);
            }
        }
        chosen.sort(Comparator.comparing(Candidate::span));
        return chosen;
    }
}
