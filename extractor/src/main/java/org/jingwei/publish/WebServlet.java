package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The web page for people: one document at the addresses of its views, which the scripts below {@code /assets/} fill
 * from the interfaces that everybody has. Assets are the files of {@code web/} in the program and those of the
 * libraries named here; nothing else of the class path can be had.
 */
final class WebServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** That at {@link TryServlet#PATH} is shown by who answers there. */
    static final List<String> PATHS = List.of("", "/region/*", "/questions", "/questions/*", "/search", "/editor",
            "/assets/*");

    private static final String ASSETS = "/assets";
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final Map<String, String> LIBRARIES = Map.of(
            "/echarts.js", WEBJARS + "echarts/5.5.0/echarts.min.js",
            "/yasqe.js", WEBJARS + "zazuko__yasqe/4.5.0/build/yasqe.min.js",
            "/yasqe.css", WEBJARS + "zazuko__yasqe/4.5.0/build/yasqe.min.css");

    private static final String SHELL = "/index.html";
    private static final String MAP = "/map.json";

    private final transient Map<String, Optional<Asset>> assets = new ConcurrentHashMap<>();

    /**
     * @param base that the IRIs of the store begin with
     * @param map  borders of provinces
     * @throws PublishException when they cannot be read
     */
    WebServlet(String base, Optional<Path> map) {
        map.ifPresent(file -> assets.put(MAP, Optional.of(OwnMap.read(file))));
        // The page is told, so that it takes no other address for one of ours, and asks for no map that is not there.
        String told = "<html data-base=\"" + Html.text(base) + "\" "
                + (map.isPresent() ? "data-map=\"" + ASSETS + MAP + "\" " : "");
        assets.put(SHELL, Asset.read("web" + SHELL).map(shell -> shell.with("<html ", told)));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        boolean isAsset = request.getServletPath().equals(ASSETS);
        String name = isAsset ? Optional.ofNullable(request.getPathInfo()).orElse("") : SHELL;
        Optional<Asset> asset = assets.computeIfAbsent(name, WebServlet::read);
        if (asset.isEmpty() || isAsset && name.endsWith(".html")) {
            assets.remove(name);
            Problem.nothingAt(request.getRequestURI()).send(request, response);
        } else {
            asset.get().send(request, response);
        }
    }

    private static Optional<Asset> read(String name) {
        return name.matches("/[a-z][a-z-]*\\.(js|css|svg|html)")
                ? Asset.read(LIBRARIES.getOrDefault(name, "web" + name))
                : Optional.empty();
    }
}
