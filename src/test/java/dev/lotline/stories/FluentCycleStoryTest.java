package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.Positions;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fluent Commerce's cycle: what was on hand at an epoch, what has happened since, and a new epoch. */
@QuarkusTest
class FluentCycleStoryTest {
    private World world;
    private Positions positions;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        world.put(
                "/warehouses/" + world.warehouse,
                Map.of("name", world.warehouse, "timeZone", "America/New_York", "priority", 10, "adjustUnits", 1000));
        world.put("/owners/" + world.owner + "/items/PLAIN", Map.of("name", "Plain", "tracking", true));
        positions = new Positions(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "PLAIN");
    }

    @Test
    void t17_the_documented_cycle_ends_where_it_began() {
        long job = positions.job("enabled");
        assertEquals(
                List.of("APPLIED"), Positions.fates(job, positions.entity("PLAIN", 167, "storageAreaRef", "A-01")));
        assertEquals(167, positions.onHand("PLAIN"));
        assertEquals(List.of("LAST_ON_HAND ACTIVE 167"), positions.quantities("PLAIN", ""));

        world.order("O-5", Map.of("sku", "PLAIN", "quantity", 5)).then().statusCode(201);
        assertEquals(162, positions.onHand("PLAIN"));
        assertEquals(List.of("LAST_ON_HAND ACTIVE 167", "RESERVED ACTIVE -5"), positions.quantities("PLAIN", ""));

        Map<String, Object> task = world.release("O-5").get(0);
        World.ok(world.pick(task, null, 1));
        World.ok(world.scan(
                world.event("SHORT", Map.of("task", task.get("task"), "quantity", 4, "reason", "not there"))));
        world.orderCommand("O-5", "ship", Map.of()).then().statusCode(200);
        world.orderCommand("O-5", "cancel", Map.of()).then().statusCode(200);
        assertEquals(162, positions.onHand("PLAIN"));
        assertEquals(
                List.of(
                        "LAST_ON_HAND ACTIVE 167",
                        "RESERVED INACTIVE -5",
                        "SALE ACTIVE -1",
                        "CORRECTION ACTIVE -4",
                        "HELD ON_HOLD 4"),
                positions.quantities("PLAIN", ""));

        assertEquals(List.of("APPLIED"), Positions.fates(job, positions.entity("PLAIN", 162)));
        assertEquals(162, positions.onHand("PLAIN"));
        assertEquals(List.of("LAST_ON_HAND ACTIVE 162"), positions.quantities("PLAIN", "status: [\"ACTIVE\"]"));
        assertEquals(
                List.of("RESERVED INACTIVE -5", "SALE INACTIVE -1", "CORRECTION INACTIVE -4"),
                positions.quantities("PLAIN", "status: [\"INACTIVE\"]"));
    }

    @Test
    void t24_a_page_follows_the_other_in_both_directions_and_expected_is_never_counted() {
        two_reservations_and_an_announcement();
        assertEquals(28, positions.onHand("GUMMY-60"));
        String fields = " { pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id type quantity } } }";
        JsonPath one = positions.of("GUMMY-60", "quantities(first: 2)" + fields);
        assertEquals(List.of("LAST_ON_HAND", "RESERVED"), one.getList("quantities.edges.node.type"));
        assertTrue(one.getBoolean("quantities.pageInfo.hasNextPage"));
        String end = one.getString("quantities.edges[1].cursor");
        JsonPath two = positions.of("GUMMY-60", "quantities(first: 2, after: \"" + end + "\")" + fields);
        assertEquals(List.of("RESERVED", "EXPECTED"), two.getList("quantities.edges.node.type"));
        assertEquals(false, two.getBoolean("quantities.pageInfo.hasNextPage"));
        assertTrue(two.getBoolean("quantities.pageInfo.hasPreviousPage"));
        List<String> all = new ArrayList<>(one.getList("quantities.edges.node.id"));
        all.addAll(two.getList("quantities.edges.node.id"));

        JsonPath back = positions.of("GUMMY-60", "quantities(last: 2)" + fields);
        assertEquals(all.subList(2, 4), back.getList("quantities.edges.node.id"));
        assertTrue(back.getBoolean("quantities.pageInfo.hasPreviousPage"));
        assertEquals(false, back.getBoolean("quantities.pageInfo.hasNextPage"));
        JsonPath before = positions.of("GUMMY-60", "quantities(last: 1, before: \"" + all.get(2) + "\")" + fields);
        assertEquals(all.subList(1, 2), before.getList("quantities.edges.node.id"), "an id is a cursor");
        JsonPath start = positions.of("GUMMY-60", "quantities(before: \"" + all.get(2) + "\")" + fields);
        assertEquals(all.subList(0, 2), start.getList("quantities.edges.node.id"));
        assertEquals(false, start.getBoolean("quantities.pageInfo.hasPreviousPage"));

        assertEquals(
                List.of("RESERVED ACTIVE -50", "RESERVED ACTIVE -20"),
                positions.quantities("GUMMY-60", "type: [\"RESERVED\"]"));
        String march = "expectedOn: {from: \"2026-03-10T00:00:00-04:00\", to: \"2026-03-10T23:59:59-04:00\"}";
        assertEquals(List.of("EXPECTED CREATED 40"), positions.quantities("GUMMY-60", march));
        assertEquals(List.of(), positions.quantities("GUMMY-60", "expectedOn: {from: \"2026-03-12T00:00:00Z\"}"));
    }

    private void two_reservations_and_an_announcement() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 20)).then().statusCode(201);
        world.release("O-1");
        World.call()
                .body(Map.of(
                        "reference",
                        "WRO-9",
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "expectedOn",
                        "2026-03-10",
                        "lines",
                        List.of(Map.of(
                                "sku",
                                "GUMMY-60",
                                "quantity",
                                40,
                                "lots",
                                List.of(World.lot("L-E", "2026-09-30", 40))))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
    }

    @Test
    void every_argument_narrows_the_quantities() {
        two_reservations_and_an_announcement();
        JsonPath all = positions.of(
                "GUMMY-60",
                "quantities { edges { node { ref type workflowRef workflowVersion storageAreaRef createdOn updatedOn"
                        + " expectedOn condition quantity quantityDecimal attributes { name type value }"
                        + " catalogue { ref } position { ref } } } }");
        Map<String, Object> last = all.getMap("quantities.edges[0].node");
        assertEquals("A-01", last.get("storageAreaRef"));
        assertEquals("98", last.get("quantityDecimal"));
        assertNull(last.get("condition"));
        assertEquals("INVENTORY_QUANTITY::LAST_ON_HAND", last.get("workflowRef"));
        assertEquals(positions.ref("GUMMY-60"), all.getString("quantities.edges[0].node.position.ref"));
        assertEquals(
                List.of("expiresOn 2026-06-30", "manufacturerBatchNumber L-A", "storageAreaRef A-01"),
                all.<Map<String, String>>getList("quantities.edges[0].node.attributes").stream()
                        .map(each -> each.get("name") + " " + each.get("value"))
                        .toList());
        assertEquals("2026-03-10T04:00:00Z", all.getString("quantities.edges[3].node.expectedOn"));
        for (String one : List.of(
                "ref: [\"" + last.get("ref") + "\"]",
                "workflowRef: [\"INVENTORY_QUANTITY::LAST_ON_HAND\"]",
                "quantity: [98, 7]",
                "storageAreaRef: [\"A-01\"]",
                "createdOn: {from: \"" + last.get("createdOn") + "\", to: \"" + last.get("createdOn") + "\"}",
                "updatedOn: {to: \"" + last.get("updatedOn") + "\"}, type: [\"LAST_ON_HAND\"]",
                "condition: [null], type: [\"LAST_ON_HAND\"]")) {
            assertEquals(List.of("LAST_ON_HAND ACTIVE 98"), positions.quantities("GUMMY-60", one), one);
        }
        for (String none : List.of(
                "ref: [\"NO\"]",
                "workflowRef: [\"NO\"]",
                "workflowVersion: [2]",
                "quantity: [1]",
                "condition: [\"NEW\"]",
                "storageAreaRef: [\"B-01\"]",
                "createdOn: {to: \"2000-01-01T00:00:00Z\"}",
                "updatedOn: {from: \"2100-01-01T00:00:00Z\"}",
                "status: [\"PENDING\"]",
                "catalogue: {ref: \"DEFAULT:NO\"}")) {
            assertEquals(List.of(), positions.quantities("GUMMY-60", none), none);
        }
        assertEquals(4, positions.quantities("GUMMY-60", "workflowVersion: [1]").size());
        assertEquals(
                4,
                positions
                        .quantities("GUMMY-60", "catalogue: {ref: \"COMPATIBILITY:" + world.owner + "\"}")
                        .size());
    }

    @Test
    void held_units_carry_their_condition_and_are_never_counted() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        World.ok(world.scan(world.event(
                "DAMAGE",
                World.goods("GUMMY-60", "L-A", "2026-06-30", 3, Map.of("location", "A-01", "reason", "dropped")))));
        JsonPath held = positions.of(
                "GUMMY-60",
                "onHand quantities(type: [\"HELD\"]) { edges { node {"
                        + " status condition quantity storageAreaRef } } }");
        assertEquals(7, held.getInt("onHand"));
        assertEquals("ON_HOLD", held.getString("quantities.edges[0].node.status"));
        assertEquals("DAMAGED", held.getString("quantities.edges[0].node.condition"));
        assertEquals(3, held.getInt("quantities.edges[0].node.quantity"));
        assertEquals(List.of("HELD ON_HOLD 3"), positions.quantities("GUMMY-60", "condition: [\"DAMAGED\"]"));
    }

    @Test
    void a_count_begins_an_epoch_and_what_comes_after_it_is_a_delta() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-01");
        World.ok(world.scan(world.event(
                "COUNT",
                World.goods("GUMMY-60", "L-A", "2026-06-30", null, Map.of("counted", 9, "location", "A-01")))));
        assertEquals(List.of("LAST_ON_HAND ACTIVE 9"), positions.quantities("GUMMY-60", "status: [\"ACTIVE\"]"));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 5, "A-01");
        assertEquals(
                List.of("LAST_ON_HAND ACTIVE 9", "DELTA ACTIVE 5"),
                positions.quantities("GUMMY-60", "status: [\"ACTIVE\"]"));
        assertEquals(14, positions.onHand("GUMMY-60"));
    }
}
