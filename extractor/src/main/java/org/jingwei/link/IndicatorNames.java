package org.jingwei.link;

import java.util.Map;
import java.util.Optional;

/**
 * The indicators of the code list by their names and codes. Immutable.
 *
 * @param codes name or code, as the list has it, to code
 */
public record IndicatorNames(Map<String, String> codes) {
    public IndicatorNames {
        codes = Map.copyOf(codes);
    }

    /** The code of what is called so; white space does not count. */
    public Optional<String> code(String written) {
        return Optional.ofNullable(codes.get(written.replaceAll("[\\s\\u3000]+", "")));
    }
}
