package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** ORGANISATION TITLE PERSON: who holds which title where. */
final class RoleReader {
    private final Pattern titles = Pattern.compile("((?:" + String.join("|", Words.lines("titles.txt").stream()
            .sorted(Comparator.comparingInt((String t) -> -t.length()).thenComparing(t -> t)).toList())
            + ")(?:、|兼|，)?)+$");

    List<Fact.Role> read(Scene scene) {
        var roles = new LinkedHashMap<String, Fact.Role>();
        for (NameMention person : scene.names()) {
            if (person.type() == Type.PERSON) {
                before(scene, person).ifPresent(role -> roles.putIfAbsent(role.person(), role));
            }
        }
        return List.copyOf(roles.values());
    }

    private Optional<Fact.Role> before(Scene scene, NameMention person) {
        int from = Math.max(0, person.span().start() - 40);
        String left = scene.text().substring(from, person.span().start());
        Matcher m = titles.matcher(left);
        if (!m.find()) {
            return Optional.empty();
        }
        int titleStart = from + m.start();
        Optional<NameMention> holder = scene.names().stream().filter(n -> n.type() != Type.PERSON)
                .filter(n -> n.span().end() <= person.span().start() && n.span().end() >= titleStart - 8)
                .filter(n -> scene.text().substring(n.span().end(), Math.max(n.span().end(), titleStart))
                        .matches("[^，。；、]*"))
                .max(Comparator.comparing((NameMention n) -> n.span().end()));
        String title = m.group().replaceAll("[、，兼]$", "");
        var spans = new ArrayList<Span>();
        spans.add(new Span(titleStart, person.span().end()));
        holder.ifPresent(h -> spans.add(h.span()));
        return Optional.of(new Fact.Role(person.full(), title, holder.map(NameMention::full),
                new Evidence(spans, "title before person", Grounds.ROLE)));
    }
}
