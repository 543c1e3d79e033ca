package org.jingwei.publish;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;

/** Two small articles in a store. */
final class Fixture {
    static final Iris IRIS = Iris.standard();
    static final String KEY = "00000000000000aa";
    static final String OTHER = "00000000000000bb";

    private Fixture() {}

    static KnowledgeStore store(Path directory) {
        KnowledgeStore store = KnowledgeStore.open(directory);
        store.put(List.of(article(KEY, "石湖新区签约会", 12), article(OTHER, "<script>alert(1)</script>", 7)));
        return store;
    }

    static ArticleGraph article(String key, String name, int projects) {
        return new ArticleGraph(key, IRIS, graph("""
                <doc/%1$s/event/e1> a jw:Signing ; schema:name "%2$s"@zh-Hans ; jw:projectCount %3$d ;
                    schema:location <id/region/320500> ; schema:amount 53.60 .
                <id/region/320500> schema:name "苏州市"@zh-Hans .
                <id/org/石湖(集团)公司> schema:name "=HYPERLINK(1)" .
                """.formatted(key, name, projects)), graph("""
                <doc/%1$s/event/e1> jw:evidence <doc/%1$s/span/3-9> .
                <doc/%1$s/span/3-9> a oa:TextPositionSelector ; oa:start 3 ; oa:end 9 ; oa:exact "签约%2$d个项目" .
                """.formatted(key, projects)));
    }

    static Graph graph(String turtle) {
        return RDFParser.fromString("""
                BASE <%s>
                PREFIX jw: <ns#>
                PREFIX schema: <https://schema.org/>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                """.formatted(IRIS.base()) + turtle, Lang.TURTLE).toGraph();
    }
}
