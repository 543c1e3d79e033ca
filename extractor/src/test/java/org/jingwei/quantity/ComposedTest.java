package org.jingwei.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Composes sentences from numerals, units, bounds, directions and periods by a seeded generator and reads them back. */
class ComposedTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2021, 9, 17);
    private static final ReadingContext CONTEXT = new ReadingContext(Optional.of(PUBLISHED));
    private static final QuantityReader READER = new QuantityReader();

    private record Number(String text, BigDecimal value) {}

    private record Case(String text, List<String> expected) {}

    private final Random random = new Random(20210528);

    @Test
    void composedSentencesReadBack() {
        for (int n = 0; n < 200_000; n++) {
            var composed = compose();
            String read = READER.read(composed.text(), CONTEXT).stream().map(Notation::of)
                    .collect(Collectors.joining(" | "));
            assertEquals(String.join(" | ", composed.expected()), read, composed.text());
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Case compose() {
        var text = new StringBuilder();
        var expected = new ArrayList<String>();
        if (random.nextInt(3) > 0) {
            period(text, expected);
            text.append("，");
        }
        int clauses = 1 + random.nextInt(3);
        for (int n = 0; n < clauses; n++) {
            if (n > 0) {
                text.append(pick(List.of("，", "；", "。")));
            }
            switch (random.nextInt(6)) {
                case 0, 1 -> money(text, expected);
                case 2 -> things(text, expected);
                case 3 -> measure(text, expected);
                case 4 -> growth(text, expected);
                default -> range(text, expected);
            }
        }
        return new Case(text.append("。").toString(), expected);
    }

    private void money(StringBuilder text, List<String> expected) {
        String[] currency = pick(
                List.of(new String[]{ "元", "CNY" }, new String[]{ "元人民币", "CNY" }, new String[]{ "美元", "USD" },
                        new String[]{ "港元", "HKD" }, new String[]{ "欧元", "EUR" }, new String[]{ "日元", "JPY" },
                        new String[]{ "泰铢", "THB" },
                        new String[]{ "韩元", "KRW" }, new String[]{ "英镑", "GBP" }, new String[]{ "澳元", "AUD" }));
        var number = number(true);
        String[] bound = bound();
        text.append(pick(List.of("总投资", "签约金额", "项目投资额", "销售收入", "进出口总额"))).append(bound[0]).append(number.text())
                .append(currency[0]).append(bound[1]);
        expected.add("AMOUNT " + number.value().toPlainString() + " " + currency[1] + bound[2]);
    }

    private void things(StringBuilder text, List<String> expected) {
        String unit = pick(List.of("个", "家", "项", "辆", "套", "台", "人", "名", "件", "人次", "座", "艘"));
        var number = whole();
        String[] bound = bound();
        text.append(pick(List.of("落户", "新增", "共计", "完成"))).append(bound[0]).append(number.text()).append(unit)
                .append(bound[1]);
        expected.add("THINGS " + number.value().toPlainString() + " " + unit + bound[2]);
    }

    private void measure(StringBuilder text, List<String> expected) {
        String unit = pick(List.of("吨", "平方米", "亩", "公里", "千瓦时", "千瓦", "立方米", "标箱", "公顷", "MW", "GWh", "TEU"));
        var number = number(unit.charAt(0) > 127);
        String[] bound = bound();
        text.append(pick(List.of("产能", "规模", "总量", "面积"))).append(bound[0]).append(number.text()).append(unit)
                .append(bound[1]);
        expected.add("MEASURE " + number.value().toPlainString() + " " + unit + bound[2]);
    }

    private void growth(StringBuilder text, List<String> expected) {
        boolean rise = random.nextBoolean();
        String verb = rise ? pick(List.of("增长", "上升", "提高", "增加", "上涨")) : pick(List.of("下降", "减少", "下跌", "回落"));
        String[] unit = pick(List.of(new String[]{ "%", "%" }, new String[]{ "个百分点", "个百分点" }));
        int items = 1 + random.nextInt(3);
        text.append(pick(List.of("出口", "产值", "用电量"))).append("同比").append(items > 1 ? "分别" : "").append(verb);
        for (int n = 0; n < items; n++) {
            var value = BigDecimal.valueOf(1 + random.nextInt(2000), random.nextInt(3)).stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
            text.append(n == 0 ? "" : n == items - 1 ? "和" : "、").append(value.toPlainString()).append(unit[0]);
            expected.add("GROWTH " + (rise ? "" : "-") + value.toPlainString() + " " + unit[1]);
        }
    }

    private void range(StringBuilder text, List<String> expected) {
        int low = 1 + random.nextInt(500);
        int high = low + 1 + random.nextInt(500);
        String sign = pick(List.of("—", "-", "~", "至", "到", "–", "～"));
        int kind = random.nextInt(3);
        String power = pick(List.of("", "万", "亿"));
        int places = power.isEmpty() ? 0 : power.equals("万") ? 4 : 8;
        var from = BigDecimal.valueOf(low).movePointRight(places).toPlainString();
        var till = BigDecimal.valueOf(high).movePointRight(places).toPlainString();
        switch (kind) {
            case 0 -> {
                text.append("投资").append(low).append(random.nextBoolean() ? power : "").append(sign).append(high)
                        .append(power).append("元");
                expected.add("AMOUNT " + from + " CNY OVER");
                expected.add("AMOUNT " + till + " CNY UNDER");
            }
            case 1 -> {
                text.append("招工").append(low).append(power).append(sign).append(high).append(power).append("人");
                expected.add("THINGS " + from + " 人 OVER");
                expected.add("THINGS " + till + " 人 UNDER");
            }
            default -> {
                text.append("增长").append(low).append(random.nextBoolean() ? "%" : "").append(sign).append(high)
                        .append("%");
                expected.add("GROWTH " + low + " % OVER");
                expected.add("GROWTH " + high + " % UNDER");
            }
        }
    }

    private String[] bound() {
        return pick(List.of(new String[]{ "", "", "" }, new String[]{ "达", "", "" }, new String[]{ "约", "", " ABOUT" },
                new String[]{ "近", "", " ABOUT" }, new String[]{ "", "左右", " ABOUT" },
                new String[]{ "超过", "", " OVER" },
                new String[]{ "逾", "", " OVER" }, new String[]{ "突破", "", " OVER" }, new String[]{ "不低于", "", " OVER" },
                new String[]{ "", "以上", " OVER" }, new String[]{ "不超过", "", " UNDER" },
                new String[]{ "不足", "", " UNDER" },
                new String[]{ "", "以内", " UNDER" }, new String[]{ "至少", "", " OVER" },
                new String[]{ "接近", "", " ABOUT" }));
    }

    private Number number(boolean chinese) {
        int style = random.nextInt(chinese ? 5 : 2);
        long whole = 1 + random.nextInt(9999);
        if (style == 0) {
            return whole();
        }
        if (style == 1) {
            long grouped = 1000 + random.nextInt(9_000_000);
            return new Number(String.format(java.util.Locale.ROOT, "%,d", grouped), BigDecimal.valueOf(grouped));
        }
        String power = pick(List.of("万", "亿", "万亿"));
        int places = power.equals("万") ? 4 : power.equals("亿") ? 8 : 12;
        if (style == 2 || style == 3) {
            var value = BigDecimal.valueOf(whole, random.nextInt(3));
            return new Number(value.toPlainString() + (random.nextInt(8) == 0 ? " " : "") + power,
                    exact(value.movePointRight(places)));
        }
        long spelt = 11 + random.nextInt(9980);
        return new Number(spell(spelt) + power, BigDecimal.valueOf(spelt).movePointRight(places));
    }

    private Number whole() {
        long value = 1 + random.nextInt(random.nextBoolean() ? 99 : 999_999);
        if (value > 10 && random.nextInt(3) == 0) {
            return new Number(spell(value), BigDecimal.valueOf(value));
        }
        boolean wide = random.nextInt(8) == 0;
        String digits = Long.toString(value);
        return new Number(wide
                ? digits.chars().mapToObj(c -> String.valueOf((char) (c - '0' + '０'))).collect(Collectors.joining())
                : digits, BigDecimal.valueOf(value));
    }

    private static BigDecimal exact(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A whole number below a hundred million in Chinese characters. */
    private static String spell(long value) {
        if (value >= 10_000) {
            long rest = value % 10_000;
            return spell(value / 10_000) + "万" + (rest == 0 ? "" : (rest < 1000 ? "零" : "") + spell(rest));
        }
        var text = new StringBuilder();
        boolean zero = false;
        for (int power = 3; power >= 0; power--) {
            int digit = (int) (value / (long) Math.pow(10, power) % 10);
            if (digit == 0) {
                zero = !text.isEmpty();
                continue;
            }
            if (zero) {
                text.append('零');
                zero = false;
            }
            if (!(digit == 1 && power == 1 && text.isEmpty())) {
                text.append("一二三四五六七八九".charAt(digit - 1));
            }
            text.append(power == 0 ? "" : "十百千".substring(power - 1, power));
        }
        return text.toString();
    }

    private void period(StringBuilder text, List<String> expected) {
        int year = 1990 + random.nextInt(35);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        String y = String.valueOf(year);
        String two = String.format(java.util.Locale.ROOT, "%02d", month);
        switch (random.nextInt(9)) {
            case 0 -> add(text, expected, y + "年", y);
            case 1 -> add(text, expected, y + "年" + month + "月", y + "-" + two);
            case 2 -> add(text, expected, y + "年" + month + "月" + day + "日",
                    y + "-" + two + "-" + String.format(java.util.Locale.ROOT, "%02d", day));
            case 3 -> {
                int quarter = 1 + random.nextInt(4);
                add(text, expected, y + "年" + pick(List.of("", "第")) + "一二三四".charAt(quarter - 1) + "季度",
                        y + "-Q" + quarter);
            }
            case 4 -> {
                boolean first = random.nextBoolean();
                add(text, expected, y + "年" + (first ? "上" : "下") + "半年", y + (first ? "-H1" : "-H2"));
            }
            case 5 -> {
                int last = pick(List.of(2, 4, 5, 7, 8, 9, 10, 11));
                String run = y + "-01/" + y + "-" + String.format(java.util.Locale.ROOT, "%02d", last);
                add(text, expected, y + "年" + pick(List.of("1-", "1—", "1至")) + last + "月", run);
            }
            case 6 -> {
                int plan = 11 + random.nextInt(5);
                String[] names = { "十一五", "十二五", "十三五", "十四五", "十五五" };
                int first = 2006 + (plan - 11) * 5;
                add(text, expected, "“" + names[plan - 11] + "”期间", first + "/" + (first + 4));
            }
            case 7 -> {
                int m = 1 + random.nextInt(9);
                add(text, expected, "今年" + m + "月", "2021-0" + m + " inferred");
            }
            default -> {
                int m = 1 + random.nextInt(9);
                int d = 1 + random.nextInt(17);
                add(text, expected, m + "月" + d + "日",
                        String.format(java.util.Locale.ROOT, "2021-%02d-%02d inferred", m, d));
            }
        }
    }

    private static void add(StringBuilder text, List<String> expected, String words, String notation) {
        text.append(words);
        expected.add("PERIOD " + notation);
    }
}
