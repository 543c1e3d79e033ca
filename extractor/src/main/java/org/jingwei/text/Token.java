package org.jingwei.text;

import org.jingwei.source.Span;

/**
 * A word.
 *
 * @param span in {@code Article.text}
 * @param word its characters
 * @param tag  part of speech in the ICTPOS set that HanLP uses (n, v, nr, ns, nt, m, q, t …)
 * @param frequency how often HanLP's dictionary saw the word; 0 for one that it does not have
 * @param pairs     how often it saw the word directly behind the one in front; 0 for never
 */
public record Token(Span span, String word, String tag, int frequency, int pairs) {}
