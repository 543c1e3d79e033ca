package org.jingwei.link;

import java.util.List;

/**
 * Where the part of a name that tells it from others of its kind ends: 苏州 in 苏州市, 苏州 in 苏州高新区, 北京 in 北京大学.
 * One character wrong there makes another name; one wrong behind it does not.
 */
final class NameParts {
    private static final List<String> REGION_TAILS = List.of("特别行政区", "自治区", "自治州", "自治县", "自治旗", "新区", "矿区", "林区",
            "地区", "特区", "省", "市", "县", "区", "州", "盟", "旗");
    private static final List<String> ZONE_TAILS = List.of("国家级经济技术开发区", "国家高新技术产业开发区", "高新技术产业开发区", "国家级经开区",
            "经济技术开发区", "重点开发开放试验区", "自由贸易试验区", "高新技术开发区", "国家高新区", "经济开发区", "综合保税区", "自由贸易港", "产业园区", "工业园区",
            "自贸试验区", "经开区", "综保区", "高新区", "自贸区", "开发区", "保税区", "工业园", "片区", "新区");
    private static final List<String> ORGANISATION_TAILS = List.of("集团股份有限公司", "控股股份有限公司", "集团有限责任公司", "股份有限公司",
            "有限责任公司", "控股有限公司", "集团有限公司", "总公司", "有限公司", "集团公司", "股份公司", "公司", "集团", "股份", "大学", "学院", "学校",
            "银行", "协会");
    private static final List<String> LEGAL_FORMS = ORGANISATION_TAILS.subList(0, 14);
    /** Behind a region's short name they say what it is, rightly or not. */
    private static final List<String> LEVEL_WORDS = List.of("自治区", "自治州", "自治县", "地区", "新区", "省", "市", "县", "区", "州",
            "盟");

    private NameParts() {}

    /** Length of the part in front of the tail of its kind, two at least; all of it when it has none (亳州). */
    static int stem(String key, Link.Kind kind) {
        List<String> tails = switch (kind) {
            case REGION -> REGION_TAILS;
            case ZONE -> ZONE_TAILS;
            case ORGANISATION -> ORGANISATION_TAILS;
            case COUNTRY, PLACE -> List.of();
        };
        return key.length() - tail(key, tails, 2).length();
    }

    /** A company's name without its legal form; empty when it has none or nothing would be left. */
    static String withoutLegalForm(String key) {
        String tail = tail(key, LEGAL_FORMS, 2);
        return tail.isEmpty() ? "" : key.substring(0, key.length() - tail.length());
    }

    /** A region's name without the word for its level; empty when it has none or less than two characters are left. */
    static String withoutLevel(String key) {
        String tail = tail(key, LEVEL_WORDS, 2);
        return tail.isEmpty() ? "" : key.substring(0, key.length() - tail.length());
    }

    /** Whether a region of the level may be called by the word behind {@code withoutLevel} in {@code key}. */
    static boolean levelFits(String key, String withoutLevel, String level) {
        return switch (key.substring(withoutLevel.length())) {
            case "省", "自治区" -> level.equals("province");
            case "自治州", "州", "盟" -> level.equals("prefecture");
            case "县", "自治县", "区", "新区" -> level.equals("county");
            default -> true;
        };
    }

    private static String tail(String key, List<String> tails, int leastLeft) {
        for (String tail : tails) {
            if (key.endsWith(tail) && key.length() - tail.length() >= leastLeft) {
                return tail;
            }
        }
        return "";
    }
}
