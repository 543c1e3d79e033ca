package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention.Type;

/** Where a clause names a project: from a word that ends such names, leftwards to a word that cannot be part of one. */
final class ProjectNames {
    private static final Pattern PHASE_BEHIND = Pattern
            .compile("^(第?[一二三四五]期([\\u4e00-\\u9fff]{0,4}工程|项目)?|[\\u4e00-\\u9fff]{1,4}段(?![\\u4e00-\\u9fff]*段))");
    private static final Pattern COUNTED = Pattern
            .compile("(\\d+(\\.\\d+)?[多余]?|[一二三四五六七八九十百千两]+)(个|项|条|座|家)$");
    /** 科学大道、国际产业园等22个项目集中开工: items of a list of projects. */
    private static final Pattern LISTED = Pattern.compile(
            "^(?:、[^，。；]{2,30})*等[^，。；、]{0,14}(?:项目|工程)[^，。]{0,12}(?:开工|奠基|动工|竣工|投产|通车|签约|复工|启动|落户|投用|开通|建成)");
    /** 项目包括…: what is listed are projects. */
    private static final Cue INTRODUCED = Cue
            .of("(?:项目|工程)[^，。、]{0,4}(?:包括|包含|有|分别[为是]|主要[为是有])[：:]?(?:[^，。；]*、)?[^，。；、]*$");
    /** 社区隔离设施项目: the name goes on to a surer end. */
    private static final Cue HAPPENS = Cue
            .of("开工|奠基|动工|竣工|投产|通车|投用|启动|建设|投资|打造|揭牌|落户|签约|开通|运营|投入|将|已|正");
    private static final Pattern LONGER = Pattern.compile("^[^，、。的在与和等]{1,10}(?:项目|工程)");
    private static final Pattern LOCATED = Pattern.compile("(?:在|位于|落户|入驻|进驻|进入|来到|走进|坐落于)[^，的]{0,2}$");
    /** 推进项目实施: the object of a verb. */
    private static final Pattern NO_NAME = Pattern.compile(
            "(?:推进|推动|实施|开展|参与|启动|涉及|举行|举办|签署|签订|包括|获得|宣布|承接|引进|中标|加快|支持|确保|保障|带动|促进|谋划|储备|对接|服务|重启)$");
    private static final Pattern CLASSIFIED = Pattern.compile("(?:(?<![个别要中家])是|作为|成为|属于|列入|列为|入选|纳入)[^“《，]{0,24}的$");
    private static final Pattern LEADING = Pattern.compile("^((全球|全国|国内|世界|亚洲|我国|全省|全市)?(首个|首条|首座|最大|第一条|第一个)的?"
            + "|国家?重大水利工程|省重点工程|重点工程|[、和及与“”]|等)+");
    private static final Pattern ORDINAL = Pattern.compile("^[一二三四五六七八九十\\d]+[、.．]");

    private static final Cue BUILDS = Cue.of("建设|投建|新建|兴建|建成|打造|开建|扩建|动工");
    private static final Pattern BEGINS = Pattern
            .compile("[^，。的]{0,14}(?:开工|奠基|动工|竣工|投产|通车|投用|启动建设|开通|投入使用|投入运营|交付使用)");
    private static final Pattern CONTINUES = Pattern
            .compile("为主|公司|方|组|管理|实施主体|主体|业主|法人|建设面积|工期|资金来源|涉及|集群|师|局|院|施工(?!总承包|合同)|体系|量|类");

    private final List<String> strong = new ArrayList<>();
    private final Cue heads;
    private final List<String> boundaries = Words.lines("project-boundaries.txt").stream()
            .sorted(Comparator.comparingInt((String w) -> -w.length()).thenComparing(w -> w)).toList();
    private final Pattern generic;
    private final Pattern longer;

    ProjectNames() {
        var all = new ArrayList<String>();
        for (String line : Words.lines("project-heads.txt")) {
            String head = line.startsWith("+") ? line.substring(1) : line;
            if (line.startsWith("+")) {
                strong.add(head);
            }
            all.add(head);
        }
        all.sort(Comparator.comparingInt((String w) -> -w.length()).thenComparing(w -> w));
        String any = String.join("|", all);
        heads = Cue.of(any);
        longer = Pattern.compile("([^，、。；：“”《》的在与和等]{1,10}?)(?:" + any + ")(?=[等、，。；]|$)");
        generic = Pattern.compile("(" + String.join("|", Words.lines("project-generic.txt"))
                + "|\\d+(?:[./]\\d+)?(?:亿元?|万元|强)?|[、和及与“”/])*");
    }

    /** The names in this clause, in order. */
    List<Span> in(Scene scene, Clause clause) {
        String text = scene.of(clause);
        var found = new ArrayList<Span>();
        int left = 0;
        Cue.Search head = heads.over(text, 0, text.length());
        while (head.find()) {
            if (head.start() < left) {
                continue; // inside the phase that the name before ended with
            }
            boolean sure = strong.contains(head.group());
            String behind = text.substring(head.end());
            boolean object = builds(text.substring(left, head.start())) || begins(behind)
                    || LISTED.matcher(behind).find()
                    || introduced(text.substring(0, head.start()));
            if (!sure && !object || continues(text, head.end())
                    || !sure && (LONGER.matcher(behind).find() || within(behind))) {
                continue;
            }
            int end = head.end();
            Matcher phase = PHASE_BEHIND.matcher(text.substring(end));
            if (phase.find() && !text.substring(end).matches("^[一二三四五]期(投资|总投资|投入|计划).*")) {
                end += phase.end();
            }
            int start = start(scene, clause, text, left, head.start());
            if (!sure && LOCATED.matcher(text.substring(0, start)).find()) {
                left = end;
                continue; // 在产业园奠基: where it is, not what it is
            }
            if (names(scene, clause, text, start, head.start(), end)) {
                found.add(trim(text, start, end).shift(clause.span().start()));
            }
            left = end;
        }
        return found;
    }

