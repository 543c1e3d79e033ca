package org.jingwei.text;

import java.util.List;
import java.util.Set;
import org.jingwei.article.Article;
import org.jingwei.source.Span;

/** A sentence with its words, and what the name rules ask about it. Offsets are those of {@code text}. */
final class Passage {
    /** Two words between which no name of an organisation runs. */
    private static final Set<String> STOPS = WordList.read("function-words.txt");
    private static final Set<String> ORG_VERBS = WordList.read("org-verbs.txt");

    /** Fields of government whose name has a 和 in it. */
    private static final List<String> FIELDS = List.of("经济和信息化", "工业和信息化", "发展和改革", "住房和城乡建设", "人力资源和社会保障", "文化和旅游",
            "文化广电和旅游", "自然资源和规划", "规划和自然资源", "科技和工业信息化", "卫生和计划生育", "交通和运输", "城市管理和综合执法", "粮食和物资储备", "林业和草原",
            "园林和林业", "国土资源和房屋管理", "网络安全和信息化", "机构和编制", "商务和投资促进", "投资和促进", "金融和国资");

    /** 网传某某集团: what is only said or supposed of somebody. The dictionary has no such words, so their edges are ours. */
    private static final List<String> HEARSAY = List.of("网传", "据传", "盛传", "误传", "谣传", "疑似", "所谓");

    final String text;
    final Span span;
    final boolean headline;
    final List<Token> tokens;
    private final Token[] at;

    Passage(String text, Span span, boolean headline, List<Token> tokens) {
        this.text = text;
        this.span = span;
        this.headline = headline;
        this.tokens = tokens;
        at = new Token[span.length()];
        for (Token token : tokens) {
            for (int i = token.span().start(); i < token.span().end(); i++) {
                at[i - span.start()] = token;
            }
        }
    }

    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }

    /** The character at {@code i}, or a line feed outside the sentence. */
    char charAt(int i) {
        return i < span.start() || i >= span.end() ? '\n' : text.charAt(i);
    }

    String sub(int from, int to) {
        return text.substring(from, to);
    }

    boolean startsWith(String prefix, int i) {
        return i + prefix.length() <= span.end() && text.startsWith(prefix, i);
    }

    /** Whether one of these stands somewhere in the sentence. */
    boolean has(String... some) {
        for (String word : some) {
            int found = text.indexOf(word, span.start(), span.end());
            if (found >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The word that covers {@code i}; null on white space and outside. */
    Token token(int i) {
        return i < span.start() || i >= span.end() ? null : at[i - span.start()];
    }

    /** Whether a word starts or ends at {@code i}. */
    boolean boundary(int i) {
        if (i <= span.start() || i >= span.end()) {
            return true;
        }
        return at[i - span.start()] == null || at[i - span.start()] != at[i - 1 - span.start()];
    }

    /** Whether no character in the span is lost and none is cut in two by its edges. */
    boolean isWhole(Span name) {
        return name.of(text).indexOf(Article.LOST) < 0 && !partsPair(name.start()) && !partsPair(name.end());
    }

    private boolean partsPair(int i) {
        return i > 0 && i < text.length() && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
    }

    static boolean han(char c) {
        return c >= 0x4e00 && c <= 0x9fff || c == '〇';
    }

    /** Whether nothing of a name stands directly in front of {@code i}: punctuation, white space, the start. */
    boolean clauseStart(int i) {
        char c = charAt(i - 1);
        return !han(c) && !Character.isLetterOrDigit(c) && c != '·' && c != '-' && c != '*' && c != '&';
    }

    /** Whether a name of an organisation may run across this word. */
    static boolean stop(Token token) {
        String word = token.word();
        String tag = token.tag();
        if (ORG_VERBS.contains(word)) {
            return false;
        }
        if (STOPS.contains(word)) {
            return true;
        }
        char first = tag.charAt(0);
        if (word.length() == 1) {
            // a brand's single characters are tagged as anything; only what is no character of a name stops
            return !han(word.charAt(0)) && !Character.isLetter(word.charAt(0)) || tag.equals("w");
        }
        return switch (first) {
            case 'w', 'p', 'c', 'u', 'd', 'r', 'y', 'e', 'o', 't', 'q' -> true;
            case 'm' -> !word.startsWith("第");
            case 'v' -> !tag.equals("vn");
            default -> false;
        };
    }

    static boolean orgVerb(String word) {
        return ORG_VERBS.contains(word);
    }

    static boolean stopWord(String word) {
        return STOPS.contains(word);
    }

    /** Whether a name may run across each word of {@code [from, to)}. */
    boolean runs(int from, int to) {
        for (int i = from; i < to;) {
            Token token = token(i);
            if (token == null) {
                return false;
            }
            if (stop(token) && !brackets(token.word())) {
                return false;
            }
            i = token.span().end();
        }
        return true;
    }

    private static boolean brackets(String word) {
        return word.length() == 1 && "()（）·&-".contains(word);
    }

    /**
     * Where a name that ends at {@code end} can start at the earliest: over words that a name may run across, and over
     * a short bracket of Han characters, never more than {@code most} characters.
     */
    int growLeft(int end, int most) {
        int from = end;
        if (!boundary(from)) {
            from = token(from).span().start();
        }
        while (from > span.start() && end - from < most) {
            char c = text.charAt(from - 1);
            if (c == ')' || c == '）') {
                int open = openBracket(from - 1);
                if (open < 0) {
                    break;
                }
                from = open;
                continue;
            }
            Token token = token(from - 1);
            if (token != null && token.word().equals("和") && compound(from - 1) >= 0) {
                from = compound(from - 1);
                continue;
            }
            if (token == null || stop(token)) {
                break;
            }
            from = token.span().start();
        }
        return behindHearsay(from, end);
    }

    private int behindHearsay(int from, int end) {
        int start = from;
        for (String word : HEARSAY) {
            int at = text.lastIndexOf(word, end - word.length());
            if (at + word.length() > start && at >= from) {
                start = at + word.length();
            }
        }
        return start;
    }

    /** Where the field of government starts that the 和 at {@code and} is in the middle of; -1 when it joins two names. */
    private int compound(int and) {
        for (String field : FIELDS) {
            int start = and - field.indexOf('和');
            if (start >= span.start() && text.startsWith(field, start)) {
                return start;
            }
        }
        return -1;
    }

    /** The bracket that {@code close} closes, when 1 to 8 Han characters or letters stand between. */
    private int openBracket(int close) {
        for (int i = close - 1; i >= Math.max(span.start(), close - 9); i--) {
            char c = text.charAt(i);
            if (c == '(' || c == '（') {
                return i < close - 1 ? i : -1;
            }
            if (!han(c) && !Character.isLetter(c)) {
                return -1;
            }
        }
        return -1;
    }
}
