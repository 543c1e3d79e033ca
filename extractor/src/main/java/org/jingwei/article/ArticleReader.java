package org.jingwei.article;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.article.Reading.Reason;
import org.jingwei.article.Reading.Rejected;
import org.jingwei.source.RawPage;

/**
 * Cuts the article out of its page: decodes the bytes, finds title, body and what the page says about itself,
 * repairs damage and simplifies characters, keeping for every character its place in the page. Thread-safe.
 */
public final class ArticleReader {
    private static final int MOST_BYTES = 50 * 1024 * 1024;
    /** Of a decoded page, in UTF-16 units: enough for pages that carry their pictures inside. */
    private static final int LONGEST_PAGE = 16_000_000;
    /** Of an article; the longest government reports have a fifth of it. */
    static final int LONGEST_TEXT = 500_000;
    /** Of a page with markup; saved pages of the busiest sites have a tenth of it. */
    private static final int MOST_TAGS = 250_000;
    private static final Pattern MARKUP = Pattern.compile(
            "(?is)^\\s*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|div|p|table|meta|title|article|section|h1)\\b.*");

    /** Two of these make markup of a text that begins with something else. */
    private static final Pattern BREAK = Pattern.compile("(?i)</(?:p|div|td|li|section)\\s*>|<br\\s*/?>");

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
            case Decoding.Result.Text decoded -> decoded.said(read(raw, decoded.text()));
        };
    }

    static Rejected tooLarge(String size) {
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
            case UNKNOWN -> isMarkup(decoded.substring(0, Math.min(4000, decoded.length())));
        };
        if (html && tags(decoded) > MOST_TAGS) {
            return tooLarge("more than " + MOST_TAGS + " tags");
        }
        var draft = new Draft(raw, script);
        Optional<Rejected> trouble = html
                ? new MarkupReader(draft).read(decoded)
                : new PlainReader(draft).read(decoded);
        return trouble.isPresent() ? trouble.get() : draft.finish();
    }

    private static boolean isMarkup(String beginning) {
        return MARKUP.matcher(beginning).matches() || BREAK.matcher(beginning).results().limit(2).count() == 2;
    }

    private static int tags(String page) {
        int tags = 0;
        for (int i = page.indexOf('<'); i >= 0; i = page.indexOf('<', i + 1)) {
            tags++;
        }
        return tags;
    }
}
