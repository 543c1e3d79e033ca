package org.jingwei.fact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Clauses that say that a fair, a forum or a conference is or will be held, by the name of the gathering. */
final class GatheringReader {
    private static final Cue HOLDS = Cue.of("举行|举办|召开|开幕|闭幕|启幕|开馆|落幕|落下帷幕");
    private static final Pattern CLOSES = Pattern.compile("闭幕|落幕|落下帷幕");
    /** 在8日举行的开幕式上: the day on which a gathering that is told as over began. */
    private static final Pattern OPENING = Pattern.compile("^(?:举行|举办)?的?开幕[式会]|^开幕");
    /** 博览会将于…举办: said behind the name. */
    private static final Pattern AHEAD = Pattern.compile("将|拟|定于|计划");
    private static final Pattern HOUSE = Pattern.compile("(?:中心|馆|广场|酒店|宾馆|礼堂|会议厅|大厦)$");
    private static final Pattern THIS = Pattern.compile("(?:[本该此]届?|[这本]次|此次|[^，]{0,12}[。，：])?");
    private static final Pattern NUMBERED = Pattern
            .compile("(?:第[〇零一二三四五六七八九十百\\d]{1,5}届|首届|(?:19|20)\\d\\d年?(?!\\d))");
    private static final int LONGEST_NAME = 40;

    private final Pattern gathering = Pattern
            .compile("(" + String.join("|", Words.lines("conferences.txt")) + ")(?!上)");

    void read(Scene scene, List<Draft.Event> events) {
        for (Clause clause : scene.clauses()) {
            Matcher m = gathering.matcher(scene.of(clause));
            if (clause.headline() || !HOLDS.in(scene.of(clause)) || !m.find()
                    || Assertion.calledOff(scene.of(clause))) {
                continue;
            }
            Span word = new Span(m.start(1), m.end(1)).shift(clause.span().start());
            Status status = status(scene, clause, word);
            Optional<String> named = name(scene, clause, word, status);
            if (status == Status.TARGET || inTitle(scene.left(clause, word)) || named.isEmpty()
                    || events.stream().anyMatch(e -> e.name.equals(named.get()))) {
                continue;
            }
            var event = new Draft.Event(EventType.CONFERENCE, "gathering", clause, word, named.get());
            event.object = named;
            EventSetting.place(scene, event,
                    new Trigger(event.type, m.group(1), word, clause, scene.sentence(clause)));
            event.date = opened(scene, clause).or(() -> event.date).or(() -> heldOn(scene, clause, word));
            venue(scene, clause).ifPresent(place -> {
                event.places.clear();
                event.places.add(place);
            });
            event.participants.addAll(Setting.promoted(scene, event));
            boolean ahead = event.date.isPresent() && scene.published()
                    .filter(day -> event.date.get().first().isAfter(day)).isPresent();
            event.status = ahead ? Status.PLANNED : status;
            if (event.status == Status.ACTUAL || event.date.isPresent()) {
                events.add(event);
            }
        }
    }

    private static Status status(Scene scene, Clause clause, Span word) {
        Status before = Modality.of(scene, clause, word);
        Matcher holds = HOLDS.matcher(scene.right(clause, word));
        return before == Status.ACTUAL && holds.find()
                && AHEAD.matcher(scene.right(clause, word).substring(0, holds.start())).find()
                        ? Status.PLANNED
                        : before;
    }

    /** The name; for 本届博览会将于… the one that the text has called in full before. */
    private static Optional<String> name(Scene scene, Clause clause, Span word, Status status) {
        String name = gatheringName(scene, clause, word);
        if (name.indexOf(Article.LOST) >= 0) {
            return Optional.empty();
        }
        boolean bare = THIS.matcher(name.substring(0, name.length() - word.length())).matches();
        if (!bare) {
            return Optional.of(name);
        }
        Optional<String> full = calledBefore(scene, clause, word);
        return name.length() > word.length()
                ? full.or(() -> Optional.of(name))
                : full.filter(f -> status == Status.PLANNED);
    }

