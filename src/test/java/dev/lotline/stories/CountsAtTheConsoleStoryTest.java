package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.goods;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Browser;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts and adjustments at the console, with a second person's word where the difference is large. */
@QuarkusTest
class CountsAtTheConsoleStoryTest {
    private World world;
    private String name;
    private Browser ana;

    @BeforeEach
    void a_lot_on_the_shelf() {
        world = World.acceptance();
        name = world.owner.toLowerCase(Locale.ROOT);
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        ana = Browser.of(name + ".a", "SUPERVISOR", null);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_count_is_planned_counted_blind_and_agreed_to() {
        String plan = ana.act(
                "/counts",
                Map.of("warehouse", world.warehouse, "basis", "LOCATIONS", "locations", "A-01, A-02", "note", "<i>x"));
        String before = ana.page(plan);
        assertTrue(before.contains("A-01") && before.contains("&lt;i&gt;x"), before);
        assertTrue(before.contains(">OPEN<") && !before.contains("<td class=\"n\">98</td>"), before);
        assertEquals("COUNT_AGAIN", count(60).getString("code"));
        assertEquals("SECOND_PERSON_AWAITED", count(60).getString("code"));
        String waiting = ana.page(plan);
        assertTrue(
                waiting.contains("<td class=\"n\">98</td><td class=\"n\">60</td><td class=\"n warn\">-38</td>"),
                waiting);
        assertTrue(ana.page("/counts").contains(plan));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);
        ana.act(plan + "/post", Map.of("note", "seen it myself"));
        assertTrue(ana.page(plan).contains(">POSTED<"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 60);
        Response nothing =
                ana.post(plan + "/post", Map.of("id", UUID.randomUUID().toString()));
        assertEquals(409, nothing.statusCode(), nothing.asString());
        Response wrong = ana.post(
                "/counts",
                Map.of("id", UUID.randomUUID().toString(), "warehouse", world.warehouse, "basis", "ZONE", "size", "x"));
        assertEquals(400, wrong.statusCode());
        assertTrue(
                wrong.asString().contains("role=\"alert\"") && wrong.asString().contains("size"));
    }

    @Test
    void a_small_adjustment_is_posted_at_once_and_taken_back() {
        Map<String, Object> form = form("-2", "broken");
        String undo = ana.post("/adjustments", form).header("Location").replaceAll(".*undo=", "");
        assertEquals(303, ana.post("/adjustments", form).statusCode());
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 96);
        String page = ana.page("/adjustments?status=POSTED&undo=" + undo);
        assertTrue(page.contains("action=\"/adjustments/" + undo + "/undo\"") && page.contains(">Undo<"), page);
        ana.act("/adjustments/" + undo + "/undo", Map.of());
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);
        ana.act("/adjustments/" + undo + "/undo", Map.of());
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);
        assertTrue(ana.page("/adjustments").contains("undo #" + undo));
        assertEquals(404, ana.post("/adjustments/999999999/undo", Map.of()).statusCode());
        Response wrong = ana.post("/adjustments", form("-200", "all gone"));
        assertEquals(422, wrong.statusCode());
        assertTrue(
                wrong.asString().contains("role=\"alert\"") && wrong.asString().contains("value=\"-200\""));
    }

    @Test
    void a_large_one_waits_for_somebody_else() {
        Browser ben = Browser.of(name + ".b", "SUPERVISOR", null);
        ana.act("/adjustments", form("-40", "water damage"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);
        int id = world.get("/adjustments?status=WAITING&warehouse=" + world.warehouse)
                .getInt("items[0].id");
        String list = ana.page("/adjustments?status=WAITING");
        assertTrue(list.contains("/adjustments/" + id + "/approve") && list.contains("water damage"), list);
        Response alone = ana.post(
                "/adjustments/" + id + "/approve",
                Map.of("id", UUID.randomUUID().toString()));
        assertTrue(alone.statusCode() == 409 || alone.statusCode() == 303, alone.asString());
        if (alone.statusCode() == 409) {
            ben.act("/adjustments/" + id + "/approve", Map.of("note", "looked at it"));
        }
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 58);
        ana.act("/adjustments", form("-30", "again"));
        int other = world.get("/adjustments?status=WAITING&warehouse=" + world.warehouse)
                .getInt("items[0].id");
        ben.act("/adjustments/" + other + "/reject", Map.of("note", "no"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 58);
        assertEquals(400, ana.get("/adjustments?status=LOST").statusCode());
    }

    @Test
    void a_merchant_counts_nothing() {
        Browser merchant = Browser.of(name + ".m", "MERCHANT", List.of(world.owner));
        for (String path : List.of("/counts", "/adjustments", "/adjustments/new")) {
            assertEquals(403, merchant.get(path).statusCode(), path);
        }
        assertFalse(merchant.page("/").contains("<li><a href=\"/counts\""));
        assertEquals(403, merchant.post("/adjustments", form("-2", "x")).statusCode());
    }

    private Map<String, Object> form(String delta, String reason) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "warehouse",
                world.warehouse,
                "location",
                "A-01",
                "owner",
                world.owner,
                "sku",
                "GUMMY-60",
                "lot",
                "L-A",
                "expires",
                "2026-06-30",
                "delta",
                delta,
                "reason",
                reason));
    }

    private JsonPath count(int units) {
        Map<String, Object> tally = new HashMap<>(
                goods("GUMMY-60", "L-A", "2026-06-30", null, Map.of("counted", units, "location", "A-01")));
        return world.scan(world.event("COUNT", tally));
    }
}
