package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods in, from announcement to the shelf. */
@QuarkusTest
class ReceivingStoryTest {
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
    void t01_an_announced_order_is_expected_and_nothing_else() {
        world.announce("WRO-1", "GUMMY-60", false, lot("L-A", "2026-06-30", 40), lot("L-B", "2026-05-15", 60))
                .then()
                .statusCode(201);

        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "shipstream", "expected", 100, "processed", 0, "available", 0, "onHand", 0);
        figures(inventory, "endless", "incoming", 100, "physical", 0, "depth", "OUT_OF_STOCK");
        figures(inventory, "jetpack", "incoming", 100, "onHand", 0);
        figures(inventory, "fluent", "onHand", 0);
        assertEquals(List.of("INCOMING", "INCOMING"), inventory.getList("lots.bottleneck.status"));
    }

    @Test
    void t01b_a_lot_row_needs_a_number_or_an_expiration_and_rows_must_add_up() {
        assertEquals(
                "LOT_OR_EXPIRY_REQUIRED",
                world.announce("W-1", "GUMMY-60", false, lot(null, null, 5))
                        .then()
                        .statusCode(422)
                        .extract()
                        .path("code"));
        world.announce("W-2", "GUMMY-60", false, lot("ONLY-LOT", null, 5))
                .then()
                .statusCode(201);
        world.announce("W-3", "GUMMY-60", false, lot(null, "2026-09-30", 5))
                .then()
                .statusCode(201);
        Map<String, ?> line = Map.of("sku", "GUMMY-60", "quantity", 9, "lots", List.of(lot("L-A", null, 5)));
        assertEquals(
                "LOT_SUM_MISMATCH",
                World.call()
                        .body(Map.of(
                                "reference",
                                "W-4",
                                "kind",
                                "WRO",
                                "owner",
                                world.owner,
                                "warehouse",
                                world.warehouse,
                                "lines",
                                List.of(line)))
                        .post("/api/v1/receiving-orders")
                        .then()
                        .statusCode(422)
                        .extract()
                        .path("code"));
    }

    @Test
    void t02_goods_are_counted_stowed_committed_and_the_order_closed() {
        announceTwoLots("WRO-1", false);
        countTwoLots("WRO-1");
        JsonPath counted = world.inventory("GUMMY-60");
        figures(counted, "shipstream", "expected", 2, "processed", 98, "onHand", 98, "available", 0);
        figures(counted, "endless", "physical", 98, "unavailable", 98, "stock", 0, "incoming", 2);
        figures(counted, "jetpack", "incoming", 100, "onHand", 0);
        figures(counted, "fluent", "onHand", 0);
        JsonPath order = world.get("/receiving-orders/" + world.owner + "/WRO-1");
        assertEquals("SHORTAGE_MISSING", order.getString("lines[0].exceptions[0].code"));
        assertEquals(2, order.getInt("lines[0].exceptions[0].quantity"));
        assertEquals("PENDING", order.getString("lines[0].exceptions[0].state"));

        ok(world.stow("WRO-1", "GUMMY-60", "L-B", "2026-05-15", 60, "A-01"));
        ok(world.stow("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 38, "A-02"));
        JsonPath stowed = world.inventory("GUMMY-60");
        figures(stowed, "shipstream", "putaway", 98, "processed", 0, "onHand", 98);
        figures(stowed, "endless", "physical", 98, "unavailable", 98, "stock", 0);
        assertEquals(38, stowed.getInt("lots.find { it.lotNumber == 'L-A' }.shipstream.putaway"));
        assertEquals("A-02", stowed.getString("lots.find { it.lotNumber == 'L-A' }.locations[0].location"));

        world.document("commit", "WRO-1").then().statusCode(200);
        world.document("close", "WRO-1").then().statusCode(200);
        JsonPath committed = world.inventory("GUMMY-60");
        figures(committed, "shipstream", "available", 98, "advertised", 98, "onHand", 98, "expected", 0);
        figures(committed, "endless", "physical", 98, "stock", 98, "unallocated", 98, "available", 98, "incoming", 0);
        figures(committed, "endless", "depth", "FULL_STOCK");
        figures(committed, "jetpack", "onHand", 98, "fulfillable", 98, "incoming", 0);
        figures(committed, "fluent", "onHand", 98);
        assertEquals(List.of("IN_STOCK", "IN_STOCK"), committed.getList("lots.bottleneck.status"));
        assertEquals(
                "COMPLETE",
                world.get("/receiving-orders/" + world.owner + "/WRO-1").getString("state"));
    }

    @Test
    void t02_auto_commit_goes_straight_to_the_shelf() {
        announceTwoLots("WRO-1", true);
        countTwoLots("WRO-1");
        ok(world.stow("WRO-1", "GUMMY-60", "L-B", "2026-05-15", 60, "A-01"));
        ok(world.stow("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 38, "A-02"));
        figures(world.inventory("GUMMY-60"), "shipstream", "putaway", 0, "available", 98, "onHand", 98);
    }

    @Test
    void t03_a_second_lot_is_kept_out_of_a_place_that_takes_one() {
        announceTwoLots("WRO-1", false);
        countTwoLots("WRO-1");
        ok(world.stow("WRO-1", "GUMMY-60", "L-B", "2026-05-15", 60, "A-01"));
        JsonPath before = world.inventory("GUMMY-60");
        long movements = movements();

        JsonPath refused = world.stow("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 38, "A-01");
        assertEquals("REFUSED", refused.getString("verdict"));
        assertEquals("LOT_MIX_FORBIDDEN", refused.getString("code"));
        assertEquals("STOP", refused.getString("tone"));
        assertEquals(before.getMap("shipstream"), world.inventory("GUMMY-60").getMap("shipstream"));
        assertEquals(movements, movements());
    }

    @Test
    void t06_short_dated_receipts_are_held_and_never_planned() {
        world.stock("GUMMY-60", "L-C", "2026-03-30", 20, "A-01");
        world.stock("GUMMY-60", "L-D", "2026-03-31", 20, "A-02");
        world.stock("GUMMY-60", "L-X", "2026-02-28", 5, "B-01");
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "shipstream", "available", 20, "onHand", 20);
        figures(inventory, "endless", "physical", 45, "unavailable", 25, "stock", 20);
        figures(inventory, "jetpack", "shortDated", 25, "fulfillable", 20);

        world.order("O-6", Map.of("sku", "GUMMY-60", "quantity", 25)).then().statusCode(201);
        List<Map<String, Object>> tasks = world.release("O-6");
        assertEquals(
                List.of("L-D"),
                tasks.stream().map(task -> task.get("lotNumber")).toList());
        JsonPath after = world.inventory("GUMMY-60");
        figures(after, "shipstream", "reserved", 20, "backordered", 5);
        figures(after, "endless", "depth", "OVERSOLD");
    }

    @Test
    void t13_the_status_follows_the_threshold() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 28, "A-01");
        assertEquals("IN_STOCK", status());
        pickAway("O-1", 8);
        assertEquals("IN_STOCK", status());
        pickAway("O-2", 1);
        assertEquals("LOW_SUPPLY", status());
        pickAway("O-3", 19);
        assertEquals("OUT_OF_STOCK", status());
        world.announce("WRO-9", "GUMMY-60", false, lot("L-A", "2026-06-30", 5))
                .then()
                .statusCode(201);
        assertEquals("INCOMING", status());
    }

    @Test
    void t25_an_unannounced_lot_is_recorded_as_an_exception_and_counted_when_accepted() {
        world.announce("WRO-1", "GUMMY-60", false, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        JsonPath reply = world.receive("WRO-1", "GUMMY-60", "L-Q", "2026-08-31", 40);
        assertEquals("WARN", reply.getString("verdict"));
        assertEquals("LOT_MISMATCH", reply.getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "expected", 40, "processed", 0);
        JsonPath order = world.get("/receiving-orders/" + world.owner + "/WRO-1");
        assertEquals("EXCEPTION", order.getString("state"));

        long exception = order.getLong("lines[0].exceptions.find { it.code == 'LOT_MISMATCH' }.id");
        World.call()
                .body(Map.of("decision", "ACCEPT"))
                .post("/api/v1/receiving-orders/" + world.owner + "/WRO-1/exceptions/" + exception + "/resolve")
                .then()
                .statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "expected", 40, "processed", 40);
    }

    @Test
    void overage_within_tolerance_is_counted_and_the_rest_is_an_exception() {
        world.announce("WRO-1", "GUMMY-60", false, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 43));
        JsonPath over = world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 5);
        assertEquals("OVERAGE_COUNTED", over.getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "expected", 0, "processed", 44);
    }

    @Test
    void a_second_expiry_of_a_known_number_is_said_aloud() {
        world.announce("WRO-1", "GUMMY-60", false, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        JsonPath reply = world.receive("WRO-1", "GUMMY-60", "L-A", "2026-07-31", 10);
        assertEquals("LOT_MISMATCH", reply.getString("code"));
        assertNull(world.inventory("GUMMY-60").get("lots.find { it.expirationDate == '2026-07-31' }"));
    }

    private void announceTwoLots(String reference, boolean autoCommit) {
        world.announce(reference, "GUMMY-60", autoCommit, lot("L-A", "2026-06-30", 40), lot("L-B", "2026-05-15", 60))
                .then()
                .statusCode(201);
    }

    private void countTwoLots(String reference) {
        ok(world.receive(reference, "GUMMY-60", "L-B", "2026-05-15", 60));
        ok(world.receive(reference, "GUMMY-60", "L-A", "2026-06-30", 38));
    }

    private void pickAway(String reference, int units) {
        world.order(reference, Map.of("sku", "GUMMY-60", "quantity", units))
                .then()
                .statusCode(201);
        world.release(reference).forEach(task -> ok(world.pick(task, "L-A", units)));
        world.orderCommand(reference, "ship", Map.of()).then().statusCode(200);
    }

    private String status() {
        return world.inventory("GUMMY-60").getString("lots.find { it.lotNumber == 'L-A' }.bottleneck.status");
    }

    private long movements() {
        return world.get("/movements?owner=" + world.owner + "&limit=500")
                .getList("items")
                .size();
    }
}
