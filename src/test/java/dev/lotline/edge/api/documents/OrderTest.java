package dev.lotline.edge.api.documents;

import static dev.lotline.edge.api.documents.Yard.ORDERS;
import static dev.lotline.edge.api.documents.Yard.line;
import static dev.lotline.edge.api.documents.Yard.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.House;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderTest {
    private static final String SOON = "2030-05-15";
    private static final String LATER = "2030-06-30";

    @Inject
    Pool pool;

    private Yard yard;

    @BeforeEach
    void build() {
        yard = new Yard(pool);
    }

    private void stockTwoLots() {
        yard.stock(yard.first, "GUMMY", "L-B", SOON, 60, "A-01");
        yard.stock(yard.first, "GUMMY", "L-A", LATER, 38, "A-02");
    }

    @AfterEach
    void the_books_balance() {
        Yard.assertBooksBalance();
    }

    @Test
    void order_is_allocated_released_nearest_expiry_first_picked_and_shipped() {
        stockTwoLots();
        JsonPath accepted = yard.accept(yard.order("O-1", line("GUMMY", 70), line("WRAP", 3)));
        assertEquals("ALLOCATED", accepted.getString("state"));
        assertEquals(
                List.of(70, 0), List.of(accepted.getInt("lines[0].allocated"), accepted.getInt("lines[1].allocated")));

        List<Map<String, Object>> tasks = yard.tasks("O-1");
        assertEquals(List.of("L-B A-01 60", "L-A A-02 10"), yard.release("O-1"));
        assertEquals(
                List.of(1, 2),
                List.of(tasks.get(0).get("sequence"), tasks.get(1).get("sequence")));
        assertEquals("RELEASED", yard.order("O-1").getString("state"));
        assertEquals(60, yard.order("O-1").getInt("lines[0].claims[0].quantity"));
        JsonPath why = Yard.get(ORDERS + "/" + yard.owner + "/O-1/lines/1/candidates");
        assertEquals(List.of("L-B", "L-A"), why.getList("candidates.lotNumber"));
        assertEquals(List.of(true, true), why.getList("candidates.chosen"));

        assertEquals("OK", yard.pick(tasks.get(0), 60));
        assertEquals("PICKING", yard.order("O-1").getString("state"));
        assertEquals(List.of("L-A A-02 10"), yard.release("O-1"));
        yard.command("O-1", "cancel").statusCode(409).body("code", is("PICKED_UNITS"));
        post(ORDERS + "/" + yard.owner + "/O-1/ship", Map.of("complete", true))
                .statusCode(409)
                .body("code", is("NOT_FULLY_PICKED"), "open", is(10));
        assertEquals("OK", yard.pick(tasks.get(1), 10));
        assertEquals("PICKED", yard.order("O-1").getString("state"));
        post(
                        ORDERS + "/" + yard.owner + "/O-1/ship",
                        Map.of("carrier", "UPS", "trackingNumber", "1Z", "packages", 2, "complete", true))
                .statusCode(200)
                .body("state", is("SHIPPED"), "shipments[0].carrier", is("UPS"), "shipments[0].packages", is(2))
                .body("shipments[0].lotData.lotNumber", contains("L-B", "L-A"))
                .body("shipments[0].lotData.quantity", contains(60, 10), "lines[1].shipped", is(3));
        yard.command("O-1", "ship").statusCode(409).body("code", is("ORDER_CLOSED"));
    }

    @Test
    void ship_sends_what_is_picked_and_leaves_the_rest_open() {
        yard.stock(yard.first, "BOX", null, null, 5, "A-01");
        yard.accept(yard.order("O-1", line("BOX", 8)));
        yard.command("O-1", "ship").statusCode(409).body("code", is("NOTHING_PICKED"));
        assertEquals("OK", yard.pick(yard.tasks("O-1").get(0), 5));
        yard.command("O-1", "ship")
                .statusCode(200)
                .body("state", is("PARTIALLY_BACKORDERED"), "lines[0].shipped", is(5));
        yard.command("O-1", "cancel").statusCode(200).body("state", is("CANCELLED"), "lines[0].cancelled", is(3));
    }

    @Test
    void backorder_drains_when_goods_come_and_when_an_older_order_is_cancelled() {
        yard.stock(yard.first, "BOX", null, null, 28, "A-01");
        yard.accept(yard.order("O-1", line("BOX", 20)));
        JsonPath second = yard.accept(yard.order("O-2", line("BOX", 20)));
        assertEquals("PARTIALLY_BACKORDERED", second.getString("state"));
        assertEquals(
                List.of(8, 12), List.of(second.getInt("lines[0].allocated"), second.getInt("lines[0].backordered")));
        yard.command("O-2", "release")
                .body("notReserved[0].reason", is("BACKORDERED"), "notReserved[0].quantity", is(12));

        yard.stock(yard.first, "BOX", null, null, 5, "A-02");
        assertEquals(7, yard.order("O-2").getInt("lines[0].backordered"));
        yard.command("O-1", "cancel").statusCode(200).body("lines[0].cancelled", is(20));
        assertEquals(0, yard.order("O-2").getInt("lines[0].backordered"));
        assertEquals(
                20,
                yard.accept(yard.order("O-3", line("BOX", 20))).getInt("lines[0].allocated")
                        + yard.order("O-3").getInt("lines[0].backordered"));
        assertEquals(13, yard.order("O-3").getInt("lines[0].allocated"));
    }

    @Test
    void named_lot_line_takes_that_lot_and_nothing_else() {
        stockTwoLots();
        JsonPath accepted = yard.accept(yard.order("O-1", line("GUMMY", 50, "lotNumber", "L-A")));
        assertEquals(
                List.of(38, 12),
                List.of(accepted.getInt("lines[0].allocated"), accepted.getInt("lines[0].backordered")));
        // another lot comes: it is no answer to this line
        yard.stock(yard.first, "GUMMY", "L-C", "2030-07-31", 100, "B-01");
        assertEquals(12, yard.order("O-1").getInt("lines[0].backordered"));
        assertEquals(List.of("L-A A-02 38"), yard.release("O-1"));
        JsonPath why = Yard.get(ORDERS + "/" + yard.owner + "/O-1/lines/1/candidates");
        assertEquals("WRONG_LOT", why.getString("candidates[0].reason"));
        yard.stock(yard.first, "GUMMY", "L-A", LATER, 12, "B-02");
        assertEquals(List.of("L-A A-02 38", "L-A B-02 12"), yard.release("O-1"));
        post(ORDERS, yard.order("O-2", line("GUMMY", 1, "lotNumber", "L-?")))
                .statusCode(404)
                .body("code", is("UNKNOWN_LOT"), "lot", is("L-?"), "field", is("lines[0].lotNumber"));
    }

    @Test
    void single_lot_line_is_wholly_from_one_lot_or_wholly_backordered() {
        stockTwoLots();
        assertEquals(
                "BACKORDERED",
                yard.accept(yard.order("O-1", line("GUMMY", 70, "singleLot", true)))
                        .getString("state"));
        yard.command("O-1", "release")
                .body(
                        "tasks.size()",
                        is(0),
                        "notReserved[0].reason",
                        is("NO_SINGLE_LOT"),
                        "notReserved[0].quantity",
                        is(70));
        yard.accept(yard.order("O-2", line("GUMMY", 50, "singleLot", true)));
        assertEquals(List.of("L-B A-01 50"), yard.release("O-2"));
    }

    @Test
    void single_lot_line_stays_with_its_lot_after_a_short_pick() {
        stockTwoLots();
        yard.accept(yard.order("O-1", line("GUMMY", 50, "singleLot", true)));
        Map<String, Object> task = yard.tasks("O-1").get(0);
        assertEquals("OK", yard.pick(task, 30));
        assertEquals(
                "OK",
                yard.scan(yard.first, "SHORT", Map.of("task", task.get("task"), "quantity", 20, "reason", "gone")));
        assertEquals(List.of(), yard.release("O-1"));
        assertEquals(20, yard.order("O-1").getInt("lines[0].backordered"));
    }

    @Test
    void order_without_warehouse_is_served_by_priority_and_split() {
        yard.stock(yard.first, "GUMMY", "L-A", LATER, 98, "A-01");
        yard.stock(yard.second, "GUMMY", "L-A", LATER, 22, "A-01");
        Map<String, Object> order = yard.order("O-1", line("GUMMY", 130));
        order.remove("warehouse");
        JsonPath accepted = yard.accept(order);
        assertNull(accepted.getString("warehouse"));
        assertEquals(List.of(yard.first, yard.second), accepted.getList("lines[0].allocations.warehouse"));
        assertEquals(List.of(98, 22), accepted.getList("lines[0].allocations.quantity"));
        assertEquals(10, accepted.getInt("lines[0].backordered"));
        List<Map<String, Object>> tasks = yard.tasks("O-1");
        tasks.forEach(task -> assertEquals("OK", yard.pick(task, (Number) task.get("quantity"))));
        yard.command("O-1", "ship")
                .statusCode(200)
                .body("lines[0].shipped", is(120), "shipments[0].lotData[0].quantity", is(120));
    }

    @Test
    void minimum_life_of_the_line_is_kept() {
        yard.stock(yard.first, "GUMMY", "L-S", yard.days(29), 20, "A-01");
        yard.stock(yard.first, "GUMMY", "L-L", yard.days(31), 20, "A-02");
        JsonPath accepted = yard.accept(yard.order("O-1", line("GUMMY", 25, "minShelfLifeDays", 30)));
        assertEquals(
                List.of(20, 5),
                List.of(accepted.getInt("lines[0].allocated"), accepted.getInt("lines[0].backordered")));
        // free stock that is too old for the line does not drain into it
        yard.stock(yard.first, "GUMMY", "L-T", yard.days(10), 20, "B-01");
        assertEquals(5, yard.order("O-1").getInt("lines[0].backordered"));
        assertEquals(List.of("L-L A-02 20"), yard.release("O-1"));
        JsonPath why = Yard.get(ORDERS + "/" + yard.owner + "/O-1/lines/1/candidates");
        assertEquals("SHELF_LIFE_TOO_SHORT", why.getString("candidates.find { it.lotNumber == 'L-S' }.reason"));
    }

    @Test
    void stock_in_a_locked_place_is_promised_but_not_reserved() {
        yard.stock(yard.first, "BOX", null, null, 10, "A-01");
        yard.change("""
                UPDATE location SET locked = true
                WHERE code = 'A-01' AND warehouse_id = (SELECT id FROM warehouse WHERE code = $1)
                """, yard.first);
        yard.accept(yard.order("O-1", line("BOX", 4)));
        yard.command("O-1", "release")
                .statusCode(200)
                .body("tasks.size()", is(0), "notReserved[0].line", is(1))
                .body("notReserved[0].quantity", is(4), "notReserved[0].reason", is("LOCATION_LOCKED"));
        JsonPath why = Yard.get(ORDERS + "/" + yard.owner + "/O-1/lines/1/candidates");
        assertEquals("LOCATION_LOCKED", why.getString("candidates[0].reason"));
    }

    @Test
    void order_is_stored_once_under_its_reference() {
        Map<String, Object> body = yard.order("O-1", line("BOX", 4));
        yard.accept(body);
        post(ORDERS, body).statusCode(200).body("lines[0].backordered", is(4));
        body.put("priority", 7);
        post(ORDERS, body).statusCode(409).body("code", is("REFERENCE_REUSED"));
    }

    @Test
    void every_wrong_field_is_named() {
        post(ORDERS, yard.order("", line("BOX", 0), line("BULK", 1.5), line("BULK", 1.25), line("BOX", 1.5)))
                .statusCode(400)
                .body("code", is("VALIDATION_FAILED"), "violations.field", contains("reference"));
        post(ORDERS, yard.order("O-1", line("BOX", 0), line("BULK", 1.5), line("BOX", -1)))
                .statusCode(400)
                .body("violations.field", contains("lines[0].quantity", "lines[2].quantity"));
        post(ORDERS, yard.order("O-1", line("BULK", 1.125), line("BOX", 1.5)))
                .statusCode(400)
                .body("violations.field", contains("lines[0].quantity", "lines[1].quantity"));
        post(ORDERS, yard.order("O-1", line("BOX", 1, "lotNumber", "L-A")))
                .statusCode(422)
                .body("code", is("ITEM_NOT_LOT_TRACKED"));
    }

    @Test
    void release_is_replayed_under_its_key() {
        yard.stock(yard.first, "BOX", null, null, 10, "A-01");
        yard.accept(yard.order("O-1", line("BOX", 4)));
        String path = ORDERS + "/" + yard.owner + "/O-1/release";
        House.admin()
                .header("Idempotency-Key", "once")
                .post(path)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue());
        House.admin()
                .header("Idempotency-Key", "once")
                .post(path)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("tasks.size()", is(1));
    }

    @Test
    void bound_credential_sees_and_does_only_its_own() {
        yard.accept(yard.order("O-1", line("BOX", 4)));
        Map<String, Object> anywhere = yard.order("O-2", line("BOX", 4));
        anywhere.remove("warehouse");
        yard.accept(anywhere);
        String token = House.token(
                Map.of("name", "FAR-" + yard.owner, "role", "INTEGRATION", "warehouses", List.of(yard.second)));
        Yard.as(token).get(ORDERS + "/" + yard.owner + "/O-1").then().statusCode(404);
        Yard.as(token).post(ORDERS + "/" + yard.owner + "/O-1/release").then().statusCode(404);
        Yard.as(token).get(ORDERS + "/" + yard.owner + "/O-2").then().statusCode(200);
        Yard.as(token).post(ORDERS + "/" + yard.owner + "/O-2/cancel").then().statusCode(403);
        Yard.as(token).body(anywhere).post(ORDERS).then().statusCode(400).body("field", is("warehouse"));
        JsonPath list = Yard.as(token)
                .get(ORDERS + "?owner=" + yard.owner)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(List.of("O-2"), list.getList("items.reference"));
        assertEquals(
                List.of("O-2", "O-1"),
                Yard.get(ORDERS + "?state=open&owner=" + yard.owner).getList("items.reference"));
    }
}
