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

/**
 * Cuts the article out of its page: decodes the bytes, finds title, body and what the page says about itself,
 * repairs damage and simplifies characters, keeping for every character its place in the page. Thread-safe.
 */
public final class ArticleReader {
    private static final int MOST_BYTES = 50 * 1024 * 1024;
    /** Of a decoded page, in UTF-16 units: enough for pages that carry their pictures inside. */
    private static final int LONGEST_PAGE = 16_000_000;
    /** Of an article; the longest government reports have a fifth of it. */
    private static final int LONGEST_TEXT = 500_000;
    private static final Pattern MARKUP = Pattern.compile(
            "(?is)^\\s*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|div|p|table|meta|title|article|section|h1)\\b.*");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\\u4e00-\\u9fff<>\"'，。）)】]+");

    private final ChineseScript script;
    private final Decoding decoding;

    public ArticleReader(ChineseScript script) {
        this.script = script;
        this.decoding = new Decoding(script);
    }

    /** Never throws for anything the page may hold. */
    public Reading read(RawPage raw) {
        if (raw.content().length > MOST_BYTES) {
            return tooLarge(raw.content().length + " bytes");
        }
        return switch (decoding.decode(raw.content(), raw.stated().charset())) {
            case Decoding.Result.Failed failed -> failed.rejected();
            case Decoding.Result.Text decoded -> read(raw, decoded.text());
        };
    }

    private static Rejected tooLarge(String size) {
        return new Rejected(Reason.TOO_LARGE, "too large for an article: " + size,
                "Give single articles; archives go in as JSON Lines, one object a line.");
    }

    private Reading read(RawPage raw, String decoded) {
        if (decoded.isBlank()) {
            return new Rejected(Reason.EMPTY, "the page is empty", "Save the page again.");
        }
        if (decoded.length() > LONGEST_PAGE) {
            return tooLarge(decoded.length() + " characters");
        }
        boolean html = switch (raw.kind()) {
            case HTML -> true;
            case TEXT -> false;
            case UNKNOWN -> MARKUP.matcher(decoded.substring(0, Math.min(4000, decoded.length()))).matches();
        };
        var draft = new Draft(raw);
        Rejected trouble = html ? markup(draft, decoded) : plain(draft, decoded);
        return trouble != null ? trouble : finish(draft);
    }

    /** What is known of an article while it is read. */
    private final class Draft {
        final RawPage raw;
        final Repairs repairs = new Repairs(script);
        final Credits credits = new Credits();
        String page;
        MappedText headline;
        List<MappedText> body = new ArrayList<>();
        Optional<String> title = Optional.empty();
        Optional<StatedTime> published = Optional.empty();
        Optional<LocalDate> dated = Optional.empty();
        Optional<String> publisher = Optional.empty();
        Optional<String> source = Optional.empty();
        Optional<String> url;
        Optional<String> originalUrl = Optional.empty();

        Draft(RawPage raw) {
            this.raw = raw;
            this.url = raw.stated().url();
            this.published = raw.stated().published().flatMap(StatedTime::inField);
        }

        /** Repaired, with single spaces. */
        MappedText line(MappedText text) {
            return Repairs.spaced(repairs.repair(text), true);
        }
    }

    private String simplified(CharSequence text) {
        return script.toSimplified(text.toString());
    }

    private Rejected plain(Draft draft, String decoded) {
        Optional<String> stated = draft.raw.stated().title().map(t -> t.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip())
                .filter(t -> !t.isEmpty());
        draft.page = stated.isPresent() && !begins(decoded, stated.get()) ? stated.get() + "\n" + decoded : decoded;
        var pieces = PlainPage.lines(draft.page);
        if (draft.page.length() > LONGEST_TEXT) {
            return tooLarge(draft.page.length() + " characters of text");
        }
        var lines = new ArrayList<MappedText>();
        for (MappedText piece : pieces) {
            MappedText line = draft.line(piece);
            if (line.length() > 0) {
                lines.add(line);
            }
        }
        stated.ifPresent(title -> splitOff(lines, title));
        select(draft, lines, stated);
        return null;
    }

    private static String squeezed(CharSequence text) {
        return text.toString().replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    /** Whether one of the first lines is the title, or begins with it in brackets. */
    private boolean begins(String text, String title) {
        String wanted = simplified(squeezed(title));
        int line = 0;
        for (MappedText piece : PlainPage.lines(text.substring(0, Math.min(text.length(), 4000)))) {
            String got = simplified(squeezed(new Repairs(script).repair(piece)));
            if (got.length() > wanted.length() + 40 && isSentence(got) && !got.startsWith("【")) {
                return false; // the text has begun without it
            }
            if (got.equals(wanted) || got.startsWith("【" + wanted + "】") || got.startsWith("[" + wanted + "]")) {
                return true;
            }
            if (++line == 6) {
                break;
            }
        }
        return false;
    }

    /** Makes 【title】 before a text a line of its own, without the brackets. */
    private void splitOff(List<MappedText> lines, String title) {
        String wanted = simplified(squeezed(title));
        for (int i = 0; i < lines.size() && i < 6; i++) {
            MappedText line = lines.get(i);
            int close = line.toString().indexOf(line.charAt(0) == '【' ? '】' : ']');
            if ((line.charAt(0) == '【' || line.charAt(0) == '[') && close > 1
                    && simplified(squeezed(line.subSequence(1, close))).equals(wanted)) {
                lines.set(i, line.subSequence(1, close).strip());
                if (close + 1 < line.length()) {
                    lines.add(i + 1, line.subSequence(close + 1, line.length()).strip());
                }
                return;
            }
        }
    }

    /** Sorts the lines of a text into headline, body and what belongs to neither. */
    private void select(Draft draft, List<MappedText> lines, Optional<String> stated) {
        var plain = lines.stream().map(line -> Characters.narrowed(simplified(line))).toList();
        var kinds = plain.stream().map(Boilerplate::of).toList();
        int headline = -1;
        if (stated.isPresent()) {
            String wanted = Characters.narrowed(simplified(squeezed(stated.get())));
            for (int i = 0; i < plain.size() && i < 6 && headline < 0; i++) {
                headline = squeezed(plain.get(i)).equals(wanted) ? i : -1;
            }
        } else {
            headline = likelyHeadline(plain, kinds);
        }
        var site = new ArrayList<String>();
        String shown = headline < 0 ? null : squeezed(plain.get(headline));
        boolean over = false;
        for (int i = 0; i < plain.size(); i++) {
            String line = plain.get(i);
            if (i == headline) {
                draft.headline = lines.get(i);
                continue;
            }
            boolean ending = over && !isSentence(line);
            switch (kinds.get(i)) {
                case TEXT -> {
                    if (i > headline && !ending) {
                        draft.body.add(Repairs.spaced(withoutHeadline(lines.get(i), shown), false));
                        draft.credits.readReporters(line);
                        over = false;
                    } else {
                        site.add(line);
                    }
                }
                case CREDITS -> {
                    credits(draft, line);
                    site.add(line);
                    over = over || !draft.body.isEmpty()
                            && (Boilerplate.closes(line) || Boilerplate.isOriginalAddress(line));
                }
                case SITE, CAPTION -> site.add(line);
                case OTHERS, COMMENTS, NOTICE -> {
                    site.add(line);
                    over = over || !draft.body.isEmpty();
                }
            }
        }
        draft.publisher = draft.publisher.or(() -> Publisher.in(site));
    }

    /** Without 【headline】 before it. */
    private MappedText withoutHeadline(MappedText line, String headline) {
        int close = line.charAt(0) == '【' ? line.toString().indexOf('】') : -1;
        return headline != null && close > 0 && close + 1 < line.length()
                && Characters.narrowed(simplified(squeezed(line.subSequence(1, close)))).equals(headline)
                        ? line.subSequence(close + 1, line.length()).strip()
                        : line;
    }

    private static boolean isSentence(String line) {
        return line.length() > 25 && line.matches("(?s).*[。！？；，,].*");
    }

    /**
     * Before the first sentence: the line right above the day of publication, or else the last line that can be one;
     * -1 where no line can.
     */
    private static int likelyHeadline(List<String> lines, List<Boilerplate.Kind> kinds) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (kinds.get(i) == Boilerplate.Kind.TEXT) {
                boolean can = canBeHeadline(lines.get(i));
                boolean more = lines.subList(i + 1, lines.size()).stream().anyMatch(ArticleReader::isSentence);
                if (can && more && i + 1 < lines.size() && kinds.get(i + 1) == Boilerplate.Kind.CREDITS) {
                    return i;
                }
                if (isSentence(lines.get(i))) {
                    return last < 0 && can && more ? i : last;
                }
                last = can && more && (last < 0 || lines.get(i).length() > 8) ? i : last;
            }
        }
        return -1;
    }

    private static boolean canBeHeadline(String line) {
        return line.length() >= 5 && line.length() <= 60 && !line.matches("(?s).*[。；，,：:]$|.*。.*");
    }

    private void credits(Draft draft, String line) {
        draft.credits.readLabels(line);
        draft.credits.readReporters(line);
        if (draft.published.isEmpty()) {
            draft.published = StatedTime.in(line);
        }
        if (draft.originalUrl.isEmpty() && Boilerplate.isOriginalAddress(line)) {
            Matcher address = WEB_ADDRESS.matcher(line);
            draft.originalUrl = address.find() ? Optional.of(address.group()) : Optional.empty();
        }
    }

    private Rejected markup(Draft draft, String decoded) {
        draft.page = decoded;
        Markup markup = Markup.parse(decoded);
        var metadata = new MarkupMetadata(markup.document());
        var titles = new ArrayList<String>();
        draft.raw.stated().title().ifPresent(titles::add);
        titles.addAll(metadata.titles());
        var page = new PageText(markup, script, titles, metadata.summary());
        var content = new MainContent(page).find();
        if (content.isEmpty()) {
            var whole = new PageText(markup.withHidden(), script, titles, metadata.summary());
            content = new MainContent(whole).find();
            page = content.isEmpty() ? page : whole;
        }
        var refused = NoArticle.of(page, content);
        if (refused.isPresent() || content.isEmpty()) {
            return refused.orElseThrow();
        }
        var found = content.get();
        if (found.body().stream().mapToLong(block -> block.text().length()).sum() > LONGEST_TEXT) {
            return tooLarge("more than " + LONGEST_TEXT + " characters of text");
        }
        draft.published = draft.published.or(metadata::published);
        draft.source = metadata.source().map(this::simplified);
        metadata.author().ifPresent(author -> draft.credits.readLabels("作者：" + simplified(author)));
        metadata.editor().ifPresent(editor -> draft.credits.readLabels("编辑：" + simplified(editor)));
        draft.publisher = metadata.publisher().map(this::simplified);
        draft.url = draft.url.or(metadata::url);
        found.headline().ifPresent(block -> draft.headline = draft.line(Alignment.mapped(block, decoded)));
        if (draft.headline == null) {
            draft.headline = windowTitle(draft, markup, decoded).orElse(null);
        }
        for (Block block : found.body()) {
            MappedText line = draft.line(Alignment.mapped(block, decoded));
            if (line.length() > 0) {
                // The cells of a row stay apart.
                draft.body.add(Repairs.spaced(line, block.pieces().contains(null)));
                draft.credits.readReporters(simplified(line));
            }
        }
        var site = new ArrayList<String>();
        for (var around : found.around()) {
            if (around.plain().length() <= 300) {
                if (around.kind() == Boilerplate.Kind.CREDITS) {
                    credits(draft,
                            Characters.narrowed(simplified(new Repairs(script).repair(plainText(around.block())))));
                }
                site.add(around.plain());
            }
        }
        draft.publisher = draft.publisher
                .or(() -> titles.stream().map(Title::site).flatMap(Optional::stream).findFirst()
                        .map(this::simplified))
                .or(() -> Publisher.in(site));
        draft.title = metadata.titles().stream().findFirst().map(t -> simplified(Title.withoutSite(t)));
        return null;
    }

    private static MappedText plainText(Block block) {
        return MappedText.of(block.text(), 0, block.text().length());
    }

    /** The headline in the window's title, where the page shows none. */
    private Optional<MappedText> windowTitle(Draft draft, Markup markup, String page) {
        var element = markup.document().selectFirst("title");
        if (element == null || element.textNodes().isEmpty()) {
            return Optional.empty();
        }
        var pieces = element.textNodes();
        var block = new Block(0, "title", pieces, element.text(), 0, 0, 0, 0, 0, false, false);
        MappedText whole = Alignment.mapped(block, page);
        String headline = Title.withoutSite(whole.toString());
        if (Title.isNone(headline) || Title.isSite(simplified(headline))) {
            return Optional.empty();
        }
        int at = whole.toString().indexOf(headline);
        return at < 0 || headline.isEmpty()
                ? Optional.empty()
                : Optional.of(draft.line(whole.subSequence(at, at + headline.length())));
    }

    private Reading finish(Draft draft) {
        var own = new MappedText.Builder(1024);
        var lines = new ArrayList<MappedText>();
        if (draft.headline != null && draft.headline.length() > 0) {
            lines.add(draft.headline);
        }
        lines.addAll(draft.body);
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
        if (han * 5 < letters(ownScript) || kana(ownScript) * 10 > han) {
            return new Rejected(Reason.NOT_CHINESE, "the text is not in Chinese: " + han + " of " + letters(ownScript)
                    + " letters are Chinese characters", "Only Chinese pages are read.");
        }
        var text = new StringBuilder();
        MappedText narrow = draft.repairs.narrowed(ownScript);
        int changed = 0;
        for (String line : narrow.toString().split("\n", -1)) {
            String simple = script.toSimplified(line);
            for (int i = 0; i < line.length(); i++) {
                changed += line.charAt(i) != simple.charAt(i) ? 1 : 0;
            }
            text.append(text.length() == 0 ? "" : "\n").append(simple);
        }
        var offsets = new CodePoints(draft.page);
        int[] start = new int[text.length()];
        int[] end = new int[text.length()];
        for (int i = 0; i < start.length; i++) {
            start[i] = offsets.at(ownScript.start(i));
            end[i] = offsets.at(ownScript.end(i));
        }
        Optional<Span> headline = draft.headline == null || draft.headline.length() == 0
                ? Optional.empty()
                : Optional.of(new Span(0, draft.headline.length()));
        var repairs = draft.repairs.changes().stream()
                .map(c -> new Repair(c.kind(), new Span(offsets.at(c.from()), offsets.at(c.to())), c.restored()))
                .sorted((a, b) -> a.original().compareTo(b.original())).toList();
        Optional<String> title = headline.map(span -> Title.withoutSite(span.of(text))).or(() -> draft.title);
        Optional<LocalDate> day = draft.published.map(StatedTime::day)
                .or(() -> draft.url.flatMap(StatedTime::inAddress));
        Optional<LocalTime> time = draft.published.flatMap(StatedTime::time);
        var metadata = new Article.Metadata(title, day, time, draft.publisher,
                draft.credits.source().or(() -> draft.source),
                draft.credits.authors(), draft.credits.editors(), draft.url, draft.originalUrl,
                changed >= 3 && changed * 50 > han);
        return new Reading.Read(new Article(draft.raw, draft.page, text.toString(), ownScript.toString(), headline,
                new TextMap(start, end), repairs, metadata));
    }

    private static int letters(CharSequence text) {
        return (int) text.chars().filter(Character::isLetter).count();
    }

    private static int kana(CharSequence text) {
        return (int) text.chars().filter(c -> c >= 0x3041 && c <= 0x30ff && c != '・' && c != 'ー').count();
    }
}
