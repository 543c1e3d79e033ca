package org.jingwei.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How many pages are done, on a watched standard error, for more than a few pages. Lines of talk go past it. */
final class Progress implements AutoCloseable {
    private static final int A_FEW = 5;

    private final Terminal terminal;
    private Optional<ProgressBar> bar = Optional.empty();
    private int done;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    void step() {
        done++;
        if (done > A_FEW && bar.isEmpty() && terminal.live()) {
            // How many there will be is not known: inputs are opened one after the other.
            bar = Optional.of(new ProgressBarBuilder().setTaskName("pages").setInitialMax(-1).startsFrom(
                    done - 1, java.time.Duration.ZERO).setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(250)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err())).clearDisplayOnFinish().build());
        }
        bar.ifPresent(ProgressBar::step);
    }

    void say(String line) {
        bar.ifPresent(shown -> terminal.err().print("\r\u001b[K"));
        terminal.say(line);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
