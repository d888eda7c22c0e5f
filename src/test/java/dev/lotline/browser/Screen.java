package dev.lotline.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import dev.lotline.given.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A window of somebody at the console, with cookies and a cache of its own. Notes what must never happen: an error in
 * the browser's console, something the content security policy forbids, a request to another house.
 */
final class Screen implements AutoCloseable {
    static final int HEIGHT = 900;
    static final String AT =
            "http://127.0.0.1:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    /** What htmx says when a page is left before its stream was there. */
    private static final String LEFT = "htmx:error: Failed to fetch";

    private static final String AXE = axe();

    private static final String BARRIERS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .filter(rule => ['serious', 'critical'].includes(rule.impact))
              .map(rule => rule.id + ' at ' + rule.nodes[0].html)
            """;
    /** Before any script of the page. Shifts that answer a click or a key are wanted. */
    private static final String WATCH = """
            window.watched = {forbidden: [], shift: 0, moved: []};
            document.addEventListener('securitypolicyviolation', e => watched.forbidden.push(e.violatedDirective + ' ' + e.blockedURI));
            new PerformanceObserver(list => list.getEntries().filter(e => !e.hadRecentInput).forEach(e => {
                watched.shift += e.value;
                watched.moved.push(...e.sources.map(s => s.node?.parentElement?.outerHTML.slice(0, 80)));
              }))
              .observe({type: 'layout-shift', buffered: true});
            """;
    /** What came over the line: [bytes, requests] of this page and all it asked for. */
    private static final String LOADED = """
            () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
              .filter(e => e.transferSize > 0).reduce((sum, e) => [sum[0] + e.transferSize, sum[1] + 1], [0, 0])
            """;

    /** A cell that spans columns counts in the first of them. */
    private static final String TABLE = """
            region => {
              const table = document.querySelector(`[role=region][aria-label="${region}"] table`);
              const heads = [...table.tHead.rows[0].cells].map(each => each.textContent.trim());
              return [...table.rows].slice(1).map(row => {
                const named = {};
                let n = 0;
                for (const cell of row.cells) { named[heads[n]] = cell.textContent.trim(); n += cell.colSpan; }
                return named;
              });
            }
            """;

    private final BrowserContext context;
    private final Page page;
    private final CDPSession tools;
    private final List<String> faults = new ArrayList<>();

    private Screen(NewContextOptions options) {
        context = Chromium.running().newContext(options.setBaseURL(AT));
        context.addInitScript(WATCH);
        page = context.newPage();
        tools = context.newCDPSession(page);
        page.onConsoleMessage(this::note);
        page.onPageError(error -> faults.add("script: " + error));
        page.onRequest(this::note);
    }

    private static String axe() {
        try (InputStream source = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody has signed in. */
    static Screen open() {
        return new Screen(new NewContextOptions().setViewportSize(1280, HEIGHT));
    }

    /** Empties the cache, as of somebody who was never here. */
    Screen forget() {
        tools.send("Network.clearBrowserCache");
        return this;
    }

    /** Who was added by {@link Browser#add}. */
    Screen signIn(String name) {
        page.navigate("/login");
        page.fill("#name", name);
        page.fill("#password", Browser.PASSWORD);
        page.click("form button");
        page.waitForURL(AT + "/");
        return this;
    }

    Page page() {
        return page;
    }

    /** The path and query that the window shows. */
    String address() {
        return page.url().substring(AT.length());
    }

    /** Goes there and answers the status. */
    int go(String path) {
        Response answer = page.navigate(path);
        page.waitForLoadState(LoadState.LOAD);
        return answer.status();
    }

    /** Status and text of an address, without showing it or following a redirection. */
    String told(String path) {
        APIResponse answer = context.request().get(path, RequestOptions.create().setMaxRedirects(0));
        return answer.status() + " " + answer.text();
    }

    /** What is there at an address, without showing it. */
    String html(String path) {
        return context.request().get(path).text();
    }

    Screen theme(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return this;
    }

    Screen width(int pixels) {
        page.setViewportSize(pixels, HEIGHT);
        return this;
    }

    /** Pixels by which the page is wider than the window. */
    int sideways() {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    /** Bytes and requests of the page that is shown. */
    List<Integer> loaded() {
        List<?> figures = (List<?>) page.evaluate(LOADED);
        return figures.stream().map(each -> ((Number) each).intValue()).toList();
    }

    /** How much what stood there has moved by itself. */
    double shift() {
        return ((Number) page.evaluate("() => watched.shift")).doubleValue();
    }

    /** Where it has moved: the beginning of what holds each. */
    List<String> moved() {
        List<?> found = (List<?>) page.evaluate("() => watched.moved.slice(0, 3)");
        return found.stream().map(String::valueOf).toList();
    }

    /** Serious and critical findings of axe, told in the page: all it looked at would be some MB of JSON for each. */
    List<String> barriers() {
        page.evaluate(AXE);
        List<?> found = (List<?>) page.evaluate(BARRIERS);
        return found.stream().map(String::valueOf).toList();
    }

    /** What stands out too little, by the axe that {@link #barriers} left in the page. */
    List<String> faint() {
        List<?> found = (List<?>) page.evaluate("async () => (await axe.run(document, {runOnly: ['color-contrast']}))"
                + ".violations.flatMap(rule => rule.nodes).map(node => node.html)");
        return found.stream().map(String::valueOf).toList();
    }

    /** All text of the page, with what stands in its fields. */
    String read() {
        return (String)
                page.evaluate(
                        "() => document.body.textContent + [...document.querySelectorAll('input')].map(e => '\\n' + e.value).join('')");
    }

    /** Elements that no page of ours has in its content. */
    List<String> planted() {
        List<?> found = (List<?>)
                page.evaluate(
                        "() => [...document.querySelectorAll('main script, main style, main img:not([src^=\"/print-jobs/labels/\"]), main i, main iframe, th b, dd b')].map(e => e.outerHTML)");
        return found.stream().map(String::valueOf).toList();
    }

    /** The rows of the table in the region of this name, each by the heads of its columns; sums and foot included. */
    List<Map<String, String>> table(String region) {
        List<?> rows = (List<?>) page.evaluate(TABLE, region);
        return rows.stream()
                .map(row -> ((Map<?, ?>) row)
                        .entrySet().stream()
                                .collect(Collectors.toMap(
                                        each -> String.valueOf(each.getKey()),
                                        each -> String.valueOf(each.getValue()))))
                .toList();
    }

    /** What was noted since it was asked for last. */
    List<String> faults() {
        List<?> forbidden = (List<?>) page.evaluate("() => watched.forbidden.splice(0)");
        forbidden.forEach(each -> faults.add("forbidden: " + each));
        List<String> told = List.copyOf(faults);
        faults.clear();
        return told;
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().contains(LEFT)) {
            faults.add("console: " + message.text());
        }
    }

    private void note(Request request) {
        if (!request.url().startsWith(AT + "/") && !request.url().startsWith("data:")) {
            faults.add("elsewhere: " + request.url());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
