package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** 该公司, 园区, 该机场: somebody that a clause names by its kind alone, whom the text has named shortly before. */
final class BackReference {
    /** 今年1至5月，公司…: what may stand before the kind. */
    private static final String TIME = "(?:今年|去年|上年|前年|全年|当年|目前|截至|截止|至|其中|[0-9\\-—－~至到前后首上下半一二三四季度年月日底末个以来，,\\s])*";
    private static final Pattern FIRM = Pattern.compile("^" + TIME + "(?:该|这家)(?:公司|企业|集团|行|厂)(?![的]?(?:数|家))|^" + TIME
            + "(?:公司|集团)(?![家个数们所]|贷款|债|存款|类)|^" + TIME
            + "企业(?=" + "去年|今年|上半年|前|全年|预计|目前|实现|完成|已|现有|累计|收购|销售|\\d)");
    private static final Pattern SITE = Pattern.compile("^" + TIME
            + "(?:该|这个|这座)?(园区|产业园|口岸|机场|港口|港区|景区|保税区|综保区|试验区|合作区|示范区|基金)(?![内外]|的?(?:数量|个数)|类|价)");
    /** 企业去年实现…: of a firm that is named, but also of all firms of a region. */
    private static final Cue ANY_FIRM = Cue.of("企业$");
    private static final Cue COMPANY = Cue.of("(?:公司|集团|股份|厂)$");
    private static final List<String> PARKS = List.of("园区", "产业园", "工业园", "科技园", "产业园区", "工业园区");

    private static final Cue ZONE = Cue.of(".(?:开发区|高新区|经开区|新区|保税区|园区|产业园|工业园)$");

    private BackReference() {}

    /**
     * @return absent when the clause opens otherwise; {@link Subject.Unplaced} when it does, and nobody of the kind has been
     *         named in this paragraph or the one before
     */
    static Optional<Subject> in(Scene scene, Clause clause) {
        String words = scene.of(clause);
        Matcher site = SITE.matcher(words);
        if (site.lookingAt()) {
            String kind = site.group(1);
            Optional<Subject> meant = nearest(scene, clause, n -> isOf(n, kind))
                    .or(() -> PARKS.contains(kind)
                            ? nearest(scene, clause, n -> ZONE.in(n.full()))
                                    .or(() -> Regions.main(scene).filter(m -> ZONE.in(m))
                                            .flatMap(m -> named(scene, m)))
                            : Optional.empty())
                    .map(n -> new Subject.Meant(n, clause.span().start() + site.end(1)));
            return meant.isPresent() || !PARKS.contains(kind) && !words.contains("该" + kind)
                    ? meant // 机场旅客吞吐量 may be a city's
                    : Optional.of(new Subject.Unplaced());
        }
        Matcher firm = FIRM.matcher(words);
        if (!firm.lookingAt()) {
            return Optional.empty();
        }
        boolean any = ANY_FIRM.in(firm.group()) && !firm.group().contains("该");
        Optional<NameMention> meant = scene.company().isPresent()
                ? named(scene, scene.company().get())
                : Referents.companyOfSentence(scene, clause.span().start())
                        .or(() -> Referents.company(scene, clause.span().start()))
                        .filter(n -> !any || COMPANY.in(n.full()));
        return meant.<Subject>map(n -> new Subject.Meant(n, clause.span().start() + firm.end()))
                .or(() -> any ? Optional.empty() : Optional.of(new Subject.Unplaced()));
    }

    private static boolean isOf(NameMention name, String kind) {
        return name.type() != Type.PERSON && (name.full().endsWith(kind)
                || PARKS.contains(kind) && PARKS.stream().anyMatch(name.full()::endsWith)
                || kind.equals("综保区") && name.full().endsWith("综合保税区")
                || kind.startsWith("港") && name.full().endsWith("港"));
    }

    private static Optional<NameMention> named(Scene scene, String company) {
        return scene.names().stream().filter(n -> n.full().equals(company)).findFirst();
    }

    /** The last one named before, in this paragraph, else in the one before it. */
    private static Optional<NameMention> nearest(Scene scene, Clause clause, Predicate<NameMention> fits) {
        int here = clause.paragraph();
        List<NameMention> before = scene.names().stream().filter(n -> n.span().end() <= clause.span().end())
                .filter(n -> n.span().start() < clause.span().start()).filter(fits).toList();
        return last(scene, before, here).or(() -> scene.clauses().stream()
                .filter(c -> c.paragraph() < here && !c.headline()).map(Clause::paragraph).reduce((a, b) -> b)
                .flatMap(p -> last(scene, before, p)));
    }

    private static Optional<NameMention> last(Scene scene, List<NameMention> names, int paragraph) {
        return names.stream().filter(n -> scene.clauseOf(n.span())
                .filter(c -> c.paragraph() == paragraph && !c.headline()).isPresent()).reduce((a, b) -> b);
    }
}
