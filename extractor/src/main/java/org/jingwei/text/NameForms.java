package org.jingwei.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The longest form of each name of an article: 江苏 is 江苏省 where both occur, 高新区 is the 苏州高新区 of the same article,
 * an abbreviation in brackets is the name in front of it. A subsidiary is never its parent.
 */
final class NameForms {
    private static final Pattern ADMINISTRATIVE = Pattern
            .compile("(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|区|县|州|盟|旗|镇|乡)$");
    private static final Pattern COMPANY = Pattern.compile("(?:股份有限公司|有限责任公司|集团有限公司|股份公司|有限公司|公司|集团)$");
    /** Words between a brand and a company's legal form that say its trade only. */
    private static final Pattern TRADE = Pattern.compile(
            "^(?:医疗|医疗器械|器械|制药|药业|食品|机械|重工|光电|智能|物流|环保|矿业|汽车|科技|钢铁|水泥|能源|电子|电气|电力|化工|医药|生物|新材料|材料|控股|投资|实业|技术|网络|信息|通信|证券|银行|保险|地产|置业|集团|股份|控股集团|汽车集团|科技集团)*$");

    /** 临川经开区 is 临川经济技术开发区: kinds of zones in short, each with the forms that it may stand for. */
    private static final Map<String, Pattern> ZONES = Map.of("经开区", Pattern.compile("经济(?:技术)?开发区$"), "高新区",
            Pattern.compile("高新技术产业(?:开发|园)区$"), "综保区", Pattern.compile("综合保税区$"));
    /** 德宏傣族景颇族自治州 is 德宏州. */
    private static final Pattern PEOPLES = Pattern.compile(
            "(?:(?:蒙古|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒各]|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|裕固)族)+(?=自治[州县]$)");

    private NameForms() {}

    /**
     * @param names    the distinct names of one type
     * @param explicit short name to long name, where the text itself says so
     * @param apart    names that are never a form of another one (listed companies beside their subsidiaries); of places,
     *                 names that only a headline has
     * @return each name's longest form
     */
    static Map<String, String> longest(NameMention.Type type, Set<String> names, Map<String, String> explicit,
            Set<String> apart, NameTrie trie) {
        List<String> longFirst = new ArrayList<>(new TreeSet<>(names));
        longFirst.sort(Comparator.comparingInt(String::length).reversed());
        Map<String, String> full = new LinkedHashMap<>();
        for (String name : longFirst) {
            String form = explicit.get(name);
            for (int i = 0; form == null && i < longFirst.size(); i++) {
                String other = longFirst.get(i);
                if (other.length() <= name.length()) {
                    break;
                }
                if (same(type, name, other, apart, trie)) {
                    form = full.getOrDefault(other, other);
                }
            }
            full.put(name, form == null ? name : form);
        }
        if (type == NameMention.Type.ORG) {
            contractions(longFirst, full, apart, trie);
        }
        // an abbreviation's long form may itself have a longer one
        full.replaceAll((name, form) -> form.equals(name) ? form : full.getOrDefault(form, form));
        return full;
    }

    private static boolean same(NameMention.Type type, String shorter, String longer, Set<String> apart,
            NameTrie trie) {
        return switch (type) {
            case PLACE -> samePlace(shorter, longer, trie)
                    || !apart.contains(longer) && inLarger(shorter, longer, trie);
            case ORG -> sameOrganisation(shorter, longer, apart, trie);
            case PERSON -> false;
        };
    }

    private static boolean samePlace(String shorter, String longer, NameTrie trie) {
        if (longer.indexOf('(') >= 0 || longer.indexOf('（') >= 0
                || !level(shorter).isEmpty() && !level(longer).isEmpty() && !level(shorter).equals(level(longer))) {
            return false; // 喀什地区 is not 喀什市
        }
        String autonomous = PEOPLES.matcher(longer).replaceFirst("");
        return sameZone(shorter, longer) || sameStem(shorter, longer, trie)
                || !autonomous.equals(longer) && sameStem(shorter, autonomous, trie);
    }

    private static boolean sameZone(String shorter, String longer) {
        return ZONES.entrySet().stream().anyMatch(zone -> shorter.endsWith(zone.getKey())
                && shorter.length() >= zone.getKey().length() + 2
                && zone.getValue().matcher(longer).find()
                && zone.getValue().matcher(longer).replaceFirst("")
                        .endsWith(shorter.substring(0, shorter.length() - zone.getKey().length())));
    }

