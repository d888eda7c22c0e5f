package dev.lotline.stories;

import static dev.lotline.given.World.call;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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

/** What stands on a plate is traced to who sold it. */
@QuarkusTest
class PlateTraceStoryTest {
    private static final String SKU = "GUMMY-60";
    private World world;

    @BeforeEach
    void a_lot_that_was_bought_stands_on_a_plate() {
        world = World.acceptance();
        post(
                "/purchase-orders",
                Map.of(
                        "owner",
                        world.owner,
                        "reference",
                        "PO-1",
                        "supplier",
                        "Gummy Works",
                        "lines",
                        List.of(Map.of("sku", SKU, "quantity", 30))),
                201);
        Map<String, Object> line = Map.of(
                "sku", SKU, "quantity", 30, "purchaseOrder", "PO-1", "lots", List.of(lot("L-A", "2026-12-31", 30)));
        post(
                "/receiving-orders",
                Map.of(
                        "owner",
                        world.owner,
                        "reference",
                        "WRO-1",
                        "kind",
                        "WRO",
                        "warehouse",
                        world.warehouse,
                        "autoCommit",
                        true,
                        "lines",
                        List.of(line)),
                201);
        ok(world.receive("WRO-1", SKU, "L-A", "2026-12-31", 30));
        ok(world.stow("WRO-1", SKU, "L-A", "2026-12-31", 30, "A-01"));
        post(
                plates(""),
                Map.of(
                        "code",
                        "LPN-T1",
                        "location",
                        "A-01",
                        "contents",
                        List.of(Map.of("owner", world.owner, "sku", SKU, "lotNumber", "L-A", "quantity", 12))),
                200);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, SKU);
    }

    @Test
    void a_plate_tells_the_supplier_of_its_lots() {
        JsonPath trace = world.get(plates("/T1/trace"));
        assertEquals(List.of("RECEIVING"), trace.getList("items.event"));
        assertEquals("Gummy Works", trace.getString("items[0].from.name"));
        assertNull(trace.getString("items[0].from.code"));
        assertEquals("PO-1", trace.getString("items[0].purchaseOrder"));
        JsonPath parties = world.get(plates("/T1/trace/parties"));
        assertEquals("Gummy Works", parties.getString("items[0].party.name"));
        assertEquals(30, parties.getInt("items[0].quantity"));
    }

    @Test
    void a_plate_of_others_or_none_is_unknown() {
        String path = "/api/v1" + plates("/T1/trace");
        String stranger = House.token(Map.of(
                "name", "seller-" + world.owner, "role", "INTEGRATION", "owners", List.of("NOBODY-" + world.owner)));
        assertEquals(
                "UNKNOWN_PLATE",
                House.as(stranger).get(path).then().statusCode(404).extract().path("code"));
        assertEquals(
                "UNKNOWN_PLATE", call().get("/api/v1" + plates("/T9/trace")).path("code"));
    }

    private String plates(String path) {
        return "/warehouses/" + world.warehouse + "/plates" + path;
    }

    private static void post(String path, Map<String, ?> body, int status) {
        call().body(body).post("/api/v1" + path).then().statusCode(status);
    }
}
