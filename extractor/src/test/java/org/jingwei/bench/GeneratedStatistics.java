package org.jingwei.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jingwei.link.Gazetteer;

/**
 * An invented table of official statistics in the layout of those that yearbooks print: each province and prefecture in
 * each year has a product, its index and the retail sales. The regions, years and indicators are among those of
 * {@link GeneratedArticles}, so that the two meet. The same seed gives the same bytes. Immutable.
 */
final class GeneratedStatistics {
    static final String NAME = "generated-yearbook";
    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2024;

    /** How {@link #table} is read, in the form of mapping files. */
    static final String MAPPING = """
            name           = generated-yearbook
            title          = 生成的年鉴
            title.en       = Generated yearbook
            publisher      = 虚构统计局
            publisher.en   = Invented bureau of statistics
            edition        = 第一版
            edition.en     = First edition
            licence        = 虚构 / invented
            region         = column 地区代码 as GB/T 2260
            period         = column 年份

            [figure]
            indicator      = constant 地区生产总值
            transformation = constant N
            value          = column 地区生产总值
            unit           = constant 亿元

            [figure]
            indicator      = constant 地区生产总值
            transformation = constant GY
            value          = column 指数
            unit           = constant 上年=100

            [figure]
            indicator      = constant 社会消费品零售总额
            transformation = constant N
            value          = column 零售
            unit           = constant 亿元
            """;

    private final long seed;

    GeneratedStatistics(long seed) {
        this.seed = seed;
    }

    /** Comma-separated values in UTF-8, three figures a row. */
    byte[] table(Gazetteer gazetteer) {
        var random = new SplittableRandom(seed);
        var rows = new StringBuilder("地区代码,年份,地区生产总值,指数,零售\n");
        for (Gazetteer.Division division : gazetteer.divisions()) {
            if (division.level().equals("county")) {
                continue;
            }
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                rows.append(division.code()).append(',').append(year).append(',')
                        .append(tenths(random, 2_000, 60_000)).append(',').append(tenths(random, 980, 1_120))
                        .append(',').append(tenths(random, 800, 20_000)).append('\n');
            }
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String tenths(SplittableRandom random, int least, int most) {
        int tenths = random.nextInt(least, most);
        return String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }
}
