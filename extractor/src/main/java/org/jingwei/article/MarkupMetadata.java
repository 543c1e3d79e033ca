package org.jingwei.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jingwei.source.Json;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the head of an HTML page says about it: JSON-LD (schema.org), OpenGraph, meta tags. */
final class MarkupMetadata {
    private static final Set<String> ARTICLES = Set.of("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting",
            "WebPage", "Report", "AnalysisNewsArticle");
    private static final List<String> TITLES = List.of("og:title", "articletitle", "twitter:title", "title",
            "contenttitle");
    private static final List<String> TIMES = List.of("article:published_time", "og:release_date", "pubdate",
            "publishdate", "publish_date", "publish-date", "publishtime", "datepublished", "dc.date", "dc.date.issued",
            "date", "og:published_time", "weibo:article:create_at", "og:time", "firstpublishedtime", "release_date");
    private static final List<String> SOURCES = List.of("contentsource", "source", "mediaid", "article:source");
    private static final List<String> AUTHORS = List.of("author", "article:author", "og:article:author", "dc.creator",
            "byl", "reporter");
    private static final List<String> EDITORS = List.of("editor", "responsibleeditor");

    private final Document document;
    private final Map<String, String> metas = new LinkedHashMap<>();
    private String canonical;
    /** What the page marks up as its day of publication; may be empty. */
    private String shownTime = "";
    private final List<Map<?, ?>> linkedData = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    /** @param address the page's own, where it is known */
    MarkupMetadata(Document document, Optional<String> address) {
        this.document = document;
        document.traverse((node, depth) -> {
            if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "meta" -> meta(element);
                    case "script" -> script(element);
                    case "link" -> {
                        if (canonical == null && element.attr("rel").equalsIgnoreCase("canonical")) {
                            canonical = element.attr("href");
                        }
                    }
                    case "time", "span" -> time(element);
                    case "h1", "h2" -> headings.add(element.text());
                    default -> {
                        // says nothing about the page
                    }
                }
            }
        });
        keepOwn(address);
    }

    /**
     * Of several items, those that are called as the page is or have its address: pages also describe the articles
     * that they link to. An item that says neither is taken only where it is the only one.
     */
    private void keepOwn(Optional<String> address) {
        var names = new ArrayList<>(headings);
        names.add(document.title());
        TITLES.forEach(name -> meta(name).ifPresent(names::add));
        var called = names.stream().map(MarkupMetadata::letters).filter(name -> name.length() >= 4).toList();
        var addresses = Stream.of(address, Optional.ofNullable(canonical), meta("og:url")).flatMap(Optional::stream)
                .map(MarkupMetadata::path).toList();
        var own = linkedData.stream().filter(item -> isOwn(item, called, addresses)).toList();
        if (!own.isEmpty() || linkedData.size() != 1 || name(linkedData.getFirst()).isPresent()
                || !addresses(linkedData.getFirst()).isEmpty() && !addresses.isEmpty()) {
            linkedData.clear();
            linkedData.addAll(own);
        }
    }

    private static boolean isOwn(Map<?, ?> item, List<String> called, List<String> addresses) {
        if (addresses(item).stream().anyMatch(addresses::contains)) {
            return true;
        }
        String name = name(item).map(MarkupMetadata::letters).orElse("");
        return name.length() >= 4 && called.stream().anyMatch(c -> c.contains(name) || name.contains(c)
                || c.length() >= 10 && name.length() >= 10 && c.substring(0, 10).equals(name.substring(0, 10)));
    }

    private static Optional<String> name(Map<?, ?> item) {
        return Stream.of("headline", "name").map(item::get).filter(String.class::isInstance).map(String.class::cast)
                .filter(name -> !name.isBlank()).findFirst();
    }

    private static List<String> addresses(Map<?, ?> item) {
        return Stream.of("url", "@id", "mainEntityOfPage").map(item::get)
                .map(value -> value instanceof Map<?, ?> page ? page.get("@id") : value)
                .filter(String.class::isInstance).map(String.class::cast).filter(url -> url.matches("https?://.*"))
                .map(MarkupMetadata::path).toList();
    }

    /** Without what differs between addresses of one page. */
    private static String path(String url) {
        return url.replaceFirst("(?i)^https?://(?:www\\.|m\\.)?", "").replaceFirst("[#].*$", "").replaceFirst("/+$",
                "");
    }

    private static String letters(String name) {
        var letters = new StringBuilder(name.length());
        name.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private void meta(Element meta) {
        String key = meta.hasAttr("name")
                ? meta.attr("name")
                : meta.hasAttr("property") ? meta.attr("property") : meta.attr("itemprop");
        if (!meta.attr("content").isBlank()) {
            metas.putIfAbsent(key.toLowerCase(Locale.ROOT), meta.attr("content").strip());
        }
    }

    private void script(Element script) {
        if (script.attr("type").equalsIgnoreCase("application/ld+json")) {
            try {
                collect(Json.readEmbedded(script.data()));
            } catch (Json.Malformed e) {
                // What a page says about itself is optional; broken, it says nothing.
            }
        }
    }

    private void time(Element time) {
        if (time.attributesSize() == 0 || !shownTime.isEmpty()) {
            return;
        }
        if (time.attr("itemprop").equalsIgnoreCase("datePublished")
                || time.normalName().equals("time") && (time.hasAttr("pubdate") || isInArticle(time))) {
            shownTime = time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
        }
    }

    /** Cards of other articles are elements of that name, too. */
    private boolean isInArticle(Element time) {
        Element article = time.closest("article");
        return article != null && (article.selectFirst("h1") != null || document.select("article").size() == 1);
    }

    private void collect(Object root) {
        Deque<Object> open = new ArrayDeque<>();
        open.add(root == null ? "" : root);
        while (!open.isEmpty()) {
            Object value = open.poll();
            if (value instanceof List<?> list) {
                list.stream().filter(o -> o != null).forEach(open::add);
            } else if (value instanceof Map<?, ?> map) {
                if (map.get("@graph") != null) {
                    open.add(map.get("@graph"));
                }
                Object type = map.get("@type");
                if (type instanceof String name && ARTICLES.contains(name)
                        || type instanceof List<?> names && names.stream().anyMatch(ARTICLES::contains)) {
                    linkedData.add(map);
                }
            }
        }
    }

    /** Titles, the most trusted first; the last is that of the window. */
    List<String> titles() {
        var titles = new ArrayList<String>();
        linked("headline").ifPresent(titles::add);
        for (String name : TITLES) {
            meta(name).ifPresent(titles::add);
        }
        String window = document.title();
        if (!window.isBlank()) {
            titles.add(window);
        }
        return titles.stream().map(t -> t.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip())
                .filter(t -> !t.isEmpty() && !Title.isNone(t)).distinct().toList();
    }

    /** What the head says of the content; empty when it says nothing. */
    String summary() {
        return meta("og:description").or(() -> meta("description")).orElse("");
    }

    Optional<StatedTime> published() {
        var linked = linked("datePublished").flatMap(StatedTime::inField);
        if (linked.isPresent()) {
            return linked;
        }
        for (String name : TIMES) {
            var time = meta(name).flatMap(StatedTime::inField);
            if (time.isPresent()) {
                return time;
            }
        }
        return StatedTime.inField(shownTime);
    }

    Optional<String> publisher() {
        return linked("publisher").or(() -> meta("og:site_name")).or(() -> meta("sitename"))
                .or(() -> meta("application-name"))
                .filter(name -> name.length() <= 30);
    }

    Optional<String> source() {
        return first(SOURCES).filter(name -> name.length() <= 30 && Characters.han(name) > 0);
    }

    Optional<String> author() {
        return linked("author").or(() -> first(AUTHORS));
    }

    Optional<String> editor() {
        return linked("editor").or(() -> first(EDITORS));
    }

    Optional<String> url() {
        return Optional.ofNullable(canonical).or(() -> meta("og:url"))
                .filter(url -> url.matches("https?://[^\\s<>\"]+"));
    }

    private Optional<String> first(List<String> names) {
        return names.stream().map(this::meta).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> meta(String name) {
        return Optional.ofNullable(metas.get(name));
    }

    /** A string, or the name of a thing; of several, all of them. */
    private Optional<String> linked(String key) {
        for (Map<?, ?> item : linkedData) {
            Object value = item.get(key);
            var names = new ArrayList<String>();
            for (Object each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
                Object name = each instanceof Map<?, ?> thing ? thing.get("name") : each;
                if (name instanceof String || name instanceof Number) {
                    names.add(name.toString().strip());
                }
            }
            names.removeIf(String::isEmpty);
            if (!names.isEmpty()) {
                return Optional.of(String.join("、", names));
            }
        }
        return Optional.empty();
    }
}
