package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.graph.Triple;
import org.jingwei.rdf.Samples.Sample;
import org.jingwei.source.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private static final int SAMPLES = 200;
    private static final Shapes SHAPES = new Shapes();

    @Test
    void flatFactsReadOffTheGraphAreTheFactsThatWentIn() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            Sample sample = Samples.random(seed);
            assertEquals(Json.pretty(DirectFacts.of(sample.article(), sample.facts())),
                    Json.pretty(FlatFacts.of(sample.graph())), "seed " + seed);
        }
    }

    @Test
    void whatTheContractAllowsConforms() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            assertEquals(new Verdict.Conforming(), SHAPES.check(Samples.random(seed).graph()), "seed " + seed);
        }
    }

    @Test
    void thereAreNoBlankNodes() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            ArticleGraph graph = Samples.random(seed).graph();
            for (Triple triple : (Iterable<Triple>) graph.dataset().stream().map(q -> q.asTriple())::iterator) {
                assertTrue(triple.getSubject().isURI(), triple::toString);
                assertFalse(triple.getObject().isBlank() || triple.getObject().isTripleTerm(), triple::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:3030/", "https://data.example/kg/jingwei/" })
    void anyBaseServes(String base) {
        Iris iris = Iris.below(base);
        Shapes shapes = new Shapes(iris);
        GraphMapper mapper = new GraphMapper(iris);
        for (long seed = 0; seed < 20; seed++) {
            Sample sample = Samples.random(seed);
            ArticleGraph graph = mapper.map(sample.article(), sample.facts(), sample.links());
            assertEquals(new Verdict.Conforming(), shapes.check(graph), "seed " + seed);
            assertEquals(DirectFacts.of(sample.article(), sample.facts()), FlatFacts.of(graph), "seed " + seed);
            assertFalse(graph.dataset().stream().anyMatch(quad -> quad.toString().contains(Iris.DEFAULT_BASE)));
        }
    }
}
