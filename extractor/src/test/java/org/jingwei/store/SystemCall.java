package org.jingwei.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that is killed as it enters a system call, before that does anything: the moments between which a killed
 * process can leave different files behind. Only where {@code strace} is and may trace.
 *
 * @param name of the call
 * @param nth  of these calls in one thread, from 1
 */
public record SystemCall(String name, int nth) {
    /** Those by which TDB2 writes, and how many a small batch takes at least. */
    enum Writing {
        WRITE("write", 15), PWRITE("pwrite64", 7), FSYNC("fsync", 16), MSYNC("msync", 7), TRUNCATE("ftruncate", 1);

        private final String call;
        private final int inBatch;

        Writing(String call, int inBatch) {
            this.call = call;
            this.inBatch = inBatch;
        }

        /** @param nth from 0: goes through the calls of three batches and begins again */
        SystemCall at(int nth) {
            return new SystemCall(call, 1 + nth % (3 * inBatch));
        }
    }

    /** Whether a process can be killed so here. */
    public static boolean canKill() throws InterruptedException {
        try {
            return new SystemCall("write", 1).of(List.of("echo", "x")).start().waitFor() == 128 + 9;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends with 137 when it was killed; its output is what it said. */
    public ProcessBuilder of(List<String> command) {
        List<String> traced = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + name,
                "-e", "inject=" + name + ":signal=SIGKILL:when=" + nth));
        traced.addAll(command);
        return new ProcessBuilder(traced).redirectErrorStream(true);
    }
}
