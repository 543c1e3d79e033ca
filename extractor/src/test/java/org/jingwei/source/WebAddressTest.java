package org.jingwei.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP://News.Example                | http://news.example/
            http://a.example:80/x#part         | http://a.example/x
            https://a.example.:8443/x?y=1      | https://a.example:8443/x?y=1
            http://a.example?q=1               | http://a.example/?q=1
            http://a.example/新闻/1.html        | http://a.example/%E6%96%B0%E9%97%BB/1.html
            http://a.example/a b^c%20d%zz       | http://a.example/a%20b%5Ec%20d%25zz
            http://新闻.example/                | http://xn--efvy88h.example/
            http://[2400:3200::1]/x            | http://[2400:3200::1]/x
            """)
    void isMadeReadyForTheWire(String written, String sent) throws Trouble {
        assertEquals(sent, WebAddress.of(written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "ftp://a.example/", "http://", "http:///x", "http://user@a.example/",
            "http://a.example:0/",
            "http://a.example:70000/", "http://a..example/", "http://[fe80::1%25eth0]/",
            "http://a.example\\@b.example/",
            "http://a.example:80:90/", "http://a b.example/", "javascript:alert(1)" })
    void isRefused(String written) {
        assertThrows(Trouble.class, () -> WebAddress.of(written));
    }

    @ParameterizedTest
    @CsvSource({ "/b?c=1,http://a.example:8080/b?c=1", "b.html,http://a.example:8080/x/b.html",
            "../b,http://a.example:8080/b", "//b.example/,http://b.example/", "?p=2,http://a.example:8080/x/?p=2",
            "https://b.example/y,https://b.example/y" })
    void redirectsLeadOn(String location, String to) throws Trouble {
        assertEquals(to, WebAddress.of("http://a.example:8080/x/").resolve(location).toString());
    }
}
