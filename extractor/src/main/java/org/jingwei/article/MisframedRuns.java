package org.jingwei.article;

import java.util.List;

/** The places of a line that were misread because bytes were lost or lost their frame. */
final class MisframedRuns {
    /** Characters between two marks of which a digit among them makes the one as misread as the others. */
    private static final int CLOSED = 8;

    private final Misframing misframing;

    MisframedRuns(ChineseScript script) {
        misframing = new Misframing(script);
    }

    /** The line with what can be restored; what cannot is {@link Article#LOST}. */
    MappedText repair(MappedText line, Changes changes) {
        String text = line.toString();
        if (text.indexOf('?') < 0 && text.indexOf('\ufffd') < 0) {
            return line;
        }
        var out = new MappedText.Builder(line.length());
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            int foreign = foreign(text, i);
            if (!isMark(text.charAt(i)) && foreign == i) {
                continue;
            }
            Misframing.Run run = foreign > i + 1 ? null : better(text, misframing.find(text, i));
            int marks = Math.max(foreign, i + 1);
            while (marks < text.length() && isMark(text.charAt(marks))) {
                marks++;
            }
            var kind = Repair.Kind.MISFRAMED_BYTES;
            if (run == null && isLost(text, i, marks)) {
                int to = lostEnd(text, marks);
                run = new Misframing.Run(i, to, List.of(new Misframing.Piece(i, to, Article.LOST)), -1, 0);
                kind = Repair.Kind.LOST_CHARACTERS;
            }
            if (run == null) {
                // Of a row of marks only the last ones can begin a run.
                i = Math.max(i, marks - 3);
                continue;
            }
            out.add(line, done, i);
            var restored = new StringBuilder();
            for (var piece : run.pieces()) {
                out.add(piece.restored(), line.start(piece.from()), line.end(piece.to() - 1));
                restored.append(piece.restored());
            }
            changes.note(kind, line, i, run.end(), restored.toString());
            if (run.supplied() >= 0) {
                var piece = run.pieces().get(run.supplied());
                changes.note(Repair.Kind.SUPPLIED_CHARACTER, line, piece.from(), piece.to(),
                        String.valueOf(piece.restored()));
            }
            done = run.end();
            i = done - 1;
        }
        return done == 0 ? line : out.add(line, done, text.length()).build();
    }

    /** The run, unless its mark is a question and the damage begins with a mark further on. */
    private Misframing.Run better(String text, Misframing.Run run) {
        if (run == null) {
            return null;
        }
        int from = run.at();
        while (from < run.end() && isMark(text.charAt(from))) {
            from++;
        }
        for (int i = from; i < run.end(); i++) {
            if (isMark(text.charAt(i))) {
                var other = misframing.find(text, i);
                if (other != null && other.score() > run.score() - (other.end() == run.end() ? 1 : 0)) {
                    return null;
                }
            }
        }
        return run;
    }

    /**
     * Whether the marks {@code [at, to)}, which begin no run, stand for lost characters rather than for a question: a
     * question mark before a digit, or two of them, where nothing has been asked.
     */
    private static boolean isLost(String text, int at, int to) {
        for (int i = at; i < to; i++) {
            if (text.charAt(i) == '\ufffd') {
                return true;
            }
        }
        if (at == 0 || to == text.length()) {
            return false;
        }
        char next = text.charAt(to);
        char before = text.charAt(at - 1);
        boolean alone = to - at == 1 && to + 1 < text.length() && Characters.isHan(text.charAt(to + 1));
        if (alone && isSign(next) && (Characters.isHan(before) || Characters.isDigit(before))
                || alone && isLetter(next) && Characters.isDigit(before)) {
            return true;
        }
        boolean inProse = Misframing.end(text, to) > to || closedEnd(text, to) > to
                || alone && isLetter(next) && Characters.isHan(before)
                || to - at == 1 && Characters.isDigit(before) && Characters.isHan(next)
                || to - at > 1 && !Characters.isSpace(before) && (Characters.isHan(next) || Characters.isWide(next));
        return inProse && !Questions.endsIn(text, at);
    }

    private static int lostEnd(String text, int at) {
        boolean sign = at < text.length() && (isSign(text.charAt(at)) || isLetter(text.charAt(at)));
        return sign ? at + 1 : Misframing.end(text, closedEnd(text, at));
    }

    /**
     * Behind the mark that closes a few characters with a full-width digit among them, or the single letter that does;
     * {@code from} for none.
     */
    private static int closedEnd(String text, int from) {
        boolean digit = false;
        for (int i = from; i < text.length() && i - from < CLOSED; i++) {
            char c = text.charAt(i);
            if (isMark(c)) {
                return digit ? i + 1 : from;
            }
            boolean inHan = i > from && i + 1 < text.length() && Characters.isHan(text.charAt(i - 1))
                    && Characters.isHan(text.charAt(i + 1));
            if (c >= 'a' && c <= 'z' && inHan) {
                return i + 1; // the second byte of a character: 一萬兩千 as ?蝗f兩千
            }
            if (!Characters.isHan(c) && !Characters.isWide(c)) {
                return from;
            }
            digit |= Characters.isDigit(c);
        }
        return from;
    }

    private static boolean isMark(char c) {
        return c == '?' || c == '\ufffd';
    }

    /**
     * Behind a row of U+FFFD and the foreign letters among them: in a block of another encoding two bytes may be a
     * letter by chance. {@code from} where no row begins.
     */
    private static int foreign(String text, int from) {
        int to = from;
        boolean marked = false;
        while (to < text.length() && (marked || to - from < CLOSED)) {
            char c = text.charAt(to);
            if (c != '\ufffd' && (c < 0x80 || c > 0x7ff || !Character.isLetter(c))) {
                break;
            }
            marked |= c == '\ufffd';
            to++;
        }
        return marked ? to : from;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** ASCII that can be the second byte of a Chinese character and never follows a question. */
    private static boolean isSign(char c) {
        return "\\^_`{|}~[]@".indexOf(c) >= 0;
    }
}
