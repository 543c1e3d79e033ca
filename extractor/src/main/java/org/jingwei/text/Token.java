package org.jingwei.text;

import org.jingwei.source.Span;

/**
 * A word.
 *
 * @param span in {@code Article.text}
 * @param word its characters
 * @param tag  part of speech in the ICTPOS set that HanLP uses (n, v, nr, ns, nt, m, q, t …)
 */
public record Token(Span span, String word, String tag) {}
