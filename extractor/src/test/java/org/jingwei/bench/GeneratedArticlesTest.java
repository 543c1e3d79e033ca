package org.jingwei.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.junit.jupiter.api.Test;

class GeneratedArticlesTest {
    private static final int PAGES = 60;

    private final GeneratedArticles articles = new GeneratedArticles(7);

    @Test
    void aPageIsTheSameWheneverItIsAsked() {
        var again = new GeneratedArticles(7);
        for (int n = PAGES - 1; n >= 0; n--) {
            assertArrayEquals(articles.page(n).content(), again.page(n).content());
        }
        assertTrue(!articles.page(1).identity().equals(new GeneratedArticles(8).page(1).identity()));
    }

    @Test
    void noSlotIsLeftOpen() {
        for (int n = 0; n < PAGES; n++) {
            String text = new String(articles.page(n).content(), StandardCharsets.UTF_8);
            assertTrue(!text.replaceAll("\\{font-size:\\d+px}", "").contains("{"), text);
        }
    }

    /** Else they would measure something else than news: an article that is read again, or hardly read. */
    @Test
    void allAreArticlesOfTheSizeOfNewsEachWithItsOwnNamesAndFacts() {
        var pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        Set<String> texts = new HashSet<>();
        Set<Class<?>> kinds = new HashSet<>();
        Set<String> names = new HashSet<>();
        int mentioned = 0;
        for (int n = 0; n < PAGES; n++) {
            var page = articles.page(n);
            var read = assertInstanceOf(Outcome.Extracted.class, pipeline.run(page), page.name());
            String text = read.article().text();
            assertTrue(text.length() >= 800 && text.length() <= 2500, page + ": " + text.length() + "\n" + text);
            assertTrue(texts.add(text), text);
            assertTrue(read.article().metadata().published().isPresent(), page + "\n" + text);
            assertTrue(read.facts().size() >= 10, page + ": " + read.facts());
            for (Fact fact : read.facts()) {
                kinds.add(fact.getClass());
                if (fact instanceof Fact.Name name) {
                    mentioned++;
                    names.add(name.name());
                }
            }
        }
        kinds.add(Fact.Discarded.class); // of which an article may have none
        assertEquals(Set.of(Fact.class.getPermittedSubclasses()), kinds);
        assertTrue(names.size() > mentioned / 3, names.size() + " names in " + mentioned + " mentions");
    }
}
