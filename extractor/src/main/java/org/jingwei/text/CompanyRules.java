package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/**
 * Short names of companies, which nothing in themselves shows: the words around them do (a ticker, 公告, 子公司…, a
 * headline's colon, a dateline, an enumeration of firms).
 */
final class CompanyRules {
    private static final String HAN = "[\\u4e00-\\u9fff]";
    private static final String DATE = "(?:\\d{1,2}月\\d{1,2}日(?:晚间?|早间)?|\\d{1,2}日(?:晚间?|早间)?|今日|昨日|日前|近日|今天|昨天|晚间)";
    private static final Pattern TICKER = Pattern.compile(
            "[(（](?:\\d{6}(?:\\.(?:SH|SZ|BJ|OC|NQ))?|0?\\d{4,5}\\.HK|(?:SH|SZ|BJ)\\.?\\d{6}|[A-Z]{1,5}\\.(?:US|O|N|NYSE|NASDAQ|HK))(?:[,，、/;；][^)）]{1,12})?[)）]");
    private static final Pattern ANNOUNCES = Pattern.compile("^(?:[(（][^)）]{1,20}[)）])?" + DATE
            + "?(?:在互动平台|在投资者互动平台|发布)?(?:公告|发布公告|披露|发布消息|宣布|发布)(?:称|，|,|显示|消息)?");
    private static final Pattern HEADLINE = Pattern.compile("^[【]?([\\u4e00-\\u9fffA-Za-z0-9*·-]{2,10})[：:]");
    private static final Pattern RELATED = Pattern
            .compile(
                    "(?:全资|控股|参股|间接|下属|旗下|合资|关联|联营|合营)*(?:子公司|孙公司|参股公司|合资公司|下属公司|下属企业|关联公司|项目公司|控股公司|控股股东|股东|母公司|关联企业)");
    private static final Pattern DATELINE = Pattern.compile("(?:^|[】\\n])\\s*([\\u4e00-\\u9fffA-Za-z0-9]{2,8}?)"
            + "(?:\\d{1,2}月)?\\d{1,2}日(?:电|讯|消息)|^([\\u4e00-\\u9fff]{2,8}?)(?:消息|讯)[(（,，：:]");
    private static final Pattern BYLINE = Pattern.compile("[(（](?:来源[：:])?(" + HAN + "{2,10})[)）]\\s*$");
    private static final Pattern REPORTERS = Pattern.compile("[(（](" + HAN + "{2,10}?)(?:见习)?记者");
    private static final Pattern FOREIGN = Pattern.compile("(" + HAN + "{2,8})[(（][A-Z][A-Za-z&.\\- ]{1,30}[)）]");
    private static final Pattern ABBREVIATED = Pattern
            .compile("[(（](?:以?下?简?称|以下称|下称|以下简称|简称|下简称)[：:]?[“\"「]?([\\u4e00-\\u9fffA-Za-z0-9]{2,12})[”\"」]?[)）]");
    private static final Pattern SAYS = Pattern.compile("据(" + HAN + "{3,8}?)(?:" + DATE + ")?(?:消息|公告|披露|官微|官网)");
    private static final Pattern PARTNER = Pattern
            .compile("(?:向|对|与|和|由|受让|收购|拟与|联合|携手|牵手|入股|增资|控股|参股)(" + HAN
                    + "{3,8}?)(?:增资|签署|签订|签约|达成|共同投资|共同出资|共同设立|联合投资|的股权|股权|投资建设|承建|开展合作|展开合作|战略合作)");
    private static final Pattern LIST = Pattern.compile("(?:" + HAN + "{2,7}、)+" + HAN + "{2,7}等");
    private static final Pattern FIRMS_BEHIND = Pattern
            .compile(
                    "^(?:\\d+|[一二三四五六七八九十]|多|数)?(?:家|大)?(?:国内|国际|海外|全球|知名|龙头|头部|上游|下游|大型|行业|本土|外资|上市){0,3}(?:大厂|厂商|企业|公司|巨头|品牌|车企|房企|券商|机构|集团|银行|快递|平台)");
    private static final Cue FIRMS_BEFORE = Cue.of("(?:厂商|企业|公司|巨头|品牌|车企|房企|券商|大厂|厂家|平台|机构)$");
    /** Words that end a short name that something in front of it started. */
    private static final Pattern BEHIND_NAME = Pattern
            .compile(
                    "[与及拟将向对的被把于已由因称等在为以是就并和、，。；：（(“”\"！,;:\\s]|投资|建设|签署|签订|签约|增资|出资|收购|取得|获得|中标|收到|完成|计划|合计|分别|共同|联合|正式|近日|日前|今日|二期|一期|三期|项目|设立|成立|持有|发布|宣布|表示|公告|研发|生产|开工|启动|通过|作为|负责|实施|以及|股权|旗下|新建|募集|首次|提供|使用|进行|不超过|[0-9]");
    private static final Pattern INDUSTRY = Pattern
            .compile(
                    "(?:科技|新材|材料|化工|电子|生物|医药|药业|制药|能源|电力|光电|光学|半导体|微电子|智能|机电|电气|电器|股份|集团|控股|国际|实业|重工|机械|汽车|动力|储能|新能|光伏|矿业|钛业|锂业|铝业|铜业|钢铁|水泥|磷化|石化|食品|乳业|酒业|农业|牧业|环保|环境|水务|燃气|物流|航运|地产|置业|文化|传媒|影业|软件|网络|通信|信息|数据|技术|医疗|健康|器械|精密|制造|装备|材|芯创|证券|资本|银行)$");
    /** Trades that stand behind a brand; narrower than {@link #INDUSTRY}, for no other word vouches for the name. */
    private static final Cue TRADE = Cue.of(
            "(?:科技|新材料|新材|化工|电子|生物|医药|药业|制药|能源|电力|光电|光学|半导体|微电子|智能|机电|电气|电器|股份|控股|国际|实业|重工|机械|汽车|动力|储能|光伏|矿业|钛业|锂业|铝业|铜业|钢铁|水泥|磷化|石化|乳业|酒业|环保|航运|地产|置业|传媒|影业|软件|网络|通信|医疗|精密|装备)(?!公司|有限|股份|集团|产业|行业|园|项目|企业|领域)");
    private static final Set<String> GENERIC = Set.of("公司", "记者", "快讯", "重磅", "评论", "专家", "机构", "独家", "突发", "最新", "消息",
            "视频", "图解", "直播", "早报", "晚报", "收评",
            "午评", "盘前", "盘后", "业绩", "公告", "财经", "数据", "报告", "观察", "聚焦", "关注", "解读", "焦点", "原标题", "标题", "导读", "摘要",
            "联播快讯", "国内联播快讯", "快报", "提示", "专访",
            "对话", "政策", "时间", "地点", "来源", "作者", "编辑", "责编", "声明", "免责声明", "注", "图", "完", "电话", "官方", "外媒", "港媒", "美媒",
            "媒体", "传", "调研", "研报", "分析师",
            "外交部", "全资子公司", "子公司", "控股股东", "股东", "实控人", "董事长", "多家公司", "两家公司", "三家公司");

