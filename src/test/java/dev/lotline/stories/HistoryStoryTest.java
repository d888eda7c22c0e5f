package dev.lotline.stories;

import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Books;
import dev.lotline.given.Identities;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger can be asked what stood where at any past moment, and who did what to it. */
@QuarkusTest
class HistoryStoryTest {
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
    void stock_as_of_a_past_date_and_a_past_instant_is_what_it_was() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        String evening = lastMovement().getString("recordedAt");
        World.clock("2026-03-10");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 10)).then().statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-B", 10));
        World.clock("2026-03-11");
        world.orderCommand("O-1", "ship", Map.of()).then().statusCode(200);

        JsonPath first = asOf("2026-03-09");
        assertEquals(60, first.getInt("physical"));
        assertEquals(List.of("L-B"), first.getList("lots.lotNumber"));
        assertEquals(List.of("A-01 AVAILABLE 60"), places(first));
        assertEquals(places(first), places(asOf(evening)));
        JsonPath tenth = asOf("2026-03-10");
        assertEquals(98, tenth.getInt("physical"));
        assertEquals(Map.of("AVAILABLE", 88, "PICKED", 10), tenth.getMap("states"));
        assertEquals(List.of("@TOTE PICKED 10", "A-01 AVAILABLE 50", "A-02 AVAILABLE 38"), places(tenth));
        assertEquals(88, asOf("2026-03-11").getInt("physical"));
        assertEquals(88, asOf("2026-12-31&warehouse=" + world.warehouse).getInt("physical"));
        assertEquals(0, asOf("2026-02-28").getInt("physical"));
        assertEquals(0, asOf("2020-01-01T00:00:00Z").getInt("physical"));
    }

    @Test
    void a_checkpoint_tells_the_same_as_the_whole_ledger() throws SQLException {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        World.clock("2026-03-10");
        // as if its gate had been passed a thousand times
        Books.run(
                "UPDATE stock_summary SET gate_seq = gate_seq + 1000 WHERE warehouse_id = (SELECT id FROM warehouse"
                        + " WHERE code = ?)",
                world.warehouse);
        close();
        assertEquals(1, checkpoints());
        close();
        assertEquals(1, checkpoints());
        String then = lastMovement().getString("recordedAt");
        ok(world.scan(world.event(
                "MOVE", World.goods("GUMMY-60", "L-A", "2026-06-30", 8, Map.of("from", "A-02", "location", "B-01")))));
        World.clock("2026-03-11");
        ok(world.scan(world.event(
                "MOVE", World.goods("GUMMY-60", "L-A", "2026-06-30", 3, Map.of("from", "B-01", "location", "C-01")))));
        assertEquals(List.of("A-02 AVAILABLE 38"), places(asOf("2026-03-09")));
        assertEquals(List.of("A-02 AVAILABLE 38"), places(asOf(then)));
        assertEquals(List.of("A-02 AVAILABLE 30", "B-01 AVAILABLE 8"), places(asOf("2026-03-10")));
        assertEquals(List.of("A-02 AVAILABLE 30", "B-01 AVAILABLE 5", "C-01 AVAILABLE 3"), places(asOf("2026-03-11")));
    }

    @Test
    void every_change_says_who_made_it_with_which_device_and_scan() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        JsonPath stow = lastMovement();
        assertEquals("admin", stow.getString("actor"));
        assertTrue(stow.getString("device").startsWith("HH-"));
        JsonPath scan = world.get("/events/" + stow.getString("event"));
        assertEquals("STOW", scan.getString("operation"));
        assertEquals("OK", scan.getString("verdict"));
        assertEquals(stow.getString("device"), scan.getString("device"));
        assertEquals(List.of(stow.getInt("id")), scan.getList("movements"));
        assertTrue(scan.getString("payload").contains("A-02"), scan.prettify());
        World.call()
                .get("/api/v1/events/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void a_moment_that_is_none_is_refused() {
        String path = "/api/v1/owners/" + world.owner + "/items/";
        World.call().get(path + "GUMMY-60/stock").then().statusCode(400);
        World.call().get(path + "GUMMY-60/stock?asOf=yesterday").then().statusCode(400);
        World.call().get(path + "GUMMY-60/stock?asOf=2026-03-01&at=9").then().statusCode(400);
        World.call().get(path + "NOTHING/stock?asOf=2026-03-01").then().statusCode(404);
    }

    private JsonPath asOf(String moment) {
        return world.get("/owners/" + world.owner + "/items/GUMMY-60/stock?asOf=" + moment.replace("+", "%2B"));
    }

    private JsonPath lastMovement() {
        JsonPath found = world.get("/movements?limit=500&owner=" + world.owner);
        return found.setRootPath("items[" + (found.getList("items").size() - 1) + "]");
    }

    private void close() {
        World.call()
                .body(Map.of("warehouse", world.warehouse))
                .post("/api/v1/admin/day-close")
                .then()
                .statusCode(200);
    }

    private int checkpoints() throws SQLException {
        try (Superuser books = Superuser.begin()) {
            return Integer.parseInt(books.ask("SELECT count(*) FROM stock_checkpoint c JOIN warehouse w ON w.id ="
                            + " c.warehouse_id WHERE w.code = '" + world.warehouse + "'")
                    .get(0));
        }
    }

    private static List<String> places(JsonPath stock) {
        return stock.<Map<String, Object>>getList("lots.collectMany { it.locations }").stream()
                .map(place -> place.get("location") + " " + place.get("state") + " " + place.get("quantity"))
                .sorted()
                .toList();
    }
}
