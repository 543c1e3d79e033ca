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

    /** The code of what is called so; white space does not count, a unit in brackets behind the name may stand there. */
    public Optional<String> code(String written) {
        String name = written.replaceAll("[\\s\\u3000]+", "");
        String code = codes.get(name);
        return Optional.ofNullable(code != null ? code : codes.get(name.replaceFirst("[(（][^()（）]*[)）]$", "")));
    }
}
