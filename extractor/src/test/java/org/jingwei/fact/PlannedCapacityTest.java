package org.jingwei.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jingwei.article.Article;
import org.jingwei.article.ArticleReader;
import org.jingwei.article.Reading;
import org.jingwei.link.Gazetteer;
import org.jingwei.quantity.QuantityReader;
import org.jingwei.quantity.ReadingContext;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;
import org.jingwei.text.TextReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project is designed for, or is to make one day, is no output. */
class PlannedCapacityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            项目设计年产电池10万吨。                   | PLANNED
            项目设计产能为10万吨。                     | PLANNED
            项目一期预计年产铜箔10万吨。               | PLANNED
            项目达产后年产电解液10万吨。               | TARGET
            项目全部达产后，年产电解液10万吨。         | TARGET
            项目建筑设计面积已完成，去年产铜箔10万吨。 | ACTUAL
            项目去年生产铜箔10万吨。                   | ACTUAL
            """)
    void capacityIsPlanned(String sentence, Status status) {
        String text = "2024年5月6日，云湖新能源产业园项目在宜昌市开工。" + sentence;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var raw = new RawPage("row", "row.txt", RawPage.Kind.TEXT, bytes, RawPage.sha256(bytes),
                RawPage.Stated.NOTHING);
        Article article = ((Reading.Read) new ArticleReader(new HanlpScript()).read(raw)).article();
        List<Status> found = new FactReader().read(article, new TextReader(Gazetteer.load().lexicon()).read(article),
                new QuantityReader().read(article.text(), new ReadingContext(article.metadata().published()))).stream()
                .filter(fact -> fact instanceof Fact.Number).map(fact -> ((Fact.Number) fact).status()).toList();
        assertEquals(List.of(status), found, sentence);
    }
}
