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

    private static final Pattern FORMER = Pattern.compile("(?<![目日此之以])(?:原|前任?)$");

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
        int titleStart = from + m.start() - former(scene, from + m.start());
        Optional<NameMention> holder = scene.names().stream().filter(n -> n.type() != Type.PERSON)
                .filter(n -> n.span().end() <= person.span().start() && n.span().end() >= titleStart - 8)
                .filter(n -> scene.text().substring(n.span().end(), Math.max(n.span().end(), titleStart))
                        .matches("[^，。；、]*"))
                .max(Comparator.comparing((NameMention n) -> n.span().end()))
                .or(() -> ofThis(scene, titleStart));
        String title = scene.text().substring(titleStart, from + m.end()).replaceAll("[、，兼]$", "");
        var spans = new ArrayList<Span>();
        spans.add(new Span(titleStart, person.span().end()));
        holder.ifPresent(h -> spans.add(h.span()));
        return Optional.of(new Fact.Role(person.full(), title, holder.map(NameMention::full),
                new Evidence(spans, "title before person", Grounds.ROLE)));
    }

    /** 原主任, 前市长: how many characters say that somebody holds the office no longer; 太原市长 does. */
    private static int former(Scene scene, int title) {
        Matcher m = FORMER.matcher(scene.text().substring(Math.max(0, title - 3), title));
        return m.find() && scene.names().stream().noneMatch(n -> n.span().start() < title && n.span().end() > title - 1)
                ? m.group().length()
                : 0;
    }

    /** 该区区长: of the place of this level that was named last. */
    private static Optional<NameMention> ofThis(Scene scene, int title) {
        String left = scene.text().substring(Math.max(0, title - 2), title);
        return left.matches("[该本我][省市县区州]")
                ? scene.names().stream().filter(n -> n.type() == Type.PLACE && n.span().end() < title)
                        .filter(n -> n.full().endsWith(left.substring(1)))
                        .max(Comparator.comparing((NameMention n) -> n.span().end()))
                : Optional.empty();
    }
}
