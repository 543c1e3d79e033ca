package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * ORGANISATION TITLE PERSON: who holds which title where. Of several titles (甲市副市长、乙区党工委书记) each is a role; one
 * without an organisation of its own has that of the title in front of it, or of the place whose office it is.
 */
final class RoleReader {
    /** How far in front of a person the titles may start. */
    private static final int REACH = 60;
    private static final String STOPS = "，。；：！？!?“”\n";
    private static final Cue JOINS = Cue.of("[、兼]$");
    private static final Pattern FORMER = Pattern.compile("(?<![目日此之以])(?:原|前任?)$");
    /** 市委书记, 代市长: the character says of a place of which level. */
    private static final Pattern LEVEL = Pattern
            .compile("^(?:原|前)?(?:常务)?[副代]?(?:([省市县区州盟旗镇乡])[长委]|地委)|^(?:行署)?副?专员$");
    /** Titles that only companies give: behind words of theirs, of the company that the paragraph is about. */
    private static final Pattern OF_COMPANY = Pattern
            .compile("(?:常务|执行)?副?(?:董事长|总经理|总裁)|首席[执技财运][行术务营]官|总工程师|(?:销售|生产|技术|市场|运营|财务)总监");
    /** What stands between an organisation and a title: its department or the trade somebody is an expert for. */
    private static final Pattern DEPARTMENT = Pattern
            .compile("[\\u4e00-\\u9fff]{1,7}(?:[处科部室组]|事业部|办公室|行业|区)|中国区|大中华区|生产|销售|技术|市场|运营|财务|质量|研发|行政|商务|人事");
    /** What stands in front of a title and says no more of it. */
    private static final Pattern NOTHING = Pattern.compile("[^，。；、兼]{0,8}");

    private final Pattern title = Pattern.compile("(?:" + String.join("|", Words.lines("titles.txt").stream()
            .sorted(Comparator.comparingInt((String t) -> -t.length()).thenComparing(t -> t)).toList()) + ")$");

    /** Whose title it is, and where that is said. */
    private record Holder(String name, Span span) {}

    /** One title of a person; {@code bare} when nothing stands in front of it but other titles. */
    private record Held(Span span, String title, Optional<NameMention> holder, boolean bare) {}

    List<Fact.Role> read(Scene scene) {
        Map<String, List<Fact.Role>> roles = new LinkedHashMap<>();
        var offices = new ArrayList<Holder>();
        int sentence = -1;
        for (NameMention person : scene.names()) {
            if (person.type() != Type.PERSON) {
                continue;
            }
            int now = scene.clauseOf(person.span()).map(Clause::sentence).orElse(-1);
            if (now != sentence) {
                offices.clear();
                sentence = now;
            }
            List<Fact.Role> read = before(scene, person, offices);
            // what was said first of a person is said best
            roles.merge(person.full(), read, (known, later) -> known.isEmpty() ? later : known);
        }
        return roles.values().stream().flatMap(List::stream).toList();
    }

    private List<Fact.Role> before(Scene scene, NameMention person, List<Holder> offices) {
        List<Held> titles = titles(scene, person);
        var roles = new ArrayList<Fact.Role>();
        Optional<Holder> last = Optional.empty();
        for (Held held : titles) {
            Optional<Holder> holder = held.holder.map(h -> new Holder(name(h, held.title), h.span()));
            if (holder.isEmpty() && held.bare) {
                Optional<String> level = level(held.title);
                holder = level.isPresent()
                        ? ofLevel(scene, level.get(), last, offices)
                        : last;
            }
            last = holder;
            holder.ifPresent(offices::add);
            var spans = new ArrayList<Span>();
            spans.add(new Span(held.span.start(), person.span().end()));
            holder.ifPresent(h -> spans.add(h.span()));
            roles.add(new Fact.Role(person.full(), held.title,
                    holder.map(h -> placeOf(scene, h.name(), held.title)),
                    new Evidence(spans, "title before person", Grounds.ROLE)));
        }
        return roles;
    }

    /** The titles in front of a person, in text order; empty when there is none. */
    private List<Held> titles(Scene scene, NameMention person) {
        int end = person.span().start();
        int from = end;
        while (from > 0 && end - from < REACH && STOPS.indexOf(scene.text().charAt(from - 1)) < 0) {
            from--;
        }
        var titles = new ArrayList<Held>();
        while (end > from) {
            String left = scene.text().substring(from, end).replaceFirst("\\s+$", "");
            int to = from + left.length();
            Matcher m = title.matcher(left);
            if (!m.find()) {
                break;
            }
            int start = from + m.start() - former(scene, from + m.start());
            Held held = held(scene, from, new Span(start, to));
            titles.add(held);
            int begin = held.bare ? held.span.start() : start;
            if (!held.bare || begin <= from || !JOINS.in(scene.text().substring(from, begin))) {
                int own = held.holder.map(h -> h.span().start()).orElse(begin);
                if (own <= from || own > start || scene.text().charAt(own - 1) != '、') {
                    break;
                }
                begin = own;
            }
            end = begin - 1;
        }
        return titles.reversed();
    }

