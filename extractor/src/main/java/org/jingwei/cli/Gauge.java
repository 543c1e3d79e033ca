package org.jingwei.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jingwei.store.Steps;

/** How many of the statements are done, on a watched standard error. */
final class Gauge implements Steps, AutoCloseable {
    /** Fewer are done before anybody has looked. */
    private static final long A_FEW = 100_000;
    private static final long A_STEP = 1_000;

    private final Terminal terminal;
    private Optional<ProgressBar> bar = Optional.empty();

    Gauge(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(long done, long all) {
        if (all < A_FEW || done % A_STEP != 0 || !terminal.live()) {
            return;
        }
        if (bar.isEmpty()) {
            bar = Optional.of(new ProgressBarBuilder().setTaskName("statements").setInitialMax(all)
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(250)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err())).clearDisplayOnFinish().build());
        }
        bar.get().stepTo(done);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
