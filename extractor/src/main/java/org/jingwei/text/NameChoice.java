package org.jingwei.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/**
 * Which of the names that rules propose and the tagger sees are names, for a whole article. What speaks for a name is
 * the tagger's margin (in {@link NameModel#UNIT}s) and a bonus for the rule that found it; a name that no rule supports
 * needs a clear margin. A string is the same thing wherever it stands in the article, so its places vote.
 */
final class NameChoice {
    /** By the strength of the rule. */
    private static final int[] BONUS = { 0, 40, 120, 200 };
    /** The margin that a name needs which no rule found: little for persons, whom rules seldom find. */
    private static final int[] DOUBT = { 80, 80, 50 };
    /** What it needs more when it is made of ordinary words or Latin letters. */
    private static final int ORDINARY_WORDS = 100;
    /** What a name needs whose beginning is a name by a rule. */
    private static final int BEGUN = 40;
    /** What a name needs that ends in a company's legal form. */
    private static final int LEGAL_FORM = 20;
    /** What it needs more when it cuts an ordinary word in two. */
    private static final int CUT_WORD = 40;
    private static final int NEVER = 100_000;
    /** A word that HanLP's dictionary saw so often is an ordinary one. */
    private static final int ORDINARY = 5;
    /** What one more place, where the name was found too, counts for; no more than {@link #MOST} times. */
    private static final int AGAIN = 20;
    private static final int MOST = 5;
    private static final Pattern PROPER = Pattern.compile("nr.*|ns.*|nz|nt.*");

