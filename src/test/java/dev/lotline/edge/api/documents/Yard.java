package dev.lotline.edge.api.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.House;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An owner and two warehouses of one test's own: nouns are inserted, everything else goes through the doors. */
final class Yard {
    static final String RECEIVING = "/api/v1/receiving-orders";
    static final String ORDERS = "/api/v1/orders";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger SEQ = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private final Pool pool;
    final String owner = "OWNER-" + RUN + "-" + NEXT.incrementAndGet();
    final String first = owner + "-W1";
    final String second = owner + "-W2";

    Yard(Pool pool) {
        this.pool = pool;
        sql("INSERT INTO owner (code, name, kind) VALUES ($1, $1, 'CUSTOMER')", owner);
        warehouse(first, 1);
        warehouse(second, 2);
        item("GUMMY", true, true, 0);
        item("BOX", true, false, 0);
        item("BULK", true, false, 2);
        item("WRAP", false, false, 0);
    }

    private void warehouse(String code, int priority) {
        sql("INSERT INTO warehouse (code, name, time_zone, priority) VALUES ($1, $1, 'UTC', $2)", code, priority);
        place(code, "DOCK", "RECEIVING", 0);
        place(code, "A-01", "STORAGE", 1);
        place(code, "A-02", "STORAGE", 2);
        place(code, "B-01", "STORAGE", 3);
        place(code, "B-02", "STORAGE", 4);
    }

    private void place(String warehouse, String code, String type, int sequence) {
        sql("""
                INSERT INTO location (warehouse_id, code, type, pick_sequence)
                SELECT id, $2, $3, $4 FROM warehouse WHERE code = $1
                """, warehouse, code, type, sequence);
    }

    void item(String sku, boolean tracking, boolean lotTracked, int decimals) {
        sql("""
                INSERT INTO item (owner_id, sku, name, tracking, lot_tracked, decimals)
                SELECT id, $2, $2, $3, $4, $5 FROM owner WHERE code = $1
                """, owner, sku, tracking, lotTracked, decimals);
    }

    void change(String sql, Object... parameters) {
        sql(sql, parameters);
    }

    private void sql(String sql, Object... parameters) {
        pool.preparedQuery(sql)
                .execute(Tuple.from(Arrays.asList(parameters)))
                .await()
                .indefinitely();
    }

    static Map<String, Object> lot(String number, String expiration, Number quantity) {
        Map<String, Object> lot = new HashMap<>();
        lot.put("lotNumber", number);
        lot.put("expirationDate", expiration);
        lot.put("quantity", quantity);
        return lot;
    }

    static Map<String, Object> line(String sku, Number quantity, Object... rest) {
        Map<String, Object> line = new HashMap<>(Map.of("sku", sku, "quantity", quantity));
        for (int n = 0; n < rest.length; n += 2) {
            line.put((String) rest[n], rest[n + 1]);
        }
        return line;
    }

    Map<String, Object> receivingOrder(String reference, Object... lines) {
        return new HashMap<>(Map.of(
                "reference", reference, "kind", "WRO", "owner", owner, "warehouse", first, "lines", List.of(lines)));
    }

    Map<String, Object> order(String reference, Object... lines) {
        return new HashMap<>(
                Map.of("reference", reference, "owner", owner, "warehouse", first, "lines", List.of(lines)));
    }

    static ValidatableResponse post(String path, Object body) {
        return House.admin().body(body).post(path).then();
    }

    JsonPath accept(Map<String, ?> order) {
        return post(ORDERS, order).statusCode(201).extract().jsonPath();
    }

    ValidatableResponse command(String reference, String command) {
        return post(ORDERS + "/" + owner + "/" + reference + "/" + command, Map.of());
    }

    ValidatableResponse inbound(String reference, String command) {
        return post(RECEIVING + "/" + owner + "/" + reference + "/" + command, Map.of());
    }

    JsonPath order(String reference) {
        return get(ORDERS + "/" + owner + "/" + reference);
    }

    JsonPath receivingOrder(String reference) {
        return get(RECEIVING + "/" + owner + "/" + reference);
    }

