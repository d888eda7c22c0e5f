package dev.lotline.stories;

import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.Rpc;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant polls what there is of its items: sums, and warehouse by warehouse. */
@QuarkusTest
class ShipStreamInventoryStoryTest {
    private static final List<String> LISTED = List.of(
            "sku",
            "qty_expected",
            "qty_processed",
            "qty_putaway",
            "qty_available",
            "qty_allocated",
            "qty_reserved",
            "qty_picked",
            "qty_backordered",
            "qty_advertised",
            "qty_on_hand");

    private World world;
    private Rpc merchant;

    @BeforeEach
    void a_merchant() {
        world = World.acceptance();
        merchant = Rpc.merchant(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void t12_the_house_tells_backorders_and_a_warehouse_does_not() {
        String second = two_warehouses();
        world.order(Map.of(
                        "reference",
                        "O-1",
                        "owner",
                        world.owner,
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 130))))
                .then()
                .statusCode(201);

        JsonPath house = merchant.result("inventory.list", "GUMMY-60");
        assertEquals(LISTED, new ArrayList<>(house.getMap("[0]").keySet()));
        figures(house, "[0].", "allocated", 120, "backordered", 10, "on_hand", 120, "available", 0, "advertised", 0);
        assertTrue(house.get("[0].qty_allocated") instanceof Integer, "no decimals, no fraction");

        List<String> inOne = new ArrayList<>(LISTED);
        inOne.remove("qty_backordered");
        JsonPath one = merchant.result("inventory.list", List.of("GUMMY-60"), id(world.warehouse));
        assertEquals(inOne, new ArrayList<>(one.getMap("[0]").keySet()));
        figures(one, "[0].", "allocated", 98, "on_hand", 98);
        JsonPath two = merchant.result("inventory.list", null, Long.parseLong(id(second)));
        figures(two, "[0].", "allocated", 22, "on_hand", 22);

        JsonPath details = merchant.result("inventory.details", "GUMMY-60");
        assertEquals("120.0000", details.getString("[0].qty_allocated"));
        assertEquals("10.0000", details.getString("[0].qty_backordered"));
        assertEquals("120.0000", details.getString("[0].qty_on_hand"));
        assertEquals("0", details.getString("[0].qty_advertised"));
        List<String> row = new ArrayList<>(inOne);
        row.set(0, "warehouse_id");
        for (Map.Entry<String, String> each :
                Map.of(id(world.warehouse), "98.0000", id(second), "22.0000").entrySet()) {
            String at = "[0].detailed.find { it.warehouse_id == '" + each.getKey() + "' }";
            assertEquals(row, new ArrayList<>(details.getMap(at).keySet()));
            assertEquals(each.getValue(), details.getString(at + ".qty_allocated"));
        }
        assertEquals(
                merchant.result("warehouse.list").getList("warehouse_id"),
                details.getList("[0].detailed.warehouse_id"),
                "a warehouse without any is told with zeros");
    }

    @Test
    void t20_details_and_detailed_are_the_same() {
        world.stock("GUMMY-60", "L-A", "2026-12-31", 98, "A-01");
        assertEquals(
                merchant.call("inventory.details", List.of("GUMMY-60")).prettify(),
                merchant.call("inventory.detailed", List.of("GUMMY-60")).prettify());
        assertEquals(
                merchant.call("inventory.details").prettify(),
                merchant.call("inventory.detailed", null, null).prettify());
    }

