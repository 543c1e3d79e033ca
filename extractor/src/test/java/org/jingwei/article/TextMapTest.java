package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;
import org.jingwei.text.HanlpScript;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage in, repair out, every character maps home: over generated pages, in markup and without. */
class TextMapTest {
    private static final HanlpScript SCRIPT = new HanlpScript();
    private static final ArticleReader READER = new ArticleReader(SCRIPT);
    private static final List<String> PLACES = List.of("mainland", "taiwan", "hongkong");

    @Test
    void spansCoverWhatTheirCharactersStandFor() {
        var map = new TextMap(new int[]{ 4, 5, 9, 10 }, new int[]{ 5, 9, 10, 11 });
        assertEquals(new Span(4, 5), map.toPage(new Span(0, 1)));
        assertEquals(new Span(5, 11), map.toPage(new Span(1, 4)));
        assertThrows(IllegalArgumentException.class, () -> map.toPage(new Span(2, 2)));
    }

    private static Article read(RawPage.Kind kind, String page, Optional<String> title) {
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        var stated = new RawPage.Stated(Optional.empty(), title, Optional.empty(), Optional.of("utf-8"));
        return assertInstanceOf(Reading.Read.class,
                READER.read(new RawPage("page", "page", kind, content, RawPage.sha256(content), stated)), page)
                .article();
    }

    /** A line with every kind of damage now and then. */
    private static String damaged(String line, Random random) {
        var damage = new Damage(random.nextLong());
        return switch (random.nextInt(8)) {
            case 0 -> damage.misframe(line).text();
            case 1 -> damage.gloss(line, Damage.Gloss.TONED, 8).text();
            case 2 -> damage.gloss(line, Damage.Gloss.WHOLE_WORD, 12).text();
            case 3 -> damage.gloss(damage.misframe(line).text(), Damage.Gloss.FULL_WIDTH_BRACKETS, 10).text();
            case 4 -> wide(line, random);
            case 5 -> sprinkled(line, random, "\u200b", "\ufeff", "\ue5e5", "\ud83d", "\udb40\udc20", "\u00ad");
            case 6 -> sprinkled(line, random, " ", "\u3000", "\u00a0", "\t", "  ");
            default -> line;
        };
    }

    private static String wide(String line, Random random) {
        var out = new StringBuilder(line);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if ((c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') && random.nextBoolean()) {
                out.setCharAt(i, (char) (c + 0xfee0));
            }
        }
        return out.toString();
    }

    private static String sprinkled(String line, Random random, String... what) {
        var out = new StringBuilder();
        for (char c : line.toCharArray()) {
            out.append(c).append(random.nextInt(15) == 0 ? what[random.nextInt(what.length)] : "");
        }
        return out.toString();
    }

