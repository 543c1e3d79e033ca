package org.jingwei.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** What is in force while the clauses of a release are read one after another; never leaves this room. */
final class IndicatorContext {
    private static final Cue NOW = Cue.of("目前|如今|至此|现有|当前|眼下|近年来|近几年|(?:[建成落设开创投][厂立园户成办业产通行馆港]|运营|通车|通航)以来");

    private static final Pattern OF_WHICH = Pattern.compile("其中[，,：:]?|当中[，,]?");
    private static final Pattern RATE = Pattern.compile("则?(?:累计)?(?:同比|环比)?(?:增|下|上|降|涨|跌)");
    /** 两项同比分别增长…: of what has been told before. */
    private static final Pattern BOTH = Pattern.compile("(?:[两二三四]项|[两二三四]者|[两二三四]项指标)?");
    /** Somewhere that a paragraph tells of, and no region that a release goes on about. */
    private static final Cue FACILITY = Cue.of("(?:站|机场|景区|口岸|港|码头|园|园区|市场|集群|村)$");

    /** Where projects are named. */
    final List<Span> projects;
    Optional<String> region = Optional.empty();
    /** Whether it is an organisation: then it does not hold beyond its paragraph, unless the article is about it. */
    private boolean company;
    private int paragraph = -1;
    /** The sentence that named it. */
    int regionSentence = -1;
    private int regionParagraph = -1;
    /** Whom statistics have been told of so far. */
    private final Set<String> regions = new HashSet<>();
    Optional<Period> period = Optional.empty();
    /** The last period that is not ahead of the day of publication. */
    private Optional<Period> told = Optional.empty();
    /** The first period of the sentence. */
    private Optional<Period> opening = Optional.empty();
    /** What held before the state at a day was told of, in the middle of a sentence. */
    private Optional<Period> before = Optional.empty();
    private int daySentence = -1;
    /** The last level that no 其中 stands before. */
    private String divided = "";
    private String dividedUnit = "";
    private int dividedSentence = -1;
    /** Whether the last period of the sentence is another one than its first, and of a rate alone. */
    private boolean aside;
    /** What held before a sentence that told of a part of it by the way. */
    private Optional<Period> resumed = Optional.empty();
    String phrase = "";
    int phraseSentence = -1;
    boolean yearOnYear;
    /** Whom the values of the last 分别 belonged to. */
    private Optional<Distribution> distribution = Optional.empty();
    private int distributionSentence = -1;
    /** The statistics whose levels this sentence states, in order. */
    private final List<String> levels = new ArrayList<>();
    /** Whose they are; empty text where no region is in force. */
    private final List<String> levelRegions = new ArrayList<>();
    private int levelSentence = -1;
    /** Whether this clause names its region itself. */
    boolean named;
    /** 全市 or 全省 was said last, and the article does not say which. */
    boolean unplaced;
    /** Somebody is spoken of whom nobody has named; not beyond the paragraph. */
    boolean lost;
    /** 全国, 全球: for the rest of its sentence only. */
    Optional<String> whole = Optional.empty();
    private int sentence = -1;
    /** 目前: no period. */
    boolean now;
    int read;
    /** 占全市…: the whole of the last share, for the rest of its sentence. */
    private String sharedWhole = "";
    private int sharedSentence = -1;
    /** The last share by its name, until a statistic of another name is told. */
    private String share = "";
    private int shareSentence = -1;

    IndicatorContext(List<Span> projects) {
        this.projects = List.copyOf(projects);
    }

    /** Before a clause is read: what does not hold beyond its paragraph, its sentence or the next ends here. */
    void enter(Scene scene, Clause clause) {
        if (phraseSentence < clause.sentence() - 1) {
            phrase = "";
        }
        if (clause.paragraph() != paragraph) {
            enterParagraph(scene, clause);
        }
        paragraph = clause.paragraph();
        String words = scene.of(clause);
        if (words.startsWith("报告期")) {
            period = StatisticalPeriod.first(scene).filter(p -> !Observation.ahead(scene, p))
                    .filter(p -> p.span().start() < clause.span().start());
        }
        if (before.isPresent() && "；;".contains(scene.justBefore(clause.span(), 1))) {
            period = before; // 3月末存栏21万头；禽蛋产量…
            before = Optional.empty();
        }
        if (words.startsWith("全年") && period.filter(p -> p.precision() == Period.Precision.YEAR).isEmpty()) {
            StatisticalPeriod.ofArticle(scene).filter(p -> p.precision() == Period.Precision.YEAR)
                    .ifPresent(p -> at(scene, p)); // a bulletin says its year in the title
        }
        boolean goesOn = sentence == clause.sentence();
        if (!goesOn) {
            enterSentence(scene, clause);
        }
        sentence = clause.sentence();
        named = false;
        now = NOW.in(words) || now && goesOn;
        yearOnYear |= Observation.YEAR_ON_YEAR.in(words);
    }

