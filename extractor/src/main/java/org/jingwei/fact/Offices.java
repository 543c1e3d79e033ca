package org.jingwei.fact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Who speaks, counts, regulates or studies: not what is counted, but the place whose office it is may be. */
final class Offices {
    /** 某局局长覃石表示: who speaks is not what is spoken of. */
    private static final Cue SPEAKS = Cue.of("(?:表示|介绍|透露|指出|认为|告诉|强调|宣布|预计|预测|判断|估计|测算|坦言|提醒|分析|说|称)(?:说|道)?$");
    /** 某省协会提供的统计显示, 据某市统计局介绍: whose figures follow. */
    private static final Cue SHOWS = Cue
            .of("(?:数据|统计|资料|报告|监测|调查)[^，]{0,4}(?:显示|表明)$|获悉$|^据[^，]{3,24}(?:统计|介绍|消息|数据|监测|通报)$");
    private static final Cue REPORTS = Cue.of("(?:证券|研究院|研究所|研究中心|咨询|智库|协会|商会|学会|大学|学院|交易所|[局厅委]|委员会|办公室)$");
    private static final Pattern OFFICE_OF = Pattern
            .compile("^((?:[一-龥]{1,6}?(?:[省县区盟旗]|州(?!市)|市(?![场政民])))+)[^，]*(?:[局委厅办关]|协会|商会|政府|总队|中心)$");
    private static final Pattern TITLE = Pattern.compile("[\\u4e00-\\u9fff、]*[^和与、向到]");

    private Offices() {}

    /** Whether the words end with a word of saying. */
    static boolean speaks(String words) {
        return SPEAKS.in(words);
    }

    /** Whether the clause tells who says what follows, or whose figures follow. */
    static boolean introduces(String clause) {
        return speaks(clause) || SHOWS.in(clause);
    }

    /** Whether one called so reports figures of others. */
    static boolean reports(NameMention name) {
        return Setting.isSource(name.full()) || REPORTS.in(name.full());
    }

    /** 某州发改委主任表示: the place whose office the clause names; absent when it names none, or none of a place. */
    static Optional<String> home(Scene scene, Clause clause) {
        List<String> offices = scene.names(clause.span(), Type.ORG).stream().map(NameMention::full).toList();
        return offices.stream().flatMap(org -> scene.distinct(Type.PLACE).keySet().stream().filter(org::startsWith))
                .max(Comparator.comparingInt(String::length))
                .or(() -> offices.stream().map(OFFICE_OF::matcher).filter(Matcher::find).map(m -> m.group(1))
                        .findFirst());
    }

    /** 某市委常委谢云屏: whether an organisation only tells whose officer somebody is. */
    static boolean heldBySomebody(Scene scene, NameMention organisation) {
        int end = organisation.span().end();
        return scene.names().stream().filter(n -> n.type() == Type.PERSON && n.span().start() >= end)
                .filter(n -> n.span().start() - end <= 14).findFirst()
                .filter(n -> TITLE.matcher(scene.text().substring(end, n.span().start())).matches())
                .isPresent();
    }
}
