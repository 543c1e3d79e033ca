package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/**
 * Places: known ones, chains of them from the larger to the smaller (江苏省苏州市, 浙江余姚) with the towns, zones and
 * sites behind them, and zones, parks and sites that only their last characters show (…高新区, …科学城, …机场).
 */
final class PlaceRules {
    private static final Set<String> PROVINCES = WordList.read("provinces.txt");
    private static final Set<String> LARGE = WordList.read("macro-regions.txt");

    /** What the names of zones, parks and business districts end with, longer forms first. */
    private static final String ZONE = "(?:高新技术产业示范区|高新技术产业开发区|高新技术产业园区|高新技术开发区|高技术产业开发区"
            + "|新技术产业开发区|经济技术开发区|经济开发区|产业开发区|旅游度假区|国家级新区|综合保税区|保税港区|保税区|出口加工区|保税物流园区"
            + "|自由贸易试验区|自由贸易港|自贸试验区|自贸港|自贸区|深度合作区|特别合作区|合作示范区|合作示范园区|合作试验区|合作区"
            + "|综合实验区|综合试验区|先行示范区|示范园区|一体化示范区|临空经济示范区|临空经济区|空港经济区|航空港区|航空港"
            + "|台商投资区|国际中央商务区|中央商务区|商务区|新片区|产业集聚区|产业集中区|工业集中区|工业集聚区|承接产业转移示范区"
            + "|高新区|经开区|开发区|工业园区|产业园区|科技园区|创业园区|创新园区|物流园区|化工园区|工业园|产业园|科技园|软件园"
            + "|创业园|创新园|物流园|生态园|科创园|智造园|电商园|信息港|未来科技城|科学城|科技城|未来城|大学城|生态城|能源谷|药谷|光谷|声谷"
            + "|示范区|试验区|实验区|新区|新城|商圈|度假区|小镇|工业城|国际陆港|内陆港|陆港|作业区|片区)";
    private static final Cue ZONE_END = Cue.of(ZONE);
    private static final Pattern BEHIND = Pattern.compile("[\\u4e00-\\u9fff]{0,9}?" + ZONE
            + "|[\\u4e00-\\u9fff]{0,6}?(?:国际会议中心|国际会展中心|国际博览中心|会展中心|会议中心|博览中心|风电场|旅游景区|景区)"
            + "|[\\u4e00-\\u9fff]{0,4}?(?:街道|国际机场|机场|港区|口岸|园区)|[\\u4e00-\\u9fff]{1,4}?(?:镇|乡|村)|国家高新区|国家级?经开区"
            + "|(?:高新|经开)(?=(?:地区)?生产总值|GDP|规上工业|规模以上工业)");
    /** A part of a zone that has a name of its own. */
    private static final Pattern INSIDE_ZONE = Pattern.compile("[\\u4e00-\\u9fff]{2,4}园(?!区)");
    /** 西南地区, 新疆地区; 地区生产总值 is something else. */
    private static final Pattern REGION = Pattern.compile("(?:沿海)?地区(?!生产|GDP|总部|经济|人民|差异|间|性|级)|大陆(?:地区)?");
    private static final Cue SITE = Cue.of("国际机场|机场|流域|群岛|街道|口岸|大运河|铁路|市|州|镇|港");
    /** 西部(重庆)科学城, 中日韩(江苏)产业合作示范园区. */
    private static final Pattern BRACKETED = Pattern
            .compile("[\\u4e00-\\u9fff]{2,5}[(（][\\u4e00-\\u9fff]{2,4}[)）][\\u4e00-\\u9fff]{0,6}?" + ZONE);
    /** Money, verbs of building and of titles given stand before a zone, not in its name. */
    private static final Pattern BUILT = Pattern.compile("建设|投资|打造|亿元|万元|^元|获批|入选|荣获|获评|跻身");
    /** 中日韩, 中德: countries by one character each, directly in front of what they share. */
    private static final Pattern COUNTRIES = Pattern.compile("中[日韩美德法俄英新意荷瑞以]{1,3}$");
    /** What makes the words in front of it something else than a place. */
    private static final Pattern NOT_BEHIND = Pattern.compile("^(?:项目|管委会|管理委员会|公司|集团|委员会|工程|指数|论坛|大会|大学|学院)");
    /** Words that say which of many, not what it is called. */
    private static final Set<String> GENERIC = Set.of("国家级", "省级", "市级", "国家", "全国", "首批", "首个", "全球", "世界", "一流",
            "创新型",
            "产业", "科技", "现代", "现代化", "综合", "特色", "重点", "新型", "高端", "智慧", "绿色", "低碳", "数字", "经济", "化工", "物流", "农业", "文化",
            "旅游", "生态",
            "工业", "两个", "多个", "专业", "大型", "主要", "建设", "创建", "国际", "国际化", "高标准", "标准化", "零碳", "健康", "中外", "跨境", "电商",
            "跨境电商", "改革",
            "改革开放", "自主创新", "先行", "实施", "制造业", "服务业", "高质量", "发展", "融合", "合作", "城市", "乡村", "振兴", "乡村振兴", "产业化", "创业",
            "创新", "贸易",
            "高新", "高新技术", "自由贸易", "老", "新", "一个", "一座", "入驻", "园区", "集群", "所在", "核心", "示范", "试点", "推进", "开放", "区域");

