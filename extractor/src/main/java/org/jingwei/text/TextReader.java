package org.jingwei.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.source.Span;

/**
 * Article to sentences with words and names. Each rule proposes names where it sees them; of names that overlap the
 * surer and longer one stays; what was found once in firm company is found everywhere in the article.
 * Thread-safe; make one for a run.
 */
public final class TextReader {
    private static final Pattern ABBREVIATED = Pattern
            .compile("[(（](?:以下简称|以下称|下称|简称|下简称)[：:]?[“\"「]?([\\u4e00-\\u9fffA-Za-z0-9]{2,12})[”\"」]?[)）]");
    private static final Set<String> ISSUER = Set.of("ticker", "announcer", "headline-subject");

    private final HanlpTagger tagger = new HanlpTagger();
    private final NameTrie trie;
    private final PlaceRules places;
    private final OrganisationRules organisations;
    private final CompanyRules companies;
    private final PersonRules persons = new PersonRules();

    /** @throws IllegalStateException when HanLP's data or a word list of the program is missing or altered */
    public TextReader(Lexicon lexicon) {
        trie = new NameTrie(lexicon.names());
        places = new PlaceRules(trie);
        organisations = new OrganisationRules(trie, places);
        companies = new CompanyRules(trie);
    }

    /** Sentences in reading order. Names are of {@code article.text()}; its lost characters are in none of them. */
    public List<Sentence> read(Article article) {
        String text = article.text();
        List<Passage> passages = new ArrayList<>();
        List<Integer> paragraphs = new ArrayList<>();
        int paragraph = 0;
        for (int start = 0; start <= text.length();) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            for (Span span : SentenceSplitter.split(text, start, end)) {
                boolean headline = article.headline().map(h -> h.overlaps(span)).orElse(false)
                        || text.charAt(span.start()) == '【' && span.start() == start && paragraph <= 1;
                passages.add(new Passage(text, span, headline, tagger.tag(span.of(text), span.start())));
                paragraphs.add(paragraph);
            }
            paragraph++;
            start = end + 1;
        }
        List<List<Candidate>> chosen = new ArrayList<>();
        for (Passage p : passages) {
            List<Candidate> found = new ArrayList<>();
            found.addAll(places.find(p));
            found.addAll(organisations.find(p));
            found.addAll(companies.find(p, text));
            found.addAll(persons.find(p));
            chosen.add(choose(p, found));
        }
        namesakes(passages, chosen);
        repeat(passages, chosen);
        Map<NameMention.Type, Map<String, String>> full = forms(text, passages, chosen);
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            List<NameMention> names = new ArrayList<>();
            for (Candidate c : chosen.get(i)) {
                String name = c.span().of(text);
                names.add(new NameMention(c.span(), name, c.type(), full.get(c.type()).getOrDefault(name, name),
                        c.rule()));
            }
            sentences.add(new Sentence(p.span, paragraphs.get(i), p.headline, p.tokens, names));
        }
        return sentences;
    }

    /** Of candidates that overlap, the surer one; of equally sure ones the longer; then the earlier. In text order. */
    private static List<Candidate> choose(Passage p, List<Candidate> found) {
        List<Candidate> ranked = new ArrayList<>(found);
        ranked.sort(Comparator.comparingInt((Candidate c) -> -c.strength()).thenComparingInt(c -> -c.span().length())
                .thenComparing(Candidate::span).thenComparing(Candidate::type).thenComparing(Candidate::rule));
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate c : ranked) {
            boolean free = chosen.stream().noneMatch(o -> o.span().overlaps(c.span()));
            if (free && p.text.substring(c.span().start(), c.span().end()).indexOf(Article.LOST) < 0) {
                chosen.add(c);
            }
        }
        chosen.sort(Comparator.comparing(Candidate::span));
        return chosen;
    }

    private void namesakes(List<Passage> passages, List<List<Candidate>> chosen) {
        Set<String> issuers = new LinkedHashSet<>();
        for (int i = 0; i < passages.size(); i++) {
            for (Candidate c : chosen.get(i)) {
                if (ISSUER.contains(c.rule())) {
                    issuers.add(c.span().of(passages.get(i).text));
                }
            }
        }
        for (int i = 0; i < passages.size(); i++) {
            List<Candidate> more = companies.namesakes(passages.get(i), List.copyOf(issuers));
            if (!more.isEmpty()) {
                more.addAll(chosen.get(i));
                chosen.set(i, choose(passages.get(i), more));
            }
        }
    }

    /** Names found in one place are names in all others, where no longer name is. */
    private void repeat(List<Passage> passages, List<List<Candidate>> chosen) {
        Map<String, Candidate> known = new TreeMap<>(
                Comparator.comparingInt((String s) -> -s.length()).thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < passages.size(); i++) {
            for (Candidate c : chosen.get(i)) {
                String name = c.span().of(passages.get(i).text);
                boolean carries = c.type() != NameMention.Type.PLACE || c.strength() > Candidate.WEAK;
                if (carries && !c.rule().endsWith("-known")) {
                    known.putIfAbsent(name, c);
                }
            }
        }
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            List<Candidate> all = new ArrayList<>(chosen.get(i));
            for (Map.Entry<String, Candidate> e : known.entrySet()) {
                String name = e.getKey();
                for (int at = p.text.indexOf(name, p.start()); at >= 0 && at + name.length() <= p.end(); at = p.text
                        .indexOf(name, at + 1)) {
                    Span span = new Span(at, at + name.length());
                    boolean free = all.stream().noneMatch(o -> o.span().overlaps(span)
                            && (o.span().length() >= span.length() || o.strength() == Candidate.FIRM));
                    if (free) {
                        all.removeIf(o -> o.span().overlaps(span));
                        all.add(new Candidate(span, e.getValue().type(), e.getValue().rule(), e.getValue().strength()));
                    }
                }
            }
            chosen.set(i, choose(p, all));
        }
    }

    private Map<NameMention.Type, Map<String, String>> forms(String text, List<Passage> passages,
            List<List<Candidate>> chosen) {
        Map<NameMention.Type, Set<String>> names = new TreeMap<>();
        Map<String, String> explicit = new LinkedHashMap<>();
        Set<String> apart = new LinkedHashSet<>();
        for (NameMention.Type type : NameMention.Type.values()) {
            names.put(type, new LinkedHashSet<>());
        }
        for (int i = 0; i < passages.size(); i++) {
            for (Candidate c : chosen.get(i)) {
                String name = c.span().of(text);
                names.get(c.type()).add(name);
                if (ISSUER.contains(c.rule()) || c.rule().equals("related-company")) {
                    apart.add(name);
                }
                Matcher m = ABBREVIATED.matcher(text).region(c.span().end(), passages.get(i).end());
                if (m.lookingAt()) {
                    explicit.putIfAbsent(m.group(1), name);
                }
            }
        }
        // a zone's bare kind stands for the one zone of that kind in the article, or for nothing
        Set<String> zones = names.get(NameMention.Type.PLACE);
        for (int i = 0; i < passages.size(); i++) {
            chosen.get(i).removeIf(c -> c.rule().equals("zone-short") && zones.stream()
                    .noneMatch(z -> z.length() > c.span().length() && z.endsWith(c.span().of(text))));
        }
        Map<NameMention.Type, Map<String, String>> full = new TreeMap<>();
        names.forEach((type, set) -> full.put(type, NameForms.longest(type, set,
                type == NameMention.Type.ORG ? explicit : Map.of(), apart, trie)));
        return full;
    }
}
