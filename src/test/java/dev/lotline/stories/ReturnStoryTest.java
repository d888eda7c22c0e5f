package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Holds;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods that come back: the matrix of hold, shelf life and policy. */
@QuarkusTest
class ReturnStoryTest {
    private static final Map<String, Object> POLICY =
            Map.of("minShelfLifeDays", 30, "lowSupplyThreshold", 20, "returnedToSender", "RESTOCK");

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
    void t08_a_customer_return_of_a_lot_item_is_never_restocked() {
        stock98();
        Map<String, Object> wrong = new HashMap<>(Map.of("name", "GUMMY-60", "tracking", true, "lotTracked", true));
        wrong.put("customerReturns", "RESTOCK");
        Response refused = World.call().body(wrong).put("/api/v1/owners/" + world.owner + "/items/GUMMY-60");
        assertEquals("422 RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT", refused.statusCode() + " " + refused.path("code"));
        Response asked = take("R-0", "CUSTOMER", line("L-A", null, 2, Map.of("location", "A-02", "action", "RESTOCK")));
        assertEquals("RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT", refused(asked, 422));

        JsonPath taken = taken(take("R-1", "CUSTOMER", line("L-A", null, 2, Map.of("location", "A-02"))));
        assertEquals("QUARANTINE", taken.getString("lines[0].action"));
        assertEquals("CLOSED", taken.getString("state"));
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "endless", "physical", 100, "unavailable", 2, "available", 98);
        figures(inventory, "jetpack", "quarantine", 2);
    }

    @Test
    void t08_with_the_policy_dispose_nothing_is_left_but_the_record() {
        stock98();
        Map<String, Object> policy = new HashMap<>(POLICY);
        policy.put("customerReturns", "DISPOSE");
        world.item("GUMMY-60", policy);
        JsonPath reply = ok(scan("CUSTOMER", "L-A", null, 2, "A-02", Map.of()));
        assertEquals("DISPOSE", reply.getString("action"));
        figures(world.inventory("GUMMY-60"), "endless", "physical", 98, "available", 98);
        JsonPath ledger = world.get("/movements?owner=" + world.owner + "&location=@DISPOSAL");
        assertEquals(List.of(2), ledger.getList("items.quantity"));
        ok(world.scan(world.event("UNDO", Map.of("of", reply.getString("undo")))));
        figures(world.inventory("GUMMY-60"), "endless", "physical", 98);
    }

    @Test
    void t09_undelivered_goods_are_restocked_while_they_keep_long_enough() {
        stock98();
        ok(scan("CUSTOMER", "L-A", null, 2, "A-02", Map.of()));
        assertEquals(
                "RESTOCK", ok(scan("RTS", "L-A", null, 3, "A-02", Map.of())).getString("action"));
        JsonPath shortLived = ok(scan("RTS", "L-S", "2026-03-20", 4, "B-01", Map.of()));
        assertEquals("QUARANTINE", shortLived.getString("action"));
        assertEquals("SHELF_LIFE_TOO_SHORT", shortLived.getString("facts.why"));
        assertEquals(
                "RESTOCK",
                ok(scan("RTS", "L-30", "2026-03-31", 1, "C-01", Map.of())).getString("action"));
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "shipstream", "available", 102);
        figures(inventory, "endless", "physical", 108, "unavailable", 6);
    }

    @Test
    void a_lot_on_hold_goes_into_quarantine_whatever_the_policy_says() {
        stock98();
        String lots = "/owners/" + world.owner + "/items/GUMMY-60/lots";
        World.call()
                .body(Map.of("lotNumber", "L-H", "expirationDate", "2026-09-30"))
                .post("/api/v1" + lots)
                .then()
                .statusCode(201);
        new Holds(world).lot("L-H", "RECALL");
        JsonPath held = ok(scan("RTS", "L-H", "2026-09-30", 1, "B-01", Map.of()));
        assertEquals("QUARANTINE LOT_ON_HOLD", held.getString("action") + " " + held.getString("facts.why"));
        JsonPath asked = taken(
                take("R-1", "RTS", line("L-H", "2026-09-30", 1, Map.of("location", "B-01", "action", "DISPOSE"))));
        assertEquals("LOT_ON_HOLD", asked.getString("lines[0].bookings[0].reason"));
        figures(world.inventory("GUMMY-60"), "jetpack", "quarantine", 2);
    }

    @Test
    void no_more_comes_back_of_an_order_than_was_shipped_with_it() {
        stock98();
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-B", 5));
        world.orderCommand("O-1", "ship", Map.of()).then().statusCode(200);
        Map<String, Object> order = Map.of("order", Map.of("owner", world.owner, "reference", "O-1"));

        assertEquals(
                "MORE_THAN_SHIPPED",
                scan("CUSTOMER", "L-A", null, 1, "A-02", order).getString("code"));
        ok(scan("CUSTOMER", "L-B", null, 3, "A-01", order));
        JsonPath tooMany = scan("CUSTOMER", "L-B", null, 3, "A-01", order);
        assertEquals("MORE_THAN_SHIPPED", tooMany.getString("code"));
        assertEquals(2, tooMany.getInt("facts.available"));
        Map<String, Object> body = body("R-1", "RTS", line("L-B", null, 3, Map.of("location", "A-01")));
        body.put("order", "O-1");
        assertEquals("MORE_THAN_SHIPPED", refused(take(body), 422));
        body.put("order", "O-9");
        assertEquals("UNKNOWN_DOCUMENT", refused(take(body), 404));
        figures(world.inventory("GUMMY-60"), "endless", "physical", 96);
    }

    @Test
    void announced_goods_are_booked_by_scans() {
        stock98();
        Map<String, Object> body =
                body("R-1", "RTS", line("L-A", null, 5, Map.of()), line("L-N", "2026-12-31", 2, Map.of()));
        assertEquals("OPEN", taken(take(body)).getString("state"));
        assertEquals(200, take(body).statusCode());
        body.put("kind", "CUSTOMER");
        assertEquals("REFERENCE_REUSED", refused(take(body), 409));
        figures(world.inventory("GUMMY-60"), "endless", "physical", 98);

        Map<String, Object> document = Map.of("returnOrder", Map.of("owner", world.owner, "reference", "R-1"));
        ok(scan(null, "L-A", null, 5, "A-02", document));
        ok(scan(null, "L-N", "2026-12-31", 2, "B-01", document));
        JsonPath stored = world.get("/returns/" + world.owner + "/R-1");
        assertEquals("CLOSED", stored.getString("state"));
        assertEquals(List.of(5, 2), stored.getList("lines.booked"));
        JsonPath extra = scan(null, "L-A", null, 1, "A-02", document);
        assertEquals("WARN RETURN_UNANNOUNCED", extra.getString("verdict") + " " + extra.getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 106);
        ok(world.scan(world.event("UNDO", Map.of("of", extra.getString("undo")))));
        assertEquals(
                List.of(5, 2), world.get("/returns/" + world.owner + "/R-1").getList("lines.booked"));
    }

    @Test
    void a_return_is_taken_whole_or_not_at_all() {
        stock98();
        Response refused = take(
                "R-1",
                "RTS",
                line("L-A", null, 1, Map.of("location", "A-02")),
                line("L-B", null, 1, Map.of("location", "A-02")));
        assertEquals("LOT_MIX_FORBIDDEN", refused(refused, 422));
        figures(world.inventory("GUMMY-60"), "endless", "physical", 98);
        World.call().get("/api/v1/returns/" + world.owner + "/R-1").then().statusCode(404);
        assertEquals(
                "WRONG_LOCATION",
                scan("RTS", "L-A", null, 1, "@CUSTOMER", Map.of()).getString("code"));
        assertEquals(
                "LOT_OR_EXPIRY_REQUIRED",
                scan("RTS", null, null, 1, "A-02", Map.of()).getString("code"));
    }

    @Test
    void an_rma_that_comes_by_a_receiving_order_is_not_restocked_either() {
        Map<String, Object> line =
                Map.of("sku", "GUMMY-60", "quantity", 4, "lots", List.of(lot("L-A", "2026-06-30", 4)));
        World.call()
                .body(Map.of(
                        "reference",
                        "RMA-1",
                        "kind",
                        "RMA",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "autoCommit",
                        true,
                        "lines",
                        List.of(line)))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        ok(world.receive("RMA-1", "GUMMY-60", "L-A", "2026-06-30", 4));
        ok(world.stow("RMA-1", "GUMMY-60", "L-A", "2026-06-30", 4, "A-01"));
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "shipstream", "available", 0);
        figures(inventory, "jetpack", "quarantine", 4);
    }

    @Test
    void what_is_out_of_scope_is_not_there() {
        stock98();
        taken(take("R-1", "RTS", line("L-A", null, 1, Map.of("location", "A-02"))));
        String stranger = House.token(
                Map.of("name", "S-" + world.owner, "role", "SUPERVISOR", "owners", List.of("SOMEBODY-ELSE")));
        House.as(stranger).get("/api/v1/returns/" + world.owner + "/R-1").then().statusCode(404);
        assertEquals(
                List.of(), House.as(stranger).get("/api/v1/returns").jsonPath().getList("items"));
        House.as(stranger)
                .body(body("R-2", "RTS", line("L-A", null, 1, Map.of("location", "A-02"))))
                .post("/api/v1/returns")
                .then()
                .statusCode(404);
        String merchant =
                House.token(Map.of("name", "M-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        House.as(merchant)
                .body(body("R-2", "RTS", line("L-A", null, 1, Map.of())))
                .post("/api/v1/returns")
                .then()
                .statusCode(403);
        House.as(merchant).get("/api/v1/returns/" + world.owner + "/R-1").then().statusCode(200);
    }

    private void stock98() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-A", "2026-06-30", 38, "A-02");
    }

    private JsonPath scan(String kind, String lot, String expiration, int units, String place, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("location", place);
        fields.put("kind", kind);
        return world.scan(world.event("RETURN", goods("GUMMY-60", lot, expiration, units, fields)));
    }

    private static Map<String, Object> line(String lot, String expiration, int units, Map<String, ?> more) {
        Map<String, Object> line = goods("GUMMY-60", lot, expiration, units, more);
        line.values().removeIf(java.util.Objects::isNull);
        return line;
    }

    @SafeVarargs
    private Map<String, Object> body(String reference, String kind, Map<String, Object>... lines) {
        return new HashMap<>(Map.of(
                "reference",
                reference,
                "kind",
                kind,
                "owner",
                world.owner,
                "warehouse",
                world.warehouse,
                "lines",
                List.of(lines)));
    }

    @SafeVarargs
    private Response take(String reference, String kind, Map<String, Object>... lines) {
        return take(body(reference, kind, lines));
    }

    private static Response take(Map<String, Object> body) {
        return World.call().body(body).post("/api/v1/returns");
    }

    private static JsonPath taken(Response response) {
        assertEquals(201, response.statusCode(), response.asString());
        return response.jsonPath();
    }

    private static String refused(Response response, int status) {
        assertEquals(status, response.statusCode(), response.asString());
        return response.jsonPath().getString("code");
    }
}
