package org.jingwei.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jingwei.source.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardTest {
    private static final String GOLD = """
            {"entities": [["ORG", "岚石集团"], ["ORG", "拓澄半导体"], ["PLACE", "宜昌市"]],
             "events": [{"id": "e1", "type": "SIGNING", "date": "2022-09-14", "place": ["宜昌市"],
                         "participants": ["岚石集团", "拓澄半导体"]},
                        {"id": "e2", "type": "UNVEILING", "date": null, "place": [], "participants": []}],
             "projects": [{"id": "p1", "name": "岚石集团磷石膏项目", "investors": ["岚石集团"], "place": [],
                           "phase": "SIGNED", "event": "e1"}],
             "amounts": [{"of": "p1", "role": "TOTAL_INVESTMENT", "value": 3650000000, "currency": "CNY",
                          "bound": "EXACT", "text": "36.5亿元"}],
             "counts": [{"of": "e1", "what": "签约项目", "value": 58, "bound": "EXACT", "text": "58个"}],
             "indicators": [{"region": "宜昌市", "indicator": "出口总额", "measure": "GROWTH", "value": -3.8, "unit": "%",
                             "period": "2022-H1", "text": "下降3.8%"},
                            {"region": "宜昌市", "indicator": "出口总额", "measure": "LEVEL", "value": 20860000000,
                             "unit": "CNY", "period": "2022-H1", "text": "208.6亿元"}],
             "roles": [{"person": "陆望舟", "title": "副市长", "org": "宜昌市"}],
             "cooperations": [{"parties": ["岚石集团", "拓澄半导体"], "object": "实验室"}]}
            """;

    @Test
    void goldAgainstItselfIsPerfect() {
        Scorecard score = Scorecard.of(List.of(pair("a", GOLD, GOLD)));
        for (Row row : score.rows()) {
            assertEquals(row.gold(), row.hits(), row.name());
            assertEquals(row.gold(), row.predicted(), row.name());
        }
        assertEquals(List.of(), score.errors(""));
        // 2 + 1 organisations and places, 2 events, 4 arguments, 1 project, 1 amount, 1 count, 2 indicators, 1 role, 1
        // cooperation
        assertEquals(16, row(score, Scorecard.FACTS).gold());
    }

    @Test
    void anArticleWithoutPredictionIsMissedWhole() {
        Scorecard score = Scorecard.of(List.of(pair("a", GOLD, GOLD), pair("b", GOLD, "{}")));
        assertEquals(1, score.unanswered());
        Row facts = row(score, Scorecard.FACTS);
        assertEquals(1.0, facts.precision());
        assertEquals(0.5, facts.recall());
        assertEquals(2 / 3.0, facts.f1(), 1e-12);
    }

    @Test
    void rowsAreSummedOverArticlesBeforeDividing() {
        String one = "{\"counts\": [{\"value\": 1, \"bound\": \"EXACT\"}]}";
        String three = """
                {"counts": [{"value": 1, "bound": "EXACT"}, {"value": 2, "bound": "OVER"}, {"value": 3, "bound": null}]}
                """;
        String other = """
                {"counts": [{"value": 1, "bound": "EXACT"}, {"value": 2, "bound": "EXACT"}, {"value": 3}]}
                """;
        Row row = row(Scorecard.of(List.of(pair("a", one, "{\"counts\": []}"), pair("b", three, other))),
                "count [value,bound]");
        assertEquals(new Row("count [value,bound]", true, 2, 3, 4), row);
        assertEquals(2 / 3.0, row.precision());
        assertEquals(0.5, row.recall());
    }

    @Test
    void anAmountMayHangOnTheProjectOrItsEvent() {
        assertEquals(1, hits("amount [+bound,role,owner]", GOLD.replace("\"of\": \"p1\"", "\"of\": \"e1\"")));
        assertEquals(0, hits("amount [+bound,role,owner]", GOLD.replace("\"of\": \"p1\"", "\"of\": \"e2\"")));
        assertEquals(0, hits("amount [+bound,role,owner]", GOLD.replace("\"of\": \"p1\"", "\"of\": \"p9\"")));
        assertEquals(1, hits("amount [value,currency]", GOLD.replace("\"of\": \"p1\"", "\"of\": \"p9\"")));
        assertEquals(0, hits("amount [+bound,role,owner]", GOLD.replace("磷石膏项目", "汽车桥改造工程二期")));
        assertEquals(0, hits("amount [+bound,role,owner]", GOLD.replace("TOTAL_INVESTMENT", "OTHER")));
    }

    @Test
    void indicatorsNeedTheSamePeriodAndAnAlikeRegionAndName() {
        String full = "indicator [+what,region,period]";
        assertEquals(2, hits(full, GOLD.replace("\"出口总额\"", "\"出口\"")));
        assertEquals(0, hits(full, GOLD.replace("\"出口总额\"", "\"进口\"")));
        assertEquals(0, hits(full, GOLD.replace("2022-H1", "2022-Q1")));
        assertEquals(0, hits(full, GOLD.replace("\"region\": \"宜昌市\"", "\"region\": \"襄阳市\"")));
        assertEquals(2, hits("indicator [measure,value,unit]", GOLD.replace("2022-H1", "2022-Q1")));
        assertEquals(1, hits("indicator [measure,value,unit]", GOLD.replace("-3.8", "3.8")));
        assertEquals(2, hits("indicator [measure,value,unit]", GOLD.replace("\"unit\": \"CNY\"", "\"unit\": null")));
        assertEquals(1, hits("indicator [measure,value,unit]", GOLD.replace("\"unit\": \"CNY\"", "\"unit\": \"USD\"")));
    }

    @Test
    void numbersCountWhateverKindTheyWereTakenFor() {
        String moved = GOLD.replace("\"counts\": [", "\"counts\": [], \"former\": [").replace("\"indicators\": [",
                "\"indicators\": [{\"measure\": \"LEVEL\", \"value\": 58, \"unit\": \"个\"},");
        assertEquals(0, hits("count [value,bound]", moved));
        assertEquals(4, hits("number [value,unit]", moved));
    }

    @Test
    void rolesAndCooperations() {
        assertEquals(1, hits("role [person,title,org]", GOLD.replace("\"org\": \"宜昌市\"", "\"org\": \"宜昌\"")));
        assertEquals(0, hits("role [person,title,org]", GOLD.replace("副市长", "董事长")));
        assertEquals(1, hits("cooperation [two parties]",
                GOLD.replace("\"parties\": [\"岚石集团\"", "\"parties\": [\"湖北岚石集团\", \"安驰轮毂\"")));
        assertEquals(0, hits("cooperation [two parties]",
                GOLD.replace("\"parties\": [\"岚石集团\"", "\"parties\": [\"安驰轮毂\"")));
    }

    @Test
    void aNumberIsWrongWhenItsTextIsGoldAndItsValueIsNot() {
        Scorecard score = Scorecard.of(List.of(pair("a", GOLD, GOLD.replace("\"value\": 58", "\"value\": 8"))));
        assertEquals(1, score.wrongNumbers());
        Finding finding = score.errors(Scorecard.WRONG_NUMBERS).getFirst();
        assertEquals("! a\t{\"kind\":\"counts\",\"text\":\"58个\",\"value\":8,\"gold\":[58]}", finding.line());
        assertEquals(0, Scorecard.of(List.of(pair("a", GOLD, GOLD.replace("58", "8")))).wrongNumbers(),
                "another text is spurious, not wrong");
        assertEquals(0, Scorecard.of(List.of(pair("a", GOLD, GOLD.replace("\"value\": 58", "\"value\": 58.00000001"))))
                .wrongNumbers());
    }

    @Test
    void errorsListMissedAndSpuriousOfTheRowsAskedFor() {
        Scorecard score = Scorecard.of(List.of(pair("a", GOLD, GOLD.replace("\"陆望舟\"", "\"陆望\""))));
        assertEquals(
                List.of("- a\t{\"person\":\"陆望舟\",\"title\":\"副市长\",\"org\":\"宜昌市\"}",
                        "+ a\t{\"person\":\"陆望\",\"title\":\"副市长\",\"org\":\"宜昌市\"}"),
                score.errors("role").stream().map(Finding::line).toList());
        assertEquals(List.of(), score.errors("event"));
    }

    @Test
    void aPredictedItemIsTakenOnce() {
        String twice = "{\"roles\": [{\"person\": \"陆望舟\", \"title\": \"主任\"}, {\"person\": \"陆望舟\", \"title\": \"主任\"}]}";
        String once = "{\"roles\": [{\"person\": \"陆望舟\", \"title\": \"主任\"}]}";
        Row row = row(Scorecard.of(List.of(pair("a", twice, once))), "role [person,title,org]");
        assertEquals(1, row.hits());
        assertEquals(1.0, row.precision());
        assertEquals(0.5, row.recall());
    }

    @Test
    void theTableHasOneLineARow() {
        String table = Scorecard.of(List.of(pair("a", GOLD, GOLD), pair("b", GOLD, "{}"))).table();
        List<String> lines = table.lines().toList();
        assertEquals("2 articles, 1 without a prediction", lines.get(0));
        assertEquals("                                        P      R     F1  gold", lines.get(1));
        assertEquals("*entity ORG                         1.000  0.500  0.667     4", lines.get(2));
        assertEquals(" event [type]                       1.000  0.500  0.667     4", lines.get(5));
        assertEquals("FACTS                               1.000  0.500  0.667    32", lines.get(18));
        assertEquals("wrong numbers: 0", lines.get(19));
        assertEquals(20, lines.size());
    }

    @Test
    void thresholdsTellWhatIsNotReached() {
        Scorecard score = Scorecard
                .of(List.of(pair("a", GOLD, GOLD.replace("\"value\": 58", "\"value\": 8")), pair("b", GOLD, "{}")));
        var thresholds = Thresholds.read("""
                # what has to be reached
                FACTS = 0.5
                FACTS recall = 0.99

                count [value,bound] = 0
                entity ORG precision = 1.0
                wrong numbers = 0
                """);
        assertEquals(
                List.of("FACTS recall: " + row(score, "FACTS").recall() + " reached, at least 0.99 required",
                        "wrong numbers: 1 reached, at most 0 required"),
                thresholds.check(score).stream().map(Thresholds.Shortfall::line).toList());
    }

    @Test
    void aThresholdForNoRowIsAnErrorThatNamesItsLine() {
        var unknown = assertThrows(IllegalArgumentException.class, () -> Thresholds.read("FACTS = 1\nFACT = 1"));
        assertTrue(unknown.getMessage().startsWith("line 2 of the thresholds: no row of the score is called \"FACT\""));
        assertThrows(IllegalArgumentException.class, () -> Thresholds.read("FACTS 0.5"));
        assertThrows(IllegalArgumentException.class, () -> Thresholds.read("FACTS = half"));
        assertThrows(IllegalArgumentException.class, () -> Thresholds.read("FACTS = 1\nFACTS = 0"));
    }

    @Test
    void foldersArePairedByFileName(@TempDir Path folder) throws Exception {
        Path gold = Files.createDirectory(folder.resolve("gold"));
        Path predicted = Files.createDirectory(folder.resolve("predicted"));
        assertThrows(NoSuchFileException.class, () -> GoldFolder.pairs(gold, predicted));
        Files.writeString(gold.resolve("b.json"), "{\"id\": \"b\"}");
        Files.writeString(gold.resolve("a.json"), GOLD);
        Files.writeString(gold.resolve("c.json"), "{\"skip\": \"not read\"}");
        Files.writeString(predicted.resolve("a.json"), GOLD);
        List<Pair> pairs = GoldFolder.pairs(gold, predicted);
        assertEquals(List.of("a", "b"), pairs.stream().map(Pair::article).toList());
        assertEquals(List.of(false, true), pairs.stream().map(Pair::unanswered).toList());
    }

    @Test
    void aDocumentOfAnotherFormIsAnErrorThatNamesTheArticle() {
        var error = assertThrows(IllegalArgumentException.class,
                () -> Scorecard.of(List.of(pair("a", "{\"entities\": [\"岚石集团\"]}", "{}"))));
        assertTrue(error.getMessage().startsWith("a: not an entity"), error.getMessage());
    }

    private static int hits(String row, String predicted) {
        return row(Scorecard.of(List.of(pair("a", GOLD, predicted))), row).hits();
    }

    private static Row row(Scorecard score, String name) {
        return score.row(name).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Pair pair(String article, String gold, String predicted) {
        try {
            return new Pair(article, (Map<String, Object>) Json.read(gold), (Map<String, Object>) Json.read(predicted));
        } catch (Json.Malformed e) {
            throw new AssertionError(e);
        }
    }
}
