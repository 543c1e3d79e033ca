package org.jingwei.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that went into an archive come out of it as they were, and damage to the file is never a page. */
class ArchiveTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-08-14T09:00:00Z"));

    @TempDir
    Path folder;

    // What was written comes back

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
    void anyPageComesBackEqual(long seed) throws IOException {
        var random = new Random(seed);
        List<RawPage> pages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] content = dirty(random, random.nextInt(4) == 0 ? 0 : random.nextInt(3000));
            byte[] more = dirty(random, 20);
            pages.add(new RawPage(text(random), text(random),
                    RawPage.Kind.values()[random.nextInt(3)], content,
                    RawPage.sha256(random.nextBoolean() ? content : more),
                    new RawPage.Stated(maybe(random), maybe(random), maybe(random), maybe(random),
                            random.nextBoolean()
                                    ? Optional
                                            .of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)))
                                    : Optional.empty())));
        }
        assertSame(pages, read(write(pages)));
    }

    @Test
    void pagesOfEveryKindOfInputComeBackEqual() throws IOException {
        var random = new Random(99);
        byte[] gbk = ("<html><body><p>开发区签约" + "六个项目，".repeat(40)).getBytes("GB18030");
        Files.write(folder.resolve("a.html"), gbk);
        Files.write(folder.resolve("b.txt"), dirty(random, 5000));
        Files.write(folder.resolve("c"), new byte[0]);
        Files.writeString(folder.resolve("d.jsonl"),
                "{\"id\":\"x\\u0001/y\",\"title\":\"标题\\n二\\ud800\\u2028\",\"published\":"
                        + "\"2021-05-28\",\"url\":\"http://a.example/中 文\",\"text\":\"a\\u0000b\\udc00\"}\r\n"
                        + "{\"html\":\"<p>x</p>\",\"title\":\"" + "长".repeat(200_000) + "\"}\n");
        var warc = new ByteArrayOutputStream();
        warc.write(record("http://news.example/1", "Content-Type: text/html; charset=\"gb2312\"", gbk));
        warc.write(record("http://news.example/2", "X: y", dirty(random, 3000)));
        Files.write(folder.resolve("e.warc"), warc.toByteArray());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=gbk");
            boolean page = exchange.getRequestURI().getPath().equals("/p");
            exchange.sendResponseHeaders(page ? 200 : 404, page ? gbk.length : -1);
            if (page) {
                exchange.getResponseBody().write(gbk);
            }
            exchange.close();
        });
        server.start();
        var web = new WebOptions(InetAddress.getLoopbackAddress()::equals, "Jingwei/0.1 (test)", Duration.ofSeconds(8),
                5, 1 << 20, 8 << 20, 200, Duration.ZERO);
        var network = new Network(host -> List.of(InetAddress.getLoopbackAddress()), () -> null, Network.SYSTEM.time());
        List<RawPage> pages;
        try (var arrivals = Inputs.open(
                List.of(folder.resolve("a.html") + "", folder.resolve("b.txt") + "", folder.resolve("c") + "",
                        folder.resolve("d.jsonl") + "", folder.resolve("e.warc") + "",
                        "http://news.example:" + server.getAddress().getPort() + "/p", "-"),
                new java.io.ByteArrayInputStream(dirty(random, 400)),
                new InputOptions(JsonFields.DEFAULTS, List.of(), web), network)) {
            pages = arrivals.map(Arrival.Page.class::cast).map(Arrival.Page::page).toList();
        } finally {
            server.stop(0);
        }
        assertEquals(9, pages.size(), pages::toString);
        assertTrue(pages.stream().anyMatch(page -> page.stated().captured().isPresent()));
        assertTrue(pages.stream().anyMatch(page -> page.stated().charset().equals(Optional.of("gbk"))));
        assertSame(pages, read(write(pages)));
    }

    /** What a server calls its charset is anything; what a WARC record may not say of it is left out there. */
    @ParameterizedTest
    @ValueSource(strings = { "ISO_8859-1:1987", "gbk;x", "", "a b", "\"gbk\"" })
    void anOddCharsetOfAServerIsNoReasonNotToArchive(String charset) throws IOException {
        byte[] bytes = "<p>签约</p>".getBytes(StandardCharsets.UTF_8);
        var page = new RawPage("p", "http://news.example/1", RawPage.Kind.HTML, bytes, RawPage.sha256(bytes),
                new RawPage.Stated(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(charset),
                        Optional.empty()));
        assertSame(List.of(page), read(write(List.of(page))));
    }

    /** As archivists' tools see it; our own reader of WARC inputs is one. */
    @Test
    void theFileIsAnArchiveForOthers() throws IOException {
        List<RawPage> pages = List.of(page("新闻/一.html", "<p>签约</p>"), page("http://a.example/二", "<p>开工</p>"));
        Path file = write(pages);
        String text = new String(new GZIPInputStream(Files.newInputStream(file)).readAllBytes(),
                StandardCharsets.UTF_8);
        assertTrue(text.startsWith("WARC/1.1\r\n"), text);
        assertTrue(text.contains("WARC-Payload-Digest: sha256:" + pages.getFirst().identity()), text);
        assertTrue(text.contains("WARC-Target-URI: file:%E6%96%B0%E9%97%BB/%E4%B8%80.html\r\n"), text);
        assertTrue(text.contains("WARC-Target-URI: http://a.example/%E4%BA%8C\r\n"), text);
        try (var arrivals = Inputs.open(List.of(file.toString()), InputStream.nullInputStream())) {
            assertEquals(pages.stream().map(RawPage::identity).toList(),
                    arrivals.map(Arrival.Page.class::cast).map(arrival -> arrival.page().identity()).toList());
        }
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(write(pages, "again/run.warc.gz")),
                "but for the clock the bytes depend on the pages alone");
        assertThrows(FileAlreadyExistsException.class, () -> write(pages));
    }

    // Damage

    /** Wherever a process is killed: the pages before are all there, and what is behind is a tail, not a page. */
    @Test
    void aTornTailHarmsNoPageBeforeIt() throws IOException {
        var random = new Random(7);
        List<RawPage> pages = new ArrayList<>();
        Map<Integer, Integer> whole = new HashMap<>();
        Path file = folder.resolve("run.warc.gz");
        try (var writer = ArchiveWriter.create(file, CLOCK, "jingwei test")) {
            for (int i = 0; i < 6; i++) {
                pages.add(page("p" + i, new String(dirty(random, 300), StandardCharsets.ISO_8859_1)));
                writer.write(pages.getLast());
                writer.sync();
                whole.put((int) Files.size(file), i + 1);
            }
        }
        byte[] all = Files.readAllBytes(file);
        int expected = 0;
        for (int length = 0; length <= all.length; length += length < 1200 ? 1 : 13) {
            for (int at = length - 12; at <= length; at++) {
                expected = Math.max(expected, whole.getOrDefault(at, 0));
            }
            Path torn = Files.write(folder.resolve("torn.warc.gz"), Arrays.copyOf(all, length));
            try (var reader = new ArchiveReader(torn)) {
                List<RawPage> read = pages(reader);
                // The end of a member is a checksum; a page is whole before it.
                assertTrue(read.size() == expected || read.size() == expected + 1, length + ": " + read.size());
                assertSame(pages.subList(0, read.size()), read);
                assertTrue(reader.damages().stream().allMatch(ArchiveReader.Damage::tail), reader.damages()::toString);
                assertTrue(reader.damages().size() <= 1);
            }
        }
    }

    /** One bit anywhere: what comes back is what was written, a page may be missing, and that is told. */
    @Test
    void noFlippedBitMakesAnotherPage() throws IOException {
        List<RawPage> pages = List.of(page("a", "甲".repeat(30)), page("b", "乙".repeat(30)), page("c", "丙".repeat(30)));
        byte[] all = Files.readAllBytes(write(pages));
        var random = new Random(3);
        int lost = 0;
        for (int at = 0; at < all.length; at++) {
            byte[] changed = all.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            try (var reader = new ArchiveReader(Files.write(folder.resolve("flipped.warc.gz"), changed))) {
                List<RawPage> read = pages(reader);
                assertTrue(read.size() >= 2, at + ": " + read + reader.damages());
                for (RawPage page : read) {
                    assertSame(List.of(pages.get("abc".indexOf(page.location()))), List.of(page));
                }
                if (read.size() < pages.size()) {
                    lost++;
                    assertFalse(reader.damages().isEmpty(), "silent loss at " + at);
                }
            }
        }
        assertTrue(lost > 100, "the test damages pages: " + lost);
    }

    @Test
    void damageInTheMiddleIsNoTail() throws IOException {
        byte[] all = Files.readAllBytes(write(List.of(page("a", "甲".repeat(90)), page("b", "乙"), page("c", "丙"))));
        Arrays.fill(all, 420, 470, (byte) 0);
        try (var reader = new ArchiveReader(Files.write(folder.resolve("hole.warc.gz"), all))) {
            assertEquals(List.of("b", "c"), pages(reader).stream().map(RawPage::location).toList());
            assertFalse(reader.damages().isEmpty());
            assertTrue(reader.damages().stream().noneMatch(ArchiveReader.Damage::tail));
        }
    }

    private Path write(List<RawPage> pages) throws IOException {
        return write(pages, "run.warc.gz");
    }

    private Path write(List<RawPage> pages, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var writer = ArchiveWriter.create(file, CLOCK, "jingwei test")) {
            for (RawPage page : pages) {
                writer.write(page);
            }
            writer.sync();
        }
        return file;
    }

    private static List<RawPage> read(Path file) throws IOException {
        try (var reader = new ArchiveReader(file)) {
            List<RawPage> pages = pages(reader);
            assertEquals(List.of(), reader.damages());
            return pages;
        }
    }

    private static List<RawPage> pages(ArchiveReader reader) {
        List<RawPage> pages = new ArrayList<>();
        reader.forEachRemaining(arrival -> pages.add(((Arrival.Page) arrival).page()));
        return pages;
    }

    private static void assertSame(List<RawPage> expected, List<RawPage> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            RawPage one = expected.get(i);
            RawPage other = actual.get(i);
            assertEquals(List.of(one.name(), one.location(), one.kind(), one.identity(), one.stated()),
                    List.of(other.name(), other.location(), other.kind(), other.identity(), other.stated()));
            assertArrayEquals(one.content(), other.content());
        }
    }

    private static RawPage page(String location, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new RawPage("page", location, RawPage.Kind.HTML, bytes, RawPage.sha256(bytes), RawPage.Stated.NOTHING);
    }

    private static byte[] record(String target, String header, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.writeBytes(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + target
                + "\r\nWARC-Date: 2021-05-28T02:14:09Z\r\nContent-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + (head.length + body.length) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(head);
        out.writeBytes(body);
        out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** Any bytes, with what archives and headers are made of more often than by chance. */
    private static byte[] dirty(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        List<String> marks = List.of("\r\n\r\n", "WARC/1.1\r\n", "\u001f\u008b\b", "\0", "Content-Length: 3\r\n", "\n");
        for (int i = 0; i < length / 40; i++) {
            byte[] mark = marks.get(random.nextInt(marks.size())).getBytes(StandardCharsets.ISO_8859_1);
            int at = random.nextInt(length);
            System.arraycopy(mark, 0, bytes, at, Math.min(mark.length, length - at));
        }
        return bytes;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x40));
                case 1 -> text.append((char) (0xd800 + random.nextInt(0x800)));
                case 2 -> text.appendCodePoint(0x20000 + random.nextInt(1000));
                case 3 -> text.append("\r\n: <>\"\\%\u2028\ufeff".charAt(random.nextInt(11)));
                case 4 -> text.append((char) (0x4e00 + random.nextInt(5000)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private static Optional<String> maybe(Random random) {
        return random.nextBoolean() ? Optional.of(text(random)) : Optional.empty();
    }
}
