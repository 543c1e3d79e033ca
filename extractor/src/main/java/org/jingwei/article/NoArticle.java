package org.jingwei.article;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingwei.article.Reading.Reason;
import org.jingwei.article.Reading.Rejected;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells pages that are no article, and what they are instead. Two sentences of running text make an article, unless
 * they say that the page is missing or ask to log in.
 */
final class NoArticle {
    /** Letters, digits and Chinese characters in a text that may be the whole of another kind of page. */
    private static final int SLIGHT = 80;
    private static final int SHORT = 200;
    private static final Pattern MISSING = Pattern.compile(
            "(?im)(?:页面|网页|文章|内容|信息|文件|资源|链接|地址|网址)[^。，,]{0,8}(?:不存在|没有找到|未找到|找不到|(?:已|被|已被)(?:删除|移除|下线)|失效)|(?:找不到|未找到|没有找到|无法找到|无法访问)[^。，,]{0,12}(?:页面|网页|文章|内容|文件|地址)|(?<![\\p{IsHan}\\d.,，])404(?=\\s*(?:$|[-–—_|:：]|not found|error|错误|页面))|(?:错误|error|http)[\\s:：代码]{0,3}404(?!\\d)|page (?:was |is |cannot be )?not (?:be )?found|error 50\\d");
    private static final Pattern WAITING = Pattern.compile(
            "(?i)(?:启用|开启|打开|支持)[^。]{0,8}JavaScript|(?:安全|人机|滑动|滑块)验证|访问(?:过于)?频繁|enable JavaScript|正在(?:为您)?跳转|浏览器版本过低");
    private static final Pattern LOGIN = Pattern.compile("(?i)登录|登入|登陆|密码|验证码|注册|log ?in|sign ?in");
    private static final Pattern PLAYER = Pattern
            .compile("(?i)(?:^|[-_\\s])(?:video|player|vod|live)(?:$|[-_\\s\\d])|[a-z]Player|VideoBox|videoplayer");
    private static final Pattern PLAYED = Pattern
            .compile("(?i)\\.(?:mp4|m3u8|flv|webm|swf)(?:$|\\?)|player|/video/|v\\.qq\\.|youku|youtube");
    private static final Set<String> PLAYERS = Set.of("video", "audio", "embed", "object");

    private NoArticle() {}

    /** @param found what reads as the article, if anything does */
    static Optional<Rejected> of(PageText page, Optional<MainContent.Found> found) {
        var body = found.map(MainContent.Found::body).orElse(List.of());
        int size = body.stream().mapToInt(Block::size).sum();
        int sentences = body.stream().mapToInt(block -> sentences(block.text())).sum();
        Document document = page.markup().document();
        if (!body.isEmpty() && size >= SHORT && !isAbstracts(page, body)) {
            return Optional.empty();
        }
        String words = document.title() + "\n" + first(page, body);
        if (size < SHORT && MISSING.matcher(words).find()) {
            return Optional.of(missing());
        }
        if (size < SHORT && WAITING.matcher(words).find()) {
            return Optional.of(new Rejected(Reason.NOT_AN_ARTICLE, "the page waits for a script or a check by its site",
                    "Open the page in a browser and save what it shows then."));
        }
        if (size < SHORT && asksForPassword(document) && LOGIN.matcher(words).find()) {
            return Optional.of(new Rejected(Reason.LOGIN_PAGE, "the page asks to log in",
                    "Log in with a browser and save the page of the article."));
        }
        if (size >= SHORT || !body.isEmpty() && isAbstracts(page, body)) {
            return Optional.of(list(links(page)));
        }
        if (body.isEmpty() && !isChinese(page)) {
            return Optional.of(notChinese());
        }
        if (sentences > 1 || size >= SLIGHT) {
            return Optional.empty();
        }
        if (plays(document) && size < SLIGHT) {
            return Optional
                    .of(new Rejected(Reason.VIDEO_PAGE, "the page plays a video or a sound, with hardly any text",
                            "Give the page of the written report; speech is not read."));
        }
        int links = links(page);
        boolean headed = found.isPresent() && found.get().headline().isPresent();
        if (links >= (body.isEmpty() ? 2 : 15) && !(headed && sentences == 1)) {
            return Optional.of(list(links));
        }
        if (body.isEmpty()) {
            return Optional.of(document.select("img").size() >= 2
                    ? new Rejected(Reason.PICTURE_PAGE, "the page shows pictures without running text",
                            "Give the page of the written report; pictures are not read.")
                    : new Rejected(Reason.NOT_AN_ARTICLE, "the page holds no running text",
                            "Give the page of one article."));
        }
        return Optional.empty();
    }

