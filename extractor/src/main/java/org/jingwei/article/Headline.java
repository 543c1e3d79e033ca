package org.jingwei.article;

import java.util.List;

/** Finds the block that shows a page's title. */
final class Headline {
    private final PageText text;
    /** Without spaces: each title as it stands and without the site's name. */
    private final List<String> whole;
    private final List<String> own;

    Headline(PageText text) {
        this.text = text;
        this.whole = text.titles().stream().map(PageText::squeezed).toList();
        this.own = text.titles().stream().map(title -> PageText.squeezed(Title.withoutSite(title))).toList();
    }

    /**
     * Among the blocks up to {@code last}: the one that the titles contain, or else the first heading; -1 for none.
     */
    int among(int last) {
        int best = -1;
        double bestFit = 0.45;
        for (int i = 0; i <= last && i < text.size(); i++) {
            double fit = fit(i);
            if (fit > bestFit) {
                best = i;
                bestFit = fit;
            }
        }
        for (int i = 0; best < 0 && i <= last && i < text.size(); i++) {
            best = text.block(i).tag().equals("h1") && canBe(i) ? i : -1;
        }
        for (int i = 0; best < 0 && i < last && i + 1 < text.size(); i++) {
            best = text.kind(i + 1) == Boilerplate.Kind.CREDITS && canBe(i) ? i : -1;
        }
        return best;
    }

    /** Whether the block reads like a headline though no title says so. */
    private boolean canBe(int i) {
        String plain = text.plain(i);
        return text.kind(i) == Boilerplate.Kind.TEXT && text.block(i).linkShare() < 0.5 && plain.length() >= 6
                && plain.length() <= 60 && "。；，：".indexOf(plain.charAt(plain.length() - 1)) < 0
                && !Title.isSite(plain);
    }

    /** How much of a title the block shows, with favour for headings; 0 for a block that cannot be one. */
    private double fit(int i) {
        Block block = text.block(i);
        boolean heading = block.isHeading();
        if (block.text().length() < 4 || block.text().length() > 100 || block.linkShare() > 0.5 && !heading) {
            return 0;
        }
        String shown = PageText.squeezed(text.plain(i));
        if (Title.isSite(shown)) {
            return 0;
        }
        double fit = 0;
        for (int t = 0; t < whole.size(); t++) {
            String title = whole.get(t);
            if (shown.length() >= 4 && title.contains(shown)) {
                double share = Math.min(1, (double) shown.length() / Math.max(1, own.get(t).length()));
                fit = Math.max(fit, Math.max(share, Math.min(0.8, shown.length() / 20.0))
                        * (title.startsWith(shown) ? 1 : 0.75));
            } else if (own.get(t).length() >= 8 && shown.startsWith(own.get(t))) {
                fit = Math.max(fit, 0.7);
            }
        }
        if (fit == 0) {
            return 0;
        }
        boolean aside = false;
        for (int e = block.container(); e >= 0 && !aside; e = text.markup().parent(e)) {
            aside = text.role(e) == Role.FOREIGN;
        }
        return fit + (heading ? 0.4 : 0) - (aside ? 0.2 : 0);
    }

    /** Whether the block repeats the title, alone or behind a label. */
    boolean repeats(int i) {
        Block block = text.block(i);
        if (block.text().length() < 6 || block.text().length() > 100) {
            return false;
        }
        String shown = PageText.squeezed(text.plain(i));
        int label = Math.max(shown.indexOf('：'), shown.indexOf(':'));
        for (int t = 0; t < whole.size(); t++) {
            if (shown.length() >= 6 && (shown.equals(own.get(t)) || shown.equals(whole.get(t)))
                    || label > 0 && label <= 6 && shown.length() - label > 6
                            && shown.substring(label + 1).equals(own.get(t))) {
                return true;
            }
        }
        return false;
    }
}
