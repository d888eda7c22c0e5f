package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Books;
import dev.lotline.given.Graph;
import dev.lotline.given.House;
import dev.lotline.given.Positions;
import dev.lotline.given.World;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions as Fluent Commerce's clients ask for them: one, many, and what is refused. */
@QuarkusTest
class FluentPositionStoryTest {
    private static final String EVERY_FIELD = "id createdOn updatedOn ref type status workflowRef workflowVersion"
            + " attributes { name type value } productRef product { id ref type sku name } onHand onHandDecimal"
            + " locationRef location { id ref name type timeZone } locationLink { id ref name type status primaryAddress"
            + " { ref } } catalogue { id ref type name description status workflowRef workflowVersion retailerRefs }";

    @Inject
    MeterRegistry meters;

    private World world;
    private Positions positions;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        positions = new Positions(world);
    }

    @Test
    void a_position_says_what_it_is_where_and_of_what() {
        JsonPath fresh = positions.of("GUMMY-60", EVERY_FIELD);
        assertEquals("CREATED", fresh.getString("status"));
        assertEquals(0, fresh.getInt("onHand"));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        JsonPath found = positions.of("GUMMY-60", EVERY_FIELD);
        assertEquals(positions.ref("GUMMY-60"), found.getString("ref"));
        assertEquals("DEFAULT", found.getString("type"));
        assertEquals("ACTIVE", found.getString("status"));
        assertEquals("INVENTORY_POSITION::DEFAULT", found.getString("workflowRef"));
        assertEquals(1, found.getInt("workflowVersion"));
        assertEquals("GUMMY-60", found.getString("productRef"));
        assertEquals("GUMMY-60", found.getString("product.ref"));
        assertEquals("STANDARD", found.getString("product.type"));
        assertEquals(98, found.getInt("onHand"));
        assertEquals("98", found.getString("onHandDecimal"));
        assertEquals(world.warehouse, found.getString("locationRef"));
        assertEquals(world.warehouse, found.getString("locationLink.ref"));
        assertEquals("America/New_York", found.getString("location.timeZone"));
        assertEquals(positions.catalogue(), found.getString("catalogue.ref"));
        assertEquals("Healthy Foods", found.getString("catalogue.name"));
        assertEquals(List.of(world.owner), found.getList("catalogue.retailerRefs"));
        assertEquals("unitOfMeasure", found.getString("attributes[0].name"));
        assertTrue(found.getString("updatedOn").compareTo(found.getString("createdOn")) >= 0);
        JsonPath elsewhere = positions.of(
                "GUMMY-60",
                "ours: product(catalogue: {ref: \"" + positions.catalogue()
                        + "\"}) { ref } other: product(catalogue: {ref: \"DEFAULT:ELSE\"}) { ref }");
        assertEquals("GUMMY-60", elsewhere.getString("ours.ref"));
        assertNull(elsewhere.get("other"));
        world.item("GUMMY-60", Map.of("status", "INACTIVE"));
        assertEquals("INACTIVE", positions.of("GUMMY-60", "status").getString("status"));
    }

    @Test
    void the_compatibility_catalogue_holds_the_same_positions() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 9, "A-01");
        JsonPath found = Graph.data(
                House.admin(),
                "query($r: String!, $c: String!) { inventoryPosition(ref: $r, catalogue: {ref: $c}) { onHand }"
                        + " inventoryCatalogue(ref: $c) { ref name } }",
                Map.of("r", positions.ref("GUMMY-60"), "c", "COMPATIBILITY:" + world.owner));
        assertEquals(9, found.getInt("inventoryPosition.onHand"));
        assertEquals(positions.catalogue(), found.getString("inventoryCatalogue.ref"));
    }

    @Test
    void positions_are_listed_page_by_page_in_both_directions_and_narrowed_by_every_argument() {
        for (int n = 1; n < 5; n++) {
            world.item("S-" + n, Map.of());
            world.stock("S-" + n, "L-" + n, "2026-06-30", n, "A-01");
        }
        List<String> all = List.of("S-1", "S-2", "S-3", "S-4");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = list("first: 3" + (cursor == null ? "" : ", after: \"" + cursor + "\""));
            seen.addAll(page.getList("edges.node.productRef"));
            cursor = page.getBoolean("pageInfo.hasNextPage") ? page.getString("pageInfo.endCursor") : null;
        } while (cursor != null);
        assertEquals(all, seen);
        JsonPath last = list("last: 2");
        assertEquals(List.of("S-3", "S-4"), last.getList("edges.node.productRef"));
        JsonPath before = list("last: 2, before: \"" + last.getString("edges[0].cursor") + "\"");
        assertEquals(List.of("S-1", "S-2"), before.getList("edges.node.productRef"));
        assertEquals(false, before.getBoolean("pageInfo.hasPreviousPage"));
        assertTrue(before.getBoolean("pageInfo.hasNextPage"));
        String updated = list("").getString("edges[2].node.updatedOn");
        String created = list("").getString("edges[2].node.createdOn");
        for (String one : List.of(
                "ref: [\"" + positions.ref("S-3") + "\"]",
                "productRef: [\"S-3\"]",
                "onHand: [3]",
                "updatedOn: {from: \"" + updated + "\", to: \"" + updated + "\"}",
                "createdOn: {from: \"" + created + "\", to: \"" + created + "\"}",
                "type: [\"DEFAULT\"], status: [\"ACTIVE\"], workflowRef: [\"INVENTORY_POSITION::DEFAULT\"],"
                        + " workflowVersion: [1], locationRef: [\"" + world.warehouse + "\"], onHand: [3]")) {
            assertEquals(List.of("S-3"), list(one).getList("edges.node.productRef"), one);
        }
        for (String none : List.of(
                "ref: [\"NO\"]",
                "status: [\"INACTIVE\"]",
                "locationRef: [\"NO\"]",
                "workflowVersion: [2]",
                "onHand: [9]")) {
            assertEquals(List.of(), list(none).getList("edges"), none);
        }
    }

    private JsonPath list(String arguments) {
        String query = "{ inventoryPositions(" + arguments + " catalogue: {ref: \"" + positions.catalogue()
                + "\"}) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node {"
                + " productRef createdOn updatedOn } } } }";
        return Graph.data(query).setRootPath("data.inventoryPositions");
    }

    @Test
    void a_thousand_positions_with_every_field_take_no_statement_for_each() {
        Books.run(
                "WITH made AS (INSERT INTO item (owner_id, sku, name, tracking) SELECT o.id, 'P-' || n, 'P', true"
                        + " FROM owner o, generate_series(1, 1000) n WHERE o.code = ? RETURNING id)"
                        + " INSERT INTO stock_summary (warehouse_id, item_id, decimals) SELECT w.id, m.id, 0 FROM made m, warehouse w"
                        + " WHERE w.code = ?",
                world.owner,
                world.warehouse);
        String query = "{ inventoryPositions(first: 1000, catalogue: {ref: \"" + positions.catalogue()
                + "\"}) { pageInfo { hasNextPage } edges { cursor node { " + EVERY_FIELD
                + " quantities(first: 4) { pageInfo { hasNextPage } edges { cursor node { id createdOn updatedOn ref type status"
                + " workflowRef workflowVersion attributes { name type value } quantity quantityDecimal condition"
                + " expectedOn storageAreaRef catalogue { ref } } } } } } } }";
        long least = Long.MAX_VALUE;
        for (int n = 0; n < 3; n++) {
            long before = ran();
            JsonPath page = Graph.data(query);
            assertEquals(1000, new HashSet<>(page.getList("inventoryPositions.edges.node.ref")).size());
            least = Math.min(least, ran() - before);
        }
        assertTrue(least > 0 && least <= 5, "statements: " + least);
    }

    private long ran() {
        return meters.getMeters().stream()
                .filter(meter -> "sql".equals(meter.getId().getTag("clientType")))
                // printers and the outbox are looked after all the time, by pools of their own
                .filter(meter -> !List.of("printing", "messaging")
                        .contains(String.valueOf(meter.getId().getTag("clientName"))))
                .filter(Timer.class::isInstance)
                .filter(meter -> meter.getId().getName().contains("processing"))
                .mapToLong(meter -> ((Timer) meter).count())
                .sum();
    }

    @Test
    void a_query_that_asks_for_too_much_is_refused_with_the_limit_that_it_exceeds() {
        assertEquals(
                "cost",
                limit("{ inventoryPositions(first: 1000) { edges { node { quantities(first: 5) { edges { node"
                        + " { ref } } } } } } }"));
        String deep = "quantities(first: 1) { edges { node { position { ".repeat(3) + "ref" + " } } } }".repeat(3);
        assertEquals(
                "depth",
                limit("{ inventoryPosition(ref: \"a:b:DEFAULT\", catalogue: {ref: \"DEFAULT:x\"}) { " + deep + " } }"));
    }

    private static String limit(String query) {
        Response refused = Graph.post(House.admin(), query, Map.of());
        assertEquals("QUERY_TOO_LARGE", refused.path("errors[0].extensions.code"), refused.asString());
        return refused.path("errors[0].extensions.limit");
    }

    @Test
    void bad_input_is_refused_by_its_name() {
        String good = positions.ref("GUMMY-60");
        assertEquals("UNKNOWN_OWNER", one(good, "DEFAULT:NO"));
        assertEquals("VALIDATION_FAILED", one(good, "NO"));
        assertEquals("UNKNOWN_ITEM", one("NO:" + world.warehouse + ":DEFAULT", positions.catalogue()));
        assertEquals("UNKNOWN_WAREHOUSE", one("GUMMY-60:NO:DEFAULT", positions.catalogue()));
        assertEquals("VALIDATION_FAILED", one("GUMMY-60", positions.catalogue()));
        World other = World.acceptance();
        assertEquals("UNKNOWN_ITEM", one("ELSE:" + world.warehouse + ":DEFAULT", positions.catalogue()));
        other.item("ELSE", Map.of());
        assertEquals("UNKNOWN_ITEM", one("ELSE:" + world.warehouse + ":DEFAULT", positions.catalogue()));
        String merchant =
                House.token(Map.of("name", "M-" + world.owner, "role", "MERCHANT", "owners", List.of(other.owner)));
        assertEquals(
                "UNKNOWN_OWNER",
                Graph.refused(
                        House.as(merchant),
                        "{ inventoryPosition(ref: \"" + good + "\", catalogue: {ref: \"" + positions.catalogue()
                                + "\"}) { ref } }",
                        Map.of()));
        for (String bad : List.of(
                "type: [\"NO\"]",
                "status: [\"NO\"]",
                "first: 0",
                "first: 1001",
                "first: 1, last: 1",
                "after: \"a\", before: \"b\"",
                "after: \"#\"",
                "before: \"cG9zaXRpb24\"",
                "last: 1, after: \"eA\"")) {
            String query = "{ inventoryPosition(ref: \"" + good + "\", catalogue: {ref: \"" + positions.catalogue()
                    + "\"}) { quantities(" + bad + ") { edges { node { ref } } } } }";
            assertEquals("VALIDATION_FAILED", Graph.refused(query), bad);
            assertEquals(
                    "VALIDATION_FAILED",
                    Graph.refused("{ inventoryPositions(" + bad + ") { edges { node { ref } } } }"),
                    bad);
        }
        for (String bad : List.of(
                "first: \"many\"", "createdOn: {from: \"yesterday\"}", "colour: 1", "workflowVersion: [null]")) {
            assertEquals(
                    "MALFORMED", Graph.refused("{ inventoryPositions(" + bad + ") { edges { node { ref } } } }"), bad);
        }
        String many = String.join(",", Collections.nCopies(1001, "\"x\""));
        assertEquals(
                "VALIDATION_FAILED",
                Graph.refused("{ inventoryPositions(ref: [" + many + "]) { edges { node { ref } } } }"));
    }

    private static String one(String ref, String catalogue) {
        return Graph.refused(
                House.admin(),
                "query($r: String!, $c: String!) { inventoryPosition(ref: $r, catalogue: {ref: $c}) { ref } }",
                Map.of("r", ref, "c", catalogue));
    }
}
