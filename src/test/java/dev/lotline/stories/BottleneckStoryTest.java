package dev.lotline.stories;

import static dev.lotline.given.House.as;
import static dev.lotline.given.House.token;
import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Holds;
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

/** Bottleneck's own example: Sunshine Beverages makes juice, its own and that of Healthy Juices. */
@QuarkusTest
class BottleneckStoryTest {
    private static final String CONCENTRATE = "Organic Apple Juice Concentrate";
    private World sunshine;
    private World healthy;

    @BeforeEach
    void a_manufacturer_and_a_customer() {
        sunshine = World.acceptance();
        sunshine.put("/owners/" + sunshine.owner, Map.of("name", "Sunshine Beverages LLC", "kind", "MANUFACTURER"));
        sunshine.item(
                "CONCENTRATE",
                Map.of(
                        "name",
                        CONCENTRATE,
                        "type",
                        "RAW_MATERIAL",
                        "unit",
                        "L",
                        "decimals",
                        4,
                        "lowSupplyThreshold",
                        20,
                        "reorderPoint",
                        50));
        healthy = World.acceptance();
        healthy.put("/owners/" + healthy.owner, Map.of("name", "Healthy Juices Inc.", "kind", "CUSTOMER"));
        healthy.item("GREEN-8", Map.of("name", "8oz Healthy Green Juice Bottle", "type", "FINISHED_GOOD"));
    }

    @AfterEach
    void the_books_balance() {
        World.clock("2026-03-01");
        Identities.assertHold(sunshine.owner, "CONCENTRATE");
        Identities.assertHold(healthy.owner, "GREEN-8");
    }

    @Test
    void items_belong_to_the_manufacturer_or_to_a_customer_who_sees_its_own() {
        healthy.stock("GREEN-8", "RUN-1", "2026-12-31", 12, "A-01");
        String manufacturer =
                token(Map.of("name", "M-" + sunshine.owner, "role", "MERCHANT", "owners", List.of(sunshine.owner)));
        String customer =
                token(Map.of("name", "C-" + healthy.owner, "role", "MERCHANT", "owners", List.of(healthy.owner)));
        String green = "/api/v1/owners/" + healthy.owner + "/items/GREEN-8/inventory";
        as(customer)
                .get(green)
                .then()
                .statusCode(200)
                .body("bottleneck.owner", is(healthy.owner), "bottleneck.ownedBy", is("CUSTOMER"))
                .body("bottleneck.type", is("FINISHED_GOOD"), "bottleneck.itemStatus", is("ACTIVE"));
        as(manufacturer).get(green).then().statusCode(404).body("code", is("UNKNOWN_OWNER"));
        as(manufacturer)
                .get("/api/v1/owners/" + sunshine.owner + "/items/CONCENTRATE/inventory")
                .then()
                .statusCode(200)
                .body("name", is(CONCENTRATE))
                .body("bottleneck.ownedBy", is("MANUFACTURER"), "bottleneck.type", is("RAW_MATERIAL"));
        as(customer)
                .get("/api/v1/owners/" + sunshine.owner + "/inventory")
                .then()
                .statusCode(404);
    }

    @Test
    void a_lot_is_a_batch_with_dates_and_quantity_and_inherits_its_owner() {
        World.clock("2026-06-20");
        batch("JUNE-1", "2026-06-01", "2026-12-01", 500, "A-01");
        batch("JUNE-15", "2026-06-15", "2026-12-15", 600, "A-02");
        JsonPath inventory = sunshine.inventory("CONCENTRATE");
        assertEquals(List.of("JUNE-1", "JUNE-15"), inventory.getList("lots.lotNumber"));
        assertEquals(List.of("2026-06-01", "2026-06-15"), inventory.getList("lots.originationDate"));
        assertEquals(List.of("2026-12-01", "2026-12-15"), inventory.getList("lots.expirationDate"));
        assertEquals(List.of(500, 600), inventory.getList("lots.shipstream.available"));
        assertEquals(List.of(sunshine.owner, sunshine.owner), inventory.getList("lots.bottleneck.owner"));
        assertEquals(List.of("MANUFACTURER", "MANUFACTURER"), inventory.getList("lots.bottleneck.ownedBy"));
        List<String> lots = sunshine.get("/owners/" + sunshine.owner + "/items/CONCENTRATE/lots")
                .getList("items.owner");
        assertEquals(List.of(sunshine.owner, sunshine.owner), lots);

        healthy.stock("GREEN-8", "RUN-1", "2026-12-31", 12, "A-01");
        healthy.stock("GREEN-8", "RUN-2", "2027-01-31", 12, "A-02");
        assertEquals(
                List.of("CUSTOMER", "CUSTOMER"), healthy.inventory("GREEN-8").getList("lots.bottleneck.ownedBy"));
        assertEquals(
                List.of("2026-12-31", "2027-01-31"),
                healthy.inventory("GREEN-8").getList("lots.expirationDate"));
    }

