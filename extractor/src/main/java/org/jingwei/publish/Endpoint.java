package org.jingwei.publish;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.TDB2;
import org.eclipse.jetty.ee11.servlet.ServletHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.jingwei.store.KnowledgeStore;

/**
 * A store on the web: SPARQL queries at {@code /sparql}, over the union of all named graphs and each by its name; the
 * start page, the query library and its API, the ontology and a page for every thing of the graph; names are reconciled
 * at {@code /reconcile} and suggested at {@code /suggest}. Nothing can be changed through it, but by who may load pages, where it is started with a {@link PageLoader}. It asks no other server but
 * those of its settings and calls no function that could: Jena's own federation is off for the whole process. The store
 * must stay open as long as the endpoint.
 */
public final class Endpoint implements AutoCloseable {
    static {
        JenaSystem.init();
    }

    private static final String SPARQL = "/sparql";
    /** Paths that change something. */
    private static final Map<String, Role> GUARDED = Map.of(LoadServlet.PATH, Role.LOAD);
    /** Paths that pages are sent to, larger than any question: what lies there limits its bodies itself. */
    private static final Set<String> TAKE_PAGES = Set.of(LoadServlet.PATH, TryServlet.PATH);
    private static final int THREADS = 32;
    private static final int THREADS_A_QUERY = 4;

    private final FusekiServer server;
    private final Running running;
    private final Optional<PageLoader> loader;
    private final URI address;

    private Endpoint(FusekiServer server, Running running, Optional<PageLoader> loader, URI address) {
        this.server = server;
        this.loader = loader;
        this.running = running;
        this.address = address;
    }

    /**
     * @throws PublishException when the port is taken or the interface is not this machine's
     */
    public static Endpoint start(KnowledgeStore store, QueryLibrary library, EndpointSettings settings) {
        return start(store, library, settings, Optional.empty(), Optional.empty());
    }

    /**
     * As {@link #start(KnowledgeStore, QueryLibrary, EndpointSettings)}, taking pages in at {@code /load}.
     *
     * @param loader what reads them
     */
    public static Endpoint start(KnowledgeStore store, QueryLibrary library, EndpointSettings settings,
            PageLoader loader) {
        return start(store, library, settings, Optional.of(loader), Optional.empty());
    }

    /**
     * As {@link #start(KnowledgeStore, QueryLibrary, EndpointSettings)}.
     *
     * @param loader takes pages in at {@code /load}; there is no such path without one
     * @param reader tells at {@code /try} what a page states
     */
    public static Endpoint start(KnowledgeStore store, QueryLibrary library, EndpointSettings settings,
            Optional<PageLoader> loader, Optional<PageReader> reader) {
        ServerLog.quiet();
        settings.check();
        ARQ.globalServiceAllowed = false;
        var running = new Running(settings.bounds());
        var functions = new AllowedFunctions(FunctionRegistry.get());
        var metrics = new Metrics(store.directory());
        var watch = new StoreWatch(store, metrics);
        var queries = new QueryService(store.iris(), settings, functions, running, watch);
        DataService data = DataService.newBuilder(store.dataset())
                .addEndpoint(org.apache.jena.fuseki.server.Endpoint.create().operation(Operation.Query)
                        .endpointName("").processor(queries).context(context(store, settings, functions)).build())
                .build();
        var pages = new PagesServlet(store, library);
        var builder = FusekiServer.create().port(settings.port()).maxServerThreads(threads(settings))
                .fusekiModules(FusekiModules.empty()).enablePing(true).add(SPARQL, data);
        PagesServlet.PATHS.forEach(path -> builder.addServlet(path, pages));
        var web = new WebServlet(store.iris().base(), settings.map());
        WebServlet.PATHS.forEach(path -> builder.addServlet(path, web));
        builder.addServlet(TryServlet.PATH, new TryServlet(reader, settings.listening(), loader.isPresent(), web));
        var entities = new EntityServlet(store);
        EntityServlet.PATHS.forEach(path -> builder.addServlet(path, entities));
        var operation = new OperationServlet(watch, metrics);
        OperationServlet.PATHS.forEach(path -> builder.addServlet(path, operation));
        var reconcile = new ReconcileServlet(store);
        ReconcileServlet.PATHS.forEach(path -> builder.addServlet(path, reconcile));
        var api = new ApiServlet(store, library, settings, running, watch);
        ApiServlet.PATHS.forEach(path -> builder.addServlet(path, api));
        builder.addServlet(SuggestServlet.PATH, new SuggestServlet(store, watch));
        var catalog = new CatalogServlet(store);
        CatalogServlet.PATHS.forEach(path -> builder.addServlet(path, catalog));
        loader.ifPresent(pagesIn -> builder.addServlet(LoadServlet.PATH, new LoadServlet(pagesIn)));
        FusekiServer server = builder.build();
        harden(server.getJettyServer(), settings, metrics);
        try {
            server.start();
        } catch (FusekiException e) {
            stop(server);
            running.close();
            throw notStarted(e, settings);
        }
        InetAddress host = settings.address();
        String name = host.isLoopbackAddress() || host.isAnyLocalAddress() ? "localhost" : settings.host();
        String scheme = settings.listening().certificate().isPresent() ? "https" : "http";
        return new Endpoint(server, running, loader, URI.create(scheme + "://" + name + ":" + server.getPort() + "/"));
    }

