package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Search;
import org.jingwei.store.SearchHit;
import org.jingwei.store.StoreException;

/**
 * Names for a search box: {@code GET /suggest?prefix=苏&kind=region&limit=10}. The answer is a JSON object with
 * {@code suggestions}, names that begin with these characters before names that have them further on. Each has the
 * {@code id} of the thing, its {@code name}, the name that {@code matched}, its {@code kind} with a {@code label} in both
 * languages, the {@code region} it lies in where one is stated, and for
 * a region of the past the year {@code until} which there was one. Things of one article alone that have the same name
 * and kind, as people do, are suggested once. Where fewer are suggested than were asked for although not all names that
 * match were looked at, the object has {@code "more": true}: a longer prefix finds them.
 */
final class SuggestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/suggest";
    private static final int USUAL = 10;
    private static final int MOST = 50;
    /** Names looked at: several may be of one thing. */
    private static final int LOOKED_AT = 400;
    /** Where one kind is wanted: most names may be of others. */
    private static final int LOOKED_AT_OF_A_KIND = Search.MOST;

    private final transient KnowledgeStore store;
    private final transient StoreWatch watch;

    SuggestServlet(KnowledgeStore store, StoreWatch watch) {
        this.store = store;
        this.watch = watch;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!List.of("GET", "HEAD").contains(request.getMethod())) {
                response.setHeader("Allow", "GET, HEAD");
                throw new Problem(405, "Method not allowed", "Ask with GET.", Map.of()).thrown();
            }
            String prefix = Optional.ofNullable(request.getParameter("prefix"))
                    .orElseThrow(() -> Problem.badRequest("Give the characters typed: ?prefix=苏.", List.of()).thrown());
            Tagged.send(request, response, "application/json",
                    Json.line(suggestions(prefix, kind(request), limit(request))) + "\n");
        } catch (Problem.Thrown e) {
            e.problem().send(response);
        } catch (TextQuery.Refused e) {
            TextSearch.notReady(e, watch, request, response);
        }
    }

    private static Optional<ThingKind> kind(HttpServletRequest request) {
        String kind = Optional.ofNullable(request.getParameter("kind")).orElse("");
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(ThingKind.named(kind).orElseThrow(() -> Problem.badRequest("There is no such kind.",
                        Arrays.stream(ThingKind.values()).map(ThingKind::code).toList()).thrown()));
    }

    private static int limit(HttpServletRequest request) {
        String limit = Optional.ofNullable(request.getParameter("limit")).orElse("");
        if (limit.isEmpty()) {
            return USUAL;
        }
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw Problem.badRequest("limit must be a whole number from 1 to " + MOST + ".", List.of()).thrown();
        }
        return Integer.parseInt(limit);
    }

    private Map<String, Object> suggestions(String prefix, Optional<ThingKind> kind, int limit) {
        int most = kind.isPresent() ? LOOKED_AT_OF_A_KIND : LOOKED_AT;
        List<SearchHit> hits;
        try {
            hits = store.searchIfReady().orElseThrow(TextQuery::notReady).suggest(prefix, most);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage(), List.of()).thrown();
        } catch (StoreException e) {
            throw TextQuery.later(e);
        }
        return store.read(dataset -> {
            var suggestions = new ArrayList<Object>();
            Set<Object> seen = new HashSet<>();
            for (SearchHit hit : hits) {
                if (suggestions.size() == limit) {
                    break;
                }
                if (seen.add(hit.subject())) {
                    ThingKind is = ThingKind.of(dataset, hit.subject(), store.iris());
                    boolean shared = store.iris().articleKey(hit.subject()).isEmpty();
                    if (kind.map(is::equals).orElse(true)
                            && (shared || seen.add(List.of(is, hit.text().getLiteralLexicalForm())))) {
                        suggestions.add(suggestion(dataset, hit, is));
                    }
                }
            }
            var answer = new LinkedHashMap<String, Object>();
            answer.put("suggestions", suggestions);
            if (suggestions.size() < limit && hits.size() == most) {
                answer.put("more", true);
            }
            return answer;
        });
    }

    private Map<String, Object> suggestion(DatasetGraph dataset, SearchHit hit, ThingKind kind) {
        var json = new LinkedHashMap<String, Object>();
        String matched = hit.text().getLiteralLexicalForm();
        json.put("id", hit.subject().getURI());
        json.put("name", first(dataset, hit.subject(), "name").orElse(matched));
        json.put("matched", matched);
        json.put("kind", kind.code());
        json.put("label", Map.of("en", kind.label().en(), "zh", kind.label().zh()));
        region(dataset, hit.subject()).ifPresent(region -> json.put("region", region));
        var until = dataset.find(Node.ANY, hit.subject(), store.iris().term("until"), Node.ANY);
        if (until.hasNext()) {
            json.put("until", until.next().getObject().getLiteralLexicalForm());
        }
        return json;
    }

    private static Optional<String> region(DatasetGraph dataset, Node thing) {
        for (String property : List.of("containedInPlace", "location")) {
            var places = dataset.find(Node.ANY, thing, ThingKind.schema(property), Node.ANY);
            if (places.hasNext()) {
                return first(dataset, places.next().getObject(), "name");
            }
        }
        return Optional.empty();
    }

    /** The first of its names in Chinese, by their characters. */
    private static Optional<String> first(DatasetGraph dataset, Node thing, String property) {
        var names = new TreeSet<String>();
        var found = dataset.find(Node.ANY, thing, ThingKind.schema(property), Node.ANY);
        // In as many graphs as mention the thing, nearly always the same.
        for (int seen = 0; seen < 50 && found.hasNext(); seen++) {
            Node name = found.next().getObject();
            if (name.isLiteral() && !name.getLiteralLanguage().startsWith("en")) {
                names.add(name.getLiteralLexicalForm());
            }
        }
        return names.stream().findFirst();
    }
}
