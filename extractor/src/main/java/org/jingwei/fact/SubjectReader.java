package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Whom a clause's statistics are of, by what it opens with; whom one value is of, by what stands before it. */
final class SubjectReader {
    private static final Pattern WHOLE_COUNTRY = Pattern.compile("^(?:[^，居占]{0,6}?[年月期末底度初])?(全国|我国|全球|世界|全行业)");
    private static final Pattern WORLD = Pattern.compile("^[^，]{0,8}(?:世界|全球)");
    private static final Pattern LEVEL = Pattern
            .compile("^[^，居占位列排比较与对高低向从拉带]{0,12}?[全我该]([省市县州区镇乡村旗])(?!别|域|间|分|位|民|振|级)");
    /** 江苏企业某硅业: whence somebody is. */
    private static final Pattern DESCRIBES = Pattern.compile(
            "^(?:本地|本土|籍)?(?:的)?(?:企业|公司|民企|国企|上市公司|品牌|厂商|厂家|乳企|车企|药企)|^的[^，]{2,16}?(?:有限(?:责任)?公司|股份公司|集团公司)|^的[^，产出进投消税财人农工固社规]{2,6}(?:集团|公司|股份|科技|能源|纸业|控股|电子|重工|陶瓷)");
    private static final Pattern OURS = Pattern.compile("(?:我们|咱们|我司|我厂)(?![省市县区州镇乡村国])");
    /** 后者增长21%: one of two that are told before, by their order. */
    private static final Pattern ONE_OF_TWO = Pattern.compile("[其而]?(?:前者|后者)");
    /** 江苏企业砺川重工, not 江苏企业数量: a firm behind a place. */
    private static final Pattern FIRM = Pattern
            .compile("^(?:企业|公司|民企|国企|上市公司|厂商|厂家|乳企|车企|药企)(?=[一-龥]{2,8}(?:年报|半年报|季报|财报|公告|公布|披露|发布))");
    /** 总部位于浙江的, 江苏企业: what stands before the name of whom the clause is about. */
    private static final Pattern WHENCE = Pattern.compile("(?:总部(?:位于|在|设在))?[^，]{2,8}(?:的|企业|公司|民企|国企)$");
    /** 其中, 截至目前: says nothing of whom. */
    private static final Pattern BY_THE_WAY = Pattern.compile("其中|今年|去年|，|预计|截至|\\s|以来|目前|全年|而|累计|在");
    /** 某企业发布…, 某公司位于…: of what it does or where it is, not of how much it has. */
    private static final Pattern ACTS = Pattern
            .compile("^.{0,6}(公告|发布|公布|宣布|披露|统计|表示|显示|官微|获悉|地处|位于|报告|决定|数据).*");
    /** 某能源半年报显示: of itself. */
    private static final Pattern OWN_REPORT = Pattern
            .compile(
                    "^.{0,6}(?:年报|半年报|季报|财报|中报|业绩快报|业绩预告|公告)(?:显示|称|披露)?[^，]{0,2}$|^(?:公布|发布|通报)了?[^，]{0,10}(?:运输|经营|生产|运营|业绩)[^，]{0,4}(?:情况|数据|成绩单|快报)[^，]{0,2}$");
    /** 华东地区主营收入: a company's own division by regions. */
    private static final Pattern SITE = Pattern
            .compile("^(?:基地|工厂|分公司|分厂)(?=[^，]{0,4}(?:收入|营收|净?利润|产能|产量|销量))");
    private static final Pattern SEGMENT = Pattern.compile("^(?:地区|区域|市场|境内|大区)?(?:的)?(?:主?营业?务?收入|收入|营收|销售|业务|订单|毛利)");
    /** 对东盟出口, 占全省: not whose statistic it is. */
    private static final Cue PARTNER = Cue
            .of("[对向从自与和比较占给跟往至]|(?:获得?|争取到?|引进|吸引|承接|接[收受]|[收得]到|利用|销售)了?$|来自|投资|投向|覆盖|辐射|销往|除|[在由同于、及]$|[（(][^）)]*$");

    private static final Pattern ITS = Pattern.compile("其(?![中他余间实])");

    private final StatisticNames names;

    SubjectReader(StatisticNames names) {
        this.names = names;
    }

    /**
     * What the clause says, in the order in which it holds: an office may be that of a level. Empty when it says nothing,
     * so that what is in force stays.
     *
     * @param projects where projects are named: they report nothing
     */
    static List<Subject> of(Scene scene, Clause clause, List<Span> projects) {
        if (BothSides.in(scene.of(clause))) {
            return List.of(new Subject.Unplaced());
        }
        if (ONE_OF_TWO.matcher(scene.of(clause)).lookingAt()) {
            return List.of(new Subject.Unplaced());
        }
        if (Origin.formerly(scene.of(clause))) {
            return List.of();
        }
        Optional<Subject> its = its(scene, clause);
        if (its.isPresent()) {
            return List.of(its.get());
        }
        Optional<Subject> named = named(scene, clause, projects).map(Subject.Named::new);
        return named.isPresent()
                ? List.of(named.get())
                : Stream.of(officeOrWhole(scene, clause),
                        levelOrSomebody(scene, clause).or(() -> BackReference.in(scene, clause))
                                .or(() -> ours(scene, clause)))
                        .flatMap(Optional::stream).toList();
    }

