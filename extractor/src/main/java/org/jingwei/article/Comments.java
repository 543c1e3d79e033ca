package org.jingwei.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What readers wrote below an article, where no heading says so: each comment shows who wrote it, when, what, and
 * offers to answer or to applaud. Lines are in simplified characters.
 */
final class Comments {
    private static final String ACTIONS = "(?:(?:回复|支持|反对|顶|踩|赞同|点赞|赞|举报|引用|盖楼|喜欢)\\s*[(（\\[]?\\s*\\d*\\s*[)）\\]]?[\\s|/·]*)+";
    private static final Pattern ACTION = Pattern.compile("(?:^|[\\s\\d前])" + ACTIONS + "$");
    private static final Pattern TIME = Pattern.compile(
            "\\d{1,4}\\s?(?:秒|分钟|小时|天|周|个?月|年)前|刚刚|(?:昨天|今天|前天)\\s?\\d{1,2}:\\d{2}|\\d{1,2}[-/月.]\\d{1,2}日?\\s*\\d{1,2}:\\d{2}|\\d{4}[-/年.]\\d{1,2}[-/月.]\\d{1,2}");
    /** So many lines make one comment at most. */
    private static final int LONGEST = 5;
    private static final int LONGEST_LINE = 60;

    private Comments() {}

    /** The first line of the first of two comments and more; the number of lines where there are none. */
    static int first(List<String> lines) {
        int first = lines.size();
        int last = -1;
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!acts(lines.get(i))) {
                continue;
            }
            int from = Math.max(last + 1, i - LONGEST + 1);
            int time = i;
            while (time >= from && !tellsTime(lines.get(time))) {
                time--;
            }
            if (time >= from && i > 0) {
                // Who wrote it stands before the time, or before the text where the time stands behind that.
                int start = time == i ? Math.max(from, i - 2) : isName(lines, time - 1, from) ? time - 1 : time;
                start = count > 0 && i - last > 2 * LONGEST ? i + 1 : start;
                if (count == 0 || start > i) {
                    first = Math.min(start, i);
                    count = 0;
                }
                count++;
                last = i;
                if (count == 2) {
                    return first;
                }
            }
        }
        return lines.size();
    }

    private static boolean acts(String line) {
        return line.length() <= LONGEST_LINE && ACTION.matcher(line).find();
    }

    private static boolean tellsTime(String line) {
        return line.length() <= LONGEST_LINE && TIME.matcher(line).find();
    }

    private static boolean isName(List<String> lines, int at, int from) {
        return at >= from && lines.get(at).length() <= 20 && lines.get(at).matches("[^。，；！？]+");
    }
}
