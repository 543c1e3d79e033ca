package org.jingwei.quantity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** Input that nobody wrote to be read: the work grows in proportion to its length, and spans stay in their bounds. */
class HostileTest {
    private static final ReadingContext CONTEXT = new ReadingContext(Optional.of(LocalDate.of(2021, 5, 28)));

    static Stream<String> units() {
        return Stream.of("1", "亿", "1亿", "1-", "1至", "1亿至", "3%、", "1,", "1.", "1×", "2×3千瓦", "十", "一", "百分之", "第",
                "第1", "2021年", "2021-", "5月",
                "5月至", "今年", "去年同期", "“十四五", "翻", "占", "增长", "约", "超过", "1个", "1个至", "3元/", "壹", "壹佰", "零", "点", "一点五",
                "1 ", " ", "〓", "1〓", "A1",
                "1A", "1/", "1:", "3成", "分别", "1倍、", "美元", "US$", "多", "1多", "以上", "前3", "1年", "1日", "1月1日-", "每吨",
                "12亿1", "3亿5,000", "3千5百", "1个亿", "分别1、", "春节", "2021年春节", "2021财年", "减少一半", "参佰", "近一半",
                "介于1亿元和", "三分之一", "百分之五至", "台币3元", "1、2", "Q1", "2021年Q1", "5月26、", "<", ">1", "每10股1股");
    }

    @ParameterizedTest
    @MethodSource("units")
    void workGrowsWithLength(String unit) {
        long small = looks(unit.repeat(2_000));
        long large = looks(unit.repeat(20_000));
        assertTrue(large <= 12 * small + 1000, () -> unit + ": " + small + " looks, ten times the text " + large);
        assertTrue(small <= 400L * 2_000 * unit.length(), () -> unit + ": " + small + " looks");
    }

    private static long looks(String text) {
        var passage = new Passage(text, CONTEXT);
        QuantityReader.read(passage);
        return passage.looks;
    }

    @Test
    void anythingIsReadWithoutFailureAndSpansAreInOrder() {
        var random = new Random(7);
        List<String> pieces = Stream.concat(units(),
                Stream.of("元", "亿元", "人", "个百分点", "同比", "下降", "，", "。", "年", "日", "季度", "上半年", "底", "截至", "人民币", "\n",
                        "（", "）", "-", "−3", "+", "中国", "公司", "项目", "%", "倍", "位", "居", "全省", "\ud83d\ude00", "\u0000"))
                .toList();
        var reader = new QuantityReader();
        for (int n = 0; n < 40_000; n++) {
            var text = new StringBuilder();
            int length = random.nextInt(12);
            for (int k = 0; k < length; k++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String whole = text.toString();
            var read = assertDoesNotThrow(() -> reader.read(whole, CONTEXT), whole);
            Quantity before = null;
            for (Quantity quantity : read) {
                assertTrue(quantity.span().end() <= whole.length() && quantity.span().contains(quantity.core())
                        && quantity.core().length() > 0, () -> whole + " " + quantity);
                if (before != null && !before.span().equals(quantity.span())) {
                    assertTrue(before.span().end() <= quantity.span().start(), () -> whole + " " + read);
                }
                before = quantity;
            }
            assertEquals(read, reader.read(whole, CONTEXT));
        }
    }

    @Test
    void aLostCharacterVoidsTheNumberItTouches() {
        var reader = new QuantityReader();
        for (String text : List.of("投资〓3亿元", "投资3〓亿元", "投资3亿〓元", "投资3.〓亿元", "投资〓,500万元", "投资1〓2亿元", "增长〓5%", "增长5〓%",
                "增长5.〓%", "共〓十二个", "共十〓二个", "〓5月26日", "5月2〓日", "〓021年5月", "共3〓个", "年产〓.5万吨", "10〓至15亿元", "20〓-30%",
                "三百〓亿元")) {
            assertEquals(List.of(), reader.read(text, CONTEXT), text);
        }
    }
}
