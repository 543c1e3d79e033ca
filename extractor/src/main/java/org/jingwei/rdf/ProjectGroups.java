package org.jingwei.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jingwei.fact.Fact;
import org.jingwei.quantity.Bound;

/**
 * Writes groups of projects: 92个项目 of an event is one node with a count, never 92 projects. The projects that the
 * article lists for the event, or for an event that is part of it, are its members, so that nobody adds them to it.
 */
final class ProjectGroups {
    private record Group(String id, Fact.Number count, Node node) {}

    private final Sheet sheet;
    private final List<Fact> facts;
    private final Map<String, List<Group>> groups = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();

    ProjectGroups(Sheet sheet, List<Fact> facts) {
        this.sheet = sheet;
        this.facts = facts;
        Set<String> events = new HashSet<>();
        int number = 0;
        for (Fact fact : facts) {
            if (fact instanceof Fact.Event event) {
                events.add(event.id());
                event.parent().ifPresent(parent -> parents.put(event.id(), parent));
            }
        }
        for (Fact fact : facts) {
            if (fact instanceof Fact.Number count) {
                number++;
                if (events.contains(count.of()) && count.what().contains("项目") && count.unit().matches("个|项|")) {
                    groups.computeIfAbsent(count.of(), id -> new ArrayList<>())
                            .add(new Group("c" + number, count, sheet.local("group", "c" + number)));
                }
            }
        }
    }

    void write() {
        Map<Group, Set<Node>> members = members();
        groups.values().stream().flatMap(List::stream).forEach(group -> {
            Node event = sheet.local("event", group.count.of());
            sheet.type(group.node, "ProjectGroup");
            sheet.fact(group.node, Ns.schema("name"), Literals.simplified(group.count.what()));
            sheet.fact(group.node, "size", sheet.local("count", group.id));
            sheet.fact(event, "eventObject", group.node);
            Set<Node> listed = members.get(group);
            boolean alone = groups.get(group.count.of()).size() == 1;
            int compared = BigDecimal.valueOf(listed.size()).compareTo(group.count.value());
            if (compared > 0 && group.count.bound() != Bound.OVER) {
                return; // more projects listed than counted: which of them are meant is not known
            }
            for (Node member : listed) {
                sheet.fact(member, "inGroup", group.node);
                sheet.fact(member, "inferred", sheet.term("inGroup"));
            }
            if (alone) {
                String extent = listed.isEmpty()
                        ? "NONE"
                        : compared == 0 && group.count.bound() == Bound.EXACT ? "ALL" : "SOME";
                sheet.fact(group.node, "enumeration", sheet.iris.code("enumeration", extent));
            }
        });
    }

    private Map<Group, Set<Node>> members() {
        Map<Group, Set<Node>> members = new LinkedHashMap<>();
        groups.values().stream().flatMap(List::stream).forEach(group -> members.put(group, new HashSet<>()));
        for (Fact fact : facts) {
            if (fact instanceof Fact.Project project && project.event().isPresent()) {
                for (String event : upwards(project.event().get())) {
                    only(event).filter(group -> matches(group.count.what(), project.phase()))
                            .ifPresent(group -> members.get(group).add(sheet.local("project", project.id())));
                }
            }
        }
        return members;
    }

    /** The group of an event that has just one: of two, it is not said which a project belongs to. */
    private Optional<Group> only(String event) {
        List<Group> of = groups.getOrDefault(event, List.of());
        return of.size() == 1 ? Optional.of(of.getFirst()) : Optional.empty();
    }

    private static boolean matches(String what, Fact.Phase phase) {
        return (!what.contains("签约") || phase == Fact.Phase.SIGNED)
                && (!what.contains("开工") || phase == Fact.Phase.STARTED);
    }

    private List<String> upwards(String event) {
        List<String> path = new ArrayList<>();
        for (String at = event; at != null && !path.contains(at); at = parents.get(at)) {
            path.add(at);
        }
        return path;
    }
}
