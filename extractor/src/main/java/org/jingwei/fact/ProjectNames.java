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
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Where a clause names a project: from a word that ends such names, leftwards to a word that cannot be part of one. */
final class ProjectNames {
    private static final Pattern PHASE_BEHIND = Pattern
            .compile("^(第?[一二三四五]期([\\u4e00-\\u9fff]{0,4}工程|项目)?|[\\u4e00-\\u9fff]{1,4}段(?![\\u4e00-\\u9fff]*段))");
    /** 签约项目共34个, 重点项目19项: of many, none of them named. */
    private static final Pattern MANY = Pattern.compile(
            "^(?:共有|共计|总计|合计|共|有|达到?|约|近|超过?|增至)*(?!1[个项])(?:\\d+|[二三四五六七八九十百两]+)[多余]?[个项](?!月)");
    /** 247个省市重点项目: the same, with the number in front. */
    private static final Cue NUMBERED = Cue.of("(?<![\\d.第])(?!1[个项])(?:\\d+|[二三四五六七八九十百两几数]+)[多余]?[个项][^，；、]{0,12}$");
    /** 总投资10亿元的产业园: what money is put into is a project, whatever its kind. */
    private static final Pattern FUNDED = Pattern
            .compile("投资(?:约|近|超过?|逾|达|不低于|不少于)?[\\d.]+[余多]?[万千百]*[亿万]余?元?(?:人民币|美元|欧元)?的[^，；、]{2,24}$");
    /** 投资32亿元建设绿色智算中心: money of its own makes one thing of it, however it is called. */
    private static final Pattern PAID_FOR = Pattern
            .compile(
                    "投资(?:约|近|超过?|逾|达)?[\\d.]+[余多]?[万千百]*[亿万]余?元?(?:人民币|美元|欧元)?(?:（[^）]{2,20}）)?(?:在[^，；。]{2,24})?(?:建设|新建|兴建|打造)$");
    private static final Cue AIRPORT = Cue.of("(?:机场|港|港区|站)$");
    /** 机场至某地航线开通: what begins there is the route. */
    private static final Pattern ROUTE = Pattern.compile("(?:至|到|往返|直飞|飞往|—|-)[^，。]{1,20}(?:航线|班列|航班|线路)");
    private static final Pattern UNDERWAY = Pattern.compile("(?:目前)?(?:也)?(?:正在?)(?:加紧|抓紧|加快|全力)?(?:建设|施工)(?!用地)");
    private static final Cue BUILT_NOW = Cue.of("(?:正在(?:建设|施工)|在建|投资建设|开工建设)的$");
    private static final Pattern COSTS = Pattern.compile(
            "[，,]?(?:建设，该[^，]{1,4}(?:全长|总长|占地)[^。；]{0,30}?，(?:计划|预计)?总投资|(?:第?[一二三四]期(?:工程|项目)?(?:计划|预计)?总?|(?:计划|预计|概算)?总)投资|(?:位于|地处|坐落于|设计|规划|占地|建筑面积|全长)[^。；]{0,50}?，(?:计划|预计|项目)?总?投资|则?(?:设计|规划)年产[能量]?)(?:额|约|达|为|超过?|近)*\\d");
    private static final Cue COUNTED = Cue.of("(\\d+(\\.\\d+)?[多余]?|[一二三四五六七八九十百千两]+)(个|项|条|座|家)$");
    /** 科学大道、国际产业园等22个项目集中开工: items of a list of projects. */
    private static final Pattern LISTED = Pattern.compile(
            "^(?:、[^，。；]{2,30})*等[^，。；、]{0,14}(?:项目|工程)[^，。]{0,12}(?:开工|奠基|动工|竣工|投产|通车|签约|复工|启动|落户|投用|开通|建成)");
    /** 项目包括…: what is listed are projects. */
    private static final Cue INTRODUCED = Cue
            .of("(?:项目|工程)[^，。、]{0,4}(?:包括|包含|有|分别[为是]|主要[为是有])[：:]?(?:[^，。；]*、)?[^，。；、]*$");
    /** 社区隔离设施项目: the name goes on to a surer end. */
    /** 甲产业园、乙加工项目分别投资…: both items are projects, whatever the first one ends with. */
    private static final Pattern ONE_OF_TWO = Pattern
            .compile("^、[^，。；、]{2,30}(?:项目|工程)(?:分别|均|都|同日|同时|集中|双双)");
    private static final Cue HAPPENS = Cue
            .of("开工|奠基|动工|竣工|投产|通车|投用|启动|建设|投资|打造|揭牌|落户|签约|开通|运营|投入|将|已|正");
    private static final Pattern LONGER = Pattern.compile("^[^，、。的在与和等]{1,10}(?:项目|工程)");
    /** 环保工程园项目. */
    private static final Pattern FURTHER = Pattern.compile("^[\\u4e00-\\u9fff&&[^由为是已将在的和与等及或]]{1,3}项目");
    private static final Cue LOCATED = Cue.of("(?:在|位于|落户|入驻|进驻|进入|来到|走进|坐落于)[^，的]{0,2}$");
    /** 落户某试验区: where the project is of which this is told. */
    private static final Pattern SETTLES = Pattern.compile("落户|落地|入驻|选址|位于");
    /** 推进项目实施: the object of a verb. */
    private static final Cue NO_NAME = Cue.of(
            "(?:推进|推动|实施|开展|参与|启动|涉及|举行|举办|签署|签订|包括|获得|宣布|承接|引进|中标|加快|支持|确保|保障|带动|促进|谋划|储备|对接|服务|重启|该|本|此)$");
    private static final Cue CLASSIFIED = Cue
            .of("(?:(?<![个别要中家])是|作为|成为|属于|列入|列为|入选|纳入)(?![^，]*(?:投资|投建|建设|实施)[^，]{0,10}的$)[^“《，]{0,24}的$");
    private static final Pattern LEADING = Pattern.compile("^((全球|全国|国内|世界|亚洲|我国|全省|全市)?(首个|首条|首座|最大|第一条|第一个)的?"
            + "|国家?重大水利工程|省重点工程|重点工程|[、和及与“”]|等|一[条座个家处](?=[^，的]))+");
    /** 涵盖桥梁建设、河道治理工程等领域: kinds of projects. */
    private static final Cue KINDS = Cue.of("(?:涵盖|覆盖)[^，；]*$");
    /** 其中近三分之一为民营企业总部: what kind they are. */
    private static final Cue SHARE = Cue.of("(?:分之[一二两三四五六七八九十]|[一二两三四五六七八九]成|%|半)(?:以上|左右|多)?(?:都|均)?(?:为|是|属于)$");
    /** 年产50万台的减速器产线: says of what size, and goes on. */
    private static final Pattern CAPACITY = Pattern.compile("年[产处加][理工]?[\\d.]+[万亿千百]*[^\\d，的]{1,4}$");
    /** 第二家印刷电路板工厂: how many there are by then, and no name. */
    private static final Pattern NTH = Pattern.compile("第[一二三四五六七八九十\\d]+[家个]");
    private static final Pattern ORDINAL = Pattern.compile("^[一二三四五六七八九十\\d]+[、.．]");

