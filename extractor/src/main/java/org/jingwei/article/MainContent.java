package org.jingwei.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the article among the blocks of a page. Every block is worth what its wording and its links say: sentences
 * count for the article, links and the site's own phrases against it. The element whose blocks are worth most holds
 * the article; what is worth nothing at its edges is cut off, and what is plainly the site's is taken out inside.
 */
final class MainContent {
    /** Words in class and id that say what an element is for. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)(?:^|[-_\\s])(?:comments?|reply|pinglun|share|related|relate|recommend|hot|rank|ad|ads|advert|copyright|footer|foot|nav|menu|breadcrumb|crumb|crumbs|sidebar|side|toolbar|tools?|pager|pages?|pagination|tags?|keywords?|disclaimer|statement)(?:$|[-_\\s\\d])");
    private static final Pattern ABSTRACT = Pattern
            .compile("(?:\\.{3}|…|[\\[【(（]\\s?(?:详细|全文|更多|详情|阅读全文|查看全文)\\s?[\\]】)）]|详细>*|更多>*)$");
    /** Less body than this makes it worth to look inside links, too. */
    private static final int SHORT = 120;

    private final Markup markup;
    private final ChineseScript script;
    private final List<Block> blocks;
    private final String[] plain;
    private final Boilerplate.Kind[] kinds;
    private final List<String> titles;
    private final String summary;
    private final boolean[] foreign;

    /**
     * @param headline the block that shows the title
     * @param body     the article's blocks without the headline
     * @param around   all others
     */
    record Found(Optional<Block> headline, List<Block> body, List<Around> around) {}

    /** A block outside the article and its text in simplified characters. */
    record Around(Block block, String plain, Boilerplate.Kind kind) {}

    /**
     * @param titles  what the page calls itself, the most trusted first
     * @param summary what its head says of its content; may be empty
     */
    MainContent(Markup markup, ChineseScript script, List<String> titles, String summary) {
        this.markup = markup;
        this.script = script;
        this.blocks = markup.blocks();
        this.titles = titles.stream().map(title -> squeezed(script.toSimplified(title))).toList();
        this.summary = squeezed(script.toSimplified(summary));
        this.plain = new String[blocks.size()];
        this.kinds = new Boilerplate.Kind[blocks.size()];
        this.foreign = new boolean[markup.elements()];
        for (int e = 0; e < foreign.length; e++) {
            foreign[e] = isForeign(markup.element(e));
        }
        for (int i = 0; i < plain.length; i++) {
            plain[i] = script.toSimplified(blocks.get(i).text());
            kinds[i] = blocks.get(i).option()
                    ? Boilerplate.Kind.SITE
                    : isLinks(blocks.get(i)) ? Boilerplate.Kind.TEXT : Boilerplate.of(plain[i]);
        }
    }

    Optional<Found> find() {
        var found = find(worth(false));
        if (size(found) >= SHORT) {
            return found;
        }
        // Some pages wrap the whole article in a link.
        var linked = find(worth(true));
        return size(linked) > 3 * size(found) ? linked : found;
    }

    private static int size(Optional<Found> found) {
        return found.map(f -> f.body().stream().mapToInt(Block::size).sum()).orElse(0);
    }

