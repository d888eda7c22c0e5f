import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a running Lotline, loaded by setup.sql, what merchants ask, one question after the other, and prints milliseconds
 * from sending a question to having its whole answer. {@code java Ask.java <url> <admin token> <pid> [rounds]}
 */
public final class Ask {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What makes a reader slow: so long it does something else behind every 100 KB. */
    private static final long SLOW_READER_PAUSE_NANOS = 10_000_000;

    /** Calls until the compiler has seen the path that all questions take; each question is asked as often as it is timed first. */
    private static final int WARM_UP = 500;

    private static final String FIGURES =
            "allocated available availableToAllocate availableToMake availableToSell incoming"
                    + " ordered physical stock unallocated unavailable";

    private static final String EVERY_FIELD = "id archivedAt brandId createdAt deletedAt depth updatedAt productId"
            + " poQuantity poShipped poUnshipped shipmentUnlinked totalIncoming " + FIGURES
            + " allocatedDecimal availableDecimal availableToAllocateDecimal availableToMakeDecimal availableToSellDecimal"
            + " incomingDecimal orderedDecimal physicalDecimal stockDecimal unallocatedDecimal unavailableDecimal"
            + " brand { id name } product { id sku name unit } warehouses { id name active " + FIGURES + " }"
            + " incomingItems { id reference kind warehouseId purchaseOrder expectedOn quantity received incoming }"
            + " inventoryLocations { id locationId warehouseId buildingId name type stockLevel allocated unavailable available }";

    private final String url;
    private final String token;
    private final Path status;
    private final int rounds;

    private Ask(String url, String token, String pid, int rounds) {
        this.url = url;
        this.token = token;
        this.status = Path.of("/proc", pid, "status");
        this.rounds = rounds;
    }

    public static void main(String[] given) throws Exception {
        new Ask(given[0], given[1], given[2], given.length > 3 ? Integer.parseInt(given[3]) : 200).all();
    }

    private void all() throws Exception {
        String small = merchant("SMALL");
        String large = merchant("LARGE");
        for (int n = 0; n < WARM_UP; n++) {
            taken("/api/jsonrpc", call("inventory.list", ""), small);
        }
        System.out.println("| question | p50 ms | p95 ms | most ms | KB |\n|---|---|---|---|---|");
        ask("inventory.list, 1,000 items", "/api/jsonrpc", call("inventory.list", ""), small, rounds);
        ask("inventory.list of 10 skus", "/api/jsonrpc", call("inventory.list", tenSkus()), small, rounds);
        ask("inventory.list, one warehouse", "/api/jsonrpc", call("inventory.list", "null, 1"), small, rounds);
        ask("inventory.details, 1,000 items", "/api/jsonrpc", call("inventory.details", ""), small, rounds);
        ask(
                "inventory.lots, a page of 100",
                "/api/jsonrpc",
                call("inventory.lots", "null, {\"limit\": 100}"),
                small,
                rounds);
        ask(
                "inventory.list, nothing new in 50,000",
                "/api/jsonrpc",
                call("inventory.list", "null, null, \"" + OffsetDateTime.now() + "\""),
                large,
                rounds / 4);
        ask("REST inventory, a page of 500", "/api/v1/owners/SMALL/inventory?limit=500", null, small, rounds);
        ask("REST inventory of one item", "/api/v1/owners/SMALL/items/SKU-000100/inventory", null, small, rounds);
        ask("GraphQL, 100 items, every field", "/graphql", query(100, EVERY_FIELD), small, rounds);
        ask("GraphQL, 1,000 items, every field", "/graphql", query(1000, EVERY_FIELD), small, rounds / 2);
        long before = resident("VmRSS");
        ask(
                "inventory.list, 50,000 items",
                "/api/jsonrpc",
                call("inventory.list", ""),
                large,
                Math.max(5, rounds / 20));
        ask("inventory.details, 50,000 items", "/api/jsonrpc", call("inventory.details", ""), large, 3);
        System.out.println("\nresident " + before + " MB before the long lists, " + resident("VmRSS")
                + " after; most ever " + resident("VmHWM"));
        slowReaders(large);
        load();
    }

