package dev.lotline.given;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small warehouse of its own for one story, built and used through the public doors only. Codes carry a number, so
 * that stories don't meet.
 */
public final class World {
    public static final String ADMIN = EmbeddedPostgresResource.ADMIN_TOKEN;
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-03-01T09:12:07.118-05:00");
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicLong SEQ = new AtomicLong();

    private final int number = NEXT.incrementAndGet();
    private final String run = Long.toString(System.nanoTime(), 36);
    public final String owner = "HEALTHY-" + run + "-" + number;
    public final String warehouse;

    private World(String warehouse) {
        this.warehouse = warehouse == null ? "W1-" + run + "-" + number : warehouse;
    }

    /** The fixture of the acceptance examples: 2026-03-01, GUMMY-60, a dock and four places. */
    public static World acceptance() {
        World world = new World(null);
        world.owned();
        world.warehouse(world.warehouse, 10);
        return world;
    }

    /** The same warehouse on the same day, with the goods of another owner. */
    public World again() {
        World world = new World(warehouse);
        world.owned();
        return world;
    }

    private void owned() {
        clock("2026-03-01");
        put("/owners/" + owner, Map.of("name", "Healthy Foods", "kind", "CUSTOMER"));
        item("GUMMY-60", Map.of("minShelfLifeDays", 30, "lowSupplyThreshold", 20, "returnedToSender", "RESTOCK"));
    }

    public static void clock(String date) {
        call().body(Map.of("now", date + "T17:00:00Z"))
                .put("/api/v1/admin/clock")
                .then()
                .statusCode(200);
    }

    public void warehouse(String code, int priority) {
        put("/warehouses/" + code, Map.of("name", code, "timeZone", "America/New_York", "priority", priority));
        put("/warehouses/" + code + "/locations/DOCK-1", Map.of("type", "RECEIVING"));
        List<String> places = List.of("A-01", "A-02", "B-01", "C-01", "C-02");
        for (int n = 0; n < places.size(); n++) {
            put(
                    "/warehouses/" + code + "/locations/" + places.get(n),
                    Map.of("type", "STORAGE", "pickSequence", n + 1));
        }
    }

    /** A lot item unless the options say otherwise. */
    public void item(String sku, Map<String, ?> options) {
        Map<String, Object> body = new HashMap<>(Map.of("name", sku, "tracking", true, "lotTracked", true));
        body.putAll(options);
        put("/owners/" + owner + "/items/" + sku, body);
    }

    public static Map<String, Object> lot(String number, String expiration, Number quantity) {
        Map<String, Object> lot = new HashMap<>(Map.of("quantity", quantity));
        if (number != null) {
            lot.put("lotNumber", number);
        }
        if (expiration != null) {
            lot.put("expirationDate", expiration);
        }
        return lot;
    }

    @SafeVarargs
    public final Response announce(String reference, String sku, boolean autoCommit, Map<String, Object>... lots) {
        double total = List.of(lots).stream()
                .mapToDouble(lot -> ((Number) lot.get("quantity")).doubleValue())
                .sum();
        return call().body(Map.of(
                        "reference",
                        reference,
                        "kind",
                        "WRO",
                        "owner",
                        owner,
                        "warehouse",
                        warehouse,
                        "autoCommit",
                        autoCommit,
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", total, "lots", List.of(lots)))))
                .post("/api/v1/receiving-orders");
    }

    public Response document(String command, String reference) {
        return call().body(Map.of()).post("/api/v1/receiving-orders/" + owner + "/" + reference + "/" + command);
    }

    /** Announces, receives, stows and commits one lot: stock on the shelf in one step. */
    public void stock(String sku, String lotNumber, String expiration, Number quantity, String place) {
        String reference = "STOCK-" + UUID.randomUUID();
        announce(reference, sku, true, lot(lotNumber, expiration, quantity))
                .then()
                .statusCode(201);
        ok(receive(reference, sku, lotNumber, expiration, quantity));
        ok(stow(reference, sku, lotNumber, expiration, quantity, place));
    }

    public Map<String, Object> event(String operation, Map<String, ?> fields) {
        long seq = SEQ.incrementAndGet();
        Map<String, Object> event = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "seq",
                seq,
                "at",
                MORNING.plus(seq, ChronoUnit.MILLIS).toString(),
                "operation",
                operation,
                "warehouse",
                warehouse));
        event.putAll(fields);
        event.values().removeIf(java.util.Objects::isNull);
        return event;
    }

