package org.jingwei.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of tables: headers parted by |, the cell, and the value, or nothing where none is certain. */
class CellReaderTest {
    private static final ReadingContext CONTEXT = new ReadingContext(Optional.of(LocalDate.of(2021, 7, 20)));

    @ParameterizedTest
    @CsvSource(delimiter = ';', emptyValue = "", value = {
            "地区生产总值（亿元）; 1,234.5; AMOUNT 123450000000 CNY", "出口额(万美元); 860; AMOUNT 8600000 USD",
            "投资额/万元; 5000; AMOUNT 50000000 CNY", "单位：亿元|营业收入; 12.5; AMOUNT 1250000000 CNY",
            "单位：亿元|同比增长（%）; -3.2; GROWTH -3.2 %", "增速（%）; 8.6; GROWTH 8.6 %", "比上年增减（±%）; −0.4; GROWTH -0.4 %",
            "增幅%; 12; GROWTH 12 %", "降幅（%）; 3.2; GROWTH -3.2 %", "年均增长（%）; 7.1; AVERAGE_GROWTH 7.1 %",
            "占比（%）; 35.6; SHARE 35.6 %", "产销率（%）; 98.2; PLAIN 98.2 %", "用电量（万千瓦时）; 320.5; MEASURE 3205000 千瓦时",
            "装机容量（千瓦）; 600; MEASURE 600 千瓦", "产量（万吨）; 25; MEASURE 250000 吨", "吞吐量（万标箱）; 12.3; MEASURE 123000 标箱",
            "均价（元/吨）; 4350; MEASURE 4350 元/吨", "企业数（家）; 56; THINGS 56 家", "人口（万人）; 527.8; THINGS 5278000 人",
            "工期（个月）; 18; DURATION 18 个月", "增减（个百分点）; 0.3; GROWTH 0.3 个百分点", "全省位次; 3; RANK 3 位",
            "出生率（‰）; 8.5; PLAIN 0.85 %",
            "规模（百万美元）; 3.5; AMOUNT 3500000 USD", "产值（亿元）; １２．５; AMOUNT 1250000000 CNY",
            "备注; 12.5亿元; AMOUNT 1250000000 CNY", "增速（%）; 8.6%; PLAIN 8.6 %", "产值（亿元）; -1.2; AMOUNT -120000000 CNY",
            "上升或下降（%）; -2.4; GROWTH -2.4 %", "增长（+）或下降（-）%; 3.1; GROWTH 3.1 %", "增长（下降）（%）; -0.8; GROWTH -0.8 %",
            "单位：万人|常住人口; 96.4; THINGS 964000 人", "单位：亿元|2022年度; 8.2; AMOUNT 820000000 CNY",
            "单位：亿元|企业数（家）; 12; THINGS 12 家", "单位：亿元|税收收入; 3.6; AMOUNT 360000000 CNY",
            "同比; 下降2.6%; GROWTH -2.6 %", })
    void cellsTakeTheUnitOfTheirHeader(String headers, String cell, String expected) {
        assertEquals(expected, read(headers, cell));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', emptyValue = "", value = { "产值（亿元）; —", "产值（亿元）; …", "产值（亿元）; 12.5*", "产值（亿元）; (3.2)",
            "产值（亿元）; 12.5万", "产值; 12.5", "单位：亿元、%|产值; 12.5", "企业数（家）; 3.5", "企业数（家）; -3", "全省位次; 3.5", "产值（亿元）; 1.2.3",
            "产值（亿元）; 12,34", "产值（亿亿元）; 3", "年份; 2021", "降幅（%）; -3.2", "产值（亿元）; 007", "产值（某元）; 3", "序号; 1",
            "产值（亿元）; 2021年", "产值（亿元）; 3-5", "单位：亿元|年份; 2022", "单位：亿元|月份; 6",
            "单位：亿元|序号; 1", "单位：万元|企业数; 12", "单位：万元|户数; 860", "单位：亿元|倍数; 1.4", "单位：亿元|价格指数; 102.1",
            "单位：亿元|占比; 33.4", "单位：亿元|增速; 4.7", "单位：亿元|同比增长; 4.7", "单位：亿元|利用率; 78", "单位：亿元（新台币）|收入; 12",
            "降幅收窄（百分点）; 1.3", "增幅扩大（百分点）; 0.4", "排名变化; 2", "位次上升; 3", "时间（年）; 2022", "下降; 3.2%", "降幅; 4.1%", })
    void cellsWithoutACertainValueGiveNothing(String headers, String cell) {
        assertEquals("", read(headers, cell));
    }

    private static String read(String headers, String cell) {
        return new CellReader().read(List.of(headers.split("\\|")), cell, CONTEXT).map(quantity -> {
            assertEquals(cell, quantity.span().of(cell));
            return Notation.of(quantity);
        }).orElse("");
    }
}