    static JsonPath get(String path) {
        return House.admin().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** Tasks as text: {@code L-B A-01 60}. */
    List<String> release(String reference) {
        return plan(command(reference, "release").statusCode(200).extract().jsonPath());
    }

    static List<String> plan(JsonPath released) {
        return released.<Map<String, Object>>getList("tasks").stream()
                .map(task -> task.get("lotNumber") + " " + task.get("location") + " " + task.get("quantity"))
                .toList();
    }

    /** Announced, counted and stowed with autoCommit: free stock on the shelf. */
    void stock(String warehouse, String sku, String lotNumber, String expiration, Number quantity, String place) {
        String reference = "IN-" + UUID.randomUUID();
        Object[] lots = lotNumber == null && expiration == null
                ? new Object[0]
                : new Object[] {"lots", List.of(lot(lotNumber, expiration, quantity))};
        Map<String, Object> body = receivingOrder(reference, line(sku, quantity, lots));
        body.put("warehouse", warehouse);
        body.put("autoCommit", true);
        post(RECEIVING, body).statusCode(201);
        assertEquals("OK", scan(warehouse, "RECEIVE", goods(reference, sku, lotNumber, expiration, quantity, "DOCK")));
        assertEquals("OK", scan(warehouse, "STOW", goods(reference, sku, lotNumber, expiration, quantity, place)));
    }

    Map<String, Object> goods(
            String reference, String sku, String lotNumber, String expiration, Number quantity, String place) {
        Map<String, Object> goods = new HashMap<>(Map.of("owner", owner, "sku", sku, "quantity", quantity));
        goods.put("receivingOrder", Map.of("owner", owner, "reference", reference));
        goods.put("lotNumber", lotNumber);
        goods.put("expirationDate", expiration);
        goods.put("location", place);
        goods.values().removeIf(value -> value == null);
        return goods;
    }

    /** Picks a task of a release as it stands there. Answers the verdict, or the code of a refusal. */
    String pick(Map<String, Object> task, Number quantity) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("owner", owner, "sku", task.get("sku"), "task", task.get("task"), "quantity", quantity));
        fields.put("lotNumber", task.get("lotNumber"));
        fields.put("expirationDate", task.get("expirationDate"));
        fields.put("location", task.get("location"));
        fields.values().removeIf(value -> value == null);
        return scan((String) task.get("warehouse"), "PICK", fields);
    }

    /** One event in; its verdict, or the code of a refusal, out. */
    String scan(String warehouse, String operation, Map<String, Object> fields) {
        JsonPath reply = reply(warehouse, operation, fields);
        return "REFUSED".equals(reply.getString("verdict")) ? reply.getString("code") : reply.getString("verdict");
    }

    JsonPath reply(String warehouse, String operation, Map<String, Object> fields) {
        Map<String, Object> event = new HashMap<>(fields);
        event.put("id", UUID.randomUUID().toString());
        event.put("seq", SEQ.incrementAndGet());
        event.put("at", "2026-03-01T09:00:00Z");
        event.put("operation", operation);
        event.put("warehouse", warehouse);
        return House.admin()
                .header("Lotline-Device", "YARD-" + RUN)
                .body(List.of(event))
                .post("/floor/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("[0]");
    }

    int expected(String sku) {
        return get("/api/v1/owners/" + owner + "/items/" + sku + "/inventory").getInt("shipstream.expected");
    }

    List<Map<String, Object>> tasks(String reference) {
        return command(reference, "release")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("tasks");
    }

    /** A date counted from the business date, wherever other tests have put the clock. */
    String days(int fromToday) {
        LocalDate today = pool.query("SELECT business_date('UTC') AS today")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLocalDate("today");
        return today.plusDays(fromToday).toString();
    }

    static void assertBooksBalance() {
        JsonPath answer = post("/api/v1/admin/invariants", Map.of())
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(List.of(), answer.getList("findAll { it.violations != 0 }"));
        assertEquals(true, answer.getList("$").size() >= 12);
    }

    static RequestSpecification as(String token) {
        return House.as(token);
    }
}
