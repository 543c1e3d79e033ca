package org.jingwei.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.article.Reading.Rejected;

/** Reads a page without markup: sorts its lines into headline, body and what belongs to neither. */
final class PlainReader {
    private static final Pattern ITEM = Pattern.compile("^(?:\\d{1,3}[.、．)）]|[（(]?[一二三四五六七八九十]{1,3}[)）、])");

    private final Draft draft;

    PlainReader(Draft draft) {
        this.draft = draft;
    }

    /** Reads the decoded text into the draft. */
    Optional<Rejected> read(String decoded) {
        Optional<String> stated = draft.statedTitle();
        draft.page = stated.isPresent() && !begins(decoded, stated.get()) ? stated.get() + "\n" + decoded : decoded;
        if (draft.page.length() > ArticleReader.LONGEST_TEXT) {
            return Optional.of(ArticleReader.tooLarge(draft.page.length() + " characters of text"));
        }
        var lines = new ArrayList<MappedText>();
        for (MappedText piece : PlainPage.lines(draft.page)) {
            MappedText line = draft.line(piece);
            if (line.length() > 0) {
                lines.add(line);
            }
        }
        stated.ifPresent(title -> splitOff(lines, title));
        select(lines, stated);
        return NoArticle.of(draft.body.stream().map(draft::simplified).toList());
    }

    /** Whether one of the first lines is the title, or begins with it in brackets. */
    private boolean begins(String text, String title) {
        String wanted = draft.simplified(PageText.squeezed(title));
        int line = 0;
        for (MappedText piece : PlainPage.lines(text.substring(0, Math.min(text.length(), 4000)))) {
            String got = draft.simplified(PageText.squeezed(new Repairs(draft.script).repair(piece)));
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
        String wanted = draft.simplified(PageText.squeezed(title));
        for (int i = 0; i < lines.size() && i < 6; i++) {
            MappedText line = lines.get(i);
            int close = line.toString().indexOf(line.charAt(0) == '【' ? '】' : ']');
            if ((line.charAt(0) == '【' || line.charAt(0) == '[') && close > 1
                    && draft.simplified(PageText.squeezed(line.subSequence(1, close))).equals(wanted)) {
                lines.set(i, line.subSequence(1, close).strip());
                if (close + 1 < line.length()) {
                    lines.add(i + 1, line.subSequence(close + 1, line.length()).strip());
                }
                return;
            }
        }
    }

    /** Sorts the lines of a text into headline, body and what belongs to neither. */
    private void select(List<MappedText> lines, Optional<String> stated) {
        var plain = lines.stream().map(line -> Characters.narrowed(draft.simplified(line))).toList();
        var kinds = plain.stream().map(Boilerplate::of).toList();
        int headline = -1;
        if (stated.isPresent()) {
            String wanted = Characters.narrowed(draft.simplified(PageText.squeezed(stated.get())));
            for (int i = 0; i < plain.size() && i < 6 && headline < 0; i++) {
                headline = PageText.squeezed(plain.get(i)).equals(wanted) ? i : -1;
            }
        } else {
            headline = likelyHeadline(plain, kinds);
        }
        var site = new ArrayList<String>();
        String shown = headline < 0 ? null : PageText.squeezed(plain.get(headline));
        int comments = Comments.first(plain);
        boolean over = false;
        Optional<StatedTime> published = Optional.empty();
        for (int i = 0; i < plain.size(); i++) {
            String line = plain.get(i);
            if (i >= comments && !draft.body.isEmpty()) {
                break;
            }
            if (i == headline) {
                draft.headline = lines.get(i);
                continue;
            }
            boolean ending = over && !isSentence(line) && !isItem(plain, i);
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
                    if (Boilerplate.isTime(line) && !draft.body.isEmpty() && !over && StatedTime.in(line).isEmpty()) {
                        draft.body.add(Repairs.spaced(lines.get(i), false));
                        continue;
                    }
                    draft.credit(line);
                    published = published.isPresent() || over
                            ? published
                            : draft.body.isEmpty() ? ShownTime.above(line) : ShownTime.below(line);
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
        draft.publishedAs(Optional.empty(), published);
        draft.publisher = draft.publisher.or(() -> Publisher.in(site));
    }

    /** Whether the line is one of a numbered list, such as that of the projects which an article tells of. */
    private static boolean isItem(List<String> lines, int i) {
        return ITEM.matcher(lines.get(i)).find()
                && (i > 0 && ITEM.matcher(lines.get(i - 1)).find()
                        || i + 1 < lines.size() && ITEM.matcher(lines.get(i + 1)).find());
    }

    /** Without 【headline】 before it. */
    private MappedText withoutHeadline(MappedText line, String headline) {
        int close = line.charAt(0) == '【' ? line.toString().indexOf('】') : -1;
        return headline != null && close > 0 && close + 1 < line.length()
                && Characters.narrowed(draft.simplified(PageText.squeezed(line.subSequence(1, close)))).equals(headline)
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
                boolean more = lines.subList(i + 1, lines.size()).stream().anyMatch(PlainReader::isSentence);
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
}
