package org.jingwei.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.IndicatorNames;
import org.jingwei.link.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented tables; only the places exist. */
@Isolated
class TableReaderTest {
    private static final TableReader READER = new TableReader(new Regions(Gazetteer.load()),
            new IndicatorNames(Map.of("地区生产总值", "GRP", "GDP", "GRP", "GRP", "GRP", "常住人口", "POP", "进出口总额", "TRADE")));
    private static final String HEAD = """
            name = sample
            title = 样表
            publisher = 青川市统计局
            edition = 2024年版
            licence = https://example.org/licence
            """;
    private static final String LONG = HEAD + """
            region = column 地区 as name
            period = column 时期
            [figure]
            indicator = column 指标
            transformation = column 变换
            value = column 数值
            unit = column 单位
            """;

    private static Reading read(String mapping, String table) throws BadTable {
        return read(mapping, table.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(String mapping, byte[] table) throws BadTable {
        return READER.read("table.csv", table, MappingReader.read("table.mapping", mapping));
    }

    private static Reading row(String row) throws BadTable {
        return read(LONG, "地区,时期,指标,变换,数值,单位\n" + row + "\n");
    }

    private static String shown(Figure.Placed f) {
        return f.line() + " " + f.place().id() + " " + f.period() + " " + f.indicator() + " " + f.transformation() + " "
                + f.value().stripTrailingZeros().toPlainString() + " " + f.unit() + " ±"
                + f.lastPlace().stripTrailingZeros().toPlainString();
    }

    private static List<String> shown(Reading reading) {
        return reading.placed().stream().map(TableReaderTest::shown).toList();
    }

    private static final String WIDE_MAPPING = HEAD + """
            header = 4
            region = column 地区 as name
            period = header
            [figure]
            indicator = constant 地区生产总值
            transformation = constant N
            value = columns *年
            unit = constant 亿元
            """;
    private static final String WIDE = """
            数据库：样表
            指标：地区生产总值(亿元)
            时间：最近3年
            地区,2023年,2022年,2021年
            江苏省,"1,234.5",1100.0,…
            南  京  市,300.25,,－
            注：2023年为初步核算数。
            数据来源：青川市统计局
            """;

    @Test
    void aWideTableHasAFigureForEachYear() throws BadTable {
        Reading reading = read(WIDE_MAPPING, WIDE);
        assertEquals(List.of("5 region/320000 2023 GRP N 123450000000 CNY ±10000000",
                "5 region/320000 2022 GRP N 110000000000 CNY ±10000000",
                "6 region/320100 2023 GRP N 30025000000 CNY ±1000000"), shown(reading));
        assertEquals(2, reading.rows());
        assertEquals(3, reading.missing(), "what is not there is counted and is no zero");
        assertEquals(2, reading.notes());
        assertEquals(List.of(), reading.unplaced());
        assertEquals(List.of("2023年", "2022年", "2023年"),
                reading.placed().stream().map(Figure.Placed::column).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "GB18030", "BOM", "CRLF" })
    void theSameTableInAnyEncodingIsTheSame(String how) throws BadTable {
        byte[] bytes = switch (how) {
            case "BOM" -> ("\ufeff" + WIDE).getBytes(StandardCharsets.UTF_8);
            case "CRLF" -> WIDE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            default -> WIDE.getBytes(Charset.forName(how));
        };
        assertEquals(read(WIDE_MAPPING, WIDE), read(WIDE_MAPPING, bytes));
    }

    @Test
    void aTextInAnotherEncodingIsRefused() {
        byte[] bytes = WIDE.getBytes(StandardCharsets.UTF_16LE);
        bytes[0] = (byte) 0xff;
        String message = assertThrows(BadTable.class, () -> read(WIDE_MAPPING, bytes)).getMessage();
        assertTrue(message.contains("UTF-8 or GB18030") && message.startsWith("table.csv"), message);
        byte[] chinese = WIDE.getBytes(Charset.forName("GB18030"));
        assertThrows(BadTable.class, () -> read(WIDE_MAPPING.replace("header = 4", "header = 4\nencoding = UTF-8"),
                chinese));
    }

    @Test
    void theReadingDoesNotDependOnTheLocale() throws BadTable {
        Reading here = read(WIDE_MAPPING, WIDE);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(here, read(WIDE_MAPPING, WIDE));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void aColumnForEachIndicatorTakesNameAndUnitFromItsHeader() throws BadTable {
        Reading reading = read(HEAD + """
                region = column 代码 as GB/T 2260
                period = constant 2023
                [figure]
                indicator = header
                transformation = constant N
                value = columns *(*)
                unit = header
                """, "代码,地区生产总值(亿元),常住人口（万人）,进出口总额(万美元)\n320500,20000.1,1291.06,4.2\n");
        assertEquals(List.of("2 region/320500 2023 GRP N 2000010000000 CNY ±10000000",
                "2 region/320500 2023 POP N 12910600 人 ±100", "2 region/320500 2023 TRADE N 42000 USD ±1000"),
                shown(reading));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            江苏省,2023,GDP,N,100,亿元                    | region/320000 2023 GRP N 10000000000 CNY ±100000000
            南京,2023年,地区生产总值（亿元）,N,100.50,亿元        | region/320100 2023 GRP N 10050000000 CNY ±1000000
            全国,2023Q1,GDP,GY,5.0,%                      | country/CN 2023-Q1 GRP GY 5 % ±0.1
            苏州高新区,2023年上半年,GDP,GY,-1.2,%         | zone/suzhou-high-tech 2023-H1 GRP GY -1.2 % ±0.1
            江苏省,2023-07,GDP,G1,+0.3,%                  | region/320000 2023-07 GRP G1 0.3 % ±0.1
            江苏省,202307,GDP,G1,0,%                      | region/320000 2023-07 GRP G1 0 % ±1
            江苏省,2023年1-9月,GDP,GY,106.3,上年同期=100  | region/320000 2023-01/2023-09 GRP GY 6.3 % ±0.1
            江苏省,2023,GDP,GY,98.75,上年=100             | region/320000 2023 GRP GY -1.25 % ±0.01
            江苏省,2016-2020年,GDP,GAVG,6.0,%             | region/320000 2016/2020 GRP GAVG 6 % ±0.1
            江苏省,2023,常住人口,DIFF,-3.1,万人           | none
            江苏省,2023,GDP,DIFF,-3.1,亿元                | region/320000 2023 GRP DIFF -310000000 CNY ±10000000
            江苏省,2023,GDP,N,１２３．４,亿元             | region/320000 2023 GRP N 12340000000 CNY ±10000000
            江苏省,2023,GDP,N,1 234.5,亿元                | region/320000 2023 GRP N 123450000000 CNY ±10000000
            江苏省,2023,GDP,N,−5,亿元                     | region/320000 2023 GRP N -500000000 CNY ±100000000
            襄樊市,2005,GDP,N,1,亿元                      | region/420600 2005 GRP N 100000000 CNY ±100000000
            江苏省南京市鼓楼区,2023,GDP,N,1,亿元          | region/320106 2023 GRP N 100000000 CNY ±100000000
            """)
    void aRowIsRead(String row, String expected) throws BadTable {
        Reading reading = row(row);
        assertEquals(expected.equals("none") ? List.of() : List.of("2 " + expected), shown(reading));
        assertEquals(expected.equals("none") ? 1 : 0, reading.unplaced().size(), reading.unplaced()::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            鼓楼区,2023,GDP,N,1,亿元           | 鼓楼区    | region/320106
            青川新市,2023,GDP,N,1,亿元         | 青川新市  | no place is known
            江苏省,去年,GDP,N,1,亿元           | 去年      | no period
            江苏省,2023.1,GDP,N,1,亿元         | 2023.1    | no period
            江苏省,7月,GDP,N,1,亿元            | 7月       | no period
            江苏省,2023,幸福指数,N,1,亿元      | 幸福指数  | no indicator
            江苏省,2023,进出口总额(出口),N,1,亿元 | 进出口总额(出口) | no indicator
            江苏省,2023,GDP,YOY,1,%            | YOY       | no transformation
            江苏省,2023,GDP,N,3.2*,亿元        | 3.2*      | no plain number
            江苏省,2023,GDP,N,(3.2),亿元       | (3.2)     | no plain number
            江苏省,2023,GDP,N,"1,23.4",亿元    | 1,23.4    | no plain number
            江苏省,2023,GDP,N,1.2e3,亿元       | 1.2e3     | no plain number
            江苏省,2023,GDP,N,12亿元,亿元      | 12亿元    | no plain number
            江苏省,2023,GDP,N,x,亿元           | x         | no plain number
            江苏省,2023,GDP,N,5,斗             | 5         | cannot be read
            江苏省,2023,GDP,N,5,               | ''        | is empty
            江苏省,2023,GDP,GY,5,亿元          | 5         | growth is in %
            江苏省,2023,GDP,N,105,上年=100     | 105       | index of GY
            江苏省,2023,GDP,GY,0,上年=100      | 0         | more than 0
            江苏省,2023,GDP,N                  | ''        | ends before this column
            """)
    void whatIsNotCertainIsNotPlaced(String row, String text, String why) throws BadTable {
        Reading reading = row(row);
        assertEquals(List.of(), reading.placed());
        assertEquals(1, reading.unplaced().size());
        Figure.Unplaced unplaced = reading.unplaced().getFirst();
        assertEquals(text, unplaced.text());
        assertTrue(unplaced.why().contains(why), unplaced.why());
        assertEquals(2, unplaced.line());
        assertEquals("数值", unplaced.column());
        assertTrue(unplaced.remedy().endsWith("."), unplaced.remedy());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "-", "—", "——", "…", "……", "...", "－" })
    void nothingIsNoZero(String cell) throws BadTable {
        Reading reading = row("江苏省,2023,GDP,N,\"" + cell + "\",亿元");
        assertEquals(1, reading.missing());
        assertEquals(List.of(), reading.placed());
        assertEquals(List.of(), reading.unplaced());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB/T 2260  | 320500       | region/320500
            GB/T 2260  | 320500000000 | region/320500
            GB/T 2260  | 000000       | country/CN
            GB/T 2260  | 320503       | region/320503
            GB/T 2260  | 99           | none
            GB/T 2260  | 苏州         | none
            ISO 3166-2 | CN-JS        | region/320000
            ISO 3166-2 | CN           | country/CN
            ISO 3166-2 | JS           | none
            """)
    void placesAreFoundByTheirCodes(String codes, String code, String expected) throws BadTable {
        Reading reading = read(LONG.replace("as name", "as " + codes),
                "地区,时期,指标,变换,数值,单位\n" + code + ",2008,GDP,N,1,亿元\n");
        assertEquals(expected, reading.placed().isEmpty() ? "none" : reading.placed().getFirst().place().id());
    }

    /** In a table of cities 吉林 is no province. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name                | 吉林     | none
            name                | 吉林省   | region/220000
            name                | 吉林市   | region/220200
            name                | 苏州     | region/320500
            name                | 浦东新区 | region/310115
            name of provinces   | 吉林     | region/220000
            name of provinces   | 海南     | region/460000
            name of provinces   | 全国     | country/CN
            name of provinces   | 苏州     | none
            name of prefectures | 吉林     | region/220200
            name of prefectures | 苏州市   | region/320500
            name of counties    | 昆山     | region/320583
            name of counties    | 鼓楼区   | none
            name of zones       | 浦东新区 | zone/shanghaipudongxinqu
            """)
    void whatATableIsOfDecidesNames(String codes, String name, String expected) throws BadTable {
        Reading reading = read(LONG.replace("as name", "as " + codes),
                "地区,时期,指标,变换,数值,单位\n" + name + ",2020,GDP,N,1,亿元\n");
        assertEquals(expected, reading.placed().isEmpty() ? "none" : reading.placed().getFirst().place().id(),
                reading.unplaced()::toString);
    }

    @Test
    void twoValuesOfOneFigurePlaceNeither() throws BadTable {
        Reading reading = row("""
                江苏省,2023,GDP,N,100,亿元
                江苏,2023年,地区生产总值,N,100.0,亿元
                江苏省,2022,GDP,N,90,亿元
                江苏省,2022,GDP,N,91,亿元""");
        assertEquals(List.of("2 region/320000 2023 GRP N 10000000000 CNY ±100000000"), shown(reading));
        assertEquals(1, reading.repeated());
        assertEquals(List.of(4L, 5L), reading.unplaced().stream().map(Figure.Unplaced::line).toList());
        assertTrue(reading.unplaced().getFirst().why().contains("line 5 gives \"91\""),
                reading.unplaced().getFirst().why());
    }

    @Test
    void linesAreThoseOfTheFile() throws BadTable {
        Reading reading = read(LONG, "地区,时期,指标,变换,数值,单位,备注\n江苏省,2023,GDP,N,1,亿元,\"两\n行\"\n\n"
                + "江苏省,2022,GDP,N,2,亿元,\n");
        assertEquals(List.of(2L, 5L), reading.placed().stream().map(Figure.Placed::line).toList());
    }

    @Test
    void theStatedNumberIsKept() throws BadTable {
        Figure.Placed figure = row("江苏省,2023,GDP,GY,106.30,上年=100").placed().getFirst();
        assertEquals(new BigDecimal("106.30"), figure.stated());
        assertEquals("106.30", figure.text());
        assertEquals("上年=100", figure.writtenUnit());
        assertTrue(figure.derived());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            column 数值 ; column 金额          | no column "金额"
            header = 9                         | no row 9
            columns *季度                      | no column that fits
            """)
    void aTableThatDoesNotFitItsMappingIsRefused(String change, String message) {
        String mapping = switch (change) {
            case "header = 9" -> HEAD + change + LONG.substring(HEAD.length() - 1);
            case "columns *季度" -> LONG.replace("column 数值", change);
            default -> LONG.replace("column 数值", "column 金额");
        };
        String said = assertThrows(BadTable.class,
                () -> read(mapping, "地区,时期,指标,变换,数值,单位\n江苏省,2023,GDP,N,1,亿元\n")).getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test
    void headersThatStandTwiceAreRefused() {
        String said = assertThrows(BadTable.class, () -> read(LONG, "地区,时期,指标,变换,数值,单位,数值\n")).getMessage();
        assertTrue(said.contains("two columns with the header \"数值\""), said);
    }

    @ParameterizedTest
    @ValueSource(strings = { "100①", "12²", "5⑩", "8₃", "⑨", "36845.5①", "Ⅷ", "½", "45ᵃ" })
    void aMarkOfAFootnoteIsNoDigit(String cell) throws BadTable {
        Reading reading = row("江苏省,2019,地区生产总值,N," + cell + ",亿元");
        assertEquals(List.of(), shown(reading));
        assertEquals(1, reading.unplaced().size());
    }

    @Test
    void aRowWithMoreCellsThanHeadersIsNotRead() throws BadTable {
        Reading reading = row("江苏省,2019,地区生产总值,N,13,597.1,亿元");
        assertEquals(List.of(), shown(reading));
        assertEquals("江苏省,2019,地区生产总值,N,13,597.1,亿元", reading.unplaced().getFirst().text());
        assertEquals(1, row("江苏省,2019,地区生产总值,N,13597.1,亿元, ,").placed().size(), "blank ones shift nothing");
    }
}
