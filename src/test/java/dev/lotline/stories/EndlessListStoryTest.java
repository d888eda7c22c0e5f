package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Books;
import dev.lotline.given.Graph;
import dev.lotline.given.House;
import dev.lotline.given.World;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endless Commerce reads many items: page by page, and never with a statement for each. */
@QuarkusTest
class EndlessListStoryTest {
    private static final String EVERY_FIGURE = """
            id productId archivedAt createdAt updatedAt deletedAt brandId brand { id } product { sku } depth
            allocated available availableToAllocate availableToMake availableToSell incoming ordered physical stock
            unallocated unavailable poQuantity poShipped poUnshipped shipmentUnlinked totalIncoming
            allocatedDecimal availableDecimal physicalDecimal
            here: physical(warehouseId: $w) north: available(buildingIds: [$b]) place: physical(locationIds: [$l])
            """;

    private static final String EVERY_FIELD = EVERY_FIGURE
            + " incomingItems { id incoming } inventoryLocations { id stockLevel } warehouses { id physical }";

    @Inject
    MeterRegistry meters;

    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
    }

    @Test
    void pages_follow_each_other_in_both_directions() {
        IntStream.range(1, 6).forEach(n -> world.item("S-" + n, Map.of()));
        world.item("HIDDEN", Map.of("visible", false));
        world.put("/owners/" + world.owner + "/items/GIFT", Map.of("name", "Gift", "tracking", false));
        List<String> all = List.of("GUMMY-60", "S-1", "S-2", "S-3", "S-4", "S-5");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        for (int n = 0; n < 3; n++) {
            JsonPath page = page("first: 2" + (cursor == null ? "" : ", after: \"" + cursor + "\""), "");
            seen.addAll(page.getList("edges.node.product.sku"));
            assertEquals(6, page.getInt("totalCount"));
            assertEquals(n < 2, page.getBoolean("pageInfo.hasNextPage"));
            assertEquals(n > 0, page.getBoolean("pageInfo.hasPreviousPage"));
            cursor = page.getString("pageInfo.endCursor");
        }
        assertEquals(all, seen);
        JsonPath back = page("last: 2, before: \"" + cursor + "\"", "");
        assertEquals(List.of("S-3", "S-4"), back.getList("nodes.product.sku"));
        assertTrue(back.getBoolean("pageInfo.hasPreviousPage"));
        assertEquals(back.getString("edges[0].cursor"), back.getString("pageInfo.startCursor"));
        assertEquals(List.of("S-4", "S-5"), page("last: 2", "").getList("nodes.product.sku"));
        assertEquals(
                List.of("S-1", "S-4"), page("", ", skus: [\"S-4\", \"S-1\"]").getList("nodes.product.sku"));
        String id = page("first: 1", "").getString("nodes[0].id");
        assertEquals(
                List.of("GUMMY-60", "S-2"),
                page("", ", ids: [\"" + id + "\", \"" + world.owner + ":S-2\"]").getList("nodes.product.sku"));
        JsonPath none = page("", ", skus: [\"NO\"]");
        assertEquals(List.of(), none.getList("nodes"));
        assertNull(none.get("pageInfo.endCursor"));
    }

    @Test
    void archived_items_are_listed_only_when_they_are_asked_for() {
        world.item("OLD", Map.of());
        dev.lotline.given.Books.run(
                "UPDATE item SET archived_at = now() WHERE sku = 'OLD' AND owner_id ="
                        + " (SELECT id FROM owner WHERE code = ?)",
                world.owner);
        assertEquals(List.of("GUMMY-60"), page("", "").getList("nodes.product.sku"));
        assertEquals(List.of("GUMMY-60", "OLD"), page("", ", archived: true").getList("nodes.product.sku"));
        JsonPath old = Graph.item(world, "OLD", "archivedAt deletedAt");
        assertEquals(old.getString("archivedAt"), old.getString("deletedAt"));
        assertTrue(old.getString("archivedAt").matches("20.*T.*"));
    }

    @Test
    void one_statement_more_or_less_whether_it_is_one_item_or_a_hundred() {
        world.put("/warehouses/" + world.warehouse + "/buildings/NORTH", Map.of("name", "North"));
        IntStream.range(0, 99).forEach(n -> world.item("S-" + n, Map.of()));
        world.stock("S-1", "L-A", "2026-06-30", 10, "A-01");
        long one = statements(1, EVERY_FIELD);
        long hundred = statements(100, EVERY_FIELD);
        assertTrue(one >= 3, "the meter counts: " + one);
        assertTrue(hundred <= 5, "statements for 100 items: " + hundred);
    }

    @Test
    void a_thousand_items_with_every_field_take_no_statement_for_each() {
        world.put("/warehouses/" + world.warehouse + "/buildings/NORTH", Map.of("name", "North"));
        Books.run(
                "INSERT INTO item (owner_id, sku, name, tracking) SELECT o.id, 'P-' || n, 'P', true"
                        + " FROM owner o, generate_series(1, 999) n WHERE o.code = ?",
                world.owner);
        long thousand = statements(1000, EVERY_FIELD);
        assertTrue(thousand > 0 && thousand <= 5, "statements for 1,000 items: " + thousand);
    }

    /** How many statements the pool ran for a page of so many items; the least of three tries. */
    private long statements(int items, String fields) {
        long least = Long.MAX_VALUE;
        for (int n = 0; n < 3; n++) {
            long before = ran();
            String query =
                    "query($o: ID, $w: ID, $b: ID!, $l: ID!, $n: Int) { inventoryItems(first: $n, filter: {brandId: $o})"
                            + " { totalCount nodes { " + fields + " } } }";
            JsonPath page = Graph.data(
                    House.admin(),
                    query,
                    Map.of(
                            "o",
                            world.owner,
                            "w",
                            world.warehouse,
                            "b",
                            world.warehouse + ":NORTH",
                            "l",
                            world.warehouse + ":A-01",
                            "n",
                            items));
            assertEquals(items, page.getList("inventoryItems.nodes").size());
            least = Math.min(least, ran() - before);
        }
        return least;
    }

    private long ran() {
        return meters.getMeters().stream()
                .filter(meter -> meter.getId().getName().matches("sql\\..*processing.*")
                        || "sql".equals(meter.getId().getTag("clientType")))
                // printers and the outbox are looked after all the time, by pools of their own
                .filter(meter -> !List.of("printing", "messaging")
                        .contains(String.valueOf(meter.getId().getTag("clientName"))))
                .filter(Timer.class::isInstance)
                .filter(meter -> meter.getId().getName().contains("processing"))
                .mapToLong(meter -> ((Timer) meter).count())
                .sum();
    }

    private JsonPath page(String arguments, String filter) {
        String query = "{ inventoryItems(" + arguments + " filter: {brandId: \"" + world.owner + "\"" + filter
                + "}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
                + " edges { cursor node { product { sku } } } nodes { id product { sku } } } }";
        return Graph.data(query).setRootPath("data.inventoryItems");
    }
}
