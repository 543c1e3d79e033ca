package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jingwei.SmallMachine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed of any length is read in the same memory. */
class StreamingTest {
    private static final Pattern TOLD = Pattern.compile("articles (\\d+), MB sent \\d+, KB in use at the end (\\d+)\n");

    /** A page's name is kept for the run, so that no two files have the same: text, table entry, counter. */
    private static final int PAGE_BYTES = 160;
    /** By so much two runs over the same feed differ. */
    private static final int NOISE_KB = 1536;

    @TempDir
    Path folder;

    @Test
    void aHundredArticlesNeedLittleMemory() throws IOException, InterruptedException {
        stream(100, Duration.ofMinutes(3));
    }

    @Test
    @Tag("slow")
    void tenThousandArticlesNeedNoMore() throws IOException, InterruptedException {
        int few = stream(2000, Duration.ofMinutes(20));
        int many = stream(10_000, Duration.ofMinutes(60));
        assertTrue(many - few <= NOISE_KB + 8_000 * PAGE_BYTES / 1024,
                few + " KB for 2 000 articles, " + many + " KB for 10 000");
    }

    /** @return KB in use near the end, after garbage collection */
    private int stream(int articles, Duration most) throws IOException, InterruptedException {
        var ran = SmallMachine.run(folder, "160m", most, Streaming.class, Integer.toString(articles));
        System.out.print(ran.seconds() + " s with -Xmx160m: " + ran.out() + ran.err());
        assertEquals(Exit.DONE, ran.exit(), ran.err());
        var told = TOLD.matcher(ran.out());
        assertTrue(told.matches() && told.group(1).equals("" + articles), ran.out());
        return Integer.parseInt(told.group(2));
    }
}