    @Test
    void an_item_that_is_not_tracked_has_no_type_no_lots_and_no_stock_and_can_be_ordered() {
        String wrap = "/api/v1/owners/" + sunshine.owner + "/items/WRAP";
        Map<String, Object> body = new HashMap<>(Map.of("name", "Shrink Wrap", "tracking", false));
        World.call().body(body).put(wrap).then().statusCode(201);
        body.put("type", "RAW_MATERIAL");
        World.call().body(body).put(wrap).then().statusCode(400).body("violations.field", is(List.of("type")));
        World.call()
                .body(Map.of("lotNumber", "L-1"))
                .post(wrap + "/lots")
                .then()
                .statusCode(422)
                .body("code", is("ITEM_NOT_TRACKED"));
        sunshine.announce("WRO-WRAP", "WRAP", true, lot("L-1", null, 5))
                .then()
                .statusCode(422)
                .body("code", is("ITEM_NOT_TRACKED"));
        World.call().get(wrap + "/inventory").then().statusCode(404);
        assertNull(sunshine.get("/owners/" + sunshine.owner + "/inventory").get("items.find { it.sku == 'WRAP' }"));
        sunshine.order("O-WRAP", Map.of("sku", "WRAP", "quantity", 3)).then().statusCode(201);
        sunshine.orderCommand("O-WRAP", "ship", Map.of()).then().statusCode(200);
    }

    @Test
    void tracked_items_are_raw_material_work_in_progress_or_finished_goods() {
        for (String type : List.of("RAW_MATERIAL", "WORK_IN_PROGRESS", "FINISHED_GOOD")) {
            sunshine.item(type, Map.of("type", type));
            assertEquals(type, sunshine.inventory(type).getString("bottleneck.type"));
        }
        assertNull(healthy.inventory("GUMMY-60").get("bottleneck.type"));
        Response wrong = World.call()
                .body(Map.of("name", "X", "tracking", true, "type", "HALF_BAKED"))
                .put("/api/v1/owners/" + sunshine.owner + "/items/X");
        assertEquals(400, wrong.statusCode(), wrong.asString());
    }

    @Test
    void an_item_that_is_not_in_use_is_neither_received_nor_ordered_and_its_stock_stays_visible() {
        healthy.stock("GREEN-8", "RUN-1", "2026-12-31", 12, "A-01");
        healthy.item("GREEN-8", Map.of("type", "FINISHED_GOOD", "status", "INACTIVE"));
        healthy.announce("WRO-2", "GREEN-8", true, lot("RUN-2", "2026-12-31", 5))
                .then()
                .statusCode(422)
                .body("code", is("ITEM_INACTIVE"));
        healthy.order("O-1", Map.of("sku", "GREEN-8", "quantity", 1))
                .then()
                .statusCode(422)
                .body("code", is("ITEM_INACTIVE"));
        JsonPath inventory = healthy.inventory("GREEN-8");
        assertEquals("INACTIVE", inventory.getString("bottleneck.itemStatus"));
        assertEquals("IN_STOCK", inventory.getString("bottleneck.status"));
        figures(inventory, "shipstream", "available", 12);

        healthy.item("GREEN-8", Map.of("type", "FINISHED_GOOD", "status", "ACTIVE"));
        healthy.order("O-1", Map.of("sku", "GREEN-8", "quantity", 1)).then().statusCode(201);
    }

