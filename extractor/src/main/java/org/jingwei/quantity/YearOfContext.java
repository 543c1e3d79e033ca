package org.jingwei.quantity;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The year of a period that is written without one, from the day of publication. What lies back is the latest that has
 * begun, and at most four months of the year before; what the words announce is the nearest ahead, at most half a year
 * into the next. Where neither is certain there is no answer.
 */
final class YearOfContext {
    private YearOfContext() {}

    /**
     * @param stretch in any year
     * @param now     day of publication
     * @param future  whether the words at it speak of what is to come
     * @param months  whether it is written as a run of months, which is reported on when it has ended
     * @return null where two years are possible
     */
    static Integer of(Stretch stretch, LocalDate now, boolean future, boolean months) {
        var month = YearMonth.from(now);
        int year = now.getYear();
        var first = YearMonth.from(stretch.first()).withYear(year);
        var last = YearMonth.from(stretch.last()).withYear(year);
        return switch (stretch.precision()) {
            case QUARTER, HALF -> {
                boolean ended = !last.isAfter(month);
                boolean begun = !first.isAfter(month);
                boolean half = stretch.precision() == Period.Precision.HALF;
                // From May on 下半年 is this year's, ahead or not; 上半年 is not until June.
                boolean near = half
                        ? month.getMonthValue() >= (first.getMonthValue() == 1 ? 6 : 5)
                        : begun || first.getMonthValue() == 1;
                boolean certain = months ? ended : future ? !last.isBefore(month) : near;
                yield when(certain, year);
            }
            case MONTH -> {
                if (future) {
                    yield first.isBefore(month)
                            ? when(!first.plusYears(1).isAfter(month.plusMonths(6)), year + 1)
                            : when(true, year);
                }
                yield first.isAfter(month)
                        ? when(!first.minusYears(1).isBefore(month.minusMonths(4)), year - 1)
                        : when(true, year);
            }
            case DAY -> {
                var day = stretch.first();
                if (future) {
                    yield when(!day.isBefore(now.minusMonths(4)), year);
                }
                yield day.isAfter(now)
                        ? when(!day.minusYears(1).isBefore(now.minusMonths(4)), year - 1)
                        : when(true, year);
            }
            case RUN, YEAR -> {
                boolean ended = !last.isAfter(month) && !stretch.last().isAfter(now.plusMonths(1));
                boolean ahead = future && !stretch.first().isBefore(now);
                boolean justEnded = month.getMonthValue() <= 3 && last.getMonthValue() >= 10;
                yield ended || ahead ? when(true, year) : when(justEnded, year - 1);
            }
        };
    }

    private static Integer when(boolean certain, int year) {
        return certain ? Integer.valueOf(year) : null;
    }
}
