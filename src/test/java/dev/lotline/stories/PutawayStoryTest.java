package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.lot;
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

/** Where goods should go, and that the floor holds to it. */
@QuarkusTest
class PutawayStoryTest {
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
    void same_lot_is_suggested_first_then_the_nearest_free_place_never_one_with_another_lot() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 5, "B-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 5, "A-01");
        assertEquals(List.of("B-01 SAME_LOT_THERE", "A-02 NEAREST_FREE", "C-01 NEAREST_FREE"), suggested("L-A", "12"));
        assertEquals("The same lot is there.", places("L-A", "12").getString("items[0].say"));
        assertEquals(List.of("A-02 NEAREST_FREE", "C-01 NEAREST_FREE", "C-02 NEAREST_FREE"), suggested("L-NEW", "12"));
    }

    @Test
    void locked_and_full_places_are_left_out_and_the_preferred_storage_class_goes_first() {
        world.item(
                "GUMMY-60",
                Map.of(
                        "dimensions",
                        Map.of("length", 1, "width", 1, "height", 1, "unit", "ft"),
                        "storageClass",
                        "PALLET"));
        place("A-01", Map.of("locked", true));
        place("A-02", Map.of("capacityVolume", 4));
        place("C-02", Map.of("storageClass", "PALLET"));
        assertEquals(List.of("C-02 NEAREST_FREE", "B-01 NEAREST_FREE", "C-01 NEAREST_FREE"), suggested("L-A", "12"));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 1, "A-02");
        JsonPath few = places("L-A", "3");
        assertEquals("A-02", few.getString("items[0].location"));
        assertEquals(3, few.getInt("items[0].room"));
        assertEquals("The same lot is there, room for 3 more.", few.getString("items[0].say"));
    }

    @Test
    void chilled_goods_are_sent_to_chilled_places_and_refused_elsewhere() {
        world.item("GUMMY-60", Map.of("temperatureClass", "CHILLED"));
        place("C-01", Map.of("temperatureClass", "CHILLED"));
        assertEquals(List.of("C-01 NEAREST_FREE"), suggested("L-A", "12"));
        assertEquals("Nearest free CHILLED place.", places("L-A", "12").getString("items[0].say"));

        world.announce("WRO-1", "GUMMY-60", true, lot("L-A", "2026-06-30", 12))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 12));
        JsonPath tasks = JsonPath.from(call().queryParam("warehouse", world.warehouse)
                .get("/floor/tasks")
                .asString());
        assertEquals("C-01", tasks.getString("items.find { it.kind == 'STOW' }.suggestion.location"));

        JsonPath warm = world.stow("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 12, "A-01");
        assertEquals("WRONG_TEMPERATURE", warm.getString("code"));
        assertEquals("A-01 is not CHILLED.", warm.getString("message"));
        ok(world.stow("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 12, "C-01"));
    }

    @Test
    void unknown_goods_and_wrong_units_are_refused() {
        call().get("/floor/putaway?warehouse=" + world.warehouse + "&owner=" + world.owner + "&sku=NO")
                .then()
                .statusCode(404);
        call().get("/floor/putaway?sku=GUMMY-60").then().statusCode(400);
        call().get("/floor/putaway?warehouse=" + world.warehouse + "&owner=" + world.owner + "&sku=GUMMY-60&quantity=0")
                .then()
                .statusCode(400);
    }

    private void place(String code, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(world.get("/warehouses/" + world.warehouse + "/locations/" + code)
                .getMap("$"));
        body.putAll(fields);
        world.put("/warehouses/" + world.warehouse + "/locations/" + code, body);
    }

    private JsonPath places(String lotNumber, String quantity) {
        return call().queryParam("warehouse", world.warehouse)
                .queryParam("owner", world.owner)
                .queryParam("sku", "GUMMY-60")
                .queryParam("lotNumber", lotNumber)
                .queryParam("quantity", quantity)
                .queryParam("from", "DOCK-1")
                .get("/floor/putaway")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> suggested(String lotNumber, String quantity) {
        List<Map<String, Object>> items = places(lotNumber, quantity).getList("items");
        return items.stream()
                .map(each -> each.get("location") + " " + each.get("reason"))
                .toList();
    }
}
