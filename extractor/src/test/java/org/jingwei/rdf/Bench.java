package org.jingwei.rdf;

import java.util.ArrayList;
import java.util.List;

/** Time a graph takes to make, check, read back and write; run by hand: prints milliseconds an article. */
final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        GraphMapper mapper = new GraphMapper(Iris.standard());
        Shapes shapes = new Shapes();
        List<Samples.Sample> samples = new ArrayList<>();
        for (long seed = 0; seed < 200; seed++) {
            samples.add(Samples.random(seed));
        }
        GraphWriter writer = new GraphWriter(Iris.standard());
        for (int round = 0; round < 4; round++) {
            long triples = 0;
            long start = System.nanoTime();
            List<ArticleGraph> graphs = new ArrayList<>();
            for (Samples.Sample sample : samples) {
                graphs.add(mapper.map(sample.article(), sample.facts(), sample.links()));
            }
            long mapped = System.nanoTime();
            for (ArticleGraph graph : graphs) {
                triples += graph.facts().size() + graph.evidence().size();
                shapes.check(graph);
            }
            long checked = System.nanoTime();
            graphs.forEach(FlatFacts::of);
            long flat = System.nanoTime();
            for (ArticleGraph graph : graphs) {
                writer.write(graph, RdfFormat.TRIG, java.io.OutputStream.nullOutputStream());
            }
            long written = System.nanoTime();
            double n = samples.size() * 1e6;
            System.out.printf(java.util.Locale.ROOT, "%d triples; map %.2f check %.2f flat %.2f trig %.2f%n",
                    triples / samples.size(), (mapped - start) / n, (checked - mapped) / n, (flat - checked) / n,
                    (written - flat) / n);
        }
    }
}