    private static Optional<String> calledBefore(Scene scene, Clause clause, Span word) {
        String text = scene.text().substring(0, clause.span().start());
        int end = text.lastIndexOf(scene.of(word));
        if (end < 0) {
            return Optional.empty();
        }
        int from = Math.max(0, end - LONGEST_NAME);
        for (String stop : List.of("。", "，", "；", "《", "“", "\n", "举行", "举办", "召开")) {
            from = Math.max(from, text.lastIndexOf(stop, end) + (text.lastIndexOf(stop, end) < 0 ? 1 : stop.length()));
        }
        Matcher numbered = NUMBERED.matcher(text.substring(from, end));
        return numbered.find()
                ? Optional.of(text.substring(from + numbered.start(), end + word.length()))
                : Optional.empty();
    }

    /** 在某会展中心举行: the name between 在 and the word, a place or a house that is read as an organisation. */
    private static Optional<String> venue(Scene scene, Clause clause) {
        return scene.names(clause.span()).stream().filter(n -> n.type() != Type.PERSON)
                .filter(n -> scene.left(clause, n.span()).endsWith("在") || scene.left(clause, n.span()).endsWith("于"))
                .filter(n -> HOLDS.matcher(scene.right(clause, n.span()).replaceFirst("^(?:隆重|盛大|正式|成功|如期|圆满)", ""))
                        .lookingAt())
                .filter(n -> n.type() == Type.PLACE || HOUSE.matcher(n.full()).find())
                .map(NameMention::full).findFirst();
    }

    private static boolean inTitle(String left) {
        return left.lastIndexOf('《') > left.lastIndexOf('》');
    }

    /** The day of the opening, told later in the paragraph or in the next one; only of what is told as over. */
    private static Optional<Period> opened(Scene scene, Clause clause) {
        if (!CLOSES.matcher(scene.of(clause)).find()) {
            return Optional.empty();
        }
        return scene.clauses().stream().filter(c -> c.index() > clause.index() && !c.headline())
                .filter(c -> c.paragraph() - clause.paragraph() <= 1)
                .flatMap(c -> scene.quantities(c.span(), Period.class).stream()
                        .filter(p -> p.precision() == Period.Precision.DAY)
                        .filter(p -> OPENING.matcher(scene.right(c, p.span())).find()))
                .findFirst();
    }

    /** 博览会将于11月上旬在…举办: stated between the name and the word, however coarse. */
    private static Optional<Period> heldOn(Scene scene, Clause clause, Span word) {
        Matcher holds = HOLDS.matcher(scene.right(clause, word));
        return holds.find()
                ? scene.quantities(new Span(word.end(), word.end() + holds.start()), Period.class).stream()
                        .filter(p -> p.precision() == Period.Precision.DAY || p.precision() == Period.Precision.MONTH
                                || p.precision() == Period.Precision.RUN)
                        .max(Comparator.comparing(Period::span))
                : Optional.empty();
    }

    /** From the start of the clause, or behind dates and 在 PLACE 举行, to the word that ends it. */
    private static String gatheringName(Scene scene, Clause clause, Span word) {
        String left = scene.left(clause, word);
        int from = 0;
        for (String stop : List.of("举行的", "召开的", "举办的", "举行", "举办", "召开", "的", "在", "从", "出席", "参加")) {
            int at = left.lastIndexOf(stop);
            if (at >= 0 && at + stop.length() > from) {
                from = at + stop.length();
            }
        }
        int base = clause.span().start();
        for (Period period : scene.quantities(clause.span(), Period.class)) {
            if (period.span().end() <= word.start()) {
                from = Math.max(from, period.span().end() - base);
            }
        }
        return left.substring(Math.min(from, left.length())).replaceFirst("^[上下]午", "").strip() + scene.of(word);
    }
}
