package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the locale, the time zone and the number of threads are: the same bytes. */
@Isolated
class SameBytesTest {
    @TempDir
    Path folder;

    private static Told extract(Format format, int threads, Path out) {
        return Told.by("extract", "src/main/resources/demo", "--format", format.toString(), "--threads",
                Integer.toString(threads), "--out", out.toString());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theBytesDependOnThePagesAlone(Format format) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Told first = extract(format, 1, one);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Told second = extract(format, 5, two);
            assertEquals(first.err(), second.err());
            assertEquals(first.exit(), second.exit());
            assertEquals(CliTest.files(one), CliTest.files(two));
            assertEquals(6, CliTest.files(one).size(), CliTest.files(one).keySet()::toString);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
