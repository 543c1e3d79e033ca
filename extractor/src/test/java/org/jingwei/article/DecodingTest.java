package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
    private static final Decoding DECODING = new Decoding(new HanlpScript());
    private static final List<String> LABELS = List.of("", "utf-8", "gb2312", "gbk", "gb18030", "big5", "iso-8859-1",
            "shift_jis", "utf-16", "klingon");

    /** What a page's bytes really are: a charset, or one with a byte order mark before it. */
    private static final List<String> REAL = List.of("GB18030", "Big5-HKSCS", "UTF-8", "+UTF-8", "+UTF-16LE",
            "+UTF-16BE", "+UTF-32LE", "+UTF-32BE", "UTF-16LE", "UTF-16BE", "+GB18030");

    private static byte[] bytes(String text, String real) {
        return real.startsWith("+")
                ? ("\ufeff" + text).getBytes(Charset.forName(real.substring(1)))
                : text.getBytes(Charset.forName(real));
    }

    private static List<String> texts(String place) throws IOException {
        var lines = DamageTest.paragraphs(place);
        var texts = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i += 4) {
            texts.add("<p>" + String.join("</p>\n<p>", lines.subList(i, i + 4)) + "</p>");
        }
        texts.add(lines.getFirst());
        return texts;
    }

    private static String page(String body, String label) {
        String meta = label.isEmpty()
                ? ""
                : "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + label
                        + "\">";
        return "<html><head>" + meta + "<title>" + body.substring(3, 9) + "</title></head>\n<body>" + body
                + "</body></html>";
    }

    private static Decoding.Result.Text decoded(byte[] bytes, String label) {
        return assertInstanceOf(Decoding.Result.Text.class,
                DECODING.decode(bytes, label.isEmpty() ? Optional.empty() : Optional.of(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "mainland", "taiwan", "hongkong" })
    void mislabelledPagesAreDecodedAsTheyAre(String place) throws IOException {
        int right = 0;
        int all = 0;
        var wrong = new ArrayList<String>();
        for (String body : texts(place)) {
            for (String meta : LABELS) {
                String page = page(body, meta);
                for (String real : REAL) {
                    if (real.startsWith("Big5") && place.equals("mainland")) {
                        continue;
                    }
                    byte[] bytes = bytes(page, real);
                    for (String header : LABELS) {
                        all++;
                        var result = DECODING.decode(bytes, header.isEmpty() ? Optional.empty() : Optional.of(header));
                        if (result instanceof Decoding.Result.Text text && text.text().equals(page)) {
                            right++;
                        } else {
                            wrong.add(real + " called " + header + " and " + meta + ": " + page.length());
                        }
                    }
                }
            }
        }
        assertEquals(all, right, () -> wrong.size() + " wrong: " + wrong);
    }

    @Test
    void bareTextOfAFewSentencesIsDecodedWithoutALabel() throws IOException {
        var wrong = new ArrayList<String>();
        for (String place : List.of("mainland", "taiwan", "hongkong")) {
            for (String text : DamageTest.paragraphs(place)) {
                for (String real : List.of("GB18030", "Big5-HKSCS", "UTF-8")) {
                    if (!(real.startsWith("Big5") && place.equals("mainland"))
                            && !decoded(bytes(text, real), "").text().equals(text)) {
                        wrong.add(real + " " + text);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource({ "gb2312,GB18030", "GBK,GB18030", "x-gbk,GB18030", "csGB2312,GB18030", "chinese,GB18030",
            "cp936,GB18030", "big5,Big5-HKSCS", "cn-big5,Big5-HKSCS", "' UTF8 ',UTF-8", "'\"utf-8\";',UTF-8",
            "unicode,UTF-16LE", "utf-16be,UTF-16BE", "iso-8859-1,windows-1252", "latin1,windows-1252",
            "us-ascii,windows-1252", "sjis,windows-31j", "ks_c_5601-1987,x-windows-949", "iso8859-9,windows-1254",
            "tis-620,x-windows-874", "koi8,KOI8-R" })
    void labelsMeanWhatTheEncodingStandardSays(String label, String charset) {
        assertEquals(Optional.of(Charset.forName(charset)), CharsetLabels.charset(label));
    }

    @ParameterizedTest
    @ValueSource(strings = { "klingon", "", "hz-gb-2312", "iso-2022-cn", "utf-7", "none" })
    void otherLabelsMeanNothing(String label) {
        assertEquals(Optional.empty(), CharsetLabels.charset(label));
    }

    private static final String NAMES = "江州市㐱字號与𠮷野电机、䶮正控股签约，总投资8.6亿元，镕鑫、喆华两家企业同时落户临川经济技术开发区。";

    @Test
    void fourByteCharactersAreRead() {
        assertEquals(NAMES, decoded(NAMES.getBytes(Charset.forName("GB18030")), "gb2312").text());
    }

    @Test
    void bytesCutInTheMiddleOfACharacterAreOneLostPlace() throws IOException {
        var random = new Random(5);
        for (String place : List.of("mainland", "taiwan", "hongkong")) {
            for (String text : DamageTest.paragraphs(place)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                int at = random.nextInt(bytes.length);
                while (bytes[at] >= 0) {
                    at = (at + 1) % bytes.length;
                }
                byte[] cut = bytes.clone();
                System.arraycopy(bytes, at + 1, cut, at, bytes.length - at - 1);
                cut = Arrays.copyOf(cut, bytes.length - 1);
                var got = decoded(cut, "utf-8");
                assertTrue(got.damaged() > 0 && got.remark().orElseThrow().contains("no character"), got.toString());
                assertTrue(common(text, got.text()) >= text.length() - 2, text + "\n" + got.text());
                var end = decoded(Arrays.copyOf(bytes, Math.max(90, at + 1)), "utf-8");
                assertTrue(text.startsWith(end.text().replace("\ufffd", "")), end.text());
            }
        }
    }

    /** Characters that both texts have at their beginning and at their end. */
    private static int common(String a, String b) {
        int head = 0;
        while (head < a.length() && head < b.length() && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < a.length() - head && tail < b.length() - head
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return head + tail;
    }

    @ParameterizedTest
    @CsvSource({ "UTF-8,klingon,'labelled \"klingon\", which no charset is called'",
            "GB18030,klingon,'labelled \"klingon\", which no charset is called'",
            "GB18030,big5,'labelled \"big5\", which its bytes are not'",
            "UTF-8,iso-8859-1,'labelled \"iso-8859-1\", which its bytes are not'", "GB18030,gbk,", "UTF-8,,",
            "UTF-16LE,utf-16,", "GB18030,," })
    void aLabelThatIsPassedOverIsSaid(String real, String label, String remark) {
        assertEquals(Optional.ofNullable(remark),
                decoded(NAMES.getBytes(Charset.forName(real)), label == null ? "" : label).remark());
    }

    @Test
    void everyUndecodablePlaceIsCounted() {
        var bytes = ByteBuffer.allocate(4000);
        for (int i = 0; i < 20; i++) {
            bytes.put("江州今年引进外资项目12个，总投资9亿元。".getBytes(StandardCharsets.UTF_8));
        }
        bytes.put((byte) 0xff).put("同比增长8%。".getBytes(StandardCharsets.UTF_8)).put((byte) 0xe6);
        assertEquals(2, decoded(Arrays.copyOf(bytes.array(), bytes.position()), "").damaged());
    }

    @Test
    void noiseIsRejected() {
        var random = new Random(9);
        for (int n = 0; n < 50; n++) {
            byte[] noise = new byte[2000];
            random.nextBytes(noise);
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) (noise[i] | 0x80);
            }
            var failed = assertInstanceOf(Decoding.Result.Failed.class, DECODING.decode(noise, Optional.of("gbk")));
            assertEquals(Reading.Reason.NOT_DECODABLE, failed.rejected().reason());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 4 })
    void aBlockOfAnotherEncodingInUtf8IsLostAndSaid(int sentences) throws IOException {
        List<String> lines = DamageTest.paragraphs("mainland");
        String foreign = "责任编辑张大山，版权所有，总投资86亿元，未经授权不得转载。".repeat(sentences);
        var page = new ByteArrayOutputStream();
        String head = page(String.join("</p><p>", lines.subList(0, 12)), "utf-8");
        int at = head.indexOf("</p><p>") + 7;
        page.writeBytes(head.substring(0, at).getBytes(StandardCharsets.UTF_8));
        page.writeBytes(foreign.getBytes(Charset.forName("GB18030")));
        page.writeBytes(head.substring(at).getBytes(StandardCharsets.UTF_8));
        for (String label : List.of("", "utf-8", "gbk")) {
            var text = decoded(page.toByteArray(), label);
            assertEquals(StandardCharsets.UTF_8, text.charset());
            assertTrue(text.text().startsWith(head.substring(0, at)) && text.text().endsWith(head.substring(at)));
            assertTrue(text.remark().orElseThrow().contains("a block of it is in another encoding and lost"),
                    text.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({ "GB18030,gbk", "Big5-HKSCS,big5" })
    void aBrokenByteTakesNoAsciiWithIt(String real, String label) throws IOException {
        String text = "<p>" + String.join("</p><p>", DamageTest.paragraphs("taiwan").subList(0, 4)) + "</p>";
        for (String behind : List.of("</p>", "86")) {
            var page = new ByteArrayOutputStream();
            page.writeBytes(text.getBytes(Charset.forName(real)));
            page.write(0xb7);
            page.writeBytes(behind.getBytes(StandardCharsets.US_ASCII));
            assertEquals(text + "\ufffd" + behind, decoded(page.toByteArray(), label).text());
        }
    }
}
