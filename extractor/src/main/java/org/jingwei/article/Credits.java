package org.jingwei.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote, edited and published: read from visible lines in simplified characters, such as
 * {@code 来源：甲日报 作者：张三 责任编辑：李四} or {@code （甲报记者 张三 通讯员 李四 文/摄）}.
 */
final class Credits {
    private static final String LABELS = "文章来源|信息来源|稿件来源|新闻来源|内容来源|稿源|作者|记者|撰稿|撰文|通讯员"
            + "|责任编辑|本文责编|网络编辑|网页编辑|实习编辑|执行编辑|值班编辑|责编|编辑|编审|审核|校对|发布者|发布人"
            + "|发布时间|发布日期|发表时间|更新时间|浏览量|浏览次数|浏览|阅读量|点击数|点击量|访问量|字号|字体"
            + "|(?<![\\u4e00-\\u9fff])(?:来源|文字|时间|日期|阅读|评论|分享|点击|人气|主编|录入|监制)";
    /** Some labels are parts of longer words, too: {@code 资金来源：}. */
    private static final Pattern LABEL = Pattern.compile("(" + LABELS
            + ")\\s{0,3}[:：|｜丨]|^(?:[【\\[（(]\\s?)?(责任编辑|本文责编|责编|编辑|校对)\\s+(?=[\\u4e00-\\u9fff]{2,4}(?:\\s|[】\\]）)]|$))");
    /** The head of a document in a public register: who issued it, under which number. */
    private static final Pattern REGISTER = Pattern.compile(
            "(?:^|\\s)(?:信息)?(?:索\\s*引\\s*号|发\\s*文\\s*字\\s*号|发布机构|发文机[关构]|发文单位|发布单位|成文日期|发文日期|生成日期|公文名称|信息名称|主题分类|组配分类|公开方式|公开范围|公开类别|主\\s*题\\s*词|文\\s*号|有\\s*效\\s*性|体裁分类|信息分类|效力状态)\\s{0,3}[:：]?(?:\\s|[^\\s，。；]{0,80}|$)");
    private static final Pattern BYLINE = Pattern.compile(
            "^[（(【\\s]{0,3}(?:文[/／、|｜丨图]\\s?(?:图|摄)?|图[/／]|撰文|摄影|[\\u4e00-\\u9fff]{0,8}?(?:记者|通讯员))\\s{0,3}[\\u4e00-\\u9fff·、/／\\s]{2,36}[）)】]?$");
    private static final Pattern REPORTERS = Pattern
            .compile("(?:记者|通讯员|特约记者|见习记者|实习记者|实习生|特派员|评论员|撰稿人?|作者)[:：]?\\s*([^()（）。；：:，,]{2,40})");
    private static final Pattern BRACKET = Pattern.compile(
            "[(（][^()（）]{0,20}?(?:记者|記者|通讯员|通訊員|作者|评论员|評論員|实习生|實習生|编辑|編輯|责编|責編|撰稿|摄影|攝影)[^()（）]{0,60}[)）]");
    private static final Pattern REPRINT = Pattern.compile(
            "^[（(【\\[\\s]*(?:本文|文章|本稿|以上内容)?(?:系|均)?(?:转自|转载自|摘自|选自|原载于?|首发于|来源于)[:：\\s]?[《“]?([\\u4e00-\\u9fffA-Za-z0-9]{2,20}?)[》”]?(?:[，,。；;）)】\\]\\s]|$)");
    private static final Pattern ROLE = Pattern.compile("记者|通讯员|实习生|撰文|摄影|[文图摄][/／、|｜丨图摄]?\\s?(?:图|摄)?");
    private static final Pattern VERB = Pattern.compile("[了在是将为从到获]|报道[^\\s）)】]|表示|介绍|采访");
    private static final Pattern NAME = Pattern.compile("[\\u4e00-\\u9fff]{2,4}(?:·[\\u4e00-\\u9fff]{1,6})?");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s、,，/／|;；&]+");
    /** A name of two characters set as wide as one of three: {@code 白　露}. */
    private static final Pattern SPACED = Pattern
            .compile(
                    "(?<![\\u4e00-\\u9fff])([\\u4e00-\\u9fff])[\\s\\u3000\\u00a0]+([\\u4e00-\\u9fff])(?![\\u4e00-\\u9fff])");
    private static final Pattern AROUND_NAME = Pattern.compile("^[【\\[（(:：]+|[】\\]）)。.]+.*$");
    /** {@code 张三 文/摄}: a name may end in 文, so it is taken off only beside the other work. */
    private static final Pattern WORK = Pattern
            .compile("(?:文|图|摄)(?:字|片|影)?[/／](?:文|图|摄)(?:字|片|影)?|(?<=[\\s])(?:文|图|摄)(?=$|[\\s）)])");
    private static final Pattern DONE = Pattern.compile("(?<=[\\u4e00-\\u9fff]{2})(?:摄|报道|摄影|摄影报道|供图)$");
    private static final Pattern NO_NAME = Pattern.compile(
            ".*(?:网|报|社|台|刊|局|部|讯|站|院|会|办|厅|委|公司|中心|记者|编辑|通讯员|报道|报导|综合|整理|摄影|本报|来源|新闻|日电|消息|手记|观察|调查|来信|日记|获悉|了解|看到|发现|采访|走访|注意|见闻|感言|快讯)$|^(?:本|来|据|从|在|今|昨|近|责|见习|实习)[\\u4e00-\\u9fff]*");
    private static final List<String> EDITOR_LABELS = List.of("责任编辑", "本文责编", "网络编辑", "网页编辑", "实习编辑", "执行编辑",
            "值班编辑", "责编", "编辑");
    private static final List<String> AUTHOR_LABELS = List.of("作者", "记者", "撰稿", "撰文", "文字", "通讯员");

    private Optional<String> source = Optional.empty();
    private final Set<String> authors = new LinkedHashSet<>();
    private final Set<String> editors = new LinkedHashSet<>();

    Optional<String> source() {
        return source;
    }

    List<String> authors() {
        return new ArrayList<>(authors);
    }

    List<String> editors() {
        return new ArrayList<>(editors);
    }

    /** Where the bracket at {@code at} closes when it names reporters or editors, -1 when it does not. */
    static int bracketEnd(CharSequence text, int at) {
        Matcher m = BRACKET.matcher(text).region(at, Math.min(text.length(), at + 100));
        return m.lookingAt() ? m.end() : -1;
    }

    /** Whether the line consists of labels with short values. */
    static boolean isLabelled(String line) {
        if (line.length() > 400) {
            return false;
        }
        if (line.length() <= 40 && isByline(line)) {
            return true;
        }
        if (!hasSeparator(line)) {
            return false;
        }
        if (line.length() <= 300 && line.indexOf('。') < 0) {
            Matcher register = REGISTER.matcher(line);
            if (register.find() && register.start() < 12) {
                return true;
            }
        }
        Matcher m = LABEL.matcher(line);
        return m.find() && m.start() < 40 && line.length() < 60 + 25 * count(line) && !speaks(line, m);
    }

    private static boolean hasSeparator(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (":：|｜丨编校责".indexOf(line.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line is nothing but {@code 文/图 记者张三 李四}. */
    private static boolean isByline(String line) {
        if (!BYLINE.matcher(line).matches()) {
            return false;
        }
        Matcher role = ROLE.matcher(line);
        int from = 0;
        while (role.find()) {
            from = role.end();
        }
        return from > 0 && !names(line.substring(from)).isEmpty() && !VERB.matcher(line).find();
    }

    /** Whether the label is the speaker of what follows, as in an interview: {@code 记者：这是为什么？}. */
    private static boolean speaks(String line, Matcher label) {
        return label.start() == 0 && label.group(1) != null && AUTHOR_LABELS.contains(label.group(1))
                && count(line) == 1 && line.length() > label.end() && names(line.substring(label.end())).isEmpty();
    }

    /** Whether the line says where the text was taken from. */
    static boolean isReprint(String line) {
        return REPRINT.matcher(line).find();
    }

    private static int count(String line) {
        int labels = 0;
        for (Matcher m = LABEL.matcher(line); m.find();) {
            labels++;
        }
        return labels;
    }

    /** Reads the labels of a line that is not part of the body. */
    void readLabels(String line) {
        var labels = new ArrayList<int[]>();
        var names = new ArrayList<String>();
        for (Matcher m = LABEL.matcher(line); m.find();) {
            labels.add(new int[]{ m.start(), m.end() });
            names.add(m.group(1) != null ? m.group(1) : m.group(2));
        }
        Matcher reprint = REPRINT.matcher(line);
        if (source.isEmpty() && reprint.find()) {
            source = Optional.of(reprint.group(1));
        }
        for (int i = 0; i < labels.size(); i++) {
            int to = i + 1 < labels.size() ? labels.get(i + 1)[0] : line.length();
            read(names.get(i), line.substring(labels.get(i)[1], to).strip());
        }
    }

    private void read(String label, String value) {
        if (label.endsWith("来源") || label.equals("稿源")) {
            String first = value.split("[\\s|【】\\[\\]()（）,，。;；<>]", 2)[0].replaceAll("^[《“\"]|[》”\"]$", "");
            if (source.isEmpty() && first.length() >= 2 && first.length() <= 30 && !first.matches("[\\d\\-:/.]+")) {
                source = Optional.of(first);
            }
        } else if (EDITOR_LABELS.contains(label)) {
            editors.addAll(names(value));
        } else if (AUTHOR_LABELS.contains(label)) {
            authors.addAll(names(value));
        }
    }

    /** Reads the reporters that a line of the body names at its beginning or end. */
    void readReporters(String line) {
        for (Matcher m = BRACKET.matcher(line); m.find();) {
            String inside = m.group().substring(1, m.group().length() - 1);
            if (inside.contains("编辑") || inside.contains("责编")) {
                readLabels(inside);
            }
            reporters(inside);
        }
        if (line.length() <= 60 || line.startsWith("本报")) {
            Matcher m = Pattern
                    .compile("^(?:[\\u4e00-\\u9fff]{0,10})(?:记者|通讯员)[:：]?\\s+[^。]{2,30}$|^本报.{0,8}记者.{2,20}(?:报道)?$")
                    .matcher(line);
            if (m.matches()) {
                reporters(line);
            }
        }
    }

    /** Reads the reporters that a line beside the body names. */
    void readByline(String line) {
        if (line.length() <= 80 && line.indexOf('。') < 0) {
            reporters(line);
        }
    }

    private void reporters(String text) {
        for (Matcher m = REPORTERS.matcher(text); m.find();) {
            String value = m.group(1);
            Matcher next = Pattern.compile("记者|通讯员|实习生|摄影|编辑|责编").matcher(value);
            if (next.find()) {
                authors.addAll(names(value.substring(0, next.start())));
                m.region(m.start(1) + next.start(), text.length());
            } else {
                authors.addAll(names(value));
            }
        }
    }

    /** The names at the beginning of {@code value}, as far as every piece is one. */
    private static List<String> names(String value) {
        var names = new ArrayList<String>();
        String closed = SPACED.matcher(WORK.matcher(value).replaceAll(" ")).replaceAll("$1$2");
        for (String piece : BETWEEN_NAMES.split(closed)) {
            String name = DONE.matcher(AROUND_NAME.matcher(piece).replaceAll("")).replaceFirst("");
            if (name.isEmpty()) {
                continue;
            }
            if (!NAME.matcher(name).matches() || NO_NAME.matcher(name).matches()) {
                break;
            }
            names.add(name);
        }
        return names;
    }
}
