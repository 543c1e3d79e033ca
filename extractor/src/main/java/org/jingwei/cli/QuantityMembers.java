package org.jingwei.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Count;
import org.jingwei.quantity.Duration;
import org.jingwei.quantity.Measure;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;

/** A quantity as values that JSON knows. {@code inferred} names what the text does not state itself. */
final class QuantityMembers {
    private QuantityMembers() {}

    static Map<String, Object> of(Quantity quantity) {
        var members = new LinkedHashMap<String, Object>();
        switch (quantity) {
            case Amount amount -> {
                members.put("kind", "AMOUNT");
                members.put("value", amount.value());
                members.put("unit", amount.currency());
                members.put("bound", amount.bound().name());
                members.put("inferred", amount.currencyStated() ? List.of() : List.of("currency"));
            }
            case Count count -> numbered(members, "COUNT", count);
            case Measure measure -> {
                numbered(members, "MEASURE", measure);
                measure.qudt().map(URI::toString).ifPresent(iri -> members.put("qudt", iri));
            }
            case Duration duration -> numbered(members, "DURATION", duration);
            case Rate rate -> {
                members.put("kind", "RATE");
                members.put("rate", rate.kind().name());
                members.put("value", rate.value());
                members.put("unit", rate.unit().sign());
                members.put("bound", rate.bound().name());
                members.put("inferred", List.of());
            }
            case Period period -> {
                members.put("kind", "PERIOD");
                members.put("notation", period.notation());
                members.put("pointInTime", period.pointInTime());
                members.put("inferred", parts(period.supplied()));
            }
            case Occasion occasion -> {
                members.put("kind", "OCCASION");
                members.put("notation", occasion.notation());
                occasion.day().ifPresent(day -> members.put("day", day.toString()));
                members.put("inferred", parts(occasion.supplied()));
            }
        }
        return members;
    }

    private static void numbered(Map<String, Object> members, String kind, Numbered number) {
        members.put("kind", kind);
        members.put("value", number.value());
        members.put("unit", number.unit());
        members.put("bound", number.bound().name());
        members.put("inferred", List.of());
    }

    private static List<String> parts(Set<Period.Part> supplied) {
        return supplied.stream().sorted().map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
    }
}
