package org.jingwei.publish;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;

/** A text that is matched only as long as its query may run, and the sizes that texts and numbers may have. */
final class BoundedText implements CharSequence {
    /** Longest text that a function builds, in UTF-16 code units. */
    static final int MOST_CHARACTERS = 1 << 20;
    /** Largest factor of a multiplication. */
    static final int MOST_BITS = 1 << 14;
    private static final int LOOKS_EVERY = 0x3fff;

    private final CharSequence text;
    private final AtomicBoolean cancelled;
    private final int[] read;

    private BoundedText(CharSequence text, AtomicBoolean cancelled, int[] read) {
        this.text = text;
        this.cancelled = cancelled;
        this.read = read;
    }

    static CharSequence of(String text, AtomicBoolean cancelled) {
        return new BoundedText(text, cancelled, new int[1]);
    }

    @Override
    public char charAt(int index) {
        if ((++read[0] & LOOKS_EVERY) == 0 && cancelled.get()) {
            throw new QueryCancelledException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The characters of a string or of a text with a language. @throws ExprEvalException when it is neither */
    static String string(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    /** @throws ExprEvalException when it is no regular expression */
    static Pattern pattern(String function, NodeValue pattern, NodeValue flags) {
        return RegexEngine.makePattern(function, string(function, pattern),
                flags == null ? null : string(function, flags));
    }

    /** @throws Answer.TooLarge when it is longer than a function may build */
    static void check(long characters, FunctionEnv env) {
        if (characters > MOST_CHARACTERS) {
            throw tooLarge(env, "A function of the query builds a text of more than " + MOST_CHARACTERS
                    + " characters. Nothing was cut silently: build shorter ones.");
        }
    }

    static RuntimeException tooLarge(FunctionEnv env, String message) {
        var refusal = new Answer.TooLarge(message);
        return env == null ? refusal : Job.of(env.getContext()).map(job -> job.refused(refusal)).orElse(refusal);
    }

    /** A text with the language of another. */
    static NodeValue like(Node other, String text) {
        String language = other.getLiteralLanguage();
        return NodeValue.makeNode(language.isEmpty()
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, language));
    }
}
