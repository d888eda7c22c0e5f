package lotline.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Lotline that remembers ids and nothing else, on a loopback port; it also loses answers and asks to wait. */
final class Stub implements AutoCloseable {
    private static final int ITEMS = 5;

    final Map<String, Map<String, Object>> seen = new ConcurrentHashMap<>();
    final AtomicInteger events = new AtomicInteger();
    /** Every so many events one is forgotten again, as a server that loses data would; 0 = never. */
    volatile int forgetEvery;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Map<String, Object>> documents = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger tasks = new AtomicInteger();

    Stub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int number = requests.incrementAndGet();
        if (number % 61 == 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String path = exchange.getRequestURI().getPath();
        Object reply = path.equals("/floor/events") ? floor(Json.read(body)) : office(path, body);
        if (number % 47 == 0) {
            exchange.close(); // done, but nobody hears of it
            return;
        }
        byte[] bytes = Json.write(reply).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, number % 2 == 0 ? 0 : bytes.length); // 0 = chunked
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object floor(Object body) {
        List<Object> verdicts = new ArrayList<>();
        for (Object each : Json.array(body)) {
            String id = String.valueOf(Json.object(each).get("id"));
            Map<String, Object> verdict = new LinkedHashMap<>();
            verdict.put("id", id);
            boolean fine = id.charAt(35) != '0';
            verdict.put("verdict", fine ? "OK" : "REFUSED");
            verdict.put("code", fine ? "DONE" : "LOT_MIX_FORBIDDEN");
            verdict.put("replayed", seen.putIfAbsent(id, verdict) != null);
            if (Boolean.FALSE.equals(verdict.get("replayed"))) {
                int number = events.incrementAndGet();
                if (forgetEvery > 0 && number % forgetEvery == 0) {
                    seen.remove(id);
                }
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private Object office(String path, String body) {
        if (path.endsWith("/admin/invariants")) {
            return List.of(Map.of("id", "I9", "name", "no negative balance", "violations", 0));
        }
        if (path.endsWith("/warehouses")) {
            return page(Map.of("warehouse", "W1"));
        }
        if (path.endsWith("/locations")) {
            return page(
                    Map.of("location", "DOCK-1", "type", "RECEIVING"), Map.of("location", "A-01", "type", "STORAGE"));
        }
        if (path.endsWith("/owners")) {
            return page(Map.of("owner", "O\u00df1"));
        }
        if (path.endsWith("/items")) {
            List<Map<String, Object>> items = new ArrayList<>();
            for (int n = 0; n < ITEMS; n++) {
                Map<String, Object> code = Map.of("code", "950400005910" + n, "quantity", 1);
                items.add(Map.of("sku", "S " + n, "tracking", true, "lotTracked", n > 0, "barcodes", List.of(code)));
            }
            return page(items.toArray());
        }
        if (path.endsWith("/release")) {
            Map<String, Object> task = new LinkedHashMap<>(Map.of("task", tasks.incrementAndGet(), "warehouse", "W1"));
            task.putAll(Map.of("sku", "S 1", "lotNumber", "L1", "location", "A-01", "quantity", 5));
            return Map.of("tasks", tasks.get() % 3 == 0 ? List.of() : List.of(task));
        }
        if (body.length() > 2 && path.endsWith("/receiving-orders")) {
            Map<String, Object> document = Json.object(Json.read(body));
            documents.put(String.valueOf(document.get("reference")), document);
            return document;
        }
        Map<String, Object> document = documents.get(path.substring(path.lastIndexOf('/') + 1));
        return document == null ? Map.of("items", List.of()) : figures(document);
    }

    private static Map<String, Object> figures(Map<String, Object> document) {
        Map<String, Object> copy = new LinkedHashMap<>(document);
        List<Object> lines = new ArrayList<>();
        for (Object each : Json.array(document.get("lines"))) {
            Map<String, Object> line = new LinkedHashMap<>(Json.object(each));
            List<Object> lots = new ArrayList<>();
            for (Object lot : Json.array(line.get("lots"))) {
                Map<String, Object> row = new LinkedHashMap<>(Json.object(lot));
                row.put("expected", row.get("quantity"));
                lots.add(row);
            }
            line.put("expected", line.get("quantity"));
            line.put("lots", lots);
            lines.add(line);
        }
        copy.put("lines", lines);
        return copy;
    }

    private static Map<String, Object> page(Object... items) {
        return Map.of("items", List.of(items));
    }
}
