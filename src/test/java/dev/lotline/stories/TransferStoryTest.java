package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From one warehouse of the house to another. */
@QuarkusTest
class TransferStoryTest {
    private World world;
    private String east;

    @BeforeEach
    void two_warehouses_and_stock_in_the_first() {
        world = World.acceptance();
        east = "EAST-" + world.warehouse;
        world.warehouse(east, 20);
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void what_one_side_ships_is_expected_on_the_other_lot_by_lot() {
        transfer("TR-1", 70).then().statusCode(201);
        figures(world.inventory("GUMMY-60"), "endless", "ordered", 70, "incoming", 0, "depth", "FULL_STOCK");
        world.release("TR-1")
                .forEach(task -> ok(world.pick(task, (String) task.get("lotNumber"), (Number) task.get("quantity"))));
        JsonPath shipped = world.orderCommand("TR-1", "ship", Map.of("complete", true))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("SHIPPED", shipped.getString("state"));
        assertEquals(east, shipped.getString("toWarehouse"));
        assertEquals("TR-1", shipped.getString("shipments[0].receivingOrder"));

        // on the road: gone here, expected there, and in the house's figures neither lost nor counted twice
        JsonPath house = world.inventory("GUMMY-60");
        figures(house, "shipstream", "expected", 70, "available", 28, "onHand", 28, "backordered", 0);
        figures(house, "endless", "physical", 28, "incoming", 70, "ordered", 0, "totalIncoming", 70);
        figures(house, "jetpack", "incoming", 70, "onHand", 28);
        figures(house, "fluent", "onHand", 28);
        figures(world.inventory("GUMMY-60", east), "shipstream", "expected", 70, "onHand", 0);
        figures(world.inventory("GUMMY-60", east), "bottleneck", "status", "INCOMING");
        figures(world.inventory("GUMMY-60", world.warehouse), "shipstream", "expected", 0, "onHand", 28);
        JsonPath announced = world.get("/receiving-orders/" + world.owner + "/TR-1");
        assertEquals("TRANSFER", announced.getString("kind"));
        assertEquals(east, announced.getString("warehouse"));

        arrive("TR-1", "L-B", "2026-05-15", 60, "A-01");
        arrive("TR-1", "L-A", "2026-06-30", 10, "A-02");
        JsonPath there = world.inventory("GUMMY-60", east);
        figures(there, "shipstream", "expected", 0, "available", 70, "onHand", 70);
        assertEquals(
                "COMPLETE",
                world.get("/receiving-orders/" + world.owner + "/TR-1").getString("state"));
        figures(world.inventory("GUMMY-60"), "endless", "physical", 98, "available", 98);
    }

    @Test
    void a_transfer_that_lacks_stock_ships_in_parts_and_the_rest_can_be_cancelled() {
        transfer("TR-2", 110).then().statusCode(201);
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 98, "backordered", 12);
        List<Map<String, Object>> tasks = world.release("TR-2");
        ok(world.pick(tasks.get(0), "L-B", 60));
        world.orderCommand("TR-2", "ship", Map.of()).then().statusCode(200);
        ok(world.pick(tasks.get(1), "L-A", 30));
        JsonPath second = world.orderCommand("TR-2", "ship", Map.of()).jsonPath();
        assertEquals(List.of("TR-2", "TR-2-2"), second.getList("shipments.receivingOrder"));
        world.orderCommand("TR-2", "cancel", Map.of()).then().statusCode(200);
        JsonPath house = world.inventory("GUMMY-60");
        figures(house, "shipstream", "expected", 90, "available", 8, "backordered", 0, "allocated", 0);

        // five never arrive: the announcement is closed and says so
        arrive("TR-2-2", "L-A", "2026-06-30", 25, "A-02");
        world.document("close", "TR-2-2").then().statusCode(200);
        JsonPath closed = world.get("/receiving-orders/" + world.owner + "/TR-2-2");
        assertEquals("SHORTAGE_MISSING", closed.getString("lines[0].exceptions[0].code"));
        figures(world.inventory("GUMMY-60", east), "shipstream", "expected", 60, "available", 25);
    }

    @Test
    void a_lot_recalled_on_the_road_or_expired_by_then_does_not_become_available_there() {
        world.item("SHORT", Map.of("minShelfLifeDays", 30));
        world.stock("SHORT", "L-S", "2026-04-05", 10, "B-01");
        world.order(body("TR-3", "SHORT", 10)).then().statusCode(201);
        world.release("TR-3").forEach(task -> ok(world.pick(task, "L-S", 10)));
        world.orderCommand("TR-3", "ship", Map.of()).then().statusCode(200);
        World.clock("2026-03-10");
        arriving("TR-3", "SHORT", "L-S", "2026-04-05", 10, "B-01");
        figures(world.inventory("SHORT", east), "jetpack", "shortDated", 10, "fulfillable", 0);
        World.clock("2026-03-01");
        Identities.assertHold(world.owner, "SHORT");
    }

    @Test
    void a_transfer_says_where_from_and_goes_somewhere_else() {
        assertEquals(
                400, world.order(with("TR-4", "toWarehouse", world.warehouse)).statusCode());
        Map<String, Object> from = new HashMap<>(body("TR-5", "GUMMY-60", 1));
        from.remove("warehouse");
        assertEquals(400, world.order(from).statusCode());
        Response unknown = world.order(with("TR-6", "toWarehouse", "NOWHERE-" + world.warehouse));
        assertEquals(404, unknown.statusCode());
        assertEquals("UNKNOWN_WAREHOUSE", unknown.jsonPath().getString("code"));
    }

    @Test
    void a_reference_that_is_taken_on_the_other_side_is_told_before_anything_leaves() {
        world.announce("TR-7", "GUMMY-60", false, World.lot("L-A", "2026-06-30", 1))
                .then()
                .statusCode(201);
        transfer("TR-7", 5).then().statusCode(201);
        world.release("TR-7").forEach(task -> ok(world.pick(task, "L-B", 5)));
        Response clash = world.orderCommand("TR-7", "ship", Map.of());
        assertEquals(409, clash.statusCode());
        assertEquals("REFERENCE_REUSED", clash.jsonPath().getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 5);
    }

    private Response transfer(String reference, int units) {
        return world.order(body(reference, "GUMMY-60", units));
    }

    private Map<String, Object> body(String reference, String sku, int units) {
        return Map.of(
                "reference",
                reference,
                "owner",
                world.owner,
                "warehouse",
                world.warehouse,
                "toWarehouse",
                east,
                "lines",
                List.of(Map.of("sku", sku, "quantity", units)));
    }

    private Map<String, Object> with(String reference, String field, Object value) {
        Map<String, Object> body = new HashMap<>(body(reference, "GUMMY-60", 1));
        body.put(field, value);
        return body;
    }

    private void arrive(String reference, String lot, String expires, int units, String place) {
        arriving(reference, "GUMMY-60", lot, expires, units, place);
    }

    /** Counted and put away in the other warehouse. */
    private void arriving(String reference, String sku, String lot, String expires, int units, String place) {
        for (String operation : List.of("RECEIVE", "STOW")) {
            Map<String, Object> event = world.event(
                    operation,
                    World.goods(
                            sku,
                            lot,
                            expires,
                            units,
                            Map.of(
                                    "receivingOrder",
                                    Map.of("owner", world.owner, "reference", reference),
                                    "location",
                                    operation.equals("RECEIVE") ? "DOCK-1" : place)));
            event.put("warehouse", east);
            ok(world.scan(event));
        }
    }
}
