package org.jingwei.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.bench.LinkScore;
import org.jingwei.bench.NameScore;
import org.jingwei.fact.Evidence;
import org.jingwei.fact.Fact;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkerTest {
    private static Gazetteer gazetteer;

    @BeforeAll
    static void load() {
        gazetteer = Gazetteer.load();
    }

    private static Fact name(String name, Type type) {
        return new Fact.Name(name, type, EVIDENCE);
    }

    private static final Evidence EVIDENCE = new Evidence(List.of(new Span(0, 1)), "test", 1.0);

    private static Links links(Fact... facts) {
        return new Linker(gazetteer).links(NameScore.article("t", null, "无"), List.of(facts));
    }

    static Stream<String> corpus() throws IOException {
        try (var in = LinkerTest.class.getResourceAsStream("/corpora/link.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        }
    }

    private static final Pattern MARK = Pattern.compile("\\[([^\\]]+)]|\\{([^}]+)}");

    @ParameterizedTest
    @MethodSource("corpus")
    void namesMeanWhatTheCorpusSays(String row) {
        String[] cells = row.split("\t");
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        Links links = read(cells[0], cells.length > 2 ? Optional.of(LocalDate.parse(cells[2])) : Optional.empty(),
                cells.length > 3 ? Optional.of(cells[3]) : Optional.empty());
        for (String pair : cells[1].split(" ")) {
            String name = pair.substring(0, pair.indexOf('='));
            expected.put(name, pair.substring(pair.indexOf('=') + 1));
            found.put(name, switch (links.of(name)) {
                case Link.Linked linked -> linked.thing().id();
                case Link.Ambiguous ambiguous -> "ambiguous";
                case Link.Within(Link.Thing around, String why) -> "in:" + around.id();
                case Link.Unlinked unlinked -> "none";
            });
        }
        assertEquals(expected, found, row);
    }

    /** The links of a text with its [places] and {organisations} marked. */
    private static Links read(String marked, Optional<LocalDate> published, Optional<String> publisher) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        Map<String, Type> types = new LinkedHashMap<>();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            mark.appendReplacement(text, "");
            String name = mark.group(1) == null ? mark.group(2) : mark.group(1);
            types.put(name, mark.group(1) == null ? Type.ORG : Type.PLACE);
            spans.computeIfAbsent(name, k -> new ArrayList<>())
                    .add(new Span(text.length(), text.length() + name.length()));
            text.append(name);
        }
        mark.appendTail(text);
        List<Fact> facts = new ArrayList<>();
        spans.forEach((name, at) -> facts.add(new Fact.Name(name, types.get(name), new Evidence(at, "test", 1.0))));
        return new Linker(gazetteer).links(
                LinkScore.dated(NameScore.article("t", null, text.toString()), published, publisher), facts);
    }

    @Test
    void aPlaceIsNeverAnOrganisationOfTheSameName() {
        var place = assertInstanceOf(Link.Linked.class, links(name("连云港", Type.PLACE)).of("连云港"));
        assertEquals("region/320700", place.thing().id());
        assertInstanceOf(Link.Ambiguous.class, links(name("连云港", Type.ORG)).of("连云港"));
    }

    @Test
    void namesOfOneOrganisationHaveOneIdentifier() {
        Links links = links(name("工商银行", Type.ORG), name("中国工商银行股份有限公司", Type.ORG), name("云澜(无锡)公司", Type.ORG),
                name("云澜（无锡）公司", Type.ORG));
        assertEquals(id(links, "工商银行"), id(links, "中国工商银行股份有限公司"));
        assertEquals(id(links, "云澜(无锡)公司"), id(links, "云澜（无锡）公司"));
        assertTrue(id(links, "云澜(无锡)公司").matches("org/[0-9a-f]{16}"));
    }

    private static String id(Links links, String name) {
        return assertInstanceOf(Link.Linked.class, links.of(name)).thing().id();
    }

    @Test
    void personsAreNotLinkedAndNamesOfNoFactAreRefused() {
        Links links = links(name("罗启明", Type.PERSON));
        assertInstanceOf(Link.Unlinked.class, links.of("罗启明"));
        assertThrows(IllegalArgumentException.class, () -> links.of("别人"));
    }

    @Test
    void bodiesOfLocalGovernmentsHaveOneIdentifier() {
        Links links = links(name("江苏省商务厅", Type.ORG), name("江苏商务厅", Type.ORG), name("省商务厅", Type.ORG),
                name("市政府", Type.ORG), name("苏州市人民政府", Type.ORG), name("苏州市政府", Type.ORG),
                name("国家税务总局苏州市税务局", Type.ORG), name("苏州市税务局", Type.ORG), name("江苏省", Type.PLACE));
        assertEquals(Gazetteer.named("江苏省商务厅").id(), id(links, "江苏省商务厅"));
        assertEquals(id(links, "江苏省商务厅"), id(links, "江苏商务厅"));
        assertEquals(id(links, "江苏省商务厅"), id(links, "省商务厅"));
        assertEquals(id(links, "苏州市人民政府"), id(links, "苏州市政府"));
        assertEquals(id(links, "国家税务总局苏州市税务局"), id(links, "苏州市税务局"));
        assertEquals(new Link.Ambiguous(List.of()), links.of("市政府"), "no city is named");
    }

    @Test
    void linksDoNotDependOnTheOrderOfFactsOrOnWhoElseReads() throws Exception {
        List<Fact> facts = new ArrayList<>();
        for (String place : List.of("南京市", "鼓楼区", "昆山高新区", "吴江", "朝阳", "苏州", "高新区", "长三角")) {
            facts.add(name(place, Type.PLACE));
        }
        Map<String, Link> once = links(facts.toArray(Fact[]::new)).all();
        Collections.reverse(facts);
        assertEquals(once, links(facts.toArray(Fact[]::new)).all());
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<Map<String, Link>>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(pool.submit(() -> links(facts.toArray(Fact[]::new)).all()));
            }
            for (Future<Map<String, Link>> one : all) {
                assertEquals(once, one.get());
            }
        }
    }
}
