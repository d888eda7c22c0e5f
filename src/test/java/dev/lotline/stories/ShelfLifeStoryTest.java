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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that does not keep long enough is offered, picked or shipped, and each day begins with a sweep. */
@QuarkusTest
class ShelfLifeStoryTest {
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void t06_what_is_too_old_on_arrival_is_held_and_never_offered() {
        world.stock("GUMMY-60", "L-C", "2026-03-30", 20, "A-01");
        world.stock("GUMMY-60", "L-D", "2026-03-31", 20, "A-02");
        world.stock("GUMMY-60", "L-X", "2026-02-28", 5, "B-01");
        JsonPath stored = world.inventory("GUMMY-60");
        figures(stored, "shipstream", "available", 20, "onHand", 20);
        figures(stored, "endless", "physical", 45, "unavailable", 25, "stock", 20);
        figures(stored, "jetpack", "shortDated", 25, "fulfillable", 20);
        assertEquals(List.of("L-C 20", "L-X 5"), shortDated(stored));

        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 25)).then().statusCode(201);
        assertEquals(List.of("L-D 20"), plan(world.release("O-1")));
        JsonPath ordered = world.inventory("GUMMY-60");
        figures(ordered, "shipstream", "reserved", 20, "backordered", 5);
        figures(ordered, "endless", "depth", "OVERSOLD");
    }

    @Test
    void t14_the_day_close_takes_what_fell_below_the_minimum_once() {
        twoLots();
        World.clock("2026-04-16");
        Response closed = close(UUID.randomUUID().toString());
        assertEquals("2026-04-16", closed.path("businessDate"));
        assertEquals(1, closed.<Integer>path("rows"));
        assertEquals(60, closed.<Integer>path("units"));
        JsonPath swept = world.inventory("GUMMY-60");
        figures(swept, "shipstream", "available", 38);
        figures(swept, "endless", "physical", 98, "unavailable", 60, "stock", 38);
        assertEquals(List.of("L-B 60"), shortDated(swept));

        int movements = movements();
        assertEquals(0, close(UUID.randomUUID().toString()).<Integer>path("rows"));
        assertEquals(movements, movements());
    }

    @Test
    void a_close_that_is_sent_again_answers_what_it_answered() {
        twoLots();
        World.clock("2026-04-16");
        String key = UUID.randomUUID().toString();
        Response first = close(key);
        Response again = close(key);
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.asString(), again.asString());
    }

    @Test
    void the_last_day_that_the_minimum_allows_is_still_sold() {
        twoLots();
        World.clock("2026-04-15");
        assertEquals(0, close(UUID.randomUUID().toString()).<Integer>path("rows"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);
    }

    @Test
    void the_sweep_takes_reserved_units_too_and_plans_them_again() {
        twoLots();
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 40)).then().statusCode(201);
        assertEquals(List.of("L-B 50"), plan(world.release("O-1")));
        World.clock("2026-04-16");
        assertEquals(1, close(UUID.randomUUID().toString()).<Integer>path("tasksStopped"));
        // the newer order gave way; what is left of L-A is planned for the older one without being asked
        JsonPath swept = world.inventory("GUMMY-60");
        figures(swept, "shipstream", "available", 0, "allocated", 0, "reserved", 38, "backordered", 52);
        assertEquals(List.of("L-A 38"), claims("O-1"));
        assertEquals(List.of("L-A 38"), plan(world.release("O-1")));
    }

    @Test
    void a_sweep_that_is_late_lets_nothing_pass() {
        twoLots();
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        World.clock("2026-04-16");
        assertEquals("SHELF_LIFE_TOO_SHORT", world.pick(task, "L-B", 5).getString("code"));
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 20)).then().statusCode(201);
        assertEquals(List.of("L-A 20"), plan(world.release("O-2")));
        World.clock("2026-05-16");
        assertEquals("LOT_EXPIRED", world.pick(task, "L-B", 5).getString("code"));
        close(UUID.randomUUID().toString());
        assertEquals(List.of("L-A 18"), claims("O-1"));
    }

    @Test
    void picked_units_stay_picked_and_are_not_shipped() {
        twoLots();
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 10)).then().statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-B", 10));
        World.clock("2026-04-16");
        close(UUID.randomUUID().toString());
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 10, "available", 38);
        assertEquals(
                "SHELF_LIFE_TOO_SHORT",
                world.orderCommand("O-1", "ship", Map.of())
                        .then()
                        .statusCode(422)
                        .extract()
                        .path("code"));
    }

    @Test
    void a_customer_who_asks_for_more_life_gets_it_or_waits() {
        twoLots();
        // 75 days are left of L-B, 121 of L-A
        world.order(order("O-1", 76, Map.of("sku", "GUMMY-60", "quantity", 50)))
                .then()
                .statusCode(201);
        assertEquals(List.of("L-A 38"), plan(world.release("O-1")));
        figures(world.inventory("GUMMY-60"), "shipstream", "reserved", 38, "backordered", 12, "available", 60);
        JsonPath answer = world.get("/orders/" + world.owner + "/O-1");
        assertEquals(76, answer.getInt("lines[0].minShelfLifeDays"));
        assertEquals(76, answer.getInt("customer.minShelfLifeDays"));
        world.orderCommand("O-1", "cancel", Map.of()).then().statusCode(200);

        // the line's own minimum counts where it is larger
        world.order(order("O-2", 10, Map.of("sku", "GUMMY-60", "quantity", 50, "minShelfLifeDays", 122)))
                .then()
                .statusCode(201);
        assertEquals(List.of(), plan(world.release("O-2")));
        figures(world.inventory("GUMMY-60"), "shipstream", "backordered", 50);
    }

    @Test
    void what_keeps_too_short_for_one_customer_goes_to_the_next() {
        twoLots();
        world.order(order("O-1", 70, Map.of("sku", "GUMMY-60", "quantity", 60)))
                .then()
                .statusCode(201);
        assertEquals(List.of("L-B 60"), plan(world.release("O-1")));
        world.order(order("O-2", 70, Map.of("sku", "GUMMY-60", "quantity", 30)))
                .then()
                .statusCode(201);
        World.clock("2026-03-07");
        Response closed = close(UUID.randomUUID().toString());
        assertEquals(0, closed.<Integer>path("rows"));
        assertEquals(1, closed.<Integer>path("tasksStopped"));
        // 38 of L-A are all that keeps 70 days: they go to the older order
        assertEquals(List.of("L-A 38"), claims("O-1"));
        JsonPath swept = world.inventory("GUMMY-60");
        figures(swept, "shipstream", "available", 60, "reserved", 38, "allocated", 0, "backordered", 52);
        world.order("O-3", Map.of("sku", "GUMMY-60", "quantity", 60)).then().statusCode(201);
        assertEquals(List.of("L-B 60"), plan(world.release("O-3")));
    }

    @Test
    void a_minimum_that_is_lowered_gives_stock_back_at_the_next_close() {
        twoLots();
        World.clock("2026-04-16");
        close(UUID.randomUUID().toString());
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 50)).then().statusCode(201);
        world.item("GUMMY-60", Map.of("minShelfLifeDays", 20));
        assertEquals(1, close(UUID.randomUUID().toString()).<Integer>path("rows"));
        JsonPath freed = world.inventory("GUMMY-60");
        figures(freed, "shipstream", "available", 48, "allocated", 50, "backordered", 0);
        figures(freed, "jetpack", "shortDated", 0);
    }

    @Test
    void a_warehouse_outside_the_scope_or_unknown_is_not_found() {
        World.call()
                .body(Map.of("warehouse", "NOWHERE"))
                .post("/api/v1/admin/day-close")
                .then()
                .statusCode(404);
        World.call().body(Map.of()).post("/api/v1/admin/day-close").then().statusCode(400);
    }

    private void twoLots() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
    }

    private Map<String, Object> order(String reference, int customerMinimum, Map<String, ?> line) {
        return Map.of(
                "reference",
                reference,
                "owner",
                world.owner,
                "warehouse",
                world.warehouse,
                "customer",
                Map.of("code", "SHOP", "minShelfLifeDays", customerMinimum),
                "lines",
                List.of(line));
    }

    private Response close(String key) {
        Response closed = World.call()
                .header("Idempotency-Key", key)
                .body(Map.of("warehouse", world.warehouse))
                .post("/api/v1/admin/day-close");
        assertEquals(200, closed.statusCode(), closed.asString());
        return closed;
    }

    private int movements() {
        List<Object> found =
                world.get("/movements?limit=500&owner=" + world.owner).getList("items");
        assertTrue(found.size() < 500);
        return found.size();
    }

    private List<String> claims(String reference) {
        return world
                .get("/orders/" + world.owner + "/" + reference)
                .<Map<String, Object>>getList("lines.collectMany { it.claims }")
                .stream()
                .map(claim -> claim.get("lotNumber") + " " + claim.get("quantity"))
                .toList();
    }

    private static List<String> plan(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .map(task -> task.get("lotNumber") + " " + task.get("quantity"))
                .toList();
    }

    private static List<String> shortDated(JsonPath inventory) {
        List<Map<String, Object>> lots = inventory.getList("lots");
        return lots.stream()
                .flatMap(lot -> ((List<Map<String, Object>>) lot.get("locations"))
                        .stream()
                                .filter(place -> place.get("state").equals("SHORT_DATED"))
                                .map(place -> lot.get("lotNumber") + " " + place.get("quantity")))
                .sorted()
                .toList();
    }
}
