package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods out, nearest expiry first. */
@QuarkusTest
class FulfilmentStoryTest {
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void t04_an_order_is_allocated_released_by_nearest_expiry_picked_and_shipped() {
        stockTwoLots();
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 70)).then().statusCode(201);
        JsonPath allocated = world.inventory("GUMMY-60");
        figures(allocated, "shipstream", "available", 28, "allocated", 70);
        figures(allocated, "endless", "allocated", 70, "unallocated", 28, "ordered", 70, "depth", "FULL_STOCK");
        figures(allocated, "jetpack", "committed", 70, "fulfillable", 28);
        figures(allocated, "fluent", "onHand", 28);
        assertEquals(List.of(38, 60), sorted(allocated.getList("lots.shipstream.available")));

        List<Map<String, Object>> tasks = world.release("O-1");
        assertEquals(List.of("L-B A-01 60", "L-A A-02 10"), plan(tasks));
        JsonPath reserved = world.inventory("GUMMY-60");
        figures(reserved, "shipstream", "reserved", 70, "allocated", 0);
        lotFigures(reserved, "L-B", 0, 60);
        lotFigures(reserved, "L-A", 28, 10);

        ok(world.pick(tasks.get(0), "L-B", 60));
        JsonPath picked = world.inventory("GUMMY-60");
        figures(picked, "shipstream", "reserved", 10, "picked", 60, "onHand", 98);
        figures(picked, "endless", "physical", 98, "allocated", 70);
        assertEquals("OUT_OF_STOCK", picked.getString("lots.find { it.lotNumber == 'L-B' }.bottleneck.status"));

        ok(world.pick(tasks.get(1), "L-A", 10));
        JsonPath shipment = world.orderCommand(
                        "O-1", "ship", Map.of("carrier", "UPS", "trackingNumber", "1Z1", "complete", true))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("SHIPPED", shipment.getString("state"));
        JsonPath shipped = world.inventory("GUMMY-60");
        figures(shipped, "shipstream", "available", 28, "onHand", 28);
        figures(shipped, "endless", "physical", 28, "ordered", 0);
        figures(shipped, "jetpack", "onHand", 28, "committed", 0);
        List<Map<String, Object>> lots =
                world.get("/orders/" + world.owner + "/O-1").getList("shipments[0].lotData");
        assertEquals(
                List.of("L-A 10", "L-B 60"),
                lots.stream()
                        .map(row -> row.get("lotNumber") + " " + row.get("quantity"))
                        .sorted()
                        .toList());
    }

    @Test
    void t05_what_is_not_covered_is_backordered_and_drains_when_goods_arrive() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 28, "A-02");
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 40)).then().statusCode(201);
        JsonPath short28 = world.inventory("GUMMY-60");
        figures(short28, "shipstream", "available", 0, "allocated", 28, "backordered", 12, "advertised", 0);
        figures(short28, "endless", "stock", 28, "allocated", 28, "ordered", 40, "depth", "OVERSOLD");
        figures(short28, "jetpack", "onHand", 28, "committed", 0, "fulfillable", 28, "exception", 40);
        figures(short28, "jetpack", "backordered", 12, "sellable", -12);
        figures(short28, "fluent", "onHand", 0);

        world.stock("GUMMY-60", "L-E", "2026-07-31", 50, "B-01");
        JsonPath drained = world.inventory("GUMMY-60");
        figures(drained, "shipstream", "available", 38, "allocated", 40, "backordered", 0, "onHand", 78);
        figures(drained, "endless", "unallocated", 38, "depth", "FULL_STOCK");
        figures(drained, "jetpack", "committed", 40, "fulfillable", 38, "exception", 0);
    }

    @Test
    void t05c_an_order_that_is_short_of_one_item_is_an_exception_for_both() {
        world.item("BOX", Map.of());
        world.stock("GUMMY-60", "L-A", "2026-06-30", 28, "A-02");
        world.stock("BOX", "B-1", "2027-06-30", 9, "B-01");
        world.order("O-3", Map.of("sku", "GUMMY-60", "quantity", 5), Map.of("sku", "BOX", "quantity", 12))
                .then()
                .statusCode(201);
        JsonPath gummy = world.inventory("GUMMY-60");
        figures(gummy, "shipstream", "available", 23, "allocated", 5, "backordered", 0);
        figures(gummy, "jetpack", "committed", 0, "fulfillable", 28, "exception", 5, "backordered", 0);
        figures(gummy, "endless", "depth", "FULL_STOCK");
        JsonPath box = world.inventory("BOX");
        figures(box, "shipstream", "allocated", 9, "backordered", 3);
        figures(box, "jetpack", "fulfillable", 9, "exception", 12, "backordered", 3);
        figures(box, "endless", "depth", "OVERSOLD");
    }

    @Test
    void t10_dated_units_ship_before_undated_ones_and_never_share_a_place() {
        world.item("MIXED", Map.of());
        world.stock("MIXED", "NO-DATE", null, 10, "C-01");
        world.stock("MIXED", "DATED", "2026-12-31", 5, "C-02");
        world.announce("WRO-M", "MIXED", true, lot("DATED", "2026-12-31", 1))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-M", "MIXED", "DATED", "2026-12-31", 1));
        assertEquals(
                "LOT_MIX_FORBIDDEN",
                world.stow("WRO-M", "MIXED", "DATED", "2026-12-31", 1, "C-01").getString("code"));
        world.order("O-8", Map.of("sku", "MIXED", "quantity", 8)).then().statusCode(201);
        List<Map<String, Object>> tasks = world.release("O-8");
        assertEquals(5, units(tasks, "DATED"));
        assertEquals(3, units(tasks, "NO-DATE"));
    }

    @Test
    void t12_an_order_without_warehouse_is_served_by_priority_and_split() {
        String second = world.warehouse.replace("W1", "W2");
        world.warehouse(second, 20);
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        World.call()
                .body(Map.of(
                        "reference",
                        "WRO-W2",
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        second,
                        "autoCommit",
                        true,
                        "lines",
                        List.of(Map.of(
                                "sku", "GUMMY-60", "quantity", 22, "lots", List.of(lot("L-A", "2026-06-30", 22))))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        Map<String, Object> document = Map.of("owner", world.owner, "reference", "WRO-W2");
        ok(world.scan(world.event(
                "RECEIVE",
                World.goods(
                        "GUMMY-60",
                        "L-A",
                        "2026-06-30",
                        22,
                        Map.of("warehouse", second, "receivingOrder", document, "location", "DOCK-1")))));
        ok(world.scan(world.event(
                "STOW",
                World.goods(
                        "GUMMY-60",
                        "L-A",
                        "2026-06-30",
                        22,
                        Map.of("warehouse", second, "receivingOrder", document, "location", "A-01")))));

        world.order(Map.of(
                        "reference",
                        "O-12",
                        "owner",
                        world.owner,
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 130))))
                .then()
                .statusCode(201);
        JsonPath house = world.inventory("GUMMY-60");
        figures(house, "shipstream", "allocated", 120, "backordered", 10, "onHand", 120);
        figures(house, "endless", "ordered", 130, "depth", "OVERSOLD");
        JsonPath first = world.inventory("GUMMY-60", world.warehouse);
        figures(first, "shipstream", "allocated", 98);
        assertNull(first.get("shipstream.backordered"));
        figures(world.inventory("GUMMY-60", second), "shipstream", "allocated", 22);
    }

    @Test
    void t18_named_and_single_lots_are_kept_to() {
        stockTwoLots();
        world.order("O-A", Map.of("sku", "GUMMY-60", "quantity", 38, "lotNumber", "L-A"))
                .then()
                .statusCode(201);
        assertEquals(List.of("L-A A-02 38"), plan(world.release("O-A")));
        world.orderCommand("O-A", "cancel", Map.of()).then().statusCode(200);
        world.order("O-S", Map.of("sku", "GUMMY-60", "quantity", 50, "singleLot", true))
                .then()
                .statusCode(201);
        assertEquals(List.of("L-B A-01 50"), plan(world.release("O-S")));
        world.orderCommand("O-S", "cancel", Map.of()).then().statusCode(200);

        world.order("O-T", Map.of("sku", "GUMMY-60", "quantity", 70, "singleLot", true))
                .then()
                .statusCode(201);
        assertEquals(List.of(), world.release("O-T"));
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "shipstream", "reserved", 0, "allocated", 0, "backordered", 70);
    }

    @Test
    void a_short_pick_is_investigated_and_planned_elsewhere() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-07-31", 10, "A-02");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 8)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        JsonPath reply = ok(world.scan(
                world.event("SHORT", Map.of("task", task.get("task"), "quantity", 3, "reason", "Out of stock"))));
        assertEquals("SHORT", reply.getString("code"));
        assertEquals(List.of("L-A A-01 5", "L-B A-02 3"), plan(world.release("O-1")));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 3);
    }

    @Test
    void undo_takes_a_pick_back_once() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 4)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        JsonPath picked = ok(world.pick(task, "L-A", 4));
        ok(world.scan(world.event("UNDO", Map.of("of", picked.getString("undo")))));
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 0, "reserved", 4);
        JsonPath again = world.scan(world.event("UNDO", Map.of("of", picked.getString("id"))));
        assertEquals("UNDO_TOO_LATE", again.getString("code"));
        ok(world.pick(world.release("O-1").get(0), "L-A", 4));
    }

    @Test
    void the_wrong_place_and_the_wrong_lot_are_told_apart() {
        stockTwoLots();
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        JsonPath place = world.scan(world.event(
                "PICK", World.goods("GUMMY-60", "L-B", null, 5, Map.of("task", task.get("task"), "location", "A-02"))));
        assertEquals("WRONG_LOCATION", place.getString("code"));
        assertTrue(place.getString("message").contains("A-01"), place.getString("message"));
        assertEquals(
                "WRONG_LOT",
                world.scan(world.event(
                                "PICK",
                                World.goods(
                                        "GUMMY-60",
                                        "L-A",
                                        null,
                                        5,
                                        Map.of("task", task.get("task"), "location", "A-01"))))
                        .getString("code"));
    }

    private void stockTwoLots() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
    }

    private static void lotFigures(JsonPath inventory, String number, int available, int reserved) {
        String row = "lots.find { it.lotNumber == '" + number + "' }.shipstream.";
        assertEquals(available, inventory.getInt(row + "available"));
        assertEquals(reserved, inventory.getInt(row + "reserved"));
    }

    private static List<String> plan(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .map(task -> task.get("lotNumber") + " " + task.get("location") + " " + task.get("quantity"))
                .toList();
    }

    private static int units(List<Map<String, Object>> tasks, String lotNumber) {
        return tasks.stream()
                .filter(task -> lotNumber.equals(task.get("lotNumber")))
                .mapToInt(task -> ((Number) task.get("quantity")).intValue())
                .sum();
    }

    private static List<Object> sorted(List<Object> values) {
        return values.stream().sorted().toList();
    }
}
