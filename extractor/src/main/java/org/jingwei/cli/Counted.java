package org.jingwei.cli;

/** Numbers of things in English: 1 article, 2 articles. */
final class Counted {
    private Counted() {}

    /** @param one what a single one is called; its plural ends in -s */
    static String of(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
