package org.jingwei.table;

import java.util.Arrays;
import java.util.Optional;

/** How a table identifies regions. */
public enum RegionCodes {
    /** Codes of GB/T 2260, of six digits or of twelve that end in zeros. */
    GBT2260("GB/T 2260"),
    /** Names as written, full or short. */
    NAME("name"),
    /** ISO 3166: CN-JS for a province, CN for the country. */
    ISO3166("ISO 3166-2");

    private final String written;

    RegionCodes(String written) {
        this.written = written;
    }

    /** As mappings write it. */
    public String written() {
        return written;
    }

    static Optional<RegionCodes> of(String written) {
        return Arrays.stream(values()).filter(codes -> codes.written.equalsIgnoreCase(written.strip())).findFirst();
    }
}
