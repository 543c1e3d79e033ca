package org.jingwei.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;

/** Small articles with names and sentences, and what a search for words finds of them. */
final class SearchFixture {
    static final Iris IRIS = Iris.standard();
    private static final Node EXACT = NodeFactory.createURI("http://www.w3.org/ns/oa#exact");

    private SearchFixture() {}

    static String key(int n) {
        return String.format(java.util.Locale.ROOT, "%016x", n);
    }

    /** One organisation that is the same in all articles, one event, one sentence that states it, its first two characters besides. */
    static ArticleGraph article(int n, String organisation, String event, String sentence) {
        return article(n, organisation, event, sentence, "");
    }

    static ArticleGraph article(int n, String organisation, String event, String sentence, String more) {
        String key = key(n);
        int end = 10 + sentence.codePointCount(0, sentence.length());
        return new ArticleGraph(key, IRIS, graph("""
                <doc/%1$s/article> a jw:SourceDocument ; schema:datePublished "2024-03-%2$02dT08:00:00" .
                <doc/%1$s/event/e1> a jw:Signing ; schema:name "%4$s"@zh-Hans .
                <id/org/%3$s> a schema:Organization ; schema:name "%3$s"@zh-Hans .
                """.formatted(key, 1 + n % 28, organisation, event)), graph("""
                <doc/%1$s/event/e1> jw:evidence <doc/%1$s/span/10-%3$d> , <doc/%1$s/span/10-12> .
                <doc/%1$s/name/n1> a jw:Name ; schema:name "提及之名"@zh-Hans ; jw:evidence <doc/%1$s/span/500-504> .
                <doc/%1$s/span/500-504> oa:start 500 ; oa:end 504 ; oa:exact "提及之名" .
                <doc/%1$s/span/10-12> oa:start 10 ; oa:end 12 ; oa:exact "%4$s" .
                <doc/%1$s/span/10-%3$d> oa:start 10 ; oa:end %3$d ; oa:exact "%2$s" .
                """.formatted(key, sentence, end, sentence.substring(0, sentence.offsetByCodePoints(0, 2))) + more
                .replace("KEY", key)));
    }

    static Graph graph(String turtle) {
        return RDFParser.fromString("BASE <" + IRIS.base() + "> PREFIX jw: <ns#> PREFIX schema: <https://schema.org/> "
                + "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> " + turtle,
                Lang.TURTLE).toGraph();
    }

    static List<String> names(KnowledgeStore store, String words) {
        return found(store, words, Set.of());
    }

    static List<String> sentences(KnowledgeStore store, String words) {
        return found(store, words, Set.of(EXACT));
    }

    private static List<String> found(KnowledgeStore store, String words, Set<Node> properties) {
        return store.search(line -> {}).find(words, properties, Optional.empty(), Search.MOST).stream()
                .map(hit -> hit.text().getLiteralLexicalForm()).toList();
    }

    /** Everything that any of these words finds, with what has it: the same for two indexes of one state. */
    static List<String> all(KnowledgeStore store, UnaryOperator<String> words, int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> words.apply(Integer.toString(i)))
                .flatMap(word -> java.util.stream.Stream.of(Set.<Node>of(), Set.of(EXACT))
                        .flatMap(p -> store.search().find(word, p, Optional.empty(), Search.MOST).stream()))
                .map(SearchHit::toString).toList();
    }
}
