package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Holds;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold of several license plates, and what becomes of each of them. */
@QuarkusTest
class HeldPlatesStoryTest {
    private World world;
    private Holds holds;

    @BeforeEach
    void two_plates_of_one_lot_and_loose_units_beside_them() {
        world = World.acceptance();
        holds = new Holds(world);
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        build("LPN-ONE", 20);
        build("LPN-TWO", 30);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void of_several_plates_each_is_released_for_itself() {
        long hold = held("LPN-ONE", "LPN-TWO");
        assertEquals("UNKNOWN_PLATE", decide(hold, "release", "LPN-SIX").getString("code"));
        assertEquals(
                List.of("lotIds"),
                holds.decide(hold, "release", Map.of("lotIds", List.of(1)))
                        .jsonPath()
                        .getList("violations.field"));
        assertEquals("MOVED", ok(world.scan(move("LPN-TWO", "C-01"))).getString("code"));

        figures(decide(hold, "release", "LPN-ONE"), "", "quantity", 20, "state", "OPEN");
        assertEquals(List.of("AVAILABLE"), plate("ONE").getList("contents.state"));
        assertEquals(List.of("QUARANTINED"), plate("TWO").getList("contents.state"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 30);
        assertEquals(30, holds.get(hold).getInt("leftUnits"));
        post("/ONE/split", Map.of("contents", units(20)), 200);
        figures(decide(hold, "release", "LPN-ONE"), "", "quantity", 0, "state", "OPEN");

        JsonPath last = ok(world.scan(world.event("UNHOLD", Map.of("lpn", "LPN-TWO", "scope", "lpn"))));
        assertEquals("30 released on TWO.", last.getString("message"));
        assertEquals("RELEASED", holds.get(hold).getString("state"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 60);
    }

    @Test
    void a_plate_is_free_when_its_last_hold_ends_and_no_other_plate_with_it() {
        long first = held("LPN-ONE");
        long both = held("LPN-ONE", "LPN-TWO");
        assertEquals(30, holds.get(both).getInt("leftUnits"), "the first hold has the others already");
        ok(world.scan(move("LPN-ONE", "C-01")));
        ok(world.scan(move("LPN-TWO", "C-02")));

        JsonPath none = decide(both, "release", "LPN-ONE");
        figures(none, "", "quantity", 0, "state", "OPEN");
        figures(holds.release(both), "", "quantity", 30);
        assertEquals(List.of("QUARANTINED"), plate("ONE").getList("contents.state"));
        assertEquals(List.of("AVAILABLE"), plate("TWO").getList("contents.state"));
        long again = held("LPN-ONE", "LPN-TWO");
        JsonPath passed = holds.release(first);
        figures(passed, "", "quantity", 0);
        figures(passed, "kept[0]", "hold", (int) again, "quantity", 20);
        figures(decide(again, "release", "LPN-ONE"), "", "quantity", 20);
        assertEquals(30, holds.get(again).getInt("leftUnits"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 30);
    }

    @Test
    void what_stands_on_one_of_them_is_disposed_of() {
        long hold = held("LPN-ONE", "LPN-TWO");
        figures(decide(hold, "dispose", "LPN-ONE"), "", "quantity", 20);
        assertEquals(List.of(), plate("ONE").getList("contents"));
        assertEquals(List.of(30), plate("TWO").getList("contents.quantity"));
        assertEquals("NOT_ENOUGH_STOCK", decide(hold, "dispose", "LPN-ONE").getString("code"));
        long lot = holds.lot("L-B", "MANUAL").getLong("id");
        assertEquals(
                List.of("lpns"),
                holds.decide(lot, "dispose", Map.of("lpns", List.of("LPN-TWO")))
                        .jsonPath()
                        .getList("violations.field"));
    }

    private long held(String... lpns) {
        Map<String, ?> body =
                Map.of("owner", world.owner, "warehouse", world.warehouse, "lpns", List.of(lpns), "reason", "MANUAL");
        return holds.place(body).then().statusCode(201).extract().jsonPath().getLong("id");
    }

    /** By a second person. */
    private JsonPath decide(long hold, String command, String lpn) {
        return House.as(holds.supervisor())
                .body(Map.of("lpns", List.of(lpn)))
                .post("/api/v1/holds/" + hold + "/" + command)
                .jsonPath();
    }

    private Map<String, Object> move(String lpn, String place) {
        return world.event("MOVE", Map.of("lpn", lpn, "location", place));
    }

    private JsonPath plate(String code) {
        return world.get("/warehouses/" + world.warehouse + "/plates/" + code);
    }

    private List<Map<String, Object>> units(int quantity) {
        return List.of(Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", "L-B", "quantity", quantity));
    }

    private void build(String code, int quantity) {
        post("", Map.of("code", code, "location", "A-01", "contents", units(quantity)), 200);
    }

    private void post(String path, Map<String, Object> body, int status) {
        call().body(body)
                .post("/api/v1/warehouses/" + world.warehouse + "/plates" + path)
                .then()
                .statusCode(status);
    }
}
