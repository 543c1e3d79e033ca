package org.jingwei.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcPagesTest {
    @TempDir
    Path dir;

    private static final byte[] PAGE = "<p>港区新开十条航线</p>".getBytes(StandardCharsets.UTF_8);

    private List<Arrival> read(String name, byte[]... records) throws IOException {
        var out = new ByteArrayOutputStream();
        for (byte[] record : records) {
            out.write(record);
        }
        return open(Files.write(dir.resolve(name), out.toByteArray()).toString(), InputStream.nullInputStream());
    }

    private static List<Arrival> open(String input, InputStream stdin) {
        try (var arrivals = Inputs.open(List.of(input), stdin)) {
            return arrivals.toList();
        }
    }

    private static byte[] record(String type, String target, String contentType, byte[] block) {
        return join(("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target
                + "\r\nWARC-Date: 2021-05-28T10:14:00Z\r\nWARC-Record-ID: <urn:uuid:0b7b1e1e-8a52-4c4b-9a3b-2f1f2a3b4c5d>"
                + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + block.length + "\r\n\r\n").getBytes(
                        StandardCharsets.UTF_8),
                block, "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] response(String target, String headers, byte[] body) {
        return record("response", target, "application/http; msgtype=response",
                join(("HTTP/1.1 " + headers + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1), body));
    }

    private static byte[] html(String target) {
        return response(target, "200 OK\r\nContent-Type: text/html; charset=GB2312", PAGE);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static RawPage page(Arrival arrival) {
        return assertInstanceOf(Arrival.Page.class, arrival, arrival::toString).page();
    }

    private static Arrival.Unreadable trouble(Arrival arrival) {
        return assertInstanceOf(Arrival.Unreadable.class, arrival);
    }

    @Test
    void aResponseIsAPageWithItsAddressAndCharset() throws IOException {
        var arrivals = read("crawl.warc", html("http://news.example/2021/05/a.html"));
        assertEquals(1, arrivals.size());
        var page = page(arrivals.getFirst());
        assertEquals("news.example_2021_05_a", page.name());
        assertEquals(dir.resolve("crawl.warc") + ":http://news.example/2021/05/a.html", page.location());
        assertEquals(RawPage.Kind.HTML, page.kind());
        assertEquals(RawPage.sha256(PAGE), page.identity());
        assertEquals(new RawPage.Stated(Optional.of("http://news.example/2021/05/a.html"), Optional.empty(),
                Optional.empty(), Optional.of("GB2312"), Optional.of(Instant.parse("2021-05-28T10:14:00Z"))),
                page.stated());
    }

    @Test
    void recordsCompressedOneByOneAreReadInOrder() throws IOException {
        var arrivals = read("crawl.warc.gz", gzip(html("http://a.example/1")), gzip(html("http://a.example/2")),
                gzip(record("resource", "https://a.example/3.txt", "text/plain",
                        "三".getBytes(Charset.forName("GBK")))));
        assertEquals(List.of("a.example_1", "a.example_2", "a.example_3.txt"),
                arrivals.stream().map(a -> page(a).name()).toList());
        assertEquals(RawPage.Kind.TEXT, page(arrivals.get(2)).kind());
    }

    @Test
    void standardInputMayBeAnArchive() throws IOException {
        for (byte[] bytes : List.of(html("http://a.example/"), gzip(html("http://a.example/")))) {
            assertEquals("-:http://a.example/",
                    page(open("-", new java.io.ByteArrayInputStream(bytes)).getFirst()).location());
        }
    }

    @Test
    void onlyPagesAreTaken() throws IOException {
        var arrivals = read("crawl.warc", record("warcinfo", "", "application/warc-fields", "a: b\r\n".getBytes()),
                response("http://a.example/robots.txt", "200 OK\r\nContent-Type: text/plain", PAGE),
                response("http://a.example/x.png", "200 OK\r\nContent-Type: image/png", PAGE),
                response("http://a.example/gone", "404 Not Found\r\nContent-Type: text/html", PAGE),
                response("http://a.example/moved", "302 Found\r\nLocation: /", new byte[0]),
                record("resource", "urn:pageinfo:http://a.example/", "text/plain", PAGE),
                record("request", "http://a.example/", "application/http; msgtype=request",
                        "GET / HTTP/1.1\r\n\r\n".getBytes()),
                response("http://a.example/part", "206 Partial Content\r\nContent-Type: text/html", PAGE),
                response("http://a.example/y.png", "200 OK\r\nContent-Type: image/png", PAGE),
                record("revisit", "http://a.example/again", "application/http; msgtype=response",
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes()),
                record("conversion", "http://a.example/page", "text/plain", PAGE),
                html("http://a.example/page"));
        assertEquals("a.example_page", page(arrivals.get(0)).name());
        assertEquals(new Arrival.PassedOver(dir.resolve("crawl.warc").toString(),
                "2 × image/png, 1 × answer with status 404, 1 × answer with status 302, 1 × answer with status 206, "
                        + "1 × revisit, 1 × conversion"),
                arrivals.get(1));
        assertEquals(2, arrivals.size());
        assertEquals("the archive holds no pages, only 1 × image/png",
                trouble(read("empty.warc",
                        response("http://a.example/x.png", "200 OK\r\nContent-Type: image/png", PAGE)).getFirst())
                        .reason());
    }

    @Test
    void encodingsAreUndone() throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            out.write(PAGE);
        }
        String ok = "200 OK\r\nContent-Type: text/html\r\n";
        byte[] gz = gzip(PAGE);
        byte[] chunked = join((Integer.toHexString(gz.length) + "\r\n").getBytes(), gz, "\r\n0\r\n\r\n".getBytes());
        for (Arrival arrival : read("crawl.warc",
                response("http://a.example/1", ok + "Content-Encoding: gzip", gz),
                response("http://a.example/2", ok + "Content-Encoding: deflate", deflated.toByteArray()),
                response("http://a.example/3", ok + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked),
                response("http://a.example/4", ok + "Content-Encoding: gzip", PAGE))) {
            assertEquals(RawPage.sha256(PAGE), page(arrival).identity(), arrival.toString());
        }
        assertEquals("the content encoding \"zstd\" is not supported", trouble(
                read("zstd.warc", response("http://a.example/", ok + "Content-Encoding: zstd", gz)).getFirst())
                .reason());
    }

    /** Compressed with the reference encoder: {@link #PAGE}, and 60 MB of one letter. */
    private static final byte[] BROTLI = java.util.Base64.getDecoder()
            .decode("Cw+APHA+5riv5Yy65paw5byA5Y2B5p2h6Iiq57q/PC9wPgM=");
    private static final byte[] BROTLI_BOMB = java.util.Base64.getDecoder()
            .decode("y///P/glwuKxQCD3/o///3/wSwDEYRGA7v0f"
                    + "////4JcAiMMCAN37P/7//8EvARCHBQC693/8//+DXwIgDgsAdO//+P//B78EQBwWAOje//H//w9+CYA4LADQvf/L//8f/BIAcVgAoHv/"
                    + "Aw==");

    @Test
    void brotliIsUndone() throws IOException {
        String br = "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br";
        var arrivals = read("br.warc", response("http://a.example/1", br, BROTLI),
                response("http://a.example/undone", br, PAGE), response("http://a.example/bomb", br, BROTLI_BOMB),
                response("http://a.example/cut", br, java.util.Arrays.copyOf(BROTLI, 20)),
                response("http://a.example/none", br, "没有编码的文字".getBytes(StandardCharsets.UTF_8)));
        assertEquals(RawPage.sha256(PAGE), page(arrivals.get(0)).identity());
        assertEquals(RawPage.sha256(PAGE), page(arrivals.get(1)).identity());
        assertEquals("the body inflates to more than 200 times its size", trouble(arrivals.get(2)).reason());
        for (int bad : new int[]{ 3, 4 }) {
            assertEquals("the body is not what its content encoding says: br", trouble(arrivals.get(bad)).reason());
        }
    }

    /** Tools that undo encodings leave the headers as they were. */
    @Test
    void headersOfUndoneEncodingsAreNotBelieved() throws IOException {
        String ok = "200 OK\r\nContent-Type: text/html\r\n";
        for (Arrival arrival : read("crawl.warc",
                response("http://a.example/1", ok + "Transfer-Encoding: chunked", PAGE),
                response("http://a.example/2", ok + "Content-Encoding: gzip\r\nContent-Length: 9", PAGE),
                response("http://a.example/3", ok + "Content-Length: 9", PAGE),
                response("http://a.example/4", ok + "Content-Encoding: deflate\r\nContent-Length: 9999", PAGE))) {
            assertEquals(RawPage.sha256(PAGE), page(arrival).identity(), arrival.toString());
        }
    }

    @Test
    void aPageThatWasCutOffIsNotRead() throws IOException {
        byte[] cut = record("response", "http://a.example/1", "application/http; msgtype=response",
                join("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(), PAGE));
        byte[] marked = new String(cut, StandardCharsets.UTF_8)
                .replace("WARC-Date", "WARC-Truncated: length\r\nWARC-Date")
                .getBytes(StandardCharsets.UTF_8);
        String chunked = "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked";
        var arrivals = read("crawl.warc", marked,
                response("http://a.example/2", "200 OK\r\nContent-Type: text/html\r\nContent-Length: 999", PAGE),
                response("http://a.example/3", chunked, join("ff\r\n".getBytes(), PAGE)),
                html("http://a.example/4"));
        assertEquals("the crawler cut the page off: length", trouble(arrivals.get(0)).reason());
        assertEquals("the crawler cut the page off: it holds " + PAGE.length + " of 999 bytes",
                trouble(arrivals.get(1)).reason());
        trouble(arrivals.get(2));
        assertEquals("a.example_4", page(arrivals.get(3)).name());
    }

    @Test
    void aDateThatIsNoWholeMomentIsLeftOut() throws IOException {
        for (String date : List.of("2021", "2021-05-28", "20210528101400", "+99999-01-01T00:00:00Z", "yesterday")) {
            byte[] record = new String(html("http://a.example/"), StandardCharsets.UTF_8)
                    .replace("2021-05-28T10:14:00Z", date).getBytes(StandardCharsets.UTF_8);
            assertEquals(Optional.empty(), page(read("dates.warc", record).getFirst()).stated().captured(), date);
        }
    }

    @Test
    void anArchiveCutInTheMiddleOfAMemberSaysSo() throws IOException {
        byte[] whole = join(gzip(html("http://a.example/1")), gzip(html("http://a.example/2")));
        for (int cut : new int[]{ 5, 40, 120 }) {
            var arrivals = read("cut.warc.gz", java.util.Arrays.copyOf(whole, whole.length - cut));
            assertEquals("a.example_1", page(arrivals.get(0)).name());
            assertTrue(trouble(arrivals.getLast()).reason().contains("damaged"), arrivals::toString);
        }
    }

    @Test
    void aBombInABodyIsCutAndTheNextRecordIsRead() throws IOException {
        byte[] bomb = gzip(new byte[60 << 20]);
        var arrivals = read("crawl.warc",
                response("http://a.example/bomb", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", bomb),
                html("http://a.example/next"));
        assertTrue(trouble(arrivals.get(0)).reason().contains("200 times"), arrivals.get(0)::toString);
        assertEquals("a.example_next", page(arrivals.get(1)).name());
    }

    /** A record of 512 MB of zeros, written without holding it. */
    private Path bomb(String name, String before) throws IOException {
        Path file = dir.resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            java.util.Arrays.fill(zeros, (byte) 'a');
            for (int i = 0; i < 512; i++) {
                out.write(zeros);
            }
        }
        return file;
    }

    @Test
    void aBombOfARecordEndsTheArchiveWithAReason() throws IOException {
        Path file = bomb("bomb.warc.gz", "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 536870912\r\n\r\n");
        var arrivals = open(file.toString(), InputStream.nullInputStream());
        assertEquals(1, arrivals.size());
        assertEquals("a record inflates to more than 200 times its size", trouble(arrivals.getFirst()).reason());
    }

    @Test
    void headersThatDoNotEndEndTheArchive() throws IOException {
        Path file = bomb("headers.warc.gz", "WARC/1.0\r\nWARC-Type: ");
        var arrivals = open(file.toString(), InputStream.nullInputStream());
        assertEquals(1, arrivals.size());
        assertTrue(trouble(arrivals.getFirst()).reason().endsWith("the headers of a record do not end"),
                arrivals::toString);
    }

    @Test
    void aDamagedArchiveGivesWhatIsBeforeTheDamageAndSaysSo() throws IOException {
        byte[] whole = join(html("http://a.example/1"), html("http://a.example/2"));
        for (byte[] damaged : List.of(join(html("http://a.example/1"), "garbage\r\n\r\n".getBytes()),
                java.util.Arrays.copyOf(whole, whole.length - 20), gzip(java.util.Arrays.copyOf(whole, 700)),
                join(html("http://a.example/1"),
                        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n".getBytes()))) {
            var arrivals = read("damaged.warc", damaged);
            assertEquals("a.example_1", page(arrivals.getFirst()).name());
            assertTrue(trouble(arrivals.getLast()).reason().contains("damaged"), arrivals::toString);
        }
    }
}
