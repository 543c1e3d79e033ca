package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of projects/by-industry stand in it twice: by their length, and with their divisions. */
class IndustryWordsTest {
    private static final Pattern BY_LENGTH = Pattern.compile("REGEX\\(\\?said, \"([^\"]+)\"\\), (\\d+),");
    private static final Pattern WITH_DIVISION = Pattern.compile("\\(\"([^\"]+)\" industry:\\d+ (\\d+)\\)");

    @Test
    void bothListsHoldTheSameWordsUnderTheirLength() {
        String text = QueryLibrary.load().find("projects/by-industry").text();
        Map<Integer, Set<String>> sought = new TreeMap<>();
        BY_LENGTH.matcher(text).results().forEach(list -> sought.put(Integer.valueOf(list.group(2)),
                new TreeSet<>(Arrays.asList(list.group(1).split("\\|")))));
        Map<Integer, Set<String>> named = new TreeMap<>();
        WITH_DIVISION.matcher(text).results().forEach(
                word -> named.computeIfAbsent(Integer.valueOf(word.group(2)), length -> new TreeSet<>())
                        .add(word.group(1)));
        assertFalse(named.isEmpty());
        assertEquals(named, sought);
        named.forEach((length, words) -> words.forEach(word -> assertEquals(length, word.length(), word)));
    }
}
