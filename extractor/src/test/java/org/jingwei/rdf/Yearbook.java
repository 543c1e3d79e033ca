package org.jingwei.rdf;

import java.nio.charset.StandardCharsets;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Regions;
import org.jingwei.source.RawPage;
import org.jingwei.table.BadTable;
import org.jingwei.table.Mapping;
import org.jingwei.table.MappingReader;
import org.jingwei.table.Reading;
import org.jingwei.table.TableReader;

/** An invented table of an invented office, with figures of what {@link Bulletin} reports. */
final class Yearbook {
    static final String TABLE = """
            地区,指标,变换,时期,数值,单位
            常州高新区,地区生产总值,GY,2023-Q1,106.2,上年同期=100
            常州高新区,进出口总额,N,2023-Q1,87.96,亿元
            常州市,地区生产总值,N,2022,9550.1,亿元
            """;
    static final String MAPPING = """
            name = qingchuan-2023
            title = 青川统计月报，2023年一季度
            title.en = Qingchuan monthly statistics, first quarter of 2023
            publisher = 青川市统计局
            publisher.en = Statistics office of Qingchuan
            source = https://stats.example.org/2023/q1.html
            retrieved = 2023-05-20
            issued = 2023-04
            edition = 初步核算
            edition.en = preliminary
            licence = https://stats.example.org/licence
            note = 增速按不变价格计算。
            region = column 地区 as name
            period = column 时期
            [figure]
            indicator = column 指标
            transformation = column 变换
            value = column 数值
            unit = column 单位
            """;

    private Yearbook() {}

    static StatisticsGraph graph(Iris iris) {
        return graph(iris, TABLE);
    }

    static StatisticsGraph graph(Iris iris, String table) {
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        try {
            Mapping mapping = MappingReader.read("q1.mapping", MAPPING);
            Reading reading = new TableReader(new Regions(Gazetteer.load()), IndicatorList.read()).read("q1.csv", bytes,
                    mapping);
            if (!reading.unplaced().isEmpty()) {
                throw new IllegalStateException(reading.unplaced().toString());
            }
            return new StatisticsMapper(iris).map(mapping, reading, "q1.csv", RawPage.sha256(bytes));
        } catch (BadTable e) {
            throw new IllegalStateException(e);
        }
    }
}
