package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Holds;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import dev.lotline.gs1.Sscc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A license plate under hold: what stands on it, and nothing else. */
@QuarkusTest
class HeldPlateStoryTest {
    private static final String CARTON = Sscc.of(0, "0614141", 8).digits();
    private World world;
    private Holds holds;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        holds = new Holds(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void its_units_are_held_and_loose_ones_of_the_same_lot_are_not() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
        build("LPN-HELD", 50);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 40)).then().statusCode(201);
        assertEquals(1, world.release("O-1").size());

        JsonPath held = ok(world.scan(scan("HOLD", "LPN-HELD", null)));
        assertEquals("HELD", held.getString("code"));
        assertEquals("50 held on HELD.", held.getString("message"));
        assertEquals(1, held.getInt("facts.tasksStopped"));
        assertEquals(0, held.getInt("facts.shortUnits"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 8, "reserved", 0);
        assertEquals(List.of("QUARANTINED"), plate("HELD").getList("contents.state"));
        assertEquals(List.of(50), plate("HELD").getList("contents.quantity"));
        JsonPath hold = holds.get(held.getLong("facts.hold"));
        assertEquals("PLATE", hold.getString("scope"));
        assertEquals(50, hold.getInt("leftUnits"));

        List<Map<String, Object>> again = world.release("O-1");
        assertEquals(
                List.of("L-B", "L-A"),
                again.stream().map(task -> task.get("lotNumber")).toList(),
                "10 loose ones are still good");
        assertEquals("MOVED", ok(world.scan(scan("MOVE", "LPN-HELD", "C-01"))).getString("code"));
        assertEquals(50, holds.get(held.getLong("facts.hold")).getInt("left[0].quantity"));
        assertEquals("C-01", holds.get(held.getLong("facts.hold")).getString("left[0].location"));

        JsonPath released = ok(world.scan(scan("UNHOLD", "LPN-HELD", null)));
        assertEquals("50 released on HELD.", released.getString("message"));
        assertEquals(List.of("AVAILABLE"), plate("HELD").getList("contents.state"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 58, "reserved", 40);
        assertEquals("NOT_FOUND", world.scan(scan("UNHOLD", "LPN-HELD", null)).getString("code"));
    }

    @Test
    void what_is_not_committed_yet_is_held_when_it_is() {
        carton();
        ok(world.scan(world.event(
                "RECEIVE",
                Map.of("receivingOrder", wro(), "barcode", Map.of("data", "]C100" + CARTON), "location", "DOCK-1"))));
        JsonPath hold = placed(Map.of("lpns", List.of(CARTON)));
        assertEquals(0, hold.getInt("impact.heldUnits"));
        assertEquals(24, hold.getInt("impact.arrivingUnits"));
        ok(world.scan(scan("STOW", CARTON, "A-01")));
        world.document("commit", "WRO-8").then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 0, "processed", 0, "putaway", 0);
        assertEquals(List.of("QUARANTINED"), plate(CARTON).getList("contents.state"));
        assertEquals(24, holds.get(hold.getLong("id")).getInt("leftUnits"));
        holds.release(hold.getLong("id"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 24);
        assertEquals(List.of("AVAILABLE"), plate(CARTON).getList("contents.state"));
    }

    @Test
    void what_is_not_committed_yet_stays_on_it() {
        carton();
        ok(world.scan(world.event(
                "RECEIVE",
                Map.of("receivingOrder", wro(), "barcode", Map.of("data", "]C100" + CARTON), "location", "DOCK-1"))));
        ok(world.receive("WRO-8", "GUMMY-60", "L-A", "2026-06-30", 10));
        JsonPath hold = placed(Map.of("lpns", List.of(CARTON)));
        assertEquals("LOT_ON_HOLD", world.scan(byLot("STOW", 11)).getString("code"), "one of them stands on the plate");
        assertEquals("LOT_ON_HOLD", world.scan(byLot("STOW", 34)).getString("code"));
        ok(world.scan(byLot("STOW", 10)));
        post("/" + CARTON + "/split", Map.of("contents", gummy(1)), 422);
        world.document("commit", "WRO-8").then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 10, "processed", 24);
        assertEquals(0, holds.get(hold.getLong("id")).getInt("leftUnits"));
        ok(world.scan(scan("STOW", CARTON, "A-01")));
        world.document("commit", "WRO-8").then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 10, "processed", 0, "putaway", 0);
        assertEquals(24, holds.get(hold.getLong("id")).getInt("leftUnits"));
    }

    @Test
    void on_a_plate_of_two_owners_each_holds_what_is_its_own() {
        World other = world.again();
        other.announce("WRO-9", "GUMMY-60", false, lot("L-C", "2026-06-30", 12))
                .then()
                .statusCode(201);
        ok(other.receive("WRO-9", "GUMMY-60", "L-C", "2026-06-30", 12));
        ok(other.stow("WRO-9", "GUMMY-60", "L-C", "2026-06-30", 12, "A-01"));
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        Map<String, Object> theirs =
                Map.of("owner", other.owner, "sku", "GUMMY-60", "lotNumber", "L-C", "quantity", 12);
        post(
                "",
                Map.of(
                        "code",
                        "LPN-SHARED",
                        "location",
                        "A-01",
                        "contents",
                        List.of(theirs, units(20).get(0))),
                200);
        long mine = placed(Map.of("lpns", List.of("LPN-SHARED"))).getLong("id");
        Holds others = new Holds(other);
        long second = others.place(Map.of(
                        "owner",
                        other.owner,
                        "warehouse",
                        world.warehouse,
                        "reason",
                        "QUALITY",
                        "lpns",
                        List.of("LPN-SHARED")))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        assertEquals(20, holds.get(mine).getInt("leftUnits"));
        assertEquals("LOT_ON_HOLD", refused("/SHARED/split", Map.of("contents", List.of(theirs))));
        other.document("commit", "WRO-9").then().statusCode(200);
        assertEquals(12, others.get(second).getInt("leftUnits"));
        holds.release(mine);
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 60);
        figures(other.inventory("GUMMY-60"), "shipstream", "available", 0);
        others.release(second);
        figures(other.inventory("GUMMY-60"), "shipstream", "available", 12);
    }

    @Test
    void a_lot_that_is_released_stays_held_on_a_held_plate() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        build("LPN-BOTH", 50);
        JsonPath lot = holds.lot("L-B", "MANUAL");
        JsonPath hold = placed(Map.of("lpns", List.of("LPN-BOTH")));
        assertEquals(0, hold.getInt("impact.heldUnits"), "the lot's hold has them already");
        holds.release(lot.getLong("id"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 10);
        assertEquals(50, holds.get(hold.getLong("id")).getInt("leftUnits"));
    }

    @Test
    void some_of_it_is_disposed_of_from_the_plate() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        build("LPN-BAD", 50);
        JsonPath hold = placed(Map.of("lpns", List.of("LPN-BAD")));
        holds.decide(hold.getLong("id"), "dispose", Map.of("quantity", 20))
                .then()
                .statusCode(200);
        assertEquals(List.of(30), plate("BAD").getList("contents.quantity"));
        Map<String, Object> some = Map.of("warehouse", world.warehouse, "locations", List.of("A-02"));
        assertEquals(
                List.of("locations"),
                holds.decide(hold.getLong("id"), "release", some).jsonPath().getList("violations.field"),
                "a plate is released as a whole");
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 10);
        assertEquals(30, holds.get(hold.getLong("id")).getInt("leftUnits"));
    }

    @Test
    void a_carton_that_is_not_good_yet_is_not_taken_down_nor_its_units_moved() {
        carton();
        ok(world.scan(world.event(
                "RECEIVE",
                Map.of("receivingOrder", wro(), "barcode", Map.of("data", "]C100" + CARTON), "location", "DOCK-1"))));
        ok(world.scan(scan("STOW", CARTON, "A-01")));
        ok(world.receive("WRO-8", "GUMMY-60", "L-A", "2026-06-30", 5));
        ok(world.stow("WRO-8", "GUMMY-60", "L-A", "2026-06-30", 5, "A-01"));
        Map<String, Object> loose = new HashMap<>(units("L-A", 5).get(0));
        loose.put("state", "STOWED");
        post("", Map.of("code", "LPN-PALLET", "location", "A-01", "contents", List.of(loose)), 200);
        post("/" + CARTON + "/nest", Map.of("parent", "PALLET"), 200);
        long hold = placed(Map.of("lpns", List.of("LPN-PALLET"))).getLong("id");

        Map<String, Object> down = new HashMap<>();
        down.put("parent", null);
        assertEquals("LOT_ON_HOLD", refused("/" + CARTON + "/nest", down));
        assertEquals("LOT_ON_HOLD", world.scan(scan("MOVE", CARTON, "C-01")).getString("code"));
        Map<String, Object> some = byLot("MOVE", 1);
        some.remove("receivingOrder");
        some.putAll(Map.of("from", "A-01", "location", "C-01"));
        assertEquals("LOT_ON_HOLD", world.scan(some).getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "putaway", 29);

        holds.release(hold);
        post("/" + CARTON + "/nest", down, 200);
        Map<String, Object> again = byLot("MOVE", 1);
        again.remove("receivingOrder");
        again.putAll(Map.of("from", "A-01", "location", "C-01"));
        assertEquals("MOVED", ok(world.scan(again)).getString("code"));
    }

    @Test
    void nothing_more_is_put_on_it() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        build("LPN-SHUT", 20);
        build("LPN-FREE", 10);
        placed(Map.of("lpns", List.of("LPN-SHUT")));
        post("", Map.of("code", "LPN-SHUT", "location", "A-01", "contents", units(5)), 409);
        post("/FREE/nest", Map.of("parent", "LPN-SHUT"), 409);
        post("/FREE/split", Map.of("into", "LPN-SHUT", "contents", units(5)), 409);
    }

    @Test
    void a_recall_is_not_confined_to_a_plate() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "owner", world.owner, "warehouse", world.warehouse, "lpns", List.of("LPN-X"), "reason", "RECALL"));
        assertEquals(List.of("lpns"), holds.place(body).jsonPath().getList("violations.field"));
        body.put("reason", "MANUAL");
        holds.place(body).then().statusCode(404);
        body.put("lotNumbers", List.of("L-B"));
        assertEquals(List.of("lpns"), holds.place(body).jsonPath().getList("violations.field"));
        JsonPath unnamed = world.scan(world.event("HOLD", Map.of("scope", "lpn")));
        assertEquals("VALIDATION_FAILED", unnamed.getString("code"));
        assertTrue(unnamed.prettify().contains("is required for scope lpn"), unnamed.prettify());
    }

    private void carton() {
        Map<String, Object> gummy = lot("L-A", "2026-06-30", 24);
        gummy.put("sku", "GUMMY-60");
        Map<String, Object> line =
                Map.of("sku", "GUMMY-60", "quantity", 40, "lots", List.of(lot("L-A", "2026-06-30", 40)));
        Map<String, Object> body = new HashMap<>(wro());
        body.putAll(Map.of("kind", "WRO", "warehouse", world.warehouse, "lines", List.of(line)));
        body.put("cartons", List.of(Map.of("sscc", CARTON, "contents", List.of(gummy))));
        call().body(body).post("/api/v1/receiving-orders").then().statusCode(201);
    }

    private Map<String, Object> wro() {
        return Map.of("owner", world.owner, "reference", "WRO-8");
    }

    private JsonPath placed(Map<String, ?> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.putAll(Map.of("owner", world.owner, "warehouse", world.warehouse, "reason", "QUALITY"));
        return holds.place(body).then().statusCode(201).extract().jsonPath();
    }

    private Map<String, Object> scan(String operation, String lpn, String place) {
        return world.event(
                operation, place == null ? Map.of("lpn", lpn, "scope", "lpn") : Map.of("lpn", lpn, "location", place));
    }

    private Map<String, Object> byLot(String operation, int quantity) {
        Map<String, Object> what = new HashMap<>(lot("L-A", "2026-06-30", quantity));
        what.putAll(Map.of(
                "receivingOrder",
                wro(),
                "owner",
                world.owner,
                "sku",
                "GUMMY-60",
                "from",
                "DOCK-1",
                "location",
                "A-01"));
        return world.event(operation, what);
    }

    private List<Map<String, Object>> gummy(int quantity) {
        Map<String, Object> some = new HashMap<>(lot("L-A", "2026-06-30", quantity));
        some.putAll(Map.of("owner", world.owner, "sku", "GUMMY-60"));
        return List.of(some);
    }

    private JsonPath plate(String code) {
        return world.get("/warehouses/" + world.warehouse + "/plates/" + code);
    }

    private List<Map<String, Object>> units(int quantity) {
        return units("L-B", quantity);
    }

    private List<Map<String, Object>> units(String lot, int quantity) {
        return List.of(Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", lot, "quantity", quantity));
    }

    private String refused(String path, Map<String, Object> body) {
        return call().body(body)
                .post("/api/v1/warehouses/" + world.warehouse + "/plates" + path)
                .then()
                .statusCode(422)
                .extract()
                .path("code");
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
