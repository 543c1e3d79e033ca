package org.jingwei.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A folder of pages that want to break their reader, with a good page between every two of them. */
final class HostilePages {
    static final String TEXT = "清河市五月二十六日举行项目集中签约仪式，共签约项目12个，总投资86亿元。"
            + "清河市副市长林一舟出席并致辞，他介绍说，今年前四个月全市进出口总值增长8.2%。";
    private static final String PARAGRAPH = "<p>" + TEXT + "</p>";

    /**
     * @param name   of the file
     * @param reason what is said of it, as a regular expression; empty when its article is read
     */
    record Hostile(String name, String reason) {}

    private final Path folder;
    private final int size;
    private final List<Hostile> hostile = new ArrayList<>();
    private int number;

    /** @param size 100 for all they can be, 1 for a hundredth of it */
    HostilePages(Path folder, int size) {
        this.folder = folder;
        this.size = size;
        good();
        text();
        markup();
        bytes();
        archives();
    }

    List<Hostile> hostile() {
        return List.copyOf(hostile);
    }

    private void good() {
        number++;
        write(String.format(java.util.Locale.ROOT, "%02d-good.html", number),
                page(PARAGRAPH + "<p>清河高新区第" + number + "个项目当天开工，总投资" + (number + 2) + "亿元。</p>"));
    }

    /** How many good pages there are; the nth is {@code n-good.html}. */
    int goodPages() {
        return number;
    }

    private void text() {
        int units = TEXT.getBytes(StandardCharsets.UTF_8).length;
        String tooLong = size < 100 ? "more than 500000 characters|too large for an article" : "larger than 16 MB";
        bad("one-node.html", page("<p>" + TEXT.repeat(50_000_000 / units * Math.max(size, 4) / 100)), tooLong);
        bad("fifteen.html", page("<p>" + TEXT.repeat(15_000_000 / units * Math.max(size, 15) / 100)),
                "more than 500000 characters");
        bad("one-line.txt", TEXT.repeat(15_000_000 / units * Math.max(size, 15) / 100), "too large for an article");
    }

    private void markup() {
        bad("divs.html", page("<div>".repeat(100 * size) + TEXT + "</div>".repeat(100 * size)), "");
        bad("spans.html", page("<span><b>".repeat(1000 * size) + TEXT), "");
        bad("tables.html", page("<table>".repeat(200 * size) + "<tr><td>".repeat(200 * size) + PARAGRAPH), "");
        var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"哈哈\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY lol").append(i).append(" \"").append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bad("laughs.html", laughs + "]>" + page("<p>&lol9;</p>" + PARAGRAPH), "");
        bad("references.html", page("<p>" + "&#x4e2d;".repeat(10_000 * Math.max(size, 60))),
                "more than 500000 characters");
        bad("ampersands.html", page("<p>" + "&amp;amp;amp;".repeat(10_000 * size) + "</p>" + PARAGRAPH),
                size < 100 ? "" : "more than 500000 characters");
        bad("tags.html", page("<b>清</b>".repeat(5000 * Math.max(size, 60)) + PARAGRAPH), "too large for an article");
        bad("paragraphs.html", page("<p>".repeat(40_000 * Math.max(size, 10)) + PARAGRAPH), "too large for an article");
        bad("brackets.html", page("<".repeat(80_000 * Math.max(size, 10)) + PARAGRAPH), "|too large for an article");
        bad("attribute.html", page("<p title='" + "长".repeat(50_000 * size) + "'>" + TEXT + "</p>"), "");
        var attributes = new StringBuilder("<p");
        for (int i = 0; i < 5000 * size; i++) {
            attributes.append(" a").append(i).append("=1");
        }
        bad("attributes.html", page(attributes + ">" + TEXT + "</p>"), "");
        bad("script.html", page(PARAGRAPH + "<script>" + "x<".repeat(30_000 * size)), "|too large for an article");
        bad("nested-json.html", page("<script type='application/ld+json'>" + "[".repeat(1000 * size) + "</script>"
                + PARAGRAPH), "");
    }

    private void bytes() {
        byte[] noise = new byte[3000 * size];
        new Random(7).nextBytes(noise);
        System.arraycopy(new byte[]{ 'P', 'K', 3, 4 }, 0, noise, 0, 4);
        bad("zip.html", noise, "no text");
        bad("nul.html", new byte[50_000 * size], "no text");
        bad("nuls.html", String.join("\0", page(PARAGRAPH).split("")), "no text");
        bad("nothing.html", "", "empty");
        bad("feed.jsonl", "{\"id\":\"x\",\"text\":\"" + "长".repeat(200_000 * Math.max(size, 30)) + "\"}\n"
                + "[".repeat(10_000 * size) + "\n{\"id\":\"in-feed\",\"text\":\"" + TEXT + "\"}\n",
                "larger than 16 MB|nesting depth");
    }

    private void archives() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
        byte[] good = record((head + "\r\n" + page(PARAGRAPH)).getBytes(StandardCharsets.UTF_8));
        byte[] bomb = join((head + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.UTF_8),
                gzip(10L * size << 20, new byte[0]));
        bad("bomb.warc", join(record(bomb), good), "inflates to more than");
        bad("record.warc.gz", gzip(Math.max(10L * size, 100) << 20, ("WARC/1.0\r\nWARC-Type: metadata\r\n"
                + "Content-Length: " + (Math.max(10L * size, 100) << 20) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8)),
                "inflates to more than");
        bad("cut.warc", join(good, Arrays.copyOf(good, good.length / 2)), "damaged");
    }

    private static String page(String inner) {
        return "<html><head><title>清河市集中签约</title></head><body><h1>清河市集中签约12个项目</h1>" + inner
                + "</body></html>";
    }

    private static byte[] record(byte[] block) {
        return join(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/in-archive\r\n"
                + "WARC-Date: 2021-05-28T10:14:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + block.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8), block,
                "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** {@code before} and so many bytes of one letter, compressed. */
    private static byte[] gzip(long letters, byte[] before) {
        var out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'a');
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(before);
            for (long left = letters; left > 0; left -= block.length) {
                gzip.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void bad(String name, String content, String reason) {
        bad(name, content.getBytes(StandardCharsets.UTF_8), reason);
    }

    private void bad(String name, byte[] content, String reason) {
        String file = String.format(java.util.Locale.ROOT, "%02d-%s", number, name);
        write(file, content);
        hostile.add(new Hostile(file, reason));
        good();
    }

    private void write(String name, String content) {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
