package org.jingwei.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jingwei.article.Damage;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;

/**
 * Pages of regional-economy news, each another one: composed of invented sentences, names and numbers, as text or as
 * HTML with what stands around an article, some in GB18030, some in traditional characters with pronunciations behind
 * them. Headline and paragraphs have 800 to 2500 characters, besides the pronunciations. The same seed and number give
 * the same bytes. Thread-safe.
 */
public final class GeneratedArticles {
    private static final int LEAST = 850;
    private static final int MOST = 2450;
    /** One Chinese character in so many has its pronunciation behind it, on a page that has any. */
    private static final int GLOSSED = 20;

    /** Simplified characters, each with the traditional one of most words where that is not the first. */
    private static final String USUAL = "苏蘇表表克克台台家家同同线線升升占佔划劃范範准準采採余餘丰豐里裡后後复復松松干干系系术術累累出出";

    private final Grammar grammar = new Grammar("/invented/news.tsv");
    private final char[] traditional = traditional();
    private final long seed;

    public GeneratedArticles(long seed) {
        this.seed = seed;
    }

    /** @param number of the page, from 0; any number has one */
    public RawPage page(long number) {
        var random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
        var page = grammar.page(random);
        boolean html = random.nextInt(2) == 0;
        boolean old = random.nextInt(6) == 0;
        Charset charset = !old && random.nextInt(6) == 0 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        page.set("charset", charset.name().toLowerCase(java.util.Locale.ROOT));
        page.set("month2", twoDigits(page.same("month")));
        page.set("day2", twoDigits(page.same("day")));
        page.set("title", page.expand(page.same("kind") + ".title"));
        page.set("paragraphs", paragraphs(page, random, html));
        String text = page.expand(html ? "frame.html" : "frame.text");
        if (old) {
            text = new Damage(random.nextLong()).gloss(inTraditional(text), Damage.Gloss.TONED, GLOSSED).text();
        }
        byte[] content = text.getBytes(charset);
        String name = "generated-" + seed + "-" + number;
        return new RawPage(name, name, html ? RawPage.Kind.HTML : RawPage.Kind.TEXT, content,
                RawPage.sha256(content), RawPage.Stated.NOTHING);
    }

    private static String paragraphs(Grammar.Page page, RandomGenerator random, boolean html) {
        int wanted = random.nextInt(LEAST, MOST - 300);
        int length = page.same("title").length();
        List<String> paragraphs = new ArrayList<>();
        while (length < wanted) {
            var paragraph = new StringBuilder();
            for (int sentences = random.nextInt(1, 5); sentences > 0; sentences--) {
                String sentence = sentence(page, random);
                if (length + paragraph.length() + sentence.length() <= MOST) {
                    paragraph.append(sentence);
                }
            }
            length += paragraph.length();
            paragraphs.add(html ? "<p>" + paragraph + "</p>" : paragraph.toString());
        }
        return String.join("\n", paragraphs);
    }

    /** Of the page's own kind, of another, or somebody's words. */
    private static String sentence(Grammar.Page page, RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> page.expandAnew(page.expand("kind"));
            case 3 -> page.expandAnew("quote");
            default -> page.expandAnew(page.same("kind"));
        };
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private String inTraditional(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char other = traditional[characters[i]];
            characters[i] = other == 0 ? characters[i] : other;
        }
        return new String(characters);
    }

    /** By simplified character, a traditional one that is read as it; 0 where there is none. */
    private static char[] traditional() {
        var script = new HanlpScript();
        char[] table = new char[0x10000];
        for (char c = '\u4e00'; c < '\ua000'; c++) {
            String simplified = script.toSimplified(String.valueOf(c));
            if (simplified.length() == 1 && simplified.charAt(0) != c && table[simplified.charAt(0)] == 0) {
                table[simplified.charAt(0)] = c;
            }
        }
        for (int i = 0; i < USUAL.length(); i += 2) {
            table[USUAL.charAt(i)] = USUAL.charAt(i + 1);
        }
        return table;
    }
}
