package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jingwei.rdf.StatedArticle;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The federated query of the READMEs: what it asks of us gives rows, with the key that the other side has. */
class FederatedExampleTest {
    private static final Pattern EXAMPLE = Pattern.compile("```sparql\n(.*?SERVICE.*?)```", Pattern.DOTALL);

    @Test
    void ourPartGivesRowsWithTheKeyOfTheOther(@TempDir Path temp) throws IOException, Json.Malformed {
        String text = example("README.md");
        assertEquals(text, example("README.zh-CN.md"));
        Query whole = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        var services = new ArrayList<String>();
        Query ours = QueryTransformOps.transform(whole, new ElementTransformCopyBase() {
            @Override
            public org.apache.jena.sparql.syntax.Element transform(ElementService service,
                    org.apache.jena.graph.Node name, org.apache.jena.sparql.syntax.Element inner) {
                services.add(name.getURI());
                return new org.apache.jena.sparql.syntax.ElementGroup();
            }
        });
        assertEquals(List.of("https://query.wikidata.org/sparql"), services);
        PreparedStore.ready(temp.resolve("db"));
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            for (String name : List.of("1-suzhou-signing", "3-yichang-ground")) {
                store.put(List.of(StatedArticle.graph(name, Files.readString(
                        Path.of("src/test/resources/queries/articles", name + ".json")))));
            }
            List<String> rows = store.read(dataset -> {
                try (QueryExec asked = QueryExec.dataset(dataset).query(ours).build()) {
                    var found = new ArrayList<String>();
                    asked.select().forEachRemaining(row -> found.add(row.get("province").getLiteralLexicalForm() + " "
                            + row.get("iso").getLiteralLexicalForm()));
                    return List.copyOf(found);
                }
            });
            assertEquals(List.of("江苏省 CN-JS", "湖北省 CN-HB"), rows.stream().sorted().toList());
        }
    }

    private static String example(String file) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("..", file)));
        example.find();
        return example.group(1);
    }
}
