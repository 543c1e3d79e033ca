package org.jingwei.publish;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingwei.link.Link;
import org.jingwei.rdf.Iris;

/** The three types of things that can be reconciled, and the conditions that a query may set. */
final class ReconcileTypes {

    /** @param id the IRI of the class; {@code word} may stand for it in a query */
    record Type(Link.Kind kind, String id, String word, String name, String description) {
        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("id", id);
            json.put("name", name);
            return json;
        }

        Map<String, Object> described() {
            Map<String, Object> json = json();
            json.put("description", description);
            return json;
        }
    }

    /** A condition. {@code other} may stand for its id in a query. */
    enum Property {
        WITHIN("containedInPlace", "parent", "lies in · 所属地区",
                "A region that it lies in: its name, code or id. Nothing is known about where organisations are."),
        CODE("notation", "code", "code · 代码",
                "GB/T 2260 or ISO 3166-2 code of a region; stock exchange ticker, Unified Social Credit Code or code of the Ministry of Education of an organisation."),
        KIND("kind", "level", "level or kind · 级别或类别",
                "province, prefecture or county; kind of a zone, such as high-tech; of an organisation, such as bank, university or company.");

        private final String id;
        private final String other;
        private final String name;
        private final String description;

        Property(String id, String other, String name, String description) {
            this.id = id;
            this.other = other;
            this.name = name;
            this.description = description;
        }

        static Optional<Property> named(String id) {
            for (Property property : values()) {
                if (property.id.equals(id) || property.other.equals(id)) {
                    return Optional.of(property);
                }
            }
            return Optional.empty();
        }

        static List<String> ids() {
            return Arrays.stream(values()).map(p -> p.id).toList();
        }

        String id() {
            return id;
        }

        Map<String, Object> described() {
            var json = new LinkedHashMap<String, Object>();
            json.put("id", id);
            json.put("name", name);
            json.put("description", description);
            return json;
        }
    }

    private final Map<Link.Kind, Type> types = new EnumMap<>(Link.Kind.class);

    ReconcileTypes(Iris iris) {
        for (Type type : List.of(
                new Type(Link.Kind.REGION, iris.term("AdministrativeDivision").getURI(), "region",
                        "Administrative division · 行政区划", "Province, prefecture or county of China, of today or ended"),
                new Type(Link.Kind.ZONE, iris.term("DevelopmentZone").getURI(), "zone", "Development zone · 开发区",
                        "High-tech, economic, bonded, free-trade or new area; never the same as its district"),
                new Type(Link.Kind.ORGANISATION, "https://schema.org/Organization", "organisation",
                        "Organisation · 机构", "Company, university, government body or other organisation"))) {
            types.put(type.kind(), type);
        }
    }

    List<Type> all() {
        return List.copyOf(types.values());
    }

    Type of(Link.Kind kind) {
        return types.get(kind);
    }

    /** The kinds that these ids or words name; those that none has are passed over. */
    Set<Link.Kind> kinds(List<String> ids) {
        var kinds = new LinkedHashSet<Link.Kind>();
        for (Type type : types.values()) {
            if (ids.contains(type.id()) || ids.stream().anyMatch(i -> type.word().equals(i.toLowerCase(Locale.ROOT)))) {
                kinds.add(type.kind());
            }
        }
        return kinds;
    }
}
