package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.EveryStatus;
import dev.lotline.given.Holds;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lot products as Jetpack knows them: configured, announced, counted by lot, picked by lot. */
@QuarkusTest
class JetpackStoryTest {
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
    void a_product_becomes_a_lot_product_with_return_preferences_and_minimum_shelf_life() {
        world.item("BAR", Map.of("lotTracked", false, "customerReturns", "RESTOCK"));
        assertEquals(
                "422 RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT",
                told(put("BAR", Map.of("lotTracked", true, "customerReturns", "RESTOCK"))));
        for (String returns : List.of("QUARANTINE", "DISPOSE")) {
            for (String sender : List.of("RESTOCK", "QUARANTINE", "DISPOSE")) {
                for (String backup : List.of("QUARANTINE", "DISPOSE")) {
                    Map<String, ?> preferences = Map.of(
                            "customerReturns",
                            returns,
                            "returnedToSender",
                            sender,
                            "rtsBackup",
                            backup,
                            "minShelfLifeDays",
                            30);
                    world.item("BAR", preferences);
                    JsonPath item = world.get("/owners/" + world.owner + "/items/BAR");
                    preferences.forEach((field, value) -> assertEquals(value, item.get(field), field));
                    assertEquals(true, item.get("lotTracked"));
                }
            }
        }
        Response backup = put("BAR", Map.of("rtsBackup", "RESTOCK"));
        assertEquals("400 VALIDATION_FAILED", told(backup));
        assertEquals(List.of("rtsBackup"), backup.jsonPath().getList("violations.field"));
        assertEquals("400 VALIDATION_FAILED", told(put("BAR", Map.of("minShelfLifeDays", -1))));
    }

    @Test
    void a_product_is_found_by_a_part_of_its_number_or_its_name() {
        world.item("BAR-12", Map.of("name", "Oat Bar 100%_pure"));
        String items = "/owners/" + world.owner + "/items?search=";
        assertEquals(List.of("BAR-12"), world.get(items + "ar-1").getList("items.sku"));
        assertEquals(List.of("BAR-12"), world.get(items + "OAT").getList("items.sku"));
        assertEquals(List.of("BAR-12"), world.get(items + "_pure").getList("items.sku"));
        assertEquals(List.of("BAR-12", "GUMMY-60"), world.get(items).getList("items.sku"));
        assertEquals(List.of(), world.get(items + "o_t").getList("items.sku"));
    }

    @Test
    void a_policy_that_lots_announcements_or_waiting_orders_depend_on_stays() {
        world.item("BAR", Map.of());
        world.announce("WRO-BAR", "BAR", true, lot("L-1", null, 5)).then().statusCode(201);
        assertEquals("409 POLICY_IN_USE", told(put("BAR", Map.of("lotTracked", false))));
        world.document("cancel", "WRO-BAR").then().statusCode(200);
        // nothing is expected any more, but the lot is known
        Response stillLots = put("BAR", Map.of("lotTracked", false));
        assertEquals("409 POLICY_IN_USE", told(stillLots));
        assertEquals("lotTracked", stillLots.path("field"));

        world.item("CUP", Map.of("lotTracked", false));
        world.order("O-CUP", Map.of("sku", "CUP", "quantity", 2)).then().statusCode(201);
        Response waiting = put("CUP", Map.of("tracking", false, "lotTracked", false));
        assertEquals("409 POLICY_IN_USE", told(waiting));
        assertEquals("tracking", waiting.path("field"));
        world.orderCommand("O-CUP", "cancel", Map.of()).then().statusCode(200);
        assertEquals(
                200, put("CUP", Map.of("tracking", false, "lotTracked", false)).statusCode());
    }

