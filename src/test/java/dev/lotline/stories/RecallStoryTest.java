package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Holds;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lot must not leave: what is there, what is promised, what is in totes, what arrives later. */
@QuarkusTest
class RecallStoryTest {
    private World world;
    private Holds holds;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        holds = new Holds(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void t07_a_recall_takes_the_lot_cuts_the_newest_orders_and_plans_the_oldest_again() {
        Map<String, Object> task = oneOrderReservedAndOneAllocated();
        JsonPath before = world.inventory("GUMMY-60");
        figures(before, "shipstream", "available", 8, "allocated", 40, "reserved", 50);
        figures(before, "jetpack", "committed", 90, "fulfillable", 8);

        JsonPath hold = holds.lot("L-B", "RECALL");
        JsonPath after = world.inventory("GUMMY-60");
        figures(after, "shipstream", "available", 0, "allocated", 38, "reserved", 0, "backordered", 52, "onHand", 38);
        figures(after, "endless", "physical", 98, "unavailable", 60, "stock", 38, "ordered", 90, "depth", "OVERSOLD");
        figures(after, "jetpack", "onHand", 38, "committed", 0, "fulfillable", 38, "exception", 90);
        figures(after, "jetpack", "backordered", 52, "quarantine", 60);
        assertEquals("RECALLED", lotOf(after, "L-B", "hold"));
        assertEquals("NONE", lotOf(after, "L-A", "hold"));

        figures(hold, "impact", "heldUnits", 60, "stoppedTasks", 1, "shortUnits", 52, "shortOrders", 2);
        assertEquals(List.of("A-01"), hold.getList("impact.held.location"));
        assertEquals(List.of(task.get("task")), hold.getList("impact.tasksStopped.task"));
        assertEquals(List.of("O-5", "O-6"), hold.getList("impact.ordersShort.reference"));
        assertEquals(List.of(12, 40), hold.getList("impact.ordersShort.quantity"));
        assertEquals(List.of("O-5"), hold.getList("impact.replanned.reference"));
        assertEquals(List.of(38), hold.getList("impact.replanned.quantity"));
        List<Map<String, Object>> plan = world.release("O-5");
        assertEquals(1, plan.size());
        assertEquals("L-A A-02 38", told(plan.get(0)));

        JsonPath refused = world.pick(task, "L-B", 1);
        assertEquals("REFUSED", refused.getString("verdict"));
        assertEquals("LOT_ON_HOLD", refused.getString("code"));
        assertEquals("STOP", refused.getString("tone"));
    }

    @Test
    void what_if_gives_the_same_answer_and_changes_nothing() {
        oneOrderReservedAndOneAllocated();
        Map<String, Object> body = Map.of("owner", world.owner, "lotNumbers", List.of("L-B"), "reason", "RECALL");
        String figures = world.inventory("GUMMY-60").prettify();
        List<Object> ledger = movements();
        JsonPath asked = holds.whatIf(body);
        assertEquals(figures, world.inventory("GUMMY-60").prettify());
        assertEquals(ledger, movements());

        JsonPath done = holds.place(body).then().statusCode(201).extract().jsonPath();
        assertEquals(done.getMap("impact"), asked.getMap("impact"));
        assertNull(asked.<Object>get("id"));
    }

    @Test
    void later_receipts_of_a_held_lot_are_held_when_they_are_committed() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 10, "A-01");
        world.announce("WRO-9", "GUMMY-60", false, lot("L-B", "2026-05-15", 20))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-9", "GUMMY-60", "L-B", "2026-05-15", 20));
        long hold = holds.lot("L-B", "MANUAL").getLong("id");
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 20, "putaway", 0);
        figures(holds.get(hold), "impact", "heldUnits", 10, "arrivingUnits", 20);
        ok(world.stow("WRO-9", "GUMMY-60", "L-B", "2026-05-15", 20, "B-01"));
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 0, "putaway", 20, "available", 0);
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 10);
        world.document("commit", "WRO-9").then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "putaway", 0, "available", 0);
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 30);

        // put away with automatic commit: caught as well
        world.stock("GUMMY-60", "L-B", "2026-05-15", 5, "C-01");
        figures(holds.get(hold), "", "leftUnits", 35);
        figures(holds.release(hold), "", "quantity", 35);
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 35);
    }

    @Test
    void picked_units_of_a_held_lot_are_not_shipped_and_go_to_quarantine_when_they_are_put_back() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 10, "A-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 4)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        ok(world.pick(task, "L-B", 4));
        JsonPath hold = holds.lot("L-B", "RECALL");
        figures(hold, "impact", "heldUnits", 6, "pickedUnits", 4);
        world.orderCommand("O-1", "ship", Map.of())
                .then()
                .statusCode(422)
                .body("code", org.hamcrest.Matchers.is("LOT_ON_HOLD"));
        ok(world.scan(world.event("UNPICK", Map.of("task", task.get("task"), "quantity", 4, "location", "A-01"))));
        JsonPath back = world.inventory("GUMMY-60");
        figures(back, "shipstream", "picked", 0, "available", 0, "backordered", 4);
        figures(back, "jetpack", "quarantine", 10);
        figures(holds.get(hold.getLong("id")), "", "leftUnits", 10);

        // what the hold caught is freed with what it took, and the order is served
        figures(holds.release(hold.getLong("id")), "", "quantity", 10);
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 6, "allocated", 4, "backordered", 0);
    }

    @Test
    void units_that_have_left_are_named_with_customer_order_and_tracking() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 10, "A-01");
        world.order(Map.of(
                        "reference",
                        "O-1",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "customer",
                        Map.of("code", "C-1", "name", "Green Shop", "country", "US"),
                        "lines",
                        List.of(Map.of("sku", "GUMMY-60", "quantity", 4))))
                .then()
                .statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-B", 4));
        world.orderCommand("O-1", "ship", Map.of("carrier", "UPS", "trackingNumber", "1Z1"))
                .then()
                .statusCode(200);
        JsonPath hold = holds.lot("L-B", "RECALL");
        figures(hold, "impact", "shippedUnits", 4);
        assertEquals(
                List.of("O-1 C-1 Green Shop UPS 1Z1 L-B 4"),
                hold.<Map<String, Object>>getList("impact.shipped").stream()
                        .map(sent -> sent.get("reference") + " " + sent.get("customer") + " " + sent.get("customerName")
                                + " " + sent.get("carrier") + " " + sent.get("trackingNumber") + " "
                                + sent.get("lotNumber") + " " + sent.get("quantity"))
                        .toList());
    }

    @Test
    void an_order_that_names_the_lot_gives_way_before_older_ones_do() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 10, "A-02");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 10, "A-01");
        world.order("O-NAMED", Map.of("sku", "GUMMY-60", "quantity", 10, "lotNumber", "L-B"))
                .then()
                .statusCode(201);
        world.order("O-ANY", Map.of("sku", "GUMMY-60", "quantity", 10)).then().statusCode(201);
        JsonPath hold = holds.lot("L-B", "QUALITY");
        assertEquals(List.of("O-NAMED"), hold.getList("impact.ordersShort.reference"));
        assertEquals("L-A A-02 10", told(world.release("O-ANY").get(0)));
    }

    @Test
    void a_scan_holds_the_lot_and_only_people_of_the_office_let_it_go() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 10, "A-01");
        Map<String, Object> lotB = goods("GUMMY-60", "L-B", null, null, Map.of("scope", "lot", "reason", "smells"));
        JsonPath held = holds.scan("HOLD", lotB);
        assertEquals("HELD", ok(held).getString("code"));
        figures(held, "facts", "units", 10);
        JsonPath hold = holds.get(held.getLong("facts.hold"));
        assertEquals("MANUAL smells", hold.getString("reason") + " " + hold.getString("note"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 10);

        JsonPath plate = holds.scan("HOLD", Map.of("scope", "lpn"));
        assertEquals("VALIDATION_FAILED", plate.getString("code"));
        JsonPath released = holds.scan("UNHOLD", goods("GUMMY-60", "L-B", null, null, Map.of("scope", "lot")));
        assertEquals("RELEASED_FROM_HOLD", ok(released).getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 10);
        assertEquals(
                "NOT_FOUND",
                holds.scan("UNHOLD", goods("GUMMY-60", "L-B", null, null, Map.of("scope", "lot")))
                        .getString("code"));
    }

    /** T07a: 98 on the shelf, O-5 reserved 50 on L-B, O-6 allocated 40. Answers the task of O-5. */
    private Map<String, Object> oneOrderReservedAndOneAllocated() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        world.order("O-5", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        Map<String, Object> task = world.release("O-5").get(0);
        world.order("O-6", Map.of("sku", "GUMMY-60", "quantity", 40)).then().statusCode(201);
        return task;
    }

    private List<Object> movements() {
        return world.get("/movements?owner=" + world.owner).getList("items.id");
    }

    private static Object lotOf(JsonPath inventory, String number, String field) {
        return inventory.get("lots.find { it.lotNumber == '" + number + "' }." + field);
    }

    private static String told(Map<String, Object> task) {
        return task.get("lotNumber") + " " + task.get("location") + " " + task.get("quantity");
    }
}
