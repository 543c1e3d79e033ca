package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * Names that a title is given to, with where they stand. Only adverbs, dates and the like may stand between a name and
 * the word: in 甲公司的洗衣机荣获… it is not the company that is given anything.
 */
record Designees(List<String> names, List<Span> spans) {
    private static final Designees NOBODY = new Designees(List.of(), List.of());
    /** Longer than what stands between a name and the word. */
    private static final int LONGEST = 60;
    private static final String ADVERBS = "(?:成功|正式|一举|再次|再度|再|又|也|还|并且|并|已经|已|均|都|先后|相继|双双|同时|首次|第[一二三四五六七八九十\\d]+次|首批"
            + "|连续[一二三四五六七八九十两\\d]*[年届次]?|连年|多次|光荣|顺利|近日|日前|近期|最近|昨日|昨天|今日|今天|当日|同日|此前|曾经|曾|于|就|获|更|则|而|在本次|刚刚|刚"
            + "|(?:在|凭借|凭|以)[^，。；“”]{2,25}(?:评选|评比|评定|评审|大赛|比赛|大会|活动|会议|测评|考核|论坛|年会|典礼|仪式|名单|实力|成绩|表现|优势)(?:活动)?[上中里]?"
            + "|在[^，。；“”]{0,6}[上中]|[年月日初底末\\s]|经[^，。；]{2,24}(?:批准|认定|批复|同意|评审|评选)){0,8}";
    /** 甲、乙等12家企业. */
    private static final String GROUP = "(?:等(?:[\\d一二三四五六七八九十两]+[家个座位名]?|多[家个])?(?:省份|省|市|县|区|城市|园区|企业|公司|单位|地区|地|高校|机构)?)?";
    private static final Pattern GAP = Pattern.compile("(?:\\([^()]{1,20}\\)|股份有限公司|有限公司)?" + GROUP + ADVERBS);
    private static final Pattern OPENING = Pattern.compile(ADVERBS);
    private static final Pattern COMPANY = Pattern.compile(OPENING.pattern() + "(?:公司|该公司|本公司)" + ADVERBS);
    private static final Pattern SPEAKS = Pattern.compile(".*(表示|介绍|称|说|指出|认为|透露|获悉|显示)$");
    private static final Pattern SUBJECTLESS = Pattern.compile("^(?:以|凭借|依托|通过|作为|经过)");
    private static final Pattern OTHER_PART = Pattern.compile(".*(对|向|为|给|由|据|与|同|给予|来自)$");

    /** The last names before the word; where its clause has none, the company or who its sentence opens with. */
    static Designees before(Scene scene, Clause clause, Span word) {
        Span left = new Span(clause.span().start(), word.start());
        List<NameMention> named = scene.names(left);
        if (named.isEmpty()) {
            return absent(scene, clause, left);
        }
        NameMention last = named.getLast();
        String gap = bare(scene, new Span(last.span().end(), word.start()));
        if (gap.length() > LONGEST || !GAP.matcher(gap).matches()) {
            return NOBODY;
        }
        return list(scene, clause, named);
    }

    /** Names that fill the stretch, divided by 、和与及 alone. */
    static Designees within(Scene scene, Span stretch) {
        List<NameMention> named = scene.names(stretch);
        var words = new StringBuilder();
        int from = stretch.start();
        for (NameMention name : named) {
            words.append(scene.text(), from, Math.max(from, name.span().start()));
            from = Math.max(from, name.span().end());
        }
        words.append(scene.text(), from, stretch.end());
        return words.toString().matches("[、和与及]*" + GROUP) ? of(named) : NOBODY;
    }

    private static Designees list(Scene scene, Clause clause, List<NameMention> named) {
        var list = new ArrayList<NameMention>(List.of(named.getLast()));
        for (int i = named.size() - 2; i >= 0; i--) {
            int from = named.get(i).span().end();
            int to = list.getFirst().span().start();
            if (from > to || !scene.text().substring(from, to).matches("[、和与及]")) {
                break;
            }
            list.addFirst(named.get(i));
        }
        return OTHER_PART.matcher(scene.left(clause, list.getFirst().span())).matches() ? NOBODY : of(list);
    }

    private static Designees absent(Scene scene, Clause clause, Span left) {
        String words = bare(scene, left);
        if (words.length() > LONGEST) {
            return NOBODY;
        }
        if (scene.company().isPresent() && COMPANY.matcher(words).matches()) {
            return new Designees(List.of(scene.company().get()), List.of(left));
        }
        if (!OPENING.matcher(words).matches()) {
            return NOBODY;
        }
        Optional<NameMention> subject = carried(scene, scene.sentence(clause), clause);
        return subject.or(() -> goesOn(scene, clause)).map(name -> of(List.of(name))).orElse(NOBODY);
    }

    /**
     * The organisation or place that the sentence opens with, when no clause since opens with another; or that the clause
     * before opens with.
     */
    private static Optional<NameMention> carried(Scene scene, List<Clause> sentence, Clause clause) {
        Optional<NameMention> subject = Optional.empty();
        for (Clause earlier : sentence) {
            if (earlier.index() >= clause.index()) {
                break;
            }
            Optional<NameMention> opens = scene.names(earlier.span()).stream().findFirst()
                    .filter(n -> n.span().start() - earlier.span().start() <= LONGEST && OPENING
                            .matcher(bare(scene, new Span(earlier.span().start(), n.span().start()))).matches());
            if (opens.isPresent()) {
                boolean acts = opens.get().type() != Type.PERSON && !SPEAKS.matcher(scene.of(earlier)).matches()
                        && !scene.right(earlier, opens.get().span()).matches("(?s)^[的、和与及].*");
                if (!acts || subject.isPresent() && earlier.index() < clause.index() - 1) {
                    return Optional.empty();
                }
                subject = opens;
            }
        }
        return subject;
    }

    /** Of a sentence that opens with what its subject does it with (以…的土地，…) the subject is that of the one before. */
    private static Optional<NameMention> goesOn(Scene scene, Clause clause) {
        Clause opening = scene.sentence(clause).getFirst();
        return SUBJECTLESS.matcher(scene.of(opening)).find()
                ? scene.before(opening).filter(b -> b.paragraph() == clause.paragraph() && !b.headline())
                        .flatMap(b -> carried(scene, scene.sentence(b), clause))
                : Optional.empty();
    }

    /** Words of a stretch without the dates in them. */
    static String bare(Scene scene, Span stretch) {
        var words = new StringBuilder(scene.of(stretch));
        scene.quantities(stretch, Period.class).reversed().forEach(
                p -> words.delete(p.span().start() - stretch.start(), p.span().end() - stretch.start()));
        return words.toString().strip();
    }

    /** Whether a date stands in the clause, or in a clause of the sentence that holds little else. */
    static boolean near(Scene scene, Clause clause, Span date) {
        return clause.span().contains(date)
                || scene.clauseOf(date).filter(c -> c.span().length() - date.length() <= 2).isPresent();
    }

    /** The full name of what these words end with; the words when they end with no name that was read. */
    static String fullName(Scene scene, Clause clause, String words) {
        return scene.names(scene.sentenceSpan(clause)).stream().filter(n -> words.endsWith(n.name()))
                .max(Comparator.comparingInt(n -> n.name().length())).map(NameMention::full).orElse(words);
    }

    private static Designees of(List<NameMention> named) {
        return new Designees(named.stream().map(NameMention::full).distinct().toList(),
                named.stream().map(NameMention::span).toList());
    }
}
