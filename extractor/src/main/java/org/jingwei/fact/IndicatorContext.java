package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;

/** What is in force while the clauses of a release are read one after another; never leaves this room. */
final class IndicatorContext {
    /** Where projects are named. */
    final List<Span> projects;
    Optional<String> region = Optional.empty();
    /** Whether it is an organisation: then it does not hold beyond its paragraph, unless the article is about it. */
    boolean company;
    private int paragraph = -1;
    /** The sentence that named it. */
    int regionSentence = -1;
    Optional<Period> period = Optional.empty();
    /** The last period that is not ahead of the day of publication. */
    Optional<Period> told = Optional.empty();
    /** The first period of the sentence. */
    Optional<Period> opening = Optional.empty();
    String phrase = "";
    int phraseSentence = -1;
    boolean yearOnYear;
    /** Whom the values of the last 分别 belonged to. */
    Optional<Distribution> distribution = Optional.empty();
    int distributionSentence = -1;
    /** The statistics whose levels this sentence states, in order. */
    final List<String> levels = new ArrayList<>();
    int levelSentence = -1;
    /** Whether this clause names its region itself. */
    boolean named;
    /** 全市 or 全省 was said last, and the article does not say which. */
    boolean unplaced;
    /** 全国, 全球: for the rest of its sentence only. */
    Optional<String> whole = Optional.empty();
    int sentence = -1;
    /** 目前: no period. */
    boolean now;
    int read;
    /** 占全市…: the whole of the last share, for the rest of its sentence. */
    private String sharedWhole = "";
    private int sharedSentence = -1;

    IndicatorContext(List<Span> projects) {
        this.projects = List.copyOf(projects);
    }

    /** Before a clause is read. */
    void enter(Clause clause, Optional<String> main) {
        if (clause.paragraph() != paragraph && company && !region.equals(main)) {
            region = Optional.empty();
            company = false;
        }
        paragraph = clause.paragraph();
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

    void shared(String whole, Clause clause) {
        sharedWhole = whole;
        sharedSentence = clause.sentence();
    }

    /** The whole of the shares that this sentence lists; absent when it has listed none. */
    Optional<String> whole(Clause clause) {
        return sharedSentence == clause.sentence() ? Optional.of(sharedWhole) : Optional.empty();
    }
}
