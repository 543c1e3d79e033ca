package org.jingwei.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jingwei.article.Article;
import org.jingwei.article.Article.Metadata;
import org.jingwei.fact.Evidence;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Link;
import org.jingwei.link.Linker;
import org.jingwei.link.Links;
import org.jingwei.source.Json;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.TextReader;

/**
 * How many places are linked, and how many of these to the right thing.
 * Usage: {@code LinkScore LINKS.tsv ARTICLES}. LINKS.tsv has article, name and identifier (several separated by |
 * where each is right; none where nothing known carries the name); ARTICLES is a file of JSON lines with id, title,
 * published and text, or a folder of text files named by article. The places are those of the links, the organisations
 * those that the tagger finds. Every name that is not linked as it should be is shown.
 */
public final class LinkScore {
    private LinkScore() {}

    public static void main(String[] args) throws Exception {
        Map<String, Map<String, Set<String>>> gold = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t");
                gold.computeIfAbsent(cells[0], k -> new LinkedHashMap<>()).put(cells[1],
                        Set.of(cells[2].split("\\|")));
            }
        }
        Map<String, Article> articles = articles(Path.of(args[1]));
        long before = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.load();
        long loaded = System.nanoTime();
        Linker linker = new Linker(gazetteer);
        TextReader tagger = new TextReader(gazetteer.lexicon());
        int known = 0;
        int linked = 0;
        int right = 0;
        int names = 0;
        for (var entry : gold.entrySet()) {
            Article article = articles.get(entry.getKey());
            if (article == null) {
                System.out.println("no article " + entry.getKey());
                continue;
            }
            Links links = linker.links(article, facts(article, entry.getValue().keySet(), tagger));
            for (var expected : entry.getValue().entrySet()) {
                names++;
                boolean linkable = !expected.getValue().contains("none");
                known += linkable ? 1 : 0;
                Link link = links.of(expected.getKey());
                if (link instanceof Link.Linked l) {
                    linked++;
                    boolean ok = expected.getValue().contains(l.thing().id());
                    right += ok ? 1 : 0;
                    if (!ok) {
                        System.out.println("wrong   " + entry.getKey() + " " + expected + " " + l.thing());
                    }
                } else if (linkable) {
                    System.out.println("missing " + entry.getKey() + " " + expected + " " + link);
                }
            }
        }
        System.out.printf("%d places, %d of them linkable, %d linked (%.1f %% of the linkable), %d right (%.1f %%)%n",
                names, known, linked, 100.0 * right / known, right, 100.0 * right / linked);
        System.out.printf("gazetteer loaded in %d ms%n", (loaded - before) / 1_000_000);
    }

    private static Map<String, Article> articles(Path path) throws Exception {
        Map<String, Article> articles = new TreeMap<>();
        if (Files.isDirectory(path)) {
            try (var files = Files.newDirectoryStream(path, "*.txt")) {
                for (Path file : files) {
                    String id = file.getFileName().toString().replaceFirst("\\.txt$", "");
                    articles.put(id, NameScore.article(id, null, Files.readString(file)));
                }
            }
        } else {
            for (String line : Files.readAllLines(path)) {
                Map<?, ?> json = (Map<?, ?>) Json.read(line);
                Article article = NameScore.article((String) json.get("id"), (String) json.get("title"),
                        (String) json.get("text"));
                articles.put((String) json.get("id"), dated(article,
                        Optional.ofNullable((String) json.get("published")).map(LocalDate::parse), Optional.empty()));
            }
        }
        return articles;
    }

    /** The same article with a day of publication and a publisher. */
    public static Article dated(Article article, Optional<LocalDate> published, Optional<String> publisher) {
        Metadata m = article.metadata();
        return new Article(article.raw(), article.page(), article.text(), article.ownScript(), article.headline(),
                article.map(), article.repairs(), new Metadata(m.title(), published, m.publishedTime(), publisher,
                        m.source(), m.authors(), m.editors(), m.url(), m.originalUrl(), m.traditional()));
    }

    private static List<Fact> facts(Article article, Set<String> places, TextReader tagger) {
        List<Fact> facts = new ArrayList<>();
        for (String place : places) {
            List<Span> spans = new ArrayList<>();
            for (int at = article.text().indexOf(place); at >= 0; at = article.text().indexOf(place, at + 1)) {
                spans.add(new Span(at, at + place.length()));
            }
            facts.add(new Fact.Name(place, NameMention.Type.PLACE,
                    new Evidence(spans.isEmpty() ? List.of(new Span(0, 1)) : spans, "given", 1.0)));
        }
        tagger.read(article).forEach(s -> s.names().stream().filter(n -> n.type() == NameMention.Type.ORG)
                .forEach(n -> facts.add(new Fact.Name(n.full(), NameMention.Type.ORG,
                        new Evidence(List.of(n.span()), n.rule(), 1.0)))));
        return facts;
    }
}
