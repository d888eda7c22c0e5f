package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Kits made on demand: KIT = 2 GUMMY-60 + 1 BOX. */
@QuarkusTest
class KitStoryTest {
    private World world;

    @BeforeEach
    void twenty_eight_gummies_and_nine_boxes() {
        world = World.acceptance();
        world.item("BOX", Map.of("allowMixingLocations", true));
        world.item("KIT", kit("OPTIMISTIC", "GUMMY-60", 2, "BOX", 1));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 28, "A-01");
        world.stock("BOX", "B-1", "2027-06-30", 9, "B-01");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "BOX", "KIT");
    }

    @Test
    void t11_what_can_be_made_is_told_and_advertised_by_policy() {
        JsonPath kit = world.inventory("KIT");
        figures(kit, "endless", "availableToMake", 9, "availableToSell", 9, "availableToAllocate", 9, "available", 0);
        figures(kit, "shipstream", "available", 0, "advertised", 9, "onHand", 0);
        world.item("KIT", kit("NONE", "GUMMY-60", 2, "BOX", 1));
        figures(world.inventory("KIT"), "shipstream", "available", 0, "advertised", 0);
        figures(world.inventory("KIT"), "endless", "availableToMake", 9);
        figures(world.inventory("KIT", world.warehouse), "endless", "availableToMake", 9);
    }

    @Test
    void an_order_of_kits_is_picked_and_shipped_as_components() {
        JsonPath order = order("O-1", "KIT", 4);
        assertEquals("ALLOCATED", order.getString("state"));
        assertEquals(4, order.getInt("lines[0].kitted"));
        assertEquals(1, order.getList("lines").size());
        assertEquals(
                List.of("GUMMY-60 8", "BOX 4").stream().sorted().toList(),
                order.<Map<String, Object>>getList("lines[0].components").stream()
                        .map(part -> part.get("sku") + " " + part.get("allocated"))
                        .sorted()
                        .toList());
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 8, "available", 20);
        figures(world.inventory("KIT"), "endless", "availableToMake", 5, "ordered", 0, "depth", "FULL_STOCK");

        List<Map<String, Object>> tasks = world.release("O-1");
        assertEquals(
                List.of("GUMMY-60 A-01 8", "BOX B-01 4"),
                tasks.stream()
                        .map(task -> task.get("sku") + " " + task.get("location") + " " + task.get("quantity"))
                        .toList());
        ok(world.pick(tasks.get(0), "L-A", 8));
        Response half = world.orderCommand("O-1", "ship", Map.of());
        assertEquals(409, half.statusCode());
        assertEquals("KIT_INCOMPLETE", half.jsonPath().getString("code"));
        ok(world.pick(tasks.get(1), "B-1", 4));
        JsonPath shipped = world.orderCommand("O-1", "ship", Map.of("complete", true))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("SHIPPED", shipped.getString("state"));
        assertEquals(
                List.of("BOX B-1 4", "GUMMY-60 L-A 8"),
                shipped.<Map<String, Object>>getList("shipments[0].lotData").stream()
                        .map(lot -> lot.get("sku") + " " + lot.get("lotNumber") + " " + lot.get("quantity"))
                        .sorted()
                        .toList());
        figures(world.inventory("GUMMY-60"), "endless", "physical", 20);
        figures(world.inventory("KIT"), "endless", "availableToMake", 5, "physical", 0);
    }

    @Test
    void as_many_whole_kits_as_there_are_components_and_the_rest_waits_for_them() {
        JsonPath order = order("O-1", "KIT", 12);
        assertEquals("PARTIALLY_BACKORDERED", order.getString("state"));
        assertEquals(9, order.getInt("lines[0].kitted"));
        assertEquals(3, order.getInt("lines[0].backordered"));
        figures(world.inventory("BOX"), "shipstream", "allocated", 9, "backordered", 0);
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 18, "available", 10);
        figures(world.inventory("GUMMY-60"), "endless", "depth", "FULL_STOCK");
        JsonPath kit = world.inventory("KIT");
        figures(kit, "shipstream", "backordered", 3, "advertised", 0);
        figures(kit, "endless", "ordered", 3, "availableToMake", 0, "depth", "OVERSOLD");

        // two boxes arrive: two more kits, at once
        world.stock("BOX", "B-1", "2027-06-30", 2, "B-01");
        JsonPath drained = world.get("/orders/" + world.owner + "/O-1");
        assertEquals(11, drained.getInt("lines[0].kitted"));
        assertEquals(1, drained.getInt("lines[0].backordered"));
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 22, "available", 6);
        figures(world.inventory("BOX"), "shipstream", "allocated", 11, "available", 0);

        world.orderCommand("O-1", "cancel", Map.of()).then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 0, "available", 28);
        figures(world.inventory("KIT"), "shipstream", "backordered", 0);
        figures(world.inventory("KIT"), "endless", "availableToMake", 11);
    }

    @Test
    void kits_made_before_go_first() {
        world.stock("KIT", "K-1", "2026-12-31", 3, "C-01");
        figures(world.inventory("KIT"), "endless", "available", 3, "availableToMake", 9, "availableToSell", 12);
        figures(world.inventory("KIT"), "shipstream", "advertised", 12);
        JsonPath order = order("O-1", "KIT", 5);
        assertEquals(3, order.getInt("lines[0].allocated"));
        assertEquals(2, order.getInt("lines[0].kitted"));
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 4);
        assertEquals(3, world.release("O-1").size());
        // a line that names a lot means units that were made before
        world.order("O-2", Map.of("sku", "KIT", "quantity", 1, "lotNumber", "K-1"))
                .then()
                .statusCode(201);
        assertEquals(1, world.get("/orders/" + world.owner + "/O-2").getInt("lines[0].backordered"));
    }

    @Test
    void a_component_that_is_short_is_demand_for_itself_and_the_kit_does_not_leave() {
        order("O-1", "KIT", 9);
        List<Map<String, Object>> tasks = world.release("O-1");
        Map<String, Object> box = tasks.get(1);
        ok(world.pick(tasks.get(0), "L-A", 18));
        ok(world.pick(box, "B-1", 7));
        ok(world.scan(world.event("SHORT", Map.of("task", box.get("task"), "quantity", 2, "reason", "empty"))));
        figures(world.inventory("BOX"), "shipstream", "backordered", 2, "picked", 7);
        assertEquals(
                "KIT_INCOMPLETE",
                world.orderCommand("O-1", "ship", Map.of()).jsonPath().getString("code"));
        world.stock("BOX", "B-1", "2027-06-30", 2, "B-01");
        ok(world.pick(world.release("O-1").get(0), "B-1", 2));
        world.orderCommand("O-1", "ship", Map.of("complete", true)).then().statusCode(200);
    }

    @Test
    void a_kit_that_keeps_no_stock_of_its_own_is_made_all_the_same() {
        Map<String, Object> virtual = new HashMap<>(kit("NONE", "GUMMY-60", 2, "BOX", 1));
        virtual.put("tracking", false);
        virtual.put("lotTracked", false);
        world.item("BUNDLE", virtual);
        JsonPath order = order("O-1", "BUNDLE", 10);
        assertEquals(9, order.getInt("lines[0].kitted"));
        assertEquals(1, order.getInt("lines[0].backordered"));
    }

    @Test
    void a_kit_is_made_of_items_and_not_of_kits() {
        for (Map<String, Object> wrong : List.of(kit("NONE", "KIT", 1, "BOX", 1))) {
            Map<String, Object> body = new HashMap<>(wrong);
            body.putAll(Map.of("name", "Case of kits", "tracking", true));
            Response refused = World.call().body(body).put("/api/v1/owners/" + world.owner + "/items/CASE");
            assertEquals(422, refused.statusCode(), refused.asString());
            assertEquals("KIT_IN_KIT", refused.jsonPath().getString("code"));
        }
        Map<String, Object> box = new HashMap<>(kit("NONE", "GUMMY-60", 1, "GUMMY-60", 1));
        box.putAll(Map.of(
                "name",
                "BOX",
                "tracking",
                true,
                "lotTracked",
                true,
                "allowMixingLocations",
                true,
                "components",
                List.of(part("GUMMY-60", 1))));
        assertEquals(
                "KIT_IN_KIT",
                World.call()
                        .body(box)
                        .put("/api/v1/owners/" + world.owner + "/items/BOX")
                        .jsonPath()
                        .getString("code"));
        assertTrue(world.get("/owners/" + world.owner + "/items/BOX")
                .getList("components")
                .isEmpty());
    }

    private JsonPath order(String reference, String sku, int units) {
        return world.order(reference, Map.of("sku", sku, "quantity", units))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> kit(String policy, String one, int units, String other, int others) {
        return Map.of("virtualInventory", policy, "components", List.of(part(one, units), part(other, others)));
    }

    private static Map<String, Object> part(String sku, int units) {
        return Map.of("sku", sku, "quantity", units);
    }
}
