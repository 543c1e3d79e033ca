package org.jingwei.text;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jingwei.source.Span;

/**
 * Words and parts of speech by HanLP, which is asked for nothing else. Its settings are process-wide and mutable, so
 * this class makes a segment of its own, keeps the process-wide custom dictionary out of it, and copies every term.
 * Thread-safe.
 */
final class HanlpTagger {
    private static final String KNOWN = "上海举行推介会，增长8.6%。";
    private static final List<String> KNOWN_TAGS = List.of("上海/ns", "举行/v");
    /** Held here, because a logger that nobody holds forgets its level. HanLP reports missing data to it as warnings. */
    private static final Logger HANLP = Logger.getLogger("HanLP");

    private final Segment segment;

    /** @throws IllegalStateException when HanLP's data is not the one this program was made for */
    HanlpTagger() {
        HANLP.setLevel(Level.OFF);
        segment = new ViterbiSegment().enableCustomDictionary(false).enableNameRecognize(true)
                .enableTranslatedNameRecognize(true).enablePlaceRecognize(false).enableOrganizationRecognize(false)
                .enableOffset(true);
        check();
    }

    private void check() {
        List<String> found;
        try {
            found = tag(KNOWN, 0).stream().map(t -> t.word() + "/" + t.tag()).limit(KNOWN_TAGS.size()).toList();
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException("HanLP cannot read its dictionaries. " + REMEDY, e);
        }
        if (!found.equals(KNOWN_TAGS)) {
            throw new IllegalStateException(
                    "HanLP tags a known sentence as " + found + ", not as " + KNOWN_TAGS + ". " + REMEDY);
        }
    }

    private static final String REMEDY = "Put back the hanlp-portable jar that the build resolves, "
            + "and take any hanlp.properties of another program off the classpath.";

    /** The words of one sentence that starts at {@code offset}; white space gives none. */
    List<Token> tag(String sentence, int offset) {
        List<Token> tokens = new ArrayList<>();
        int before = -1;
        for (Term term : segment.seg(sentence)) {
            String word = term.word;
            if (!word.isBlank()) {
                int start = offset + term.offset;
                int id = CoreDictionary.getWordID(word);
                int frequency = id < 0 ? 0 : CoreDictionary.getTermFrequency(word);
                int pairs = id < 0 || before < 0 ? 0 : CoreBiGramTableDictionary.getBiFrequency(before, id);
                tokens.add(new Token(new Span(start, start + word.length()), word, term.nature.toString(), frequency,
                        pairs));
                before = id;
            }
        }
        return tokens;
    }
}
