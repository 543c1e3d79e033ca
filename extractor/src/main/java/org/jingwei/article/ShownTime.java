package org.jingwei.article;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time of publication in a line that stands around an article. What says when another text was published or
 * what day it is now is none; lines are in simplified characters.
 */
final class ShownTime {
    private static final Pattern PUBLISHED = Pattern
            .compile("(?:发布|发表|发稿|刊发|上传|录入|成文|发文|生成)\\s?(?:时间|日期|于)|(?<![\\u4e00-\\u9fff])(?:时间|日期)\\s?[:：]");
    private static final Pattern OTHER = Pattern
            .compile("原标题|原题|原文|原载|转载自|转自|摘自|选自|链接[:：]|今天是|今日是|现在是|当前时间");

    private static final Pattern CHANGED = Pattern.compile("更新|修改");

    private ShownTime() {}

    /** Whether the line says when the page was changed, which is all that some pages say. */
    static boolean isChange(String line) {
        return CHANGED.matcher(line).find() && !PUBLISHED.matcher(line).find();
    }

    /** In a line above the article. */
    static Optional<StatedTime> above(String line) {
        return OTHER.matcher(line).find() && !PUBLISHED.matcher(line).find() ? Optional.empty() : StatedTime.in(line);
    }

    /** In a line below it, where a time alone may be that of a comment or of another article. */
    static Optional<StatedTime> below(String line) {
        return PUBLISHED.matcher(line).find() || Boilerplate.isDay(line)
                || Credits.isLabelled(line) && !OTHER.matcher(line).find()
                        ? StatedTime.in(line)
                        : Optional.empty();
    }
}