    private static final Pattern LEVEL = Pattern.compile("(?:省|市|区|县)$");
    private static final Pattern DISTRICT = Pattern.compile(".{2,}(?:区|县|旗|新区)");
    private static final Pattern DESCRIBING_TAG = Pattern.compile("[vabmfdq].*");
    private static final Pattern NAME_TAG = Pattern.compile("nr.*|ns|nz|j|s");
    private static final Pattern FUNCTION_TAG = Pattern.compile("[mqpcurd].*|ude.*");

    private final NameTrie trie;

    PlaceRules(NameTrie trie) {
        this.trie = trie;
    }

    List<Candidate> find(Passage p) {
        List<Candidate> found = new ArrayList<>();
        for (int i = p.start(); i < p.end();) {
            int end = chain(p, i, found);
            i = Math.max(i + 1, end);
        }
        bracketed(p, found);
        zones(p, found);
        sites(p, found);
        return found;
    }

    /** The end of the known place at {@code i}; -1 when there is none or it is part of a longer word. */
    int known(Passage p, int i, boolean first) {
        int end = p.end();
        while (true) {
            end = trie.longest(p.text, i, end, NameMention.Type.PLACE);
            if (end < 0) {
                return -1;
            }
            if (trusted(p, i, end, first)) {
                return end;
            }
            end--;
        }
    }

    private boolean trusted(Passage p, int from, int to, boolean first) {
        String name = p.sub(from, to);
        boolean common = trie.entry(name).orElseThrow().common();
        Token head = p.token(from);
        Token tail = p.token(to - 1);
        boolean word = head != null && head == tail && head.span().length() == to - from;
        if (common && first) {
            if (LARGE.contains(name) && REGION.matcher(p.text).region(to, p.end()).lookingAt()) {
                return true;
            }
            boolean inside = p.charAt(from - 1) == '的' && from - 3 >= p.start()
                    && "省市州县".indexOf(p.charAt(from - 2)) >= 0;
            return word && head.tag().equals("ns") && !p.startsWith("路", to) || inside && p.boundary(to);
        }
        // 上海/市民, 上海/市场: the last character belongs to the next word
        if (name.endsWith("市") && !p.boundary(to) && tail.span().start() == to - 1 && tail.tag().startsWith("n")) {
            return false;
        }
        if (to - from >= 4 || PROVINCES.contains(name)) {
            return p.boundary(to) || tail.tag().startsWith("n");
        }
        // a word of the dictionary that runs on says something else: 中国银行业, 南京路, 长春花; but 上海/市场 does not
        boolean left = p.boundary(from) || !head.tag().startsWith("n") || head.tag().startsWith("n") && !first
                || head.tag().equals("nr") || head.tag().equals("ns");
        boolean right = p.boundary(to) || tail.tag().equals("ns") || tail.tag().startsWith("nr")
                || tail.tag().equals("nz");
        return left && right;
    }

