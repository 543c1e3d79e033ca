package org.jingwei.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cue finds what its expression finds, in any text. */
class CueTest {
    private static final String LETTERS = "甲乙丙丁将未来年，。“”(（）)[]-ab12.\n 中共";

    @ParameterizedTest
    @ValueSource(strings = { "甲乙|丙", "(?:甲|乙丙?)丁", "甲?乙", "甲*", "(甲|乙)?(丙|丁)", "[丙-甲乙]丁", "[^甲]乙", "[^]甲]乙",
            "[\\-\\]a]乙",
            "(?<!甲)乙", "(?<=甲)乙", "未(?!来)", "(?=甲).乙", "^甲|乙$", "(?:^|[，。])甲", "乙[^，。]{0,3}$", "\\d{1,2}年", "\\s甲|乙",
            ".乙",
            "(?s).*甲", "(?i)A", "a(?i)B|乙", "\\u7532乙", "(?<name>甲)乙", "甲{0,2}乙", "甲{2}乙", "甲++乙|丙??丁", "(?:甲|)乙", "甲|",
            "\\(甲", "\\w乙", "\\b1", "(甲)\\1", "[a&&b]甲", "[甲[乙]]丙", "[1-2甲-]乙", "(?:(?:甲|乙)+[丙丁]?)*中", "\\n?共",
            "甲\uD83D\uDE00?乙" })
    void findsWhatTheExpressionFinds(String regex) {
        Cue cue = Cue.of(regex);
        Random random = new Random(regex.hashCode());
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(text.length() - from + 1);
            assertEquals(all(regex, text.toString(), from, to), all(cue, text.toString(), from, to));
            Matcher plain = Pattern.compile(regex).matcher(text);
            assertEquals(plain.find(), cue.in(text.toString()));
            cue.first(text.toString()).ifPresent(m -> assertEquals(plain.start() + "-" + plain.end(),
                    m.start() + "-" + m.end()));
        }
    }

    @Test
    void charactersThatNoMatchStartsWithArePassedOver() {
        assertEquals("{19993, 20057}", FirstCharacters.of("(?:丙|乙[^甲])丁").toString());
        assertFalse(FirstCharacters.of("(?<!甲)乙{1,2}").get('甲'));
    }

    private static List<String> all(String regex, String text, int from, int to) {
        List<String> found = new ArrayList<>();
        Matcher m = Pattern.compile(regex).matcher(text).region(from, to);
        while (m.find()) {
            found.add(m.start() + "-" + m.end() + m.group());
        }
        return found;
    }

    private static List<String> all(Cue cue, String text, int from, int to) {
        List<String> found = new ArrayList<>();
        Cue.Search search = cue.over(text, from, to);
        while (search.find()) {
            found.add(search.start() + "-" + search.end() + search.group());
        }
        return found;
    }
}
