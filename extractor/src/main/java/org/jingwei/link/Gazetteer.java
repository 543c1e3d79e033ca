package org.jingwei.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jingwei.text.Lexicon;

/** Places and organisations known beforehand, from the tables in {@code ontology/gazetteer}. Immutable. */
public final class Gazetteer {

    /**
     * A division of GB/T 2260 of today.
     *
     * @param shortNames the usual one first
     * @param level      as in the table
     * @param parent     code of the division above or ""
     * @param common     those of its names that are ordinary words, too
     * @param since      year in which the code came into use; the tables begin in 1981
     * @param wikidata   identifier or ""; certain for provinces, confirmed by name and distance for prefectures
     * @param latitude   of the seat of its government, in degrees; absent for counties
     */
    public record Division(String code, String name, List<String> shortNames, String level, String parent,
            List<String> common, int since, String labelEn, String iso3166, String wikidata, OptionalDouble latitude,
            OptionalDouble longitude) {}

    /**
     * A division that has ended, or a name that one of today had before.
     *
     * @param id         its code; with the year of its end behind it when the code was given to another one later
     * @param parent     id of the division above at its end
     * @param since      first year
     * @param until      last year
     * @param successors ids of the divisions that took it over; its own when only the name changed
     */
    public record Former(String id, String name, List<String> shortNames, String level, String parent,
            List<String> common, int since, int until, List<String> successors) {}

    /**
     * A zone.
     *
     * @param host             code of the most specific division that it is known to lie in
     * @param county           code of the county of the same name or ""
     * @param administeredWith code of the division that it shares a government with or ""
     * @param partOf           slug of the zone that it is an area of or ""
     */
    public record Zone(String slug, String name, List<String> shortNames, String kind, String level, String host,
            String county, String administeredWith, String partOf, List<String> common) {}

    /** A country, foreign city or larger region; {@code country} is the code of a city's country or "". */
    public record OtherPlace(Link.Thing thing, List<String> shortNames, String kind, String country,
            List<String> common, String labelEn) {}

    /**
     * An organisation.
     *
     * @param names   all, the full one first
     * @param kind    as in the table; "listed" for those known from the exchanges' lists only
     * @param tickers the one that identifies it first
     * @param code    of the Ministry of Education, for universities, or ""
     */
    public record Organisation(Link.Thing thing, List<String> names, String kind, List<String> tickers,
            List<String> common, String code) {}

    private final List<Division> divisions;
    private final List<Former> former;
    private final List<Zone> zones;
    private final List<OtherPlace> otherPlaces;
    private final List<Organisation> organisations;
    private final Bureaus bureaus;
    private final Places places;
    private final Organisations byName;

    private Gazetteer() {
        divisions = Tables.divisions();
        former = Tables.former();
        zones = Tables.zones();
        otherPlaces = Tables.otherPlaces();
        organisations = Tables.organisations();
        requireHosts();
        bureaus = Bureaus.read();
        places = new Places(divisions, former, zones, otherPlaces);
        byName = new Organisations(organisations);
    }

    /** @throws IllegalStateException when a table is missing or malformed; the message names table and line */
    public static Gazetteer load() {
        return new Gazetteer();
    }

    private void requireHosts() {
        Set<String> codes = new HashSet<>();
        divisions.forEach(d -> codes.add(d.code()));
        for (Zone zone : zones) {
            if (!codes.contains(zone.host())) {
                throw new IllegalStateException("[ontology/gazetteer/zones.csv] " + zone.slug()
                        + " has a host that divisions.csv does not have: " + zone.host() + ". Correct the row.");
            }
        }
    }

    /** Every name, short ones included, with its kind; names of the bodies of provincial governments by rule. */
    public Lexicon lexicon() {
        return new LexiconBuilder().divisions(divisions).zones(zones).otherPlaces(otherPlaces).former(former)
                .organisations(organisations).bureaus(bureaus.names(divisions)).build();
    }

    public List<Division> divisions() {
        return divisions;
    }

    public List<Former> former() {
        return former;
    }

    public List<Zone> zones() {
        return zones;
    }

    /** Countries, foreign cities, larger regions. */
    public List<OtherPlace> otherPlaces() {
        return otherPlaces;
    }

    public List<Organisation> organisations() {
        return organisations;
    }

    Places places() {
        return places;
    }

    Organisations organisationsByName() {
        return byName;
    }

    Bureaus bureaus() {
        return bureaus;
    }

    /** An organisation known by its name only: the same thing for every spelling that differs in width, white space or brackets only. */
    public static Link.Thing named(String name) {
        return Organisations.thing(name);
    }

    static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        others.stream().filter(o -> !all.contains(o)).forEach(all::add);
        return List.copyOf(all);
    }
}
