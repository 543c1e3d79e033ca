package org.jingwei.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Regions;
import org.jingwei.rdf.IndicatorList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table that ships: every row is placed, and what can be checked by arithmetic holds. */
class ShippedTableTest {
    private static final Path FOLDER = Path.of("src/main/resources/statistics");
    /** Gross domestic product in 亿元 of the same revision. The provinces' sum never is the nation's, but near it. */
    private static final Map<String, String> NATION = Map.of("2015", "688858.2", "2016", "746395.1", "2017",
            "832035.9", "2018", "919281.1", "2019", "986515.2");

    private static Reading reading;

    @BeforeAll
    static void read() throws IOException, BadTable {
        Mapping mapping = MappingReader.read("nbs-grp-2015-2019.mapping",
                Files.readString(FOLDER.resolve("nbs-grp-2015-2019.mapping")));
        reading = new TableReader(new Regions(Gazetteer.load()), IndicatorList.read()).read("nbs-grp-2015-2019.csv",
                Files.readAllBytes(FOLDER.resolve("nbs-grp-2015-2019.csv")), mapping);
    }

    private static List<Figure.Placed> of(Transformation transformation) {
        return reading.placed().stream().filter(figure -> figure.transformation() == transformation).toList();
    }

    @Test
    void everyRowIsPlaced() {
        assertEquals(155, reading.rows());
        assertEquals(310, reading.placed().size());
        assertEquals(List.of(), reading.unplaced());
        assertEquals(0, reading.missing() + reading.repeated() + reading.notes());
        TreeSet<String> provinces = Gazetteer.load().divisions().stream().filter(d -> d.level().equals("province"))
                .filter(d -> d.code().compareTo("700000") < 0).map(d -> "region/" + d.code())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Transformation transformation : List.of(Transformation.N, Transformation.GY)) {
            Map<String, TreeSet<String>> years = new TreeMap<>();
            of(transformation).forEach(figure -> years.computeIfAbsent(figure.period(), year -> new TreeSet<>())
                    .add(figure.place().id()));
            assertEquals(NATION.keySet(), years.keySet());
            years.values().forEach(places -> assertEquals(provinces, places));
        }
    }

    @Test
    void theProvincesAddUpToAboutTheNation() {
        NATION.forEach((year, nation) -> {
            BigDecimal sum = of(Transformation.N).stream().filter(figure -> figure.period().equals(year))
                    .map(Figure.Placed::stated).reduce(BigDecimal.ZERO, BigDecimal::add);
            double share = sum.doubleValue() / Double.parseDouble(nation);
            assertTrue(share > 0.99 && share < 1.01, year + " " + sum + " of " + nation);
        });
    }

    /** What prices did is what is left of the change of the level when the growth is taken out. */
    @Test
    void levelsAndGrowthFitEachOther() {
        Map<String, Double> levels = new TreeMap<>();
        of(Transformation.N).forEach(f -> levels.put(f.place().id() + f.period(), f.value().doubleValue()));
        for (Figure.Placed growth : of(Transformation.GY)) {
            String before = growth.place().id() + (Integer.parseInt(growth.period()) - 1);
            double rate = growth.value().doubleValue();
            assertTrue(rate >= 0.5 && rate <= 11.0, growth.toString());
            if (levels.containsKey(before)) {
                double prices = levels.get(growth.place().id() + growth.period()) / levels.get(before)
                        / (1 + rate / 100);
                assertTrue(prices > 0.94 && prices < 1.14, growth + " leaves prices at " + prices);
            }
        }
    }
}
