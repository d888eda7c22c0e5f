package dev.lotline.stories;

import static dev.lotline.given.House.as;
import static dev.lotline.given.House.token;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose goods they are: its owner reads it everywhere, nobody else can tell that they exist. */
@QuarkusTest
class OwnershipStoryTest {
    private World world;
    private World neighbour;
    private String own;
    private String other;

    @BeforeEach
    void two_customers_of_one_house() {
        neighbour = World.acceptance();
        world = World.acceptance();
        own = merchant(world);
        other = merchant(neighbour);
        world.stock("GUMMY-60", "L-OWN", "2026-12-31", 12, "A-01");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void t23_what_is_said_of_a_lot_names_its_owner() {
        JsonPath label = World.call()
                .body(Map.of("data", "L-OWN", "context", Map.of("warehouse", world.warehouse)))
                .post("/floor/resolve")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("LOT", label.getString("kind"), label.prettify());
        assertEquals(world.owner, label.getString("item.owner"));

        List<String> owners = world.get(lot("/history")).getList("items.owner");
        assertFalse(owners.isEmpty());
        assertTrue(owners.stream().allMatch(world.owner::equals), owners.toString());
        assertEquals(
                List.of(world.owner),
                as(own).get("/api/v1/owners").then().statusCode(200).extract().path("items.owner"));
        as(own).get("/api/v1" + lot("")).then().statusCode(200);
        assertEquals(
                12,
                as(own).get("/api/v1/owners/" + world.owner + "/items/GUMMY-60/inventory")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("lots[0].shipstream.available"));
    }

    @Test
    void t23_another_customer_gets_no_row() {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 2)).then().statusCode(201);
        world.announce("WRO-OWN", "GUMMY-60", false, World.lot("L-OWN", "2026-12-31", 3))
                .then()
                .statusCode(201);
        for (String list : List.of(
                "/api/v1/owners",
                "/api/v1/movements",
                "/api/v1/movements?lot=L-OWN",
                "/api/v1/movements?item=GUMMY-60",
                "/api/v1/orders",
                "/api/v1/receiving-orders")) {
            String mine = as(own).get(list).then().statusCode(200).extract().asString();
            String theirs = as(other).get(list).then().statusCode(200).extract().asString();
            assertTrue(mine.contains(world.owner), list + ": " + mine);
            assertFalse(theirs.contains(world.owner) || theirs.contains("L-OWN"), list + ": " + theirs);
        }
    }

    @Test
    void t23_what_belongs_to_another_answers_exactly_like_what_is_not_there() {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 2)).then().statusCode(201);
        world.announce("WRO-OWN", "GUMMY-60", false, World.lot("L-OWN", "2026-12-31", 3))
                .then()
                .statusCode(201);
        for (String path : List.of(
                "/owners/" + world.owner,
                "/owners/" + world.owner + "/items",
                "/owners/" + world.owner + "/items/GUMMY-60",
                "/owners/" + world.owner + "/items/GUMMY-60/lots",
                lot(""),
                lot("/history"),
                "/owners/" + world.owner + "/inventory",
                "/owners/" + world.owner + "/items/GUMMY-60/inventory",
                "/movements?owner=" + world.owner,
                "/orders/" + world.owner + "/O-1",
                "/orders?owner=" + world.owner,
                "/receiving-orders/" + world.owner + "/WRO-OWN",
                "/receiving-orders?owner=" + world.owner)) {
            Response there = as(other).get("/api/v1" + path);
            Response nowhere = as(other).get("/api/v1" + path.replace(world.owner, "NOBODY-AT-ALL"));
            assertEquals(nowhere.statusCode(), there.statusCode(), path);
            assertEquals(
                    nowhere.asString().replace("NOBODY-AT-ALL", world.owner),
                    there.asString(),
                    "told apart at " + path);
            as(own).get("/api/v1" + path).then().statusCode(200);
        }
    }

    @Test
    void t23_a_handheld_of_another_customer_can_not_touch_or_see_the_lot() {
        String code = "B-" + world.owner;
        world.item("SNACK", Map.of("barcodes", List.of(Map.of("code", code))));
        world.stock("SNACK", "L-SNACK", "2026-12-31", 12, "B-01");
        String mine = handheld(world);
        String theirs = handheld(neighbour);
        for (Map<String, Object> goods : List.<Map<String, Object>>of(
                Map.of("owner", world.owner, "sku", "SNACK", "lotNumber", "L-SNACK", "expirationDate", "2026-12-31"),
                Map.of("barcode", Map.of("data", code), "lotNumber", "L-SNACK"))) {
            assertTrue(moved(theirs, goods).matches("REFUSED UNKNOWN_(ITEM|BARCODE)"));
            assertEquals("OK MOVED", moved(mine, goods));
        }
        Map<String, Object> scan = Map.of("data", "L-OWN", "context", Map.of("warehouse", world.warehouse));
        as(mine).body(scan).post("/floor/resolve").then().statusCode(200).body("item.owner", is(world.owner));
        as(theirs).body(scan).post("/floor/resolve").then().statusCode(200).body("item", nullValue());
    }

    private String moved(String token, Map<String, Object> goods) {
        Map<String, Object> event = world.event("MOVE", goods);
        event.putAll(Map.of("from", "B-01", "location", "C-01", "quantity", 1));
        JsonPath reply = as(token)
                .body(List.of(event))
                .post("/floor/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return reply.getString("[0].verdict") + " " + reply.getString("[0].code");
    }

    private static String handheld(World of) {
        return token(Map.of("name", "HH-" + of.owner, "role", "DEVICE", "owners", List.of(of.owner)));
    }

    @Test
    void t23_an_item_that_is_not_tracked_has_no_lots_and_no_inventory() {
        world.put("/owners/" + world.owner + "/items/GIFT-CARD", Map.of("name", "Gift card", "tracking", false));
        Response lot = World.call()
                .body(Map.of("lotNumber", "L-1"))
                .post("/api/v1/owners/" + world.owner + "/items/GIFT-CARD/lots");
        assertEquals(422, lot.statusCode());
        assertEquals("ITEM_NOT_TRACKED", lot.path("code"));
        assertEquals(
                List.of("GUMMY-60"),
                world.get("/owners/" + world.owner + "/inventory").getList("items.sku"));
        as(own).get("/api/v1/owners/" + world.owner + "/items/GIFT-CARD/inventory")
                .then()
                .statusCode(404);
        world.order("O-GIFT", Map.of("sku", "GIFT-CARD", "quantity", 1)).then().statusCode(201);
    }

    private String lot(String rest) {
        String lots = "/owners/" + world.owner + "/items/GUMMY-60/lots";
        return lots + "/" + world.get(lots).getString("items[0].lotId") + rest;
    }

    private static String merchant(World of) {
        return token(Map.of("name", "M-" + of.owner, "role", "MERCHANT", "owners", List.of(of.owner)));
    }
}
