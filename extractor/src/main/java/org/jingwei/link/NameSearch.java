package org.jingwei.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jingwei.link.Identifier.Scheme;
import org.jingwei.link.NameMatch.Reason;
import org.jingwei.link.NameReadings.Reading;

/**
 * Regions, zones and organisations by what people call them: full, short and former names with or without the larger
 * region in front, traditional characters, one character wrong, codes. The order of what is found depends on the
 * question alone: by score, then by level (吉林 is the province before the city, unless 市 stands behind it), what there
 * is today before what has ended, then by id. Made once, immutable, thread-safe.
 */
public final class NameSearch {
    /** Longest name that is looked at, in UTF-16 units; nothing is called longer. */
    public static final int LONGEST = 200;

    /** A code that goes with one thing beside the name of another: either may be wrong. */
    private static final int AT_ODDS = 65;
    private static final int DOUBTED = 57;
    private static final int CONFIRMED = 72;

    private static final Comparator<NameMatch> BEST_FIRST = Comparator.comparingInt((NameMatch m) -> -m.score())
            .thenComparing(NameMatch::reason).thenComparing(m -> m.entity().ended())
            .thenComparing(m -> -m.entity().until())
            .thenComparing(m -> rank(m.entity())).thenComparing(m -> m.entity().id());

    private final List<Entity> entities;
    private final Map<String, Entity> byId = new HashMap<>();
    private final Map<Identifier, List<Entity>> byIdentifier = new HashMap<>();
    private final NameReadings readings;

    private NameSearch(List<Entity> entities) {
        this.entities = entities;
        for (Entity entity : entities) {
            byId.put(entity.id(), entity);
            entity.identifiers().forEach(i -> byIdentifier.computeIfAbsent(i, k -> new ArrayList<>(1)).add(entity));
        }
        readings = new NameReadings(new NameIndex(entities), this::around);
    }

    /** Over the gazetteer. */
    public static NameSearch of(Gazetteer gazetteer) {
        return of(gazetteer, List.of());
    }

    /**
     * @param others organisations beside those of the gazetteer; one with the id of one that is known already adds its
     *               identifiers to that one
     */
    public static NameSearch of(Gazetteer gazetteer, List<Entity> others) {
        Map<String, Entity> all = new LinkedHashMap<>();
        Entities.of(gazetteer).forEach(e -> all.put(e.id(), e));
        others.forEach(o -> all.merge(o.id(), o, NameSearch::joined));
        return new NameSearch(List.copyOf(all.values()));
    }

    private static Entity joined(Entity known, Entity more) {
        Set<Identifier> identifiers = new LinkedHashSet<>(known.identifiers());
        identifiers.addAll(more.identifiers());
        return new Entity(known.thing(), known.kind(), known.parent(), known.inside(), known.names(),
                List.copyOf(identifiers), known.until(), known.heirs());
    }

    /** All that can be found, in a fixed order. */
    public List<Entity> entities() {
        return entities;
    }

