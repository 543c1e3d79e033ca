package org.jingwei.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jingwei.SmallMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hostile server sends costs a reason, bounded time and bounded memory; the limits are the program's own. */
class HostileServerTest {
    @Test
    void theGoodPagesBetweenAreRead(@TempDir Path folder) throws IOException, InterruptedException {
        var ran = SmallMachine.run(folder, "128m", Duration.ofMinutes(1), LoopbackRun.class);
        assertEquals(0, ran.exit(), ran.err());
        assertEquals("""
                /good/1 page
                /bomb the body inflates to more than 16777216 bytes
                /good/2 page
                /endless larger than 10485760 bytes
                /good/3 page
                /drip the server did not finish within 8 s
                /good/4 page
                /inner inner.example is 127.0.0.2, which is not a public address
                /good/5 page
                /round more than 5 redirects
                /good/6 page
                """, ran.out());
    }
}
