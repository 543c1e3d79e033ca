package org.jingwei.publish;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.TDB2;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SizeLimitHandler;
import org.jingwei.store.KnowledgeStore;

/**
 * A store on the web: SPARQL queries at {@code /sparql}, over the union of all named graphs and each by its name; the
 * start page, the query library and its API, the ontology and a page for every thing of the graph; names are reconciled
 * at {@code /reconcile} and suggested at {@code /suggest}. Nothing can be changed through it. It asks no other server and calls no function that could:
 * switching federation off is a switch for the whole
 * process. The store must stay open as long as the endpoint.
 */
public final class Endpoint implements AutoCloseable {
    static {
        JenaSystem.init();
    }

    private static final String SPARQL = "/sparql";
    private static final int THREADS = 32;
    private static final long IDLE_MILLIS = 30_000;
    /** A client that sends slower than this is hung up on. */
    private static final long SLOWEST_BYTES_A_SECOND = 100;

    private final FusekiServer server;
    private final URI address;

    private Endpoint(FusekiServer server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @throws PublishException when the port is taken or the interface is not this machine's
     */
    public static Endpoint start(KnowledgeStore store, QueryLibrary library, EndpointSettings settings) {
        ServerLog.quiet();
        ARQ.globalServiceAllowed = false;
        var functions = new AllowedFunctions(FunctionRegistry.get());
        var queries = new QueryService(store, settings, functions);
        DataService data = DataService.newBuilder(store.dataset())
                .addEndpoint(org.apache.jena.fuseki.server.Endpoint.create().operation(Operation.Query)
                        .endpointName("").processor(queries).context(context(store, settings, functions)).build())
                .build();
        var pages = new PagesServlet(store, library);
        var builder = FusekiServer.create().port(settings.port()).maxServerThreads(THREADS)
                .fusekiModules(FusekiModules.empty()).enablePing(true).add(SPARQL, data);
        PagesServlet.PATHS.forEach(path -> builder.addServlet(path, pages));
        var reconcile = new ReconcileServlet(store);
        ReconcileServlet.PATHS.forEach(path -> builder.addServlet(path, reconcile));
        var api = new ApiServlet(store, library, settings);
        ApiServlet.PATHS.forEach(path -> builder.addServlet(path, api));
        builder.addServlet(SuggestServlet.PATH, new SuggestServlet(store));
        var catalog = new CatalogServlet(store);
        CatalogServlet.PATHS.forEach(path -> builder.addServlet(path, catalog));
        FusekiServer server = builder.build();
        InetAddress host = host(settings);
        harden(server.getJettyServer(), settings, host.isLoopbackAddress());
        try {
            server.start();
        } catch (FusekiException e) {
            stop(server);
            throw notStarted(e, settings);
        }
        String name = host.isLoopbackAddress() || host.isAnyLocalAddress() ? "localhost" : settings.host();
        return new Endpoint(server, URI.create("http://" + name + ":" + server.getHttpPort() + "/"));
    }

    /** What queries may do, whoever asks. */
    private static Context context(KnowledgeStore store, EndpointSettings settings, AllowedFunctions functions) {
        var context = new Context();
        context.set(TDB2.symUnionDefaultGraph, true);
        context.set(ARQ.httpServiceAllowed, false);
        TextSearch.of(store).forEach(context::set);
        context.set(ARQ.queryTimeout, settings.timeout().toMillis() + "," + settings.timeout().toMillis());
        FunctionRegistry.set(context, functions);
        return context;
    }

    private static InetAddress host(EndpointSettings settings) {
        try {
            return InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            throw new PublishException("There is no interface \"" + settings.host() + "\".",
                    "Give 127.0.0.1 for this machine only, 0.0.0.0 for every interface, or one address.", e);
        }
    }

    private static void harden(Server jetty, EndpointSettings settings, boolean loopback) {
        for (var connector : jetty.getConnectors()) {
            if (connector instanceof ServerConnector socket) {
                socket.setHost(settings.host());
                socket.setIdleTimeout(IDLE_MILLIS);
                HttpConfiguration http = socket.getConnectionFactory(HttpConnectionFactory.class)
                        .getHttpConfiguration();
                http.setSendServerVersion(false);
                http.setRequestHeaderSize(settings.bodyBytes() / 4);
                http.setMinRequestDataRate(SLOWEST_BYTES_A_SECOND);
            }
        }
        Handler inner = jetty.getHandler();
        var limit = new SizeLimitHandler(settings.bodyBytes(), -1);
        limit.setHandler(inner);
        jetty.setHandler(new SafeHeaders(limit, loopback, settings.allowedOrigins()));
        jetty.setStopTimeout(TimeUnit.SECONDS.toMillis(5));
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

    /** The start page: {@code http://localhost:3330/}. */
    public URI address() {
        return address;
    }

    /** Where queries go. */
    public URI sparql() {
        return address.resolve(SPARQL);
    }

    public int port() {
        return server.getHttpPort();
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
            // It never started.
        }
    }

    /** Lets running answers finish, for a few seconds. */
    @Override
    public void close() {
        server.stop();
    }
}
