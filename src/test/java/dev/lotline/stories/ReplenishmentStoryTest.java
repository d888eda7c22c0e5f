package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From reserve to where it is picked: relocation, pick faces, orders that wait for stock out of reach. */
@QuarkusTest
class ReplenishmentStoryTest {
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        world.put("/warehouses/" + world.warehouse + "/locations/P-01", Map.of("type", "PICK_FACE", "pickSequence", 0));
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void relocation_changes_places_and_no_figure() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        JsonPath moved = ok(world.scan(world.event(
                "MOVE", World.goods("GUMMY-60", "L-A", "2026-06-30", 10, Map.of("from", "A-02", "location", "C-01")))));
        assertEquals("10 moved of GUMMY-60, lot L-A to C-01.", moved.getString("message"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 38, "onHand", 38);
        assertEquals(
                List.of("A-02", "C-01"),
                world.inventory("GUMMY-60").getList("lots[0].locations.location").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void a_face_that_a_pick_leaves_with_too_little_is_filled_up_with_its_own_lot_only() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 30, "P-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 40, "B-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 50, "A-02");
        face(20, 60);
        assertEquals(0, plan());
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 15)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        assertEquals("P-01", task.get("location"));
        ok(world.pick(task, "L-B", 10));
        assertEquals(List.of(), tasks());
        ok(world.pick(task, "L-B", 5));
        assertEquals(List.of("L-B B-01 P-01 40 BELOW_MINIMUM"), tasks());
        assertEquals(0, plan());

        Map<String, Object> open = open().get(0);
        assertEquals("WRONG_LOCATION", carry(open, "L-B", 40, "C-01").getString("code"));
        assertEquals("WRONG_LOT", carry(open, "L-A", 40, "P-01").getString("code"));
        assertEquals("MORE_THAN_TASK", carry(open, "L-B", 41, "P-01").getString("code"));
        JsonPath some = ok(carry(open, "L-B", 15, "P-01"));
        assertEquals(40, some.getInt("line.expected"));
        assertEquals(List.of("L-B B-01 P-01 25 BELOW_MINIMUM"), tasks());
        ok(carry(open, "L-B", 25, "P-01"));
        assertEquals(List.of(), tasks());
        assertEquals("TASK_STOPPED", carry(open, "L-B", 1, "P-01").getString("code"));
        // now 55 are there; the other lot stays out of a face that still holds this one
        assertEquals(0, plan());
    }

    @Test
    void an_empty_face_gets_the_nearest_expiry() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 50, "A-02");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 12, "B-01");
        face(20, 60);
        assertEquals(1, plan());
        assertEquals(List.of("L-B B-01 P-01 12 BELOW_MINIMUM"), tasks());
        ok(carry(open().get(0), "L-B", 12, "P-01"));
        assertEquals(0, plan());
        JsonPath faces = world.get("/warehouses/" + world.warehouse + "/pick-faces");
        assertEquals(12, faces.getInt("items[0].there"));
        assertEquals(60, faces.getInt("items[0].maximum"));
    }

    @Test
    void a_replenishment_that_is_taken_back_is_asked_for_again() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 12, "B-01");
        face(20, 60);
        plan();
        Map<String, Object> task = open().get(0);
        JsonPath brought = ok(carry(task, "L-B", 12, "P-01"));
        assertEquals(List.of(), tasks());
        ok(world.scan(world.event("UNDO", Map.of("of", brought.getString("undo")))));
        assertEquals(List.of("L-B B-01 P-01 12 BELOW_MINIMUM"), tasks());
        JsonPath again = ok(carry(task, "L-B", 12, "P-01"));
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        world.release("O-1");
        assertEquals(
                "UNDO_TOO_LATE",
                world.scan(world.event("UNDO", Map.of("of", again.getString("undo"))))
                        .getString("code"));
    }

    @Test
    void release_asks_for_stock_that_stands_out_of_reach_and_plans_it_when_it_came() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 10, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        Map<String, Object> reserve = new HashMap<>(Map.of("type", "STORAGE", "pickSequence", 2, "pickable", false));
        world.put("/warehouses/" + world.warehouse + "/locations/A-02", reserve);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 25)).then().statusCode(201);

        JsonPath plan = world.orderCommand("O-1", "release", Map.of()).jsonPath();
        assertEquals(List.of("LOCATION_NOT_PICKABLE"), plan.getList("notReserved.reason"));
        assertEquals(List.of("L-A A-02 P-01 15 RELEASE"), tasks());
        world.release("O-1");
        assertEquals(List.of("L-A A-02 P-01 15 RELEASE"), tasks());

        ok(carry(open().get(0), "L-A", 15, "P-01"));
        figures(world.inventory("GUMMY-60"), "shipstream", "reserved", 25, "allocated", 0);
        List<Map<String, Object>> picks = world.release("O-1");
        assertEquals(
                List.of("P-01", "A-01"),
                picks.stream().map(each -> each.get("location")).toList());
    }

    @Test
    void faces_are_checked_before_they_are_kept() {
        String path = "/api/v1/warehouses/" + world.warehouse + "/pick-faces/";
        call().body(Map.of("minimum", 9, "maximum", 8))
                .put(path + "P-01/" + world.owner + "/GUMMY-60")
                .then()
                .statusCode(400);
        call().body(Map.of("minimum", 1, "maximum", 8))
                .put(path + "DOCK-1/" + world.owner + "/GUMMY-60")
                .then()
                .statusCode(422);
        call().body(Map.of("minimum", 1, "maximum", 8))
                .put(path + "P-01/" + world.owner + "/NO")
                .then()
                .statusCode(404);
        face(1, 8);
        call().delete(path + "P-01/" + world.owner + "/GUMMY-60").then().statusCode(204);
        assertEquals(
                List.of(),
                world.get("/warehouses/" + world.warehouse + "/pick-faces").getList("items"));
    }

    private void face(int minimum, int maximum) {
        world.put(
                "/warehouses/" + world.warehouse + "/pick-faces/P-01/" + world.owner + "/GUMMY-60",
                Map.of("minimum", minimum, "maximum", maximum));
    }

    private int plan() {
        return call().post("/api/v1/warehouses/" + world.warehouse + "/pick-faces/plan")
                .then()
                .statusCode(200)
                .extract()
                .path("tasks");
    }

    private JsonPath carry(Map<String, Object> task, String lotNumber, int quantity, String to) {
        Map<String, Object> fields = Map.of("task", task.get("task"), "from", task.get("from"), "location", to);
        return world.scan(world.event("MOVE", World.goods("GUMMY-60", lotNumber, null, quantity, fields)));
    }

    private List<Map<String, Object>> open() {
        return call().queryParam("warehouse", world.warehouse)
                .get("/floor/tasks")
                .jsonPath()
                .getList("items.findAll { it.kind == 'REPLENISH' }");
    }

    private List<String> tasks() {
        return open().stream()
                .map(each -> each.get("lotNumber") + " " + each.get("from") + " " + each.get("location") + " "
                        + each.get("quantity") + " " + each.get("reason"))
                .toList();
    }
}
