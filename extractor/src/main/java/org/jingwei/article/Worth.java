package org.jingwei.article;

import java.util.regex.Pattern;

/**
 * What every block of a page is worth as a part of its article: sentences count for it, links and the site's own
 * phrases against it.
 */
final class Worth {
    private static final Pattern ABSTRACT = Pattern
            .compile("(?:\\.{3}|…|[\\[【(（]\\s?(?:详细|全文|更多|详情|阅读全文|查看全文)\\s?[\\]】)）]|详细>*|更多>*)$");
    /** What the summary in the head repeats is of the article for certain. */
    static final double CERTAIN = 100;

    private final PageText text;
    private final boolean insideLinks;
    private final double[] worth;

    private Worth(PageText text, boolean insideLinks) {
        this.text = text;
        this.insideLinks = insideLinks;
        this.worth = new double[text.size()];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = of(i);
        }
        rows();
        abstracts();
    }

    /** @param insideLinks whether sentences count inside links, too: some pages wrap the whole article in one */
    static double[] of(PageText text, boolean insideLinks) {
        return new Worth(text, insideLinks).worth;
    }

    private double of(int i) {
        Block block = text.block(i);
        return switch (text.kind(i)) {
            case SITE -> -8;
            case CAPTION -> 0;
            case NOTICE, OTHERS, COMMENTS -> -15;
            case CREDITS -> -2;
            case TEXT -> {
                if (text.isSummary(i)) {
                    yield CERTAIN + block.size();
                }
                double links = insideLinks ? 0 : block.linkShare();
                int size = insideLinks ? block.size() : block.plainSize();
                int marks = block.marks() + (insideLinks ? block.linkMarks() : 0);
                if (links > 0.5 || insideLinks && block.linkShare() > 0.5 && marks < 3) {
                    yield -Math.min(40, 4 + block.linkSize());
                }
                if (isAbstract(i)) {
                    yield -10;
                }
                if (marks == 0) {
                    yield size > 40 ? size * 0.3 : -3;
                }
                yield size < 8 ? -1 : size * (1 - links) - 2.0 * (insideLinks ? 0 : block.links());
            }
        };
    }

    /** A few words about another article below a link to it. */
    private boolean isAbstract(int i) {
        String plain = text.plain(i);
        return plain.length() < 200
                && (text.block(i).links() > 0 || i > 0 && text.block(i - 1).linkShare() > 0.4)
                && ABSTRACT.matcher(plain.substring(Math.max(0, plain.length() - 10))).find();
    }

    /** Three texts and more, each below a link of its own and apart from the others, tell of other articles. */
    private void abstracts() {
        int[] texts = new int[text.markup().elements()];
        int[] below = new int[texts.length];
        int items = 0;
        for (int i = 1; i < worth.length; i++) {
            int around = around(i);
            texts[around] += worth[i] > 0 ? 1 : 0;
            below[around] += isBelowLink(i) ? 1 : 0;
            items += isBelowLink(i) && below[around] == 1 ? 1 : 0;
        }
        for (int i = 1; i < worth.length && items >= 3; i++) {
            if (isBelowLink(i) && texts[around(i)] <= 2 * below[around(i)]) {
                worth[i] = -10;
            }
        }
    }

    private int around(int i) {
        return Math.max(0, text.markup().parent(text.block(i).container()));
    }

    private boolean isBelowLink(int i) {
        Block head = text.block(i - 1);
        return text.kind(i) == Boilerplate.Kind.TEXT && worth[i] > 0 && worth[i] < CERTAIN && text.isLinks(i - 1)
                && head.links() <= 2 && head.size() >= 6;
    }

    /** Rows count together: a table of figures is worth something though it holds no sentence. */
    private void rows() {
        for (int from = 0; from < worth.length; from++) {
            if (!text.block(from).isRow()) {
                continue;
            }
            int table = text.markup().parent(text.block(from).container());
            int to = from;
            int figures = 0;
            int links = 0;
            while (to < worth.length && text.block(to).isRow()
                    && text.markup().parent(text.block(to).container()) == table) {
                figures += isFigures(text.block(to)) ? 1 : 0;
                links += text.block(to).links() > 0 ? 1 : 0;
                to++;
            }
            if (figures >= 2 && figures * 2 >= to - from && links * 3 <= to - from) {
                for (int i = from; i < to; i++) {
                    if (text.kind(i) == Boilerplate.Kind.TEXT) {
                        worth[i] = Math.max(worth[i], 4 + text.block(i).size() * 0.4);
                    }
                }
            }
            from = to - 1;
        }
    }

    /** Words and a number. */
    private static boolean isFigures(Block row) {
        boolean digit = false;
        boolean han = false;
        for (int i = 0; i < row.text().length(); i++) {
            digit |= Characters.isDigit(row.text().charAt(i));
            han |= Characters.isHan(row.text().charAt(i));
        }
        return digit && han;
    }
}