    /** The line in markup: references, tags in the middle, comments, line feeds. */
    private static String marked(String line, Random random) {
        var out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isSurrogate(c) || c == '\ue5e5') {
                out.append(c);
                continue;
            }
            switch (random.nextInt(24)) {
                case 0 -> out.append("&#").append((int) c).append(';');
                case 1 -> out.append("&#x").append(Integer.toHexString(c)).append(';');
                case 2 -> out.append("<b>").append(escaped(c)).append("</b>");
                case 3 -> out.append("<span class=\"a>b\">").append(escaped(c)).append("</span><!-- 说明 -->");
                case 4 -> out.append(escaped(c)).append("<a href='x.html?a=1&b=2'></a>");
                default -> out.append(escaped(c));
            }
        }
        return out.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '"' -> "&quot;";
            case '“' -> "&ldquo;";
            case '\u00a0' -> "&nbsp;";
            default -> String.valueOf(c);
        };
    }

    private static List<String> lines(Random random) throws IOException {
        var all = DamageTest.paragraphs(PLACES.get(random.nextInt(3)));
        var lines = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            lines.add(damaged(all.get(random.nextInt(all.size())), random));
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void everyCharacterOfAPlainPageLeadsHome(long seed) throws IOException {
        var random = new Random(seed);
        for (int n = 0; n < 100; n++) {
            String before = random.nextBoolean() ? "𠮷野電機新聞網 😀\r\n" : "";
            String page = before + "江州新签约项目投资超百亿元\n"
                    + String.join(random.nextBoolean() ? "\n" : "\r\n\u3000\u3000", lines(random));
            boolean titled = random.nextInt(3) == 0;
            leadsHome(read(RawPage.Kind.TEXT, page, titled ? Optional.of("江州工业项目 𠮷星集团开工") : Optional.empty()), false);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 4, 5, 6 })
    void everyCharacterOfAMarkedUpPageLeadsHome(long seed) throws IOException {
        var random = new Random(seed);
        for (int n = 0; n < 100; n++) {
            var page = new StringBuilder("<!DOCTYPE html><html><head><title>江州新签约项目投资超百亿元</title>\n</head><body>"
                    + "<div class='nav'>𠮷野 😀 <a href='/'>首页</a></div>\r\n<div><h1>江州新签约项目投资超百亿元</h1>\n");
            for (String line : lines(random)) {
                page.append("<p>\u3000\u3000").append(marked(line, random))
                        .append(random.nextBoolean() ? "</p>\n" : "<p>");
            }
            leadsHome(read(RawPage.Kind.HTML, page.append("</div></body></html>").toString(), Optional.empty()), true);
        }
    }

    private static void leadsHome(Article article, boolean html) {
        String text = article.text();
        int[] page = article.page().codePoints().toArray();
        assertEquals(text.length(), article.map().length());
        assertTrue(text.length() > 150, text);
        int last = 0;
        int whole = 0;
        for (int i = 0; i < text.length(); i++) {
            Span home = article.map().toPage(new Span(i, i + 1));
            assertTrue(home.end() <= page.length, () -> home + " of " + page.length);
            assertTrue(home.start() >= last - 1, () -> home + " goes back: " + text);
            last = home.start();
            char c = text.charAt(i);
            if (c == '\n' || c == ' ') {
                continue;
            }
            assertTrue(home.length() > 0,
                    () -> "nothing stands for U+" + Integer.toHexString(c) + " in " + text.replace("\n", "¶"));
            boolean repaired = article.repairs().stream().anyMatch(r -> r.original().overlaps(home));
            if (repaired) {
                continue;
            }
            whole++;
            String there = new String(page, home.start(), home.length());
            String shown = html ? Parser.unescapeEntities(there, false) : there;
            boolean half = Character.isSurrogate(c);
            assertEquals(article.ownScript().substring(i, i + 1),
                    half ? shown.substring(Character.isHighSurrogate(c) ? 0 : 1).substring(0, 1) : shown,
                    () -> "at " + home + " in " + text);
        }
        assertTrue(whole > text.length() / 4, whole + " of " + text.length());
        for (Repair repair : article.repairs()) {
            assertTrue(repair.original().length() > 0 && repair.original().end() <= page.length, repair.toString());
        }
    }

    /** The parser puts U+FFFD in its place there, and drops it elsewhere. */
    @Test
    void whatStandsBehindANulInATitleLeadsHome() {
        var article = read(RawPage.Kind.HTML, "<title>江州<\0新区项目投资8亿元</title><p>项目\0落户江州市，今年开工建设，工期两年，建成后年产值12亿元。</p>"
                + "<p>江州市市长林一舟表示，将全力做好服务，推动项目早日投产，做大做强当地的产业。</p>",
                Optional.empty());
        int[] page = article.page().codePoints().toArray();
        for (String value : List.of("8亿元", "12亿元")) {
            int at = article.text().indexOf(value);
            Span home = article.map().toPage(new Span(at, at + value.length()));
            assertEquals(value, new String(page, home.start(), home.length()));
        }
    }

    @Test
    void supplementaryCharactersCountOnce() {
        var article = read(RawPage.Kind.TEXT, "江州新签约项目投资超百亿元\n𠮷野電機與😀集團簽約，𠮷野投資8億元，項目落戶江州，今年開工建設。", Optional.empty());
        int at = article.text().indexOf("8亿元");
        Span home = article.map().toPage(new Span(at, at + 3));
        int[] page = article.page().codePoints().toArray();
        assertEquals("8億元", new String(page, home.start(), home.length()));
    }
}
