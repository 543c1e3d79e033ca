package org.jingwei.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jingwei.source.Json;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, looking at one server. It remembers what its console said and what it asked for. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Half a second, the default, is longer than most views take. */
    private static final Duration POLL = Duration.ofMillis(40);

    private final ChromeDriver driver;
    private final URI server;

    private Browser(ChromeDriver driver, URI server) {
        this.driver = driver;
        this.server = server;
    }

    /** The browser that is installed; where there is none the test is skipped and says what to install. */
    static Browser at(URI server) {
        Optional<File> chromium = installed("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = installed("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            abort("The web page was NOT tested: no chromium and chromedriver on the PATH (Debian: apt-get install"
                    + " chromium chromium-driver fonts-noto-cjk).");
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--hide-scrollbars", "--window-size=1200,900", "--lang=zh-CN");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN"));
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get()).build();
        return new Browser(new ChromeDriver(service, options), server);
    }

    private static Optional<File> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(d -> new File(d, name)))
                .filter(File::canExecute).findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Goes to a path and waits until nothing says that it is loading. */
    void open(String path) {
        driver.get(server.resolve(path).toString());
        settled();
    }

    void settled() {
        waitFor("the view to be there",
                () -> !all("main h1, main .failed").isEmpty() && all("[aria-busy=true]").isEmpty()
                        && (Boolean) driver.executeScript("return document.readyState === 'complete'"));
    }

    void waitFor(String what, java.util.function.BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, POLL).withMessage(what).until(now -> condition.getAsBoolean());
    }

    WebElement one(String css) {
        waitFor(css, () -> !all(css).isEmpty());
        return all(css).getFirst();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void waitForText(String text) {
        waitFor("the words " + text, () -> text().contains(text));
    }

    /** As on a phone, or a screen, of so many pixels. */
    void width(int pixels) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels < 600));
    }

    void dark(boolean dark) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** As it is printed. */
    void paper(boolean paper) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : ""));
    }

    /** As for somebody who has never been here. */
    void forget() {
        driver.executeScript("localStorage.clear()");
    }

    /** The whole page as a picture below {@code target/screenshots}. */
    void picture(String name) throws IOException {
        Map<String, Object> shot = driver.executeCdpCommand("Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true));
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"),
                OutputType.BYTES.convertFromBase64Png((String) shot.get("data")));
    }

    /** What the console has said since it was asked last, warnings and errors. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage)
                .toList();
    }

    /** Hosts and ports that were asked since this was asked last, whatever the answer. */
    TreeSet<String> asked() {
        var hosts = new TreeSet<String>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            Map<?, ?> message = inner(json(entry.getMessage()), "message");
            if (message.get("method").equals("Network.requestWillBeSent")) {
                String url = (String) inner(inner(message, "params"), "request").get("url");
                if (!url.startsWith("data:") && !url.startsWith("chrome")) {
                    hosts.add(URI.create(url.replaceAll("[?#].*", "")).getAuthority());
                }
            }
        }
        return hosts;
    }

    private static Map<?, ?> json(String text) {
        try {
            return (Map<?, ?>) Json.read(text);
        } catch (Json.Malformed e) {
            throw new AssertionError(text, e);
        }
    }

    private static Map<?, ?> inner(Map<?, ?> object, String name) {
        return (Map<?, ?>) object.get(name);
    }

    /** Bytes that came over the wire for the page that is open, compressed as they came. */
    long weight() {
        return ((Number) driver.executeScript("return performance.getEntriesByType('resource').concat("
                + "performance.getEntriesByType('navigation')).reduce((sum, one) => sum + one.encodedBodySize, 0)"))
                .longValue();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
