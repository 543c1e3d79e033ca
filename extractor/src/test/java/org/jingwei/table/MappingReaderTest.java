package org.jingwei.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {
    private static final String WHOLE = """
            # for people
            name = qingchuan-2024
            title = 统计年鉴表3-9
            title.en = Yearbook, table 3-9
            publisher = 青川市统计局
            edition = 2024年版
            licence = https://example.org/licence
            source = https://example.org/tables/3-9
            retrieved = 2024-11-05
            issued = 2024-10
            note = 按当年价格计算
            encoding = GBK
            separator = tab
            header = 3
            notes = 注 说明
            region = column 地区 as name
            period = header

            [figure]
            indicator = constant 地区生产总值
            transformation = constant GY
            value = columns *年
            unit = constant 上年=100
            """;

    @Test
    void everyKeyIsRead() throws BadTable {
        Mapping mapping = MappingReader.read("m", "\ufeff" + WHOLE.replace("\n", "\r\n"));
        assertEquals("qingchuan-2024", mapping.name());
        assertEquals(Optional.of("Yearbook, table 3-9"), mapping.source().title().english());
        assertEquals("2024-11-05", mapping.source().retrieved().orElseThrow().toString());
        assertEquals(Optional.of("2024-10"), mapping.source().issued());
        assertEquals(new Mapping.Layout(Optional.of(Charset.forName("GB18030")), '\t', 3, List.of("注", "说明")),
                mapping.layout());
        assertEquals(new Part.Column("地区"), mapping.region());
        assertEquals(new Part.Header(), mapping.period());
        assertEquals(List.of(new Mapping.Figure(new Part.Constant("地区生产总值"), new Part.Constant("GY"),
                new Part.Columns("*年"), new Part.Constant("上年=100"))), mapping.figures());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name = qingchuan-2024 | name = 青川           | m:2:  | letters of ASCII
            name = qingchuan-2024 | nam = x               | m:2:  | "nam" is not known
            name = qingchuan-2024 | name                  | m:2:  | key = value
            name = qingchuan-2024 | # gone                | m:1:  | lacks "name"
            edition = 2024年版    | edition =             | m:6:  | no value
            edition = 2024年版    | licence = x           | m:7:  | twice
            source = https://example.org/tables/3-9 | source = 3-9 | m:8: | http
            retrieved = 2024-11-05 | retrieved = 2024-13-01 | m:9: | a day as
            issued = 2024-10      | issued = 2024-02-30   | m:10: | a day as
            issued = 2024-10      | issued = autumn       | m:10: | issued as
            encoding = GBK        | encoding = Big5       | m:12: | UTF-8 or GB18030
            separator = tab       | separator = pipe      | m:13: | comma
            header = 3            | header = 0            | m:14: | from 1
            as name               | as nickname           | m:16: | GB/T 2260
            period = header       | period = 2024         | m:17: | constant
            constant GY           | constant YOY          | m:21: | GAVG
            columns *年           | constant 5            | m:22: | in a column
            [figure]              | # no figure           | m:20: | not known
            """)
    void whatIsWrongIsSaidWithItsLine(String whole, String wrong, String line, String words) {
        String text = WHOLE.replace(whole, wrong);
        String said = assertThrows(BadTable.class, () -> MappingReader.read("m", text)).getMessage();
        assertTrue(said.startsWith(line) && said.contains(words), said);
    }

    @Test
    void aMappingWithoutAFigureIsNone() {
        String text = WHOLE.substring(0, WHOLE.indexOf("[figure]"));
        assertTrue(assertThrows(BadTable.class, () -> MappingReader.read("m", text)).getMessage().contains("[figure]"));
    }
}
