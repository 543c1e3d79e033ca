package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * What 公司, 该行, 该区 or 园区 mean at a place of the text: the one thing of this kind that was named before. Where two
 * could be meant, nothing is.
 */
final class Referents {
    private static final Pattern COMPANY = Pattern.compile("该?(?:公司|企业|集团)");
    /** 该行, 本县: the character behind names what it is. */
    private static final Pattern POINTED = Pattern.compile("[该本我]([省市县区州旗盟镇乡行校院局会])");
    private static final Pattern ZONE = Pattern.compile("该?(?:园区|开发区|高新区|经开区|保税区|新区)");
    /** Bodies, schools, associations and media, which nobody calls a company. */
    private static final Cue NO_COMPANY = Cue.of(
            "(?:[局厅部委署会府讯]|海关|法院|检察院|人大|政协|办公室|中心|大学|学院|学校|医院|研究院|研究所|科学院|联盟|交易所|总队|日报|晚报|网|社|电视台|资讯|观察|在线|热线)$");
    private static final Cue ZONE_NAME = Cue.of("(?:园区?|[开高经].{0,8}区|保税区|新区|示范区|试验区)$");

    private static final Pattern JOINED = Pattern.compile("[、和与及同]|联合|携手|旗下|的|子公司");

    private Referents() {}

    /** The name that {@code words}, which end at {@code at}, stand for; absent when it is not certain. */
    static Optional<NameMention> of(Scene scene, String words, int at) {
        if (COMPANY.matcher(words).matches()) {
            return company(scene, at);
        }
        var pointed = POINTED.matcher(words);
        if (pointed.matches()) {
            return last(before(scene, at).filter(n -> n.full().endsWith(pointed.group(1))
                    || pointed.group(1).equals("校") && n.full().matches(".*(?:大学|学院|中学|小学)")));
        }
        return ZONE.matcher(words).matches()
                ? only(before(scene, at).filter(n -> n.type() == Type.PLACE && ZONE_NAME.in(n.full()))
                        .filter(n -> words.endsWith("园区") || n.full().endsWith(words.replaceFirst("^该", "")))
                        .toList())
                : Optional.empty();
    }

    /** The one company that the paragraph names before, or, when it names no organisation, the paragraph above. */
    static Optional<NameMention> company(Scene scene, int at) {
        int line = scene.text().lastIndexOf('\n', at - 1) + 1;
        if (line == 0 || !companies(scene, line, at).isEmpty()) {
            return companyOfParagraph(scene, at);
        }
        int end = line - 1;
        while (end > 0 && scene.text().charAt(end - 1) == '\n') {
            end--;
        }
        return only(companies(scene, scene.text().lastIndexOf('\n', Math.max(0, end - 1)) + 1, end));
    }

    /** The one company that the sentence names before. */
    static Optional<NameMention> companyOfSentence(Scene scene, int at) {
        int from = Math.max(scene.text().lastIndexOf('\n', at - 1), scene.text().lastIndexOf('。', at - 1)) + 1;
        return only(companies(scene, from, at));
    }

    /** The one company that the paragraph names before; of several, the one that opens it where no other opens a clause. */
    static Optional<NameMention> companyOfParagraph(Scene scene, int at) {
        int line = scene.text().lastIndexOf('\n', at - 1) + 1;
        List<NameMention> named = companies(scene, line, at);
        return only(named).or(() -> subject(scene, named, line));
    }

    /** 甲公司成立于2018年，获得乙资本融资: 甲公司, of which the paragraph tells; not of 甲公司与乙公司. */
    private static Optional<NameMention> subject(Scene scene, List<NameMention> named, int line) {
        List<String> opening = named.stream()
                .filter(n -> scene.clauseOf(n.span()).filter(c -> c.span().start() == n.span().start()).isPresent())
                .map(NameMention::full).distinct().toList();
        return opening.size() == 1
                ? named.stream().findFirst()
                        .filter(n -> n.span().start() == line && n.full().equals(opening.getFirst()))
                        .filter(n -> !JOINED.matcher(scene.text().substring(n.span().end())).lookingAt())
                : Optional.empty();
    }

    private static List<NameMention> companies(Scene scene, int from, int to) {
        return before(scene, to).filter(n -> n.type() == Type.ORG && n.span().start() >= from)
                .filter(n -> !Setting.isSource(n.full()) && !Setting.signs(scene, n)
                        && !NO_COMPANY.in(n.full()))
                .toList();
    }

    private static Stream<NameMention> before(Scene scene, int at) {
        return scene.names().stream().filter(n -> n.type() != Type.PERSON && n.span().end() <= at);
    }

    private static Optional<NameMention> last(Stream<NameMention> names) {
        return names.reduce((a, b) -> b);
    }

    private static Optional<NameMention> only(List<NameMention> names) {
        return names.stream().map(NameMention::full).distinct().count() == 1
                ? Optional.of(names.getLast())
                : Optional.empty();
    }
}
