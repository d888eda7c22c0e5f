package dev.lotline.given;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A small warehouse whose owner pays for storage: bins of 4 ft³ and a plan of its own. */
public final class Storage {
    public final World world;
    public final String plan = "PLAN-" + System.nanoTime();

    private Storage(World world) {
        this.world = world;
    }

    /** @param rule of the plan, besides its code */
    public static Storage paidBy(Map<String, ?> rule) {
        return paidBy(rule, "2026-03-01");
    }

    public static Storage paidBy(Map<String, ?> rule, String from) {
        Storage storage = new Storage(World.acceptance());
        for (String place : List.of("A-01", "A-02", "B-01")) {
            storage.place(place, 4);
        }
        storage.world.item(
                "GUMMY-60", Map.of("dimensions", Map.of("length", 4, "width", 4, "height", 6, "unit", "in")));
        Map<String, Object> base = new java.util.HashMap<>(rule);
        base.put("code", "BASE");
        Map<String, Object> definition = Map.of("code", "P", "currency", "USD", "rules", List.of(base));
        storage.version(definition, from.compareTo("2026-01-01") < 0 ? from : "2026-01-01");
        storage.assign(List.of(Map.of("plan", storage.plan, "from", from)), 200);
        return storage;
    }

    /** @param cubicFeet null = not known */
    public void place(String code, Integer cubicFeet) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("type", "STORAGE", "storageClass", "BIN"));
        if (cubicFeet != null) {
            body.put("capacityVolume", cubicFeet);
        }
        world.put("/warehouses/" + world.warehouse + "/locations/" + code, body);
    }

    public void version(Map<String, ?> definition, String from) {
        String path = "/api/v1/rate-plans/" + plan;
        World.call().body(Map.of("definition", definition)).put(path).then().statusCode(200);
        int n = World.call()
                .body(Map.of("definition", definition, "effectiveFrom", from))
                .post(path + "/versions")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        World.call()
                .body(Map.of())
                .post(path + "/versions/" + n + "/activate")
                .then()
                .statusCode(200);
    }

    public Response assign(List<Map<String, Object>> assignments, int status) {
        Response answer = World.call()
                .body(Map.of("assignments", assignments))
                .put("/api/v1/owners/" + world.owner + "/rate-plan-assignments");
        assertEquals(status, answer.statusCode(), answer.asString());
        return answer;
    }

    /** It is this day; the days before it are closed. */
    public void morning(String date) {
        World.clock(date);
        close();
    }

    public void close() {
        World.call()
                .body(Map.of("warehouse", world.warehouse))
                .post("/api/v1/admin/day-close")
                .then()
                .statusCode(200);
    }

    /** Days that the next look would compute. */
    public int due() throws SQLException {
        try (Superuser books = Superuser.begin()) {
            return books.ask("SELECT day FROM warehouse w, storage_due(w.id) WHERE w.code = '" + world.warehouse + "'")
                    .size();
        }
    }

    public JsonPath fees(String month) {
        return world.get("/owners/" + world.owner + "/storage-fees?month=" + month + "&warehouse=" + world.warehouse);
    }

    /** @param by lot, sku, location, class or day */
    public JsonPath fees(String month, String by) {
        return world.get("/owners/" + world.owner + "/storage-fees?month=" + month + "&warehouse=" + world.warehouse
                + "&limit=100&groupBy=" + by);
    }

    public JsonPath explain(String month, String more) {
        return world.get("/owners/" + world.owner + "/storage-fees/explain?month=" + month + "&warehouse="
                + world.warehouse + more);
    }

    public Response statement(String month) {
        return World.call()
                .body(Map.of("owner", world.owner, "warehouse", world.warehouse, "month", month))
                .post("/api/v1/storage-statements/close");
    }
}