    private void enterParagraph(Scene scene, Clause clause) {
        lost = false;
        phrase = "";
        if (company && !region.equals(scene.company()) && !region.equals(Regions.main(scene))) {
            region = Optional.empty();
            company = false;
        }
        if (!clause.headline()) {
            // a part of the article's period was said by the way
            Optional<Period> whole = StatisticalPeriod.ofArticle(scene);
            period = period.filter(p -> whole.filter(w -> StatisticalPeriod.within(p, w)).isEmpty())
                    .or(() -> period.flatMap(p -> whole));
        }
    }

    private void enterSentence(Scene scene, Clause clause) {
        if (period.filter(p -> Observation.ahead(scene, p)).isPresent()) {
            period = told; // what is aimed at is not the period of what is told next
        }
        if (opening.isPresent() && period.filter(p -> p.last().isBefore(opening.get().first()))
                .flatMap(p -> scene.clauseOf(p.span())).filter(c -> scene.of(c).startsWith("而")).isPresent()) {
            period = opening; // 而2019年上半年仅8亿元 was said by the way
        }
        if (opening.isPresent() && aside) {
            period = opening; // 1至5月增长3% was said by the way
        }
        if (!"；;".contains(scene.justBefore(clause.span(), 1))) {
            period = resumed.or(() -> period); // 其中9月份增长7.5% was said by the way
            resumed = Optional.empty();
        }
        aside = false;
        opening = Optional.empty();
        before = Optional.empty();
        whole = Optional.empty();
    }

    /** What follows is of this subject. */
    void about(Scene scene, Clause clause, Subject subject) {
        switch (subject) {
            case Subject.Named it -> turnTo(clause, it.name());
            case Subject.Meant it -> turnTo(clause, it.name());
            case Subject.Office office -> {
                region = Optional.of(office.place());
                settle(clause);
                company = false;
                lost = false;
            }
            case Subject.Level level -> {
                region = Regions.ofLevel(scene, region, level.last());
                regionSentence = clause.sentence();
                settle(clause);
                company = false;
                unplaced = region.isEmpty();
                lost = false;
            }
            case Subject.Whole all -> whole = Optional.of(all.name());
            case Subject.Unplaced somebody -> lost = true;
            case Subject.Speakers speakers -> lost |= !company;
        }
    }

    private void turnTo(Clause clause, NameMention name) {
        region = Optional.of(name.full());
        regionSentence = clause.sentence();
        settle(clause);
        company = name.type() == Type.ORG || FACILITY.in(name.full());
        whole = Optional.empty();
        named = true;
        unplaced = false;
        lost = false;
    }

    private void settle(Clause clause) {
        regionParagraph = clause.paragraph();
        region.ifPresent(regions::add);
    }

    /** Whether another paragraph than this one named the region in force. */
    boolean fromAnotherParagraph(Clause clause) {
        return regionParagraph != clause.paragraph();
    }

    /** Whether the article tells of other regions than the one in force: of one before, or as what it is about. */
    boolean amongOthers(Scene scene) {
        return regions.size() > 1 || region.isPresent() && Regions.main(scene)
                .filter(main -> !main.endsWith(region.get()) && !region.get().endsWith(main)).isPresent();
    }

    /** Values of this region follow, whoever is spoken of. */
    void turnTo(Optional<String> region) {
        this.region = region;
    }

    /** A period of statistics is stated. */
    void at(Scene scene, Period stated) {
        boolean opens = scene.clauseOf(stated.span()).filter(c -> scene.sentence(c).getFirst().equals(c)).isPresent();
        before = stated.pointInTime() && !opens && period.filter(p -> !p.pointInTime()).isPresent()
                ? period
                : Optional.empty();
        told = Observation.ahead(scene, stated) ? told : Optional.of(stated);
        period = Optional.of(stated);
        now = false;
    }

    /** As {@link #at}, where what follows in the sentence may be said by the way. */
    void openAt(Scene scene, Period stated) {
        boolean byTheWay = RATE.matcher(scene.justBehind(stated.span(), 4)).lookingAt()
                || scene.justBehind(stated.span(), 2).equals("当月") || scene.of(stated.span()).endsWith("当月")
                || scene.justBefore(stated.span(), 2).equals("其中");
        aside = opening.filter(o -> !o.notation().equals(stated.notation())).isPresent() && byTheWay;
        boolean inPart = opening.isEmpty() && (byTheWay || ofWhich(scene, stated));
        Optional<Period> whole = period.filter(p -> inPart && !p.pointInTime() && !stated.pointInTime()
                && p.precision() != Period.Precision.YEAR && StatisticalPeriod.within(stated, p));
        at(scene, stated);
        resumed = resumed.or(() -> whole);
        opening = opening.or(() -> Optional.of(stated));
    }

