package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import org.jingwei.source.Span;
import org.jingwei.text.Sentence;

/** Sentences to clauses. */
final class ClauseSplitter {
    private static final String MARKS = "，；。！？：,;!?:";
    private static final String OPENING = "“‘《（(【「『[";
    private static final String CLOSING = "”’》）)】」』]";

    private static final int SHORTEST_HEADING = 8;

    private ClauseSplitter() {}

    static List<Clause> split(String text, List<Sentence> sentences) {
        var clauses = new ArrayList<Clause>();
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            int from = sentence.span().start();
            int depth = 0;
            for (int i = from; i < sentence.span().end(); i++) {
                char c = text.charAt(i);
                if (OPENING.indexOf(c) >= 0) {
                    depth++;
                } else if (CLOSING.indexOf(c) >= 0) {
                    depth = Math.max(0, depth - 1);
                } else if (depth == 0 && closes(text, i)) {
                    add(clauses, text, from, i, s, sentence, c);
                    from = i + 1;
                }
            }
            add(clauses, text, from, sentence.span().end(), s, sentence, '\n');
        }
        return List.copyOf(clauses);
    }

    /** 【某市：一项目投产】 in front of a brief is its headline. */
    private static boolean heading(String text, Sentence sentence) {
        Span span = sentence.span();
        return text.charAt(span.start()) == '【' && text.charAt(span.end() - 1) == '】'
                && span.length() >= SHORTEST_HEADING && (span.start() == 0 || text.charAt(span.start() - 1) == '\n');
    }

    /** A comma or colon between two digits belongs to a number or a time of day. */
    private static boolean closes(String text, int i) {
        if (MARKS.indexOf(text.charAt(i)) < 0) {
            return false;
        }
        return !(i > 0 && i + 1 < text.length() && isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void add(List<Clause> clauses, String text, int from, int to, int number, Sentence sentence,
            char mark) {
        if (!text.substring(from, to).isBlank()) {
            clauses.add(new Clause(clauses.size(), new Span(from, to), number, sentence.paragraph(),
                    sentence.headline() || heading(text, sentence), mark));
        }
    }
}
