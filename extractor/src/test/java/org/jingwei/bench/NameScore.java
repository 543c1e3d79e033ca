package org.jingwei.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.article.TextMap;
import org.jingwei.link.Gazetteer;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.Sentence;
import org.jingwei.text.TextReader;

/**
 * Precision, recall and F1 of names against gold files, with every name missed (-) or found in error (+).
 * Usage: {@code NameScore ARTICLES.jsonl GOLD_DIR [quiet]}. Names count as the same by the rules of the gold's scorer.
 */
public final class NameScore {
    private static final Pattern ADMIN = Pattern
            .compile("(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|新区|省|市|区|县|州|盟|旗|镇|乡)$");
    private static final Pattern TAIL = Pattern.compile("(股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|公司|集团)$");

    private NameScore() {}

    public static void main(String[] args) throws Exception {
        boolean quiet = args.length > 2;
        TextReader reader = new TextReader(Gazetteer.load().lexicon());
        Map<NameMention.Type, int[]> counts = new EnumMap<>(NameMention.Type.class);
        for (NameMention.Type type : NameMention.Type.values()) {
            counts.put(type, new int[3]);
        }
        long characters = 0;
        long nanos = 0;
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            Map<?, ?> json = (Map<?, ?>) Json.read(line);
            String id = (String) json.get("id");
            String title = (String) json.get("title");
            String text = (String) json.get("text");
            Map<?, ?> gold = (Map<?, ?>) Json.read(Files.readString(Path.of(args[1], id + ".json")));
            if (gold.containsKey("skip") || id.equals("seed")) {
                continue;
            }
            Article article = article(id, title, text);
            long before = System.nanoTime();
            List<Sentence> sentences = reader.read(article);
            nanos += System.nanoTime() - before;
            characters += article.text().length();
            for (NameMention.Type type : NameMention.Type.values()) {
                Map<String, String> found = new LinkedHashMap<>();
                sentences.forEach(s -> s.names().stream().filter(n -> n.type() == type)
                        .forEach(n -> found.putIfAbsent(n.full(), n.rule())));
                List<String> left = new ArrayList<>(found.keySet());
                List<String> missed = new ArrayList<>();
                for (Object entity : (List<?>) gold.get("entities")) {
                    List<?> pair = (List<?>) entity;
                    if (pair.get(0).equals(type.name())) {
                        counts.get(type)[1]++;
                        Optional<String> hit = left.stream().filter(f -> same(type, (String) pair.get(1), f))
                                .findFirst();
                        hit.ifPresentOrElse(left::remove, () -> missed.add((String) pair.get(1)));
                        counts.get(type)[0] += hit.isPresent() ? 1 : 0;
                    }
                }
                counts.get(type)[2] += found.size();
                if (!quiet) {
                    missed.forEach(m -> System.out.println("- " + id + " " + type + " " + m));
                    left.forEach(
                            x -> System.out.println("+ " + id + " " + type + " " + x + "  [" + found.get(x) + "]"));
                }
            }
        }
        counts.forEach((type, c) -> {
            double p = (double) c[0] / Math.max(1, c[2]);
            double r = (double) c[0] / Math.max(1, c[1]);
            System.out.printf("%-7s P %.3f  R %.3f  F1 %.3f  gold %d found %d%n", type, p, r, 2 * p * r / (p + r), c[1],
                    c[2]);
        });
        System.out.printf("%d characters, %.0f a second%n", characters, characters * 1e9 / nanos);
    }

    /** An article whose text is its page, for benches and tests: title, then body, unless the body holds the title. */
    public static Article article(String id, String title, String body) {
        boolean inside = title == null || body.contains(title);
        String text = inside ? body : title + "\n" + body;
        int[] start = new int[text.length()];
        int[] end = new int[text.length()];
        int point = 0;
        for (int i = 0; i < text.length(); i++) {
            start[i] = point;
            end[i] = point + 1;
            if (!Character.isHighSurrogate(text.charAt(i))) {
                point++;
            }
        }
        int at = title == null ? -1 : text.indexOf(title);
        Optional<Span> headline = at < 0 ? Optional.empty() : Optional.of(new Span(at, at + title.length()));
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        RawPage raw = new RawPage(id, id, RawPage.Kind.TEXT, bytes, RawPage.sha256(bytes), RawPage.Stated.NOTHING);
        return new Article(raw, text, text, text, headline, new TextMap(start, end), List.of(),
                new Article.Metadata(Optional.ofNullable(title), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), false));
    }

    private static String norm(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFKC)
                .replaceAll("[\\s“”\"'‘’《》〈〉「」『』（）()\\[\\]【】·,，、.。:：;；\\-—–]", "");
    }

    private static boolean same(NameMention.Type type, String gold, String found) {
        String a = norm(gold);
        String b = norm(found);
        if (a.equals(b)) {
            return true;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        return switch (type) {
            case PERSON -> false;
            case PLACE -> bare(ADMIN, a).equals(bare(ADMIN, b)) && !bare(ADMIN, a).isEmpty()
                    || shorter.length() >= 3 && longer.endsWith(shorter);
            case ORG -> bare(TAIL, a).equals(bare(TAIL, b)) && !bare(TAIL, a).isEmpty()
                    || shorter.length() >= 3 && longer.contains(shorter)
                            && (double) shorter.length() / longer.length() >= 0.6;
        };
    }

    private static String bare(Pattern tail, String name) {
        return tail.matcher(name).replaceFirst("");
    }
}
