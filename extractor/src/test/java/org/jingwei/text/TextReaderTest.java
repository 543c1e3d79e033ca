package org.jingwei.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jingwei.bench.NameScore;
import org.jingwei.link.Gazetteer;
import org.jingwei.source.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class TextReaderTest {
    private static TextReader reader;

    @BeforeAll
    static void open() {
        reader = new TextReader(Gazetteer.load().lexicon());
    }

    private static List<Sentence> read(String text) {
        return reader.read(NameScore.article("t", null, text));
    }

    static Stream<String> corpus() throws IOException {
        try (var in = TextReaderTest.class.getResourceAsStream("/corpora/names.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void findsTheNamesOfTheCorpusAndNoOthers(String row) {
        String[] cells = row.split("\t");
        TreeSet<String> found = new TreeSet<>();
        read(cells[0]).forEach(s -> s.names().forEach(n -> found.add(n.type() + ":" + n.full())));
        TreeSet<String> expected = new TreeSet<>(
                cells[1].equals("-") ? List.of() : List.of(cells[1].split("\\|")));
        assertEquals(expected, found, cells[0]);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void tokensAndNamesStandWhereTheirSpansSay(String row) {
        String text = row.split("\t")[0];
        Span before = new Span(0, 0);
        for (Sentence sentence : read(text)) {
            assertTrue(sentence.span().start() >= before.end(), "sentences overlap in " + text);
            before = sentence.span();
            int end = sentence.span().start();
            for (Token token : sentence.tokens()) {
                assertEquals(token.word(), token.span().of(text));
                assertTrue(text.substring(end, token.span().start()).isBlank(),
                        "characters without a token in " + text);
                end = token.span().end();
            }
            int last = 0;
            for (NameMention name : sentence.names()) {
                assertEquals(name.name(), name.span().of(text));
                assertTrue(name.span().start() >= last && sentence.span().contains(name.span()));
                last = name.span().end();
            }
        }
    }

    @Test
    void sentencesEndAtFullStopsOutsideQuotations() {
        String text = "【三县开工：总投资五亿】今天开工。“项目多。投资大。”他说，明年完工；后年投产！\n第二段";
        List<String> sentences = read(text).stream().map(s -> s.span().of(text)).toList();
        assertEquals(List.of("【三县开工：总投资五亿】", "今天开工。", "“项目多。投资大。”他说，明年完工；", "后年投产！", "第二段"), sentences);
        assertEquals(List.of(0, 0, 0, 0, 1), read(text).stream().map(Sentence::paragraph).toList());
    }

    @Test
    void aQuotationThatIsNeverClosedDoesNotSwallowTheLine() {
        String text = "他说：“项目开工了。投资两亿元。";
        assertEquals(2, read(text).size());
    }

    @Test
    void shortFormsStandForTheLongestFormOfTheArticle() {
        String text = "苏州高新区位于江苏省。高新区今年在江苏率先增长。";
        Map<String, String> full = new java.util.TreeMap<>();
        read(text).forEach(s -> s.names().forEach(n -> full.put(n.name(), n.full())));
        assertEquals(Map.of("苏州高新区", "苏州高新区", "高新区", "苏州高新区", "江苏省", "江苏省", "江苏", "江苏省"), full);
    }

    @ParameterizedTest
    @ValueSource(strings = { "【三县开工，总投资五亿。】", "三县开工。\n（完！）】】", "【】", "。】", "【。】" })
    void aTextMayEndWithABracket(String text) {
        var spans = read(text).stream().map(Sentence::span).toList();
        assertEquals(text.length(), spans.getLast().end(), spans::toString);
    }

    /** Half of a character that takes two units is none. */
    @Test
    void aNameDoesNotBeginOrEndInACharacter() {
        String text = "7月10日，青城\ud842\udfb7能科技有限公司揭牌。\ud842\udfb7宁新材料有限公司与江州\ud842\udfb7市签约，江州\ud842\udfb7林一\ud842\udfb7任董事长。";
        read(text).forEach(s -> s.names().forEach(n -> {
            assertTrue(!Character.isLowSurrogate(n.name().charAt(0)), n::toString);
            assertTrue(!Character.isHighSurrogate(n.name().charAt(n.name().length() - 1)), n::toString);
        }));
    }

    @Test
    void nothingIsReadFromLostCharacters() {
        read("四〓省和江苏〓会举行。").forEach(s -> s.names().forEach(n -> assertTrue(n.name().indexOf('〓') < 0)));
    }

    @Test
    void eightThreadsReadWhatOneReads() throws Exception {
        List<String> texts = corpus().map(row -> row.split("\t")[0]).toList();
        List<List<Sentence>> alone = texts.stream().map(TextReaderTest::read).toList();
        List<Callable<List<List<Sentence>>>> jobs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            jobs.add(() -> texts.stream().map(TextReaderTest::read).toList());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (var result : pool.invokeAll(jobs)) {
                assertEquals(alone, result.get());
            }
        }
    }

    @Test
    @Tag("slow")
    void eightThreadsReadTenThousandArticlesAsOneThreadDoes() throws Exception {
        List<String> rows = corpus().map(row -> row.split("\t")[0]).toList();
        Random random = new Random(8);
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(6); k >= 0; k--) {
                text.append(rows.get(random.nextInt(rows.size()))).append(k % 2 == 0 ? "\n" : "");
            }
            articles.add(text.toString());
        }
        List<Integer> alone = articles.stream().map(a -> read(a).hashCode()).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> jobs = articles.stream().<Callable<Integer>>map(a -> () -> read(a).hashCode())
                    .toList();
            List<Integer> together = new ArrayList<>();
            for (var result : pool.invokeAll(jobs)) {
                together.add(result.get());
            }
            assertEquals(alone, together);
        }
    }

    @Test
    void oneCharacterStandsForThePlaceThatTheArticleNamesAndForNothingElse() {
        Map<String, String> full = new java.util.TreeMap<>();
        read("上海与苏州签约。沪苏同城提速，粤企参与。").forEach(
                s -> s.names().forEach(n -> full.put(n.name(), n.full())));
        assertTrue(!full.containsKey("粤"), full::toString);
        full.forEach((name, form) -> assertTrue(name.length() > 1 || form.equals("上海") || form.equals("苏州"),
                full::toString));
    }

    @Test
    void aNameThatNoListHasIsFoundAtEveryPlaceOfTheArticle() {
        String text = "芯屿澜科技与当地政府签约。芯屿澜科技计划投资五亿元。\n去年，芯屿澜科技的产值翻了一番。";
        long found = read(text).stream().flatMap(s -> s.names().stream()).filter(n -> n.name().equals("芯屿澜科技"))
                .count();
        assertEquals(3, found);
    }

    @Test
    void theTaggerWritesNothingToTheErrorStream() {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertEquals("增长", new HanlpTagger().tag("增长8.6%", 5).get(0).word());
            assertEquals(new Span(5, 7), new HanlpTagger().tag("增长8.6%", 5).get(0).span());
        } finally {
            System.setErr(before);
        }
        assertEquals("", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aWordListThatIsMissingSaysWhichAndWhatToDo() {
        var error = assertThrows(IllegalStateException.class, () -> WordList.read("none.txt"));
        assertTrue(error.getMessage().contains("none.txt") && error.getMessage().contains("Build"), error.getMessage());
    }
}
