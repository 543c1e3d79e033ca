package org.jingwei.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, perhaps with a time of day, as pages write it: {@code 2021-05-28 10:14}, {@code 2021年5月28日10:14},
 * {@code 2021-05-28T10:14:00+08:00}, {@code 二〇二一年五月二十八日}, {@code 民國110年5月28日}.
 *
 * @param start of the statement in the text it was found in
 * @param end   behind it
 */
record StatedTime(LocalDate day, Optional<LocalTime> time, int start, int end) {
    private static final String TIME = "(?:T|[\\s　\\u00a0]{0,6}(?:星期[一二三四五六日天]|周[一二三四五六日])?[\\s　\\u00a0]{0,6}(上午|下午|晚上)?[\\s　\\u00a0]{0,3})(\\d{1,2})[:：时](\\d{2})(?:[:：分](\\d{2}))?";
    private static final Pattern DIGITS = Pattern
            .compile("(?<!\\d)((?:19|20)\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?:\\s?日|(?!\\d))(?:"
                    + TIME + ")?");
    private static final Pattern REPUBLIC = Pattern
            .compile(
                    "(?:(?:民[国國]|中[华華]民[国國])\\s?|(?:日期|[时時][间間])[:：]\\s?(?=(?:1[0-4]|[89])\\d[年/.-]))(\\d{2,3})\\s?[年/.-]\\s?(\\d{1,2})\\s?[月/.-]\\s?(\\d{1,2})(?:\\s?日|(?!\\d))(?:"
                            + TIME + ")?");
    private static final Pattern NUMERALS = Pattern
            .compile("([一二][〇○零Ｏ０Oo一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");
    private static final Pattern COMPACT = Pattern
            .compile("(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?(?!\\d)");
    private static final Pattern IN_ADDRESS = Pattern
            .compile("(?<!\\d)((?:19|20)\\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    /** Full-width digits and colons as ASCII ones. */
    private static String ascii(CharSequence written) {
        var text = new StringBuilder(written);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= '９' || c == '：') {
                text.setCharAt(i, (char) (c - '０' + '0'));
            }
        }
        return text.toString();
    }

    /** The first day stated in {@code written}. */
    static Optional<StatedTime> in(CharSequence written) {
        String text = ascii(written);
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            var found = of(digits, 0);
            if (found.isPresent()) {
                return found;
            }
        }
        Matcher republic = REPUBLIC.matcher(text);
        if (republic.find()) {
            return of(republic, 1911);
        }
        Matcher numerals = NUMERALS.matcher(text);
        if (numerals.find()) {
            int year = 0;
            for (char c : numerals.group(1).toCharArray()) {
                year = year * 10 + Math.max(0, "〇一二三四五六七八九".indexOf(c));
            }
            return day(year, number(numerals.group(2)), number(numerals.group(3)))
                    .map(day -> new StatedTime(day, Optional.empty(), numerals.start(), numerals.end()));
        }
        return Optional.empty();
    }

    /** The day that a field made for it holds: also {@code 20210528} and {@code 20210528101400}. */
    static Optional<StatedTime> inField(String field) {
        var found = in(field);
        if (found.isPresent()) {
            return found;
        }
        Matcher m = COMPACT.matcher(field);
        return m.find()
                ? day(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                        .map(day -> new StatedTime(day,
                                m.group(4) == null ? Optional.empty() : time(null, m.group(4), m.group(5)), m.start(),
                                m.end()))
                : Optional.empty();
    }

    /** The day in the path of a web address: {@code /2021-05/28/}, {@code t20210528_}. */
    static Optional<LocalDate> inAddress(String url) {
        Matcher m = IN_ADDRESS.matcher(url);
        return m.find()
                ? day(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                : Optional.empty();
    }

    private static Optional<StatedTime> of(Matcher m, int era) {
        return day(Integer.parseInt(m.group(1)) + era, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                .map(day -> new StatedTime(day,
                        m.group(5) == null ? Optional.empty() : time(m.group(4), m.group(5), m.group(6)), m.start(),
                        m.end()));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String half, String hour, String minute) {
        int h = Integer.parseInt(hour);
        h += half != null && !half.equals("上午") && h < 12 ? 12 : 0;
        int m = Integer.parseInt(minute);
        return h < 24 && m < 60 ? Optional.of(LocalTime.of(h, m)) : Optional.empty();
    }

    private static int number(String numerals) {
        int ten = numerals.indexOf('十');
        if (ten < 0) {
            return "〇一二三四五六七八九".indexOf(numerals.charAt(0));
        }
        int tens = ten == 0 ? 1 : "〇一二三四五六七八九".indexOf(numerals.charAt(0));
        int ones = ten == numerals.length() - 1 ? 0 : "〇一二三四五六七八九".indexOf(numerals.charAt(numerals.length() - 1));
        return tens * 10 + ones;
    }
}
