package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Graph;
import dev.lotline.given.House;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every figure of Endless Commerce with every argument it takes, and the ways to name an item. */
@QuarkusTest
class EndlessArgumentStoryTest {
    private static final List<String> BY_BOTH = List.of(
            "available",
            "availableToAllocate",
            "availableToSell",
            "ordered",
            "stock",
            "unallocated",
            "unavailable",
            "physical",
            "allocated");
    private static final Map<String, Integer> HOUSE = Map.ofEntries(
            Map.entry("physical", 40),
            Map.entry("stock", 40),
            Map.entry("allocated", 15),
            Map.entry("available", 25),
            Map.entry("unallocated", 25),
            Map.entry("unavailable", 0),
            Map.entry("ordered", 15),
            Map.entry("availableToAllocate", 25),
            Map.entry("availableToSell", 25));

    private World world;

    @BeforeEach
    void a_warehouse_with_a_building() {
        world = World.acceptance();
        world.put("/warehouses/" + world.warehouse + "/buildings/NORTH", Map.of("name", "North"));
        world.put(
                "/warehouses/" + world.warehouse + "/locations/B-01",
                Map.of("type", "STORAGE", "building", "NORTH", "pickSequence", 1));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 40, "B-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 15)).then().statusCode(201);
    }

    @Test
    void every_figure_and_its_decimal_twin_takes_every_argument() {
        String house = "warehouseId: \"" + world.warehouse + "\"";
        String north = "buildingIds: [\"" + world.warehouse + ":NORTH\"]";
        String place = "locationIds: [\"" + world.warehouse + ":B-01\"]";
        // what is promised has no place yet: it is claimed in the warehouse, not in its building
        Map<String, Integer> standing = new TreeMap<>(HOUSE);
        standing.putAll(Map.of(
                "allocated",
                0,
                "ordered",
                0,
                "available",
                40,
                "unallocated",
                40,
                "availableToAllocate",
                40,
                "availableToSell",
                40));
        told(BY_BOTH, "", HOUSE);
        told(BY_BOTH, "(" + house + ")", HOUSE);
        told(BY_BOTH, "(" + north + ")", standing);
        told(BY_BOTH, "(" + north + ", " + house + ")", standing);
        told(List.of("physical", "allocated"), "(" + place + ")", standing);
        told(List.of("physical", "allocated"), "(" + place + ", " + north + ", " + house + ")", standing);
        told(List.of("incoming"), "(" + house + ")", Map.of("incoming", 0));
        told(List.of("availableToMake"), "(" + north + ")", Map.of("availableToMake", 0));
        JsonPath bought = Graph.item(
                world,
                "GUMMY-60",
                "poQuantity(" + north + ") poShipped(" + north + ") poUnshipped(" + north + ") shipmentUnlinked("
                        + north + ") totalIncoming(" + north + ")");
        for (String figure : List.of("poQuantity", "poShipped", "poUnshipped", "shipmentUnlinked", "totalIncoming")) {
            assertEquals("0", bought.getString(figure), figure);
        }
        List<String> fields = new ArrayList<>(BY_BOTH);
        fields.addAll(List.of("incoming", "availableToMake"));
        JsonPath of = Graph.item(world, "GUMMY-60", "warehouses { id name active " + String.join(" ", fields) + " }");
        assertEquals(world.warehouse, of.getString("warehouses[0].id"));
        assertEquals(world.warehouse, of.getString("warehouses[0].name"));
        assertEquals(true, of.getBoolean("warehouses[0].active"));
        HOUSE.forEach((figure, units) -> assertEquals(units, of.getInt("warehouses[0]." + figure), figure));
        assertEquals(0, of.getInt("warehouses[0].incoming"));
        assertEquals(0, of.getInt("warehouses[0].availableToMake"));
    }

    @Test
    void an_item_is_found_by_sku_where_one_owner_has_it() {
        String owner =
                House.token(Map.of("name", "M-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        String query = "{ inventoryItem(sku: \"GUMMY-60\") { physical } }";
        assertEquals(40, Graph.data(House.as(owner), query, Map.of()).getInt("inventoryItem.physical"));
        World.acceptance();
        assertEquals("VALIDATION_FAILED", Graph.refused(query), "more than one owner has it");
        assertEquals("UNKNOWN_ITEM", Graph.refused(query.replace("GUMMY-60", "NOBODY-HAS-THIS")));
        assertEquals("VALIDATION_FAILED", Graph.refused(query.replace("sku:", "id: \"1\", sku:")));
    }

    private void told(List<String> figures, String arguments, Map<String, Integer> expected) {
        StringBuilder fields = new StringBuilder();
        figures.forEach(each -> fields.append(each)
                .append(arguments)
                .append(' ')
                .append(each)
                .append("Decimal")
                .append(arguments)
                .append(' '));
        JsonPath item = Graph.item(world, "GUMMY-60", fields.toString());
        for (String figure : figures) {
            assertEquals((Object) expected.get(figure), item.get(figure), figure + arguments);
            assertEquals(expected.get(figure).toString(), item.get(figure + "Decimal"), figure + "Decimal" + arguments);
        }
    }
}
