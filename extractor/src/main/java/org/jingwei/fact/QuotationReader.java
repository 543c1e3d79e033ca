package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * Direct speech in “”, with who says it named before (甲表示：“…”) or behind (“…”甲说). A name, a slogan or a term in “”
 * is no speech: only what a word of saying leads to, or what is a sentence, and only of a named speaker.
 */
final class QuotationReader {
    /** Fewer characters are speech only with a full stop of their own. */
    private static final int SHORTEST = 6;
    /** How far from the marks a speaker may be named. */
    private static final int REACH = 160;
    private static final String STOPS = "。！？；”\n";
    private static final Cue SENTENCE = Cue.of("[。！？!?…][’』]?$");
    private static final Pattern WHOLE = Pattern.compile("^(?:[。；！]|$)");
    /** Who is spoken to, or where. */
    private static final Cue OTHER_PART = Cue.of("(?:对|向|跟|与|告诉|接受|在|引述|引用|名叫)$");

    private final SpeechFrames frames = new SpeechFrames();

    List<Fact.Quotation> read(Scene scene) {
        var found = new ArrayList<Fact.Quotation>();
        for (Clause clause : scene.clauses()) {
            if (!clause.headline()) {
                marked(scene.text(), clause.span()).forEach(m -> read(scene, m).ifPresent(found::add));
            }
        }
        return List.copyOf(found);
    }

    /** Outermost pairs of marks in a clause, marks included. Marks hold a clause together, so none is cut. */
    private static List<Span> marked(String text, Span clause) {
        var marked = new ArrayList<Span>();
        int depth = 0;
        int from = 0;
        for (int i = clause.start(); i < clause.end(); i++) {
            if (text.charAt(i) == '“') {
                from = depth++ == 0 ? i : from;
            } else if (text.charAt(i) == '”' && depth > 0 && --depth == 0) {
                marked.add(new Span(from, i + 1));
            }
        }
        return marked;
    }

    private Optional<Fact.Quotation> read(Scene scene, Span marked) {
        String words = scene.text().substring(marked.start() + 1, marked.end() - 1);
        boolean sentence = SENTENCE.in(words);
        if (words.isBlank() || words.indexOf(Article.LOST) >= 0 || !sentence && words.length() < SHORTEST) {
            return Optional.empty();
        }
        String before = before(scene.text(), marked.start());
        String behind = behind(scene.text(), marked.end());
        if (frames.introduced(before)) {
            return introduced(scene, marked, before, behind, sentence);
        }
        boolean ends = sentence || before.isBlank() && (words.endsWith("，") || behind.matches("[，,].*"));
        Optional<Fact.Quotation> closed = ends ? closed(scene, marked, behind) : Optional.empty();
        return closed.isEmpty() && sentence && before.endsWith("，") ? opened(scene, marked, before) : closed;
    }

    private Optional<Fact.Quotation> introduced(Scene scene, Span marked, String before, String behind,
            boolean sentence) {
        boolean whole = WHOLE.matcher(behind).find();
        for (NameMention name : speakers(scene, new Span(marked.start() - before.length(), marked.start()))) {
            Optional<String> mark = frames.before(name,
                    scene.text().substring(name.span().end(), marked.start()));
            if (mark.isPresent()) {
                boolean speech = sentence || switch (mark.get()) {
                    case "：", ":" -> whole || behind.startsWith("，");
                    case "" -> whole && marked.length() > 2 * SHORTEST;
                    default -> whole;
                };
                return speech
                        ? Optional.of(quotation(scene, name, marked, new Span(name.span().start(), marked.start()),
                                "speaker before words"))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Fact.Quotation> closed(Scene scene, Span marked, String behind) {
        String lead = behind.replaceFirst("^[，,\\s]+", "");
        int from = marked.end() + behind.length() - lead.length();
        int to = from + lead.replaceFirst("(?s)[，。；！？：“”].*", "").length();
        for (NameMention name : speakers(scene, new Span(from, to))) {
            int end = name.span().end();
            Optional<Integer> frame = frames.behind(name,
                    scene.text().substring(end, Math.min(scene.text().length(), to + 1)));
            if (frame.isPresent()) {
                return Optional.of(
                        quotation(scene, name, marked, new Span(from, end + frame.get()), "speaker behind words"));
            }
        }
        return Optional.empty();
    }

    /** 甲说，…，“…。” */
    private Optional<Fact.Quotation> opened(Scene scene, Span marked, String before) {
        List<NameMention> names = speakers(scene, new Span(marked.start() - before.length(), marked.start()));
        for (NameMention name : names) {
            if (frames.opens(name, scene.text().substring(name.span().end(), marked.start()))) {
                return Optional.of(quotation(scene, name, marked, new Span(name.span().start(), marked.start()),
                        "speaker opens sentence"));
            }
            if (name.type() == Type.PERSON) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The names of a stretch, the last first; those spoken to left out. */
    private static List<NameMention> speakers(Scene scene, Span stretch) {
        return scene.names(stretch).reversed().stream()
                .filter(n -> !OTHER_PART.in(scene.text().substring(stretch.start(), n.span().start()))).toList();
    }

    /** What stands before a place in its sentence. */
    private static String before(String text, int at) {
        int from = at;
        while (from > 0 && at - from < REACH && STOPS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, at);
    }

    /** What stands behind a place on its line. */
    private static String behind(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(at, Math.min(end < 0 ? text.length() : end, at + REACH));
    }

    private static Fact.Quotation quotation(Scene scene, NameMention speaker, Span marked, Span frame, String rule) {
        Span words = new Span(marked.start() + 1, marked.end() - 1);
        return new Fact.Quotation(speaker.full(), scene.of(words),
                new Evidence(List.of(words, frame), rule, Grounds.QUOTATION));
    }
}
