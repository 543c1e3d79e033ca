package org.jingwei.article;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;

/**
 * An article cut out of its page.
 *
 * @param raw      the page it came in
 * @param page     the decoded page text that all evidence offsets count in (in Unicode code points): the markup of an
 *                 HTML page, the characters of a text, title and text with a line feed between for a JSON Lines
 *                 object whose text does not contain its title
 * @param text     what is read: headline (when there is one) and body paragraphs, one a line, joined by a line feed;
 *                 repaired, in simplified characters, ASCII digits, without spaces between Han characters; a place
 *                 that could not be restored is one {@link #LOST}
 * @param ownScript the same lines in the page's own script: repaired, but neither simplified nor with full-width digits
 *                 and letters made ASCII; as long as {@code text}; what {@code --format text} prints
 * @param headline the span of the headline in {@code text}; absent when the page states none
 * @param map      from {@code text} to {@code page}
 * @param repairs  what was changed, in page order
 * @param metadata what the page says about itself
 * @param charset  how the bytes became characters
 */
public record Article(RawPage raw, String page, String text, String ownScript, Optional<Span> headline, TextMap map,
        List<Repair> repairs, Metadata metadata, Charset charset) {

    /** The geta mark, which printers set for a character they do not have. Nothing is read from it or next to it. */
    public static final char LOST = '〓';

    private static final Pattern DAMAGE = Pattern
            .compile("[(][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*[)]|\ufffd|" + LOST);

    public Article {
        if (map.length() != text.length()) {
            throw new IllegalArgumentException("map and text differ in length: " + map.length() + ", " + text.length());
        }
        repairs = List.copyOf(repairs);
    }

    /** An article of a page in UTF-8 of which there is nothing to remark. */
    public Article(RawPage raw, String page, String text, String ownScript, Optional<Span> headline, TextMap map,
            List<Repair> repairs, Metadata metadata) {
        this(raw, page, text, ownScript, headline, map, repairs, metadata, new Charset("UTF-8", Optional.empty()));
    }

    /**
     * Whether words can be published: no character of them is lost ({@link #LOST}, U+FFFD), and no pronunciation stands
     * in them.
     */
    public static boolean isWhole(String words) {
        return !DAMAGE.matcher(words).find();
    }

    /** The same article of a page in another charset. */
    Article with(Charset other) {
        return new Article(raw, page, text, ownScript, headline, map, repairs, metadata, other);
    }

    /**
     * @param name   of the charset that the bytes were read in, as the Encoding Standard or Java calls it
     * @param remark what a reader should know about it, in English: a label that was passed over because it names
     *               nothing or the bytes contradict it, or places that are no character
     */
    public record Charset(String name, Optional<String> remark) {}

    /**
     * @param title         in simplified characters; the headline without a site name
     * @param published     day of publication: the reading context of every date without a year
     * @param publishedTime time of day on the page's clock, where it states one
     * @param publisher     the site or paper that published the page
     * @param source        what the page names as its source (来源)
     * @param authors       in the order of the page
     * @param editors       in the order of the page
     * @param url           of this page
     * @param originalUrl   of the page that this one reprints
     * @param traditional   whether the page is written in traditional characters
     */
    public record Metadata(Optional<String> title, Optional<LocalDate> published, Optional<LocalTime> publishedTime,
            Optional<String> publisher, Optional<String> source, List<String> authors, List<String> editors,
            Optional<String> url, Optional<String> originalUrl, boolean traditional) {
        public Metadata {
            authors = List.copyOf(authors);
            editors = List.copyOf(editors);
        }
    }
}
