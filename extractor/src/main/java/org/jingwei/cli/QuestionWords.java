package org.jingwei.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on the command line of a question beside the options of every question: its name, and its own parameters
 * as options, {@code --region 苏州} or {@code --region=苏州}. Which parameters there are only the question says.
 *
 * @param name   of the question; empty when there is none
 * @param values by the names of the parameters
 */
record QuestionWords(Optional<String> name, Map<String, String> values) {

    /** @throws IllegalArgumentException with what is wrong */
    static QuestionWords of(List<String> words) {
        Optional<String> name = Optional.empty();
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--") && word.length() > 2) {
                int equals = word.indexOf('=');
                String parameter = equals < 0 ? word.substring(2) : word.substring(2, equals);
                if (equals < 0 && ++i == words.size()) {
                    throw new IllegalArgumentException("Missing value of option " + word);
                }
                if (values.put(parameter, equals < 0 ? words.get(i) : word.substring(equals + 1)) != null) {
                    throw new IllegalArgumentException("Option --" + parameter + " is there twice");
                }
            } else if (word.startsWith("-") && word.length() > 1) {
                throw new IllegalArgumentException("Unknown option: '" + word + "'");
            } else if (name.isPresent()) {
                throw new IllegalArgumentException("Unmatched argument: '" + word + "'");
            } else {
                name = Optional.of(word);
            }
        }
        return new QuestionWords(name, values);
    }
}