    /** 另一家企业某某公司，其产品…: whose name ends the clause before. */
    private static Optional<Subject> its(Scene scene, Clause clause) {
        return ITS.matcher(scene.of(clause)).lookingAt()
                ? scene.before(clause).filter(c -> c.sentence() == clause.sentence())
                        .flatMap(c -> scene.names(c.span(), Type.ORG).stream()
                                .filter(n -> n.span().end() == c.span().end()).findFirst())
                        .map(n -> new Subject.Meant(n, clause.span().start() + 1))
                : Optional.empty();
    }

    /** The region or company that a clause opens with, maybe behind a date or 其中. */
    private static Optional<NameMention> named(Scene scene, Clause clause, List<Span> projects) {
        return scene.names(clause.span()).stream().filter(n -> n.type() != Type.PERSON)
                .map(n -> LongerNames.whole(scene, clause, n))
                .filter(n -> projects.stream().noneMatch(p -> p.contains(n.span())))
                .filter(n -> !Offices.reports(n) && !Setting.signs(scene, n) && opens(scene, clause, n)).findFirst()
                .or(() -> LongerNames.unfound(scene, clause));
    }

    private static boolean opens(Scene scene, Clause clause, NameMention name) {
        String behind = scene.right(clause, name.span());
        if (name.type() == Type.PLACE && DESCRIBES.matcher(behind).find() || ofFirm(scene, name, behind)) {
            return false;
        }
        if (name.type() == Type.ORG && OWN_REPORT.matcher(behind).lookingAt()) {
            return true;
        }
        String before = scene.undated(scene.left(clause, name.span()),
                new Span(clause.span().start(), name.span().start()));
        if (before.endsWith("其中在")) {
            return false; // 总装机377万千瓦，其中在某市62万千瓦
        }
        return BY_THE_WAY.matcher(WHENCE.matcher(before).replaceFirst("")).replaceAll("").isEmpty()
                && !ACTS.matcher(behind).matches() && !Offices.speaks(behind) && !Offices.heldBySomebody(scene, name);
    }

    /** 某地基地收入, in news of a company 某地收入: where a firm earns it, not whose it is. */
    private static boolean ofFirm(Scene scene, NameMention place, String behind) {
        return place.type() == Type.PLACE && (SITE.matcher(behind).find()
                || scene.company().isPresent() && SEGMENT.matcher(behind).find());
    }

    private static Optional<Subject> officeOrWhole(Scene scene, Clause clause) {
        String words = scene.of(clause);
        if (Offices.introduces(words)) {
            return Offices.home(scene, clause).map(Subject.Office::new);
        }
        return WHOLE_COUNTRY.matcher(words).lookingAt()
                ? Optional
                        .of(new Subject.Whole(WORLD.matcher(words).find() ? "全球" : words.contains("我国") ? "中国" : "全国"))
                : Optional.empty();
    }

    private static Optional<Subject> levelOrSomebody(Scene scene, Clause clause) {
        Matcher level = LEVEL.matcher(scene.of(clause));
        if (level.lookingAt()) {
            return Optional.of(new Subject.Level(level.group(1)));
        }
        return ofSomebody(scene, clause) ? Optional.of(new Subject.Unplaced()) : Optional.empty();
    }

    private static Optional<Subject> ours(Scene scene, Clause clause) {
        return OURS.matcher(scene.of(clause)).find() ? Optional.of(new Subject.Speakers()) : Optional.empty();
    }

    /** 江苏企业半年报显示: a place tells whence a firm is that no name is found for; its figures are not the place's. */
    private static boolean ofSomebody(Scene scene, Clause clause) {
        return scene.names(clause.span(), Type.ORG).isEmpty() && scene.names(clause.span(), Type.PLACE).stream()
                .filter(n -> scene.left(clause, n.span()).isEmpty())
                .anyMatch(n -> FIRM.matcher(scene.right(clause, n.span())).lookingAt());
    }

    /**
     * 截至收盘，某股份市值: whose statistic a value is, named directly before it; absent when nobody is.
     *
     * @param from where the words that belong to this value begin
     */
    Optional<Subject.Named> owner(Scene scene, Clause clause, Quantity quantity, int from, IndicatorContext context) {
        int at = quantity.span().start();
        return quantity instanceof Period || from >= at
                ? Optional.empty()
                : scene.names(new Span(from, at)).stream()
                        .filter(n -> n.type() != Type.PERSON && !Setting.isSource(n.full()))
                        .filter(n -> !ofFirm(scene, n, scene.between(n.span().end(), clause.span().end())))
                        .filter(n -> !PARTNER.matcher(scene.between(from, n.span().start()))
                                .find())
                        .filter(n -> {
                            String rest = Phrases.before(scene.between(n.span().end(), at));
                            return names.isStatistic(rest) || rest.isEmpty() && quantity instanceof Numbered
                                    && context.phraseSentence == clause.sentence()
                                    && n.span().start() > clause.span().start();
                        })
                        .reduce((first, second) -> second).map(Subject.Named::new);
    }
}
