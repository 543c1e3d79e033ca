package org.jingwei.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, perhaps with a time of day, as pages write it: {@code 2021-05-28 10:14}, {@code 2021年5月28日10点14分},
 * {@code 2021-05-28T10:14:00+08:00}, {@code 28/05/2021 10:14 PM}, {@code 二〇二一年五月二十八日},
 * {@code 民國110年5月28日}. Day and time are Beijing's (UTC+8): a time stated in another zone
 * ({@code 2021-05-28T18:30:00Z}) is converted, which may change the day; one without a zone is taken as it stands.
 *
 * @param start of the statement in the text it was found in
 * @param end   behind it
 */
record StatedTime(LocalDate day, Optional<LocalTime> time, int start, int end) {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** Groups: half of the day, hour, minute, second, half of the day, zone. */
    private static final String TIME = "(?:T|[\\s　\\u00a0]{0,6}(?:星期[一二三四五六日天]|周[一二三四五六日])?[\\s　\\u00a0]{0,6}(上午|下午|晚上)?[\\s　\\u00a0]{0,3})"
            + "(\\d{1,2})[:时点](\\d{2}|\\d(?!\\d))(?:[:分](\\d{1,2})(?:\\.\\d{1,9})?)?(?:\\s?([AaPp])\\.?[Mm]\\b)?"
            + "(Z\\b|(?<=T.{5,20}|:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)\\s?[+-]\\d{2}:?\\d{2}(?![\\d:]))?";
    private static final Pattern DIGITS = Pattern
            .compile("(?<!\\d)((?:19|20)\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?:\\s?日|(?!\\d))(?:"
                    + TIME + ")?");
    private static final Pattern REPUBLIC = Pattern
            .compile(
                    "(?:(?:民[国國]|中[华華]民[国國])\\s?|(?:日期|[时時][间間])[:：]\\s?(?=(?:1[0-4]|[89])\\d[年/.-]))(\\d{2,3})\\s?[年/.-]\\s?(\\d{1,2})\\s?[月/.-]\\s?(\\d{1,2})(?:\\s?日|(?!\\d))(?:"
                            + TIME + ")?");
    /** The year last: which of the others is the month must be certain. */
    private static final Pattern YEAR_LAST = Pattern
            .compile("(?<![\\d/.-])(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d{2})(?![\\d/.-])(?:" + TIME + ")?");
    private static final Pattern NUMERALS = Pattern
            .compile("([一二][〇○零Ｏ０Oo一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");
    private static final Pattern COMPACT = Pattern
            .compile("(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?(?!\\d)");
    /** Seconds or milliseconds since 1970, from 2001 to 2033. */
    private static final Pattern EPOCH = Pattern.compile("(1\\d{9})(\\d{3})?(?:\\.0+)?");
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
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.find()) {
            int first = Integer.parseInt(yearLast.group(1));
            int second = Integer.parseInt(yearLast.group(2));
            return first <= 12 && second <= 12 && first != second
                    ? Optional.empty()
                    : day(Integer.parseInt(yearLast.group(3)), Math.min(first, second), Math.max(first, second))
                            .map(day -> of(day, yearLast));
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

    /**
     * The day that a field made for it holds: also {@code 20210528}, {@code 20210528101400}, and seconds or
     * milliseconds since 1970.
     */
    static Optional<StatedTime> inField(String field) {
        var found = in(field);
        if (found.isPresent()) {
            return found;
        }
        Matcher epoch = EPOCH.matcher(field.strip());
        if (epoch.matches()) {
            var at = LocalDateTime.ofEpochSecond(Long.parseLong(epoch.group(1)), 0, BEIJING);
            return Optional.of(new StatedTime(at.toLocalDate(),
                    Optional.of(at.toLocalTime().truncatedTo(ChronoUnit.MINUTES)), 0, field.length()));
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

    /** Whether a reader sees this while the page's head, perhaps a template's, says something else or less. */
    boolean corrects(StatedTime head) {
        return Math.abs(ChronoUnit.DAYS.between(day, head.day)) > 2
                || day.equals(head.day) && time.isPresent() && head.time.isEmpty();
    }

    private static Optional<StatedTime> of(Matcher m, int era) {
        return day(Integer.parseInt(m.group(1)) + era, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                .map(day -> of(day, m));
    }

    /** @param m its groups from the fourth on are those of {@link #TIME} */
    private static StatedTime of(LocalDate day, Matcher m) {
        if (m.group(5) == null) {
            return new StatedTime(day, Optional.empty(), m.start(), m.end());
        }
        var time = time(m.group(4) == null ? m.group(8) : m.group(4), m.group(5), m.group(6));
        if (time.isEmpty() || m.group(9) == null) {
            return new StatedTime(day, time, m.start(), m.end());
        }
        try {
            var at = day.atTime(time.get()).atOffset(ZoneOffset.of(m.group(9).strip())).withOffsetSameInstant(BEIJING);
            return new StatedTime(at.toLocalDate(), Optional.of(at.toLocalTime()), m.start(), m.end());
        } catch (DateTimeException e) {
            return new StatedTime(day, Optional.empty(), m.start(), m.end()); // there is no such zone
        }
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
        boolean morning = half == null || half.equals("上午") || half.equalsIgnoreCase("a");
        h += !morning && h < 12 ? 12 : 0;
        h = half != null && half.equalsIgnoreCase("a") && h == 12 ? 0 : h;
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
