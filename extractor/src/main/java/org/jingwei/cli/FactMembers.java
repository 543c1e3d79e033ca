package org.jingwei.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact;
import org.jingwei.quantity.Bound;
import org.jingwei.fact.Status;

/**
 * A fact as values that JSON knows: {@code type}, its members by the names that the flat form gives them, codes as in
 * the code lists. {@code inferred} names the members that context supplied or convention, as the graph marks them. What
 * is absent has no member.
 */
final class FactMembers {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final Map<String, Object> members = new LinkedHashMap<>();
    private final List<String> inferred = new ArrayList<>();

    private FactMembers() {}

    static Map<String, Object> of(Fact fact) {
        var fields = new FactMembers();
        fields.write(fact);
        fields.members.put("inferred", List.copyOf(fields.inferred));
        return fields.members;
    }

    private void write(Fact fact) {
        switch (fact) {
            case Fact.Name name -> {
                members.put("type", "NAME");
                members.put("kind", name.type().name());
                members.put("name", name.name());
            }
            case Fact.Event event -> {
                members.put("type", "EVENT");
                members.put("id", event.id());
                members.put("eventType", event.type().name());
                members.put("trigger", event.trigger());
                members.put("name", event.name());
                event.date().ifPresent(date -> dated("date", date, event.dateInferred()));
                members.put("places", event.places());
                members.put("participants", event.participants());
                event.parent().ifPresent(parent -> members.put("parent", parent));
                members.put("status", event.status().name());
            }
            case Fact.Project project -> {
                members.put("type", "PROJECT");
                members.put("id", project.id());
                members.put("name", project.name());
                members.put("investors", project.investors());
                members.put("places", project.places());
                members.put("phase", project.phase().name());
                project.event().ifPresent(event -> members.put("event", event));
            }
            case Fact.Money money -> {
                members.put("type", "AMOUNT");
                members.put("of", money.of());
                members.put("role", money.role().name());
                members.put("value", money.value());
                members.put("currency", money.currency());
                if (!money.currencyStated()) {
                    inferred.add("currency");
                }
                stated(money.bound(), money.status(), money.text());
            }
            case Fact.Number number -> {
                members.put("type", "COUNT");
                members.put("of", number.of());
                members.put("what", number.what());
                members.put("value", number.value());
                members.put("unit", number.unit());
                stated(number.bound(), number.status(), number.text());
            }
            case Fact.Indicator indicator -> indicator(indicator);
            case Fact.Role role -> {
                members.put("type", "ROLE");
                members.put("person", role.person());
                members.put("title", role.title());
                role.organisation().ifPresent(organisation -> members.put("organisation", organisation));
            }
            case Fact.Cooperation cooperation -> {
                members.put("type", "COOPERATION");
                members.put("parties", cooperation.parties());
                cooperation.object().ifPresent(object -> members.put("object", object));
            }
            case Fact.Designation designation -> {
                members.put("type", "DESIGNATION");
                members.put("designee", designation.designee());
                members.put("title", designation.title());
                designation.by().ifPresent(by -> members.put("by", by));
                designation.date().ifPresent(date -> dated("date", date, designation.dateInferred()));
            }
            case Fact.Quotation quotation -> {
                members.put("type", "QUOTATION");
                members.put("speaker", quotation.speaker());
                members.put("quoted", quotation.words());
            }
            case Fact.Discarded discarded -> {
                members.put("type", "DISCARDED");
                members.put("text", discarded.text());
                members.put("reason", discarded.reason());
            }
        }
    }

    private void indicator(Fact.Indicator indicator) {
        members.put("type", "INDICATOR");
        members.put("region", indicator.region());
        members.put("indicator", indicator.indicator());
        members.put("measure", indicator.measure().name());
        members.put("value", indicator.value());
        members.put("unit", indicator.unit());
        if (!indicator.currencyStated() && CURRENCY.matcher(indicator.unit()).matches()) {
            inferred.add("unit");
        }
        indicator.period().ifPresent(period -> dated("period", period, indicator.periodInferred()));
        indicator.basis().ifPresent(basis -> members.put("basis", basis.name()));
        indicator.of().ifPresent(base -> members.put("of", base));
        stated(indicator.bound(), indicator.status(), indicator.text());
    }

    private void dated(String name, String value, boolean isInferred) {
        members.put(name, value);
        if (isInferred) {
            inferred.add(name);
        }
    }

    private void stated(Bound bound, Status status, String text) {
        members.put("bound", bound.name());
        members.put("status", status.name());
        members.put("text", text);
    }
}
