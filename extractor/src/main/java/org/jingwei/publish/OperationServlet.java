package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import org.jingwei.source.Json;

/**
 * For those who run the server: {@code /health} (the process answers), {@code /ready} (the store can be read and search
 * answers at once; 503 until then), {@code /metrics} for Prometheus.
 */
final class OperationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String HEALTH = "/health";
    static final String READY = "/ready";
    static final List<String> PATHS = List.of(HEALTH, READY, "/metrics");

    private final transient StoreWatch watch;
    private final transient Metrics metrics;

    OperationServlet(StoreWatch watch, Metrics metrics) {
        this.watch = watch;
        this.metrics = metrics;
    }

    @Override
    public void init() {
        watch.start();
    }

    @Override
    public void destroy() {
        watch.close();
        metrics.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        switch (request.getServletPath()) {
            case HEALTH -> HttpReply.send(response, 200, "text/plain", "alive\n");
            case READY -> ready(response);
            default -> HttpReply.send(response, 200, "text/plain; version=0.0.4", metrics.text());
        }
    }

    private void ready(HttpServletResponse response) {
        var state = new LinkedHashMap<String, Object>();
        state.put("store", watch.isStoreReady());
        state.put("search", watch.isSearchReady());
        boolean ready = !state.containsValue(false);
        HttpReply.send(response, ready ? 200 : 503, "application/json", Json.line(state) + "\n");
    }
}
