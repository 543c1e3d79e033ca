package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jingwei.article.Article;
import org.jingwei.article.Repair;
import org.jingwei.evaluate.Pair;
import org.jingwei.evaluate.Scorecard;
import org.jingwei.evaluate.Thresholds;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.FlatFacts;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Span;
import org.jingwei.text.HanlpScript;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole articles through the whole chain, compared with the facts that they state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
    private static final HanlpScript SCRIPT = new HanlpScript();
    private static final Set<Repair.Kind> DAMAGE = Set.of(Repair.Kind.MISFRAMED_BYTES, Repair.Kind.LOST_CHARACTERS,
            Repair.Kind.SUPPLIED_CHARACTER);

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, RuntimeException> crashes = new LinkedHashMap<>();

    @BeforeAll
    void run() throws IOException {
        Pipeline pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        for (Case each : Case.all()) {
            try {
                outcomes.put(each.name(), pipeline.run(each.page()));
            } catch (RuntimeException e) { // told by the tests of this case; the others go on
                crashes.put(each.name(), e);
            }
        }
    }

    static Stream<Case> cases() throws IOException {
        return Case.all().stream();
    }

    @Test
    void allCasesTogetherReachTheThresholds() throws IOException {
        var pairs = new ArrayList<Pair>();
        for (Case each : Case.all()) {
            boolean served = outcomes.get(each.name()) instanceof Outcome.Extracted; // else another test tells
            pairs.add(new Pair(each.name(), each.facts(), served ? flat(each) : Map.of()));
        }
        Scorecard score = Scorecard.of(pairs);
        var thresholds = Thresholds.read(Files.readString(Case.resource("/cases").resolve("thresholds.txt")));
        assertEquals(List.of(), thresholds.check(score).stream().map(Thresholds.Shortfall::line).toList(),
                score::table);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatThePageSaysPlainlyIsFound(Case each) throws IOException {
        Map<String, Object> flat = flat(each);
        assertEquals(gaps(each), each.must().stream().filter(claim -> !claim.in(flat)).map(Claim::line).toList(),
                "cases/gaps.txt lists what is known to be missed; take out of it what is found");
    }

    /** Claims that the program is known not to find yet, so that none is lost unseen and none is gained unseen. */
    private static List<String> gaps(Case each) throws IOException {
        return Files.readAllLines(Case.resource("/cases").resolve("gaps.txt")).stream()
                .filter(line -> line.startsWith(each.name() + "\t"))
                .map(line -> line.substring(each.name().length() + 1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatThePageDoesNotSayIsNotServed(Case each) {
        Map<String, Object> flat = flat(each);
        assertEquals(List.of(), each.never().stream().filter(value -> Claim.holds(flat, value)).toList());
    }

    /** Title and day are read off the page; nothing that follows is right when they are not. */
    @ParameterizedTest
    @MethodSource("cases")
    void titleAndDayArePublished(Case each) {
        Map<String, Object> flat = flat(each);
        assertAll(() -> assertEquals(plain((String) each.facts().get("title")), plain((String) flat.get("title"))),
                () -> assertEquals(each.facts().get("published"), flat.get("published")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyValueStandsInTheCharactersThatAreItsEvidence(Case each) {
        if (!(outcome(each) instanceof Outcome.Extracted extracted)) {
            return;
        }
        Article article = extracted.article();
        for (Fact fact : extracted.facts()) {
            List<Span> spans = fact.evidence().spans();
            String stated = value(fact);
            String cleaned = spans.getFirst().of(article.text());
            assertTrue(stated == null || plain(cleaned).contains(plain(stated)),
                    () -> stated + " is not in its own evidence \"" + cleaned + "\": " + fact);
            for (Span span : spans) {
                String page = points(article.page(), article.map().toPage(span));
                assertTrue(damaged(article, span) || plain(page).contains(plain(span.of(article.text()))),
                        () -> "\"" + span.of(article.text()) + "\" is not what stands on the page: " + page);
            }
        }
    }

    /** The characters that have to be in the first span of the evidence; null where a fact is more than they. */
    private static String value(Fact fact) {
        return switch (fact) {
            case Fact.Money money -> money.text();
            case Fact.Number number -> number.text();
            case Fact.Indicator indicator -> indicator.text();
            case Fact.Event event -> null;
            case Fact.Role role -> role.person();
            case Fact.Name name -> null;
            case Fact.Project project -> null;
            case Fact.Cooperation cooperation -> null;
            case Fact.Designation designation -> designation.title();
            case Fact.Quotation quotation -> quotation.words();
            case Fact.Discarded discarded -> null;
        };
    }

    private static boolean damaged(Article article, Span span) {
        Span page = article.map().toPage(span);
        return article.repairs().stream().anyMatch(
                repair -> DAMAGE.contains(repair.kind())
                        && repair.original().overlaps(page));
    }

    private Map<String, Object> flat(Case each) {
        return switch (outcome(each)) {
            case Outcome.Extracted extracted -> FlatFacts.of(extracted.graph());
            case Outcome.Rejected rejected -> Map.of();
            case Outcome.Broken broken -> throw new AssertionError(each + " breaks the shapes: " + broken.verdict());
        };
    }

    private Outcome outcome(Case each) {
        if (crashes.containsKey(each.name())) {
            throw new AssertionError("no page may make the chain throw: " + each, crashes.get(each.name()));
        }
        return outcomes.get(each.name());
    }

    private static String points(String page, Span codePoints) {
        return page.substring(page.offsetByCodePoints(0, codePoints.start()),
                page.offsetByCodePoints(0, codePoints.end()));
    }

    /** Without markup, glosses, white space and invisible characters; widths made one; simplified. */
    private static String plain(String characters) {
        if (characters == null) {
            return null;
        }
        String text = characters.replaceAll("(?s)<!--.*?-->|<[^>]*>", "");
        text = Parser.unescapeEntities(text, false).replaceAll("[(（][a-z\u00e0-\u00fc\u0101-\u01dc]+[)）]", "");
        text = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00a0\\p{Cf}\\p{Cc}\\p{Z}]", "");
        return SCRIPT.toSimplified(text);
    }
}
