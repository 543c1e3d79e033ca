package org.jingwei.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputsTest {
    @TempDir
    Path dir;

    private static final InputStream NOTHING = InputStream.nullInputStream();

    private static List<Arrival> open(String... inputs) {
        try (var arrivals = Inputs.open(List.of(inputs), NOTHING)) {
            return arrivals.toList();
        }
    }

    private static List<Arrival> open(InputStream stdin) {
        try (var arrivals = Inputs.open(List.of("-"), stdin)) {
            return arrivals.toList();
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static RawPage page(Arrival arrival) {
        return assertInstanceOf(Arrival.Page.class, arrival).page();
    }

    private static Arrival.Unreadable trouble(Arrival arrival) {
        return assertInstanceOf(Arrival.Unreadable.class, arrival);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatTellsOfAFolderIsNoPageOfIt(@TempDir Path folder) throws IOException {
        for (String name : List.of("README.txt", "readme-zh-CN.txt", "index.txt", "LICENSE.txt", "index.html", "a.txt",
                "readmes.txt")) {
            Files.writeString(folder.resolve(name), "x");
        }
        try (Stream<Arrival> arrivals = Inputs.open(List.of(folder.toString()), System.in)) {
            assertEquals(List.of("a", "index", "readmes"),
                    arrivals.map(arrival -> ((Arrival.Page) arrival).page().name()).toList());
        }
        try (Stream<Arrival> named = Inputs.open(List.of(folder.resolve("index.txt").toString()), System.in)) {
            assertEquals(1, named.filter(Arrival.Page.class::isInstance).count());
        }
    }

    @Test
    void aFileIsAPageNamedAfterIt() throws IOException {
        Path file = write("临港新闻.html", "<p>临港</p>");
        var page = page(open(file.toString()).getFirst());
        assertEquals("临港新闻", page.name());
        assertEquals(RawPage.Kind.HTML, page.kind());
        assertEquals(file.toString(), page.location());
        assertEquals(RawPage.sha256("<p>临港</p>".getBytes(StandardCharsets.UTF_8)), page.identity());
    }

    @Test
    void aFolderGivesItsPagesSortedAndNothingElse() throws IOException {
        write("b.txt", "乙");
        write("a/z.htm", "丙");
        write("a/.hidden.txt", "藏");
        write(".git/c.txt", "藏");
        write("picture.png", "图");
        write("c.jsonl", "{\"text\":\"甲\"}\n");
        assertEquals(List.of("z", "b", "c-1"),
                open(dir.toString()).stream().map(InputsTest::page).map(RawPage::name).toList());
    }

    @Test
    void aFolderThatLinksToItselfEnds() throws IOException {
        write("a.txt", "甲");
        Files.createSymbolicLink(dir.resolve("again"), dir);
        assertEquals(1, open(dir.toString()).size());
    }

    @Test
    void linksOutOfAFolderAreToldAndNotFollowed() throws IOException {
        write("in/a.txt", "甲");
        write("out/secret.txt", "密");
        Files.createSymbolicLink(dir.resolve("in/b.txt"), dir.resolve("in/a.txt"));
        Files.createSymbolicLink(dir.resolve("in/c.txt"), dir.resolve("out/secret.txt"));
        Files.createSymbolicLink(dir.resolve("in/d"), dir.resolve("out"));
        Files.createSymbolicLink(dir.resolve("in/e.png"), dir.resolve("out/secret.txt"));
        for (String input : List.of("in", "in/*.txt")) {
            var arrivals = open(dir + "/" + input);
            assertEquals(List.of("甲", "甲"), arrivals.stream().filter(a -> a instanceof Arrival.Page)
                    .map(a -> new String(page(a).content(), StandardCharsets.UTF_8)).toList(), input);
            assertEquals(dir + "/in/c.txt", trouble(arrivals.get(2)).location());
            assertEquals("a link out of the folder, which is not followed", trouble(arrivals.get(2)).reason());
            assertEquals(input.equals("in") ? 4 : 3, arrivals.size());
        }
        Files.createSymbolicLink(dir.resolve("linked"), dir.resolve("in"));
        assertEquals("a", page(open(dir + "/linked").getFirst()).name());
    }

    private Path packed(String name, byte[] content) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(dir.resolve(name)))) {
            out.write(content);
        }
        return dir.resolve(name);
    }

    @Test
    void compressedFilesAreReadAsWhatTheyHold() throws IOException {
        packed("a.html.gz", "<p>甲</p>".getBytes(StandardCharsets.UTF_8));
        packed("b.jsonl.gz", "{\"text\":\"乙\"}\n{\"text\":\"丙\"}\n".getBytes(StandardCharsets.UTF_8));
        packed("c.TXT.GZ", "丁".getBytes(StandardCharsets.UTF_8));
        packed("d.tar.gz", new byte[512]);
        var pages = open(dir.toString()).stream().map(InputsTest::page).toList();
        assertEquals(List.of("a", "b-1", "b-2", "c"), pages.stream().map(RawPage::name).toList());
        assertEquals(List.of("<p>甲</p>", "乙", "丙", "丁"),
                pages.stream().map(page -> new String(page.content(), StandardCharsets.UTF_8)).toList());
        assertEquals(RawPage.Kind.HTML, pages.get(0).kind());
        assertEquals(RawPage.Kind.TEXT, pages.get(3).kind());
        assertEquals(RawPage.sha256("<p>甲</p>".getBytes(StandardCharsets.UTF_8)), pages.getFirst().identity());
    }

    @Test
    void compressedFilesThatLieAreTrouble() throws IOException {
        var bomb = trouble(open(packed("bomb.html.gz", new byte[12 << 20]).toString()).getFirst());
        assertTrue(bomb.reason().contains("it inflates to more than 200 times its size"), bomb.reason());
        var feed = trouble(open(packed("bomb.jsonl.gz", new byte[12 << 20]).toString()).getFirst());
        assertTrue(feed.reason().contains("it inflates to more than 200 times its size"), feed.reason());
        assertTrue(trouble(open(write("plain.txt.gz", "甲").toString()).getFirst()).reason().startsWith("cannot read"));
    }

    @Test
    void aNamedFileIsTakenWhateverItsName() throws IOException {
        assertEquals(RawPage.Kind.UNKNOWN, page(open(write("page.asp", "甲").toString()).getFirst()).kind());
    }

    @Test
    void troubleIsAValueAndTheOthersGoOn() throws IOException {
        Path empty = Files.createDirectory(dir.resolve("empty"));
        Path good = write("good.txt", "好");
        var arrivals = open(dir.resolve("none.txt").toString(), empty.toString(), good.toString());
        assertEquals("there is no such file or folder", trouble(arrivals.get(0)).reason());
        assertEquals("the folder holds no pages", trouble(arrivals.get(1)).reason());
        assertEquals("good", page(arrivals.get(2)).name());
        assertEquals(3, arrivals.size());
    }

    @Test
    void jsonLinesStateIdTitleUrlAndDate() throws IOException {
        String line = "{\"id\":\"x/1\",\"url\":\"http://a.cn/\",\"title\":\"题\",\"published\":\"2021-05-28\",\"text\":\"文\"}";
        Path file = write("feed.ndjson", "\uFEFF" + line + "\r\n\r\n{\"html\":\"<p>乙</p>\"}");
        var arrivals = open(file.toString());
        var first = page(arrivals.get(0));
        assertEquals("x_1", first.name());
        assertEquals(file + ":1", first.location());
        assertEquals(RawPage.Kind.UNKNOWN, first.kind());
        assertEquals("文", new String(first.content(), StandardCharsets.UTF_8));
        assertEquals(new RawPage.Stated(Optional.of("http://a.cn/"), Optional.of("题"), Optional.of("2021-05-28"),
                Optional.of("UTF-8")), first.stated());
        assertEquals(RawPage.sha256(line.getBytes(StandardCharsets.UTF_8)), first.identity());
        var second = page(arrivals.get(1));
        assertEquals("feed-3", second.name());
        assertEquals(RawPage.Kind.HTML, second.kind());
        assertEquals(2, arrivals.size());
    }

    @Test
    void badLinesAreNamedByNumber() throws IOException {
        Path file = write("feed.jsonl", "{\"text\":\"一\"}\nnot json\n[1]\n{\"title\":\"无文\"}\n{\"text\":7}\n"
                + "{\"text\":\"二\",\"id\":12}\n{\"text\":\"三\",\"id\":{}}\n");
        var arrivals = open(file.toString());
        assertEquals(7, arrivals.size());
        assertEquals("12", page(arrivals.get(5)).name());
        for (int bad : new int[]{ 1, 2, 3, 4, 6 }) {
            var trouble = trouble(arrivals.get(bad));
            assertEquals(file + ":" + (bad + 1), trouble.location());
            assertTrue(trouble.remedy().startsWith("Write one object a line"), trouble.remedy());
        }
    }

    @Test
    void standardInputIsAPageOrJsonLines() {
        assertEquals("stdin", page(open(bytes("一段文字")).getFirst()).name());
        var lines = open(bytes("{\"text\":\"一\"}\n{\"text\":\"二\"}\n"));
        assertEquals(List.of("stdin-1", "stdin-2"), lines.stream().map(InputsTest::page).map(RawPage::name).toList());
    }

    @Test
    void equalNamesAreToldApart() {
        var lines = open(
                bytes("{\"id\":\"a\",\"text\":\"一\"}\n{\"id\":\"a-2\",\"text\":\"二\"}\n{\"id\":\"a\",\"text\":\"三\"}"));
        assertEquals(List.of("a", "a-2", "a-3"), lines.stream().map(InputsTest::page).map(RawPage::name).toList());
    }

    @ParameterizedTest
    @CsvSource({ "../../etc/passwd,_.._etc_passwd", "a\\b:c,a_b_c", "...,page", ".profile,profile", "甲乙,甲乙" })
    void namesAreSafeFileNames(String wanted, String safe) {
        assertEquals(safe, PageName.safe(wanted));
    }

    @Test
    void anUnpairedSurrogateLeavesAMark() {
        assertEquals("甲\ufffd乙", new String(page(open(bytes("{\"text\":\"甲\\ud800乙\"}")).getFirst()).content(),
                StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsReadBeforeItIsAskedFor() {
        var endless = new InputStream() {
            private final byte[] line = "{\"text\":\"又一条\"}\n".getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() {
                return line[at++ % line.length] & 0xff;
            }
        };
        try (var arrivals = Inputs.open(List.of("-"), endless)) {
            var names = arrivals.limit(1000).map(InputsTest::page).map(RawPage::name).toList();
            assertEquals(IntStream.rangeClosed(1, 1000).mapToObj(n -> "stdin-" + n).toList(), names);
        }
    }

    @Test
    void aPageThatIsTooLargeIsTrouble() {
        var zeros = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] b, int off, int len) {
                java.util.Arrays.fill(b, off, off + len, (byte) 'a');
                return len;
            }
        };
        assertEquals("larger than 16 MB", trouble(open(zeros).getFirst()).reason());
    }

    private static List<Arrival> open(InputOptions options, String... inputs) {
        try (var arrivals = Inputs.open(List.of(inputs), NOTHING, options)) {
            return arrivals.toList();
        }
    }

    private List<String> found(String glob) {
        return open(dir + "/" + glob).stream().map(InputsTest::page).map(page -> page.location().substring(
                dir.toString().length() + 1)).toList();
    }

    @Test
    void wildcardsFindFiles() throws IOException {
        for (String name : List.of("a.html", "b.asp", "x/c.html", "x/y/d.html", "x/y/.hidden.html", "z/e.htm")) {
            write(name, "页");
        }
        assertEquals(List.of("a.html"), found("*.html"));
        assertEquals(List.of("x/c.html"), found("*/*.html"));
        assertEquals(List.of("a.html", "x/c.html", "x/y/d.html"), found("**/*.html"));
        assertEquals(List.of("x/c.html", "x/y/d.html"), found("x/**.html"));
        assertEquals(List.of("x/c.html", "z/e.htm"), found("{x,z}/?.htm*"));
        assertEquals(List.of("a.html", "b.asp"), found("[ab].*"));
        var none = trouble(open(dir + "/*.xml").getFirst());
        assertEquals("no file matches", none.reason());
        assertEquals(dir + "/*.xml", none.location());
        assertEquals("there is no folder " + dir.resolve("none"), trouble(open(dir + "/none/*").getFirst()).reason());
        write("[draft].html", "稿");
        assertEquals(List.of("[draft].html"), found("[draft].html"));
    }

    @Test
    void aListNamesInputsAfterTheOthers() throws IOException {
        Path a = write("a.txt", "甲");
        Path b = write("b.txt", "乙");
        Path list = write("list", "\uFEFF# pages\r\n\r\n" + b + "\r\n" + dir.resolve("none.txt"));
        var arrivals = open(new InputOptions(JsonFields.DEFAULTS, List.of(list.toString(), "missing.list"),
                WebOptions.DEFAULTS), a.toString());
        assertEquals("a", page(arrivals.get(0)).name());
        assertEquals("b", page(arrivals.get(1)).name());
        assertEquals(dir.resolve("none.txt").toString(), trouble(arrivals.get(2)).location());
        assertEquals("cannot read the list: there is no such file", trouble(arrivals.get(3)).reason());
        assertEquals(4, arrivals.size());
    }

    @Test
    void fieldsOfJsonLinesCanBeRenamed() throws IOException {
        var fields = JsonFields.DEFAULTS.with("text=content").flatMap(f -> f.with("title = headline")).orElseThrow();
        assertEquals(Optional.empty(), JsonFields.DEFAULTS.with("body=content"));
        assertEquals(Optional.empty(), JsonFields.DEFAULTS.with("text="));
        assertEquals(Optional.empty(), JsonFields.DEFAULTS.with("text"));
        Path file = write("feed.jsonl",
                "{\"content\":\"正文\",\"headline\":\"标题\",\"text\":9}\n{\"text\":\"文\"}\n");
        var arrivals = open(new InputOptions(fields, List.of(), WebOptions.DEFAULTS), file.toString());
        assertEquals("正文", new String(page(arrivals.get(0)).content(), StandardCharsets.UTF_8));
        assertEquals(Optional.of("标题"), page(arrivals.get(0)).stated().title());
        assertEquals("the object has neither \"content\" nor \"html\"", trouble(arrivals.get(1)).reason());
    }

    @Test
    void tenThousandArticlesAreNeverReadAhead() {
        byte[] line = ("{\"text\":\"" + "开".repeat(2000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        var produced = new long[1];
        var feed = new InputStream() {
            @Override
            public int read() {
                return produced[0] == 10_000L * line.length ? -1 : line[(int) (produced[0]++ % line.length)] & 0xff;
            }

            @Override
            public int read(byte[] to, int from, int length) {
                int n = 0;
                for (int b = 0; n < length && (b = read()) >= 0; n++) {
                    to[from + n] = (byte) b;
                }
                return n == 0 && length > 0 ? -1 : n;
            }
        };
        try (var arrivals = Inputs.open(List.of("-"), feed)) {
            long taken = 0;
            for (var all = arrivals.iterator(); all.hasNext();) {
                page(all.next());
                taken++;
                assertTrue(produced[0] <= (taken + 1) * line.length + (1 << 17), "read ahead at page " + taken);
            }
            assertEquals(10_000, taken);
        }
    }

    @Test
    void aNameOfMegabytesIsCutAtOnce() {
        assertEquals("长".repeat(66), PageName.safe("长".repeat(5_000_000)));
    }

    @Test
    void aLineMayBeStrangeAndStillHaveItsNumber() throws IOException {
        String lines = String.join("\r\n", "\uFEFF{\"id\":7,\"text\":\"一\"}", "", " \t ", "{\"id\":7,\"text\":\"二\"}",
                "{\"id\":7.50,\"text\":\"三\"}", "{\"id\":true,\"text\":\"四\"}", "{\"text\":{\"p\":\"五\"}}",
                "{\"text\":\"六\",\"meta\":{\"a\":[1]},\"title\":null}", "{\"text\":\"七\"} {\"text\":\"八\"}",
                "{\"text\":\"九\",\"text\":\"十\"}", "[".repeat(5000), "{\"text\":\"\"}", "{\"id\":7,\"text\":\"末\"}");
        Path file = write("feed.jsonl", lines);
        var arrivals = open(file.toString());
        assertEquals(List.of("1 7", "4 7-2", "5 7.50", "6 \"id\" is neither a string nor a number",
                "7 \"text\" is not a string", "8 feed-8", "9 not JSON", "10 not JSON", "11 not JSON",
                "12 the object has neither \"text\" nor \"html\"", "13 7-3"), arrivals.stream().map(arrival -> {
                    return switch (arrival) {
                        case Arrival.Page(RawPage page) -> page.location().replaceFirst(".*:", "") + " " + page.name();
                        case Arrival.Unreadable(String at, String reason, String remedy) ->
                            at.replaceFirst(".*:", "") + " " + reason.replaceFirst("(not JSON): .*", "$1");
                        case Arrival.PassedOver(String at, String what) -> at + " " + what;
                    };
                }).toList());
        assertTrue(trouble(arrivals.get(6)).reason().matches("not JSON: [^\\n]* \\(column \\d+\\)"),
                arrivals::toString);
        assertEquals(arrivals, open(file.toString()), "the same names and reasons again");
    }

    /** Equal lines are one page; the same text under another id, or in a file of its own, is another. */
    @Test
    void theSameBytesAreTheSamePage() throws IOException {
        Path file = write("feed.jsonl", "{\"text\":\"一\"}\n{\"text\":\"一\"}\r\n{\"id\":\"b\",\"text\":\"一\"}\n");
        var lines = open(file.toString()).stream().map(InputsTest::page).toList();
        assertEquals(lines.get(0).identity(), lines.get(1).identity());
        assertTrue(!lines.get(0).identity().equals(lines.get(2).identity()));
        var one = page(open(write("a.txt", "一").toString()).getFirst());
        var copy = page(open(write("deep/b.html", "一").toString()).getFirst());
        assertEquals(one.key(), copy.key());
        assertTrue(!one.identity().equals(lines.get(0).identity()));
        assertEquals(Optional.empty(), one.stated().captured(), "the time of a file says nothing about its page");
    }

    @Test
    void aLineOfSixtyMegabytesIsPassedAndTheNextIsRead() {
        byte[] start = "{\"text\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}\n{\"id\":\"next\",\"text\":\"好\"}\n".getBytes(StandardCharsets.UTF_8);
        int long_ = 60 << 20;
        var feed = new InputStream() {
            private int at;

            @Override
            public int read() {
                int i = at++;
                return i < start.length
                        ? start[i]
                        : i < start.length + long_
                                ? 'x'
                                : i < start.length + long_ + end.length ? end[i - start.length - long_] & 0xff : -1;
            }
        };
        var arrivals = open(feed);
        assertEquals("the line is larger than 16 MB", trouble(arrivals.get(0)).reason());
        assertEquals("next", page(arrivals.get(1)).name());
        assertEquals(2, arrivals.size());
    }

    @Test
    void aListOnStandardInputCannotNameStandardInput() throws IOException {
        Path a = write("a.txt", "甲");
        var options = new InputOptions(JsonFields.DEFAULTS, List.of("-"), WebOptions.DEFAULTS);
        try (var all = Inputs.open(List.of(), bytes(a + "\n-\n" + a + "\n"), options)) {
            var arrivals = all.toList();
            assertEquals("the list itself is standard input", trouble(arrivals.get(1)).reason());
            assertEquals("-:2", trouble(arrivals.get(1)).location());
            assertEquals(List.of("a", "a-2"), List.of(page(arrivals.get(0)).name(), page(arrivals.get(2)).name()));
        }
    }
}
