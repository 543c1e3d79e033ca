package org.jingwei.quantity;

/**
 * Dates and periods. What the text leaves out is supplied from the day of publication, by rules that give no answer
 * where two are possible: a month alone is the last one that has begun, and at most four months back; it lies ahead
 * only where the words announce it. A year named earlier in the sentence that speaks against the answer voids it. The
 * base of a comparison (去年同期, 比上年) is no period of its own and is stepped over.
 */
final class CalendarRule {
    private final Passage p;
    private final Calendar calendar;
    private final FestivalRule festivals;
    private final FiscalYearRule fiscal;
    private final PlanRule plans;
    private final IsoDateRule isoDates;
    private final DayWordRule dayWords;
    private final YearRule years;
    private final UndatedRule undated;

    CalendarRule(Passage passage) {
        p = passage;
        calendar = new Calendar(passage);
        var inside = new InYear(calendar);
        years = new YearRule(calendar, inside);
        festivals = new FestivalRule(calendar, years);
        fiscal = new FiscalYearRule(calendar);
        plans = new PlanRule(passage);
        isoDates = new IsoDateRule(calendar);
        dayWords = new DayWordRule(calendar);
        undated = new UndatedRule(calendar, inside);
    }

    void sentenceEnds() {
        calendar.sentenceEnds();
    }

    /** Reads a festival whose name begins at {@code i}; {@code i} itself where there is none. */
    int festival(int i) {
        return festivals.at(i);
    }

    /** Reads what stands at {@code i} and returns where it ends; {@code i} itself where it is no matter of time. */
    int at(int i) {
        char c = p.at(i);
        char before = p.at(i - 1);
        boolean numeric = Glyphs.digit(c) || Glyphs.chineseDigit(c) >= 0 || c == '十';
        if (numeric && (Glyphs.digit(before) || Glyphs.letter(before) && Glyphs.digit(c) || before == '.'
                || before == '-' || before == '/' || before == '_' || before == ':' && Glyphs.digit(p.at(i - 2))
                || before == '×'
                || Glyphs.chineseDigit(c) >= 0 && (Glyphs.chineseDigit(before) >= 0 || Glyphs.power(before) > 0))) {
            return i;
        }
        int festival = festivals.at(i);
        if (festival != i) {
            return festival;
        }
        if (c == '第') {
            return Glyphs.digit(before) ? i : undated.at(i);
        }
        int plan = plans.at(i);
        if (plan != i) {
            return plan;
        }
        if (Glyphs.digit(c)) {
            int date = isoDates.at(i);
            date = date != i ? date : fiscal.at(i);
            if (date != i) {
                return date;
            }
        }
        if (numeric && Glyphs.lost(before)) {
            return i;
        }
        int word = dayWords.at(i);
        if (word != i) {
            return word;
        }
        int run = years.yearsByDigits(i);
        if (run != i) {
            return run;
        }
        var year = years.year(i);
        return year == null ? undated.at(i) : years.withYear(i, year);
    }
}
