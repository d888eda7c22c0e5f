package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many orders, one cart, one walk. */
@QuarkusTest
class WaveStoryTest {
    private World world;

    @BeforeEach
    void a_warehouse_with_two_items_and_a_cart() {
        world = World.acceptance();
        world.item("BOX", Map.of());
        world.stock("GUMMY-60", "L-B", "2026-05-15", 6, "A-02");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 30, "C-01");
        world.stock("BOX", "B-1", "2027-06-30", 20, "B-01");
        for (String tote : List.of("T-1", "T-2", "T-3")) {
            world.put("/warehouses/" + world.warehouse + "/locations/" + tote, Map.of("type", "TOTE"));
        }
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "BOX");
    }

    @Test
    void two_orders_are_one_walk_with_a_tote_for_each() {
        order("O-1", 0, 4, 1);
        order("O-2", 5, 5, 2);
        JsonPath wave = wave(Map.of("maxOrders", 10, "totes", List.of("T-1", "T-2"), "holder", "HH-ANNA"));
        // the urgent order stands first on the cart and takes the nearest expiry first
        assertEquals(List.of("O-2", "O-1"), wave.getList("orders.reference"));
        assertEquals(List.of("T-1", "T-2"), wave.getList("orders.tote"));
        assertEquals(
                List.of(
                        "A-02 GUMMY-60 L-B 5 T-1 O-2",
                        "A-02 GUMMY-60 L-B 1 T-2 O-1",
                        "B-01 BOX B-1 2 T-1 O-2",
                        "B-01 BOX B-1 1 T-2 O-1",
                        "C-01 GUMMY-60 L-A 3 T-2 O-1"),
                walk(wave.getList("tasks")));
        figures(world.inventory("GUMMY-60"), "shipstream", "reserved", 9, "allocated", 0, "available", 27);

        List<Map<String, Object>> tasks = wave.getList("tasks");
        JsonPath first = ok(world.pick(tasks.get(0), "L-B", 5));
        assertEquals(tasks.get(1).get("task"), first.get("next.task"), "the next stop is that of the run");
        Map<String, Object> wrong = World.goods(
                "GUMMY-60",
                "L-B",
                null,
                1,
                Map.of("task", tasks.get(1).get("task"), "location", "A-02", "tote", "T-1"));
        assertEquals("WRONG_TOTE", world.scan(world.event("PICK", wrong)).getString("code"));
        tasks.subList(1, 5)
                .forEach(task -> ok(world.pick(task, (String) task.get("lotNumber"), (Number) task.get("quantity"))));
        assertEquals(0, world.get("/pick-waves/" + wave.getLong("wave")).getInt("openTasks"));
        assertEquals(
                "T-2",
                world.get("/orders/" + world.owner + "/O-1").getString("lines[0].picks[0].location"),
                "each order lies in its own tote");
        for (String order : List.of("O-1", "O-2")) {
            world.orderCommand(order, "ship", Map.of("complete", true)).then().statusCode(200);
        }
        figures(world.inventory("BOX"), "shipstream", "available", 17, "onHand", 17);
    }

    @Test
    void a_run_chooses_what_its_orders_would_have_got_one_after_the_other() {
        World alone = World.acceptance();
        List<String> chosen = new ArrayList<>();
        for (World each : List.of(alone, world)) {
            each.item("MIX", Map.of("allowMixingLocations", true));
            for (int lot = 0; lot < 8; lot++) {
                each.stock(
                        "MIX",
                        "L-" + lot,
                        "2026-0" + (4 + lot % 5) + "-1" + lot,
                        3 + lot % 4,
                        lot % 2 == 0 ? "A-01" : "C-02");
            }
            for (int n = 0; n < 6; n++) {
                Map<String, Object> line = new HashMap<>(Map.of("sku", "MIX", "quantity", 2 + n % 3));
                line.putAll(List.of(
                                Map.<String, Object>of(),
                                Map.of("lotNumber", "L-3"),
                                Map.of("singleLot", true),
                                Map.of("minShelfLifeDays", 90))
                        .get(n % 4));
                each.order("M-" + n, line).then().statusCode(201);
            }
        }
        for (int n = 0; n < 6; n++) {
            alone.release("M-" + n);
        }
        wave(Map.of("maxOrders", 10));
        for (World each : List.of(alone, world)) {
            for (int n = 0; n < 6; n++) {
                JsonPath order = each.get("/orders/" + each.owner + "/M-" + n);
                order.<Map<String, Object>>getList("lines[0].claims").forEach(claim -> claim.remove("warehouse"));
                chosen.add(order.getString("lines[0].claims.lotNumber") + order.getString("lines[0].claims.quantity"));
                List<Map<String, Object>> why = each.get("/orders/" + each.owner + "/M-" + n + "/lines/1/candidates")
                        .getList("candidates");
                why.forEach(candidate -> candidate.remove("warehouse"));
                chosen.add(why.toString());
            }
        }
        assertEquals(chosen.subList(0, 12), chosen.subList(12, 24));
    }

    @Test
    void a_short_pick_is_planned_again_on_the_same_run() {
        order("O-1", 0, 4, 1);
        JsonPath wave = wave(Map.of("maxOrders", 1, "totes", List.of("T-3")));
        Map<String, Object> task = wave.<Map<String, Object>>getList("tasks").get(0);
        ok(world.scan(world.event("SHORT", Map.of("task", task.get("task"), "quantity", 4, "reason", "empty"))));
        assertEquals(
                List.of("B-01 BOX B-1 1 T-3 O-1", "C-01 GUMMY-60 L-A 4 T-3 O-1"),
                walk(world.get("/pick-waves/" + wave.getLong("wave")).getList("tasks")));
    }

    @Test
    void work_is_shown_to_whoever_has_it_and_can_be_handed_over() {
        order("O-1", 0, 4, 1);
        JsonPath wave = wave(Map.of("maxOrders", 1, "holder", "HH-ANNA"));
        assertEquals(2, mine("HH-ANNA").size());
        assertEquals("O-1", mine("HH-ANNA").get(0).get("order"));
        assertEquals(List.of(), mine("HH-BORIS"));

        Object box = wave.<Map<String, Object>>getList("tasks").get(1).get("task");
        handOver(Map.of("tasks", List.of(box), "to", "HH-BORIS")).then().statusCode(200);
        assertEquals(
                List.of(box),
                mine("HH-BORIS").stream().map(task -> task.get("task")).toList());
        assertEquals(1, mine("HH-ANNA").size());

        // another handheld takes the whole run with a scan
        ok(world.scan(world.event("HAND_OVER", Map.of("wave", wave.getLong("wave"), "to", "HH-CARLA"))));
        assertEquals(1, mine("HH-CARLA").size());
        assertEquals(List.of(), mine("HH-ANNA"));
        assertEquals(
                "UNKNOWN_TASK",
                handOver(Map.of("tasks", List.of(999_999_999))).jsonPath().getString("code"));
    }

    @Test
    void an_order_is_on_one_cart_only_and_a_tote_too() {
        order("O-1", 0, 4, 1);
        order("O-2", 0, 1, 1);
        wave(Map.of("maxOrders", 1, "totes", List.of("T-1")));
        assertEquals(
                "TOTE_IN_USE",
                post(Map.of("maxOrders", 1, "totes", List.of("T-1"))).jsonPath().getString("code"));
        JsonPath second = wave(Map.of("orders", List.of(named("O-1"), named("O-2"))));
        assertEquals(List.of("O-2"), second.getList("orders.reference"));
        assertEquals("ON_ANOTHER_WAVE", second.getString("skipped[0].reason"));
        assertNull(second.getString("orders[0].tote"));
        Response nothing = post(Map.of("maxOrders", 5));
        assertEquals(409, nothing.statusCode());
        assertEquals("NOTHING_TO_RELEASE", nothing.jsonPath().getString("code"));
        assertEquals(
                2,
                world.get("/pick-waves?warehouse=" + world.warehouse + "&state=open")
                        .getList("items")
                        .size());
        assertEquals(400, post(Map.of()).statusCode());
    }

    @Test
    void the_same_command_again_is_the_same_run() {
        order("O-1", 0, 4, 1);
        Map<String, Object> body = Map.of("id", "run-1-" + world.owner, "maxOrders", 3);
        JsonPath first = wave(body);
        Response again = post(body);
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.getLong("wave"), again.jsonPath().getLong("wave"));
    }

    private Map<String, Object> named(String order) {
        return Map.of("owner", world.owner, "reference", order);
    }

    private void order(String reference, int priority, int gummies, int boxes) {
        world.order(Map.of(
                        "reference",
                        reference,
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "priority",
                        priority,
                        "lines",
                        List.of(
                                Map.of("sku", "GUMMY-60", "quantity", gummies),
                                Map.of("sku", "BOX", "quantity", boxes))))
                .then()
                .statusCode(201);
    }

    private Response post(Map<String, ?> body) {
        Map<String, Object> wave = new HashMap<>(body);
        wave.put("warehouse", world.warehouse);
        return World.call().body(wave).post("/api/v1/pick-waves");
    }

    private JsonPath wave(Map<String, ?> body) {
        Response response = post(body);
        assertEquals(200, response.statusCode(), response.asString());
        return response.jsonPath();
    }

    private Response handOver(Map<String, ?> body) {
        Map<String, Object> work = new HashMap<>(body);
        work.put("warehouse", world.warehouse);
        return World.call().body(work).post("/api/v1/pick-waves/hand-over");
    }

    private List<Map<String, Object>> mine(String device) {
        return World.call()
                .header("Lotline-Device", device)
                .get("/floor/tasks?warehouse=" + world.warehouse)
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(task -> task.get("kind").equals("PICK"))
                .toList();
    }

    private static List<String> walk(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .map(task -> String.join(
                        " ",
                        List.of("location", "sku", "lotNumber", "quantity", "tote", "order").stream()
                                .map(field -> String.valueOf(task.get(field)))
                                .toList()))
                .toList();
    }
}
