package org.jingwei.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the article among the blocks of a page. The element whose blocks are worth most holds it; the stretch of
 * blocks worth most inside is its core. The core ends where the site or the readers begin to speak, goes on where
 * blocks follow that are set like it, and loses what is plainly the site's.
 */
final class MainContent {
    /** Less body than this makes it worth to look inside links, too. */
    private static final int SHORT = 120;
    /** So many blocks of other things may interrupt an article. */
    private static final int LONGEST_GAP = 16;
    /** So many blocks away from the article its credits are looked for. */
    private static final int NEAR = 8;
    /** A block worth this much holds a sentence. */
    private static final double SENTENCE = 8;

    /** What is against an element counts less than what is for it: boxes with links stand in many articles. */
    private static final double STRANGERS = 0.5;

    private final Markup markup;
    private final PageText text;
    private final Headline headlines;
    /** The first block of what readers wrote; behind the last where they wrote nothing. */
    private final int comments;
    /** Whether an element and what it holds are not of the article. */
    private final boolean[] foreign;

    /**
     * @param headline the block that shows the title
     * @param body     the article's blocks without the headline
     * @param around   all others but links, the nearest to the body first
     */
    record Found(Optional<Block> headline, List<Block> body, List<Around> around) {
        int size() {
            return body.stream().mapToInt(Block::size).sum();
        }
    }

    /**
     * A block outside the article, its text in simplified characters, and how many blocks it stands away from the
     * article: from its headline if it stands before that, else from the body.
     */
    record Around(Block block, String plain, Boilerplate.Kind kind, int distance, Where where) {}

    /** Where a block outside the article stands. */
    enum Where {
        /** Before the body, near the headline. */
        ABOVE,
        /** Inside or right behind the body. */
        BELOW,
        /** Among links, lists of other articles and what readers wrote, or far away. */
        APART
    }

    MainContent(PageText text) {
        this.text = text;
        this.markup = text.markup();
        this.headlines = new Headline(text);
        this.foreign = new boolean[markup.elements()];
        this.comments = Comments.first(IntStream.range(0, text.size()).mapToObj(text::plain).toList());
    }

    Optional<Found> find() {
        var found = find(Worth.of(text, false));
        if (found.map(Found::size).orElse(0) >= SHORT) {
            return found;
        }
        var linked = find(Worth.of(text, true));
        return linked.map(Found::size).orElse(0) > 3 * found.map(Found::size).orElse(0) ? linked : found;
    }