    /** @param id {@code region/320500}, {@code zone/…}, {@code org/…} */
    public Optional<Entity> entity(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * What may be meant, best first.
     *
     * @param most how many at most
     * @return empty when nothing of that name or code is known; an unknown name is never given the nearest known one
     *         at any price
     */
    public List<NameMatch> find(NameQuestion question, int most) {
        String name = question.name().strip();
        if (name.length() > LONGEST) {
            return List.of();
        }
        Scope scope = scope(question.within());
        Map<Entity, Reading> found = new LinkedHashMap<>();
        for (Reading reading : byCode(name)) {
            put(found, reading, question);
        }
        for (NameReadings.Effort effort : NameReadings.Effort.values()) {
            if (found.values().stream().noneMatch(r -> scope.confirms(r.entity()).orElse(true))) {
                for (Reading reading : readings.of(name, effort)) {
                    put(found, reading, question);
                }
            }
        }
        Set<Entity> coded = new LinkedHashSet<>();
        question.codes().forEach(code -> byCode(code.strip()).forEach(r -> coded.add(r.entity())));
        Set<Entity> named = Set.copyOf(found.keySet());
        for (Entity entity : coded) {
            put(found, new Reading(entity, Reason.IDENTIFIER, String.join(" ", question.codes()), false),
                    question);
        }
        heirs(found, question);
        Case asked = new Case(question, scope, coded, named);
        List<NameMatch> matches = found.values().stream().map(asked::match).sorted(BEST_FIRST).toList();
        return asked.decided(matches).stream().limit(most).toList();
    }

    /**
     * What is called by a name that begins so, for those who are still typing: what {@link #find} finds first, then the
     * rest by level, shortest name first.
     *
     * @param kinds as in {@link NameQuestion}
     */
    public List<Entity> startingWith(String beginning, Set<Link.Kind> kinds, int skip, int most) {
        if (beginning.length() > LONGEST) {
            return List.of();
        }
        Set<Entity> found = new LinkedHashSet<>();
        find(new NameQuestion(beginning, kinds, List.of(), "", List.of()), Integer.MAX_VALUE).stream()
                .filter(m -> m.reason().exact()).forEach(m -> found.add(m.entity()));
        readings.startingWith(beginning).stream()
                .filter(e -> kinds.isEmpty() || kinds.contains(e.thing().kind()))
                .sorted(Comparator.comparing(Entity::ended).thenComparing(NameSearch::rank)
                        .thenComparing(e -> e.label().length()).thenComparing(Entity::id))
                .forEach(found::add);
        return found.stream().skip(skip).limit(most).toList();
    }

    private static void put(Map<Entity, Reading> found, Reading reading, NameQuestion question) {
        if (question.kinds().isEmpty() || question.kinds().contains(reading.entity().thing().kind())) {
            found.merge(reading.entity(), reading,
                    (a, b) -> b.reason().compareTo(a.reason()) < 0 ? b : a);
        }
    }

    private List<Reading> byCode(String code) {
        Entity known = byId.get(code);
        if (known != null) {
            return List.of(new Reading(known, Reason.IDENTIFIER, code, false));
        }
        Set<Entity> found = new LinkedHashSet<>();
        for (Identifier identifier : Identifier.read(code)) {
            found.addAll(byIdentifier.getOrDefault(identifier, List.of()));
        }
        for (Scheme scheme : Scheme.values()) {
            found.addAll(byIdentifier.getOrDefault(new Identifier(scheme, code), List.of()));
        }
        if (found.isEmpty() && code.matches("\\d{6}")) {
            Stream.of("SH", "SZ", "BJ").map(x -> new Identifier(Scheme.TICKER, code + "." + x))
                    .forEach(i -> found.addAll(byIdentifier.getOrDefault(i, List.of())));
        }
        return found.stream().map(e -> new Reading(e, Reason.IDENTIFIER, code, false)).toList();
    }

    /** What took over an ended region that was asked for by name. */
    private void heirs(Map<Entity, Reading> found, NameQuestion question) {
        for (Reading reading : List.copyOf(found.values())) {
            if (reading.reason().exact()) {
                reading.entity().heirs().stream().map(byId::get).filter(h -> h != null && !h.ended()).forEach(
                        h -> put(found, new Reading(h, Reason.SUCCESSOR, reading.name(), false), question));
            }
        }
    }

    /** Ids of all that an entity lies or lay in, itself left out; for an ended one also where its heirs lie. */
    private Set<String> around(Entity entity) {
        Set<String> ids = new HashSet<>();
        for (String id : entity.inside()) {
            if (!id.equals(entity.id())) {
                ids.add(id);
                Optional.ofNullable(byId.get(id)).ifPresent(e -> ids.addAll(e.heirs()));
            }
        }
        for (String heir : entity.heirs()) {
            Optional.ofNullable(byId.get(heir)).ifPresent(
                    h -> h.inside().stream().filter(id -> !id.equals(heir)).forEach(ids::add));
        }
        return ids;
    }

    /** @param stated whether anything was said; {@code ids} is empty when it was not understood */
    private record Scope(boolean stated, Set<String> ids, NameSearch search) {
        /** Empty when nothing is said or nothing is known about where the entity lies. */
        Optional<Boolean> confirms(Entity entity) {
            if (ids.isEmpty() || entity.inside().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(search.around(entity).stream().anyMatch(ids::contains));
        }
    }

    private Scope scope(List<String> within) {
        Set<String> ids = new LinkedHashSet<>();
        for (String region : within) {
            List<NameMatch> meant = find(
                    NameQuestion.of(region, Link.Kind.REGION, Link.Kind.ZONE), Integer.MAX_VALUE);
            int best = meant.isEmpty() ? 0 : meant.get(0).score();
            // 吉林 in a column of regions is the province; all that a name means equally well will do
            meant.stream().filter(m -> m.score() == best).forEach(m -> {
                ids.add(m.entity().id());
                ids.addAll(m.entity().heirs());
            });
        }
        return new Scope(!within.isEmpty(), ids, this);
    }

    /** The order of levels by how likely a short name means them. */
    private static int rank(Entity entity) {
        return switch (entity.thing().kind()) {
            case REGION -> switch (entity.kind()) {
                case "province" -> 0;
                case "prefecture" -> 1;
                default -> 2;
            };
            case ZONE -> 3;
            case ORGANISATION, COUNTRY, PLACE -> 4;
        };
    }

    /** One question with all that was found for it. */
    private record Case(NameQuestion question, Scope scope, Set<Entity> coded, Set<Entity> named) {

        NameMatch match(Reading reading) {
            Entity entity = reading.entity();
            Optional<Boolean> within = scope.confirms(entity)
                    .or(() -> reading.confirmed() ? Optional.of(true) : Optional.empty());
            Optional<Boolean> identifier = identifier(entity);
            int score = score(reading, within.orElse(false));
            Optional<Boolean> agrees = coded.isEmpty() || named.isEmpty()
                    ? Optional.empty()
                    : Optional.of(named.contains(entity));
            if (identifier.orElse(false)) {
                score = agrees.orElse(true) ? 100 : AT_ODDS;
            } else if (identifier.isPresent()) {
                score = score * AT_ODDS / 100;
            }
            if (!within.orElse(true)) {
                score /= 2;
            }
            if (!kindFits(entity)) {
                score = score * 3 / 5;
            }
            return new NameMatch(entity, score, reading.reason(), reading.name(), within, identifier, agrees,
                    false);
        }

        private static int score(Reading reading, boolean confirmed) {
            Entity entity = reading.entity();
            int score = reading.reason().score();
            return switch (reading.reason()) {
                case SHORT_NAME, FORMER_NAME -> score - rank(entity) - (entity.ended() ? 3 : 0);
                // 天河市 is hardly 天河区 unless 广州 stands beside it
                case OTHER_LEVEL -> confirmed || entity.kind().equals("province") ? score : DOUBTED;
                case DOUBTFUL_SPELLING -> confirmed ? CONFIRMED : score;
                case IDENTIFIER, FULL_NAME, STEM, MISSPELT, MISHEARD, SUCCESSOR -> score;
            };
        }

        /** Nothing contradicts a code of a scheme that the entity has none of. */
        private Optional<Boolean> identifier(Entity entity) {
            if (coded.contains(entity)) {
                return Optional.of(true);
            }
            Set<Scheme> told = new HashSet<>();
            question.codes().forEach(c -> Identifier.read(c).forEach(i -> told.add(i.scheme())));
            return entity.identifiers().stream().anyMatch(i -> told.contains(i.scheme()))
                    ? Optional.of(false)
                    : Optional.empty();
        }

        private boolean kindFits(Entity entity) {
            String wanted = question.kind();
            return wanted.isEmpty() || entity.kind().isEmpty() || wanted.equals(entity.kind())
                    || wanted.equals("company") && COMPANIES.contains(entity.kind());
        }

        private static final Set<String> COMPANIES = Set.of("bank", "enterprise", "central-enterprise",
                "foreign-enterprise", "listed");

        List<NameMatch> decided(List<NameMatch> matches) {
            return matches.stream().map(m -> new NameMatch(m.entity(), m.score(), m.reason(), m.name(), m.within(),
                    m.identifier(), m.named(), certain(m, matches))).toList();
        }

        private boolean certain(NameMatch match, List<NameMatch> all) {
            if (!match.within().orElse(true) || !match.identifier().orElse(true) || !match.reason().exact()
                    || !kindFits(match.entity())) {
                return false;
            }
            if (match.identifier().orElse(false)) {
                // a code that goes with another name is a mistake in one of the two
                return match.named().orElse(true)
                        && all.stream().filter(m -> m.identifier().orElse(false)).count() == 1;
            }
            boolean understood = !scope.stated() || !scope.ids().isEmpty() || match.entity().inside().isEmpty();
            boolean ordinaryWord = question.kinds().size() != 1 && !match.within().orElse(false) && isWeak(match);
            return understood && !ordinaryWord && all.stream().noneMatch(m -> rivals(m, match));
        }

        private static boolean isWeak(NameMatch match) {
            return match.entity().names().stream().anyMatch(n -> n.weak() && n.text().equals(match.name()));
        }

        /** Whether {@code other} may be meant instead. A full name is before short ones; what is there before what was. */
        private boolean rivals(NameMatch other, NameMatch match) {
            return other != match && other.reason().exact() && other.within().orElse(true)
                    && other.identifier().orElse(true) && kindFits(other.entity())
                    && !(other.entity().ended() && !match.entity().ended())
                    && !(match.reason().compareTo(Reason.FULL_NAME) <= 0
                            && other.reason().compareTo(match.reason()) > 0);
        }
    }
}