    /** What queries may do, whoever asks. */
    private static Context context(KnowledgeStore store, EndpointSettings settings, AllowedFunctions functions) {
        var context = new Context();
        context.set(TDB2.symUnionDefaultGraph, true);
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQConstants.sysOptimizerFactory, (RewriteFactory) BoundedExpressions::rewrite);
        TextSearch.of(store).forEach(context::set);
        context.set(ARQ.queryTimeout, settings.timeout().toMillis() + "," + settings.timeout().toMillis());
        FunctionRegistry.set(context, functions);
        RemoteServices.install(context, settings.services());
        return context;
    }

    /** Queries wait on them for their turn and their answer, so there are more of them than queries at once. */
    private static int threads(EndpointSettings settings) {
        return Math.max(THREADS, THREADS_A_QUERY * settings.bounds().queriesAtOnce());
    }

    private static void harden(Server jetty, EndpointSettings settings, Metrics metrics) {
        Connectors.install(jetty, settings);
        var errors = new ErrorBody();
        jetty.setErrorHandler(errors);
        jetty.getDescendants(ContextHandler.class).forEach(context -> context.setErrorHandler(errors));
        jetty.getDescendants(ServletHandler.class).forEach(servlets -> servlets.setDecodeAmbiguousURIs(true));
        var limit = new BodyLimit(new FormLimit(jetty.getHandler(), TAKE_PAGES), settings.bounds().bodyBytes(),
                TAKE_PAGES);
        // One client cannot take all threads, slow as it may be.
        var threads = new ThreadLimitHandler();
        threads.setThreadLimit(Math.max(threads(settings) / 4, 2 * settings.bounds().queriesAClient()));
        if (!settings.listening().forwarded()) {
            threads.exclude("127.0.0.0/8");
            threads.exclude("::1");
        }
        threads.setHandler(limit);
        var guard = new Guard(threads, settings, GUARDED);
        jetty.setHandler(new GracefulHandler(new Measured(
                new SafeHeaders(guard, settings.onLoopback(), settings.listening()), metrics)));
        settings.log().ifPresent(log -> jetty.setRequestLog(new AccessLog(log)));
        jetty.setStopTimeout(settings.bounds().stopping().toMillis());
    }

    private static PublishException notStarted(FusekiException e, EndpointSettings settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new PublishException(
                        "Port " + settings.port() + " on " + settings.host() + " is taken or not this machine's.",
                        "Stop the program that uses it, or give another port (--port 0 takes any free one).", e);
            }
        }
        Throwable cause = e.getCause() instanceof IOException io ? io : e;
        return new PublishException("The endpoint did not start: " + cause.getMessage(),
                "Give another host or port.", e);
    }

    /** The start page: {@code http://localhost:3030/}. */
    public URI address() {
        return address;
    }

    /** Where queries go. */
    public URI sparql() {
        return address.resolve(SPARQL);
    }

    public int port() {
        return server.getPort();
    }

    /** Where names are reconciled. */
    public URI reconcile() {
        return address.resolve(ReconcileServlet.PATH);
    }

    /** Returns when the endpoint has been closed. */
    public void join() {
        server.join();
    }

    private static void stop(FusekiServer server) {
        try {
            server.stop();
        } catch (FusekiException e) {
            // It never started, or an answer took longer than it was given: what it reads is stopped next.
        }
    }

    /** Lets running answers finish, as long as the settings say; what comes in meanwhile is turned away. */
    @Override
    public void close() {
        loader.ifPresent(PageLoader::stop);
        try {
            stop(server);
        } finally {
            running.close();
        }
    }
}
