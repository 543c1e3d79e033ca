package org.jingwei.article;

import java.util.Optional;
import java.util.regex.Pattern;

/** Titles and what sites append to them. */
final class Title {
    private static final Pattern SEPARATOR = Pattern
            .compile("\\s*(?:[|｜_]+|\\s[-–—]+\\s|--+|——)\\s*|(?<=[\\u4e00-\\u9fff”》）)！？])-(?=[\\u4e00-\\u9fffA-Z])");
    private static final Pattern SITE = Pattern.compile(
            "(?i)(?:.*(?:网|報|报|網|频道|頻道|新闻|新聞|在线|資訊|资讯|日报|晚报|财经|财经網|中心|社|台|门户|论坛|政府|首页|滚动|新浪|腾讯|搜狐|网易|凤凰|手机版|客户端|站|版|\\.com|\\.cn|\\.tw|\\.hk|news)[\\s·]*|[\\u4e00-\\u9fff]{2,4}|[A-Za-z0-9. ]{2,20})");

    private static final Pattern NAME = Pattern.compile(
            "[\\u4e00-\\u9fffA-Za-z0-9·]{1,8}(?:网|网站|在线|频道|新闻|首页|日报|晚报|时报|商报|政府|门户|论坛|电视台|客户端|报社|中心)|首页|正文");
    private static final Pattern NO_TITLE = Pattern
            .compile("(?i)无标题(?:文档|页)?|新建网页.*|untitled.*|new page.*|document|home ?page|首页|正文|详情|新闻详情|文章详情|内容页");

    private Title() {}

    /** Whether the words name a site or a part of one rather than an article; in simplified characters. */
    static boolean isSite(String words) {
        return words.length() <= 12 && NAME.matcher(words).matches();
    }

    /** Whether a window's title is what a tool or a template put there. */
    static boolean isNone(String title) {
        return NO_TITLE.matcher(title.strip()).matches() || parts(title).length == 0;
    }

    /** Between the separators; empty for a title that is nothing else. */
    private static String[] parts(String title) {
        return SEPARATOR.splitAsStream(title.strip()).filter(part -> !part.isBlank()).toArray(String[]::new);
    }

    /**
     * The headline in a window's title: its longest part, unless the title has no site name. Empty for a title of
     * separators.
     */
    static String withoutSite(String title) {
        String[] parts = parts(title);
        if (parts.length < 2) {
            return parts.length == 0 ? "" : parts[0].strip();
        }
        // Site names stand behind the headline; rarely before it.
        int best = 0;
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].length() > parts[best].length() && SITE.matcher(parts[best]).matches()) {
                best = i;
            }
        }
        int end = title.indexOf(parts[best]) + parts[best].length();
        for (int i = best + 1; i < parts.length; i++) {
            if (SITE.matcher(parts[i]).matches()) {
                break;
            }
            end = title.indexOf(parts[i], end) + parts[i].length();
        }
        return title.substring(title.indexOf(parts[best]), end).strip();
    }

    /** The last part of a window's title when it reads as a site's name. */
    static Optional<String> site(String title) {
        String[] parts = parts(title);
        String last = parts.length == 0 ? "" : parts[parts.length - 1].strip();
        return parts.length > 1 && last.matches("[\\u4e00-\\u9fffA-Za-z0-9]{2,14}(?:网|報|报|網|社|台|在线|财经|新闻|日报|晚报)")
                ? Optional.of(last)
                : Optional.empty();
    }
}
