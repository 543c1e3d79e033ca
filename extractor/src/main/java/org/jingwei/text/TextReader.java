package org.jingwei.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingwei.article.Article;
import org.jingwei.source.Span;

/**
 * Article to sentences with words and names. Rules propose names where they see them, the tagger weighs them and adds
 * those that no rule finds, and the places of the article at which the same characters stand vote.
 * Thread-safe; make one for a run.
 */
public final class TextReader {
    private static final Pattern ABBREVIATED = Pattern
            .compile("[(（](?:以下简称|以下称|下称|简称|下简称)[：:]?[“\"「]?([\\u4e00-\\u9fffA-Za-z0-9]{2,12})[”\"」]?[)）]");
    /** 甲园区升级为国家级，定名为甲开发区. */
    private static final Pattern RENAMED = Pattern.compile(
            "(?:正式)?(?:升[级格]为|晋升为|获批为)[^，。；]{2,20}[，,](?:并)?(?:定名|命名|更名|改名)为([\\u4e00-\\u9fff]{4,20})(?=[，,。；])|(?:正式)?(?:更名|改名)为([\\u4e00-\\u9fff]{4,20})(?=[，,。；])");
    private static final Pattern RANKED = Pattern
            .compile("([\\u4e00-\\u9fff]{2,8}[省市县区州])(?:国家|省|市)级(?:高新|经开|经济|开发|高新技术产业|经济技术)+[^，]{0,3}区");
    /** 北京时间12月15日: by which clock, and not where. */
    private static final Pattern CLOCK = Pattern.compile("时间(?=[(（]?(?:\\d|[今昨明前当本次周上下星凌早晚午]))");
    /** 全省高新区, 国家级高新区: of several. */
    private static final Pattern OF_MANY = Pattern.compile("(?:[全各][国省]|各[市县区州]|[国省市]级|国家|各类?|多个|所有|\\d+[个家])$");
    private static final Set<String> ISSUER = Set.of("ticker", "announcer", "headline-subject");

    private static final Abbreviations ABBREVIATIONS = new Abbreviations(WordList.read("abbreviations.txt"));

    private final HanlpTagger words = new HanlpTagger();
    private final NameTrie trie;
    private final NameFinder finder;
    private final NameModel model;

    /** @throws IllegalStateException when HanLP's data, the model or a word list of the program is missing or altered */
    public TextReader(Lexicon lexicon) {
        trie = new NameTrie(lexicon.names());
        finder = new NameFinder(words, trie);
        model = NameModel.load();
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
                passages.add(new Passage(text, span, headline, words.tag(span.of(text), span.start())));
                paragraphs.add(paragraph);
            }
            paragraph++;
            start = end + 1;
        }
        List<List<Candidate>> found = new ArrayList<>();
        List<TagScores> scores = new ArrayList<>();
        for (Passage p : passages) {
            List<Candidate> rules = finder.rules(p, text);
            found.add(rules);
            scores.add(model.scores(finder.features(p, rules)));
        }
        List<List<Candidate>> chosen = NameChoice.of(passages, found, scores);
        bareZones(found, chosen);
        namesakes(passages, chosen);
        chosen.forEach(names -> names.removeIf(c -> c.type() == NameMention.Type.PLACE
                && CLOCK.matcher(text).region(c.span().end(), text.length()).lookingAt()));
        chosen.replaceAll(
                names -> names.stream().map(c -> ofRank(text, c)).collect(Collectors.toCollection(ArrayList::new)));
        Map<String, String> brands = PlacedBrands.known(passages, chosen, trie);
        for (int i = 0; i < passages.size(); i++) {
            chosen.set(i, PlacedBrands.with(passages.get(i), chosen.get(i), brands));
        }
        Map<NameMention.Type, Map<String, String>> full = forms(text, passages, chosen, brands);
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

    /** 湖南省国家级高新区: zones of a rank, which name but the place that has them. */
    private static Candidate ofRank(String text, Candidate c) {
        Matcher rank = RANKED.matcher(c.span().of(text));
        return c.type() == NameMention.Type.PLACE && rank.matches()
                ? new Candidate(new Span(c.span().start(), c.span().start() + rank.end(1)), c.type(), c.rule(),
                        c.strength())
                : c;
    }

    /** A zone's bare kind (高新区), wherever nothing else is: whether it means one is seen when all names are known. */
    private static void bareZones(List<List<Candidate>> found, List<List<Candidate>> chosen) {
        for (int i = 0; i < found.size(); i++) {
            List<Candidate> names = chosen.get(i);
            for (Candidate c : found.get(i)) {
                if (c.rule().equals("zone-short") && names.stream().noneMatch(o -> o.span().overlaps(c.span()))) {
                    names.add(c);
                }
            }
            names.sort(Comparator.comparing(Candidate::span));
        }
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
            List<Candidate> more = finder.namesakes(passages.get(i), List.copyOf(issuers));
            if (!more.isEmpty()) {
                more.addAll(chosen.get(i));
                chosen.set(i, NameFinder.choose(passages.get(i), more));
            }
        }
    }

    private static Set<String> inHeadlinesOnly(String text, List<Passage> passages, List<List<Candidate>> chosen) {
        Set<String> headlines = new TreeSet<>();
        Set<String> body = new TreeSet<>();
        for (int i = 0; i < passages.size(); i++) {
            Set<String> here = passages.get(i).headline ? headlines : body;
            chosen.get(i).forEach(c -> here.add(c.span().of(text)));
        }
        headlines.removeAll(body);
        return headlines;
    }

    private Map<NameMention.Type, Map<String, String>> forms(String text, List<Passage> passages,
            List<List<Candidate>> chosen, Map<String, String> brands) {
        Map<NameMention.Type, Set<String>> names = new TreeMap<>();
        Map<String, String> explicit = new LinkedHashMap<>(brands);
        Map<String, String> renamed = new LinkedHashMap<>();
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
                Matcher now = RENAMED.matcher(text).region(c.span().end(), passages.get(i).end());
                if (c.type() == NameMention.Type.PLACE && now.lookingAt()) {
                    renamed.putIfAbsent(name, now.group(1) == null ? now.group(2) : now.group(1));
                }
            }
        }
        // a zone's bare kind stands for the one zone of that kind in the article, or for nothing
        Set<String> zones = names.get(NameMention.Type.PLACE);
        for (int i = 0; i < passages.size(); i++) {
            boolean headline = passages.get(i).headline;
            chosen.get(i).removeIf(c -> c.rule().equals("zone-short") && (OF_MANY.matcher(text)
                    .region(Math.max(0, c.span().start() - 4), c.span().start()).find()
                    || zones.stream().noneMatch(z -> z.length() > c.span().length() && z.endsWith(c.span().of(text))
                            && (headline || text.indexOf(z) < c.span().start()))));
        }
        renamed.values().retainAll(zones);
        Set<String> headlines = inHeadlinesOnly(text, passages, chosen);
        Map<NameMention.Type, Map<String, String>> full = new TreeMap<>();
        names.forEach((type, set) -> full.put(type, NameForms.longest(type, set,
                type == NameMention.Type.ORG ? explicit : renamed,
                type == NameMention.Type.PLACE ? headlines : apart, trie)));
        Map<String, String> places = full.get(NameMention.Type.PLACE);
        Map<String, String> meant = ABBREVIATIONS.meanings(places);
        chosen.replaceAll(list -> Abbreviations.known(list, text, meant));
        places.putAll(meant);
        return full;
    }
}