    private static Held held(Scene scene, int from, Span title) {
        Optional<NameMention> holder = scene.names().stream().filter(n -> n.type() != Type.PERSON)
                .filter(n -> n.span().start() >= from && n.span().end() <= title.end()
                        && n.span().end() >= title.start() - 10 && !salesRegion(scene, n))
                .filter(n -> NOTHING.matcher(scene.between(n.span().end(), title.start())).matches()
                        || DEPARTMENT.matcher(scene.between(n.span().end(), title.start())).matches())
                .max(Comparator.comparing((NameMention n) -> n.span().end()));
        if (holder.isPresent()) {
            int end = holder.get().span().end();
            boolean department = DEPARTMENT.matcher(scene.between(end, title.start())).matches();
            return new Held(title, scene.of(department ? new Span(end, title.end()) : title), holder, false);
        }
        // 公司生产总监, 该行副行长, 新寨村村支书: what the words from the mark to the title stand for
        int mark = Math.max(from, Math.max(scene.text().lastIndexOf('、', title.start() - 1),
                scene.text().lastIndexOf('兼', title.start() - 1)) + 1);
        String words = scene.between(mark, title.start());
        if (words.isEmpty()) {
            boolean company = mark == from && OF_COMPANY.matcher(scene.of(title)).matches();
            return new Held(title, scene.of(title),
                    company ? Referents.companyOfParagraph(scene, mark) : Optional.empty(), true);
        }
        for (int to = title.start(); to > mark; to--) {
            String rest = scene.between(to, title.start());
            Optional<NameMention> meant = rest.isEmpty() || DEPARTMENT.matcher(rest).matches()
                    ? Referents.of(scene, scene.between(mark, to), mark)
                    : Optional.empty();
            if (meant.isPresent()) {
                return new Held(title, scene.of(new Span(to, title.end())), meant, false);
            }
        }
        boolean own = DEPARTMENT.matcher(words).matches();
        return new Held(title, scene.of(title), pointed(scene, title.start()).or(() -> tail(scene, words, mark)),
                own && words.length() <= 2);
    }

    /** 该区区长 behind other words. */
    private static Optional<NameMention> pointed(Scene scene, int title) {
        return Referents.of(scene, scene.between(Math.max(0, title - 2), title), title);
    }

    /** 新寨村村支书 where a chain that ends so was named before. */
    private static Optional<NameMention> tail(Scene scene, String words, int at) {
        return words.length() < 3 || !words.matches(".*[村镇乡县区]|.*(?:街道|社区)")
                ? Optional.empty()
                : scene.names().stream().filter(n -> n.type() == Type.PLACE && n.span().end() <= at)
                        .filter(n -> n.full().endsWith(words)).reduce((a, b) -> b);
    }

    private static Optional<String> level(String title) {
        Matcher m = LEVEL.matcher(title);
        return m.find() ? Optional.of(m.group(1) == null ? "地区" : m.group(1)) : Optional.empty();
    }

    /** 西北区负责人: a company's region is no place whose office it is. */
    private static boolean salesRegion(Scene scene, NameMention name) {
        return scene.justBehind(name.span(), 1).equals("区") && !name.name().endsWith("区");
    }

    /** 塔城地委 is the body of a prefecture, not of the city of this name. */
    private static String name(NameMention holder, String title) {
        return holder.type() == Type.PLACE && title.startsWith("地委") && !holder.name().endsWith("地区")
                ? holder.name() + "地委"
                : holder.full();
    }

    /**
     * The place of a level whose office somebody holds: that of the title in front, of an officer named before in the
     * sentence, or the place that opens the headline.
     */
    private static Optional<Holder> ofLevel(Scene scene, String level, Optional<Holder> last, List<Holder> offices) {
        return last.filter(h -> isOf(h.name(), level))
                .or(() -> offices.stream().filter(h -> isOf(h.name(), level)).reduce((a, b) -> b))
                .or(() -> scene.names().stream().findFirst()
                        .filter(n -> n.type() == Type.PLACE && isOf(n.full(), level))
                        .filter(n -> scene.clauses().getFirst().headline()
                                && n.span().start() == scene.clauses().getFirst().span().start())
                        .map(n -> new Holder(n.full(), n.span())));
    }

    private static boolean isOf(String holder, String level) {
        String place = holder.replaceFirst("委$", "");
        return place.endsWith(level) || level.equals("地区") && place.endsWith("地");
    }

    /** 甲市委 is the body of 甲市, whose mayor is the city's; its secretary is its own. */
    private static String placeOf(Scene scene, String holder, String title) {
        if (!holder.endsWith("委") || title.contains("委") || level(title).isEmpty()) {
            return holder;
        }
        String place = holder.substring(0, holder.length() - 1) + (holder.endsWith("地委") ? "区" : "");
        return scene.names().stream().filter(n -> n.type() == Type.PLACE).map(NameMention::full)
                .filter(p -> p.endsWith(place)).findFirst().orElse(place);
    }

    /** 原主任, 前市长: how many characters say that somebody holds the office no longer; 太原市长 does. */
    private static int former(Scene scene, int title) {
        Matcher m = FORMER.matcher(scene.text().substring(Math.max(0, title - 3), title));
        return m.find() && scene.names().stream().noneMatch(n -> n.span().start() < title && n.span().end() > title - 1)
                ? m.group().length()
                : 0;
    }
}
