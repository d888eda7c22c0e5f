package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Graph;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endless Commerce reads an item: every figure is the one that REST tells, for the house and for parts of it. */
@QuarkusTest
class EndlessInventoryStoryTest {
    private static final List<String> WHOLE = List.of(
            "physical",
            "unavailable",
            "stock",
            "allocated",
            "unallocated",
            "available",
            "ordered",
            "availableToMake",
            "availableToAllocate",
            "availableToSell",
            "incoming");
    private static final List<String> EXACT =
            List.of("poQuantity", "poShipped", "poUnshipped", "shipmentUnlinked", "totalIncoming");
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
    }

    @AfterEach
    void the_books_balance() {
        same("GUMMY-60");
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void t12_what_is_ordered_beyond_the_stock_of_two_warehouses_oversells() {
        String second = "W2-" + world.owner;
        world.warehouse(second, 20);
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        adjust(second, 22);
        World.call()
                .body(Map.of(
                        "reference",
                        "O-1",
                        "owner",
                        world.owner,
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 130))))
                .post("/api/v1/orders")
                .then()
                .statusCode(201);
        JsonPath item = Graph.item(
                world,
                "GUMMY-60",
                "ordered allocated depth one: ordered(warehouseId: \"" + world.warehouse
                        + "\") two: ordered(warehouseId: \"" + second
                        + "\") warehouses { id name active physical ordered available availableToMake }");
        assertEquals(130, item.getInt("ordered"));
        assertEquals(120, item.getInt("allocated"));
        assertEquals("OVERSOLD", item.getString("depth"));
        assertEquals(98, item.getInt("one"));
        assertEquals(22, item.getInt("two"));
        assertEquals(List.of(world.warehouse, second), item.getList("warehouses.id"));
        assertEquals(List.of(98, 22), item.getList("warehouses.physical"));
        world.put("/warehouses/" + second, Map.of("name", second, "timeZone", "America/New_York", "active", false));
        JsonPath without = Graph.item(world, "GUMMY-60", "physical there: physical(warehouseId: \"" + second + "\")");
        assertEquals(98, without.getInt("physical"), "only active warehouses are totalled");
        assertEquals(22, without.getInt("there"));
        world.put("/warehouses/" + second, Map.of("name", second, "timeZone", "America/New_York", "active", true));
    }

    @Test
    void t16_purchase_figures_are_exact_text_and_stock_figures_are_whole_numbers() {
        World.call()
                .body(Map.of(
                        "reference",
                        "PO-1",
                        "owner",
                        world.owner,
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 500))))
                .post("/api/v1/purchase-orders")
                .then()
                .statusCode(201);
        announce("WRO-1", "PO-1", 300, "2026-03-20");
        announce("WRO-2", null, 40, null);
        JsonPath item = purchases();
        assertEquals(
                List.of("500", "300", "200", "40", "540"),
                EXACT.stream().map(item::get).toList());
        assertEquals((Object) 340, item.get("incoming"));
        assertEquals(List.of("WRO-1", "WRO-2"), item.getList("incomingItems.reference"), "undated last");
        assertEquals("2026-03-20", item.getString("incomingItems[0].expectedOn"));
        assertEquals("PO-1", item.getString("incomingItems[0].purchaseOrder"));
        assertNull(item.get("incomingItems[1].purchaseOrder"));
        assertEquals(List.of("300", "40"), item.getList("incomingItems.incoming"));
        assertEquals(List.of(world.warehouse, world.warehouse), item.getList("incomingItems.warehouseId"));

        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 100));
        JsonPath received = purchases();
        assertEquals(
                List.of("400", "200", "200", "40", "440"),
                EXACT.stream().map(received::get).toList());
        assertEquals((Object) 240, received.get("incoming"));
        assertEquals(List.of("100", "0"), received.getList("incomingItems.received"));
        assertEquals(List.of("200", "40"), received.getList("incomingItems.incoming"));
        world.document("close", "WRO-1").then().statusCode(200);
        assertEquals(List.of("WRO-2"), purchases().getList("incomingItems.reference"), "closed ones are gone");
    }

    @Test
    void every_plane_of_stock_is_told_by_warehouse_building_and_place() {
        world.put("/warehouses/" + world.warehouse + "/buildings/NORTH", Map.of("name", "North"));
        world.put(
                "/warehouses/" + world.warehouse + "/locations/B-01",
                Map.of("type", "STORAGE", "building", "NORTH", "pickSequence", 1));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 40, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "B-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        List<Map<String, Object>> tasks = world.release("O-1");
        ok(world.pick(tasks.get(0), "L-B", 10));
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        String north = "(buildingIds: [\"" + world.warehouse + ":NORTH\"])";
        String place = "(locationIds: [\"" + world.warehouse + ":B-01\"])";
        JsonPath item = Graph.item(
                world,
                "GUMMY-60",
                "physical allocated available north: physical" + north + " northAllocated: allocated" + north
                        + " northAvailable: available" + north + " northStock: stock" + north + " northOrdered: ordered"
                        + north
                        + " northUnallocated: unallocated" + north + " northUnavailable: unavailable" + north
                        + " northToAllocate: availableToAllocate" + north + " northToMake: availableToMake" + north
                        + " northToSell: availableToSell" + north + " northPo: poQuantity" + north
                        + " northShipped: poShipped"
                        + north + " northUnshipped: poUnshipped" + north + " northUnlinked: shipmentUnlinked" + north
                        + " northIncoming: totalIncoming" + north + " place: physical" + place
                        + " placeAllocated: allocated"
                        + place
                        + " inventoryLocations { id locationId buildingId warehouseId name type stockLevel allocated"
                        + " unavailable available inventoryItem { id } }"
                        + " some: inventoryLocations(filters: {buildingIds: [\"" + world.warehouse
                        + ":NORTH\"], warehouseId: \"" + world.warehouse + "\", locationIds: [\"" + world.warehouse
                        + ":B-01\"]}) { name }");
        assertEquals(100, item.getInt("physical"));
        assertEquals(55, item.getInt("allocated"));
        assertEquals(45, item.getInt("available"));
        assertEquals(50, item.getInt("north"), "ten are in a tote");
        assertEquals(40, item.getInt("northAllocated"), "what is promised without a place is in no building");
        assertEquals(10, item.getInt("northAvailable"));
        assertEquals(50, item.getInt("northStock"));
        assertEquals(10, item.getInt("northUnallocated"));
        assertEquals("0", item.getString("northIncoming"));
        assertEquals(50, item.getInt("place"));
        assertEquals(40, item.getInt("placeAllocated"));
        assertEquals(List.of("@TOTE", "A-01", "B-01"), item.getList("inventoryLocations.name"));
        assertEquals(List.of("10", "40", "50"), item.getList("inventoryLocations.stockLevel"));
        assertEquals(List.of("B-01"), item.getList("some.name"));
        String query = "query($id: ID!) { inventoryItem(id: $id) { physical(buildingIds: [\"X:Y\"]) } }";
        assertEquals("UNKNOWN_LOCATION", Graph.refused(House.admin(), query, Map.of("id", world.owner + ":GUMMY-60")));
    }

    @Test
    void a_kit_is_what_its_components_would_make() {
        world.item("BOTTLE", Map.of());
        world.item("LABEL", Map.of());
        world.item(
                "KIT",
                Map.of(
                        "lotTracked",
                        false,
                        "components",
                        List.of(Map.of("sku", "BOTTLE", "quantity", 2), Map.of("sku", "LABEL", "quantity", 1))));
        world.stock("BOTTLE", "B-1", "2027-06-30", 7, "A-01");
        world.stock("LABEL", "L-1", "2027-06-30", 20, "A-02");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 1, "B-01");
        same("KIT");
        JsonPath kit = Graph.item(
                world,
                "KIT",
                "availableToMake availableToSell availableToAllocate depth here: availableToSell(warehouseId: \""
                        + world.warehouse + "\")");
        assertEquals(3, kit.getInt("availableToMake"));
        assertEquals(3, kit.getInt("availableToSell"));
        assertEquals(3, kit.getInt("availableToAllocate"));
        assertEquals(3, kit.getInt("here"));
        assertEquals("FULL_STOCK", kit.getString("depth"));
    }

    @Test
    void half_units_are_rounded_down_where_a_whole_number_is_asked_for() {
        world.item("OIL", Map.of("decimals", 1, "unit", "L"));
        world.stock("OIL", "O-1", "2027-06-30", 2.5, "A-01");
        JsonPath oil = Graph.item(
                world, "OIL", "physical physicalDecimal availableDecimal product { sku name unit brand { id } }");
        assertEquals(2, oil.getInt("physical"));
        assertEquals((Object) "2.5", oil.get("physicalDecimal"));
        assertEquals((Object) "2.5", oil.get("availableDecimal"));
        assertEquals("L", oil.getString("product.unit"));
    }

    @Test
    void an_item_says_what_it_is_and_when_it_changed() {
        String fields =
                "id productId createdAt updatedAt archivedAt deletedAt brandId brand { id name } product { id sku }";
        JsonPath before = Graph.item(world, "GUMMY-60", fields);
        assertEquals(before.getString("id"), before.getString("productId"));
        assertEquals(world.owner, before.getString("brandId"));
        assertEquals("Healthy Foods", before.getString("brand.name"));
        assertNull(before.get("archivedAt"));
        assertNull(before.get("deletedAt"));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 1, "A-01");
        JsonPath after = Graph.item(world, "GUMMY-60", fields);
        assertEquals(before.getString("createdAt"), after.getString("createdAt"));
        assertTrue(after.getString("updatedAt").compareTo(before.getString("updatedAt")) > 0);
        assertEquals(
                before.getString("id"),
                Graph.data(
                                House.admin(),
                                "query($i: ID) { inventoryItem(id: $i) { id } }",
                                Map.of("i", before.getString("id")))
                        .getString("inventoryItem.id"));
    }

    /** All figures of the house are those of REST, which the identities hold together. */
    private void same(String sku) {
        JsonPath rest = world.inventory(sku);
        JsonPath item = Graph.item(world, sku, String.join(" ", WHOLE) + " " + String.join(" ", EXACT) + " depth");
        assertEquals(rest.getString("endless.depth"), item.getString("depth"));
        for (String figure : WHOLE) {
            assertEquals(rest.getInt("endless." + figure), item.<Object>get(figure), figure);
        }
        for (String figure : EXACT) {
            assertEquals(new BigDecimal(rest.getString("endless." + figure)).toPlainString(), item.get(figure), figure);
        }
    }

    private JsonPath purchases() {
        return Graph.item(
                world,
                "GUMMY-60",
                String.join(" ", EXACT)
                        + " incoming incomingItems { id reference kind warehouseId purchaseOrder expectedOn"
                        + " quantity received incoming }");
    }

    private void announce(String reference, String purchaseOrder, Number units, String expectedOn) {
        Map<String, Object> line = new HashMap<>(
                Map.of("sku", "GUMMY-60", "quantity", units, "lots", List.of(lot("L-A", "2026-06-30", units))));
        line.put("purchaseOrder", purchaseOrder);
        Map<String, Object> body = new HashMap<>(Map.of(
                "reference",
                reference,
                "kind",
                "WRO",
                "owner",
                world.owner,
                "warehouse",
                world.warehouse,
                "lines",
                List.of(line)));
        body.put("expectedOn", expectedOn);
        World.call().body(body).post("/api/v1/receiving-orders").then().statusCode(201);
    }

    private void adjust(String warehouse, int units) {
        World.call()
                .body(Map.of(
                        "warehouse",
                        warehouse,
                        "location",
                        "A-01",
                        "owner",
                        world.owner,
                        "sku",
                        "GUMMY-60",
                        "lotNumber",
                        "L-A",
                        "expirationDate",
                        "2026-06-30",
                        "delta",
                        units,
                        "reason",
                        "found"))
                .post("/api/v1/adjustments")
                .then()
                .statusCode(201);
    }
}
