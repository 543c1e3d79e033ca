package org.jingwei.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jingwei.publish.Exporter;

/** How many articles of a store are written, on a watched standard error, for more than a few of them. */
final class ArticleProgress implements Exporter.Progress, AutoCloseable {
    private static final long A_FEW = 5;

    private final Terminal terminal;
    private Optional<ProgressBar> bar = Optional.empty();

    ArticleProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begins(long articles) {
        close();
        if (terminal.live() && articles > A_FEW) {
            bar = Optional.of(new ProgressBarBuilder().setTaskName("articles").setInitialMax(articles)
                    .startsFrom(0, Duration.ZERO).setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(250)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err())).clearDisplayOnFinish().build());
        }
    }

    @Override
    public void article() {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
