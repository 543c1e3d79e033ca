package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.nio.charset.Charset;
import java.util.Random;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final HanlpScript SCRIPT = new HanlpScript();

    private static String repaired(String text) {
        return new Repairs(SCRIPT).repair(MappedText.of(text, 0, text.length())).toString();
    }

    @ParameterizedTest
    @CsvSource({ "開發(fā)區(qū),開發區", "開發（fa）區,開發區", "業(yè)績,業績", "旅(lǚ)客,旅客", "廣(ɡuǎnɡ)州,廣州",
            "發(fā)展(fā zhǎn)大會,發展大會", "F(xiàn)場簽約,〓場簽約" })
    void glossesGo(String glossed, String clean) {
        assertEquals(clean, repaired(glossed));
    }

    @ParameterizedTest
    @ValueSource(strings = { "研发(R&D)投入", "增长(yoy)8%", "人工智能(ai)产业", "上汽(saic)集团", "江州(含武进)", "项目(a)和项目(b)" })
    void genuineBracketsStay(String text) {
        assertEquals(text, repaired(text));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void glossesPutIntoProseComeOutAgain(boolean traditional) {
        var random = new Random(11);
        var prose = new Prose(12, traditional);
        int glosses = 0;
        int left = 0;
        for (int n = 0; n < 400; n++) {
            String clean = prose.paragraph(3);
            var glossed = new StringBuilder();
            for (char c : clean.toCharArray()) {
                glossed.append(c);
                var sounds = Characters.isHan(c) && random.nextInt(12) == 0
                        ? PinyinDictionary.get(String.valueOf(c))
                        : null;
                if (sounds != null) {
                    glossed.append('(').append(random.nextBoolean()
                            ? sounds[0].getPinyinWithToneMark()
                            : sounds[0].getPinyinWithoutTone()).append(')');
                    glosses++;
                }
            }
            String repaired = repaired(glossed.toString());
            left += repaired.length() - repaired.replace("(", "").length();
            assertEquals(clean, repaired);
        }
        assertTrue(glosses > 2000 && left == 0, glosses + " glosses, " + left + " left");
    }

    /** The text as it reads after a decoder met it in two pieces, cut inside the character at {@code at}. */
    private static String misframed(String text, int at) {
        byte[] head = text.substring(0, at).getBytes(GB18030);
        byte[] cut = text.substring(at, at + 1).getBytes(GB18030);
        byte[] rest = text.substring(at + 1).getBytes(GB18030);
        byte[] tail = new byte[rest.length + 1];
        tail[0] = cut[1];
        System.arraycopy(rest, 0, tail, 1, rest.length);
        return new String(head, GB18030) + "?" + new String(tail, GB18030).replace('\ufffd', '?');
    }

    /** How many characters are misread behind the cut before the bytes are in step again. */
    private static int misread(String clean, int at) {
        byte[] bytes = clean.substring(at, at + 1).getBytes(GB18030);
        int misread = 0;
        int held = bytes[1] & 0xff;
        for (int i = at + 1; i < clean.length() && held >= 0x80; i++) {
            byte[] next = clean.substring(i, i + 1).getBytes(GB18030);
            if (next.length == 1) {
                break;
            }
            misread++;
            held = next[1] & 0xff;
        }
        return misread;
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void misframedRunsAreFoundAndRealigned(boolean traditional) {
        var random = new Random(21);
        var prose = new Prose(22, traditional);
        int runs = 0;
        int found = 0;
        int realigned = 0;
        int right = 0;
        int inventedDigits = 0;
        int edges = 0;
        int edgesRight = 0;
        for (int n = 0; n < 2000; n++) {
            String clean = prose.paragraph(3);
            int at = 5 + random.nextInt(clean.length() - 20);
            while (clean.charAt(at) < 0x80) {
                at++;
            }
            String damaged = misframed(clean, at);
            int cut = at;
            boolean aRun = misread(clean, at) >= 2;
            runs += aRun ? 1 : 0;
            var repairs = new Repairs(SCRIPT);
            String repaired = repairs.repair(MappedText.of(damaged, 0, damaged.length())).toString();
            var run = repairs.changes().stream().filter(c -> c.kind() == Repair.Kind.MISFRAMED_BYTES)
                    .filter(c -> c.from() == cut).findFirst();
            found += aRun && run.isPresent() ? 1 : 0;
            if (run.isPresent()) {
                String got = run.get().restored();
                edges += got.charAt(0) == Article.LOST ? 0 : 1;
                edgesRight += got.charAt(0) == clean.charAt(at) ? 1 : 0;
                for (int i = 1; i < got.length() && got.charAt(i) != Article.LOST; i++) {
                    realigned++;
                    right += got.charAt(i) == clean.charAt(at + i) ? 1 : 0;
                }
            }
            inventedDigits += inventsNumber(clean, at, repaired) ? 1 : 0;
        }
        assertTrue(found >= runs * 0.97, found + " of " + runs + " runs found");
        assertTrue(right >= realigned * 0.98, right + " of " + realigned + " characters right");
        assertTrue(edgesRight >= edges * 0.95, edgesRight + " of " + edges + " first characters right");
        assertEquals(0, inventedDigits);
    }

    /** Whether the first number behind the damage is none of the page's and nothing warns of it. */
    private static boolean inventsNumber(String clean, int at, String repaired) {
        var number = java.util.regex.Pattern.compile("[0-9.]+");
        var got = number.matcher(repaired);
        var want = number.matcher(clean);
        if (!got.find(Math.min(at, repaired.length())) || repaired.charAt(got.start() - 1) == Article.LOST) {
            return false;
        }
        for (int from = at; want.find(from); from = want.end()) {
            if (want.group().equals(got.group()) && (want.end() == clean.length() || got.end() == repaired.length()
                    || clean.charAt(want.end()) == repaired.charAt(got.end()))) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void cleanTextIsLeftAlone(boolean traditional) {
        var prose = new Prose(31, traditional);
        var random = new Random(32);
        for (int n = 0; n < 500; n++) {
            String clean = prose.paragraph(4) + (random.nextBoolean() ? "这是真的吗?记者就此采访了有关部门。" : "谁来投资?怎么投?A公司给出了答案。")
                    + prose.paragraph(2);
            assertEquals(clean, repaired(clean));
        }
    }

    @ParameterizedTest
    @CsvSource({ "到会有?2個項目簽約,到会有〓個項目簽約", "总额\ufffd5.6亿元,总额〓亿元", "真的要投吗?2021年见分晓,真的要投吗?2021年见分晓" })
    void aDigitBesideALostByteIsLost(String damaged, String repaired) {
        assertEquals(repaired, repaired(damaged));
    }

    @Test
    void invisibleCharactersGo() {
        assertEquals("增长8%", repaired("增\u200b长\ufeff8\ue5e5%\u0007"));
    }

    @Test
    void charactersEscapedTwiceAreRead() {
        assertEquals("“江州”\u00a0武进", repaired("&ldquo;江州&amp;rdquo;&nbsp;武进"));
    }

    @ParameterizedTest
    @CsvSource({ "'增长 23 . 8 %',true,'增长 23 . 8 %'", "'江州　武进',false,江州武进", "'甲企 乙企 落户',true,'甲企 乙企 落户'",
            "'GDP 增长',false,'GDP 增长'", "'完成， 增长',true,完成，增长",
            "'完成。（江报记者 张大山 李小河 摄）',false,'完成。（江报记者 张大山 李小河 摄）'" })
    void spaces(String text, boolean betweenHan, String spaced) {
        assertEquals(spaced, Repairs.spaced(MappedText.of(text, 0, text.length()), betweenHan).toString());
    }

    @ParameterizedTest
    @CsvSource({ "１—６月,1—6月", "增长２．５％,增长2.5%", "'１，２００人','1,200人'", "ＧＤＰ，增长,GDP，增长" })
    void fullWidthNumbersAndLettersAreNarrowed(String wide, String narrow) {
        assertEquals(narrow, new Repairs(SCRIPT).narrowed(MappedText.of(wide, 0, wide.length())).toString());
    }

    @Test
    void mendsWithoutTouchingWhatIsWhole() {
        assertFalse(repaired("上海？深圳？还是武进？").contains("〓"));
    }
}
