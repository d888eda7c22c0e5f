package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blind counts: close ones are posted at once, far ones by a second person, late ones against the books of their time. */
@QuarkusTest
class CountStoryTest {
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_small_difference_is_posted_at_once_and_claims_are_cut() {
        stock(20);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 20)).then().statusCode(201);
        JsonPath counted = ok(count(17));
        assertEquals("COUNTED", counted.getString("code"));
        assertTrue(counted.getBoolean("count.posted"));
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 17, "backordered", 3, "onHand", 17);
        ok(count(20));
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 20, "backordered", 0, "onHand", 20);
        ok(count(20));
        JsonPath undone = ok(world.scan(world.event("UNDO", Map.of("of", counted.getString("undo")))));
        assertEquals("UNDONE", undone.getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 3, "onHand", 23);
    }

    @Test
    void a_large_difference_is_counted_again_and_waits_for_a_second_person() {
        stock(98);
        long plan = plan(Map.of("basis", "ITEM", "owner", world.owner, "sku", "GUMMY-60"));
        Map<String, Object> task = tasks().get(0);
        assertEquals("A-01 L-A false", task.get("location") + " " + task.get("lotNumber") + " " + task.get("again"));
        assertFalse(task.containsKey("quantity"), task.toString());

        JsonPath far = count(60);
        assertEquals("WARN COUNT_AGAIN", far.getString("verdict") + " " + far.getString("code"));
        assertEquals(Map.of("id", (int) plan, "posted", false), far.getMap("count"));
        assertFalse(told(far).contains("98"), told(far));
        assertEquals(true, tasks().get(0).get("again"));
        assertEquals("SECOND_PERSON_AWAITED", count(60).getString("code"));
        assertEquals(List.of(), tasks());
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);

        String anna = person("anna");
        person("ben");
        assertEquals(
                "SECOND_PERSON_REQUIRED", post(World.call(), plan).jsonPath().getString("code"));
        Response agreed = post(House.as(anna), plan);
        assertEquals(200, agreed.statusCode(), agreed.asString());
        assertEquals("CLOSED", agreed.jsonPath().getString("state"));
        assertEquals(-38, agreed.jsonPath().getInt("lines[0].difference"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 60, "onHand", 60);
        assertEquals("NOTHING_TO_POST", post(House.as(anna), plan).jsonPath().getString("code"));
    }

    @Test
    void a_second_count_that_is_close_needs_nobody() {
        stock(98);
        assertEquals("COUNT_AGAIN", count(9).getString("code"));
        ok(count(96));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 96);
    }

    @Test
    void a_count_that_comes_late_is_netted_against_the_picks_that_followed_it() {
        stock(50);
        Map<String, Object> count = counted(50);
        pickFive("O-1");
        JsonPath late = ok(world.scan(count));
        assertEquals(0, late.getInt("count.difference"));
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 5, "available", 45, "onHand", 50);
    }

    @Test
    void a_late_count_of_another_device_goes_by_the_two_clocks() {
        stock(50);
        Map<String, Object> count = counted(48);
        Map<String, Object> after = counted(43);
        after.put("at", "2026-03-01T16:00:00-05:00");
        pickFive("O-1");
        ok(other(count));
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 5, "onHand", 48);
        assertEquals(0, ok(other(after)).getInt("count.difference"));
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 5, "onHand", 48);
    }

    @Test
    void a_clock_that_is_years_off_does_not_turn_history_into_a_difference() {
        stock(50);
        pickFive("O-1");
        for (String at : List.of("1970-01-01T00:00:05Z", "2031-07-01T00:00:00Z")) {
            Map<String, Object> count = counted(45);
            count.put("at", at);
            assertEquals(0, ok(other(count)).getInt("count.difference"));
        }
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 5, "onHand", 50);
    }

    @Test
    void what_a_device_had_seen_before_it_counted_is_not_netted() {
        stock(50);
        Map<String, Object> early = counted(45);
        pickFive("O-1");
        plan(Map.of("basis", "LOCATIONS", "locations", List.of("A-01")));
        early.put("position", tasks().get(0).get("position"));
        assertEquals(0, ok(other(early)).getInt("count.difference"));
    }

    @Test
    void a_short_pick_opens_a_count_that_finds_the_units_or_writes_them_off() {
        stock(10);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 8)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        ok(world.scan(world.event("SHORT", Map.of("task", task.get("task"), "quantity", 5, "reason", "not there"))));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 5);
        Map<String, Object> counting = tasks().stream()
                .filter(open -> "COUNT".equals(open.get("kind")))
                .findFirst()
                .orElseThrow();
        assertEquals("A-01", counting.get("location"));
        ok(count(8));
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "jetpack", "quarantine", 0);
        figures(inventory, "shipstream", "onHand", 8, "backordered", 0);
    }

    @Test
    void an_empty_place_is_told_by_counting_nothing() {
        stock(10);
        long plan = plan(Map.of("basis", "EMPTY_BIN"));
        assertEquals(4, world.get("/counts/" + plan).getList("lines").size());
        ok(world.scan(world.event("COUNT", Map.of("location", "A-02", "counted", 0))));
        JsonPath wrong = world.scan(world.event("COUNT", Map.of("location", "A-01", "counted", 0)));
        assertEquals("COUNT_EACH", wrong.getString("code"));
        ok(world.scan(world.event("COUNT", tally("L-B", 3, "B-01"))));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 13);
        assertEquals(
                List.of("A-01", "C-01", "C-02"),
                tasks().stream().map(task -> task.get("location")).toList());
        assertNull(tasks().get(1).get("sku"));
    }

    @Test
    void plans_by_zone_class_zero_stock_and_chance_find_their_lines() {
        stock(10);
        world.put(
                "/warehouses/" + world.warehouse + "/locations/B-01",
                Map.of("type", "STORAGE", "zone", "COLD", "pickSequence", 3));
        world.stock("GUMMY-60", "L-B", "2026-07-31", 10, "B-01");
        assertEquals(List.of("B-01"), locations(plan(Map.of("basis", "ZONE", "zone", "COLD"))));
        assertEquals(1, locations(plan(Map.of("basis", "RANDOM", "seed", "7"))).size());
        assertEquals(List.of(), locations(plan(Map.of("basis", "ABC", "abc", "A"))));
        assertEquals(List.of(), locations(plan(Map.of("basis", "ZERO_STOCK"))));
        ok(count(10));
        ok(count(0));
        assertEquals(List.of("A-01"), locations(plan(Map.of("basis", "ZERO_STOCK"))));
        assertEquals(
                400,
                World.call()
                        .body(Map.of("warehouse", world.warehouse, "basis", "ZONE"))
                        .post("/api/v1/counts")
                        .statusCode());
    }

    @Test
    void what_is_out_of_scope_is_not_there() {
        stock(98);
        count(9);
        long plan = world.get("/counts?warehouse=" + world.warehouse).getLong("items[0].id");
        String stranger = House.token(
                Map.of("name", "S-" + world.owner, "role", "SUPERVISOR", "owners", List.of("SOMEBODY-ELSE")));
        House.as(stranger).get("/api/v1/counts/" + plan).then().statusCode(404);
        post(House.as(stranger), plan).then().statusCode(404);
        String integration =
                House.token(Map.of("name", "I-" + world.owner, "role", "INTEGRATION", "owners", List.of(world.owner)));
        JsonPath blind = House.as(integration).get("/api/v1/counts/" + plan).jsonPath();
        assertEquals(9, blind.getInt("lines[0].counted"));
        assertNull(blind.get("lines[0].book"));
        post(House.as(integration), plan).then().statusCode(403);
    }

    /** What the operator reads and hears; ids may hold any digits. */
    private static String told(JsonPath answer) {
        return answer.getString("message") + answer.getString("say") + answer.getMap("count") + answer.getMap("facts");
    }

    private void stock(int units) {
        world.stock("GUMMY-60", "L-A", "2026-06-30", units, "A-01");
    }

    private void pickFive(String order) {
        world.order(order, Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        ok(world.pick(world.release(order).get(0), "L-A", 5));
    }

    private JsonPath count(int units) {
        return world.scan(counted(units));
    }

    private Map<String, Object> counted(int units) {
        return world.event("COUNT", tally("L-A", units, "A-01"));
    }

    private static Map<String, Object> tally(String lot, int units, String place) {
        return goods("GUMMY-60", lot, null, null, Map.of("counted", units, "location", place));
    }

    /** By a device that has sent nothing before. */
    private JsonPath other(Map<String, Object> event) {
        Map<String, Object> owned = new HashMap<>(event);
        owned.put("owner", world.owner);
        Response response = World.call()
                .header("Lotline-Device", "OTHER-" + event.get("id"))
                .body(List.of(owned))
                .post("/floor/events");
        return response.jsonPath().setRootPath("[0]");
    }

    private long plan(Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>(Map.of("warehouse", world.warehouse));
        body.putAll(fields);
        Response response = World.call().body(body).post("/api/v1/counts");
        assertEquals(201, response.statusCode(), response.asString());
        return response.jsonPath().getLong("id");
    }

    private List<Object> locations(long plan) {
        return world.get("/counts/" + plan).getList("lines.location");
    }

    private List<Map<String, Object>> tasks() {
        return World.call()
                .get("/floor/tasks?warehouse=" + world.warehouse)
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(task -> "COUNT".equals(task.get("kind")))
                .toList();
    }

    private String person(String name) {
        return House.token(
                Map.of("name", name + "-" + world.owner, "role", "SUPERVISOR", "owners", List.of(world.owner)));
    }

    private static Response post(RequestSpecification as, long plan) {
        return as.body(Map.of()).post("/api/v1/counts/" + plan + "/post");
    }
}