    /**
     * For a page without markup.
     *
     * @param lines of the body, in simplified characters
     */
    static Optional<Rejected> of(List<String> lines) {
        int size = lines.stream().mapToInt(String::length).sum();
        if (size < SHORT && !lines.isEmpty() && MISSING.matcher(lines.getFirst()).find()) {
            return Optional.of(missing());
        }
        long headings = lines.stream().filter(NoArticle::isHeading).count();
        return lines.size() >= 8 && headings * 10 >= lines.size() * 9L
                ? Optional.of(new Rejected(Reason.LIST_PAGE, "only headings, no sentence: " + lines.size() + " lines",
                        "Give the text of one article; for lists, the texts that they name."))
                : Optional.empty();
    }

    /** Whether it can be the headline of another article: no sentence, no row of figures, no item of a list. */
    private static boolean isHeading(String line) {
        return line.length() >= 6 && line.length() <= 45 && sentences(line) == 0 && !line.endsWith("；")
                && !line.endsWith("：") && !line.matches(".*\\d\\s+[-\\d.]+.*") && !line.matches(".*\\s[-\\d.,%]+")
                && !line.matches("^(?:\\d+|[一二三四五六七八九十]+|[（(].{1,3}[)）])[.、．)）].*");
    }

    private static Rejected missing() {
        return new Rejected(Reason.ERROR_PAGE, "the site says that the page is missing",
                "Look for the article's present address.");
    }

    static Rejected notChinese() {
        return new Rejected(Reason.NOT_CHINESE, "the text is not in Chinese", "Only Chinese pages are read.");
    }

    private static Rejected list(int links) {
        return new Rejected(Reason.LIST_PAGE, "the page lists other pages: " + links + " links, no running text",
                "Give the pages that it links to.");
    }

    private static String first(PageText page, List<Block> body) {
        if (!body.isEmpty()) {
            return body.getFirst().text();
        }
        var text = new StringBuilder();
        for (int i = 0; i < page.size() && text.length() < SHORT; i++) {
            text.append(page.isLinks(i) ? "" : page.block(i).text() + "\n");
        }
        return text.toString();
    }

    private static int sentences(String text) {
        int ends = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ends += c == '。' || c == '！' || c == '？' ? 1 : 0;
        }
        return ends;
    }

    private static int links(PageText page) {
        int links = 0;
        for (int i = 0; i < page.size(); i++) {
            links += page.isLinks(i) ? page.block(i).links() : 0;
        }
        return links;
    }

    /** Whether nearly every block of the text stands below a link of its own, as under the heads of a list. */
    private static boolean isAbstracts(PageText page, List<Block> body) {
        if (body.size() < 4) {
            return false;
        }
        Set<Block> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(body);
        int below = 0;
        for (int i = 1; i < page.size(); i++) {
            Block block = page.block(i);
            if (block.isRow() || !own.contains(block) || own.contains(page.block(i - 1))) {
                continue;
            }
            boolean linked = page.isLinks(i - 1) && page.block(i - 1).size() >= 6;
            boolean dated = i > 1 && page.kind(i - 1) == Boilerplate.Kind.CREDITS && page.isLinks(i - 2)
                    && page.block(i - 2).size() >= 6;
            below += linked || dated ? 1 : 0;
        }
        return below * 10 >= body.size() * 7;
    }

    private static boolean isChinese(PageText page) {
        int han = 0;
        int letters = 0;
        for (int i = 0; i < page.size(); i++) {
            String text = page.block(i).text();
            han += Characters.han(text);
            letters += page.block(i).size();
        }
        return letters < 40 || han * 5 >= letters;
    }

    private static boolean asksForPassword(Document document) {
        return document.selectFirst("input[type=password]") != null;
    }

    private static boolean plays(Document document) {
        for (Element element : document.getAllElements()) {
            String tag = element.normalName();
            if (PLAYERS.contains(tag)
                    || tag.equals("iframe") && PLAYED.matcher(element.attr("src")).find()
                    || tag.equals("div") && element.attributesSize() > 0
                            && (PLAYER.matcher(element.className()).find() || PLAYER.matcher(element.id()).find())) {
                return true;
            }
        }
        return false;
    }
}