    private static final Pattern ANNOUNCEMENT = Pattern.compile(".*(?:公告|披露).*");
    private static final Pattern DESCRIBED = Pattern.compile(".*(?:公司|部门|记者|方面|上述|双方|项目|[\\d]).*");
    private static final Pattern DESCRIBED_OR_DATED = Pattern.compile(".*(?:公司|部门|记者|方面|上述|双方|项目|\\d月).*");
    private static final Pattern PROPER_TAG = Pattern.compile("nz|nr.*|nx|nt.*|j");
    private static final Pattern COUNTED_TAG = Pattern.compile("[wmq].*");
    private static final Pattern COMMON_TAG = Pattern.compile("[nvab]|vn|an");
    private static final Pattern MEDIUM = Pattern.compile(".*(?:社|报|网|联播|财讯|新闻|财经|电台)$");
    private static final Pattern NO_MEDIUM = Pattern.compile(".*(?:记者|编辑|作者|通讯员|摄影|责编|完|图|同比|环比|下同|供图|资料|短缺|过剩).*");
    private static final Pattern NAME_TAG = Pattern.compile("nz|nr.*");
    private static final Pattern FUNCTION_TAG = Pattern.compile("[wmqpcurd].*|ude.*");
    private static final Pattern GRADED = Pattern.compile("[新大小高低老全].{2,}");

