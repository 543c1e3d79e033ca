package org.jingwei.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jingwei.link.Gazetteer.Organisation;
import org.jingwei.link.Link.Ambiguous;
import org.jingwei.link.Link.Candidate;
import org.jingwei.link.Link.Linked;

/** The organisations of one article: known ones, bodies of local governments, and those known by their name only. */
final class OrganisationLinker {
    private final Gazetteer gazetteer;
    private final PlaceLinker places;
    private final String text;
    /** 省商务厅: a body whose region the article says elsewhere. */
    private final Map<String, Supplier<Optional<Place>>> regionWords;

    OrganisationLinker(Gazetteer gazetteer, PlaceLinker places, String text) {
        this.gazetteer = gazetteer;
        this.places = places;
        this.text = text;
        Context context = places.context();
        regionWords = Map.of("省", context::province, "自治区", context::province, "市", context::city, "州", context::city,
                "县", context::county);
    }

    Link link(String name) {
        List<Organisation> known = gazetteer.organisationsByName().named(name);
        if (!known.isEmpty()) {
            return known(name, known);
        }
        for (Map.Entry<String, Supplier<Optional<Place>>> word : regionWords.entrySet()) {
            if (name.startsWith(word.getKey())) {
                String rest = name.substring(word.getKey().length());
                if (gazetteer.bureaus().isBody(rest)) {
                    return word.getValue().get().flatMap(r -> body(r, rest)).map(OrganisationLinker::byRule)
                            .orElseGet(() -> new Ambiguous(List.of()));
                }
            }
        }
        return body(name).map(OrganisationLinker::byRule)
                .orElseGet(() -> new Linked(Gazetteer.named(name), "an organisation known by its name only"));
    }

    private static Link byRule(String fullName) {
        return new Linked(Gazetteer.named(fullName), "the body of a region, in full " + fullName);
    }

    private Link known(String name, List<Organisation> known) {
        if (known.size() == 1 && !(known.get(0).common().contains(name) && !isToldElsewhere(known.get(0), name))) {
            return linked(known.get(0));
        }
        List<Organisation> told = known.stream().filter(o -> isToldElsewhere(o, name)).toList();
        return told.size() == 1
                ? linked(told.get(0))
                : new Ambiguous(known.stream().map(o -> new Candidate(o.thing(), isToldElsewhere(o, name) ? 1.0 : 0.5))
                        .sorted((a, b) -> Double.compare(b.score(), a.score())).toList());
    }

    private static Link linked(Organisation organisation) {
        return new Linked(organisation.thing(),
                "a name of " + organisation.names().get(0) + " in the gazetteer");
    }

    /** Whether the article has another name of it that does not only repeat this one, or its ticker. */
    private boolean isToldElsewhere(Organisation organisation, String name) {
        return organisation.names().stream().anyMatch(n -> !name.contains(n) && text.contains(n))
                || organisation.tickers().stream().anyMatch(t -> text.contains(t.substring(0, t.indexOf('.'))));
    }

    /** The full name of the body of a local government that {@code name} means. */
    private Optional<String> body(String name) {
        for (int end : places.prefixes(name)) {
            String rest = name.substring(end);
            if (gazetteer.bureaus().isBody(rest)) {
                Optional<String> full = places.region(name.substring(0, end)).flatMap(r -> body(r, rest));
                if (full.isPresent()) {
                    return full;
                }
            }
        }
        return gazetteer.bureaus().inside(name)
                .flatMap(inside -> places.region(inside.region()).flatMap(r -> body(r, inside.rest())));
    }

    private Optional<String> body(Place region, String rest) {
        return gazetteer.bureaus().fullName(region, shortName(region), rest);
    }

    private String shortName(Place region) {
        List<String> shortNames = gazetteer.places().shortNames(region.id());
        return shortNames.isEmpty() ? region.thing().label() : shortNames.get(0);
    }
}
