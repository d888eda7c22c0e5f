package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Graph;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endless Commerce changes stock: as an adjustment like any other, judged and approved like any other. */
@QuarkusTest
class EndlessChangesStoryTest {
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
    void a_quick_adjustment_is_posted_once_and_answers_the_item() {
        String key = UUID.randomUUID().toString();
        String change = "inventoryQuickAdjust(" + goods("A-01")
                + ", quantity: 12, reason: \"found\", idempotencyKey: \"" + key + "\") { physical available }";
        for (int n = 0; n < 2; n++) {
            JsonPath item = Graph.data("mutation { " + change + " }").setRootPath("data.inventoryQuickAdjust");
            assertEquals(12, item.getInt("physical"));
            assertEquals(12, item.getInt("available"));
        }
        assertEquals(
                "KEY_REUSED", Graph.refused("mutation { " + change.replace("quantity: 12", "quantity: 13") + " }"));
        String less = "mutation { inventoryQuickAdjust(" + goods("A-01")
                + ", quantityDecimal: \"-2\", reason: \"lost\", state: \"AVAILABLE\") { physicalDecimal } }";
        assertEquals("10", Graph.data(less).getString("inventoryQuickAdjust.physicalDecimal"));
        assertEquals(10, world.inventory("GUMMY-60").getInt("endless.physical"), "REST tells the same");
        assertEquals(
                2,
                world.get("/adjustments?owner=" + world.owner).getList("items").size(),
                "each is an adjustment of the house");
    }

    @Test
    void above_the_threshold_a_second_person_decides_and_nothing_moves_before() {
        String change = "mutation { inventoryQuickAdjust(" + goods("A-01")
                + ", quantity: 60, reason: \"found\") { physical } }";
        Response waiting = Graph.post(House.admin(), change, Map.of());
        assertEquals("SECOND_PERSON_AWAITED", waiting.path("errors[0].extensions.code"), waiting.asString());
        assertEquals(0, waiting.<Integer>path("data.inventoryQuickAdjust.physical"));
        long id = waiting.jsonPath().getLong("errors[0].extensions.adjustment");
        World.call()
                .body(Map.of())
                .post("/api/v1/adjustments/" + id + "/approve")
                .then()
                .statusCode(200);
        assertEquals(60, Graph.item(world, "GUMMY-60", "physical").getInt("physical"));
    }

    @Test
    void an_inventory_is_initialized_where_nothing_stands() {
        String start = "mutation { initializeInventory(" + goods("A-02") + ", quantity: 20, idempotencyKey: \"start-"
                + world.owner + "\") { physical warehouses { id physical } } }";
        for (int n = 0; n < 2; n++) {
            assertEquals(20, Graph.data(start).getInt("initializeInventory.physical"), "sent again, done once");
        }
        String again = "mutation { initializeInventory(" + goods("A-02") + ", quantity: 5) { physical } }";
        assertEquals("ALREADY_COUNTED", Graph.refused(again));
        assertEquals(20, Graph.item(world, "GUMMY-60", "physical").getInt("physical"));
    }

    @Test
    void what_an_adjustment_refuses_is_refused_here() {
        String adjust = "mutation { inventoryQuickAdjust(";
        String reason = ", reason: \"x\") { id } }";
        assertEquals("UNKNOWN_LOT", Graph.refused(adjust + goods("A-01") + ", quantity: -1" + reason));
        assertEquals("UNKNOWN_LOCATION", Graph.refused(adjust + goods("Z-99") + ", quantity: 1" + reason));
        assertEquals("VALIDATION_FAILED", Graph.refused(adjust + goods("A-01") + reason));
        assertEquals(
                "VALIDATION_FAILED", Graph.refused(adjust + goods("A-01") + ", quantityDecimal: \"0.5\"" + reason));
        assertEquals("MALFORMED", Graph.refused(adjust + goods("A-01") + ", quantityDecimal: \"1e9\"" + reason));
        String elsewhere = goods("A-01").replace(world.owner + ":", "SOMEBODY-ELSE:");
        assertEquals("UNKNOWN_ITEM", Graph.refused(adjust + elsewhere + ", quantity: 1" + reason));
        assertEquals(0, Graph.item(world, "GUMMY-60", "physical").getInt("physical"));
    }

    private String goods(String place) {
        return "inventoryItemId: \"" + world.owner + ":GUMMY-60\", locationId: \"" + world.warehouse + ":" + place
                + "\", lotNumber: \"L-A\", expirationDate: \"2026-06-30\"";
    }
}