    private Optional<Found> find(double[] worth) {
        markForeign(worth);
        int holder = holder(worth);
        if (holder < 0) {
            return Optional.empty();
        }
        boolean[] inside = inside(holder);
        int headline = headline(worth, inside);
        boolean[] own = new Stretch(worth, inside, headline).own();
        if (own == null) {
            return Optional.empty();
        }
        keepCaptions(own);
        var body = new ArrayList<Block>();
        var around = new ArrayList<Around>();
        Set<String> seen = new HashSet<>();
        if (headline >= 0) {
            own[headline] = false;
        }
        int first = edge(own, 0, 1);
        int last = edge(own, own.length - 1, -1);
        int top = headline < 0 ? first : Math.min(first, headline);
        int apart = apart(last);
        for (int i = 0; i < worth.length; i++) {
            if (i == headline) {
                continue;
            }
            if (own[i] && !headlines.repeats(i)
                    && (text.plain(i).length() < 40 || seen.add(PageText.squeezed(text.plain(i))))) {
                body.add(text.block(i));
            } else if (!text.isLinks(i)) {
                Where where = i >= apart || top - i > NEAR || isListed(i)
                        ? Where.APART
                        : i < first ? Where.ABOVE : Where.BELOW;
                around.add(new Around(text.block(i), text.plain(i), text.kind(i),
                        Math.max(0, Math.max(top - i, i - last)), where));
            }
        }
        around.sort(Comparator.comparingInt(Around::distance));
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(headline < 0 ? Optional.empty() : Optional.of(text.block(headline)), body,
                        around));
    }

    /** The first block behind the body that shows that other things begin. */
    private int apart(int last) {
        int i = last + 1;
        while (i < text.size() && i - last <= NEAR && !text.isLinks(i) && !text.kind(i).ends()) {
            i++;
        }
        return i;
    }

    /** Whether a block stands between two links. */
    private boolean isListed(int i) {
        return i > 0 && i + 1 < text.size() && text.isLinks(i - 1) && text.isLinks(i + 1);
    }

    /** The first {@code true} from {@code at} on in steps of {@code step}; beyond the end where there is none. */
    private static int edge(boolean[] own, int at, int step) {
        int edge = at;
        while (edge >= 0 && edge < own.length && !own[edge]) {
            edge += step;
        }
        return edge;
    }

    /** The captions of a page that shows pictures with little other text are its text. */
    private void keepCaptions(boolean[] own) {
        int first = edge(own, 0, 1);
        int last = edge(own, own.length - 1, -1);
        int body = 0;
        int captions = 0;
        for (int i = Math.max(0, first - 1); i <= last + 1 && i < own.length; i++) {
            body += own[i] ? text.block(i).size() : 0;
            captions += text.kind(i) == Boilerplate.Kind.CAPTION ? text.block(i).size() : 0;
        }
        if (captions * 2 > body) {
            for (int i = Math.max(0, first - 1); i <= last + 1 && i < own.length; i++) {
                own[i] |= text.kind(i) == Boilerplate.Kind.CAPTION;
            }
        }
    }

    /** The article and its headline stand together: what is around the headline is never foreign. */
    private void markForeign(double[] worth) {
        double[] gains = new double[markup.elements()];
        double all = 0;
        for (int i = 0; i < worth.length; i++) {
            gains[text.block(i).container()] += Math.max(0, worth[i]);
            all += Math.max(0, worth[i]);
        }
        for (int e = gains.length - 1; e > 0; e--) {
            if (markup.parent(e) >= 0) {
                gains[markup.parent(e)] += gains[e];
            }
        }
        for (int e = 0; e < foreign.length; e++) {
            foreign[e] = switch (text.role(e)) {
                case FOREIGN -> !markup.element(e).normalName().equals("body");
                case DOUBTFUL -> gains[e] < 0.6 * all;
                case OPEN, CAPTION -> false;
            };
        }
        int headline = headlines.among(text.size() - 1);
        for (int e = headline < 0 ? -1 : text.block(headline).container(); e >= 0; e = markup.parent(e)) {
            if (gains[e] > 0) {
                foreign[e] = false;
            }
        }
    }

    /** The element whose blocks are worth most together; -1 when none is worth anything. */
    private int holder(double[] worth) {
        double[] sum = new double[markup.elements()];
        for (int i = 0; i < worth.length; i++) {
            sum[text.block(i).container()] += worth[i] > 0 ? worth[i] : STRANGERS * worth[i];
        }
        for (int e = sum.length - 1; e > 0; e--) {
            if (markup.parent(e) >= 0) {
                sum[markup.parent(e)] += foreign[e] ? Math.min(0, sum[e]) : sum[e];
            }
        }
        boolean[] outside = new boolean[sum.length];
        int best = -1;
        int bestOutside = -1;
        for (int e = 0; e < sum.length; e++) {
            outside[e] = foreign[e] || markup.parent(e) >= 0 && outside[markup.parent(e)];
            if (sum[e] <= 0) {
                continue;
            }
            if (!outside[e] && (best < 0 || sum[e] >= sum[best])) {
                best = e;
            } else if (outside[e] && (bestOutside < 0 || sum[e] >= sum[bestOutside])) {
                bestOutside = e;
            }
        }
        best = best < 0 ? bestOutside : best;
        return best < 0 ? best : aroundAlike(best, worth);
    }

    /** Where one paragraph alone is worth most, the element around it and others set like it. */
    private int aroundAlike(int holder, double[] worth) {
        String frame = null;
        for (int i = 0; i < worth.length; i++) {
            if (text.block(i).container() == holder) {
                frame = frame(i);
            }
        }
        int alike = 0;
        for (int i = 0; i < worth.length && frame != null; i++) {
            alike += worth[i] > SENTENCE && frame(i).equals(frame) ? 1 : 0;
        }
        return alike > 1 && markup.parent(holder) >= 0 ? markup.parent(holder) : holder;
    }

    /** How a block is set: its own element's name, the kind of element around that, and where all these stand. */
    private String frame(int i) {
        Block block = text.block(i);
        int around = markup.parent(block.container());
        return around < 0
                ? block.tag()
                : block.tag() + " " + markup.element(around).normalName() + "." + markup.element(around).className()
                        + " " + markup.parent(around);
    }

    private boolean[] inside(int element) {
        boolean[] elements = new boolean[markup.elements()];
        elements[element] = true;
        for (int e = element + 1; e < elements.length; e++) {
            elements[e] = markup.parent(e) >= 0 && elements[markup.parent(e)] && !foreign[e];
        }
        boolean[] inside = new boolean[text.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = elements[text.block(i).container()];
        }
        return inside;
    }

    /** The title is shown before most of the article, though perhaps behind some sentences of the site. */
    private int headline(double[] worth, boolean[] inside) {
        double before = 0;
        double after = 0;
        int anywhere = headlines.among(text.size() - 1);
        int firstSentence = worth.length - 1;
        for (int i = worth.length - 1; i >= 0; i--) {
            if (inside[i] && worth[i] > 0) {
                before += i < anywhere ? worth[i] : 0;
                after += i > anywhere ? worth[i] : 0;
                firstSentence = worth[i] > 30 ? i : firstSentence;
            }
        }
        return after * 2 >= before ? anywhere : headlines.among(firstSentence);
    }

    /** The stretch of blocks that is the article. */
    private final class Stretch {
        private final double[] worth;
        private final boolean[] inside;
        private final int headline;
        private final boolean[] own;
        private final Set<String> frames = new HashSet<>();
        private int from = -1;
        private int to = -1;

        Stretch(double[] worth, boolean[] inside, int headline) {
            this.worth = worth;
            this.inside = inside;
            this.headline = headline;
            this.own = new boolean[worth.length];
        }

        /** For every block whether it is of the article; {@code null} when none is. */
        boolean[] own() {
            core();
            if (from < 0) {
                return null;
            }
            if (headline > from && headline <= to && 2 * gain(headline + 1, to) >= gain(from, headline - 1)) {
                from = headline + 1;
            }
            cutAtComments();
            take();
            goOn();
            goBack();
            summaries();
            return own;
        }

        private double gain(int first, int last) {
            double gain = 0;
            for (int i = first; i <= last; i++) {
                gain += inside[i] ? Math.max(0, worth[i]) : 0;
            }
            return gain;
        }

        private void core() {
            double sum = 0;
            double most = 0;
            int start = 0;
            for (int i = 0; i < worth.length; i++) {
                if (inside[i]) {
                    if (sum <= 0) {
                        sum = 0;
                        start = i;
                    }
                    sum += worth[i];
                    if (sum > most) {
                        most = sum;
                        from = start;
                        to = i;
                    }
                }
            }
        }

        /** Readers never speak before the article; nor does another one, with its own headline and credits. */
        private void cutAtComments() {
            for (int i = from; i <= to; i++) {
                if (inside[i] && gain(from, i) > 2 * SENTENCE
                        && (text.kind(i) == Boilerplate.Kind.COMMENTS || i >= comments || isAnother(i))) {
                    to = i - 1;
                }
            }
        }

        /** Whether another article begins: a heading, and right below it when that was published. */
        private boolean isAnother(int i) {
            String shown = PageText.squeezed(text.plain(i));
            if (!text.block(i).tag().matches("h[12]") || i <= headline || gain(from, i) < SHORT / 2
                    || text.titles().stream().anyMatch(title -> PageText.squeezed(title).contains(shown))) {
                return false;
            }
            for (int next = i + 1; next <= i + 2 && next < text.size(); next++) {
                if (text.kind(next) == Boilerplate.Kind.CREDITS && ShownTime.above(text.plain(next)).isPresent()) {
                    return gain(next, worth.length - 1) > 0;
                }
            }
            return false;
        }

        /** Whether the article goes on behind a notice in its middle, rather than the notice. */
        private boolean goesOn(int notice) {
            for (int i = notice + 1; i <= to; i++) {
                if (inside[i] && worth[i] > SENTENCE && text.kind(i) == Boilerplate.Kind.TEXT
                        && frames.contains(frame(i)) && !Notices.goesOn(text.plain(i))) {
                    return true;
                }
            }
            return false;
        }

        /** Takes the core without what stands between the head of another list and the article's next sentence. */
        private void take() {
            boolean over = false;
            for (int i = from; i <= to; i++) {
                if (!inside[i] && worth[i] < Worth.CERTAIN) {
                    continue;
                }
                if (text.kind(i) == Boilerplate.Kind.NOTICE) {
                    if (gain(from, i) >= 0.5 * gain(i, to) && !goesOn(i)) {
                        to = i - 1;
                        break;
                    }
                } else if (text.kind(i).ends() && gain(from, i) >= 0.5 * gain(i, to)) {
                    over = true;
                } else if (over && worth[i] > SENTENCE && frames.contains(frame(i))) {
                    over = false;
                }
                if (!over && worth[i] > 0) {
                    frames.add(frame(i));
                }
                own[i] = !over && isText(i) || text.isSummary(i) && isText(i);
            }
        }

        private boolean isText(int i) {
            return text.kind(i) == Boilerplate.Kind.TEXT && !(worth[i] < 0 && text.isLinks(i))
                    || i > from && text.kind(i) == Boilerplate.Kind.CREDITS
                            && (Boilerplate.isDay(text.plain(i)) || i < to && Boilerplate.isTime(text.plain(i)))
                            && frames.contains(frame(i));
        }

        /** Goes on behind the core with what is set like it, over a gap of other things. */
        private void goOn() {
            for (int i = to + 1, gap = 0; i < worth.length && gap < LONGEST_GAP; i++) {
                Boilerplate.Kind kind = text.kind(i);
                if (kind == Boilerplate.Kind.NOTICE || kind == Boilerplate.Kind.COMMENTS || i >= comments
                        || inside[i] && isAnother(i)) {
                    return;
                }
                boolean alike = inside[i] && isText(i) && text.block(i).linkShare() < 0.3
                        && frames.contains(frame(i));
                if (alike && (gap <= 1 || worth[i] > SENTENCE)) {
                    own[i] = true;
                    gap = 0;
                } else {
                    gap++;
                }
            }
        }

        /** Begins with the headings right before the first sentence. */
        private void goBack() {
            for (int i = from - 1; i > headline && inside[i] && text.kind(i) == Boilerplate.Kind.TEXT
                    && text.block(i).links() == 0 && (text.block(i).isHeading() || frames.contains(frame(i))
                            || isTerm(i)); i--) {
                own[i] = true;
            }
        }

        /** Whether it is the term that the definition behind it belongs to. */
        private boolean isTerm(int i) {
            return text.block(i).tag().equals("dt") && markup.parent(text.block(i).container()) == markup
                    .parent(text.block(i + 1).container());
        }

        /** A second headline, and a summary between headline and body. */
        private void summaries() {
            for (int i = from - 1; headline >= 0 && i > headline; i--) {
                own[i] |= isSecondHeadline(i) || worth[i] > 20 && text.kind(i) == Boilerplate.Kind.TEXT
                        && !foreign[text.block(i).container()];
            }
        }

        private boolean isSecondHeadline(int i) {
            Block block = text.block(i);
            return i == headline + 1 && text.kind(i) == Boilerplate.Kind.TEXT && block.links() == 0
                    && block.size() >= 8 && block.size() <= 60
                    && markup.parent(block.container()) == markup.parent(text.block(headline).container());
        }
    }
}
