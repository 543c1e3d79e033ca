package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingwei.article.Article;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;

/** Who was given which title, status or place on a list: X入选首批…名单, X被科技部认定为…, 国务院批准X为…. */
final class DesignationReader {
    private static final Pattern APPROVED = Pattern.compile("经([^，。；,;]{2,24}?)(?:正式)?(?:批准|认定|批复|同意|评审|评选)");
    /** 国务院批复同意X升级为…: what an authority agrees to is given. */
    private static final Pattern AGREED = Pattern.compile("^(?:.*[，。；,;])?([^，。；,;]{2,14}?)(?:正式)?(?:批复|批准)同意");
    /** 国务院批准X为…, 工信部将X列为…: the designee stands between. */
    private static final Pattern ACTIVE = Pattern
            .compile("(?:将|把)(?<first>.{2,60}?)(?:列为|列入|纳入|评为|评选为|认定为|确定为|命名为|批准为)"
                    + "|授予(?<second>[^“”]{2,60}?)(?=“)"
                    + "|(?:批准|批复|认定|命名|确定)(?<third>.{2,60}?)为");
    private static final Pattern INSTITUTION = Pattern.compile(".*(部|委|局|厅|院|府|会|组织|办|总署|机构|联盟|杂志|》)$");

    private record Word(String text, boolean marked, Pattern needs) {}

    private final List<Word> words = Words.rows("designations.txt", 3).stream()
            .map(row -> new Word(row[0], row[1].equals("quoted"), Pattern.compile(row[2])))
            .sorted(Comparator.comparingInt((Word w) -> -w.text().length()).thenComparing(Word::text)).toList();
    private final Cue passive = pattern(true);
    private final Cue plain = pattern(false);
    private final DesignationTitles titles = new DesignationTitles();

    private Cue pattern(boolean by) {
        String any = words.stream().map(Word::text).filter(w -> w.startsWith("被@") == by)
                .map(w -> w.replace("被@", "")).collect(Collectors.joining("|"));
        return Cue.of((by ? "被(?<by>[^，。；：“”]{0,24}?)" : "") + "(?<word>" + any + ")了?");
    }

    List<Fact.Designation> read(Scene scene) {
        var found = new ArrayList<Fact.Designation>();
        for (Clause clause : scene.clauses()) {
            String text = scene.of(clause);
            if (!clause.headline() && text.indexOf(Article.LOST) < 0) {
                if (!(passive.in(text) && given(scene, clause, passive.matcher(text), true, found))
                        && !(plain.in(text) && given(scene, clause, plain.matcher(text), false, found))) {
                    giving(scene, clause, found);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The designee stands before the word. */
    private boolean given(Scene scene, Clause clause, Matcher m, boolean by, List<Fact.Designation> found) {
        int base = clause.span().start();
        while (m.find()) {
            Span word = new Span(m.start(), m.end()).shift(base);
            String giver = by ? Designees.bare(scene, new Span(m.start("by"), m.end("by")).shift(base)) : "";
            String behind = scene.right(clause, word);
            Word entry = word(m, by);
            List<Span> title = titles.read(behind, entry.marked()).stream()
                    .filter(t -> entry.needs().matcher(t.of(behind)).find()).toList();
            if (title.isEmpty() || !asserted(scene, clause, word) || !giver.isEmpty() && !institution(giver)) {
                continue;
            }
            Designees who = Designees.before(scene, clause, word);
            if (!who.names().isEmpty()) {
                Optional<String> stated = giver.isEmpty()
                        ? approved(scene, clause, word)
                        : Optional.of(Designees.fullName(scene, clause, giver));
                add(scene, clause, word, who, title, stated, by ? "designated by" : "designated", found);
                return true;
            }
        }
        return false;
    }

    private Word word(Matcher m, boolean by) {
        String text = (by ? "被@" : "") + m.group("word");
        return words.stream().filter(w -> w.text().equals(text)).findFirst().orElseThrow();
    }

    /** The designee stands behind who gives the title. */
    private void giving(Scene scene, Clause clause, List<Fact.Designation> found) {
        int base = clause.span().start();
        Matcher m = ACTIVE.matcher(scene.of(clause));
        while (m.find()) {
            String group = m.group("first") != null ? "first" : m.group("second") != null ? "second" : "third";
            Span between = new Span(m.start(group), m.end(group)).shift(base);
            Span word = new Span(m.start(), m.end()).shift(base);
            List<Span> title = titles.read(scene.right(clause, word), true);
            Designees who = Designees.within(scene, between);
            Designees giver = Designees.before(scene, clause, word);
            if (!title.isEmpty() && !who.names().isEmpty() && giver.names().size() == 1
                    && asserted(scene, clause, word)) {
                add(scene, clause, word, who, title, Optional.of(giver.names().getFirst()), "designates", found);
                return;
            }
        }
    }

    private static boolean institution(String giver) {
        return INSTITUTION.matcher(giver).matches() && !giver.matches(".*(网友|业内|人士|媒体|外界).*");
    }

    private static boolean asserted(Scene scene, Clause clause, Span word) {
        String left = scene.left(clause, word);
        boolean said = left.chars().filter(c -> c == '“').count() > left.chars().filter(c -> c == '”').count();
        boolean actual = Modality.of(scene, clause, word) == Status.ACTUAL || AGREED.matcher(left).find();
        return !said && actual && !Assertion.negated(left)
                && scene.names(clause.span()).stream()
                        .noneMatch(n -> n.span().overlaps(word) && !word.contains(n.span()));
    }

    /** 经国务院批准，X升级为…. */
    private static Optional<String> approved(Scene scene, Clause clause, Span word) {
        int from = scene.sentenceSpan(clause).start();
        String before = scene.text().substring(from, word.start());
        return Stream.of(APPROVED, AGREED).map(p -> p.matcher(before)).filter(m -> m.find() && institution(m.group(1)))
                .map(m -> Designees.fullName(scene, clause, m.group(1))).findFirst();
    }

    private static void add(Scene scene, Clause clause, Span word, Designees who, List<Span> titles,
            Optional<String> by, String rule, List<Fact.Designation> found) {
        Optional<Period> date = Setting.date(scene, clause, word)
                .filter(p -> p.span().end() <= word.start() && Designees.near(scene, clause, p.span()));
        for (String name : who.names()) {
            for (Span title : titles) {
                Span there = title.shift(word.end());
                String words = scene.of(there);
                if (found.stream().anyMatch(d -> d.designee().equals(name) && d.title().equals(words))) {
                    continue;
                }
                var spans = new ArrayList<Span>(List.of(there, word));
                spans.addAll(who.spans());
                date.map(Period::span).ifPresent(spans::add);
                found.add(new Fact.Designation(name, words, by, date.map(d -> d.notation().split("/")[0]),
                        date.map(Period::inferred).orElse(false),
                        new Evidence(spans.stream().distinct().toList(), rule, Grounds.DESIGNATION)));
            }
        }
    }
}