    @Test
    void a_minimum_shelf_life_binds_the_next_release_at_once() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        world.item("GUMMY-60", Map.of("minShelfLifeDays", 122));
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 2)).then().statusCode(201);
        assertEquals(List.of(), world.release("O-1"));
        world.item("GUMMY-60", Map.of("minShelfLifeDays", 121));
        assertEquals(1, world.release("O-1").size());
    }

    @Test
    void a_receiving_order_names_lot_or_expiration_of_every_unit_of_a_lot_product() {
        Map<String, Object> line = new HashMap<>(Map.of("sku", "GUMMY-60", "quantity", 10));
        assertEquals("422 LOT_OR_EXPIRY_REQUIRED", told(wro("W-1", line)));
        line.put("lots", List.of(lot("L-A", null, 4), lot(null, null, 6)));
        assertEquals("422 LOT_OR_EXPIRY_REQUIRED", told(wro("W-1", line)));
        line.put("lots", List.of(lot("L-A", null, 4), lot("L-B", null, 5)));
        assertEquals("422 LOT_SUM_MISMATCH", told(wro("W-1", line)));
        line.put("lots", List.of(lot("L-A", null, 4), lot("L-A", null, 6)));
        assertEquals("400 VALIDATION_FAILED", told(wro("W-1", line)));
        line.put("lots", List.of(lot("L-A", null, 4), lot(null, "2026-09-30", 3), lot("L-A", "2026-09-30", 3)));
        assertEquals(201, wro("W-1", line).statusCode());

        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "jetpack", "incoming", 10, "onHand", 0);
        assertEquals(
                List.of(3, 3, 4),
                inventory.<Integer>getList("lots.jetpack.incoming").stream()
                        .sorted()
                        .toList());
        world.item("CUP", Map.of("lotTracked", false));
        assertEquals(
                "422 ITEM_NOT_LOT_TRACKED",
                told(wro("W-2", Map.of("sku", "CUP", "quantity", 1, "lots", List.of(lot("L-A", null, 1))))));
        assertEquals(201, wro("W-2", Map.of("sku", "CUP", "quantity", 1)).statusCode());
    }

    @Test
    void inventory_status_and_lot_breakdown_tell_every_unit_status() {
        world = EveryStatus.world();
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "jetpack", "incoming", 14, "onHand", 67, "committed", 30, "fulfillable", 37);
        figures(inventory, "jetpack", "exception", 100, "backordered", 63, "sellable", -63);
        figures(inventory, "jetpack", "quarantine", 6, "damaged", 3, "shortDated", 5);
        assertEquals(List.of("L-C", "L-B", "L-A", "L-D", "L-E"), inventory.getList("lots.lotNumber"));
        assertEquals(
                List.of("2026-03-30", "2026-05-15", "2026-06-30", "2026-12-31", "2027-01-31"),
                inventory.getList("lots.expirationDate"));
        figures(inventory, "lots[0].jetpack", "onHand", 0, "fulfillable", 0, "shortDated", 5);
        figures(inventory, "lots[1].jetpack", "onHand", 30, "committed", 20, "fulfillable", 10);
        figures(inventory, "lots[2].jetpack", "incoming", 7, "onHand", 37, "fulfillable", 37, "damaged", 3);
        figures(inventory, "lots[3].jetpack", "onHand", 0, "quarantine", 6);
        figures(inventory, "lots[4].jetpack", "incoming", 7, "onHand", 0);
        // they have no lot
        World.call()
                .get("/api/v1/owners/" + world.owner + "/items/GUMMY-60/inventory")
                .then()
                .body("lots[0].jetpack", not(hasKey("exception")), "lots[0].jetpack", not(hasKey("backordered")));
        JsonPath list = world.get("/owners/" + world.owner + "/inventory?sku=GUMMY-60");
        assertEquals(inventory.getMap("jetpack"), list.getMap("items[0].jetpack"));
        assertNull(list.get("items[0].lots"));
    }

    @Test
    void wholesale_orders_pick_the_lot_they_name() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        order("O-A", Map.of("sku", "GUMMY-60", "quantity", 40, "lotNumber", "L-A"))
                .body("lines[0].allocated", is(38), "lines[0].backordered", is(2));
        List<Map<String, Object>> tasks = world.release("O-A");
        assertEquals(
                List.of("L-A"),
                tasks.stream().map(task -> task.get("lotNumber")).toList());
        Map<String, Object> wrong = World.goods(
                "GUMMY-60", "L-B", null, 1, Map.of("task", tasks.get(0).get("task"), "location", "A-02"));
        assertEquals("WRONG_LOT", world.scan(world.event("PICK", wrong)).getString("code"));
        ok(world.pick(tasks.get(0), "L-A", 38));
        world.orderCommand("O-A", "ship", Map.of()).then().statusCode(200);
        JsonPath shipped = world.get("/orders/" + world.owner + "/O-A");
        assertEquals(List.of("L-A"), shipped.getList("shipments[0].lotData.lotNumber"));
        assertEquals(List.of("2026-06-30"), shipped.getList("shipments[0].lotData.expirationDate"));

        assertEquals(
                "404 UNKNOWN_LOT",
                told(world.order("O-X", Map.of("sku", "GUMMY-60", "quantity", 1, "lotNumber", "L-X"))));
        world.item("CUP", Map.of("lotTracked", false));
        assertEquals(
                "422 ITEM_NOT_LOT_TRACKED",
                told(world.order("O-X", Map.of("sku", "CUP", "quantity", 1, "lotNumber", "L-A"))));
    }

    @Test
    void an_affected_lot_is_quarantined_and_disposed_of_while_the_others_ship() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        Holds holds = new Holds(world);
        long hold = holds.lot("L-B", "QUALITY").getLong("id");
        order("O-B", Map.of("sku", "GUMMY-60", "quantity", 5, "lotNumber", "L-B"))
                .body("lines[0].backordered", is(5));
        order("O-1", Map.of("sku", "GUMMY-60", "quantity", 38)).body("lines[0].allocated", is(38));
        assertEquals("L-A", world.release("O-1").get(0).get("lotNumber"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 60, "onHand", 38, "fulfillable", 0);
        holds.decide(hold, "dispose", Map.of()).then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 0, "onHand", 38);
    }

    @Test
    void expired_units_are_disposed_of_on_request() {
        world.stock("GUMMY-60", "L-X", "2026-02-28", 5, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 8, "A-02");
        figures(world.inventory("GUMMY-60"), "jetpack", "shortDated", 5, "onHand", 8);
        Map<String, Object> request =
                World.goods("GUMMY-60", "L-X", "2026-02-28", 5, Map.of("location", "A-01", "reason", "expired"));
        ok(world.scan(world.event("DISPOSE", request)));
        figures(world.inventory("GUMMY-60"), "jetpack", "shortDated", 0, "onHand", 8);
    }

    private Response put(String sku, Map<String, ?> options) {
        Map<String, Object> body = new HashMap<>(Map.of("name", sku, "tracking", true, "lotTracked", true));
        body.putAll(options);
        return World.call().body(body).put("/api/v1/owners/" + world.owner + "/items/" + sku);
    }

    private Response wro(String reference, Map<String, ?> line) {
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
                        "lines",
                        List.of(line)))
                .post("/api/v1/receiving-orders");
    }

    private ValidatableResponse order(String reference, Map<String, ?> line) {
        return world.order(reference, line).then().statusCode(201);
    }

    private static String told(Response response) {
        return response.statusCode() + " " + response.path("code");
    }
}
