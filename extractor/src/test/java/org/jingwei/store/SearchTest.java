package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.rdf.ArticleGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What words find, in names and in sentences. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private KnowledgeStore store;

    @BeforeAll
    void load(@TempDir Path temp) {
        store = KnowledgeStore.open(temp.resolve("db"));
        store.loadReference(SearchFixture.graph("""
                <code/eventType/SIGNING> skos:prefLabel "Signings of contracts"@en , "签约"@zh-Hans .
                """), SearchFixture.graph("""
                <id/region/320500> a jw:AdministrativeDivision ; schema:name "苏州市"@zh-Hans , "Suzhou"@en ;
                    schema:alternateName "苏州"@zh-Hans .
                <id/region/320505> a jw:AdministrativeDivision ; schema:name "苏州高新区"@zh-Hans .
                """));
        store.put(List.of(
                SearchFixture.article(1, "石湖集团", "石湖项目签约", "石湖集团签约12个项目，总投资86.5亿元"),
                SearchFixture.article(2, "石湖集团", "云台论坛", "云台论坛发布第3批名单，ＡＢＣ公司120个项目入选"),
                SearchFixture.article(3, "雲臺電機", "雲臺電機揭牌", "稀土產(chǎn)業(yè)論壇舉行", """
                        <doc/KEY/span/10-28> jw:repair <doc/KEY/repair/13-19> , <doc/KEY/repair/20-24> .
                        <doc/KEY/repair/13-19> oa:start 13 ; oa:end 19 ; oa:exact "(chǎn)" ; jw:restoredText "" .
                        <doc/KEY/repair/20-24> oa:start 20 ; oa:end 24 ; oa:exact "(yè)" ; jw:restoredText "" .
                        """)));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            苏州     | 苏州,苏州市,苏州高新区
            州高     | 苏州高新区
            苏       | 苏州,苏州市,苏州高新区
            区       | 苏州高新区
            蘇州市   | 苏州市
            苏州 新区 | 苏州高新区
            suzhou   | Suzhou
            ＳＵＺＨＯＵ | Suzhou
            signing  | Signings of contracts
            contract signing | Signings of contracts
            签约     | 签约,石湖项目签约
            石湖集团 | 石湖集团
            云台电机 | 雲臺電機,雲臺電機揭牌
            提及     |
            州苏     |
            """)
    void namesAreFoundByTheirCharacters(String words, String names) {
        assertEquals(names == null ? List.of() : List.of(names.split(",")), SearchFixture.names(store, words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12个项目   | 1
            12个       | 1
            2个项目    |
            20个项目   |
            86.5亿     | 1
            86.5亿元   | 1
            86         |
            5亿元      |
            个项目     | 2,1
            项目，总投资 | 1
            项目总投资 |
            总投资 签约 | 1
            签约 论坛  |
            第3批      | 2
            abc公司    | 2
            ABC        | 2
            产业论坛   | 3
            產業論壇舉行 | 3
            行         | 3
            石湖       | 1
            """)
    void sentencesAreFoundByTheirCharacters(String words, String articles) {
        List<String> expected = articles == null
                ? List.of()
                : List.of(articles.split(",")).stream().map(n -> SearchFixture.key(Integer.parseInt(n))).toList();
        assertEquals(expected, keys(words), words);
    }

    private List<String> keys(String words) {
        return store.search().find(words, Set.of(SearchSource.EXACT), Optional.empty(), 10).stream()
                .map(hit -> hit.subject().getURI().replaceFirst(".*/doc/([0-9a-f]{16})/.*", "$1")).toList();
    }

    @Test
    void aSentenceIsGivenAsThePageHasIt() {
        assertEquals(List.of("稀土產(chǎn)業(yè)論壇舉行"), SearchFixture.sentences(store, "产业论坛"));
        assertEquals(8 / 8.0, store.search().find("稀土产业论坛举行", Set.of(SearchSource.EXACT), Optional.empty(), 1)
                .getFirst().share());
    }

    @Test
    void theScoreIsThePartOfTheNameThatWasAskedFor() {
        assertEquals(List.of(1.0, 2 / 3.0, 0.4), store.search().find("苏州", Set.of(), Optional.empty(), 10).stream()
                .map(SearchHit::share).toList());
    }

    @Test
    void textsOfOnePropertyOrOneThing() {
        var other = NodeFactory.createURI("https://schema.org/alternateName");
        assertEquals(List.of("苏州"), store.search().find("苏州", Set.of(other), Optional.empty(), 10).stream()
                .map(hit -> hit.text().getLiteralLexicalForm()).toList());
        var zone = SearchFixture.IRIS.thing("region/320505");
        assertEquals(List.of(zone), store.search().find("苏州", Set.of(), Optional.of(zone), 10).stream()
                .map(SearchHit::subject).toList());
        assertEquals(1, store.search().find("苏州", Set.of(), Optional.empty(), 1).size());
    }

    /** Nothing that a person types means anything but itself. */
    @ParameterizedTest
    @ValueSource(strings = { "*", "?", "苏*", "*州", "苏?", "苏州~", "suzho~2", "/苏.*/", "name:苏州", "苏州 OR 云台", "苏州 NOT 市",
            "-苏州 +云台", "[a TO z]", "(", "\"", "\"苏州", "苏州^9", "\\", "{!x}", "words:*", "&&", "苏州 && 云台",
            "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
            "\u0000", "\ud800", "\u202e", "😀" })
    void wordsHaveNoSyntax(String words) {
        List<String> found = new ArrayList<>(SearchFixture.names(store, words));
        found.removeAll(List.of("苏州", "苏州市", "苏州高新区"));
        assertEquals(List.of(), found);
        if (words.contains("OR") || words.contains("NOT") || words.contains("云台") || words.contains("TO")) {
            assertEquals(List.of(), SearchFixture.names(store, words), "each of the words must be there");
        }
    }

    @Test
    void tooMuchIsRefused() {
        for (String words : List.of("苏".repeat(201), "苏 州 市 高 新 区 石 湖 集 团 签 约 云")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> SearchFixture.names(store, words));
            assertTrue(refused.getMessage().startsWith("Search for at most "), refused.getMessage());
        }
        for (int most : new int[]{ 0, -1, Search.MOST + 1 }) {
            assertThrows(IllegalArgumentException.class,
                    () -> store.search().find("苏州", Set.of(), Optional.empty(), most));
        }
        assertThrows(IllegalArgumentException.class, () -> store.search().find("苏州",
                Set.of(SearchFixture.IRIS.term("statedText")), Optional.empty(), 1));
    }

    @Test
    void suggestionsBeginWithTheCharactersBeforeTheyHaveThemFurtherOn() {
        assertEquals(List.of("苏州", "苏州市", "苏州高新区"), suggested("苏"));
        assertEquals(List.of("苏州高新区"), suggested("新"));
        assertEquals(List.of("Suzhou"), suggested("suz"));
        assertEquals(List.of("石湖集团", "石湖项目签约"), suggested("石 湖"));
        assertEquals(List.of("签约", "石湖项目签约"), suggested("签约"));
        assertEquals(List.of(), suggested(" "));
        assertEquals(List.of("苏州"), store.search().suggest("苏", 1).stream()
                .map(hit -> hit.text().getLiteralLexicalForm()).toList());
    }

    private List<String> suggested(String beginning) {
        return store.search().suggest(beginning, 10).stream().map(hit -> hit.text().getLiteralLexicalForm()).toList();
    }

    @Test
    void whatAChangedArticleNoLongerSaysIsNotFound(@TempDir Path temp) {
        try (var changing = KnowledgeStore.open(temp.resolve("db"))) {
            changing.put(List.of(SearchFixture.article(1, "甲公司", "甲公司签约", "甲公司签约一个项目"),
                    SearchFixture.article(2, "甲公司", "乙论坛举行", "乙论坛昨日举行")));
            changing.put(List.of(SearchFixture.article(1, "丙公司", "丙公司开工", "丙公司开工一个项目")));
            assertEquals(List.of("甲公司"), SearchFixture.names(changing, "甲公司"), "another article still names it");
            assertEquals(List.of(), SearchFixture.sentences(changing, "甲公司"));
            assertEquals(List.of("丙公司开工一个项目"), SearchFixture.sentences(changing, "公司"));

            changing.put(List.of(SearchFixture.article(2, "丁公司", "乙论坛举行", "乙论坛昨日举行")));
            assertEquals(List.of(), SearchFixture.names(changing, "甲公司"));
            assertEquals(List.of("丙公司", "丁公司", "丙公司开工"), SearchFixture.names(changing, "公司").stream()
                    .sorted(java.util.Comparator.comparing(String::length)
                            .thenComparing(n -> n.startsWith("丁") ? 1 : 0))
                    .toList());

            // What a retraction leaves: nothing in its two graphs.
            changing.put(List.of(new ArticleGraph(SearchFixture.key(2), SearchFixture.IRIS,
                    GraphFactory.createDefaultGraph(), GraphFactory.createDefaultGraph())));
            assertEquals(List.of(), SearchFixture.sentences(changing, "论坛"));
            assertEquals(List.of(), SearchFixture.names(changing, "丁公司"));
            assertFalse(SearchFixture.names(changing, "丙公司").isEmpty());
        }
    }

    @Test
    void anotherRepairOfTheSameCharactersIsAnotherText(@TempDir Path temp) {
        String sentence = "云台■区签约一个项目";
        String repair = "<doc/KEY/span/10-20> jw:repair <doc/KEY/repair/12-13> . <doc/KEY/repair/12-13> oa:start 12 ; "
                + "oa:end 13 ; oa:exact \"■\" ; jw:restoredText \"%s\" .";
        try (var changing = KnowledgeStore.open(temp.resolve("db"))) {
            changing.put(List.of(SearchFixture.article(1, "甲", "乙", sentence, repair.formatted("城"))));
            assertEquals(List.of(sentence), SearchFixture.sentences(changing, "云台城区"));
            changing.put(List.of(SearchFixture.article(1, "甲", "乙", sentence, repair.formatted("郊"))));
            assertEquals(List.of(), SearchFixture.sentences(changing, "云台城区"));
            assertEquals(List.of(sentence), SearchFixture.sentences(changing, "云台郊区"));
        }
    }
}
