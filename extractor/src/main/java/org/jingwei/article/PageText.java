package org.jingwei.article;

import java.util.List;

/** The blocks of a page with their text in simplified characters, and what each is by its wording. */
final class PageText {
    /** So much of a text is enough to know it again. */
    private static final int KNOWN_BY = 24;

    private static final int LONGEST_CAPTION = 120;

    private final Markup markup;
    private final ChineseScript script;
    private final List<Block> blocks;
    private final String[] plain;
    private final Boilerplate.Kind[] kinds;
    private final Role[] roles;
    /** Letters, digits and Chinese characters in each element. */
    private final int[] sizes;
    private final List<String> titles;
    private final String summary;

    /**
     * @param titles  what the page calls itself, the most trusted first
     * @param summary what its head says of its content; may be empty
     */
    PageText(Markup markup, ChineseScript script, List<String> titles, String summary) {
        this.markup = markup;
        this.script = script;
        this.blocks = markup.blocks();
        this.titles = titles.stream().map(script::toSimplified).toList();
        this.summary = squeezed(script.toSimplified(summary));
        this.plain = new String[blocks.size()];
        this.kinds = new Boilerplate.Kind[blocks.size()];
        this.roles = new Role[markup.elements()];
        for (int e = 0; e < roles.length; e++) {
            roles[e] = Role.of(markup.element(e));
        }
        this.sizes = new int[roles.length];
        for (Block block : blocks) {
            sizes[block.container()] += block.size();
        }
        for (int e = sizes.length - 1; e > 0; e--) {
            if (markup.parent(e) >= 0) {
                sizes[markup.parent(e)] += sizes[e];
            }
        }
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kindOf(i);
        }
    }

    private Boilerplate.Kind kindOf(int i) {
        Block block = blocks.get(i);
        if (block.option()) {
            return Boilerplate.Kind.SITE;
        }
        if (isLinks(i)) {
            return Boilerplate.Kind.TEXT;
        }
        Boilerplate.Kind kind = Boilerplate.of(plain(i));
        if (kind == Boilerplate.Kind.COMMENTS
                && titles.stream().anyMatch(title -> Boilerplate.tellsOfReaders(title, plain(i)))) {
            return Boilerplate.Kind.TEXT;
        }
        return kind == Boilerplate.Kind.TEXT && isCaption(i) ? Boilerplate.Kind.CAPTION : kind;
    }

    private boolean isCaption(int i) {
        Block block = blocks.get(i);
        if (block.size() > LONGEST_CAPTION) {
            return false;
        }
        boolean set = block.caption() && block.size() <= 60 && !plain(i).endsWith("。") && !block.isHeading();
        for (int e = block.container(), up = 0; !set && e >= 0 && up < 3; e = markup.parent(e), up++) {
            set = roles[e] == Role.CAPTION && sizes[e] <= LONGEST_CAPTION;
        }
        return set;
    }

    Markup markup() {
        return markup;
    }

    /** How many blocks there are. */
    int size() {
        return blocks.size();
    }

    Block block(int i) {
        return blocks.get(i);
    }

    Boilerplate.Kind kind(int i) {
        return kinds[i];
    }

    Role role(int element) {
        return roles[element];
    }

    /** In simplified characters, ASCII digits. */
    String plain(int i) {
        if (plain[i] == null) {
            plain[i] = Characters.narrowed(script.toSimplified(blocks.get(i).text()));
        }
        return plain[i];
    }

    /** The titles in simplified characters. */
    List<String> titles() {
        return titles;
    }

    /** Whether there is little more than links in it. */
    boolean isLinks(int i) {
        Block block = blocks.get(i);
        return block.linkShare() > 0.6 && (block.links() > 1 || block.marks() == 0);
    }

    boolean isSummary(int i) {
        if (summary.length() < KNOWN_BY || blocks.get(i).text().length() < KNOWN_BY) {
            return false;
        }
        String squeezed = squeezed(plain(i));
        return squeezed.length() >= KNOWN_BY && (squeezed.contains(summary.substring(0, KNOWN_BY))
                || summary.contains(squeezed.substring(0, KNOWN_BY)));
    }

    /** Without any space. */
    static String squeezed(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isSpace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