    /** Four readers who take a megabyte a second each: what the server must not keep for them. */
    private void slowReaders(String token) throws Exception {
        List<Thread> readers = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Thread reader = new Thread(() -> {
                try (InputStream in = HTTP.send(
                                request("/api/jsonrpc", call("inventory.list", ""), token),
                                BodyHandlers.ofInputStream())
                        .body()) {
                    byte[] part = new byte[100_000];
                    while (in.read(part) >= 0) {
                        LockSupport.parkNanos(SLOW_READER_PAUSE_NANOS);
                    }
                } catch (Exception e) {
                    System.out.println("slow reader: " + e);
                }
            });
            readers.add(reader);
            reader.start();
        }
        for (Thread reader : readers) {
            reader.join();
        }
        System.out.println("after four slow readers at once: resident " + resident("VmRSS") + " MB, most ever "
                + resident("VmHWM"));
    }

    /** A batch as large as may be: what stood in one place of 5,000 items, one unit more than the books say. */
    private void load() throws Exception {
        String job = posted("/api/v1/fluent/job", "{\"name\":\"bench\",\"retailerId\":\"LARGE\"}");
        StringBuilder entities = new StringBuilder();
        for (int n = 1001; n <= 6000; n++) {
            entities.append(n == 1001 ? "" : ",")
                    .append(
                            "{\"skuRef\":\"SKU-%06d\",\"locationRef\":\"BENCH-1\",\"storageAreaRef\":\"L-2\",\"qty\":21}"
                                    .formatted(n));
        }
        String id = job.replaceAll("(?s).*?\"id\"\\s*:\\s*(\\d+).*", "$1");
        long start = System.nanoTime();
        String done = posted(
                "/api/v1/fluent/job/" + id + "/batch",
                "{\"action\":\"UPSERT\",\"entityType\":\"INVENTORY\",\"entities\":[" + entities + "]}");
        System.out.printf(
                "batch of 5,000 entities: %.1f s, %d of them applied%n",
                (System.nanoTime() - start) / 1e9, done.split("\"APPLIED\"", -1).length - 1);
    }

    private String posted(String path, String body) throws Exception {
        var answer = HTTP.send(request(path, body, token), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void ask(String what, String path, String body, String token, int times) throws Exception {
        int bytes = 0;
        for (int n = 0; n < times; n++) {
            bytes = taken(path, body, token);
        }
        double[] millis = new double[times];
        for (int n = 0; n < times; n++) {
            long start = System.nanoTime();
            taken(path, body, token);
            millis[n] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %d |%n",
                what,
                millis[times / 2],
                millis[Math.min(times - 1, (int) Math.ceil(times * 0.95) - 1)],
                millis[times - 1],
                bytes / 1024);
    }

    private int taken(String path, String body, String token) throws Exception {
        var answer = HTTP.send(request(path, body, token), BodyHandlers.ofByteArray());
        String head = new String(answer.body(), 0, Math.min(300, answer.body().length));
        if (answer.statusCode() != 200 || head.contains("\"error")) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + head);
        }
        return answer.body().length;
    }

    private HttpRequest request(String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        return (body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build();
    }

    private String merchant(String owner) throws Exception {
        String body = "{\"name\":\"BENCH-" + owner + "-" + System.nanoTime() + "\",\"role\":\"MERCHANT\",\"owners\":[\""
                + owner + "\"]}";
        String answer = HTTP.send(request("/api/v1/admin/credentials", body, token), BodyHandlers.ofString())
                .body();
        return answer.replaceAll("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static String call(String method, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\",\"params\":[null,\"" + method + "\",[" + arguments
                + "]]}";
    }

    private static String tenSkus() {
        List<String> skus = new ArrayList<>();
        for (int n = 1; n <= 10; n++) {
            skus.add("\"SKU-%06d\"".formatted(n * 97));
        }
        return "[" + String.join(",", skus) + "]";
    }

    private static String query(int items, String fields) {
        return "{\"query\":\"{ inventoryItems(first: " + items + ") { nodes { " + fields + " } } }\"}";
    }

    /** Megabytes of the process. */
    private long resident(String field) throws Exception {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
