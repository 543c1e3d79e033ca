package org.jingwei.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Folded text to terms: numbers and words of letters whole, Chinese characters in pairs as Lucene's CJKAnalyzer has
 * them, and each by itself too, for a search that begins or ends with a single one (86亿 in 86亿元). English text has
 * the stems of its words besides.
 */
final class SearchAnalyzer extends AnalyzerWrapper {
    /** Of all texts. */
    static final String WORDS = "words";
    /** Of English texts. */
    static final String STEMS = "stems";

    private final Analyzer pairs = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, new CJKBigramFilter(tokens,
                    CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL,
                    true));
        }
    };
    private final Analyzer english = new EnglishAnalyzer();

    SearchAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return field.equals(STEMS) ? english : pairs;
    }

    /** A term at its place in a phrase. */
    record Placed(String term, int position) {}

    /** What a text must have one behind the other: pairs, and single characters only where no pair has them. */
    List<Placed> phrase(String field, String folded) {
        var singles = new ArrayList<Placed>();
        var phrase = new TreeMap<Integer, Placed>();
        var paired = new HashSet<Integer>();
        try (TokenStream tokens = tokenStream(field, folded)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var step = tokens.addAttribute(PositionIncrementAttribute.class);
            var type = tokens.addAttribute(TypeAttribute.class);
            int position = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                position += step.getPositionIncrement();
                var placed = new Placed(term.toString(), position);
                if (type.type().equals(CJKBigramFilter.SINGLE_TYPE)) {
                    singles.add(placed);
                } else {
                    phrase.put(position, placed);
                    if (type.type().equals(CJKBigramFilter.DOUBLE_TYPE)) {
                        paired.add(position);
                        paired.add(position + 1);
                    }
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new IllegalStateException(e); // it reads from memory
        }
        singles.stream().filter(single -> !paired.contains(single.position))
                .forEach(single -> phrase.put(single.position, single));
        return List.copyOf(phrase.values());
    }
}