    /** 项目 in 项目公司 or 工程 in 工程施工 is part of a longer word; so is any head before a further head. */
    private boolean continues(String text, int end) {
        String behind = text.substring(end);
        return CONTINUES.matcher(behind).lookingAt()
                || heads.matcher(behind).lookingAt();
    }

    /** 枢纽 in 果园港国际枢纽经济产业园, 园 in 果园港: nothing happens before the name's own last word. */
    private boolean within(String behind) {
        Matcher rest = longer.matcher(behind);
        return rest.lookingAt() && !HAPPENS.in(rest.group(1));
    }

    /** Whether the words before a name say that projects are listed there. */
    static boolean introduced(String before) {
        return INTRODUCED.in(before);
    }

    private static boolean builds(String before) {
        return BUILDS.in(before);
    }

    /** 大桥今天开工, 铁路开通运营: what begins or ends is the subject. */
    private static boolean begins(String behind) {
        return BEGINS.matcher(behind).lookingAt();
    }

    private int start(Scene scene, Clause clause, String text, int left, int head) {
        int quote = Math.max(text.lastIndexOf('“', head), text.lastIndexOf('《', head));
        if (quote >= left && text.indexOf('”', quote) > head) {
            return quote + 1;
        }
        int start = left;
        for (String word : boundaries) {
            // 公路建设项目: directly before its last word it is part of the name
            for (int at = text.lastIndexOf(word, head - word.length() - 1); at >= start; at = text.lastIndexOf(word,
                    at - 1)) {
                if (!insideName(scene, clause, at, at + word.length())) {
                    start = at + word.length();
                    break;
                }
            }
        }
        return start;
    }

    private static boolean insideName(Scene scene, Clause clause, int from, int to) {
        Span span = new Span(from, to).shift(clause.span().start());
        return scene.names().stream().anyMatch(n -> n.span().contains(span) && n.span().length() > span.length());
    }

    private boolean names(Scene scene, Clause clause, String text, int start, int head, int end) {
        Span trimmed = trim(text, start, end);
        if (trimmed.of(text).indexOf(Article.LOST) >= 0 || classified(text, start)) {
            return false;
        }
        if (!scene.names(trimmed.shift(clause.span().start()), Type.PERSON).isEmpty()) {
            return false; // 市长某某宣布项目
        }
        if (trimmed.end() - trimmed.start() < 4 || trimmed.length() > 60) {
            return false;
        }
        int bodyEnd = Math.max(trimmed.start(), Math.min(head, trimmed.end()));
        String body = text.substring(trimmed.start(), bodyEnd);
        String whole = trimmed.of(text);
        if (NO_NAME.matcher(body).find() || text.startsWith("——", end)) { // 重大水利工程——某江整治工程: of what kind it is
            return false;
        }
        String kind = body.replaceFirst("^.*(\\d+[多余]?|[一二三四五六七八九十百千两]+)(个|项|条|座|家)(?=\\S)", "");
        return kind.length() >= 2 && !kind.contains("等")
                && (!generic.matcher(unplaced(scene, clause, kind)).matches()
                        || calledByPlace(scene, clause, kind, whole))
                && !whole.matches(".*类(项目|工程)$")
                && !COUNTED.matcher(text.substring(0, trimmed.start())).find()
                && !COUNTED.matcher(body).find() && !body.matches("^(\\d+|[一二三四五六七八九十百千两多数几]+)[多余]?(个|项|条|座|家).*");
    }

    /** 是省政府确定的重点产业项目: tells what kind of project another one is. */
    private static boolean classified(String text, int start) {
        return CLASSIFIED.matcher(text.substring(0, start)).find();
    }

    /** 宜都项目, again and again: an article's short name for the project that it tells of there. */
    private static boolean calledByPlace(Scene scene, Clause clause, String kind, String whole) {
        return whole.endsWith("项目")
                && scene.names(clause.span(), Type.PLACE).stream().anyMatch(n -> n.name().equals(kind))
                && scene.text().indexOf(whole) != scene.text().lastIndexOf(whole);
    }

    /** Without places and times: 云南省一季度重大产业 is as unspecific as 重大产业. */
    private static String unplaced(Scene scene, Clause clause, String body) {
        String rest = body;
        for (var name : scene.names(clause.span(), Type.PLACE)) {
            rest = rest.replace(name.name(), "");
        }
        return scene.undated(rest, clause.span()).replaceFirst("^[市县区州省]", "");
    }

    private static Span trim(String text, int start, int end) {
        int from = start;
        for (Pattern lead : List.of(LEADING, ORDINAL)) {
            Matcher m = lead.matcher(text.substring(from, end));
            if (m.lookingAt() && m.end() < end - from) {
                from += m.end();
            }
        }
        while (from < end && " 　、“”".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int to = end;
        while (to > from && " ”".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return new Span(from, to);
    }

    /** Whether the name begins with an organisation: its investor. */
    static Optional<String> leadingOrganisation(Scene scene, Span name) {
        return scene.names(name, Type.ORG).stream().filter(n -> n.span().start() == name.start())
                .map(n -> n.full()).findFirst();
    }
}
