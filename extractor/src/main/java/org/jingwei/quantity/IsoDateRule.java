package org.jingwei.quantity;

/** 2021-05-28, 2021/5/28, 2021.5.28. */
final class IsoDateRule {
    private final Calendar c;
    private final Passage p;

    IsoDateRule(Calendar calendar) {
        c = calendar;
        p = calendar.p;
    }

    /** 2021-05-28, 2021/5/28, 2021.5.28. */
    int at(int i) {
        int year = c.fourDigits(i);
        if (year < 0) {
            return i;
        }
        char sign = p.at(i + 4);
        if (sign != '-' && sign != '/' && sign != '.') {
            return i;
        }
        int month = c.number(i + 5, 12);
        int monthEnd = c.end;
        if (month < 0 || p.at(monthEnd) != sign) {
            return i;
        }
        int day = c.number(monthEnd + 1, 31);
        int k = c.end;
        var date = day < 0 ? null : Calendar.date(year, month, day);
        if (date == null || Glyphs.digit(p.at(k)) || Glyphs.letter(p.at(k)) && p.at(k) != 'T'
                || p.at(k) == sign && Glyphs.digit(p.at(k + 1))) {
            return i;
        }
        return c.emit(i, k, Stretch.day(date), Calendar.NOTHING, "iso-date");
    }
}