    @Test
    void a_lot_is_in_low_supply_below_its_threshold_and_not_at_it() {
        batch("L-1", null, "2026-12-01", 20.0001, "A-01");
        assertEquals("IN_STOCK", lotStatus());
        takeAway("O-1", 0.0001);
        assertEquals("IN_STOCK", lotStatus());
        takeAway("O-2", 0.0001);
        assertEquals("LOW_SUPPLY", lotStatus());
        takeAway("O-3", 19.9998);
        assertEquals("LOW_SUPPLY", lotStatus());
        takeAway("O-4", 0.0001);
        assertEquals("OUT_OF_STOCK", lotStatus());

        sunshine.announce("WRO-2", "CONCENTRATE", false, lot("L-1", "2026-12-01", 0.0001))
                .then()
                .statusCode(201);
        assertEquals("INCOMING", lotStatus());
        ok(sunshine.receive("WRO-2", "CONCENTRATE", "L-1", "2026-12-01", 0.0001));
        assertEquals("INCOMING", lotStatus());
        ok(sunshine.stow("WRO-2", "CONCENTRATE", "L-1", "2026-12-01", 0.0001, "A-01"));
        assertEquals("INCOMING", lotStatus());
        sunshine.document("commit", "WRO-2").then().statusCode(200);
        assertEquals("LOW_SUPPLY", lotStatus());
    }

    @Test
    void an_item_is_in_low_supply_below_its_reorder_point_whatever_its_lots_are() {
        batch("L-1", null, "2026-12-01", 30, "A-01");
        batch("L-2", null, "2026-12-15", 20.0001, "A-02");
        assertStatus("IN_STOCK", "IN_STOCK", "IN_STOCK");
        takeAway("O-1", 0.0001);
        assertStatus("IN_STOCK", "IN_STOCK", "IN_STOCK");
        takeAway("O-2", 0.0001);
        assertStatus("LOW_SUPPLY", "IN_STOCK", "IN_STOCK");

        new Holds(sunshine).lot("L-1", "QUALITY");
        assertStatus("LOW_SUPPLY", "OUT_OF_STOCK", "IN_STOCK");
        assertEquals(
                List.of("QUARANTINED", "NONE"),
                sunshine.inventory("CONCENTRATE").getList("lots.hold"));
        new Holds(sunshine).lot("L-2", "QUALITY");
        assertStatus("OUT_OF_STOCK", "OUT_OF_STOCK", "OUT_OF_STOCK");
        sunshine.announce("WRO-2", "CONCENTRATE", false, lot("L-2", "2026-12-15", 1))
                .then()
                .statusCode(201);
        assertStatus("INCOMING", "OUT_OF_STOCK", "INCOMING");
    }

    @Test
    void without_a_threshold_the_last_unit_is_in_stock() {
        healthy.stock("GREEN-8", "RUN-1", "2026-12-31", 1, "A-01");
        JsonPath inventory = healthy.inventory("GREEN-8");
        assertEquals("IN_STOCK", inventory.getString("bottleneck.status"));
        assertEquals(List.of("IN_STOCK"), inventory.getList("lots.bottleneck.status"));
    }

    private void assertStatus(String item, String... lots) {
        JsonPath inventory = sunshine.inventory("CONCENTRATE");
        assertEquals(item, inventory.getString("bottleneck.status"));
        assertEquals(List.of(lots), inventory.getList("lots.bottleneck.status"));
    }

    private String lotStatus() {
        return sunshine.inventory("CONCENTRATE").getString("lots[0].bottleneck.status");
    }

    private void batch(String number, String made, String expires, Number quantity, String place) {
        Map<String, Object> lot = lot(number, expires, quantity);
        if (made != null) {
            lot.put("originationDate", made);
        }
        String reference = "WRO-" + number;
        sunshine.announce(reference, "CONCENTRATE", true, lot).then().statusCode(201);
        ok(sunshine.receive(reference, "CONCENTRATE", number, expires, quantity));
        ok(sunshine.stow(reference, "CONCENTRATE", number, expires, quantity, place));
    }

    private void takeAway(String order, Number quantity) {
        sunshine.order(order, Map.of("sku", "CONCENTRATE", "quantity", quantity))
                .then()
                .statusCode(201);
        for (Map<String, Object> task : sunshine.release(order)) {
            ok(sunshine.pick(task, (String) task.get("lotNumber"), (Number) task.get("quantity")));
        }
        sunshine.orderCommand(order, "ship", Map.of("complete", true)).then().statusCode(200);
    }
}
