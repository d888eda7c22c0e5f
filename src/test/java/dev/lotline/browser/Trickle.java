package dev.lotline.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lotline.given.Loopback;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A line so bad that a page comes in eight pieces. What the page asks for comes at once. */
final class Trickle implements AutoCloseable {
    private static final int PIECES = 8;
    private static final int MILLIS_BETWEEN = 80;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final byte[] page;

    Trickle(String html) throws IOException {
        page = html.getBytes(StandardCharsets.UTF_8);
        server = Loopback.server();
        server.setExecutor(threads);
        server.createContext("/", this::give);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void give(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            if (!path.equals("/")) {
                pass(exchange, URI.create(Screen.AT + path).toURL().openConnection());
                return;
            }
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            pieces(exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(HttpExchange exchange, URLConnection from) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", from.getContentType());
        exchange.sendResponseHeaders(200, 0);
        from.getInputStream().transferTo(exchange.getResponseBody());
    }

    private void pieces(OutputStream line) throws IOException, InterruptedException {
        for (int i = 0; i < PIECES; i++) {
            int from = page.length * i / PIECES;
            line.write(page, from, page.length * (i + 1) / PIECES - from);
            line.flush();
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
