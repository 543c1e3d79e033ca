package org.jingwei.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    @ParameterizedTest
    @MethodSource("corpus")
    void placesMeanWhatTheCorpusSays(String row) {
        String[] cells = row.split("\t");
        List<Fact> facts = new ArrayList<>();
        if (!cells[0].equals("-")) {
            for (String other : cells[0].split("\\|")) {
                facts.add(name(other, Type.PLACE));
            }
        }
        facts.add(name(cells[1], Type.PLACE));
        String found = switch (links(facts.toArray(Fact[]::new)).of(cells[1])) {
            case Link.Linked linked -> linked.thing().id();
            case Link.Ambiguous ambiguous -> "ambiguous";
            case Link.Unlinked unlinked -> "none";
        };
        assertEquals(cells[2], found, row);
    }

    @Test
    void aPlaceIsNeverAnOrganisationOfTheSameName() {
        var place = assertInstanceOf(Link.Linked.class, links(name("连云港", Type.PLACE)).of("连云港"));
        assertEquals("region/320700", place.thing().id());
        var port = assertInstanceOf(Link.Linked.class, links(name("连云港", Type.ORG)).of("连云港"));
        assertEquals("org/601008.SH", port.thing().id());
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
    void divisionsFormATreeThatTheirCodesAgreeWith() {
        Map<String, Gazetteer.Division> byCode = new HashMap<>();
        gazetteer.divisions().forEach(d -> assertEquals(null, byCode.put(d.code(), d), d.code() + " twice"));
        for (Gazetteer.Division d : gazetteer.divisions()) {
            assertTrue(d.code().matches("\\d{6}"), d.code());
            if (d.level().equals("province")) {
                assertEquals("", d.parent());
                assertFalse(d.iso3166().isEmpty() || d.wikidata().isEmpty() || d.labelEn().isEmpty(), d.name());
            } else {
                Gazetteer.Division parent = byCode.get(d.parent());
                assertTrue(parent != null && d.code().startsWith(parent.code().replaceAll("(00)+$", "")),
                        d.code() + " " + d.name() + " in " + d.parent());
            }
        }
        assertEquals(34, gazetteer.divisions().stream().filter(d -> d.level().equals("province")).count());
    }

    @Test
    void everyZoneHasItsOwnAsciiSlugAndAHost() {
        Set<String> codes = new HashSet<>();
        gazetteer.divisions().forEach(d -> codes.add(d.code()));
        Set<String> slugs = new HashSet<>();
        for (Gazetteer.Zone zone : gazetteer.zones()) {
            assertTrue(zone.slug().matches("[a-z0-9]+(-[a-z0-9]+)*") && slugs.add(zone.slug()), zone.slug());
            assertTrue(codes.contains(zone.host()), zone.name());
            assertTrue(zone.county().isEmpty() || codes.contains(zone.county()), zone.name());
        }
    }
}
