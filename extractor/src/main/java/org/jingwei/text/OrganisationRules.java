package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/**
 * Organisations that their last characters show: legal forms of companies, government bodies, institutions, media. The
 * name grows to the left over places, brands and nouns and stops at verbs, function words and punctuation.
 */
final class OrganisationRules {
    private static final Pattern LEGAL = Pattern
            .compile("(?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|总公司|合伙企业[(（]有限合伙[)）]|公司)");
    /** The builders that the state numbers (中建八局, 中铁十二局). */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:中建|中铁建|中铁|中交|中国水电|中电建|中冶|中核)第?[一二三四五六七八九十]{1,3}(?:局|公局|航局|航院|院|冶)(?:集团)?(?:有限公司)?");
    /** The rest of a project's name, whose owner stands in front (华润生命科学园项目). */
    private static final Pattern PROJECT = Pattern.compile("[\\u4e00-\\u9fffA-Za-z0-9]{2,20}?项目");
    private static final Cue CONTRACTORS = Cue.of("总包|分包|劳务|物业|[及与]");
    private static final Pattern GOVERNMENT = Pattern
            .compile("(?:管理委员会|工作委员会|委员会|管委会|人民政府|政府|省委|市委|区委|县委|州委|地委|盟委|旗委|党委|工委|纪委监委|发展改革委|发改委|国资委|卫健委|科委|经信委|经信局"
                    + "|监督管理局|管理局|公安局|公安厅|税务局|统计局|商务局|财政局|[\\u4e00-\\u9fff]{2,6}局|[\\u4e00-\\u9fff]{2,6}厅|海关|海事局|法院|检察院"
                    + "|人大常委会|人大|政协|监管局|证监局|调查总队|办公厅|办公室|总工会|工商联|贸促会|商务部|领事馆|大使馆)");
    private static final Cue INSTITUTION = Cue
            .of(
                    "(?:大学|学院|研究院|研究所|研究总院|研究中心|训练中心|指挥中心|检测中心|监测中心|预警中心|疾控中心|控制中心|信息中心|评估中心|评价中心|结算中心|清算中心|推广中心|发展中心|管理中心|测试中心|计量中心|检验检测中心|促进中心|保障中心|科学院|设计院|规划院|勘查院|勘察院|测绘院|检验院|检测院|农科院|社科院|工程院|医院|中学|小学|学校|幼儿园"
                            + "|协会|学会|联合会|商会|联盟|基金会|促进会|总会|理事会|交易所|交易中心|博物馆|图书馆|科技馆|美术馆|实验室|电视台|广播电台|通讯社|出版社|出版集团"
                            + "|商业银行|农商银行|农商行|银行|分行|支行|信用社|证券|基金|信托|期货|人寿|财险|产险|资本|律师事务所|会计师事务所|事务所|俱乐部|集团|总部|分中心|服务中心|航空|铁路局|总队|合作社)");
    private static final Cue TRADED = Cue.of("(?:钢铁|水泥|化工|电力|能源|科技|医药|药业|汽车|矿业|股份|重工|电气|石化|地产|证券)$");
    private static final Pattern MEDIA = Pattern
            .compile("(?:日报|晚报|早报|时报|周刊|周报|导报|商报|证券报|财经|新闻网|经济网|[\\u4e00-\\u9fff]{2,4}网)");
    private static final Pattern PRESS_TITLE = Pattern
            .compile("《([\\u4e00-\\u9fff0-9]{2,12}(?:日报|晚报|早报|时报|周刊|周报|导报|商报|报|新闻|财经|杂志))》");
    private static final Set<String> NOT_BODIES = Set.of("格局", "布局", "结局", "全局", "大局", "开局", "僵局", "当局", "餐厅", "大厅",
            "客厅", "展厅", "舞厅", "邮局",
            "电网", "管网", "互联网", "物联网", "路网", "水网", "官网", "骨干网", "网", "联网", "全网", "车联网", "组网", "航空", "证券", "基金", "信托",
            "期货", "资本", "总部", "银行",
            "大学", "学院", "海关", "政府", "集团", "公司");
    private static final Set<String> NOT_NAMES = Set.of("职业", "商业", "国有", "民营", "大型", "多家", "上市", "中央", "地方", "政策性",
            "开发性", "该", "本", "各", "跨国", "科技",
            "能源", "汽车", "钢铁", "水泥", "房地产", "互联网", "股份", "投资", "控股", "项目", "合资", "独资", "国家级", "区域", "地区", "总", "分", "子",
            "母", "外国", "国外", "境外",
            "外资", "港资", "台资", "村镇", "城市", "农村", "全球", "产业", "行业", "实体", "社会", "民间", "专项", "公募", "私募", "股权", "创业", "风险",
            "引导", "母基金", "双一流",
            "高等", "高职", "专科", "三甲", "重点", "国家重点", "省级", "市级", "区级", "县级", "一级", "联合", "共享", "区域性", "全国性", "国际", "国际性",
            "国内", "省", "市", "县",
            "区", "州", "农业", "工业", "金融", "物流", "科研", "医疗", "文化", "旅游", "保险", "人力", "社会资本", "产业资本", "外国语", "人民", "中级",
            "高级");

    private static final Pattern COMMON_TAG = Pattern.compile("n|vn|b|a|ad|an|nn.*|f|s");
    private static final Pattern COUNTED_TAG = Pattern.compile("[mqp].*");
    private static final Pattern PROPER_TAG = Pattern.compile("nz|nr.*|nt.*|ns|nx|j");
    private static final Pattern BODY_ALONE = Pattern.compile("海关|政府");
    private static final Pattern NAME_TAG = Pattern.compile("nz|nr.*|nt.*|j|nrf");
    private static final Pattern FUNCTION_TAG = Pattern.compile("[mqpdcu].*");
    private static final Pattern NEEDS_BRAND = Pattern.compile("集团|总部|资本|证券|基金|信托|期货|航空|银行");
    private static final Pattern PLACE_IS_BRAND = Pattern.compile("银行|证券|集团|航空");
    private static final Pattern AFTER_SITE = Pattern.compile("(?:消息|讯|数据|报道|记者|总裁|获悉|发布|首席|分析|研究).*");

    private final NameTrie trie;
    private final PlaceRules places;

    OrganisationRules(NameTrie trie, PlaceRules places) {
        this.trie = trie;
        this.places = places;
    }

    List<Candidate> find(Passage p) {
        List<Candidate> found = new ArrayList<>();
        known(p, found);
        legal(p, found);
        bodies(p, found);
        institutions(p, found);
        media(p, found);
        numbered(p, found);
        return found;
    }

    private void known(Passage p, List<Candidate> found) {
        for (int i = p.start(); i < p.end(); i++) {
            int end = p.end();
            while ((end = trie.longest(p.text, i, end, NameMention.Type.ORG)) > 0) {
                if (trusted(p, i, end)) {
                    boolean owner = p.clauseStart(i) && PROJECT.matcher(p.text).region(end, p.end()).lookingAt();
                    found.add(new Candidate(new Span(withPlace(p, i, end), end), NameMention.Type.ORG,
                            owner ? "project-owner" : "organisation-known", owner ? Candidate.FIRM : Candidate.PLAIN));
                    i = end - 1;
                    break;
                }
                end--;
            }
        }
    }

    /** A short place that opens a longer known name belongs to it (新疆八一钢铁), unless 在 says that it is where. */
    private int withPlace(Passage p, int from, int to) {
        int place = from - 2;
        boolean opens = place >= p.start() && to - from >= 4 && TRADED.in(p.sub(from, to))
                && p.boundary(place) && trie.is(p.sub(place, from), NameMention.Type.PLACE)
                && !trie.is(p.sub(from, from + 2), NameMention.Type.PLACE);
        return opens && "在于到、和".indexOf(p.charAt(place - 1)) < 0 ? place : from;
    }

    private boolean trusted(Passage p, int from, int to) {
        String name = p.sub(from, to);
        if (trie.entry(name).orElseThrow().common()) {
            return false;
        }
        Token head = p.token(from);
        Token tail = p.token(to - 1);
        boolean left = p.boundary(from) || !inDictionaryWord(head, from, to);
        boolean right = p.boundary(to) || !inDictionaryWord(tail, from, to);
        return left && right;
    }

    /** Whether a word of the dictionary sticks out of the name; guessed persons do not count. */
    private static boolean inDictionaryWord(Token token, int from, int to) {
        return token != null && !token.tag().startsWith("nr") && (to - from < 4 || token.word().length() <= 3)
                && !token.tag().equals("nz") || token != null && token.tag().equals("i");
    }

    private void legal(Passage p, List<Candidate> found) {
        if (!p.has("公司", "合伙企业")) {
            return;
        }
        Matcher m = LEGAL.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            boolean bare = m.group().equals("公司");
            if (bare && "子孙分母总".indexOf(p.charAt(m.start() - 1)) >= 0) {
                continue;
            }
            int start = name(p, m.start(), bare ? 14 : 32);
            if (!bare) {
                start = acrossAnd(p, start);
            }
            if (start >= m.start() || m.start() - start < 2 && !bare) {
                continue;
            }
            if (bare && (!proper(p, start, m.start()) || CONTRACTORS.in(p.sub(start, m.start())))) {
                continue;
            }
            found.add(new Candidate(new Span(start, m.end()), NameMention.Type.ORG,
                    bare ? "company-bare" : "company-legal", bare ? Candidate.PLAIN : Candidate.FIRM));
        }
    }

    /** A 和 inside a brand (中和, 金特和钢): what is left of it opens a name and does not end one, nor is right of it one. */
    private int acrossAnd(Passage p, int start) {
        Token right = p.token(start);
        if (p.charAt(start - 1) != '和' || right == null || right.word().length() > 1) {
            return start;
        }
        int left = p.growLeft(start - 1, 8);
        int place = left < start - 1 ? places.known(p, left, true) : -1;
        return place > 0 && place < start - 1 && start - 1 - place <= 3 ? left : start;
    }

    /** Where the name that ends in a suffix at {@code end} starts. */
    private int name(Passage p, int end, int most) {
        int start = p.growLeft(end, most);
        // verbs and common nouns that lead up to a place or a brand are not part of the name
        int firstPlace = -1;
        for (int i = start; i < end; i++) {
            if (p.boundary(i) && "(（".indexOf(p.charAt(i - 1)) < 0 && places.known(p, i, true) > 0) {
                firstPlace = i;
                break;
            }
        }
        while (start < end) {
            Token token = p.token(start);
            if (token == null) {
                start++;
                continue;
            }
            if (token.span().start() < start) {
                break;
            }
            boolean leads = "市省县区州".contains(token.word()) || token.tag().startsWith("v") && token.word().length() > 1
                    || token.tag().equals("d");
            boolean describes = firstPlace > start && COMMON_TAG.matcher(token.tag()).matches()
                    && token.word().length() > 1 && !trie.is(token.word(), NameMention.Type.ORG);
            if (!leads && !describes) {
                break;
            }
            start = token.span().end();
        }
        return behindBuilds(p, start, end);
    }

    /** 共建新能源产业学院: the words are cut amiss, and 建 belongs to the verb. */
    private static int behindBuilds(Passage p, int start, int end) {
        return p.charAt(start) == '建' && "共筹扩兴改".indexOf(p.charAt(start - 1)) >= 0 && end - start > 2
                ? start + 1
                : start;
    }

    /** Whether {@code [from, to)} holds something that only a name holds, besides places. */
    private boolean proper(Passage p, int from, int to) {
        if (to <= from || NOT_NAMES.contains(p.sub(from, to))) {
            return false;
        }
        int i = from;
        if (p.token(from) != null && p.token(from).tag().startsWith("m")) {
            return false;
        }
        while (i < to) {
            int end = places.known(p, i, true);
            if (end > 0 && end <= to) {
                i = end;
                continue;
            }
            Token token = p.token(i);
            if (token == null) {
                i++;
                continue;
            }
            String word = token.word();
            boolean unknown = word.length() == 1 && Passage.han(word.charAt(0)) && !NOT_NAMES.contains(word)
                    && !COUNTED_TAG.matcher(token.tag()).matches()
                    || PROPER_TAG.matcher(token.tag()).matches() || trie.is(word, NameMention.Type.ORG);
            if (unknown && (word.length() > 1 || to - from >= 2)) {
                return true;
            }
            i = token.span().end();
        }
        return false;
    }

    private void bodies(Passage p, List<Candidate> found) {
        if (!p.has("委", "府", "局", "厅", "海关", "法院", "检察院", "人大", "政协", "总队", "办公室", "总工会", "工商联", "贸促会", "商务部", "使馆",
                "领事馆")) {
            return;
        }
        Matcher m = GOVERNMENT.matcher(p.text).useTransparentBounds(true).useAnchoringBounds(false);
        int at = p.start();
        while (at < p.end() && m.region(at, p.end()).find()) {
            at = m.start() + 1;
            int end = m.end();
            if (!p.boundary(end)) {
                continue;
            }
            Token last = p.token(end - 1);
            if (last != null && NOT_BODIES.contains(last.word()) && last.word().length() > 1
                    && !BODY_ALONE.matcher(last.word()).matches()) {
                continue;
            }
            int suffix = Math.max(m.start(), last == null ? m.start() : Math.min(last.span().start(), end - 1));
            int start = body(p, p.growLeft(suffix, 26), suffix);
            start = p.charAt(start - 1) == '驻' ? sender(p, start) : start;
            if (start >= 0 && start < suffix) {
                found.add(new Candidate(new Span(start, end), NameMention.Type.ORG, "government-body", Candidate.FIRM));
                at = end;
            }
        }
    }

    /** Where the country in front of 驻 starts (意大利驻上海总领事馆); -1 when none is there. */
    private int sender(Passage p, int from) {
        for (int i = Math.max(p.start(), from - 10); i < from - 2; i++) {
            if (places.known(p, i, true) == from - 1) {
                return i;
            }
        }
        return -1;
    }

    /** A body's name starts with a place or with a word for the whole country. */
    private int body(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (p.boundary(i) && (places.known(p, i, true) > 0 || p.startsWith("国家", i) && p.startsWith("局", to)
                    || p.startsWith("中国", i) || p.startsWith("中华", i)
                    || p.startsWith("中共", i))) {
                return i;
            }
        }
        return to;
    }

    private void institutions(Passage p, List<Candidate> found) {
        Cue.Search m = INSTITUTION.over(p.text, p.start(), p.end());
        while (m.find()) {
            int end = m.end();
            if (!p.boundary(end)) {
                continue;
            }
            int start = name(p, m.start(), 20);
            while (start < m.start() && p.token(start) != null && NOT_NAMES.contains(p.token(start).word())) {
                start = p.token(start).span().end();
            }
            if (start >= m.start() || p.startsWith("项目", end)) {
                continue;
            }
            // “…基地苏州分中心”: quotation marks say where the name begins
            int quote = p.text.lastIndexOf('“', start);
            if (p.charAt(end) == '”' && quote >= p.start() && start - quote <= 20
                    && p.text.substring(quote, end).indexOf('”') < 0) {
                found.add(new Candidate(new Span(quote + 1, end), NameMention.Type.ORG, "institution-quoted",
                        Candidate.FIRM));
                continue;
            }
            Token head = p.token(start);
            boolean opens = places.known(p, start, true) > 0 || p.startsWith("中国", start) || p.startsWith("国家", start)
                    || p.startsWith("全国", start) || trie.longest(p.text, start, m.end(), NameMention.Type.ORG) > 0
                    || head != null && NAME_TAG.matcher(head.tag()).matches()
                    || head != null && head.word().length() == 1 && m.start() - start >= 2
                            && !FUNCTION_TAG.matcher(head.tag()).matches() && !NOT_NAMES.contains(head.word());
            boolean needsBrand = NEEDS_BRAND.matcher(m.group()).matches();
            if (opens && (!needsBrand || proper(p, start, m.start()) || places.known(p, start, true) == m.start()
                    && PLACE_IS_BRAND.matcher(m.group()).matches())) {
                found.add(new Candidate(new Span(start, end), NameMention.Type.ORG, "institution", Candidate.PLAIN));
            }
        }
    }

    private static void numbered(Passage p, List<Candidate> found) {
        if (!p.has("中")) {
            return;
        }
        Matcher m = NUMBERED.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            found.add(new Candidate(new Span(m.start(), m.end()), NameMention.Type.ORG, "numbered-bureau",
                    Candidate.FIRM));
        }
    }

    private void media(Passage p, List<Candidate> found) {
        if (!p.has("报", "刊", "财经", "网", "新闻", "杂志")) {
            return;
        }
        Matcher quoted = PRESS_TITLE.matcher(p.text).region(p.start(), p.end());
        while (quoted.find()) {
            found.add(new Candidate(new Span(quoted.start(1), quoted.end(1)), NameMention.Type.ORG, "press-title",
                    Candidate.FIRM));
        }
        Matcher m = MEDIA.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            Token last = p.token(m.end() - 1);
            if (!p.boundary(m.end()) || last == null || NOT_BODIES.contains(last.word()) || m.group().endsWith("网")
                    && !AFTER_SITE.matcher(p.sub(m.end(), Math.min(p.end(), m.end() + 2))).matches()) {
                continue;
            }
            int suffix = Math.min(m.start(), last.span().start());
            int start = m.group().endsWith("网") ? name(p, last.span().start(), 10) : name(p, suffix, 8);
            if (start < last.span().start() && m.end() - start >= 4) {
                found.add(new Candidate(new Span(start, m.end()), NameMention.Type.ORG, "media", Candidate.WEAK));
            }
        }
    }
}
