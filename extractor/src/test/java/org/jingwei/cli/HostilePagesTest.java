package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jingwei.Main;
import org.jingwei.SmallMachine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each hostile page gets a reason or is read; the good pages between them are all written; nothing runs out. */
class HostilePagesTest {
    @TempDir
    Path folder;

    @Test
    void aBatchGoesOnThroughSmallOnes() throws IOException, InterruptedException {
        run(1, "256m", Duration.ofMinutes(2));
    }

    @Test
    @Tag("slow")
    void aBatchGoesOnThroughLargeOnes() throws IOException, InterruptedException {
        run(100, "512m", Duration.ofMinutes(4));
    }

    private void run(int size, String heap, Duration most) throws IOException, InterruptedException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Path out = folder.resolve("out");
        var pages = new HostilePages(in, size);
        var ran = SmallMachine.run(folder, heap, most, Main.class, "extract", in.toString(), "--format", "text",
                "--out",
                out.toString(), "--threads", "2");
        System.out.println("size " + size + ": " + ran.seconds() + " s with -Xmx" + heap + "\n" + ran.err());
        assertEquals(Exit.SOME_REJECTED, ran.exit(), ran.err());
        List<String> said = ran.err().lines().toList();
        for (var page : pages.hostile()) {
            List<String> reasons = said.stream().filter(line -> line.startsWith(in.resolve(page.name()).toString()))
                    .toList();
            boolean read = Files.exists(out.resolve(page.name().replaceFirst("\\.\\w+$", ".txt")));
            assertTrue(reasons.isEmpty()
                    ? read && page.reason().matches("|\\|.*")
                    : reasons.stream().allMatch(
                            line -> !page.reason().isEmpty() && line.matches(".*(" + page.reason() + ").*")),
                    page + ": " + reasons + (read ? " and read" : ""));
        }
        for (int n = 1; n <= pages.goodPages(); n++) {
            Path good = out.resolve(String.format(java.util.Locale.ROOT, "%02d-good.txt", n));
            assertTrue(Files.readString(good).contains("清河高新区第" + n + "个项目当天开工"), good.toString());
        }
        assertTrue(Files.readString(out.resolve("in-feed.txt")).contains("共签约项目12个"));
        assertTrue(Files.exists(out.resolve("a.example_in-archive.txt")));
    }
}
