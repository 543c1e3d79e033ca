package org.jingwei.article;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What markup inside a line does to the text around it. */
final class InlineMarkup {
    /** What becomes of an element: its text read, or left out with more or less doubt about the digits beside it. */
    enum Kind {
        TEXT,
        /** Shows nothing that counts; two digits that it parts are not certainly one number. */
        NOTHING,
        /** Shows something that is no text: a digit beside it may miss its neighbour. */
        PICTURE,
        /** Changes what the number before it says. */
        EXPONENT
    }

    private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "iframe", "frame", "select",
            "button", "textarea", "template", "audio", "video", "head", "datalist", "dialog", "noframes", "marquee",
            "rp", "rt");
    private static final Set<String> PICTURES = Set.of("img", "amp-img", "picture", "svg", "math", "object", "embed",
            "applet", "canvas", "map", "input");
    private static final Set<String> STRUCK = Set.of("s", "del", "strike");
    /** Elements that icons are drawn with. */
    private static final Set<String> ICONS = Set.of("i", "em", "b", "span");
    private static final Set<String> NEVER_SHOWN = Set.of("wbr", "br", "hr", "link", "meta", "source", "base");
    /** Of a style that is looked at, in UTF-16 units. */
    private static final int LONGEST_STYLE = 1000;
    private static final Pattern STRUCK_STYLE = Pattern.compile("(?i)text-decoration[^;]*:[^;]*line-through");
    private static final Pattern RAISED_STYLE = Pattern.compile("(?i)vertical-align\\s*:\\s*(?:super|sub)\\b");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|opacity\\s*:\\s*0?\\.?0*\\s*(?:%|;|!|$)"
                    + "|(?:^|[;\\s])(?:left|right|top|bottom|text-indent|margin(?:-left|-top)?)\\s*:\\s*"
                    + "-(?:\\d{4,}(?:\\.\\d+)?(?:px|pt|em|rem)?|[1-9]\\d{2}(?:\\.\\d+)?(?:em|rem|%|vw))");
    private static final Pattern NO_SIZE = Pattern
            .compile("(?i)font-size\\s*:\\s*0?\\.?0*\\s*(?:[a-z]{2,3}|%)?\\s*(?:;|!|$)");
    private static final Pattern SIZE = Pattern.compile("(?i)(?:font-size|visibility)\\s*:");
    /** A number or sign that refers to a note, alone or with others. */
    private static final Pattern NOTE = Pattern.compile(
            "(?:[\\[(（［【〔]?+(?:注|\\*|※)?+(?:\\d{1,3}+(?!\\d)(?:[,，、\\-–—]\\d{1,3}+(?!\\d))*+)?+[\\])）］】〕]?+[,，、]?+)++");
    private static final Pattern EXPONENT = Pattern.compile("[-−–+]?\\d{1,3}");
    private static final Pattern TEN = Pattern.compile("(?:^|.*[^\\d.])10");

    private InlineMarkup() {}

    /** @param before the text of the block before the element */
    static Kind of(Element element, CharSequence before) {
        String tag = element.normalName();
        if (PICTURES.contains(tag)) {
            return Kind.PICTURE;
        }
        String style = style(element);
        if (UNSEEN.contains(tag) || STRUCK.contains(tag)
                || !style.isEmpty() && STRUCK_STYLE.matcher(style).find()) {
            return Kind.NOTHING;
        }
        if (tag.equals("sup") || tag.equals("sub") || !style.isEmpty() && RAISED_STYLE.matcher(style).find()) {
            return raised(element.text().strip(), before);
        }
        if (element.childNodeSize() == 0 && !NEVER_SHOWN.contains(tag)) {
            boolean icon = ICONS.contains(tag) && (element.hasAttr("class") || !style.isEmpty());
            return icon ? Kind.PICTURE : Kind.NOTHING;
        }
        return Kind.TEXT;
    }

    /** Whether what is in the element is not shown, whatever kind of element it is. */
    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = style(element);
        if (style.isEmpty()) {
            return false;
        }
        var hidden = HIDDEN.matcher(style);
        boolean size = NO_SIZE.matcher(style).find();
        if (!hidden.find()) {
            return size && !restored(element);
        }
        return !hidden.group().startsWith("visibility") || !restored(element);
    }

    /** The beginning of the element's own style; empty for none. */
    private static String style(Element element) {
        String style = element.attributesSize() == 0 ? "" : element.attr("style");
        return style.length() > LONGEST_STYLE ? style.substring(0, LONGEST_STYLE) : style;
    }

    /** Whether something inside takes back what hides its parent: size and visibility are inherited. */
    private static boolean restored(Element element) {
        return element.select("[style]").stream()
                .anyMatch(inner -> inner != element && SIZE.matcher(inner.attr("style")).find());
    }

    private static Kind raised(String text, CharSequence before) {
        if (before.isEmpty() || text.isEmpty()) {
            return text.isEmpty() ? Kind.NOTHING : Kind.TEXT;
        }
        char last = before.charAt(before.length() - 1);
        if (EXPONENT.matcher(text).matches()
                && (TEN.matcher(before.subSequence(Math.max(0, before.length() - 3), before.length())).matches()
                        || (last == '米' || last == '里') && (text.equals("2") || text.equals("3")))) {
            return Kind.EXPONENT;
        }
        // m2 and CO2 are words
        boolean word = last < 0x80 && Character.isLetter(last);
        if (!word && NOTE.matcher(text).matches()) {
            return Kind.NOTHING;
        }
        return Characters.isDigit(last) && text.chars().anyMatch(c -> Characters.isDigit((char) c))
                ? Kind.PICTURE
                : Kind.TEXT;
    }
}
