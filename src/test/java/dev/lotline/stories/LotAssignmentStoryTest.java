package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Holds;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item that was kept without lots begins to carry them. */
@QuarkusTest
class LotAssignmentStoryTest {
    private World world;

    @BeforeEach
    void a_small_warehouse_with_jars_that_nobody_gave_a_lot() {
        world = World.acceptance();
        world.item("JAR", Map.of("lotTracked", false, "minShelfLifeDays", 30));
        stock(10, "C-01");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "JAR");
    }

    @Test
    void t10_dated_units_ship_before_what_has_no_lot_yet() {
        carryLots();
        world.stock("JAR", "L-A", "2026-06-30", 5, "C-02");
        world.order("O-1", Map.of("sku", "JAR", "quantity", 8)).then().statusCode(201);
        assertEquals(List.of("L-A C-02 5", "null C-01 3"), plan(byExpiry(world.release("O-1"))));
        assertEquals(
                "LOT_MIX_FORBIDDEN",
                assign(row("C-01", 4, "L-A", "2026-06-30"), row("C-01", 6, "L-B", "2026-07-31"))
                        .then()
                        .statusCode(422)
                        .extract()
                        .path("code"));
    }

    @Test
    void stock_without_lot_gets_one_and_its_tasks_follow() {
        carryLots();
        world.order("O-1", Map.of("sku", "JAR", "quantity", 8)).then().statusCode(201);
        assertEquals(List.of("null C-01 8"), plan(world.release("O-1")));
        Response assigned = assign(row("C-01", 10, "L-A", "2026-06-30"));
        assertEquals(200, assigned.statusCode(), assigned.asString());
        assertEquals("AVAILABLE", assigned.path("assigned[0].state"));
        assertEquals(List.of("L-A C-01 8"), plan(world.release("O-1")));
        JsonPath inventory = world.inventory("JAR");
        figures(inventory, "shipstream", "reserved", 8, "available", 2, "onHand", 10);
        assertEquals(List.of("L-A"), inventory.getList("lots.lotNumber"));
        ok(world.pick(world.release("O-1").get(0), "L-A", 8));
        assertEquals(
                List.of("ASSIGN_LOT", "PICK"),
                world.get("/owners/" + world.owner + "/items/JAR/lots/" + assigned.path("assigned[0].lotId")
                                + "/history")
                        .getList("items.kind"));
    }

    @Test
    void what_turns_out_to_be_too_old_is_held_and_its_orders_wait() {
        carryLots();
        world.order("O-1", Map.of("sku", "JAR", "quantity", 8)).then().statusCode(201);
        world.release("O-1");
        assertEquals("SHORT_DATED", assign(row("C-01", 10, "L-A", "2026-03-15")).path("assigned[0].state"));
        figures(world.inventory("JAR"), "shipstream", "reserved", 0, "allocated", 0, "backordered", 8);
        figures(world.inventory("JAR"), "jetpack", "shortDated", 10);
    }

    @Test
    void where_lots_may_mix_the_units_of_a_place_are_split() {
        world.item("JAR", Map.of("lotTracked", true, "minShelfLifeDays", 30, "allowMixingLocations", true));
        assign(row("C-01", 3, "L-A", "2026-06-30"), row("C-01", 5, null, "2026-05-31"))
                .then()
                .statusCode(200);
        world.order("O-1", Map.of("sku", "JAR", "quantity", 10)).then().statusCode(201);
        List<Map<String, Object>> tasks = world.release("O-1");
        assertEquals(List.of("null C-01 5", "L-A C-01 3", "null C-01 2"), plan(byExpiry(tasks)));
    }

    @Test
    void the_sum_is_checked_and_nothing_is_done_by_halves() {
        assertEquals(
                "ITEM_NOT_LOT_TRACKED", assign(row("C-01", 10, "L-A", null)).path("code"));
        carryLots();
        assertEquals("LOT_SUM_MISMATCH", assign(row("C-01", 11, "L-A", null)).path("code"));
        assertEquals("LOT_SUM_MISMATCH", assign(row("C-01", 9, "L-A", null)).path("code"));
        assertEquals(
                "LOT_OR_EXPIRY_REQUIRED", assign(row("C-01", 10, null, null)).path("code"));
        assertEquals("UNKNOWN_LOCATION", assign(row("C-99", 10, "L-A", null)).path("code"));
        assertEquals("VALIDATION_FAILED", assign(row("C-01", 0, "L-A", null)).path("code"));
        JsonPath untouched = world.inventory("JAR");
        assertEquals(1, untouched.getList("lots").size());
        assertNull(untouched.get("lots[0].lotId"));
    }

    @Test
    void what_stands_on_a_held_plate_gets_no_lot_until_it_is_free() {
        carryLots();
        Map<String, ?> contents = Map.of("owner", world.owner, "sku", "JAR", "quantity", 4);
        World.call()
                .body(Map.of("code", "JARS", "location", "C-01", "contents", List.of(contents)))
                .post("/api/v1/warehouses/" + world.warehouse + "/plates")
                .then()
                .statusCode(200);
        Holds holds = new Holds(world);
        Map<String, ?> plate = Map.of(
                "owner", world.owner, "warehouse", world.warehouse, "lpns", List.of("LPN-JARS"), "reason", "MANUAL");
        long hold = holds.place(plate).jsonPath().getLong("id");
        Map<String, Object> held = row("C-01", 4, "L-A", "2026-06-30");
        held.put("state", "QUARANTINED");
        assertEquals(
                "LOT_ON_HOLD", assign(row("C-01", 6, "L-A", "2026-06-30"), held).path("code"));
        assertEquals(4, holds.get(hold).getInt("leftUnits"));
        holds.release(hold);
        assign(row("C-01", 10, "L-A", "2026-06-30")).then().statusCode(200);
        figures(world.inventory("JAR"), "shipstream", "available", 10);
    }

    @Test
    void the_same_assignment_sent_twice_is_done_once() {
        carryLots();
        String key = UUID.randomUUID().toString();
        Response first = assign(key, row("C-01", 10, "L-A", null));
        Response again = assign(key, row("C-01", 10, "L-A", null));
        assertEquals(first.asString(), again.asString());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals("KEY_REUSED", assign(key, row("C-01", 10, "L-B", null)).path("code"));
    }

    @Test
    void an_item_does_not_begin_to_carry_lots_while_goods_are_on_their_way() {
        announce("WRO-OPEN", 4).then().statusCode(201);
        assertEquals(
                "POLICY_IN_USE",
                World.call()
                        .body(Map.of("name", "JAR", "tracking", true, "lotTracked", true))
                        .put("/api/v1/owners/" + world.owner + "/items/JAR")
                        .then()
                        .statusCode(409)
                        .extract()
                        .path("code"));
    }

    private void carryLots() {
        world.item("JAR", Map.of("minShelfLifeDays", 30));
    }

    private void stock(int units, String place) {
        String reference = "STOCK-" + UUID.randomUUID();
        announce(reference, units).then().statusCode(201);
        ok(world.receive(reference, "JAR", null, null, units));
        ok(world.stow(reference, "JAR", null, null, units, place));
    }

    private Response announce(String reference, int units) {
        return World.call()
                .body(Map.of(
                        "reference",
                        reference,
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "autoCommit",
                        true,
                        "lines",
                        List.of(Map.of("sku", "JAR", "quantity", units))))
                .post("/api/v1/receiving-orders");
    }

    @SafeVarargs
    private Response assign(Map<String, Object>... rows) {
        return assign(UUID.randomUUID().toString(), rows);
    }

    @SafeVarargs
    private Response assign(String key, Map<String, Object>... rows) {
        return World.call()
                .header("Idempotency-Key", key)
                .body(List.of(rows))
                .post("/api/v1/owners/" + world.owner + "/items/JAR/lot-assignments");
    }

    private static Map<String, Object> row(String location, int quantity, String lot, String expiration) {
        Map<String, Object> row = new HashMap<>(Map.of("location", location, "quantity", quantity));
        row.put("lotNumber", lot);
        row.put("expirationDate", expiration);
        return row;
    }

    private static List<Map<String, Object>> byExpiry(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .sorted(Comparator.comparing(
                        task -> String.valueOf(task.get("expirationDate")).replace("null", "9999")))
                .toList();
    }

    private static List<String> plan(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .map(task -> task.get("lotNumber") + " " + task.get("location") + " " + task.get("quantity"))
                .toList();
    }
}
