package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import dev.lotline.gs1.Sscc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Containers that move as one: announced, built, nested, split, picked from. */
@QuarkusTest
class PlateStoryTest {
    private static final String CARTON = Sscc.of(0, "0614141", 7).digits();
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        world.item("BOX", Map.of("lotTracked", false));
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "BOX");
    }

    @Test
    void a_carton_is_counted_by_one_scan_of_its_sscc_put_away_and_committed_as_one() {
        announced().then().statusCode(201);
        JsonPath before = resolved("]C100" + CARTON);
        assertEquals("CARTON", before.getString("kind"));
        assertEquals("WRO-1", before.getString("document.reference"));
        assertEquals(List.of("BOX", "GUMMY-60"), before.getList("contents.sku"));

        Map<String, Object> count = world.event(
                "RECEIVE",
                Map.of("receivingOrder", wro(), "barcode", Map.of("data", "]C100" + CARTON), "location", "DOCK-1"));
        JsonPath counted = ok(world.scan(count));
        assertEquals(36, counted.getInt("facts.quantity"));
        JsonPath order = world.get("/receiving-orders/" + world.owner + "/WRO-1");
        assertEquals(CARTON, order.getString("cartons[0].sscc"));
        assertEquals(true, order.getBoolean("cartons[0].received"));
        assertEquals(List.of("BOX", "GUMMY-60"), order.getList("cartons[0].contents.sku"));
        assertEquals(List.of(12, 24), order.getList("cartons[0].contents.quantity"));
        assertEquals("36 received at DOCK-1.", counted.getString("message"));
        assertEquals(true, world.scan(count).getBoolean("replayed"));
        figures(world.inventory("GUMMY-60"), "shipstream", "expected", 16, "processed", 24);
        figures(world.inventory("BOX"), "shipstream", "expected", 0, "processed", 12);
        assertEquals(
                "ALREADY_COUNTED", world.scan(scan("RECEIVE", CARTON, "DOCK-1")).getString("code"));
        assertEquals("PLATE", resolved("]C100" + CARTON).getString("kind"));
        assertEquals("DOCK-1", plate(CARTON).getString("location"));

        assertEquals("STOWED", ok(world.scan(scan("STOW", CARTON, "A-01"))).getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 0, "putaway", 24);
        world.document("commit", "WRO-1").then().statusCode(200);
        assertEquals(List.of("AVAILABLE", "AVAILABLE"), plate(CARTON).getList("contents.state"));
        assertEquals("A-01", plate(CARTON).getString("location"));
        assertEquals("MOVED", ok(world.scan(scan("MOVE", CARTON, "C-02"))).getString("code"));
        assertEquals(List.of(12, 24), plate(CARTON).getList("contents.quantity"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 24);
        assertEquals(List.of("C-02"), world.inventory("GUMMY-60").getList("lots[0].locations.location"));
    }

    @Test
    void a_plate_that_may_not_stand_in_a_place_stays_whole_where_it_is() {
        announced().then().statusCode(201);
        world.stock("GUMMY-60", "L-B", "2026-05-15", 5, "A-01");
        ok(world.scan(scan("RECEIVE", CARTON, "DOCK-1")));
        JsonPath refused = world.scan(scan("STOW", CARTON, "A-01"));
        assertEquals("LOT_MIX_FORBIDDEN", refused.getString("code"));
        assertEquals("DOCK-1", plate(CARTON).getString("location"));
        figures(world.inventory("BOX"), "shipstream", "processed", 12, "putaway", 0);
        assertEquals(
                "UNKNOWN_PLATE", world.scan(scan("MOVE", "LPN-NOSUCH", "A-01")).getString("code"));
        assertEquals(
                "UNKNOWN_LOCATION", world.scan(scan("STOW", CARTON, "Z-99")).getString("code"));
        ok(world.scan(scan("STOW", CARTON, "A-02")));
        assertEquals(
                "NOT_ENOUGH_STOCK", world.scan(scan("STOW", CARTON, "C-01")).getString("code"));
    }

    @Test
    void cartons_must_be_a_part_of_what_the_lines_announce() {
        Response more = announce(100, CARTON);
        more.then().statusCode(422);
        assertEquals("LOT_SUM_MISMATCH", more.path("code"));
        announce(1, "306141410000000427").then().statusCode(400);
    }

    @Test
    void a_plate_is_built_from_loose_units_nested_moved_and_split() {
        stocked();
        House.admin()
                .body(Map.of("extension", 3))
                .put("/api/v1/sscc-ranges/0614141")
                .then()
                .statusCode(204);
        Response made = build(Map.of("companyPrefix", "0614141"), "A-02", 30);
        made.then().statusCode(200);
        String sscc = made.path("code");
        assertEquals(18, sscc.length());
        assertEquals("30614141", sscc.substring(0, 8));
        Response tooMany = build(Map.of("code", "LPN-0001"), "A-02", 9);
        assertEquals("NOT_ENOUGH_STOCK", tooMany.path("code"));
        assertEquals(8, tooMany.<Integer>path("available"));
        build(Map.of("code", "LPN-0001"), "A-02", 8).then().statusCode(200);

        post("/0001/nest", Map.of("parent", sscc)).then().statusCode(200);
        assertEquals(
                "PLATE_IN_USE",
                post("/" + sscc + "/nest", Map.of("parent", "0001")).path("code"));
        ok(world.scan(scan("MOVE", sscc, "C-01")));
        assertEquals("C-01", plate("0001").getString("location"));
        assertEquals(sscc, plate("0001").getString("parent"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);
        assertEquals("WRONG_LOCATION", world.scan(scan("MOVE", sscc, "C-01")).getString("code"));

        Response split = post("/" + sscc + "/split", Map.of("companyPrefix", "0614141", "contents", units("L-A", 10)));
        split.then().statusCode(200);
        assertNotEquals(sscc, split.path("into.code"));
        assertEquals(10, split.<Integer>path("into.contents[0].quantity"));
        assertEquals(20, split.<Integer>path("plate.contents[0].quantity"));
        post("/" + sscc + "/split", Map.of("contents", units("L-A", 20))).then().statusCode(200);
        assertEquals(List.of(), plate(sscc).getList("contents"));
        JsonPath list = world.get("/warehouses/" + world.warehouse + "/plates?location=C-01");
        assertEquals(3, list.getList("items").size());
    }

    @Test
    void the_same_build_sent_twice_is_one_plate() {
        stocked();
        Map<String, Object> body = new HashMap<>(Map.of("location", "A-02", "contents", units("L-A", 5)));
        body.put("code", "LPN-0002");
        body.put("id", "build-" + world.owner);
        post("", body).then().statusCode(200);
        post("", body).then().statusCode(200).header("Idempotency-Replayed", "true");
        assertEquals(List.of(5), plate("0002").getList("contents.quantity"));
    }

    @Test
    void picks_take_loose_units_first_unless_a_plate_is_scanned() {
        stocked();
        build(Map.of("code", "LPN-0003"), "A-01", "L-B", 50).then().statusCode(200);
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 40)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        ok(world.pick(task, "L-B", 8));
        assertEquals(List.of(50), plate("0003").getList("contents.quantity"));
        Map<String, Object> fromPlate = Map.of("task", task.get("task"), "lpn", "LPN-0003", "quantity", 1);
        ok(world.scan(world.event("PICK", fromPlate)));
        assertEquals(List.of(49), plate("0003").getList("contents.quantity"));
        ok(world.pick(task, "L-B", 5));
        assertEquals(List.of(46), plate("0003").getList("contents.quantity"));
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 14, "reserved", 26, "available", 58);

        build(Map.of("code", "LPN-0004"), "A-02", 5).then().statusCode(200);
        Map<String, Object> wrong = Map.of("task", task.get("task"), "lpn", "LPN-0004", "quantity", 1);
        assertEquals("WRONG_LOT", world.scan(world.event("PICK", wrong)).getString("code"));
        // 26 of the 46 in that place are promised to an order
        JsonPath reserved = world.scan(scan("MOVE", "LPN-0003", "C-02"));
        assertEquals("NOT_ENOUGH_STOCK", reserved.getString("code"));
        assertEquals(20, reserved.getInt("facts.available"));
    }

    @Test
    void a_plate_with_goods_of_others_does_not_exist() {
        stocked();
        build(Map.of("code", "LPN-0005"), "A-02", 5).then().statusCode(200);
        String stranger = House.token(Map.of(
                "name", "stranger-" + world.owner, "role", "DEVICE", "owners", List.of("NOBODY-" + world.owner)));
        House.as(stranger)
                .get("/api/v1/warehouses/" + world.warehouse + "/plates/0005")
                .then()
                .statusCode(404);
        JsonPath refused = House.as(stranger)
                .body(List.of(scan("MOVE", "LPN-0005", "C-01")))
                .post("/floor/events")
                .jsonPath();
        assertEquals("UNKNOWN_PLATE", refused.getString("[0].code"));
    }

    private void stocked() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
    }

    private Response announced() {
        return announce(24, CARTON);
    }

    private Response announce(int inCarton, String sscc) {
        Map<String, Object> gummy = lot("L-A", "2026-06-30", inCarton);
        gummy.put("sku", "GUMMY-60");
        return call().body(Map.of(
                        "reference",
                        "WRO-1",
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "lines",
                        List.of(
                                Map.of(
                                        "sku",
                                        "GUMMY-60",
                                        "quantity",
                                        40,
                                        "lots",
                                        List.of(lot("L-A", "2026-06-30", 40))),
                                Map.of("sku", "BOX", "quantity", 12)),
                        "cartons",
                        List.of(Map.of(
                                "sscc", sscc, "contents", List.of(gummy, Map.of("sku", "BOX", "quantity", 12))))))
                .post("/api/v1/receiving-orders");
    }

    private Map<String, Object> wro() {
        return Map.of("owner", world.owner, "reference", "WRO-1");
    }

    private Map<String, Object> scan(String operation, String lpn, String place) {
        return world.event(operation, Map.of("lpn", lpn, "location", place));
    }

    private JsonPath resolved(String data) {
        return call().body(Map.of("data", data, "context", Map.of("warehouse", world.warehouse)))
                .post("/floor/resolve")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath plate(String code) {
        return world.get("/warehouses/" + world.warehouse + "/plates/" + code);
    }

    private List<Map<String, Object>> units(String lotNumber, int quantity) {
        return List.of(Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", lotNumber, "quantity", quantity));
    }

    private Response build(Map<String, Object> named, String place, int quantity) {
        return build(named, place, "L-A", quantity);
    }

    private Response build(Map<String, Object> named, String place, String lotNumber, int quantity) {
        Map<String, Object> body = new HashMap<>(Map.of("location", place, "contents", units(lotNumber, quantity)));
        body.putAll(named);
        return post("", body);
    }

    private Response post(String path, Map<String, Object> body) {
        return call().body(body).post("/api/v1/warehouses/" + world.warehouse + "/plates" + path);
    }
}
