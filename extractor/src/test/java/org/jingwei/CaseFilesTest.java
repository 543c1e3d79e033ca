package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jingwei.fact.EventType;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;
import org.jingwei.quantity.Bound;
import org.jingwei.text.NameMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases themselves: complete, in the flat format, and at one with their own must and never lists. */
class CaseFilesTest {
    static Stream<Case> cases() throws IOException {
        return Case.all().stream();
    }

    @Test
    void everyKindOfEventAndOfMeasureOccurs() throws IOException {
        var types = EnumSet.noneOf(EventType.class);
        var measures = EnumSet.noneOf(Fact.Measure.class);
        for (Case each : Case.all()) {
            items(each, "events").forEach(event -> types.add(EventType.valueOf(text(event, "type"))));
            items(each, "indicators").forEach(i -> measures.add(Fact.Measure.valueOf(text(i, "measure"))));
        }
        assertEquals(EnumSet.allOf(EventType.class), types);
        assertEquals(EnumSet.allOf(Fact.Measure.class), measures);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void factsAreInTheFlatFormat(Case each) {
        assertEquals(List.of("id", "title", "published", "entities", "events", "projects", "amounts", "counts",
                "indicators", "roles", "cooperations", "notes"), List.copyOf(each.facts().keySet()));
        assertEquals(each.name(), each.facts().get("id"));
        var names = new TreeSet<String>();
        for (Object entity : (List<?>) each.facts().get("entities")) {
            NameMention.Type.valueOf((String) ((List<?>) entity).get(0));
            assertTrue(names.add((String) ((List<?>) entity).get(1)), "twice: " + entity);
        }
        var ids = new ArrayList<Object>();
        items(each, "events").forEach(event -> ids.add(event.get("id")));
        items(each, "projects").forEach(project -> ids.add(project.get("id")));
        assertEquals(new TreeSet<>(ids).size(), ids.size(), "ids are unique");
        for (var event : items(each, "events")) {
            EventType.valueOf(text(event, "type"));
            date(event.get("date"));
            named(names, event, "place", "participants");
            assertTrue(event.get("parent") == null || ids.contains(event.get("parent")), event.toString());
        }
        for (var project : items(each, "projects")) {
            Fact.Phase.valueOf(text(project, "phase"));
            named(names, project, "place", "investors");
            assertTrue(project.get("event") == null || ids.contains(project.get("event")), project.toString());
        }
        for (var amount : items(each, "amounts")) {
            Fact.AmountRole.valueOf(text(amount, "role"));
            assertTrue(text(amount, "currency").matches("[A-Z]{3}"));
            Status.valueOf(text(amount, "status").toUpperCase(Locale.ROOT));
            number(ids, amount);
        }
        items(each, "counts").forEach(count -> number(ids, count));
        for (var indicator : items(each, "indicators")) {
            Fact.Measure.valueOf(text(indicator, "measure"));
            Status.valueOf(text(indicator, "status").toUpperCase(Locale.ROOT));
            Bound.valueOf(text(indicator, "bound"));
            named(names, Map.of("region", List.of(indicator.get("region"))), "region");
            Object period = indicator.get("period");
            assertTrue(period == null || period.toString()
                    .matches("\\d{4}(-(Q[1-4]|H[12]|\\d\\d(-\\d\\d)?))?|\\d{4}(-\\d\\d)?/\\d{4}(-\\d\\d)?"),
                    "" + period);
            assertTrue(indicator.get("value") instanceof Number, indicator.toString());
        }
        for (var cooperation : items(each, "cooperations")) {
            named(names, cooperation, "parties");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatMustBeFoundIsStatedAndWhatMustNotIsNot(Case each) {
        assertEquals(List.of(), each.must().stream().filter(claim -> !claim.in(each.facts())).toList());
        assertEquals(List.of(), each.never().stream().filter(value -> Claim.holds(each.facts(), value)).toList());
        assertTrue(!each.must().isEmpty() || !each.never().isEmpty(), "a case demands something");
    }

    @Test
    void theDemoIsWhatItsIndexSaysAndEveryPageOfItIsACase() throws IOException {
        List<String> index = Files.readAllLines(Case.resource("/demo/index.txt"));
        var files = new TreeSet<String>();
        try (var listing = Files.list(Case.resource("/demo"))) {
            listing.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.txt"))
                    .forEach(files::add);
        }
        assertEquals(files, new TreeSet<>(index));
        var pages = new TreeSet<String>();
        Case.all().forEach(each -> pages.add(each.page().location()));
        assertTrue(pages.containsAll(index), () -> index + " are not all pages of cases");
        assertTrue(index.size() >= 6);
    }

    @Test
    void aClaimNotMadeIsNotFound() {
        var facts = Map.<String, Object>of("counts", List.of(Map.of("value", 58)), "events",
                List.of(Map.of("type", "SIGNING", "date", "2022-09-14")));
        assertTrue(Claim.read("count 58").in(facts));
        assertFalse(Claim.read("count 8").in(facts));
        assertFalse(Claim.read("amount 58 CNY").in(facts));
        assertFalse(Claim.read("event SIGNING -").in(facts));
        assertFalse(Claim.holds(facts, "8"));
    }

    private static void number(List<Object> ids, Map<?, ?> item) {
        Bound.valueOf(text(item, "bound"));
        assertTrue(ids.contains(item.get("of")), item.toString());
        assertTrue(item.get("value") instanceof Number, item.toString());
        assertFalse(text(item, "text").isBlank());
    }

    private static void named(TreeSet<String> names, Map<?, ?> item, String... fields) {
        Arrays.stream(fields).forEach(field -> ((List<?>) item.get(field)).forEach(
                name -> assertTrue(names.contains(name), () -> name + " is not among the names: " + item)));
    }

    private static void date(Object date) {
        assertTrue(date == null || date.toString().matches("\\d{4}(-\\d\\d(-\\d\\d)?)?"), () -> "not a date: " + date);
    }

    private static String text(Map<?, ?> item, String field) {
        return (String) item.get(field);
    }

    private static List<Map<?, ?>> items(Case each, String kind) {
        var items = new ArrayList<Map<?, ?>>();
        ((List<?>) each.facts().get(kind)).forEach(item -> items.add((Map<?, ?>) item));
        return items;
    }
}