    private int chain(Passage p, int i, List<Candidate> found) {
        int end = known(p, i, true);
        if (end < 0) {
            return -1;
        }
        String last = p.sub(i, end);
        if (last.equals("中国")) {
            if (p.charAt(end) == '区') {
                return end; // 中国区总部: a company's sales region
            }
            int large = known(p, end, false);
            if (large > 0 && LARGE.contains(p.sub(end, large))) {
                last = p.sub(end, large);
                end = large;
            } else if (large > 0) {
                return chain(p, end, found) < 0 ? end : found.get(found.size() - 1).span().end();
            } else if ("-—–".indexOf(p.charAt(end)) >= 0) {
                return end;
            }
        }
        int links = 1;
        boolean zone = false;
        while (end < p.end()) {
            Matcher region = REGION.matcher(p.text).region(end, p.end()).useTransparentBounds(true);
            if (region.lookingAt()) {
                end = region.end();
                break;
            }
            int next = LARGE.contains(last) ? -1 : known(p, end, false);
            if (next > 0 && follows(last, p.sub(end, next))) {
                last = p.sub(end, next);
            } else {
                next = LARGE.contains(last) ? -1 : site(p, end, next > 0, zone);
                if (next < 0) {
                    break;
                }
                last = p.sub(end, next);
            }
            zone |= ZONE_END.in(last);
            end = next;
            links++;
        }
        boolean project = p.startsWith("项目", end) && zone && !trie.is(last, NameMention.Type.PLACE);
        if (!project) {
            found.add(new Candidate(new Span(i, end), NameMention.Type.PLACE, links > 1 ? "place-chain" : "place-known",
                    Candidate.PLAIN));
        }
        return end;
    }

    /** The end of the town, zone or site that follows a known place at {@code from}; -1 when none does. */
    private int site(Passage p, int from, boolean beforeKnown, boolean zone) {
        if (beforeKnown) {
            return -1;
        }
        Matcher m = (zone ? INSIDE_ZONE : BEHIND).matcher(p.text).region(from, Math.min(p.end(), from + 20));
        if (!m.lookingAt() && zone) {
            m.usePattern(BEHIND);
        }
        m.useTransparentBounds(true);
        return m.lookingAt() && p.boundary(m.end()) && p.runs(from, m.end()) && !BUILT.matcher(m.group()).lookingAt()
                ? m.end()
                : -1;
    }

    /** Whether {@code next} can be a smaller place inside {@code last}. */
    private boolean follows(String last, String next) {
        if (PROVINCES.contains(next) || LARGE.contains(next)) {
            return false;
        }
        if (last.endsWith("街道") || last.endsWith("镇") || last.endsWith("乡")) {
            return false;
        }
        boolean zone = ZONE_END.in(next) && next.length() > 3;
        String stem = LEVEL.matcher(last).replaceFirst("");
        if (zone && next.startsWith(stem)) {
            return false;
        }
        if (DISTRICT.matcher(last).matches()) {
            // 上海杨浦区、苏州高新区: the zone of another city is not inside this district
            int other = trie.longest(next, 0, Math.min(3, next.length()), NameMention.Type.PLACE);
            return zone && (other < 2 || last.contains(next.substring(0, 2)));
        }
        return !(last.length() == 2 && next.length() == 2 && !PROVINCES.contains(last) && trie.entry(next)
                .map(Lexicon.Entry::common).orElse(true));
    }

