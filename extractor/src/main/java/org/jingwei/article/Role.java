package org.jingwei.article;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What an element is for, as far as its tag and the words in its class and id say so. */
enum Role {
    /** Nothing is said. */
    OPEN,
    /** It says something that an element around the article may say, too. */
    DOUBTFUL,
    /** It holds what is not of the article: comments, sharing, navigation, other news, rights. */
    FOREIGN,
    /** The caption of a picture. */
    CAPTION;

    private static final Set<String> FOREIGN_TAGS = Set.of("nav", "footer", "aside");
    private static final Set<String> FOREIGN_WORDS = Set.of("comment", "comments", "commentlist", "cmt", "cmts",
            "pinglun", "reply", "replies", "share", "sharebar", "bdshare", "bdsharebuttonbox", "jiathis", "sns",
            "related", "relate", "relevant", "xiangguan", "recommend", "recommended", "recommendation", "recommends",
            "tuijian", "guess", "rank", "ranking", "paihang", "ad", "ads", "adv", "advert", "advertisement",
            "guanggao", "sponsor", "copyright", "banquan", "footer", "foot", "nav", "navbar", "navigation", "menu",
            "breadcrumb", "breadcrumbs", "crumb", "crumbs", "mbx", "sidebar", "toolbar", "pager", "pagination",
            "pagebar", "fenye", "disclaimer", "shengming", "qr", "qrcode", "ewm", "erweima");
    private static final Set<String> DOUBTFUL_WORDS = Set.of("hot", "side", "tool", "tools", "page", "pages", "tag",
            "tags", "keyword", "keywords", "statement", "links");
    private static final Set<String> CONTENT_WORDS = Set.of("content", "article", "main", "body", "text", "detail",
            "wrap", "wrapper", "container", "inner", "post", "story");
    private static final Set<String> PICTURE_WORDS = Set.of("img", "image", "pic", "photo", "picture");
    private static final Set<String> LEGEND_WORDS = Set.of("desc", "descr", "description", "text", "txt", "note",
            "intro", "explain", "legend");

    static Role of(Element element) {
        String tag = element.normalName();
        if (FOREIGN_TAGS.contains(tag)) {
            return FOREIGN;
        }
        if (tag.equals("figcaption")) {
            return CAPTION;
        }
        if (element.attributesSize() == 0) {
            return OPEN;
        }
        var words = new Words();
        words.read(element.className());
        words.read(element.id());
        return words.role();
    }

    /** Gathers words set apart by signs, digits or capitals: {@code hot-news}, {@code hot_news}, {@code hotNews}. */
    private static final class Words {
        private boolean foreign;
        private boolean doubtful;
        private boolean content;
        private boolean caption;
        private boolean picture;
        private boolean legend;

        void read(String name) {
            int from = 0;
            for (int i = 0; i <= name.length(); i++) {
                char c = i < name.length() ? name.charAt(i) : ' ';
                boolean capital = c >= 'A' && c <= 'Z';
                boolean letter = capital || c >= 'a' && c <= 'z';
                if (!letter || capital && i > from && name.charAt(i - 1) >= 'a') {
                    if (i - from >= 2) {
                        add(name.substring(from, i).toLowerCase(Locale.ROOT));
                    }
                    from = letter ? i : i + 1;
                }
            }
        }

        private void add(String word) {
            foreign |= FOREIGN_WORDS.contains(word);
            doubtful |= DOUBTFUL_WORDS.contains(word);
            content |= CONTENT_WORDS.contains(word);
            caption |= word.equals("caption");
            picture |= PICTURE_WORDS.contains(word);
            legend |= LEGEND_WORDS.contains(word);
        }

        Role role() {
            if (foreign) {
                return FOREIGN;
            }
            if (caption || picture && legend) {
                return CAPTION;
            }
            return doubtful && !content ? DOUBTFUL : OPEN;
        }
    }
}