    private static final Cue BODY = Cue.of(
            "(?:[局厅委会府院所学校社报台队馆部署处厂店行站网庭]|中心|公司|集团|股份|控股|证券|基金|办公室|联盟|联社)$");
    private static final Pattern WORKS = Pattern.compile("[\\u4e00-\\u9fff]{0,3}?(?:工程|项目)");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z.·\\- ]+");

    private static final WordSet SITES = new WordSet(WordList.read("place-suffixes.txt"));
    private static final WordSet BODIES = new WordSet(WordList.read("organisation-suffixes.txt"));

    private record Weighed(Candidate candidate, int weight) {}

    /** What was found of one string. */
    private static final class Evidence {
        private final Candidate best;
        private int bonus;
        private int chosen;
        private int places;
        private int margins;

        Evidence(Candidate best) {
            this.best = best;
        }
    }

    private final List<Passage> passages;
    private final List<List<Candidate>> rules;
    private final List<TagScores> scores;
    private final List<List<Weighed>> weighed = new ArrayList<>();
    private final List<List<Candidate>> chosen = new ArrayList<>();

    private NameChoice(List<Passage> passages, List<List<Candidate>> rules, List<TagScores> scores) {
        this.passages = passages;
        this.rules = rules;
        this.scores = scores;
        for (int i = 0; i < passages.size(); i++) {
            weighed.add(weigh(i, rules.get(i)));
            chosen.add(choose(passages.get(i), weighed.get(i)));
        }
    }

    /** The names of each passage in text order, none overlapping. */
    static List<List<Candidate>> of(List<Passage> passages, List<List<Candidate>> rules, List<TagScores> scores) {
        NameChoice choice = new NameChoice(passages, rules, scores);
        choice.vote();
        return choice.chosen;
    }

    /** A chain of divisions (陕西省安康市) is sure of itself, more than its strength against other rules says. */
    private static int bonus(Passage p, Candidate c) {
        return BONUS[isChain(p, c) ? Candidate.FIRM : c.strength()];
    }

    private static boolean isChain(Passage p, Candidate c) {
        return c.rule().equals("place-chain") && c.span().length() >= 5
                && "省市县区旗州".indexOf(p.charAt(c.span().end() - 1)) >= 0;
    }

    private int margin(int i, Span span, NameMention.Type type) {
        int start = passages.get(i).start();
        return scores.get(i).margin(span.start() - start, span.end() - start, type);
    }

    private List<Weighed> weigh(int i, List<Candidate> rules) {
        List<Weighed> all = new ArrayList<>();
        for (Candidate c : rules) {
            int weight = margin(i, c.span(), c.type()) + bonus(passages.get(i), c);
            // in 陕西省安康市…枢纽工程 the tagger sees one project only, in 县长龙宛如介绍 it may see nobody
            boolean sure = isChain(passages.get(i), c) || c.rule().equals("title-name");
            all.add(new Weighed(c, sure ? Math.max(weight, 1) : weight));
        }
        int own = all.size();
        Passage p = passages.get(i);
        List<Candidate> tagged = scores.get(i).names(p.start());
        for (Candidate c : tagged) {
            List<Candidate> two = c.type() == NameMention.Type.PLACE ? two(p, c.span(), rules) : List.of();
            if (!two.isEmpty()) {
                int margin = margin(i, c.span(), c.type());
                two.forEach(part -> all.add(new Weighed(part, margin + bonus(p, part))));
            } else if (runsOn(p, c, rules)) {
                continue;
            } else if (rules.stream().noneMatch(r -> r.type() == c.type() && r.span().equals(c.span()))) {
                Span span = trimmed(p, c);
                boolean spelling = LATIN.matcher(span.of(p.text)).matches() && tagged.stream()
                        .anyMatch(t -> t.type() == NameMention.Type.PERSON
                                && t.span().end() == c.span().start() - 1);
                if (!spelling
                        && (c.type() != NameMention.Type.PERSON || !PersonRules.polite(span.of(p.text)))) {
                    all.add(new Weighed(new Candidate(span, c.type(), c.rule(), c.strength()),
                            margin(i, c.span(), c.type()) - need(i, span, c.type())));
                }
            }
        }
        for (Weighed longer : List.copyOf(all.subList(own, all.size()))) {
            if (longer.weight > 0) {
                all.subList(0, own).replaceAll(w -> isPart(i, w, longer) ? new Weighed(w.candidate, 0) : w);
            }
        }
        return all;
    }

    /** Whether the tagger sees the rule's name as a part of a longer one only (南方电网 in 南方电网广西公司). */
    private boolean isPart(int i, Weighed rule, Weighed longer) {
        boolean larger = longer.candidate.type() == NameMention.Type.ORG
                || longer.candidate.type() == rule.candidate.type();
        return larger && bonus(passages.get(i), rule.candidate) < BONUS[Candidate.FIRM]
                && longer.candidate.span().contains(rule.candidate.span())
                && margin(i, rule.candidate.span(), rule.candidate.type()) < 0;
    }

    /**
     * The two places that the rules see in what the tagger takes for one, or the one whose market it is; none when they
     * see it otherwise.
     */
    private static List<Candidate> two(Passage p, Span span, List<Candidate> rules) {
        for (Candidate first : rules) {
            if (first.type() == NameMention.Type.PLACE && first.span().start() == span.start()
                    && first.span().end() < span.end()) {
                Token rest = p.token(first.span().end());
                if (rest != null && rest.span().equals(new Span(first.span().end(), span.end()))
                        && rest.word().equals("市场")) {
                    return List.of(first);
                }
                for (Candidate second : rules) {
                    if (second.type() == NameMention.Type.PLACE && second.span().start() == first.span().end()
                            && second.span().end() == span.end()
                            && (second.rule().equals("place-known")
                                    || "省州市县郡府".indexOf(p.charAt(span.end() - 1)) < 0)) {
                        return List.of(first, second);
                    }
                }
            }
        }
        return List.of();
    }

    /** 安康市汉江大坝, 龙华区A2号地块: a chain of divisions and what lies there, which nothing is called by. */
    private static boolean runsOn(Passage p, Candidate c, List<Candidate> rules) {
        Span span = c.span();
        boolean called = switch (c.type()) {
            case PLACE -> SITES.endingAt(p.text, span.end(), span.start()) != null;
            case ORG -> BODIES.endingAt(p.text, span.end(), span.start()) != null
                    && !WORKS.matcher(p.text).region(span.end(), p.end()).lookingAt();
            case PERSON -> true;
        };
        return !called && rules.stream().anyMatch(
                r -> isChain(p, r) && r.span().start() == span.start() && r.span().end() < span.end());
    }

    /** Without the words in front that no name starts with. */
    private static Span trimmed(Passage p, Candidate c) {
        int from = c.span().start();
        // 向, 于 and 和 are family names too
        boolean person = c.type() == NameMention.Type.PERSON && c.span().length() < 4;
        while (!person && from < c.span().end()) {
            Token token = p.token(from);
            if (token == null || token.span().start() != from || token.span().end() >= c.span().end()
                    || !Passage.stop(token) || token.tag().startsWith("m")) {
                break;
            }
            from = token.span().end();
        }
        return new Span(from, c.span().end());
    }

    private int need(int i, Span span, NameMention.Type type) {
        boolean begun = rules.get(i).stream().anyMatch(
                r -> r.type() == type && r.span().start() == span.start() && r.span().end() < span.end());
        int doubt = doubt(passages.get(i), span, type);
        return begun ? Math.min(BEGUN, doubt) : doubt;
    }

    /** Whether a word of the dictionary, and no name, runs across {@code i}. */
    private static boolean cut(Passage p, int i) {
        Token token = p.boundary(i) ? null : p.token(i);
        return token != null && token.frequency() >= ORDINARY && !PROPER.matcher(token.tag()).matches();
    }

    /**
     * The margin that a name needs which no rule found; a larger one when its words are ordinary ones or Latin, when it
     * ends inside an ordinary word, and when its beginning is missing (驻上海总领事馆: of which country?).
     */
    private static int doubt(Passage p, Span span, NameMention.Type type) {
        boolean ordinary = true;
        boolean region = false;
        for (int i = span.start(); i < span.end() && ordinary;) {
            Token token = p.token(i);
            boolean whole = token != null && token.span().start() == i && token.span().end() <= span.end();
            boolean first = whole && i == span.start() && token.span().end() < span.end()
                    && token.tag().startsWith("ns");
            region |= first;
            ordinary = first || whole && (token.word().length() > 1 && token.frequency() >= ORDINARY
                    && !PROPER.matcher(token.tag()).matches() || token.word().charAt(0) < 0x80);
            i = token == null ? i + 1 : token.span().end();
        }
        // 四川房地产 is a trade of a region; 四川交通厅 is a body
        ordinary &= !region || type == NameMention.Type.ORG && !BODY.in(p.sub(span.start(), span.end()));
        boolean cut = cut(p, span.start()) || cut(p, span.end());
        if (type == NameMention.Type.ORG && p.sub(span.start(), span.end()).endsWith("有限公司")) {
            return LEGAL_FORM;
        }
        boolean joins = p.sub(span.start(), span.end()).indexOf('及') > 0;
        boolean tail = p.charAt(span.start() - 1) == '驻' && type == NameMention.Type.ORG;
        return DOUBT[type.ordinal()] + (ordinary || joins ? ORDINARY_WORDS : cut ? CUT_WORD : 0) + (tail ? NEVER : 0);
    }

    private static List<Candidate> choose(Passage p, List<Weighed> all) {
        all.sort(Comparator.comparingInt((Weighed w) -> -w.weight).thenComparing(w -> w.candidate.span())
                .thenComparing(w -> w.candidate.type()).thenComparing(w -> w.candidate.rule()));
        List<Candidate> chosen = new ArrayList<>();
        for (Weighed w : all) {
            Span span = w.candidate.span();
            if (w.weight > 0 && chosen.stream().noneMatch(o -> o.span().overlaps(span)) && p.isWhole(span)) {
                chosen.add(w.candidate);
            }
        }
        chosen.sort(Comparator.comparing(Candidate::span));
        return chosen;
    }

    private void vote() {
        Map<String, Evidence> found = new TreeMap<>();
        for (int i = 0; i < passages.size(); i++) {
            for (Candidate c : chosen.get(i)) {
                // a known name is found wherever it stands for itself; a place by its suffix only may be anything
                boolean carries = !c.rule().endsWith("-known")
                        && (c.type() != NameMention.Type.PLACE || c.strength() > Candidate.WEAK);
                if (carries && c.span().length() >= 2) {
                    Evidence e = found.computeIfAbsent(c.type() + c.span().of(passages.get(i).text),
                            k -> new Evidence(c));
                    e.chosen++;
                    e.bonus = Math.max(e.bonus, c.rule().equals("tagger") ? 0 : BONUS[c.strength()]);
                }
            }
        }
        record Place(int passage, Span span, Evidence evidence, int margin) {}
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            for (Evidence e : found.values()) {
                String name = name(e);
                for (int at = p.text.indexOf(name, p.start(), p.end()); at >= 0; at = p.text.indexOf(name, at + 1,
                        p.end())) {
                    Span span = new Span(at, at + name.length());
                    if (chosen.get(i).stream().noneMatch(c -> c.span().contains(span) && !c.span().equals(span)
                            && (!c.rule().equals("tagger") || c.strength() == Candidate.FIRM))) {
                        int margin = margin(i, span, e.best.type());
                        e.places++;
                        e.margins += margin;
                        places.add(new Place(i, span, e, margin));
                    }
                }
            }
        }
        for (Place place : places) {
            Evidence e = place.evidence;
            int mean = e.margins / e.places;
            int support = e.bonus > 0
                    ? e.bonus
                    : -need(place.passage, place.span, e.best.type())
                            - (swallows(e, found) ? 2 * ORDINARY_WORDS : 0);
            int weight = (place.margin + mean) / 2 + support + AGAIN * Math.min(MOST, e.chosen - 1);
            if (isChain(passages.get(place.passage), e.best) || e.best.rule().equals("title-name")) {
                weight = Math.max(weight, 1);
            }
            List<Weighed> all = weighed.get(place.passage);
            all.removeIf(w -> w.candidate.span().equals(place.span) && w.candidate.type() == e.best.type()
                    && w.candidate.rule().equals("tagger"));
            all.add(new Weighed(new Candidate(place.span, e.best.type(), e.best.rule(), e.best.strength()), weight));
        }
        for (int i = 0; i < passages.size(); i++) {
            chosen.set(i, choose(passages.get(i), weighed.get(i)));
        }
    }

    /** Whether this is a name found more often with one or two characters too many in front (像某某). */
    private boolean swallows(Evidence e, Map<String, Evidence> found) {
        String name = name(e);
        for (Evidence other : found.values()) {
            String shorter = name(other);
            if (other.chosen > e.chosen && name.endsWith(shorter) && name.length() > shorter.length()
                    && name.length() <= shorter.length() + 2) {
                return true;
            }
        }
        return false;
    }

    private String name(Evidence e) {
        return e.best.span().of(passages.get(0).text);
    }
}
