package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    private static Optional<String> chosen(String accept) {
        return Negotiation.choose(accept, List.of("text/turtle", "text/html"), Function.identity());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                     | text/html
            text/html;q=0.5, text/turtle  | text/turtle
            text/*;q=0.2, text/html       | text/html
            */*                           | text/turtle
            application/xhtml+xml;;       | text/html
            ;, text/html                  | text/html
            """)
    void theMostWelcomeIsChosen(String accept, String type) {
        assertEquals(Optional.of(type), chosen(accept));
    }

    @ParameterizedTest
    @ValueSource(strings = { ";", ";;;", ",", ";,;", "q=1", "image/png", "text/html;q=0" })
    void whatNamesNoTypeChoosesNone(String accept) {
        assertEquals(Optional.empty(), chosen(accept));
    }
}
