package org.jingwei.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.article.ChineseScript;
import org.jingwei.source.Span;

/**
 * A sentence of the training text with the names that somebody marked in it: {@code [ORG 苏州高新区管委会]的客人到了。}
 *
 * @param text  the sentence without its marks
 * @param marks in order, not overlapping; offsets in {@code text}
 */
public record MarkedSentence(String text, List<Mark> marks) {
    /** Longer than any sentence of news, and longer than a line that can be checked by eye. */
    public static final int LONGEST = 400;

    private static final Pattern SPACE_AT_END = Pattern.compile("^\\s|\\s$");

    /** What a stretch of the sentence is. {@code PROJECT} and {@code EVENT} may hold names that nobody marked. */
    public enum Label {
        ORG(NameMention.Type.ORG), PLACE(NameMention.Type.PLACE), PERSON(NameMention.Type.PERSON), PROJECT(null), EVENT(
                null);

        private final NameMention.Type type;

        Label(NameMention.Type type) {
            this.type = type;
        }

        /** The type of name; none for stretches that are no name of an organisation, place or person. */
        public Optional<NameMention.Type> type() {
            return Optional.ofNullable(type);
        }
    }

    /** A marked stretch. */
    public record Mark(Span span, Label label) {}

    public MarkedSentence {
        marks = List.copyOf(marks);
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException when the line breaks the format; the message says where and what to do
     */
    public static MarkedSentence parse(String line) {
        if (!Normalizer.isNormalized(line, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("the line is not in Unicode form NFC; normalise it");
        }
        StringBuilder text = new StringBuilder(line.length());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '[') {
                int close = line.indexOf(']', i);
                int space = line.indexOf(' ', i);
                if (close < 0 || space < 0 || space > close) {
                    throw new IllegalArgumentException("column " + (i + 1)
                            + ": a mark is written [LABEL name]; brackets for anything else must be full-width");
                }
                Label label = label(line.substring(i + 1, space), i + 1);
                String name = line.substring(space + 1, close);
                if (name.isEmpty() || name.indexOf('[') >= 0 || SPACE_AT_END.matcher(name).find()) {
                    throw new IllegalArgumentException("column " + (i + 1) + ": the name of a mark is [" + name
                            + "]; it must not be empty, start or end with a space, or hold another mark");
                }
                int from = text.length();
                text.append(name);
                marks.add(new Mark(new Span(from, text.length()), label));
                i = close;
            } else if (c == ']') {
                throw new IllegalArgumentException("column " + (i + 1) + ": ] closes nothing");
            } else {
                text.append(c);
            }
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    text.length() + " characters; a sentence has at most " + LONGEST + ". Split it.");
        }
        return new MarkedSentence(text.toString(), marks);
    }

    /** The same sentence as the tagger gets it from an article: in simplified characters, one for each. */
    MarkedSentence simplified(ChineseScript script) {
        String simple = script.toSimplified(text);
        if (simple.length() != text.length()) {
            throw new IllegalStateException("simplifying changed the length of: " + text);
        }
        return new MarkedSentence(simple, marks);
    }

    private static Label label(String name, int column) {
        for (Label label : Label.values()) {
            if (label.name().equals(name)) {
                return label;
            }
        }
        throw new IllegalArgumentException("column " + column + ": [" + name + "] is no label; labels are "
                + List.of(Label.values()));
    }
}
