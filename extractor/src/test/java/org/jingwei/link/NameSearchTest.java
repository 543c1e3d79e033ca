package org.jingwei.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found under names as people write them, and that nothing is found under names that nothing has. */
class NameSearchTest {
    private static final NameSearch SEARCH = NameSearch.of(Gazetteer.load());

    /** Lowest score that means a name and not only something near one. */
    private static final int BELIEVED = 60;

    private record Row(String written, String within, String id) {
        NameQuestion question() {
            return NameQuestion.of(written, Link.Kind.REGION, Link.Kind.ZONE).in(within);
        }
    }

    private static List<Row> rows() throws IOException {
        try (var in = NameSearchTest.class.getResourceAsStream("/corpora/regions.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t", -1)).map(c -> new Row(c[0], c[1], c[2])).toList();
        }
    }

    @Test
    void namesAsPeopleWriteThemMeanTheRightPlace() throws IOException {
        List<Row> known = rows().stream().filter(r -> !r.id().equals("-")).toList();
        List<String> misses = new ArrayList<>();
        List<String> sureAndWrong = new ArrayList<>();
        for (Row row : known) {
            List<NameMatch> found = SEARCH.find(row.question(), 5);
            String first = found.isEmpty() ? "nothing" : found.get(0).entity().id();
            if (!first.equals(row.id())) {
                misses.add(row + " is taken for " + first);
            }
            found.stream().filter(m -> m.certain() && !m.entity().id().equals(row.id()))
                    .forEach(m -> sureAndWrong.add(row + " is surely " + m));
        }
        misses.forEach(System.out::println);
        System.out.println(known.size() - misses.size() + " of " + known.size() + " names");
        assertTrue(known.size() >= 100, "rows: " + known.size());
        assertTrue(misses.size() * 100 <= 5 * known.size(), () -> String.join("\n", misses));
        assertEquals(List.of(), sureAndWrong);
    }

    @Test
    void namesThatNothingHasMeanNothing() throws IOException {
        List<Row> invented = rows().stream().filter(r -> r.id().equals("-")).toList();
        List<String> wrong = new ArrayList<>();
        for (Row row : invented) {
            SEARCH.find(row.question(), 5).stream().filter(m -> m.certain() || m.score() >= BELIEVED)
                    .forEach(m -> wrong.add(row + " is taken for " + m));
        }
        assertTrue(invented.size() >= 25, "rows: " + invented.size());
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static NameMatch first(NameQuestion question) {
        return SEARCH.find(question, 1).get(0);
    }

    private static String firstId(NameQuestion question) {
        List<NameMatch> found = SEARCH.find(question, 1);
        return found.isEmpty() ? "nothing" : found.get(0).entity().id();
    }

    @Test
    void whatSeveralAreCalledIsNeverCertainUntilSomethingDecides() {
        List<NameMatch> jilin = SEARCH.find(NameQuestion.of("吉林", Link.Kind.REGION), 9);
        assertEquals(List.of("region/220000", "region/220200"),
                jilin.stream().map(m -> m.entity().id()).filter(id -> !id.contains("-")).limit(2).toList());
        assertTrue(jilin.get(0).score() > jilin.get(1).score());
        assertTrue(jilin.stream().noneMatch(NameMatch::certain));
        assertTrue(first(NameQuestion.of("吉林市", Link.Kind.REGION)).certain());
        assertTrue(first(NameQuestion.of("吉林", Link.Kind.REGION).ofKind("province")).certain());
        assertEquals("region/220200", firstId(NameQuestion.of("吉林", Link.Kind.REGION).ofKind("prefecture")));

        List<NameMatch> gulou = SEARCH.find(NameQuestion.of("鼓楼区", Link.Kind.REGION), 9);
        assertTrue(gulou.size() >= 4 && gulou.stream().noneMatch(NameMatch::certain), gulou::toString);
        assertTrue(first(NameQuestion.of("鼓楼区", Link.Kind.REGION).in("南京")).certain());
        assertTrue(first(NameQuestion.of("鼓楼区", Link.Kind.REGION).in("320100")).certain());
        assertTrue(first(NameQuestion.of("南京市鼓楼区")).certain());
        assertFalse(first(NameQuestion.of("鼓楼区", Link.Kind.REGION).in("云湖市")).certain(),
                "where it lies was told and not understood");
    }

    @Test
    void theDistrictIsNotTheZoneOfItsName() {
        assertTrue(SEARCH.find(NameQuestion.of("浦东新区"), 9).stream().noneMatch(NameMatch::certain));
        assertEquals("region/310115", firstId(NameQuestion.of("浦东新区")));
        assertTrue(first(NameQuestion.of("浦东新区", Link.Kind.REGION)).certain());
        assertEquals("zone/shanghaipudongxinqu", firstId(NameQuestion.of("浦东新区", Link.Kind.ZONE)));
        assertEquals("nothing", firstId(NameQuestion.of("苏州高新区", Link.Kind.REGION)));
    }

    @Test
    void whatHasEndedIsNamedWithWhatTookItOver() {
        List<NameMatch> found = SEARCH.find(NameQuestion.of("江苏省吴江市", Link.Kind.REGION), 9);
        assertEquals("region/320584", found.get(0).entity().id());
        assertEquals("region/320509", found.get(1).entity().id());
        assertEquals(NameMatch.Reason.SUCCESSOR, found.get(1).reason());
        assertFalse(found.get(1).certain());
        assertEquals("region/320509", firstId(NameQuestion.of("吴江", Link.Kind.REGION)));
        assertEquals("region/420600", firstId(NameQuestion.of("襄樊", Link.Kind.REGION)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", value = { "贵州茅台|600519.SH", "600519|600519.SH", "SH600519|600519.SH",
            "600519.sh|600519.SH", "贵州茅台酒股份有限公司|600519.SH", "贵州茅苔酒股份有限公司|600519.SH", "贵州茅台酒有限公司|600519.SH",
            "平安银行|000001.SZ" })
    void companiesAreFoundByNameAndTicker(String written, String ticker) {
        assertEquals("org/" + ticker, firstId(NameQuestion.of(written, Link.Kind.ORGANISATION)));
    }

    @ParameterizedTest
    @CsvSource({ "東南大學,东南大学", "北大,北京大学", "4111010001,北京大学", "Ｔｓｉｎｇｈｕａ,", "国家发改委,国家发展和改革委员会",
            "湖西师范大学,", "云湖大学,", "云湖科技股份有限公司," })
    void organisationsAreFoundByTheirNames(String written, String label) {
        List<NameMatch> found = SEARCH.find(NameQuestion.of(written, Link.Kind.ORGANISATION), 3).stream()
                .filter(m -> m.score() >= BELIEVED).toList();
        assertEquals(label == null ? "nothing" : label,
                found.isEmpty() ? "nothing" : found.get(0).entity().label());
    }

    @ParameterizedTest
    @ValueSource(strings = { "新区", "东方", "平安", "开发区", "大学", "集团", "人大" })
    void anOrdinaryWordIsNeverCertain(String word) {
        List<NameMatch> found = SEARCH.find(NameQuestion.of(word), 9);
        assertTrue(found.stream().noneMatch(NameMatch::certain), found::toString);
    }

    @Test
    void aCodeDecidesUnlessTheNameSaysAnother() {
        NameMatch code = first(NameQuestion.of("鼓楼区", Link.Kind.REGION).withCode("350102"));
        assertEquals("region/350102", code.entity().id());
        assertTrue(code.certain());
        assertTrue(first(NameQuestion.of("", Link.Kind.REGION).withCode("CN-JS")).certain());
        List<NameMatch> conflict = SEARCH.find(NameQuestion.of("苏州市", Link.Kind.REGION).withCode("320100"), 9);
        assertTrue(conflict.size() >= 2 && conflict.stream().noneMatch(NameMatch::certain), conflict::toString);
        assertTrue(first(NameQuestion.of("苏洲市", Link.Kind.REGION).withCode("320500.0")).certain());
    }

    @ParameterizedTest
    @ValueSource(strings = { "PAB", "A-17", "sz", "00017", "" })
    void aCodeOfTheTablesOwnContradictsNothing(String code) {
        NameMatch bank = first(NameQuestion.of("平安银行", Link.Kind.ORGANISATION).withCode(code));
        assertEquals("org/000001.SZ", bank.entity().id());
        assertTrue(bank.certain() && bank.identifier().isEmpty(), bank::toString);
        assertTrue(first(NameQuestion.of("平安银行", Link.Kind.ORGANISATION).withCode("000001.SZ")).certain());
        assertFalse(first(NameQuestion.of("平安银行", Link.Kind.ORGANISATION).withCode("600519.SH")).certain());
        assertFalse(first(NameQuestion.of("苏州市", Link.Kind.REGION).withCode("320599")).certain());
    }

    @Test
    void aSlipIsNeverCertain() throws IOException {
        for (Row row : rows()) {
            SEARCH.find(row.question(), 9).stream().filter(NameMatch::certain)
                    .forEach(m -> assertTrue(m.reason().exact(), row + ": " + m));
        }
        assertEquals(NameMatch.Reason.MISHEARD, first(NameQuestion.of("苏洲市", Link.Kind.REGION)).reason());
        assertEquals(NameMatch.Reason.MISSPELT, first(NameQuestion.of("毫州市", Link.Kind.REGION)).reason());
        assertFalse(first(NameQuestion.of("苏洲市", Link.Kind.REGION)).certain());
    }

    @Test
    void everyFullNameAndEveryCodeFindsItsOwn() {
        List<String> lost = new ArrayList<>();
        for (Entity entity : SEARCH.entities()) {
            if (SEARCH.find(NameQuestion.of(entity.label()), 99).stream().noneMatch(m -> m.entity().equals(entity))) {
                lost.add(entity.label());
            }
            assertEquals(entity.id(), firstId(NameQuestion.of(entity.id())));
            entity.identifiers().forEach(i -> assertEquals(entity.id(), firstId(NameQuestion.of(i.value()))));
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void anotherSearchOverTheSameFindsTheSame() throws IOException {
        NameSearch again = NameSearch.of(Gazetteer.load());
        for (Row row : rows()) {
            assertEquals(SEARCH.find(row.question(), 99), again.find(row.question(), 99));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "·", "市", "省市县区", "\u0000", "\ud800", "苏", "中国", "中国中国中国" })
    void whatIsNoNameDoesNoHarm(String written) {
        assertTrue(SEARCH.find(NameQuestion.of(written), 9).stream()
                .noneMatch(m -> m.certain() && m.reason() != NameMatch.Reason.SHORT_NAME), written);
    }

    @Test
    void longNamesAreLookedAtInTime() {
        for (String part : List.of("江苏苏州", "大理大理市大理州", "吉林", "苏洲")) {
            String chain = part.repeat(200);
            for (int length : new int[]{ 16, 30, 60, 120, NameSearch.LONGEST, chain.length() }) {
                String name = chain.substring(0, length);
                assertTimeout(Duration.ofSeconds(5),
                        () -> assertEquals(List.of(), SEARCH.find(NameQuestion.of(name), 9)), name);
            }
        }
    }

    @Test
    void organisationsFromElsewhereAreFoundToo() {
        Entity known = Entity.organisation("org/0011223344556677", "云湖智造装备有限公司", List.of("云湖智造"),
                List.of(new Identifier(Identifier.Scheme.CREDIT_CODE, "91350100M000100Y43")));
        NameSearch search = NameSearch.of(Gazetteer.load(), List.of(known));
        assertEquals(known, search.find(NameQuestion.of("雲湖智造"), 1).get(0).entity());
        assertTrue(search.find(NameQuestion.of("云湖智造装备有限公司"), 1).get(0).certain());
        assertEquals(known, search.find(NameQuestion.of("91350100m000100y43"), 1).get(0).entity());
    }

    @ParameterizedTest
    @CsvSource({ "91350100M000100Y43,true", "91350100M000100Y44,false", "91350100M000100Y4,false",
            "9135010OM000100Y43,false" })
    void theCheckCharacterOfACreditCodeCounts(String code, boolean right) {
        assertEquals(right, Identifier.isCreditCode(code));
    }
}