    private static final Cue BUILDS = Cue.of("建设|投建|新建|兴建|建成|打造|开建|扩建|动工|改建");
    private static final Pattern BUILT_TOGETHER = Pattern.compile("共建[^，。]{0,14}$");
    private static final Pattern SIZED = Pattern.compile("\\d[^，。]{0,6}(?:亿元|万元|亿美元|亩|平方米|平方公里|公顷)");
    private static final Pattern BEGINS = Pattern
            .compile("[^，。的]{0,14}(?:开工|奠基|动工|竣工|投产|通车|投用|启动建设|开通|投入使用|投入运营|交付使用)");
    private static final Pattern CONTINUES = Pattern
            .compile("为主|公司|方|学|技术|机械|研究|实验室|造价|监理|组|管理|实施主体|主体|业主|法人|建设面积|工期|资金来源|涉及|集群|师|局|院|施工(?!总承包|合同)|体系|量|类");

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
                    || LISTED.matcher(behind).find() || ONE_OF_TWO.matcher(behind).find()
                    || FUNDED.matcher(text.substring(left, head.start())).find()
                    || underway(behind) || builtTogether(scene, clause, text, head)
                    || costs(scene, clause, clause.span().start() + head.end())
                    || introduced(text.substring(0, head.start()));
            if (!sure && !object || continues(text, head.end()) || sure && MANY.matcher(behind).find()
                    || sure && FURTHER.matcher(behind).find()
                    || !sure && (LONGER.matcher(behind).find() || within(behind))) {
                continue;
            }
            int end = head.end();
            Matcher phase = PHASE_BEHIND.matcher(text.substring(end));
            if (phase.find() && !text.substring(end).matches("^[一二三四五]期(投资|总投资|投入|计划).*")) {
                end += phase.end();
            }
            int start = start(scene, clause, text, left, head.start());
            if (!sure && LOCATED.in(text.substring(0, start))) {
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
        return AIRPORT.in(text.substring(0, end)) && ROUTE.matcher(behind).lookingAt()
                || CONTINUES.matcher(behind).lookingAt()
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

    /** 泊位正在建设, 正在建设的码头. */
    static boolean underway(String before, String behind) {
        return BUILT_NOW.in(before) || underway(behind);
    }

    private static boolean underway(String behind) {
        return UNDERWAY.matcher(behind).lookingAt();
    }

    /** 某基地总投资27亿元, 某货场位于…，占地900亩，总投资11亿元: what money is put into, told behind its name. */
    static boolean costs(Scene scene, Clause clause, int end) {
        return COSTS.matcher(scene.between(end, scene.sentenceSpan(clause).end())).lookingAt();
    }

    /** Whether a project stands beside the name in a list, by the words behind it: 甲产业园、乙加工项目分别投资…. */
    static boolean paired(String behind) {
        return ONE_OF_TWO.matcher(behind).find();
    }

    /** 双方将共建内陆港，占地480亩: a thing that is built, and not only worked at together. */
    private static boolean builtTogether(Scene scene, Clause clause, String text, Cue.Search head) {
        return BUILT_TOGETHER.matcher(text.substring(0, head.start())).find() && SIZED.matcher(
                scene.between(clause.span().start() + head.end(), scene.sentenceSpan(clause).end())).find();
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
        if (quote >= left && text.indexOf('”', quote) > head && text.substring(quote, head).indexOf('，') < 0) {
            return quote + 1;
        }
        int start = left;
        for (String word : boundaries) {
            // 公路建设项目: directly before its last word it is part of the name
            for (int at = text.lastIndexOf(word, head - word.length() - 1); at >= start; at = text.lastIndexOf(word,
                    at - 1)) {
                if (!insideName(scene, clause, at, at + word.length())
                        && !(word.equals("的") && CAPACITY.matcher(text.substring(0, at)).find())) {
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
        if (KINDS.in(text.substring(0, start)) || SHARE.in(text.substring(0, trimmed.start()))
                || trimmed.of(text).indexOf(Article.LOST) >= 0
                || classified(text, start)) {
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
        if (SETTLES.matcher(whole).lookingAt() || NO_NAME.matcher(body).find() || text.startsWith("——", end)) { // 重大水利工程——某江整治工程: of what kind it is
            return false;
        }
        if (NTH.matcher(body).lookingAt()) {
            return false;
        }
        if (body.endsWith("的")) {
            return false; // 真金白银的项目, 签下来的项目: which ones, without a name
        }
        if (NUMBERED.matcher(body).find() && whole.matches(".*(项目|工程)$")) {
            return false;
        }
        String kind = body.replaceFirst("^.*(\\d+[多余]?|[一二三四五六七八九十百千两]+)(个|项|条|座|家)(?=\\S)", "");
        return kind.length() >= 2 && !kind.contains("等")
                && (!generic.matcher(unplaced(scene, clause, kind)).matches()
                        || PAID_FOR.matcher(text.substring(0, trimmed.start())).find() && !whole.matches(".*(项目|工程)$")
                        || calledByPlace(scene, clause, kind, whole))
                && !whole.matches(".*类(项目|工程)$")
                && !COUNTED.in(text.substring(0, trimmed.start()))
                && !COUNTED.in(body) && !body.matches("^(\\d+|[一二三四五六七八九十百千两多数几]+)[多余]?(个|项|条|座|家).*");
    }

    /** 是省政府确定的重点产业项目: tells what kind of project another one is. */
    private static boolean classified(String text, int start) {
        return CLASSIFIED.in(text.substring(0, start));
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
        rest = scene.undated(rest, clause.span());
        return rest.equals(body) ? rest : rest.replaceFirst("^[市县区州省]", "");
    }

    private static Span trim(String text, int start, int end) {
        int from = start;
        for (Pattern lead : List.of(LEADING, ORDINAL)) {
            Matcher m = lead.matcher(text.substring(from, end));
            if (m.lookingAt() && m.end() < end - from) {
                from += m.end();
            }
        }
        while (from < end && (" 　、“”".indexOf(text.charAt(from)) >= 0
                || text.charAt(from) == '《' && text.substring(from, end).indexOf('》') < 0)) {
            from++;
        }
        int to = end;
        while (to > from && " ”".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return new Span(from, to);
    }

    /** 某某有限公司年产3万吨竹浆项目: who owns it, when the name says enough without the company's. */
    static Optional<NameMention> owner(Scene scene, Span name) {
        return scene.names(name, Type.ORG).stream().filter(n -> n.span().start() == name.start())
                .filter(n -> {
                    String rest = scene.between(n.span().end(), name.end());
                    return rest.length() >= 6 && rest.matches("[\\u4e00-\\u9fff“\\d].*")
                            && (n.name().endsWith("公司") && n.name().length() >= 8 || rest.startsWith("年产"));
                }).findFirst();
    }

    /** Whether the name begins with an organisation: its investor. */
    static Optional<String> leadingOrganisation(Scene scene, Span name) {
        return scene.names(name, Type.ORG).stream().filter(n -> n.span().start() == name.start())
                .filter(n -> !n.span().equals(name)).map(n -> n.full()).findFirst();
    }
}
