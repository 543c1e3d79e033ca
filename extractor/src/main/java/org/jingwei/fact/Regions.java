package org.jingwei.fact;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** The region that an article is about when a clause names none: the place mentioned most, the first of equals. */
final class Regions {
    private static final Pattern LEVEL = Pattern.compile("([一-龥]{2,6})[市县]");
    private static final Pattern PROVINCE = Pattern.compile(
            "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|重庆");

    /** 山西省人民政府印发…，提出到2025年: what a government aims at is of its region. */
    private static final Pattern GOVERNMENT = Pattern.compile("(.*[省市县区州盟旗])(?:人民)?政府(?:办公[厅室])?");

    private Regions() {}

    /**
     * Which region 全市 or 全省 means: the one in force, else the one that the article is about, if it can be of that level
     * (芜湖, 芜湖市, but no 芜湖港); else the only place of the article that ends in the level's character; absent when none
     * or several do.
     */
    static Optional<String> ofLevel(Scene scene, Optional<String> inForce, String level) {
        var places = scene.distinct(Type.PLACE).keySet();
        return inForce.filter(n -> places.contains(n) || n.endsWith(level)).filter(n -> canBe(n, level))
                .or(() -> main(scene).filter(n -> canBe(n, level)))
                .or(() -> {
                    var fitting = places.stream().filter(n -> n.endsWith(level)).toList();
                    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
                });
    }

    private static boolean canBe(String name, String level) {
        return name.endsWith(level) || name.matches(".州") && !level.equals("州")
                || !name.matches(".*(?:[省市县区州盟旗港园镇乡村道场岛城站]|口岸|市场|基地|高新|经开)$");
    }

    /** 福建古田 for 古田县 where the article writes both: the statistics of one region stand under one name. */
    static String label(Scene scene, String subject) {
        Matcher government = GOVERNMENT.matcher(subject);
        String region = government.matches() ? government.group(1) : subject;
        Matcher level = LEVEL.matcher(region);
        return level.matches()
                ? scene.distinct(Type.PLACE).keySet().stream()
                        .filter(n -> n.endsWith(level.group(1)) && PROVINCE
                                .matcher(n.substring(0, n.length() - level.group(1).length())).matches())
                        .findFirst().orElse(region)
                : region;
    }

    /** The most named of the places that the headline or the first sentence names; absent when they name none. */
    static Optional<String> main(Scene scene) {
        return scene.distinct(Type.PLACE).entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(n -> opens(scene, n)))
                .max(Comparator.comparingInt(e -> e.getValue().size() * 1000 - e.getValue().getFirst().span().start()))
                .map(Map.Entry::getKey);
    }

    /** Whether it is named where an article says what it is about: in its headline or its first sentence. */
    static boolean opens(Scene scene, NameMention name) {
        return scene.clauseOf(name.span())
                .filter(c -> c.headline() || c.sentence() <= scene.clauses().stream().filter(b -> !b.headline())
                        .mapToInt(Clause::sentence).findFirst().orElse(0))
                .isPresent();
    }
}