    /** 其中，9月份…: a month of the period in force opens a sentence that goes on about it. */
    private static boolean ofWhich(Scene scene, Period stated) {
        return scene.clauseOf(stated.span()).map(scene::sentenceSpan)
                .filter(s -> OF_WHICH.matcher(scene.between(s.start(), stated.span().start())).matches()).isPresent();
    }

    /** 6日收盘: what this sentence tells of a day is not of a period stated before. */
    void onDay(Clause clause) {
        daySentence = clause.sentence();
    }

    boolean otherDay(Scene scene, Clause clause, Period inForce) {
        return daySentence == clause.sentence() && !scene.sentenceSpan(clause).contains(inForce.span());
    }

    /** What follows is of this period, or of one that nobody can name. */
    void within(Optional<Period> known) {
        period = known;
    }

    /** A number with words of its own that are no statistic: what comes next is not said of the statistic before. */
    void forget() {
        phrase = "";
        phraseSentence = -1;
    }

    /** This clause states a value of the statistic called {@code phrase}. */
    void remember(String phrase, Clause clause) {
        this.phrase = phrase;
        phraseSentence = clause.sentence();
        shareSentence = -1;
        read++;
    }

    /** As {@link #remember}, where the value is a level: its change may follow behind 分别. */
    void rememberLevel(String phrase, Clause clause) {
        remember(phrase, clause);
        if (levelSentence != clause.sentence()) {
            levels.clear();
            levelRegions.clear();
        }
        levelSentence = clause.sentence();
        levels.add(phrase);
        levelRegions.add(region.orElse(""));
    }

    /** 竹产业营业收入83亿元，…；今年1—9月营业收入33亿元: the longer name that this sentence has told of; else as it stands. */
    String told(String name, Clause clause) {
        return levelSentence >= clause.sentence() - 1
                ? levels.stream().filter(l -> l.length() > name.length() && l.endsWith(name)).findFirst().orElse(name)
                : name;
    }

    /** Parts of this level may follow. */
    void divide(String phrase, String unit, Clause clause) {
        divided = phrase;
        dividedUnit = unit;
        dividedSentence = clause.sentence();
    }

    /** The level in this unit whose parts this sentence lists; absent when it has told of none. */
    Optional<String> whole(String unit) {
        return dividedSentence == sentence && dividedUnit.equals(unit) ? Optional.of(divided) : Optional.empty();
    }

    /** This clause states of what share the statistic called {@code phrase} is. */
    void rememberShare(String phrase, Clause clause) {
        share = phrase.endsWith("占比") || phrase.endsWith("比重") ? phrase : phrase + "占比";
        shareSentence = clause.sentence();
    }

    /** What the share is called whose change in points may follow; absent when something else has been told since. */
    Optional<String> share(Clause clause) {
        return shareSentence == clause.sentence() ? Optional.of(share) : Optional.empty();
    }

    /** The values of 分别 have been told: none of their statistics goes on. */
    void endList() {
        phrase = "";
    }

    void shared(String whole, Clause clause) {
        sharedWhole = whole;
        sharedSentence = clause.sentence();
    }

    /** The whole of the shares that this sentence lists; absent when it has listed none. */
    Optional<String> whole(Clause clause) {
        return sharedSentence == clause.sentence() ? Optional.of(sharedWhole) : Optional.empty();
    }

    /**
     * Whom so many values of 分别 belong to: what the clause lists, else what its sentence has listed before, else the
     * levels that it has stated; absent when there are more or fewer of them.
     */
    Optional<Distribution> distribution(StatisticNames names, Scene scene, Clause clause, int values) {
        if (distributionSentence != clause.sentence()) {
            distribution = Optional.empty();
        }
        distributionSentence = clause.sentence();
        Optional<Distribution> here = Distribution.in(names, scene, clause, values,
                phraseSentence == clause.sentence() ? phrase : "");
        String words = scene.of(clause);
        String before = StatisticNames.ofChange(words.substring(0, words.indexOf(Distribution.WORD)));
        if (here.isPresent() || !BOTH.matcher(before).matches()) {
            distribution = here;
        }
        if (distribution.isEmpty() && levelSentence == clause.sentence() && levels.size() == values) {
            // 营业收入9亿元、净利润1亿元，分别增长23%、15%
            distribution = Optional.of(levelRegions.stream().distinct().count() == 1
                    ? Distribution.of(levels)
                    : new Distribution(List.copyOf(levelRegions), List.copyOf(levels), List.of()));
        }
        return distribution.filter(d -> d.size() == values);
    }
}
