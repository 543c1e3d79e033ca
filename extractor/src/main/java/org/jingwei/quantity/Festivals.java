package org.jingwei.quantity;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The days of festivals. Those of the lunar calendar and 清明 are in a table; the others have the same day each year. */
final class Festivals {
    static final int FIRST = 1990;
    static final int LAST = 2050;

    /**
     * Month and day of 春节 (first day of the first lunar month), 元宵 (15th of the first), 清明 (the sun at longitude
     * 15°), 端午 (5th of the fifth), 中秋 (15th of the eighth) and 重阳 (9th of the ninth) in the time of Beijing, by the
     * rules of GB/T 33661-2017: computed from the new moons and the sun's longitude (J. Meeus, Astronomical Algorithms,
     * chapters 25 and 49). The leap month of 2033 is the eleventh.
     */
    private static final String TABLE = """
            1990 0127 0210 0405 0528 1003 1026
            1991 0215 0301 0405 0616 0922 1016
            1992 0204 0218 0404 0605 0911 1004
            1993 0123 0206 0405 0624 0930 1023
            1994 0210 0224 0405 0613 0920 1013
            1995 0131 0214 0405 0602 0909 1101
            1996 0219 0304 0404 0620 0927 1020
            1997 0207 0221 0405 0609 0916 1010
            1998 0128 0211 0405 0530 1005 1028
            1999 0216 0302 0405 0618 0924 1017
            2000 0205 0219 0404 0606 0912 1006
            2001 0124 0207 0405 0625 1001 1025
            2002 0212 0226 0405 0615 0921 1014
            2003 0201 0215 0405 0604 0911 1004
            2004 0122 0205 0404 0622 0928 1022
            2005 0209 0223 0405 0611 0918 1011
            2006 0129 0212 0405 0531 1006 1030
            2007 0218 0304 0405 0619 0925 1019
            2008 0207 0221 0404 0608 0914 1007
            2009 0126 0209 0404 0528 1003 1026
            2010 0214 0228 0405 0616 0922 1016
            2011 0203 0217 0405 0606 0912 1005
            2012 0123 0206 0404 0623 0930 1023
            2013 0210 0224 0404 0612 0919 1013
            2014 0131 0214 0405 0602 0908 1002
            2015 0219 0305 0405 0620 0927 1021
            2016 0208 0222 0404 0609 0915 1009
            2017 0128 0211 0404 0530 1004 1028
            2018 0216 0302 0405 0618 0924 1017
            2019 0205 0219 0405 0607 0913 1007
            2020 0125 0208 0404 0625 1001 1025
            2021 0212 0226 0404 0614 0921 1014
            2022 0201 0215 0405 0603 0910 1004
            2023 0122 0205 0405 0622 0929 1023
            2024 0210 0224 0404 0610 0917 1011
            2025 0129 0212 0404 0531 1006 1029
            2026 0217 0303 0405 0619 0925 1018
            2027 0206 0220 0405 0609 0915 1008
            2028 0126 0209 0404 0528 1003 1026
            2029 0213 0227 0404 0616 0922 1016
            2030 0203 0217 0405 0605 0912 1005
            2031 0123 0206 0405 0624 1001 1024
            2032 0211 0225 0404 0612 0919 1012
            2033 0131 0214 0404 0601 0908 1001
            2034 0219 0305 0405 0620 0927 1020
            2035 0208 0222 0405 0610 0916 1009
            2036 0128 0211 0404 0530 1004 1027
            2037 0215 0301 0404 0618 0924 1017
            2038 0204 0218 0405 0607 0913 1007
            2039 0124 0207 0405 0527 1002 1026
            2040 0212 0226 0404 0614 0920 1014
            2041 0201 0215 0404 0603 0910 1003
            2042 0122 0205 0404 0622 0928 1022
            2043 0210 0224 0405 0611 0917 1011
            2044 0130 0213 0404 0531 1005 1029
            2045 0217 0303 0404 0619 0925 1018
            2046 0206 0220 0404 0608 0915 1008
            2047 0126 0209 0405 0529 1004 1027
            2048 0214 0228 0404 0615 0922 1016
            2049 0202 0216 0404 0604 0911 1005
            2050 0123 0206 0404 0623 0930 1024
            """;
    private static final List<String> LUNAR = List.of("春节", "元宵节", "清明节", "端午节", "中秋节", "重阳节");
    private static final Map<String, MonthDay> SOLAR = Map.of("元旦", MonthDay.of(1, 1), "劳动节", MonthDay.of(5, 1), "国庆节",
            MonthDay.of(10, 1));
    private static final Map<Integer, String[]> YEARS = read();

    private Festivals() {}

    private static Map<Integer, String[]> read() {
        var years = new TreeMap<Integer, String[]>();
        TABLE.lines().map(line -> line.trim().split(" ")).forEach(row -> years.put(Integer.valueOf(row[0]), row));
        return Map.copyOf(years);
    }

    /** Empty outside {@link #FIRST} to {@link #LAST} for a festival of the table. */
    static Optional<LocalDate> day(String name, int year) {
        int column = LUNAR.indexOf(name);
        if (column < 0) {
            return Optional.of(SOLAR.get(name).atYear(year));
        }
        return Optional.ofNullable(YEARS.get(year)).map(row -> row[column + 1])
                .map(day -> LocalDate.of(year, Integer.parseInt(day.substring(0, 2)),
                        Integer.parseInt(day.substring(2))));
    }
}