    private final NameTrie trie;

    CompanyRules(NameTrie trie) {
        this.trie = trie;
    }

    List<Candidate> find(Passage p, String article) {
        List<Candidate> found = new ArrayList<>();
        tickers(p, found);
        announcers(p, article, found);
        headline(p, article, found);
        related(p, found);
        datelines(p, found);
        if (p.has("(", "（")) {
            simple(p, FOREIGN, "foreign-name", found);
        }
        if (p.has("据")) {
            simple(p, SAYS, "said-by", found);
        }
        if (p.has("增资", "签", "达成", "共同", "联合投资", "股权", "投资建设", "承建", "合作")) {
            simple(p, PARTNER, "partner", found);
        }
        abbreviations(p, found);
        lists(p, found);
        brands(p, found);
        return found;
    }

    /**
     * Companies called after an issuer of the same article (某某控股): a place and its brand (泰国某某), or its brand and
     * another trade (某某国际).
     */
    List<Candidate> namesakes(Passage p, List<String> issuers) {
        List<Candidate> found = new ArrayList<>();
        for (String issuer : issuers) {
            Matcher trade = INDUSTRY.matcher(issuer);
            if (!trade.find() || trade.start() < 2
                    || trie.is(issuer.substring(0, trade.start()), NameMention.Type.PLACE)) {
                continue;
            }
            String brand = issuer.substring(0, trade.start());
            for (int at = p.text.indexOf(brand, p.start()); at >= 0 && at + brand.length() <= p.end(); at = p.text
                    .indexOf(brand, at + 1)) {
                int from = at;
                for (int i = Math.max(p.start(), at - 5); i <= at - 2; i++) {
                    if (trie.is(p.sub(i, at), NameMention.Type.PLACE)) {
                        from = i;
                        break;
                    }
                }
                Matcher behind = TRADE.matcher(p.text).region(at + brand.length(), p.end());
                int to = behind.lookingAt() ? behind.end() : at + brand.length();
                boolean ends = BEHIND_NAME.matcher(p.text).region(to, p.end()).lookingAt() || to == p.end();
                if (ends && (from < at || to > at + brand.length())) {
                    add(found, from, to, "namesake", Candidate.FIRM);
                }
            }
        }
        return found;
    }

    private static void add(List<Candidate> found, int from, int to, String rule, int strength) {
        found.add(new Candidate(new Span(from, to), NameMention.Type.ORG, rule, strength));
    }

    /** Start of the name that ends at {@code end}: a known name, else over words that a name runs across. */
    private int leftName(Passage p, int end, int most) {
        for (int from = Math.max(p.start(), end - 12); from <= end - 2; from++) {
            if (trie.is(p.sub(from, end), NameMention.Type.ORG)) {
                return from;
            }
        }
        return p.growLeft(end, most);
    }

