package org.jingwei.fact;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Whose statistics follow, where only the beginning of the name is found: 南渡 of 南渡口岸, 某集团 of 某集团江州货运中心. */
final class LongerNames {
    private static final Pattern SITE = Pattern.compile(
            "^(?:国际|公路|铁路)?(?:口岸|机场|综合保税区|综保区|保税区|高新区|经开区)|^港(?=[货集港吞完外内铁累煤油旅海生利])|^[一-龥]{0,6}?(?:产业园|工业园|景区)(?![区内的])");
    /** 喀什地区 beside 喀什市; not 广州地区生产总值. */
    private static final Pattern PREFECTURE = Pattern.compile("^地区(?!生产|产业|经济|间|性|[GＧ]|，)");
    private static final Pattern UNIT = Pattern
            .compile("^[一-龥]{2,8}?(?:货运中心|客运中心|运营中心|分公司|车务段|机务段|分行|支行)(?![的和、])");
    private static final Pattern ALONE = Pattern
            .compile("^[^，、的和与及在对从将各全该和等个是有]{2,4}(?:口岸|机场)(?=[进出货旅车客今前一二三四上下累共完实])");

    private static final Cue PEOPLE = Cue.of("[省市县区州](?:城镇|农村|乡村)$");

    private LongerNames() {}

    /** The longest name that begins where this one does; itself when it is whole. */
    static NameMention whole(Scene scene, Clause clause, NameMention name) {
        if (name.type() == Type.PLACE && PEOPLE.in(name.name())) {
            return shorter(scene, name);
        }
        int from = name.span().start();
        Optional<NameMention> known = scene.names().stream()
                .filter(n -> n.type() != Type.PERSON && n.name().length() > name.span().length())
                .filter(n -> scene.text().startsWith(n.name(), from))
                .max(Comparator.comparingInt(n -> n.name().length()));
        if (known.isPresent()) {
            return named(scene, new Span(from, from + known.get().name().length()), known.get().type(),
                    known.get().full());
        }
        String behind = scene.right(clause, name.span());
        Matcher more = (name.type() == Type.ORG ? UNIT : ofPlace(name, behind)).matcher(behind);
        return name.type() != Type.PERSON && more.find()
                ? grown(scene, new Span(from, name.span().end() + more.end()), name.type())
                : name;
    }

    private static Pattern ofPlace(NameMention name, String behind) {
        boolean prefecture = name.full().endsWith("市") && !name.name().endsWith("市")
                && PREFECTURE.matcher(behind).find();
        return prefecture ? PREFECTURE : SITE;
    }

    /** 一季度，南渡口岸进出口货值…: a port of entry or an airport that no name is found for; absent when none is named. */
    static Optional<NameMention> unfound(Scene scene, Clause clause) {
        Matcher alone = ALONE.matcher(scene.of(clause));
        return alone.find() && scene.quantities(new Span(clause.span().start(), clause.span().start() + alone.end()))
                .isEmpty()
                        ? Optional.of(grown(scene, new Span(clause.span().start(), clause.span().start() + alone.end()),
                                Type.PLACE))
                        : Optional.empty();
    }

    /** 江州市城镇新增就业: 城镇 tells of which jobs. */
    private static NameMention shorter(Scene scene, NameMention name) {
        Span span = new Span(name.span().start(), name.span().end() - 2);
        String rest = scene.of(span);
        String full = scene.names().stream().filter(n -> n.name().equals(rest)).map(NameMention::full).findFirst()
                .orElse(rest);
        return named(scene, span, Type.PLACE, full);
    }

    private static NameMention grown(Scene scene, Span span, Type type) {
        return named(scene, span, type, scene.of(span));
    }

    private static NameMention named(Scene scene, Span span, Type type, String full) {
        return new NameMention(span, scene.of(span), type, full, "longer-name");
    }
}
