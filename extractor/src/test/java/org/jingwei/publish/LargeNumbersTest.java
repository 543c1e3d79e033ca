package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeNumbersTest {
    @ParameterizedTest
    @CsvSource({ "53600000000, CNY, 536亿元, CNY 53.6 billion", "1200000000000, CNY, 1.2万亿元, CNY 1.2 trillion",
            "32000, USD, 3.2万美元, USD 32000", "9999, CNY, 9999元, CNY 9999", "-5000000, EUR, -500万欧元, EUR -5 million",
            "123456789, CNY, 123456789元, CNY 123456789", "1234567891, CNY, 1234567891元, CNY 1234567891",
            "0.6, HKD, 0.6港元, HKD 0.6", "20000000, GBP, 2000万 GBP, GBP 20 million" })
    void noDigitIsLost(BigDecimal value, String currency, String zh, String en) {
        assertEquals(new Bilingual(en, zh), LargeNumbers.money(value, currency));
    }
}
