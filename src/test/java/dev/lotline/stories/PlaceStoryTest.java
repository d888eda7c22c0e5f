package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place is closed while work is open there. */
@QuarkusTest
class PlaceStoryTest {
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void locked_place_stops_its_tasks_and_other_places_serve_what_they_can() {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        ok(world.pick(task, "L-B", 5));

        change("A-01", Map.of("locked", true));
        assertEquals("TASK_ALREADY_PICKED", world.pick(task, "L-B", 5).getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "reserved", 38, "allocated", 7, "picked", 5);
        assertEquals(List.of("A-02 38"), open("O-1"));

        change("A-01", Map.of("locked", false));
        world.release("O-1");
        assertEquals(List.of("A-01 7", "A-02 38"), open("O-1"));
    }

    @Test
    void place_that_may_no_longer_be_picked_from_is_treated_alike() {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 90)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        change("A-01", Map.of("pickable", false));
        assertEquals("TASK_STOPPED", world.pick(task, "L-B", 5).getString("code"));
        assertEquals(List.of("A-02 30", "A-02 8"), open("O-1"));
        figures(world.inventory("GUMMY-60"), "shipstream", "reserved", 38, "allocated", 52);
    }

    private void change(String place, Map<String, Object> fields) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("type", "STORAGE", "pickSequence", 1));
        body.putAll(fields);
        world.put("/warehouses/" + world.warehouse + "/locations/" + place, body);
    }

    private List<String> open(String order) {
        List<Map<String, Object>> tasks = world.release(order);
        return tasks.stream()
                .map(task -> task.get("location") + " " + task.get("quantity"))
                .sorted()
                .toList();
    }
}
