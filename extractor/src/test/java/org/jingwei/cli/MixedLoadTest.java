package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A server that is used by everybody at the same time for an hour; {@code -Dmixed.minutes=3} for less. */
@Isolated
@EnabledOnOs(OS.LINUX)
class MixedLoadTest {
    @TempDir
    Path temp;

    @Test
    @Tag("slow")
    void anHourOfEverythingLeavesNoErrorAndNoGrowth() throws Exception {
        double minutes = Double.parseDouble(System.getProperty("mixed.minutes", "60"));
        assertEquals(List.of(), new MixedLoad(temp, minutes).run());
    }
}
