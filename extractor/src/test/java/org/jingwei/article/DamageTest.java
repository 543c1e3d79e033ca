package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage done to clean paragraphs, and what repair makes of it. */
class DamageTest {
    private static final ChineseScript SCRIPT = new HanlpScript();

    static List<String> paragraphs(String place) throws IOException {
        try (var in = DamageTest.class.getResourceAsStream("/prose/" + place + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "mainland", "taiwan", "hongkong" })
    void glossesGoAndBracketsStay(String place) throws IOException {
        var measure = new DamageMeasure(SCRIPT);
        var damage = new Damage(41);
        for (String clean : paragraphs(place)) {
            for (int round = 0; round < 3; round++) {
                measure.glosses(clean, damage);
            }
        }
        assertTrue(measure.glosses > 1500 && measure.glossesLeft <= measure.glosses / 100,
                () -> measure + "\n" + measure.failures);
        assertEquals(0, measure.textsChangedOtherwise, () -> measure + "\n" + measure.failures);
    }

    @ParameterizedTest
    @ValueSource(strings = { "mainland", "taiwan", "hongkong" })
    void misframedRunsAreRealignedAndNoNumberIsMadeUp(String place) throws IOException {
        var measure = new DamageMeasure(SCRIPT);
        var damage = new Damage(42);
        for (String clean : paragraphs(place)) {
            var stated = measure.values(clean);
            for (int round = 0; round < 25; round++) {
                measure.misframings(clean, damage, stated);
            }
        }
        assertTrue(measure.runs >= 150 && measure.found >= measure.runs * 0.97,
                () -> measure + "\n" + measure.failures);
        assertTrue(measure.right() >= measure.realigned * 0.98, () -> measure + "\n" + measure.failures);
        assertTrue(measure.edgesGuessed >= measure.runs / 5 && measure.edgesRight >= measure.edgesGuessed * 0.95,
                () -> measure + "\n" + measure.failures);
        assertEquals(0, measure.invented, () -> measure + "\n" + measure.failures);
    }

    @Test
    void cleanArticlesAreLeftAlone() throws IOException {
        var random = new Random(43);
        for (int n = 0; n < 500; n++) {
            String place = List.of("mainland", "taiwan", "hongkong").get(n % 3);
            for (String line : Damage.article(paragraphs(place), random).split("\n")) {
                var repairs = new Repairs(SCRIPT);
                assertEquals(line, repairs.repair(MappedText.of(line, 0, line.length())).toString());
                assertEquals(List.of(), repairs.changes());
            }
        }
    }
}
