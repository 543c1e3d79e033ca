/**
 * A string to the values that it states. Plain Java, usable alone: {@link org.jingwei.quantity.QuantityReader} for text,
 * {@link org.jingwei.quantity.CellReader} for a cell of a table.
 *
 * <p>One rule a class, each beside its rows in {@code corpora/quantity.tsv}. {@code CalendarRule} asks festivals, plans,
 * dates, words for days, years and periods without a year, in this order; {@code WordRule} asks ranks, doublings and
 * fractions; {@code NumberRule} finds a number, its unit and its range, and asks the rule of the unit: ratios, money,
 * counts, measures, durations. {@code NotNumbers} holds what no rule may read.
 */
package org.jingwei.quantity;