    public JsonPath receive(String reference, String sku, String lotNumber, String expiration, Number quantity) {
        return scan(receipt(reference, sku, lotNumber, expiration, quantity));
    }

    /** A receipt on the dock, not sent yet. */
    public Map<String, Object> receipt(
            String reference, String sku, String lotNumber, String expiration, Number quantity) {
        Map<String, Object> place =
                Map.of("receivingOrder", Map.of("owner", owner, "reference", reference), "location", "DOCK-1");
        return event("RECEIVE", goods(sku, lotNumber, expiration, quantity, place));
    }

    public JsonPath stow(
            String reference, String sku, String lotNumber, String expiration, Number quantity, String place) {
        return scan(event(
                "STOW",
                goods(
                        sku,
                        lotNumber,
                        expiration,
                        quantity,
                        Map.of("receivingOrder", Map.of("owner", owner, "reference", reference), "location", place))));
    }

    public JsonPath pick(Map<String, ?> task, String lotNumber, Number quantity) {
        return scan(event(
                "PICK",
                goods(
                        (String) task.get("sku"),
                        lotNumber,
                        (String) task.get("expirationDate"),
                        quantity,
                        Map.of("task", task.get("task"), "location", task.get("location")))));
    }

    public static Map<String, Object> goods(
            String sku, String lotNumber, String expiration, Number quantity, Map<String, ?> rest) {
        Map<String, Object> fields = new HashMap<>(rest);
        fields.put("sku", sku);
        fields.put("lotNumber", lotNumber);
        fields.put("expirationDate", expiration);
        fields.put("quantity", quantity);
        return fields;
    }

    /** One event in, its reply out. */
    public JsonPath scan(Map<String, Object> event) {
        Map<String, Object> owned = new HashMap<>(event);
        if (owned.containsKey("sku")) {
            owned.put("owner", owner);
        }
        Response response = floor(List.of(owned));
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath().setRootPath("[0]");
    }

    public Response floor(Object events) {
        return floorAs("HH-" + number, events);
    }

    /** Events of another device. */
    public Response floorAs(String device, Object events) {
        Object all = events instanceof Map<?, ?> one ? List.of(one) : events;
        return call().header("Lotline-Device", device).body(all).post("/floor/events");
    }

    public Response order(String reference, Map<String, ?>... lines) {
        return order(Map.of("reference", reference, "owner", owner, "warehouse", warehouse, "lines", List.of(lines)));
    }

    public Response order(Map<String, ?> body) {
        return call().body(body).post("/api/v1/orders");
    }

    public Response orderCommand(String reference, String command, Map<String, ?> body) {
        return call().body(body).post("/api/v1/orders/" + owner + "/" + reference + "/" + command);
    }

    public List<Map<String, Object>> release(String reference) {
        Response response = orderCommand(reference, "release", Map.of());
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath().getList("tasks");
    }

    public JsonPath inventory(String sku) {
        return get("/owners/" + owner + "/items/" + sku + "/inventory");
    }

    public JsonPath inventory(String sku, String inWarehouse) {
        return get("/owners/" + owner + "/items/" + sku + "/inventory?warehouse=" + inWarehouse);
    }

    public JsonPath get(String path) {
        Response response = call().get("/api/v1" + path);
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath();
    }

    public void put(String path, Map<String, ?> body) {
        Response response = call().body(body).put("/api/v1" + path);
        assertEquals(2, response.statusCode() / 100, path + ": " + response.asString());
    }

    public static JsonPath ok(JsonPath reply) {
        assertEquals("OK", reply.getString("verdict"), reply.prettify());
        return reply;
    }

    public static RequestSpecification call() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + ADMIN);
    }

    /**
     * Asserts figures of one vocabulary: {@code figures(inventory, "shipstream", "available", 98, "reserved", 0)}; ""
     * means those of the answer itself.
     */
    public static void figures(JsonPath inventory, String vocabulary, Object... expected) {
        for (int n = 0; n < expected.length; n += 2) {
            String path = vocabulary.isEmpty() ? "" + expected[n] : vocabulary + "." + expected[n];
            Object found = inventory.get(path);
            Object want = expected[n + 1];
            if (want instanceof Number number && found instanceof Number other) {
                assertEquals(number.doubleValue(), other.doubleValue(), path);
            } else {
                assertEquals(want, found, path);
            }
        }
    }
}