    private double[] worth(boolean insideLinks) {
        double[] worth = new double[plain.length];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = worth(i, insideLinks);
        }
        return worth;
    }

    private double worth(int i, boolean insideLinks) {
        Block block = blocks.get(i);
        return switch (kinds[i]) {
            case SITE -> -8;
            case END -> -15;
            case CREDITS -> -2;
            case TEXT -> {
                if (isSummary(plain[i])) {
                    yield 100 + block.size();
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
        return plain[i].length() < 200
                && ABSTRACT.matcher(plain[i].substring(Math.max(0, plain[i].length() - 10))).find()
                && (blocks.get(i).links() > 0 || i > 0 && blocks.get(i - 1).linkShare() > 0.4);
    }

    private boolean isSummary(String text) {
        String squeezed = squeezed(text);
        return squeezed.length() >= 24 && summary.length() >= 24
                && (squeezed.contains(summary.substring(0, 24)) || summary.contains(squeezed.substring(0, 24)));
    }

    private Optional<Found> find(double[] worth) {
        int best = holder(worth);
        if (best < 0) {
            return Optional.empty();
        }
        boolean[] inside = inside(best);
        int[] range = range(worth, inside);
        if (range == null) {
            return Optional.empty();
        }
        int headline = headline(worth, inside);
        widen(range, worth, inside, headline);
        var body = new ArrayList<Block>();
        var around = new ArrayList<Around>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < worth.length; i++) {
            if (i != headline) {
                boolean own = i >= range[0] && i <= range[1] && (inside[i] || worth[i] >= 100)
                        && kinds[i] == Boilerplate.Kind.TEXT && !(worth[i] < 0 && isLinks(blocks.get(i)))
                        && !isTitle(plain[i]) && (plain[i].length() < 40 || seen.add(squeezed(plain[i])));
                if (own) {
                    body.add(blocks.get(i));
                } else if (!isLinks(blocks.get(i))) {
                    around.add(new Around(blocks.get(i), plain[i], kinds[i]));
                }
            }
        }
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Found(headline < 0 ? Optional.empty() : Optional.of(blocks.get(headline)), body, around));
    }

    /** The element whose blocks are worth most together; -1 when none is worth anything. */
    private int holder(double[] worth) {
        double[] sum = new double[markup.elements()];
        for (int i = 0; i < worth.length; i++) {
            sum[blocks.get(i).container()] += worth[i];
        }
        for (int e = sum.length - 1; e > 0; e--) {
            if (markup.parent(e) >= 0) {
                sum[markup.parent(e)] += isForeign(e) ? Math.min(0, sum[e]) : sum[e];
            }
        }
        int best = -1;
        for (int e = 0; e < sum.length; e++) {
            if (sum[e] > 0 && (best < 0 || sum[e] >= sum[best])) {
                best = e;
            }
        }
        return best;
    }

    /** First and last block of the stretch inside that is worth most. */
    private static int[] range(double[] worth, boolean[] inside) {
        int[] range = null;
        double sum = 0;
        double most = 0;
        int from = 0;
        for (int i = 0; i < worth.length; i++) {
            if (inside[i]) {
                if (sum <= 0) {
                    sum = 0;
                    from = i;
                }
                sum += worth[i];
                if (sum > most) {
                    most = sum;
                    range = new int[]{ from, i };
                }
            }
        }
        return range;
    }

    /** Takes in what is set like the article's sentences next to them, and a summary between headline and body. */
    private void widen(int[] range, double[] worth, boolean[] inside, int headline) {
        Set<String> frames = new HashSet<>();
        for (int i = range[0]; i <= range[1]; i++) {
            if (inside[i] && worth[i] > 0) {
                frames.add(frame(i));
            }
        }
        while (range[1] + 1 < worth.length && inside[range[1] + 1] && kinds[range[1] + 1] == Boilerplate.Kind.TEXT
                && blocks.get(range[1] + 1).linkShare() < 0.3 && frames.contains(frame(range[1] + 1))) {
            range[1]++;
        }
        for (int i = range[0] - 1; headline >= 0 && i > headline; i--) {
            if (worth[i] > 20 && !isForeign(blocks.get(i).container())) {
                range[0] = i;
                inside[i] = true;
            }
        }
    }

    private String frame(int i) {
        return blocks.get(i).tag() + " " + markup.parent(blocks.get(i).container());
    }

    private static boolean isLinks(Block block) {
        return block.linkShare() > 0.6 && (block.links() > 1 || block.marks() == 0);
    }

    private boolean isForeign(int element) {
        return foreign[element];
    }

    private static boolean isForeign(Element e) {
        return e.hasAttr("class") && FOREIGN.matcher(e.className()).find()
                || e.hasAttr("id") && FOREIGN.matcher(e.id()).find();
    }

    private boolean[] inside(int element) {
        boolean[] elements = new boolean[markup.elements()];
        elements[element] = true;
        for (int e = element + 1; e < elements.length; e++) {
            elements[e] = markup.parent(e) >= 0 && elements[markup.parent(e)] && !isForeign(e);
        }
        boolean[] inside = new boolean[blocks.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = elements[blocks.get(i).container()];
        }
        return inside;
    }

    /** The block that shows the title: before the first long sentence, the one that the titles contain; -1 for none. */
    private int headline(double[] worth, boolean[] inside) {
        int firstSentence = 0;
        while (firstSentence < plain.length - 1 && !(inside[firstSentence] && worth[firstSentence] > 30)) {
            firstSentence++;
        }
        int best = -1;
        double bestFit = 0.35;
        for (int i = 0; i <= firstSentence && i < plain.length; i++) {
            String text = squeezed(plain[i]);
            boolean heading = blocks.get(i).isHeading();
            if (text.length() >= 4 && text.length() <= 80 && (blocks.get(i).linkShare() <= 0.5 || heading)) {
                double fit = 0;
                for (String title : titles) {
                    if (title.contains(text)) {
                        fit = Math.max(fit, Math.min(1, text.length() / 10.0) * (title.startsWith(text) ? 1 : 0.6));
                    } else if (title.length() >= 8 && text.startsWith(title)) {
                        fit = Math.max(fit, 0.8);
                    }
                }
                fit += fit > 0 && heading ? 0.3 : 0;
                if (fit >= bestFit) {
                    best = i;
                    bestFit = fit;
                }
            }
        }
        for (int i = 0; best < 0 && i < firstSentence; i++) {
            if (blocks.get(i).tag().equals("h1") && blocks.get(i).linkShare() < 0.5 && plain[i].length() >= 6
                    && plain[i].length() <= 60) {
                best = i;
            }
        }
        return best;
    }

    private boolean isTitle(String text) {
        String squeezed = squeezed(text);
        return squeezed.length() >= 6 && squeezed.length() < 60
                && titles.stream().anyMatch(title -> title.startsWith(squeezed));
    }

    private static String squeezed(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isSpace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
