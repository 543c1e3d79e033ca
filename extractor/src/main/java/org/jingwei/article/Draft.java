package org.jingwei.article;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.article.Reading.Reason;
import org.jingwei.article.Reading.Rejected;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;

/** What is known of an article while its page is read. */
final class Draft {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\\u4e00-\\u9fff<>\"'，。）)】]+");

    final ChineseScript script;
    final RawPage raw;
    final Repairs repairs;
    final Credits credits = new Credits();
    /** The decoded page that all places count in. */
    String page;
    /** As shown; {@code null} when the page shows none. */
    MappedText headline;
    final List<MappedText> body = new ArrayList<>();
    Optional<String> title = Optional.empty();
    Optional<StatedTime> published;
    Optional<String> publisher = Optional.empty();
    Optional<String> source = Optional.empty();
    Optional<String> url;
    Optional<String> originalUrl = Optional.empty();

    Draft(RawPage raw, ChineseScript script) {
        this.raw = raw;
        this.script = script;
        this.repairs = new Repairs(script);
        this.url = raw.stated().url();
        this.published = raw.stated().published().flatMap(StatedTime::inField);
    }

    /** What the source calls the page, with single spaces; absent where that has no words. */
    Optional<String> statedTitle() {
        return raw.stated().title().map(t -> t.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip())
                .filter(t -> !Title.withoutSite(t).isEmpty());
    }

    /** Repaired, with single spaces. */
    MappedText line(MappedText text) {
        return Repairs.spaced(repairs.repair(text), true);
    }

    String simplified(CharSequence text) {
        return script.toSimplified(text.toString());
    }

    /** What the head or a line beside the article says, without damage, in simplified characters; noted nowhere. */
    String said(String text) {
        return simplified(new Repairs(script).repair(MappedText.of(text, 0, text.length())));
    }

    /** Reads a line that says who, when, from where. */
    void credit(String line) {
        credits.readLabels(line);
        credits.readReporters(line);
        credits.readByline(line);
        if (originalUrl.isEmpty() && Boilerplate.isOriginalAddress(line)) {
            Matcher address = WEB_ADDRESS.matcher(line);
            originalUrl = address.find() ? Optional.of(address.group()) : Optional.empty();
        }
    }

    /** Takes what the head says and what is shown beside the headline for the time of publication. */
    void publishedAs(Optional<StatedTime> head, Optional<StatedTime> shown) {
        if (published.isEmpty()) {
            published = head.isEmpty() || shown.isPresent() && shown.get().corrects(head.get()) ? shown : head;
        }
    }

    /** The article, or why there is none. */
    Reading finish() {
        var own = new MappedText.Builder(1024);
        var lines = new ArrayList<MappedText>();
        if (headline != null && headline.length() > 0) {
            lines.add(headline);
        }
        lines.addAll(body);
        for (MappedText line : lines) {
            if (own.length() > 0) {
                own.add('\n', own.lastEnd(), own.lastEnd());
            }
            own.add(line);
        }
        MappedText ownScript = own.build();
        int han = Characters.han(ownScript);
        if (ownScript.length() == 0) {
            return new Rejected(Reason.NOT_AN_ARTICLE, "nothing on the page reads as an article",
                    "Give the page of one article.");
        }
        if (han == 0 || han * 5 < letters(ownScript) || kana(ownScript) * 10 > han) {
            return new Rejected(Reason.NOT_CHINESE, "the text is not in Chinese: " + han + " of " + letters(ownScript)
                    + " letters are Chinese characters", "Only Chinese pages are read.");
        }
        var text = new StringBuilder();
        MappedText narrow = repairs.narrowed(ownScript);
        int changed = 0;
        for (String line : narrow.toString().split("\n", -1)) {
            String simple = script.toSimplified(line);
            for (int i = 0; i < line.length(); i++) {
                changed += line.charAt(i) != simple.charAt(i) ? 1 : 0;
            }
            text.append(text.length() == 0 ? "" : "\n").append(simple);
        }
        var offsets = new CodePoints(page);
        int[] start = new int[text.length()];
        int[] end = new int[text.length()];
        for (int i = 0; i < start.length; i++) {
            start[i] = offsets.at(ownScript.start(i));
            end[i] = offsets.behind(ownScript.end(i));
        }
        Optional<Span> first = headline == null || headline.length() == 0
                ? Optional.empty()
                : Optional.of(new Span(0, headline.length()));
        var changes = repairs.changes().stream()
                .map(c -> new Repair(c.kind(), new Span(offsets.at(c.from()), offsets.at(c.to())), c.restored()))
                .sorted((a, b) -> a.original().compareTo(b.original())).toList();
        Optional<String> called = first.map(span -> Title.withoutSite(span.of(text)))
                .filter(words -> !words.isEmpty()).or(() -> title);
        Optional<LocalDate> day = published.map(StatedTime::day)
                .or(() -> url.flatMap(StatedTime::inAddress));
        Optional<LocalTime> time = published.flatMap(StatedTime::time);
        var metadata = new Article.Metadata(called, day, time, publisher.filter(Article::isWhole),
                credits.source().or(() -> source).filter(Article::isWhole),
                credits.authors().stream().filter(Article::isWhole).toList(),
                credits.editors().stream().filter(Article::isWhole).toList(), url, originalUrl,
                changed >= 3 && changed * 50 > han);
        return new Reading.Read(new Article(raw, page, text.toString(), ownScript.toString(), first,
                new TextMap(start, end), changes, metadata));
    }

    private static int letters(CharSequence text) {
        return (int) text.chars().filter(Character::isLetter).count();
    }

    private static int kana(CharSequence text) {
        return (int) text.chars().filter(c -> c >= 0x3041 && c <= 0x30ff && c != '・' && c != 'ー').count();
    }
}
