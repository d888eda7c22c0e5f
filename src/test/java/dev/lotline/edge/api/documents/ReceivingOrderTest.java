package dev.lotline.edge.api.documents;

import static dev.lotline.edge.api.documents.Yard.RECEIVING;
import static dev.lotline.edge.api.documents.Yard.line;
import static dev.lotline.edge.api.documents.Yard.lot;
import static dev.lotline.edge.api.documents.Yard.post;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.House;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceivingOrderTest {
    @Inject
    Pool pool;

    private Yard yard;

    @BeforeEach
    void build() {
        yard = new Yard(pool);
    }

    private Map<String, Object> twoLots(String reference) {
        return yard.receivingOrder(
                reference,
                line("GUMMY", 100, "lots", List.of(lot("L-A", "2030-06-30", 40), lot("L-B", "2030-05-15", 60))),
                line("BOX", 5, "purchaseOrder", "PO-1"));
    }

    @AfterEach
    void the_books_balance() {
        Yard.assertBooksBalance();
    }

    @Test
    void order_is_stored_once_under_its_reference() {
        post(RECEIVING, twoLots("R-1"))
                .statusCode(201)
                .header("Location", endsWith(RECEIVING + "/" + yard.owner + "/R-1"))
                .body("state", is("SUBMITTED"), "lines[0].lots[1].lotNumber", is("L-B"))
                .body("lines[0].expected", is(100), "lines[1].purchaseOrder", is("PO-1"))
                .body("lines[1].lots[0].lotId", nullValue(), "lines[0].lots[0].lotId", notNullValue());
        post(RECEIVING, twoLots("R-1")).statusCode(200).body("state", is("SUBMITTED"));
        Map<String, Object> other = twoLots("R-1");
        other.put("autoClose", true);
        post(RECEIVING, other).statusCode(409).body("code", is("REFERENCE_REUSED"), "reference", is("R-1"));
        // the numbers of the first call counted once
        assertEquals(100, yard.receivingOrder("R-1").getInt("lines[0].expected"));
    }

    @Test
    void refused_order_leaves_nothing_behind() {
        post(RECEIVING, yard.receivingOrder("R-1", line("BOX", 5), line("NOBODY", 1)))
                .statusCode(404)
                .body("code", is("UNKNOWN_ITEM"), "field", is("lines[1].sku"));
        House.admin().get(RECEIVING + "/" + yard.owner + "/R-1").then().statusCode(404);
    }

    @Test
    void unknown_names_are_named() {
        Map<String, Object> body = twoLots("R-1");
        body.put("warehouse", "NOWHERE");
        post(RECEIVING, body).statusCode(404).body("code", is("UNKNOWN_WAREHOUSE"), "warehouse", is("NOWHERE"));
        body.put("warehouse", yard.first);
        body.put("owner", "NOBODY");
        post(RECEIVING, body).statusCode(404).body("code", is("UNKNOWN_OWNER"), "owner", is("NOBODY"));
    }

    @Test
    void thousand_lines_are_one_order() {
        Object[] lines =
                IntStream.range(0, 1000).mapToObj(n -> line("BOX", n + 1)).toArray();
        post(RECEIVING, yard.receivingOrder("R-1", lines)).statusCode(201).body("lines.size()", is(1000));
        Object[] more = IntStream.range(0, 1001).mapToObj(n -> line("BOX", 1)).toArray();
        post(RECEIVING, yard.receivingOrder("R-2", more)).statusCode(400).body("field", is("lines"));
    }

    @Test
    void goods_are_counted_stowed_committed_and_closed() {
        post(RECEIVING, twoLots("R-1")).statusCode(201);
        assertEquals(
                "OK", yard.scan(yard.first, "RECEIVE", yard.goods("R-1", "GUMMY", "L-A", "2030-06-30", 38, "DOCK")));
        JsonPath counted = yard.receivingOrder("R-1");
        assertEquals("RECEIVING", counted.getString("state"));
        assertEquals(
                List.of(62, 38), List.of(counted.getInt("lines[0].expected"), counted.getInt("lines[0].received")));
        assertEquals("SHORTAGE_MISSING 2 PENDING", exception(counted, "lines[0].exceptions[0]"));

        assertEquals("OK", yard.scan(yard.first, "STOW", yard.goods("R-1", "GUMMY", "L-A", "2030-06-30", 38, "A-01")));
        JsonPath stowed = yard.receivingOrder("R-1");
        assertEquals("STOWING", stowed.getString("state"));
        assertEquals(0, stowed.getInt("lines[0].lots[0].committed"));

        yard.inbound("R-1", "commit").statusCode(200).body("lines[0].committed", is(38));
        yard.inbound("R-1", "cancel").statusCode(409).body("code", is("ALREADY_COUNTED"));
        yard.inbound("R-1", "close").statusCode(200).body("state", is("COMPLETE"), "lines[0].expected", is(0));
        JsonPath closed = yard.receivingOrder("R-1");
        assertEquals("SHORTAGE_MISSING 2 OPEN", exception(closed, "lines[0].exceptions[0]"));
        assertEquals("SHORTAGE_MISSING 60 OPEN", exception(closed, "lines[0].exceptions[1]"));
        yard.inbound("R-1", "close").statusCode(409).body("code", is("DOCUMENT_CLOSED"));
    }

    @Test
    void order_is_cancelled_before_any_count() {
        post(RECEIVING, twoLots("R-1")).statusCode(201);
        yard.inbound("R-1", "cancel").statusCode(200).body("state", is("CANCELLED"), "lines[0].expected", is(0));
        assertEquals(
                "DOCUMENT_CLOSED", yard.scan(yard.first, "RECEIVE", yard.goods("R-1", "BOX", null, null, 1, "DOCK")));
    }

    @Test
    void exception_is_accepted_once_or_rejected() {
        post(RECEIVING, twoLots("R-1")).statusCode(201);
        assertEquals(
                "WARN", yard.scan(yard.first, "RECEIVE", yard.goods("R-1", "GUMMY", "L-Q", "2030-08-31", 7, "DOCK")));
        assertEquals(
                "WARN", yard.scan(yard.first, "RECEIVE", yard.goods("R-1", "GUMMY", "L-Z", "2030-09-30", 9, "DOCK")));
        JsonPath open = yard.receivingOrder("R-1");
        assertEquals("EXCEPTION", open.getString("state"));
        String path = RECEIVING + "/" + yard.owner + "/R-1/exceptions/";
        String first = path + open.getLong("lines[0].exceptions[0].id") + "/resolve";
        post(first, Map.of("decision", "MAYBE")).statusCode(400).body("violations[0].field", is("decision"));
        post(first, Map.of("decision", "ACCEPT", "note", "seen"))
                .statusCode(200)
                .body("lines[0].received", is(7), "lines[0].expected", is(100))
                .body("lines[0].exceptions[0].state", is("ACCEPTED"), "lines[0].exceptions[0].note", is("seen"));
        post(first, Map.of("decision", "REJECT")).statusCode(409).body("code", is("ALREADY_RESOLVED"));
        post(path + open.getLong("lines[0].exceptions[1].id") + "/resolve", Map.of("decision", "REJECT"))
                .statusCode(200)
                .body("state", is("RECEIVING"), "lines[0].exceptions[1].state", is("REJECTED"));
        post(path + "999999999/resolve", Map.of("decision", "REJECT")).statusCode(404);
    }

    @Test
    void item_that_nobody_announced_is_counted_when_accepted() {
        yard.item("EXTRA", true, false, 0);
        post(RECEIVING, yard.receivingOrder("R-1", line("BOX", 5))).statusCode(201);
        assertEquals("WARN", yard.scan(yard.first, "RECEIVE", yard.goods("R-1", "EXTRA", null, null, 4, "DOCK")));
        JsonPath open = yard.receivingOrder("R-1");
        assertEquals("OVERAGE_UNEXPECTED 4 OPEN", exception(open, "exceptions[0]"));
        post(
                        RECEIVING + "/" + yard.owner + "/R-1/exceptions/" + open.getLong("exceptions[0].id")
                                + "/resolve",
                        Map.of("decision", "ACCEPT"))
                .statusCode(200)
                .body(
                        "lines[0].received",
                        is(0),
                        "lines[0].lots[1].sku",
                        is("EXTRA"),
                        "lines[0].lots[1].received",
                        is(4));
    }

    @Test
    void command_is_done_once_under_its_key() {
        post(RECEIVING, twoLots("R-1")).statusCode(201);
        String key = UUID.randomUUID().toString();
        String close = RECEIVING + "/" + yard.owner + "/R-1/close";
        House.admin()
                .header("Idempotency-Key", key)
                .post(close)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue());
        House.admin()
                .header("Idempotency-Key", key)
                .post(close)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        House.admin()
                .header("Idempotency-Key", key)
                .post(RECEIVING + "/" + yard.owner + "/R-1/commit")
                .then()
                .statusCode(409)
                .body("code", is("KEY_REUSED"));
        House.admin()
                .body(Map.of("id", "my own key"))
                .post(close)
                .then()
                .statusCode(409)
                .body("code", is("DOCUMENT_CLOSED"));
    }

    @Test
    void list_goes_on_where_the_page_ended() {
        for (String reference : List.of("R-1", "R-2", "R-3")) {
            post(RECEIVING, twoLots(reference)).statusCode(201);
        }
        yard.inbound("R-2", "cancel").statusCode(200);
        String list = RECEIVING + "?owner=" + yard.owner + "&state=open&limit=1";
        JsonPath page = House.admin()
                .get(list)
                .then()
                .statusCode(200)
                .header("Link", not(nullValue()))
                .extract()
                .jsonPath();
        assertEquals(List.of("R-3"), page.getList("items.reference"));
        JsonPath rest = Yard.get(list + "&cursor=" + page.getString("next"));
        assertEquals(List.of("R-1"), rest.getList("items.reference"));
        assertEquals(105, rest.getInt("items[0].expected"));
        House.admin().get(list + "&colour=red").then().statusCode(400).body("field", is("colour"));
        House.admin().get(RECEIVING + "?state=lost").then().statusCode(400).body("field", is("state"));
    }

    @Test
    void stranger_finds_nothing() {
        post(RECEIVING, twoLots("R-1")).statusCode(201);
        String token = House.token(
                Map.of("name", "FAR-" + yard.owner, "role", "INTEGRATION", "warehouses", List.of(yard.second)));
        Yard.as(token).get(RECEIVING + "/" + yard.owner + "/R-1").then().statusCode(404);
        Yard.as(token).post(RECEIVING + "/" + yard.owner + "/R-1/cancel").then().statusCode(404);
        Yard.as(token)
                .body(twoLots("R-2"))
                .post(RECEIVING)
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_WAREHOUSE"));
        Yard.as(token)
                .get(RECEIVING + "?owner=" + yard.owner)
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        String merchant = House.token(
                Map.of("name", "OTHER-" + yard.owner, "role", "MERCHANT", "owners", List.of("SOMEONE-ELSE")));
        Yard.as(merchant).get(RECEIVING + "/" + yard.owner + "/R-1").then().statusCode(404);
        Yard.as(merchant)
                .post(RECEIVING + "/" + yard.owner + "/R-1/cancel")
                .then()
                .statusCode(403);
    }

    private static String exception(JsonPath order, String at) {
        return order.getString(at + ".code") + " " + order.getInt(at + ".quantity") + " "
                + order.getString(at + ".state");
    }
}
