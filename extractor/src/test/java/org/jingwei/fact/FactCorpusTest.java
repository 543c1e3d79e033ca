package org.jingwei.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the corpus gives its facts and no others. A ¶ in a text begins a new paragraph. */
class FactCorpusTest {
    private static final ArticleReader ARTICLES = new ArticleReader(new HanlpScript());
    private static final TextReader TEXT = new TextReader(Gazetteer.load().lexicon());
    private static final QuantityReader QUANTITIES = new QuantityReader();
    private static final FactReader FACTS = new FactReader();

    static Stream<String[]> rows() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                FactCorpusTest.class.getResourceAsStream("/corpora/facts.tsv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).map(l -> l.split("\t", -1)).toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rows")
    void gives(String published, String text, String expected) {
        byte[] bytes = text.replace("¶", "\n").getBytes(StandardCharsets.UTF_8);
        var stated = new RawPage.Stated(Optional.empty(), Optional.empty(), Optional.of(published), Optional.empty());
        var raw = new RawPage("row", "corpora/facts.tsv", RawPage.Kind.TEXT, bytes, RawPage.sha256(bytes), stated);
        Article article = ((Reading.Read) ARTICLES.read(raw)).article();
        List<Fact> facts = FACTS.read(article, TEXT.read(article),
                QUANTITIES.read(article.text(), new ReadingContext(article.metadata().published())));
        List<String> wanted = expected.isEmpty() ? List.of() : Stream.of(expected.split(" \\| ")).sorted().toList();
        assertEquals(String.join("\n", wanted), String.join("\n", FactNotation.of(facts)));
    }
}