    @Test
    void every_bucket_of_the_pipeline_is_told_as_by_rest() {
        world.announce("WRO-1", "GUMMY-60", false, lot("L-B", "2026-12-01", 60), lot("L-C", "2026-12-02", 40))
                .then()
                .statusCode(201);
        world.stock("GUMMY-60", "L-A", "2026-12-31", 50, "A-01");
        ok(world.receive("WRO-1", "GUMMY-60", "L-B", "2026-12-01", 50));
        ok(world.stow("WRO-1", "GUMMY-60", "L-B", "2026-12-01", 30, "B-01"));
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 17)).then().statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-A", 1));
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);

        JsonPath told = merchant.result("inventory.list", "GUMMY-60");
        figures(told, "[0].", "expected", 50, "processed", 20, "putaway", 30, "available", 28, "allocated", 5);
        figures(told, "[0].", "reserved", 16, "picked", 1, "backordered", 0, "advertised", 28, "on_hand", 100);
        Map<String, Object> rest = world.inventory("GUMMY-60").getMap("shipstream");
        LISTED.stream()
                .skip(1)
                .forEach(name -> assertEquals(
                        rest.get(name.equals("qty_on_hand") ? "onHand" : name.substring(4)),
                        told.get("[0]." + name),
                        name));
    }

    @Test
    void t11_kits_that_could_be_made_are_advertised_by_policy() {
        world.item("BOX", Map.of("lotTracked", false));
        world.stock("GUMMY-60", "L-A", "2026-12-31", 28, "A-01");
        World.call()
                .body(Map.of(
                        "reference",
                        "WRO-BOX",
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "autoCommit",
                        true,
                        "lines",
                        List.of(Map.of("sku", "BOX", "quantity", 9))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        ok(world.receive("WRO-BOX", "BOX", null, null, 9));
        ok(world.stow("WRO-BOX", "BOX", null, null, 9, "B-01"));
        for (Map.Entry<String, Integer> kit : Map.of("OPTIMISTIC", 9, "NONE", 0).entrySet()) {
            world.item(
                    "KIT",
                    Map.of(
                            "lotTracked",
                            false,
                            "virtualInventory",
                            kit.getKey(),
                            "components",
                            List.of(Map.of("sku", "GUMMY-60", "quantity", 2), Map.of("sku", "BOX", "quantity", 1))));
            JsonPath told = merchant.result("inventory.list", "KIT");
            figures(told, "[0].", "available", 0, "advertised", kit.getValue());
            figures(
                    merchant.result("inventory.list", "KIT", id(world.warehouse)),
                    "[0].",
                    "advertised",
                    kit.getValue());
            JsonPath details = merchant.result("inventory.details", "KIT");
            assertEquals(kit.getValue().toString(), details.getString("[0].qty_advertised"));
        }
    }

    @Test
    void quantities_have_the_decimals_of_the_item() {
        world.item("POWDER", Map.of("lotTracked", false, "decimals", 2));
        World.call()
                .body(Map.of(
                        "reference",
                        "WRO-P",
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "lines",
                        List.of(Map.of("sku", "POWDER", "quantity", 2.5))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        assertEquals(2.5f, merchant.result("inventory.list", "POWDER").getFloat("[0].qty_expected"));
        assertEquals("2.5000", merchant.result("inventory.details", "POWDER").getString("[0].qty_expected"));
    }

    @Test
    void t20_unknown_disabled_and_invisible_items_and_those_of_others_are_absent() {
        assertEquals(List.of(), merchant.result("inventory.list", "NO-SUCH-SKU").getList(""));
        assertEquals(List.of(), merchant.result("inventory.list", List.of()).getList(""));
        world.item("OFF", Map.of("status", "INACTIVE"));
        world.item("HIDDEN", Map.of("visible", false));
        world.put("/owners/" + world.owner + "/items/CARD", Map.of("name", "Gift card", "tracking", false));
        assertEquals(List.of("GUMMY-60"), merchant.result("inventory.list").getList("sku"));
        assertEquals(List.of("GUMMY-60"), merchant.result("inventory.details").getList("sku"));
        World neighbour = World.acceptance();
        neighbour.item("THEIRS", Map.of());
        assertEquals(List.of(), merchant.result("inventory.list", "THEIRS").getList(""));
        assertEquals(
                List.of("THEIRS"),
                Rpc.admin().result("inventory.list", "THEIRS").getList("sku"));
        assertEquals(-32101, merchant.error("inventory.list", null, 999_999_999));
        assertEquals(-32102, merchant.error("inventory.list", null, null, "yesterday"));
        assertEquals(-32102, merchant.error("inventory.details", null, "2014-07-24"));
    }

    private String two_warehouses() {
        String second = world.warehouse + "-2";
        world.warehouse(second, 20);
        world.stock("GUMMY-60", "L-A", "2026-12-31", 98, "A-01");
        World.call()
                .body(Map.of(
                        "reference",
                        "WRO-2",
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
                                "sku", "GUMMY-60", "quantity", 22, "lots", List.of(lot("L-A", "2026-12-31", 22))))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        for (String operation : List.of("RECEIVE", "STOW")) {
            ok(world.scan(world.event(
                    operation,
                    World.goods(
                            "GUMMY-60",
                            "L-A",
                            "2026-12-31",
                            22,
                            Map.of(
                                    "warehouse",
                                    second,
                                    "location",
                                    operation.equals("STOW") ? "A-01" : "DOCK-1",
                                    "receivingOrder",
                                    Map.of("owner", world.owner, "reference", "WRO-2"))))));
        }
        return second;
    }

    private String id(String warehouse) {
        return merchant.result("warehouse.list").getString("find { it.name == '" + warehouse + "' }.warehouse_id");
    }

    private static void figures(JsonPath answer, String at, Object... expected) {
        for (int n = 0; n < expected.length; n += 2) {
            assertEquals(expected[n + 1], answer.get(at + "qty_" + expected[n]), () -> Arrays.toString(expected));
        }
    }
}