    private void tickers(Passage p, List<Candidate> found) {
        if (!p.has("(", "（")) {
            return;
        }
        Matcher m = TICKER.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int start = leftName(p, m.start(), 10);
            if (m.start() - start >= 2) {
                add(found, start, m.start(), "ticker", Candidate.FIRM);
            }
        }
    }

    private void announcers(Passage p, String article, List<Candidate> found) {
        if (!p.has("公告", "披露", "发布", "宣布")) {
            return;
        }
        for (int i = p.start(); i < p.end(); i++) {
            if (!p.clauseStart(i)
                    || !Passage.han(p.charAt(i)) && !Character.isLetter(p.charAt(i)) && p.charAt(i) != '*') {
                continue;
            }
            for (int to = i + 2; to <= Math.min(p.end(), i + 10) && name(p.charAt(to - 1)); to++) {
                Matcher m = ANNOUNCES.matcher(p.text).region(to, p.end());
                if (m.lookingAt() && (acceptable(p, i, to) || repeated(article, p.sub(i, to)))
                        && (ANNOUNCEMENT.matcher(m.group()).matches()
                                || trie.is(p.sub(i, to), NameMention.Type.ORG) || Character.isDigit(p.charAt(to)))) {
                    add(found, i, to, "announcer", Candidate.FIRM);
                    break;
                }
            }
        }
    }

    /** Whether a name of ordinary words opens a headline or clause elsewhere too. */
    private static boolean repeated(String article, String name) {
        if (name.length() < 4 || GENERIC.contains(name) || DESCRIBED.matcher(name).matches()) {
            return false;
        }
        int openings = 0;
        for (int at = article.indexOf(name); at >= 0; at = article.indexOf(name, at + 1)) {
            openings += at == 0 || "【\n，。；：“".indexOf(article.charAt(at - 1)) >= 0 ? 1 : 0;
        }
        return openings >= 2;
    }

    private static boolean name(char c) {
        return Passage.han(c) || Character.isLetterOrDigit(c) || c == '*' || c == '·' || c == '-';
    }

    /** Whether {@code [from, to)} can be a short name that no list knows. */
    private boolean acceptable(Passage p, int from, int to) {
        String name = p.sub(from, to);
        if (trie.is(name, NameMention.Type.ORG)) {
            return true;
        }
        if (to - from < 3 || GENERIC.contains(name) || trie.is(name, NameMention.Type.PLACE) || !p.runs(from, to)
                || DESCRIBED_OR_DATED.matcher(name).matches()) {
            return false;
        }
        return unknown(p, from, to) || INDUSTRY.matcher(name).find() && to - from >= 4 && !common(p, from, to);
    }

    /** Whether some word of {@code [from, to)} is none of the dictionary's ordinary ones. */
    private boolean unknown(Passage p, int from, int to) {
        for (int i = from; i < to;) {
            Token token = p.token(i);
            if (token == null) {
                return false;
            }
            if (PROPER_TAG.matcher(token.tag()).matches()
                    || token.word().length() == 1 && !COUNTED_TAG.matcher(token.tag()).matches()) {
                return true;
            }
            i = token.span().end();
        }
        return false;
    }

    private boolean common(Passage p, int from, int to) {
        for (int i = from; i < to;) {
            Token token = p.token(i);
            if (token == null || !COMMON_TAG.matcher(token.tag()).matches()) {
                return false;
            }
            i = token.span().end();
        }
        return true;
    }

    private void headline(Passage p, String article, List<Candidate> found) {
        Matcher m = HEADLINE.matcher(p.text).region(p.start(), p.end());
        if (!p.headline || !m.lookingAt()) {
            return;
        }
        String name = m.group(1);
        int again = article.indexOf(name, m.end());
        if (trie.is(name, NameMention.Type.ORG) || again > 0 && acceptable(p, m.start(1), m.end(1))) {
            add(found, m.start(1), m.end(1), "headline-subject", Candidate.FIRM);
        }
    }

    private void related(Passage p, List<Candidate> found) {
        if (!p.has("公司", "企业", "股东")) {
            return;
        }
        Matcher m = RELATED.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int from = m.end();
            while (from > 0) {
                int to = rightEnd(p, from);
                if (to - from < 3 || to - from > 12 || !acceptable(p, from, to)) {
                    break;
                }
                add(found, from, to, "related-company", Candidate.PLAIN);
                from = "、和及与".indexOf(p.charAt(to)) >= 0 ? to + 1 : -1;
            }
        }
    }

    private int rightEnd(Passage p, int from) {
        Matcher m = BEHIND_NAME.matcher(p.text).region(from, p.end());
        return m.find() ? m.start() : p.end();
    }

    private void datelines(Passage p, List<Candidate> found) {
        if (!p.has("电", "讯", "消息", ")", "）")) {
            return;
        }
        Matcher m = DATELINE.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int group = m.group(1) != null ? 1 : 2;
            String name = m.group(group);
            if (trie.is(name, NameMention.Type.ORG) || MEDIUM.matcher(name).matches()) {
                add(found, m.start(group), m.end(group), "dateline", Candidate.FIRM);
            }
        }
        Matcher by = BYLINE.matcher(p.text).region(p.start(), p.end());
        if (by.find() && !NO_MEDIUM.matcher(by.group(1)).matches()
                && !trie.is(by.group(1), NameMention.Type.PLACE)) {
            add(found, by.start(1), by.end(1), "byline-medium", Candidate.WEAK);
        }
        simple(p, REPORTERS, "reporter's-medium", found);
    }

    private void simple(Passage p, Pattern pattern, String rule, List<Candidate> found) {
        Matcher m = pattern.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int from = m.start(1);
            int to = m.end(1);
            if (rule.equals("foreign-name")) {
                from = Math.max(from, leftName(p, to, 6));
            }
            if (to - from >= 2
                    && (acceptable(p, from, to) || rule.startsWith("reporter") && !p.sub(from, to).equals("本报"))) {
                add(found, from, to, rule, rule.startsWith("reporter") ? Candidate.FIRM : Candidate.WEAK);
            }
        }
    }

    private void abbreviations(Passage p, List<Candidate> found) {
        if (!p.has("简称", "下称", "以下称")) {
            return;
        }
        Matcher m = ABBREVIATED.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            add(found, m.start(1), m.end(1), "abbreviation", Candidate.WEAK);
        }
    }

    /** A brand that is no word and a trade behind it (某某科技, 某某新材), where a clause or a relation opens and a verb follows. */
    private void brands(Passage p, List<Candidate> found) {
        Cue.Search m = TRADE.over(p.text, p.start(), p.end());
        while (m.find()) {
            int end = m.end();
            if (!p.boundary(end) || !BEHIND_NAME.matcher(p.text).region(end, p.end()).lookingAt() && end < p.end()) {
                continue;
            }
            int from = p.growLeft(m.start(), 8);
            int brand = m.start() - from;
            if (brand >= 2 && brand <= 6 && !p.sub(from, m.start()).endsWith("高端") && coined(p, from, m.start())) {
                found.add(new Candidate(new Span(from, end), NameMention.Type.ORG, "brand-trade", Candidate.PLAIN));
            }
        }
    }

    /** Whether the words behind an opening place are none of the dictionary's: single characters or guessed names. */
    private boolean coined(Passage p, int from, int to) {
        int i = from;
        int place = -1;
        for (int end = Math.min(to, from + 6); end >= from + 2; end--) {
            if (trie.is(p.sub(from, end), NameMention.Type.PLACE)) {
                place = end;
                break;
            }
        }
        i = place > 0 ? place : from;
        if (to - i < 2 || to - i > 4) {
            return false;
        }
        while (i < to) {
            Token token = p.token(i);
            if (token == null || !(NAME_TAG.matcher(token.tag()).matches() || token.word().length() == 1
                    && !FUNCTION_TAG.matcher(token.tag()).matches())) {
                return false;
            }
            i = token.span().end();
        }
        return true;
    }

    private void lists(Passage p, List<Candidate> found) {
        if (!p.has("、")) {
            return;
        }
        Matcher m = LIST.matcher(p.text).region(p.start(), p.end());
        while (m.find()) {
            int end = m.end() - 1;
            int from = m.start();
            int firstComma = p.text.indexOf('、', from);
            int grown = Math.max(from, leftName(p, firstComma, 7));
            boolean firms = FIRMS_BEHIND.matcher(p.text).region(m.end(), p.end()).lookingAt()
                    || FIRMS_BEFORE.in(p.sub(Math.max(p.start(), grown - 4), grown));
            String[] items = p.sub(grown, end).split("、");
            int known = 0;
            for (String item : items) {
                known += trie.is(item, NameMention.Type.ORG) ? 1 : 0;
            }
            if (!firms && known * 2 < items.length) {
                continue;
            }
            int at = grown;
            for (String item : items) {
                if (item.length() >= 2 && item.length() <= 6 && !GRADED.matcher(item).matches()
                        && !trie.is(item, NameMention.Type.PLACE)
                        && (trie.is(item, NameMention.Type.ORG) || unknown(p, at, at + item.length()))) {
                    add(found, at, at + item.length(), "list-of-firms", Candidate.PLAIN);
                }
                at += item.length() + 1;
            }
        }
    }
}
