package org.jingwei.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the server counts, as Prometheus reads it. {@code jingwei_requests_seconds} by kind and outcome,
 * {@code jingwei_articles} by state and {@code jingwei_facts} by kind as last counted, {@code jingwei_store_bytes} by
 * part, memory and threads of the machine that Java is. Thread-safe.
 */
final class Metrics implements AutoCloseable {
    private static final List<String> PARTS = List.of("tdb2", "archive", "search");
    private static final Duration[] BUCKETS = Stream.of(5, 20, 100, 500, 2_000, 5_000, 20_000).map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge articles = MultiGauge.builder("jingwei.articles")
            .description("Articles that the catalog knows, by their state.").register(registry);
    private final MultiGauge facts = MultiGauge.builder("jingwei.facts")
            .description("Nodes that articles state, by their class.").register(registry);

    Metrics(Path store) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        PARTS.forEach(part -> Gauge.builder("jingwei.store", () -> bytes(store.resolve(part))).baseUnit("bytes")
                .tag("part", part).description("Size of the store's files.").register(registry));
    }

    /** One request that has been answered. */
    void answered(String kind, String outcome, long nanoseconds) {
        Timer.builder("jingwei.requests").description("Requests answered, by what was asked and what came of it.")
                .tags("kind", kind, "outcome", outcome).serviceLevelObjectives(BUCKETS).register(registry)
                .record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** What a state of the store holds, in the place of what was counted before. */
    void counted(Map<String, Long> articlesByState, Map<String, Long> factsByKind) {
        articles.register(rows("state", articlesByState), true);
        facts.register(rows("kind", factsByKind), true);
    }

    private static List<MultiGauge.Row<?>> rows(String tag, Map<String, Long> counts) {
        return counts.entrySet()
                .stream().<MultiGauge.Row<?>>map(e -> MultiGauge.Row.of(Tags.of(tag, e.getKey()), e.getValue()))
                .toList();
    }

    /** Files come and go while a store is written; one that is gone has no size. */
    private static double bytes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        } catch (IOException | UncheckedIOException e) {
            return Double.NaN;
        }
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
