package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention.Type;

/** What is in force while the clauses of a release are read one after another; never leaves this room. */
final class IndicatorContext {
    private static final Pattern NOW = Pattern.compile("目前|现有|当前|眼下|建厂以来|成立以来");

    /** Where projects are named. */
    final List<Span> projects;
    Optional<String> region = Optional.empty();
    /** Whether it is an organisation: then it does not hold beyond its paragraph, unless the article is about it. */
    private boolean company;
    private int paragraph = -1;
    /** The sentence that named it. */
    int regionSentence = -1;
    Optional<Period> period = Optional.empty();
    /** The last period that is not ahead of the day of publication. */
    private Optional<Period> told = Optional.empty();
    /** The first period of the sentence. */
    private Optional<Period> opening = Optional.empty();
    String phrase = "";
    int phraseSentence = -1;
    boolean yearOnYear;
    /** Whom the values of the last 分别 belonged to. */
    private Optional<Distribution> distribution = Optional.empty();
    private int distributionSentence = -1;
    /** The statistics whose levels this sentence states, in order. */
    private final List<String> levels = new ArrayList<>();
    private int levelSentence = -1;
    /** Whether this clause names its region itself. */
    boolean named;
    /** 全市 or 全省 was said last, and the article does not say which. */
    boolean unplaced;
    /** 全国, 全球: for the rest of its sentence only. */
    Optional<String> whole = Optional.empty();
    private int sentence = -1;
    /** 目前: no period. */
    boolean now;
    int read;
    /** 占全市…: the whole of the last share, for the rest of its sentence. */
    private String sharedWhole = "";
    private int sharedSentence = -1;

    IndicatorContext(List<Span> projects) {
        this.projects = List.copyOf(projects);
    }

    /** Before a clause is read: what does not hold beyond its paragraph, its sentence or the next ends here. */
    void enter(Scene scene, Clause clause) {
        if (phraseSentence < clause.sentence() - 1) {
            phrase = "";
        }
        if (clause.paragraph() != paragraph && company && !region.equals(scene.company())) {
            region = Optional.empty();
            company = false;
        }
        paragraph = clause.paragraph();
        String words = scene.of(clause);
        if (words.startsWith("报告期")) {
            period = StatisticalPeriod.first(scene).filter(p -> !Observation.ahead(scene, p));
        }
        boolean goesOn = sentence == clause.sentence();
        if (!goesOn) {
            enterSentence(scene);
        }
        sentence = clause.sentence();
        named = false;
        now = NOW.matcher(words).find() || now && goesOn;
        yearOnYear |= Observation.YEAR_ON_YEAR.matcher(words).find();
    }

    private void enterSentence(Scene scene) {
        if (period.filter(p -> Observation.ahead(scene, p)).isPresent()) {
            period = told; // what is aimed at is not the period of what is told next
        }
        if (opening.isPresent() && period.filter(p -> p.last().isBefore(opening.get().first()))
                .flatMap(p -> scene.clauseOf(p.span())).filter(c -> scene.of(c).startsWith("而")).isPresent()) {
            period = opening; // 而2019年上半年仅8亿元 was said by the way
        }
        opening = Optional.empty();
        whole = Optional.empty();
    }

    /** What follows is of this subject. */
    void about(Scene scene, Clause clause, Subject subject) {
        switch (subject) {
            case Subject.Named it -> {
                region = Optional.of(it.name().full());
                regionSentence = clause.sentence();
                company = it.name().type() == Type.ORG;
                whole = Optional.empty();
                named = true;
                unplaced = false;
            }
            case Subject.Office office -> {
                region = Optional.of(office.place());
                company = false;
            }
            case Subject.Level level -> {
                region = Regions.ofLevel(scene, region, level.last());
                regionSentence = clause.sentence();
                company = false;
                unplaced = region.isEmpty();
            }
            case Subject.Whole all -> whole = Optional.of(all.name());
            case Subject.Unplaced somebody -> unplaced = true;
        }
    }

    /** Values of this region follow, whoever is spoken of. */
    void turnTo(Optional<String> region) {
        this.region = region;
    }

    /** A period of statistics is stated. */
    void at(Scene scene, Period stated) {
        told = Observation.ahead(scene, stated) ? told : Optional.of(stated);
        period = Optional.of(stated);
        now = false;
    }

    /** As {@link #at}, where what follows in the sentence may be said by the way. */
    void openAt(Scene scene, Period stated) {
        at(scene, stated);
        opening = opening.or(() -> Optional.of(stated));
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
        read++;
    }

    /** As {@link #remember}, where the value is a level: its change may follow behind 分别. */
    void rememberLevel(String phrase, Clause clause) {
        remember(phrase, clause);
        if (levelSentence != clause.sentence()) {
            levels.clear();
        }
        levelSentence = clause.sentence();
        levels.add(phrase);
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
    Optional<Distribution> distribution(Scene scene, Clause clause, int values) {
        if (distributionSentence != clause.sentence()) {
            distribution = Optional.empty();
        }
        distributionSentence = clause.sentence();
        Optional<Distribution> here = Distribution.in(scene, clause);
        String words = scene.of(clause);
        if (here.isPresent() || !Phrases.before(words.substring(0, words.indexOf(Distribution.WORD))).isEmpty()) {
            distribution = here;
        }
        if (distribution.isEmpty() && levelSentence == clause.sentence() && levels.size() == values) {
            // 营业收入9亿元、净利润1亿元，分别增长23%、15%
            distribution = Optional.of(new Distribution(List.of(), List.copyOf(levels)));
        }
        return distribution.filter(d -> d.size() == values);
    }
}