    private static boolean sameStem(String shorter, String longer, NameTrie trie) {
        String a = stem(shorter);
        String b = stem(longer);
        if (a.equals(b)) {
            return true;
        }
        boolean tail = longer.endsWith(shorter) || b.endsWith(a) && !shorter.equals(a) == !longer.equals(b)
                || b.endsWith(a) && shorter.equals(a);
        return tail && a.length() >= 2 && b.length() - a.length() >= 2
                && inPlace(b.substring(0, b.length() - a.length()), trie);
    }

    /** 江苏泰州 beside 泰州市. */
    private static boolean inLarger(String shorter, String longer, NameTrie trie) {
        String stem = stem(shorter);
        String larger = longer.endsWith(stem) ? longer.substring(0, longer.length() - stem.length()) : "";
        return level(longer).isEmpty() && !stem.equals(shorter) && larger.length() >= 2 && !larger.equals(stem)
                && trie.is(larger, NameMention.Type.PLACE);
    }

    /** Whether words in front of a place are the larger one it lies in, or end with one: 湖南长沙 of 湖南长沙高新区. */
    private static boolean inPlace(String words, NameTrie trie) {
        return IntStream.rangeClosed(0, words.length() - 2)
                .anyMatch(i -> trie.is(words.substring(i), NameMention.Type.PLACE))
                || ADMINISTRATIVE.matcher(words).find();
    }

    /** What kind of region its name says it is, by the last character (a prefecture by two); empty when it does not say. */
    private static String level(String place) {
        Matcher suffix = ADMINISTRATIVE.matcher(place);
        return !suffix.find() || suffix.start() < 2
                ? ""
                : suffix.group().equals("地区") ? suffix.group() : suffix.group().substring(suffix.group().length() - 1);
    }

    private static String stem(String place) {
        String stem = ADMINISTRATIVE.matcher(place).replaceFirst("");
        return stem.length() >= 2 ? stem : place;
    }

    private static boolean sameOrganisation(String shorter, String longer, Set<String> apart, NameTrie trie) {
        if (longer.indexOf('(') >= 0 || longer.indexOf('（') >= 0) {
            return false;
        }
        if (longer.equals(shorter + "有限公司")) {
            return true;
        }
        String bare = COMPANY.matcher(longer).replaceFirst("");
        String brand = COMPANY.matcher(shorter).replaceFirst("");
        if (bare.equals(shorter) || bare.equals(brand)) {
            return !(apart.contains(shorter) && (apart.contains(longer) || longer.endsWith("集团")));
        }
        if (apart.contains(shorter)) {
            return false;
        }
        if (bare.startsWith(brand) && TRADE.matcher(bare.substring(brand.length())).matches()) {
            return true;
        }
        // 八一钢铁 beside 新疆八一钢铁
        int at = bare.length() - brand.length();
        return brand.length() >= 3 && at >= 2 && bare.endsWith(brand)
                && trie.is(bare.substring(0, at), NameMention.Type.PLACE)
                || brand.length() >= 4 && at >= 2 && bare.startsWith(brand, at);
    }

    /** A short name of the one company whose name has its brand and its trade: 云岭传动 for 临川云岭精密传动有限公司. */
    private static void contractions(List<String> names, Map<String, String> full, Set<String> apart,
            NameTrie trie) {
        for (String name : names) {
            if (full.get(name).equals(name) && !apart.contains(name)) {
                List<String> longer = names.stream().filter(o -> !o.equals(name) && COMPANY.matcher(o).find())
                        .filter(o -> contracted(name, COMPANY.matcher(o).replaceFirst(""), trie)).toList();
                if (longer.size() == 1) {
                    full.put(name, full.get(longer.getFirst()));
                }
            }
        }
    }

    /** Where the last two characters of a short name stand: together, or each as the first of one of two words. */
    private static int trade(String brand, String bare, int from) {
        int together = bare.indexOf(brand.substring(2), from);
        for (int i = from; together < 0 && i + 3 < bare.length(); i++) {
            if (bare.charAt(i) == brand.charAt(2) && bare.charAt(i + 2) == brand.charAt(3)) {
                return i; // 产业投资 in short is 产投
            }
        }
        return together;
    }

    private static boolean contracted(String brand, String bare, NameTrie trie) {
        int at = brand.length() == 4 ? bare.indexOf(brand.substring(0, 2)) : -1;
        int trade = at < 0 ? -1 : trade(brand, bare, at + 2);
        if (trade < 0 && brand.length() <= 4) { // 岭泰 of 临川岭泰轴承科技有限公司
            int own = bare.indexOf(brand);
            return own >= 2 && brand.length() + own < bare.length()
                    && trie.is(bare.substring(0, own), NameMention.Type.PLACE);
        }
        return trade >= 0 && (at == 0 || trie.is(bare.substring(0, at), NameMention.Type.PLACE));
    }
}
