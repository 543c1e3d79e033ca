/** A string to values: numbers, money, rates, counts, dates and periods, each with its bound and its span. */
package org.jingwei.quantity;
