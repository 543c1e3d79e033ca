package org.jingwei.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the article among the blocks of a page. Every block is worth what its wording and its links say: sentences
 * count for the article, links and the site's own phrases against it. The element whose blocks are worth most holds
 * the article; what is worth nothing at its edges is cut off, and what is plainly the site's is taken out inside.
 */
final class MainContent {
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)(?:^|[-_\\s])(?:comments?|reply|pinglun|share|related|relate|recommend|hot|rank|ad|ads|advert|copyright|footer|foot|nav|menu|breadcrumb|crumb|crumbs|sidebar|side|toolbar|tools?|pager|pages?|pagination|tags?|keywords?|disclaimer|statement)(?:$|[-_\\s\\d])");

    private final Markup markup;
    private final ChineseScript script;
    private final List<Block> blocks;
    private final String[] plain;
    private final Boilerplate.Kind[] kinds;
    private final double[] worth;

    /** @param from first block, @param to behind the last block of the region that holds the article. */
    record Found(Optional<Block> headline, List<Block> body, List<Block> around) {}

    MainContent(Markup markup, ChineseScript script) {
        this.markup = markup;
        this.script = script;
        this.blocks = markup.blocks();
        this.plain = new String[blocks.size()];
        this.kinds = new Boilerplate.Kind[blocks.size()];
        this.worth = new double[blocks.size()];
        for (int i = 0; i < blocks.size(); i++) {
            plain[i] = script.toSimplified(blocks.get(i).text());
            kinds[i] = Boilerplate.of(plain[i]);
            worth[i] = worth(blocks.get(i), kinds[i]);
        }
    }

    private static double worth(Block block, Boilerplate.Kind kind) {
        double links = block.linkShare();
        return switch (kind) {
            case SITE -> -8;
            case END -> -15;
            case CREDITS -> -2;
            case TEXT -> {
                if (links > 0.5) {
                    yield -Math.min(40, 4 + block.linkSize());
                }
                if (block.marks() == 0) {
                    yield block.plainSize() > 40 ? block.plainSize() * 0.3 : -3;
                }
                yield block.plainSize() < 8 ? -1 : block.plainSize() * (1 - links) - 2.0 * block.links();
            }
        };
    }

    /** @param titles what the page calls itself, the most trusted first */
    Optional<Found> find(List<String> titles) {
        double[] sum = new double[markup.elements()];
        for (int i = 0; i < worth.length; i++) {
            sum[blocks.get(i).container()] += worth[i];
        }
        for (int e = sum.length - 1; e > 0; e--) {
            if (markup.parent(e) >= 0) {
                sum[markup.parent(e)] += foreign(e) ? Math.min(0, sum[e]) : sum[e];
            }
        }
        int best = -1;
        for (int e = 0; e < sum.length; e++) {
            if (sum[e] > 0 && (best < 0 || sum[e] >= sum[best])) {
                best = e;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int first = -1;
        int last = -1;
        boolean[] inside = inside(best);
        int headline = headline(titles, inside);
        double sofar = 0;
        double most = 0;
        int from = -1;
        for (int i = 0; i < worth.length; i++) {
            if (!inside[i] || i <= headline && false) {
                continue;
            }
            if (sofar <= 0) {
                sofar = 0;
                from = i;
            }
            sofar += worth[i];
            if (sofar > most) {
                most = sofar;
                first = from;
                last = i;
            }
        }
        if (first < 0) {
            return Optional.empty();
        }
        var body = new ArrayList<Block>();
        var around = new ArrayList<Block>();
        Map<String, Integer> frames = new HashMap<>();
        for (int i = first; i <= last; i++) {
            if (inside[i] && worth[i] > 0) {
                frames.merge(blocks.get(i).tag() + markup.parent(blocks.get(i).container()), 1, Integer::sum);
            }
        }
        // Short lines behind the last sentence belong to the article when they are set like its sentences.
        while (last + 1 < worth.length && inside[last + 1] && kinds[last + 1] == Boilerplate.Kind.TEXT
                && blocks.get(last + 1).linkShare() < 0.3 && frames.containsKey(blocks.get(last + 1).tag()
                        + markup.parent(blocks.get(last + 1).container()))) {
            last++;
        }
        for (int i = 0; i < worth.length; i++) {
            Block block = blocks.get(i);
            if (i == headline) {
                continue;
            }
            if (i >= first && i <= last && inside[i] && kinds[i] == Boilerplate.Kind.TEXT && !isLinks(block)
                    && !isTitle(plain[i], titles)) {
                body.add(block);
            } else {
                around.add(block);
            }
        }
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Found(headline < 0 ? Optional.empty() : Optional.of(blocks.get(headline)), body, around));
    }

    private boolean isLinks(Block block) {
        return block.linkShare() > 0.6 && (block.links() > 1 || block.marks() == 0);
    }

    private boolean foreign(int element) {
        var e = markup.element(element);
        return e.hasAttr("class") && FOREIGN.matcher(e.className()).find()
                || e.hasAttr("id") && FOREIGN.matcher(e.id()).find();
    }

    private boolean[] inside(int element) {
        boolean[] elements = new boolean[markup.elements()];
        elements[element] = true;
        for (int e = element + 1; e < elements.length; e++) {
            elements[e] = markup.parent(e) >= 0 && elements[markup.parent(e)] && !foreign(e);
        }
        boolean[] inside = new boolean[blocks.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = elements[blocks.get(i).container()];
        }
        return inside;
    }

    /** The block that shows the title: the last heading, or else line, before the sentences that the titles contain. */
    private int headline(List<String> titles, boolean[] inside) {
        int best = -1;
        double bestFit = 0;
        int firstSentence = -1;
        for (int i = 0; i < plain.length && firstSentence < 0; i++) {
            if (inside[i] && worth[i] > 30) {
                firstSentence = i;
            }
        }
        for (int i = 0; i < plain.length && i <= firstSentence; i++) {
            String text = squeezed(plain[i]);
            if (text.length() < 4 || text.length() > 80
                    || blocks.get(i).linkShare() > 0.5 && !blocks.get(i).isHeading()) {
                continue;
            }
            double fit = 0;
            for (String title : titles) {
                String other = squeezed(script.toSimplified(title));
                if (other.contains(text)) {
                    fit = Math.max(fit, Math.min(1, text.length() / 10.0) * (other.startsWith(text) ? 1 : 0.6));
                } else if (other.length() >= 8 && text.startsWith(other)) {
                    fit = Math.max(fit, 0.8);
                }
            }
            fit += fit > 0 && blocks.get(i).isHeading() ? 0.3 : 0;
            if (fit > 0.35 && fit >= bestFit) {
                best = i;
                bestFit = fit;
            }
        }
        if (best < 0) {
            for (int i = 0; i < firstSentence; i++) {
                if (blocks.get(i).tag().equals("h1") && blocks.get(i).linkShare() < 0.5 && plain[i].length() >= 6
                        && plain[i].length() <= 60) {
                    best = i;
                }
            }
        }
        return best;
    }

    private boolean isTitle(String text, List<String> titles) {
        String squeezed = squeezed(text);
        return squeezed.length() >= 6 && titles.stream()
                .anyMatch(title -> squeezed(script.toSimplified(title)).startsWith(squeezed) && squeezed.length() < 60);
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }
}
