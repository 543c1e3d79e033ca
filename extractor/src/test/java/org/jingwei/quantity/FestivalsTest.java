package org.jingwei.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of lunar festivals against what must hold of them in every year. */
class FestivalsTest {
    private static final double MONTH = 29.530588861;
    private static final LocalDate J2000 = LocalDate.of(2000, 1, 1);

    @Test
    void lunarMonthsBeginOnTheDayOfTheNewMoonInBeijing() {
        for (int year = Festivals.FIRST; year <= Festivals.LAST; year++) {
            for (String festival : List.of("春节", "元宵节", "端午节", "中秋节", "重阳节")) {
                int dayOfMonth = switch (festival) {
                    case "春节" -> 1;
                    case "端午节" -> 5;
                    case "重阳节" -> 9;
                    default -> 15;
                };
                var first = day(festival, year).minusDays(dayOfMonth - 1L);
                double moon = newMoonNear(first);
                var computed = J2000.plusDays((long) Math.floor(moon));
                double toMidnight = Math.abs(moon - Math.rint(moon));
                assertTrue(computed.equals(first) || toMidnight < 0.03 && Math.abs(ChronoUnit.DAYS.between(computed,
                        first)) == 1, year + " " + festival + " " + first + ", new moon " + computed);
            }
        }
    }

    /** Days of Beijing time since the beginning of 2000; J. Meeus, Astronomical Algorithms, chapter 49, largest terms. */
    private static double newMoonNear(LocalDate day) {
        double k = Math.rint((ChronoUnit.DAYS.between(J2000, day) - 5.1) / MONTH);
        double t = k / 1236.85;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k);
        double node = Math.toRadians(160.7108 + 390.67050284 * k);
        double days = 5.09766 + MONTH * k + 0.00015437 * t * t - 0.40720 * Math.sin(moon) + 0.17241 * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon) + 0.01039 * Math.sin(2 * node) + 0.00739 * Math.sin(moon - sun)
                - 0.00514 * Math.sin(moon + sun) + 0.00208 * Math.sin(2 * sun);
        // Terrestrial time is about 70 seconds ahead of universal time; the count of the formula begins at noon.
        return days + 0.5 - 70.0 / 86_400 + 8.0 / 24;
    }

    @Test
    void festivalsKeepTheirSeason() {
        for (int year = Festivals.FIRST; year <= Festivals.LAST; year++) {
            between(day("春节", year), LocalDate.of(year, 1, 21), LocalDate.of(year, 2, 20));
            between(day("清明节", year), LocalDate.of(year, 4, 4), LocalDate.of(year, 4, 6));
            between(day("端午节", year), LocalDate.of(year, 5, 25), LocalDate.of(year, 6, 25));
            between(day("中秋节", year), LocalDate.of(year, 9, 7), LocalDate.of(year, 10, 8));
            between(day("重阳节", year), LocalDate.of(year, 10, 1), LocalDate.of(year, 11, 1));
            assertEquals(day("春节", year).plusDays(14), day("元宵节", year));
            long months = Math.round(ChronoUnit.DAYS.between(day("中秋节", year), day("重阳节", year).plusDays(6)) / MONTH);
            // Two where the eighth month is doubled.
            assertTrue(months == 1 || months == 2 && year == 1995, year + " " + months);
        }
    }

    @Test
    void daysThatEverybodyKnows() {
        assertEquals(LocalDate.of(2008, 2, 7), day("春节", 2008));
        assertEquals(LocalDate.of(2020, 10, 1), day("中秋节", 2020));
        assertEquals(LocalDate.of(2023, 6, 22), day("端午节", 2023));
        assertEquals(LocalDate.of(2033, 9, 8), day("中秋节", 2033));
        assertEquals(LocalDate.of(2021, 10, 1), day("国庆节", 2021));
        assertTrue(Festivals.day("春节", 1989).isEmpty());
        assertTrue(Festivals.day("春节", 2051).isEmpty());
    }

    private static LocalDate day(String festival, int year) {
        return Festivals.day(festival, year).orElseThrow();
    }

    private static void between(LocalDate day, LocalDate first, LocalDate last) {
        assertTrue(!day.isBefore(first) && !day.isAfter(last), day::toString);
    }
}