    private void bracketed(Passage p, List<Candidate> found) {
        if (!p.has("(", "（")) {
            return;
        }
        Matcher m = BRACKETED.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int open = p.text.indexOf('(', m.start());
            int wide = p.text.indexOf('（', m.start());
            int bracket = open < 0 || open > m.end() ? wide : wide < 0 || wide > m.end() ? open : Math.min(open, wide);
            int start = Math.max(m.start(), p.growLeft(bracket, 8));
            Matcher countries = COUNTRIES.matcher(p.text).region(p.start(), bracket);
            start = countries.find() ? Math.min(start, countries.start()) : start;
            if (start < bracket && !p.startsWith("项目", m.end())) {
                found.add(new Candidate(new Span(start, m.end()), NameMention.Type.PLACE, "zone-bracket",
                        Candidate.PLAIN));
            }
        }
    }

    private void zones(Passage p, List<Candidate> found) {
        if (!p.has("区", "园", "城", "港", "谷", "圈", "镇")) {
            return;
        }
        Cue.Search m = ZONE_END.over(p.text, p.start(), p.end());
        while (m.find()) {
            int start = p.growLeft(m.start(), 14);
            start = behindDistrict(p, proper(p, start, m.start()), m.start());
            if (BUILT.matcher(p.sub(start, m.start())).find()) {
                continue;
            }
            if (start < m.start() && !NOT_BEHIND.matcher(p.text).region(m.end(), p.end()).lookingAt()) {
                found.add(new Candidate(new Span(start, m.end()), NameMention.Type.PLACE, "zone-suffix",
                        Candidate.PLAIN));
            } else if (start == m.start() && m.group().length() >= 3 && p.boundary(m.start()) && bareKind(m.group())) {
                found.add(new Candidate(new Span(m.start(), m.end()), NameMention.Type.PLACE, "zone-short",
                        Candidate.WEAK));
            }
        }
    }

    /** 上海杨浦区苏州高新区 are two: a district ends where another city begins. */
    private int behindDistrict(Passage p, int from, int zone) {
        for (int i = from + 2; i < zone; i++) {
            if ("区县旗".indexOf(p.charAt(i - 1)) >= 0 && p.sub(from, i).length() >= 3 && known(p, i, true) > 0) {
                return i;
            }
        }
        return from;
    }

    private static boolean bareKind(String zone) {
        return Set.of("高新区", "经开区", "开发区", "工业园区", "新片区", "自贸区", "保税区", "科学城").contains(zone);
    }

    /** Skips words in front that only describe; the start of the zone's own name, or {@code end} if it has none. */
    private int proper(Passage p, int from, int end) {
        for (int i = from; i < end;) {
            Token token = p.token(i);
            if (token == null) {
                return end;
            }
            boolean describes = GENERIC.contains(token.word()) || DESCRIBING_TAG.matcher(token.tag()).matches()
                    || token.tag().equals("n") && token.word().length() > 1
                    || Passage.orgVerb(token.word()) && token.word().length() > 1;
            if (!describes || known(p, i, true) > 0) {
                return i;
            }
            i = token.span().end();
        }
        return end;
    }

    /** Towns, cities abroad, ports, airports and basins that no list has: unknown words in front of what they are. */
    private void sites(Passage p, List<Candidate> found) {
        if (!p.has("场", "流域", "群岛", "街道", "口岸", "运河", "铁路", "市", "州", "镇", "港")) {
            return;
        }
        Cue.Search m = SITE.over(p.text, p.start(), p.end());
        while (m.find()) {
            int end = m.end();
            if (!p.boundary(end) || NOT_BEHIND.matcher(p.text).region(end, p.end()).lookingAt()) {
                continue;
            }
            int from = m.start();
            Token last = p.token(end - 1);
            if (last.span().start() < from) {
                from = last.tag().startsWith("n") && last.word().length() >= 3 ? last.span().start() : end;
            }
            while (from > p.start() && end - from < 7 && Passage.han(p.charAt(from - 1))) {
                Token token = p.token(from - 1);
                boolean part = NAME_TAG.matcher(token.tag()).matches() || token.word().length() == 1
                        && !Passage.stop(token) && !FUNCTION_TAG.matcher(token.tag()).matches();
                boolean region = from < m.start() && trie.is(token.word(), NameMention.Type.PLACE);
                if (!part || region) {
                    break;
                }
                from = token.span().start();
            }
            int proper = m.start() - from;
            boolean tail = false;
            for (int i = from + 1; i < m.start(); i++) {
                tail |= trie.is(p.sub(i, end), NameMention.Type.PLACE);
            }
            if (proper >= 2 && proper <= 6 && !tail) {
                found.add(new Candidate(new Span(from, end), NameMention.Type.PLACE, "site-suffix", Candidate.PLAIN));
            }
        }
    }
}
