package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingwei.source.Span;

/** 白帆陶瓷总经理司徒慎, 沃川证券分析师冷知遥: what stands between a mark and the title of a company's officer employs him. */
final class EmployerRule {
    /** Titles that only companies, institutes and associations give. */
    private static final WordSet TITLES = new WordSet(
            Set.of("董事长", "副董事长", "总经理", "副总经理", "总裁", "副总裁", "高级副总裁", "首席执行官",
                    "首席财务官", "首席技术官", "首席运营官", "首席经济学家", "首席分析师", "首席研究员", "高级分析师", "高级研究员", "分析师", "研究员", "创始人",
                    "联合创始人", "合伙人", "总工程师", "总监", "秘书长", "理事长", "行长", "董事会秘书", "董秘", "厂长", "执行总裁", "常务副总经理"));
    private static final String MARKS = "，。、；：！？,;:()（）《》“”\"‘’【】\n\t 　";
    private static final Pattern LED_BY = Pattern.compile("^.*(?:[与和及由据向对是]|告诉|采访|会见|其中|包括|邀请|以及)(?=[^与和及由据向对是]{2,}$)");
    /** 食品饮料行业, 电力设备组: a desk of the house. */
    private static final Pattern DESK = Pattern.compile("(?<=证券|银行|咨询|智库|研究院|研究所|资本|基金|期货).+$");
    private static final Pattern NOBODY = Pattern.compile(
            "^(?:该|本|其|某|一家|另一|这家|多家|我|上述|原|时任|现任|前).*|.*(?:公司|集团|企业|协会|商会|部门|行业|有关|相关|一名|一位|位|名)$|.*[的了在为将也有被把].*|.*\\d.*");

    private EmployerRule() {}

    static List<Candidate> find(Passage p) {
        var found = new ArrayList<Candidate>();
        for (int i = p.start(); i < p.end(); i++) {
            String title = TITLES.startingAt(p.text, i, p.end());
            if (title == null) {
                continue;
            }
            int behind = i + title.length();
            if (behind < p.end() && PersonRules.chinese(p, behind) > 0) {
                employer(p, i, found);
            }
            i = behind - 1;
        }
        return found;
    }

    private static void employer(Passage p, int end, List<Candidate> found) {
        int from = end;
        while (from > p.start() && end - from < 24 && MARKS.indexOf(p.charAt(from - 1)) < 0) {
            from--;
        }
        String words = p.sub(from, end);
        var led = LED_BY.matcher(words);
        int start = led.find() ? led.end() : 0;
        String name = DESK.matcher(words.substring(start)).replaceFirst("");
        if (name.length() >= 3 && name.length() <= 8 && name.chars().allMatch(c -> Passage.han((char) c))
                && !NOBODY.matcher(name).matches()) {
            found.add(new Candidate(new Span(from + start, from + start + name.length()), NameMention.Type.ORG,
                    "employer", Candidate.PLAIN));
        }
    }
}
