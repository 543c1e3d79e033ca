package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingwei.rdf.StatedArticle;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions on the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryVerbTest {
    private String db;

    @BeforeAll
    void load(@TempDir Path temp) throws Json.Malformed {
        db = temp.resolve("db").toString();
        PreparedStore.ready(temp.resolve("db"));
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.put(List.of(StatedArticle.graph("port", """
                    {"published": "2024-05-02", "publisher": "江城日报",
                     "text": "两个项目开工\\n5月1日,澜港仓储项目在宜昌开工,总投资4亿元;青岚酒店项目在苏州开工。",
                     "links": {"宜昌": "region/420500 宜昌市", "苏州": "region/320500 苏州市"},
                     "names": {"宜昌": "PLACE", "苏州": "PLACE"},
                     "projects": [
                      {"id": "p1", "name": "澜港仓储项目", "place": ["宜昌"], "phase": "STARTED"},
                      {"id": "p2", "name": "青岚酒店项目", "place": ["苏州"], "phase": "STARTED"}],
                     "amounts": [{"of": "p1", "role": "TOTAL_INVESTMENT", "value": 400000000, "text": "4亿元"}]}
                    """)));
        }
    }

    @Test
    void theParametersOfAQuestionAreOptions() {
        String expected = "region,code,projects,withInvestment,parts,articles\r\n湖北省,420000,1,1,0,1\r\n";
        for (List<String> words : List.of(
                List.of("projects/by-region", "--region", "宜昌", "--phase", "STARTED"),
                List.of("--phase=STARTED", "--region=宜昌", "by-region"),
                List.of("--region", "宜昌", "by-region", "-p", "phase=STARTED"))) {
            assertEquals(expected, asked(words, "--format", "csv").out(), words.toString());
        }
        assertEquals(2, asked(List.of("by-region", "--phase", "STARTED"), "--format", "csv", "--limit", "1").out()
                .lines().count());
    }

    @Test
    void aPlaceIsGivenByNameCodeOrIri() {
        String expected = asked(List.of("by-phase", "--region", "宜昌"), "--format", "csv").out();
        assertEquals("phase,projects,withInvestment,parts\r\nstarted,1,1,0\r\n", expected);
        for (String place : List.of("宜昌市", "420500", "region/420500", "https://w3id.org/jingwei/id/region/420500")) {
            assertEquals(expected, asked(List.of("by-phase", "--region", place), "--format", "csv").out(), place);
        }
        // Known, and nothing there: an empty answer.
        assertEquals("phase,projects,withInvestment,parts\r\n",
                asked(List.of("by-phase", "--region", "320106"), "--format", "csv").out());
    }

    @Test
    void headingsAndLabelsAreInTheLanguageAskedFor() {
        assertEquals("阶段,项目数,有总投资的项目数,并入所属项目的分期数\r\n已开工,2,1,0\r\n",
                asked(List.of("by-phase", "--lang", "zh"), "--format", "csv").out());
        assertEquals("phase,projects,with investment,parts counted as their project\r\nstarted,2,1,0\r\n",
                asked(List.of("by-phase", "--lang", "en"), "--format", "csv").out());
        // Programs read JSON: its keys stay.
        assertTrue(asked(List.of("by-phase", "--lang", "zh"), "--format", "json").out().contains("withInvestment"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "by-phase --colour red                 | colour", "by-phase --region                     | --region",
            "by-phase --region 宜昌 --region 苏州  | twice", "by-phase -p region=宜昌 --region 苏州 | twice",
            "by-region --phase BURNT               | STARTED", "by-phase other                        | other",
            "by-phase -x                           | -x", "--region 宜昌                         | NAME",
            "places/profile                        | needs the parameter region", "by-phase --lang de | de",
            "by-phase --limit -1                   | --limit",
            "by-phase --region 不存在的县          | knows no place",
            "by-phase --region 鼓楼区              | names 4 places: 320106 鼓楼区 (南京市), 320302 鼓楼区 (徐州市)",
            "by-region --from 2021-13              | Give a day 2021-05-26",
            "by-region --from 2023-02-30           | from", "by-region --to 去年                   | to",
            "by-region --from 2024-06 --to 2024-05 | ends before it begins",
            "indicators/figures --region 宜昌 --period 2019-99   | is no period",
            "indicators/figures --region 宜昌 --period 2021-04/2021-01 | is no period" })
    void whatMakesNoSenseIsOneLineAndTwo(String line, String word) {
        var told = asked(List.of(line.split(" +")));
        assertEquals(Exit.WRONG_USAGE, told.exit(), told.err());
        assertEquals("", told.out());
        assertEquals(1, told.err().lines().count(), told.err());
        assertTrue(told.err().contains(word), told.err());
    }

    @Test
    void theListSaysWhatMayBeGiven() {
        String all = Told.by("query", "--list").out();
        assertTrue(all.contains("projects/largest") && all.contains("events/timeline"), all);
        String one = Told.by("query", "--list", "places/profile").out();
        assertTrue(one.contains("--region=place (required)") && one.contains("地区名称"), one);
        assertFalse(one.contains("projects/largest"), one);
        assertEquals(Exit.WRONG_USAGE, Told.by("query", "--list", "weather").exit());
    }

    @Test
    void wordsAreTakenInAnyOrder() {
        assertEquals(new QuestionWords(Optional.of("q"), Map.of("a", "1", "b", "")),
                QuestionWords.of(List.of("--b=", "q", "--a", "1")));
    }

    private Told asked(List<String> words, String... more) {
        var arguments = new java.util.ArrayList<String>(List.of("query"));
        arguments.addAll(words);
        arguments.addAll(List.of("--db", db));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray(String[]::new));
    }
}
