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
            "备注; 12.5亿元; AMOUNT 1250000000 CNY", "增速（%）; 8.6%; PLAIN 8.6 %", "产值（亿元）; -1.2; AMOUNT -120000000 CNY", })
    void cellsTakeTheUnitOfTheirHeader(String headers, String cell, String expected) {
        assertEquals(expected, read(headers, cell));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', emptyValue = "", value = { "产值（亿元）; —", "产值（亿元）; …", "产值（亿元）; 12.5*", "产值（亿元）; (3.2)",
            "产值（亿元）; 12.5万", "产值; 12.5", "单位：亿元、%|产值; 12.5", "企业数（家）; 3.5", "企业数（家）; -3", "全省位次; 3.5", "产值（亿元）; 1.2.3",
            "产值（亿元）; 12,34", "产值（亿亿元）; 3", "年份; 2021", "降幅（%）; -3.2", "产值（亿元）; 007", "产值（某元）; 3", "序号; 1",
            "产值（亿元）; 2021年", "产值（亿元）; 3-5", })
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
