package org.jingwei.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jingwei.article.Article;
import org.jingwei.article.Repair;
import org.jingwei.source.Span;

/**
 * Stretches of an article as values that JSON knows: where they stand in the cleaned text and in the page, in Unicode
 * code points, and the page's own characters where these are others.
 */
final class StatedWords {
    private final Article article;
    private final int[] page;
    /** Code points before each UTF-16 unit of the cleaned text, and behind its last. */
    private final int[] points;
    private final List<Repair> repairs;
    /** How far the repairs up to each one reach: it never falls, so that the first at a place is found by halving. */
    private final int[] reach;

    StatedWords(Article article) {
        this.article = article;
        this.page = article.page().codePoints().toArray();
        String text = article.text();
        this.points = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean within = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            points[i + 1] = points[i] + (within ? 0 : 1);
        }
        this.repairs = article.repairs().stream()
                .sorted(Comparator.comparing(Repair::original)).toList();
        this.reach = new int[repairs.size()];
        for (int i = 0; i < reach.length; i++) {
            reach[i] = Math.max(i == 0 ? 0 : reach[i - 1], repairs.get(i).original().end());
        }
    }

    /** {@code start, end} in the cleaned text. */
    Map<String, Object> place(Span cleaned) {
        return span(new Span(points[cleaned.start()], points[cleaned.end()]));
    }

    /**
     * {@code start, end, page: {start, end}}; {@code exact}, the characters of the page, where they differ from the
     * cleaned ones; {@code repairs}, the kinds of what was changed in them. An empty stretch has only its place.
     */
    Map<String, Object> of(Span cleaned) {
        Map<String, Object> words = place(cleaned);
        if (cleaned.length() == 0) {
            return words;
        }
        Span there = article.map().toPage(cleaned);
        words.put("page", span(there));
        String exact = exact(there);
        if (!exact.equals(cleaned.of(article.text()))) {
            words.put("exact", exact);
        }
        var kinds = new TreeSet<String>();
        for (int i = first(there.start()); i < repairs.size() && repairs.get(i).original().start() < there.end(); i++) {
            if (repairs.get(i).original().overlaps(there)) {
                kinds.add(repairs.get(i).kind().name());
            }
        }
        words.put("repairs", List.copyOf(kinds));
        return words;
    }

    /** Of the page, in code points. */
    int pageLength() {
        return page.length;
    }

    /** The characters of the page in a span of it. */
    String exact(Span original) {
        return new String(page, original.start(), original.length());
    }

    static Map<String, Object> span(Span span) {
        var object = new LinkedHashMap<String, Object>();
        object.put("start", span.start());
        object.put("end", span.end());
        return object;
    }

    /** The first repair that reaches beyond a place of the page, or their number. */
    private int first(int place) {
        int low = 0;
        int high = reach.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reach[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
