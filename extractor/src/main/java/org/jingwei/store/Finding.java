package org.jingwei.store;

/**
 * Something about a store that is not as it should be.
 *
 * @param part   of the store: one of the names that {@link Examination} gives
 * @param what   is wrong, and where
 * @param remedy what to do about it
 */
public record Finding(String part, String what, String remedy) {}
