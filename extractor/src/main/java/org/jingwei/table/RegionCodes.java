package org.jingwei.table;

import java.util.Arrays;
import java.util.Optional;
import org.jingwei.link.Regions;

/** How a table identifies regions. */
public enum RegionCodes {
    /** Codes of GB/T 2260, of six digits or of twelve that end in zeros. */
    GBT2260("GB/T 2260"),
    /** Names as written, full or short. */
    NAME("name"),
    /** Names of provinces alone, where 吉林 is the province. */
    NAME_OF_PROVINCE("name of provinces", Regions.Level.PROVINCE),
    /** Names of prefectures alone, where 吉林 is the city. */
    NAME_OF_PREFECTURE("name of prefectures", Regions.Level.PREFECTURE),
    /** Names of counties and districts alone. */
    NAME_OF_COUNTY("name of counties", Regions.Level.COUNTY),
    /** Names of development zones alone. */
    NAME_OF_ZONE("name of zones", Regions.Level.ZONE),
    /** ISO 3166: CN-JS for a province, CN for the country. */
    ISO3166("ISO 3166-2");

    private final String written;
    private final Optional<Regions.Level> level;

    RegionCodes(String written) {
        this.written = written;
        this.level = Optional.empty();
    }

    RegionCodes(String written, Regions.Level level) {
        this.written = written;
        this.level = Optional.of(level);
    }

    Optional<Regions.Level> level() {
        return level;
    }

    /** As mappings write it. */
    public String written() {
        return written;
    }

    static Optional<RegionCodes> of(String written) {
        return Arrays.stream(values()).filter(codes -> codes.written.equalsIgnoreCase(written.strip())).findFirst();
    }
}
