package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** What was bought, what of it is on its way, and what is still to come. */
@QuarkusTest
class PurchasingStoryTest {
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
    void t16_purchase_figures_are_net_of_receipts() {
        purchase("PO-1", 500).then().statusCode(201);
        figures(endless(), "endless", "poQuantity", 500, "poShipped", 0, "poUnshipped", 500, "totalIncoming", 500);
        announce("WRO-1", "PO-1", 300).then().statusCode(201);
        announce("WRO-2", null, 40).then().statusCode(201);
        JsonPath announced = endless();
        figures(announced, "endless", "poQuantity", 500, "poShipped", 300, "poUnshipped", 200);
        figures(announced, "endless", "shipmentUnlinked", 40, "totalIncoming", 540, "incoming", 340);

        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 100));
        JsonPath received = endless();
        figures(received, "endless", "poQuantity", 400, "poShipped", 200, "poUnshipped", 200);
        figures(received, "endless", "shipmentUnlinked", 40, "totalIncoming", 440, "incoming", 240);
        JsonPath document = world.get("/purchase-orders/" + world.owner + "/PO-1");
        figures(document, "lines[0]", "quantity", 500, "shipped", 200, "received", 100, "unshipped", 200);
    }

    @Test
    void what_a_shipment_did_not_bring_is_to_be_shipped_again() {
        purchase("PO-1", 500).then().statusCode(201);
        announce("WRO-1", "PO-1", 300).then().statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 100));
        world.document("close", "WRO-1").then().statusCode(200);
        figures(endless(), "endless", "poQuantity", 400, "poShipped", 0, "poUnshipped", 400, "incoming", 0);
        announce("WRO-2", "PO-1", 50).then().statusCode(201);
        world.document("cancel", "WRO-2").then().statusCode(200);
        figures(endless(), "endless", "poQuantity", 400, "poUnshipped", 400, "totalIncoming", 400);
    }

    @Test
    void a_closed_purchase_order_expects_nothing_more_and_takes_no_line() {
        purchase("PO-1", 500).then().statusCode(201);
        announce("WRO-1", "PO-1", 300).then().statusCode(201);
        assertEquals("CLOSED", close("PO-1").then().statusCode(200).extract().path("state"));
        figures(endless(), "endless", "poQuantity", 300, "poShipped", 300, "poUnshipped", 0, "incoming", 300);
        assertEquals(
                "DOCUMENT_CLOSED",
                close("PO-1").then().statusCode(409).extract().path("code"));
        assertEquals("DOCUMENT_CLOSED", announce("WRO-2", "PO-1", 10).path("code"));
        assertEquals(List.of(), list("&state=open"));
        assertEquals(List.of("PO-1"), list(""));
    }

    @Test
    void more_than_was_bought_leaves_nothing_to_ship() {
        purchase("PO-1", 100).then().statusCode(201);
        announce("WRO-1", "PO-1", 120).then().statusCode(201);
        figures(endless(), "endless", "poQuantity", 120, "poShipped", 120, "poUnshipped", 0);
    }

    @Test
    void a_purchase_order_for_a_warehouse_counts_there() {
        purchase("PO-1", 100).then().statusCode(201);
        Map<String, Object> body = new HashMap<>(order("PO-2", 70));
        body.put("warehouse", world.warehouse);
        World.call().body(body).post("/api/v1/purchase-orders").then().statusCode(201);
        figures(endless(), "endless", "poUnshipped", 170);
        figures(world.inventory("GUMMY-60", world.warehouse), "endless", "poUnshipped", 70, "totalIncoming", 70);
    }

    @Test
    void the_reference_is_the_key_and_lines_are_judged() {
        purchase("PO-1", 100).then().statusCode(201);
        purchase("PO-1", 100).then().statusCode(200);
        assertEquals("REFERENCE_REUSED", purchase("PO-1", 101).path("code"));
        assertEquals("VALIDATION_FAILED", purchase("PO-2", 0).path("code"));
        assertEquals("VALIDATION_FAILED", purchase("PO-2", 1.5).path("code"));
        world.item("BOX", Map.of());
        Map<String, Object> body = new HashMap<>(order("PO-3", 1));
        body.put("lines", List.of(Map.of("sku", "BOX", "quantity", 5)));
        World.call().body(body).post("/api/v1/purchase-orders").then().statusCode(201);
        Response wrong = announce("WRO-1", "PO-3", 5);
        assertEquals(
                "lines[0].purchaseOrder", wrong.then().statusCode(400).extract().path("violations[0].field"));
        assertEquals(
                "UNKNOWN_DOCUMENT",
                World.call()
                        .get("/api/v1/purchase-orders/" + world.owner + "/PO-9")
                        .then()
                        .statusCode(404)
                        .extract()
                        .path("code"));
    }

    private JsonPath endless() {
        return world.inventory("GUMMY-60");
    }

    private Response purchase(String reference, Number units) {
        return World.call().body(order(reference, units)).post("/api/v1/purchase-orders");
    }

    private Map<String, Object> order(String reference, Number units) {
        return Map.of(
                "reference",
                reference,
                "owner",
                world.owner,
                "supplier",
                "Gelatin Ltd",
                "expectedOn",
                "2026-04-01",
                "lines",
                List.of(Map.of("sku", "GUMMY-60", "quantity", units)));
    }

    private Response announce(String reference, String purchaseOrder, int units) {
        Map<String, Object> line = new HashMap<>(
                Map.of("sku", "GUMMY-60", "quantity", units, "lots", List.of(lot("L-A", "2026-06-30", units))));
        line.put("purchaseOrder", purchaseOrder);
        return World.call()
                .body(Map.of(
                        "reference",
                        reference,
                        "kind",
                        "WRO",
                        "owner",
                        world.owner,
                        "warehouse",
                        world.warehouse,
                        "lines",
                        List.of(line)))
                .post("/api/v1/receiving-orders");
    }

    private Response close(String reference) {
        return World.call().body(Map.of()).post("/api/v1/purchase-orders/" + world.owner + "/" + reference + "/close");
    }

    private List<String> list(String query) {
        return world.get("/purchase-orders?owner=" + world.owner + query).getList("items.reference");
    }
}
