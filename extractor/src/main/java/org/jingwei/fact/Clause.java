package org.jingwei.fact;

import org.jingwei.source.Span;

/**
 * A stretch between two of ，；。！？： and their ASCII forms, outside quotation marks and brackets: the unit that rules read.
 *
 * @param index     number of the clause in the article, from 0
 * @param span      in {@code Article.text}, without the closing mark
 * @param sentence  number of its sentence
 * @param paragraph number of its line
 * @param headline  whether it is part of the headline, or the heading of a brief
 * @param mark      the closing mark; {@code '\n'} when there is none
 */
record Clause(int index, Span span, int sentence, int paragraph, boolean headline, char mark) {}
