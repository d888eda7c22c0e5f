package dev.lotline.stories;

import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dates that come nearer are seen in time. */
@QuarkusTest
class ExpiryStoryTest {
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
    void lots_that_expire_soon_are_listed_nearest_first_with_what_they_are() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-02");
        world.stock("GUMMY-60", "L-C", "2026-03-30", 20, "B-01");
        world.stock("GUMMY-60", "L-X", "2026-02-28", 5, "C-01");
        assertEquals(
                List.of("L-X EXPIRED -1 0 5", "L-C BELOW_MINIMUM 29 0 20", "L-B EXPIRING 75 60 0"),
                expiring("days=75&warehouse=" + world.warehouse));
        assertEquals(List.of("L-X EXPIRED -1 0 5", "L-C BELOW_MINIMUM 29 0 20"), expiring("days=74"));

        JsonPath first = world.get("/owners/" + world.owner + "/expiring?days=75&limit=2");
        assertEquals(List.of("L-X", "L-C"), first.getList("items.lotNumber"));
        JsonPath next =
                world.get("/owners/" + world.owner + "/expiring?days=75&limit=2&cursor=" + first.getString("next"));
        assertEquals(List.of("L-B"), next.getList("items.lotNumber"));
        assertNull(next.get("next"));
    }

    @Test
    void what_will_expire_before_it_is_sold_follows_from_what_was_picked() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        assertNull(risk().get("items[0].unitsPerDay"));
        World.clock("2026-03-09");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 28)).then().statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-B", 28));

        // 28 units on 28 days with stock; of L-B 32 are left with 17 usable days, of L-A 38 with 63
        World.clock("2026-03-29");
        JsonPath risk = risk();
        assertEquals(1, risk.getInt("items[0].unitsPerDay"));
        assertEquals(List.of(17, 63), risk.getList("items[0].lots.usableDays"));
        assertEquals(List.of(17, 38), risk.getList("items[0].lots.willSell"));
        assertEquals(15, risk.getInt("items[0].atRisk"));
    }

    @Test
    void a_list_of_nobody_or_nowhere_is_not_found() {
        World.call().get("/api/v1/owners/NOBODY/expiring").then().statusCode(404);
        World.call()
                .get("/api/v1/owners/" + world.owner + "/expiry-risk?warehouse=NOWHERE")
                .then()
                .statusCode(404);
        World.call()
                .get("/api/v1/owners/" + world.owner + "/expiry-risk")
                .then()
                .statusCode(400);
    }

    private List<String> expiring(String query) {
        return world.get("/owners/" + world.owner + "/expiring?" + query).<Map<String, Object>>getList("items").stream()
                .map(lot -> lot.get("lotNumber") + " " + lot.get("band") + " " + lot.get("daysLeft") + " "
                        + lot.get("available") + " " + lot.get("held"))
                .toList();
    }

    private JsonPath risk() {
        return world.get("/owners/" + world.owner + "/expiry-risk?warehouse=" + world.warehouse);
    }
}
