package dev.lotline.edge.api.inventory;

import static dev.lotline.given.House.admin;
import static dev.lotline.given.House.as;
import static dev.lotline.given.House.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.Superuser;
import dev.lotline.stock.since.ChangeMarks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house with a past: 28 promised to a waiting order of 40, 6 reserved, 64 shipped; see invariants/house.sql. */
@QuarkusTest
class InventoryResourceTest {
    private static final String OWNER = "/api/v1/owners/READ";
    private static final String ITEM = OWNER + "/items/READ-60/inventory";
    private static boolean built;

    @Inject
    ChangeMarks marks;

    @BeforeEach
    void a_house_with_a_past() throws Exception {
        if (!built) {
            try (Superuser superuser = Superuser.begin()) {
                superuser
                        .house("READ")
                        .run("INSERT INTO item (owner_id, sku, name, tracking) SELECT id, 'READ-WRAP',"
                                + " 'Wrap', false FROM owner WHERE code = 'READ'");
                superuser.commit();
            }
            built = true;
        }
    }

    @Test
    void item_is_told_in_five_vocabularies_and_by_lot() {
        admin().get(ITEM)
                .then()
                .statusCode(200)
                .body("shipstream.available", is(0), "shipstream.allocated", is(28), "shipstream.reserved", is(6))
                .body("shipstream.backordered", is(12), "shipstream.onHand", is(34), "shipstream.expected", is(0))
                .body("endless.physical", is(34), "endless.ordered", is(46), "endless.depth", is("OVERSOLD"))
                .body("jetpack.committed", is(6), "jetpack.exception", is(40), "jetpack.sellable", is(-12))
                .body("fluent.onHand", is(0), "bottleneck.status", is("IN_STOCK"))
                .body("lots.lotNumber", contains("L-B", "L-A"))
                .body("lots.bottleneck.status", contains("OUT_OF_STOCK", "IN_STOCK"))
                .body("lots[0].locations", empty(), "lots[0].hold", is("NONE"))
                .body("lots[1].locations", hasSize(1), "lots[1].locations[0].location", is("A-02"))
                .body("lots[1].locations[0].quantity", is(34), "lots[1].locations[0].reserved", is(6))
                .body("lots[1].shipstream.available", is(28), "lots[1].shipstream.reserved", is(6));
    }

    @Test
    void identities_hold_of_the_answer() {
        assertEquals(
                List.of(), Identities.broken(admin().get(ITEM).then().extract().jsonPath()));
    }

    @Test
    void figures_of_the_house_are_absent_for_one_warehouse() {
        admin().get(ITEM + "?warehouse=READ-1")
                .then()
                .statusCode(200)
                .body("shipstream", not(hasKey("backordered")), "shipstream.allocated", is(28))
                .body("endless", not(hasKey("ordered")), "endless", not(hasKey("depth")))
                .body("jetpack", not(hasKey("exception")), "jetpack", not(hasKey("backordered")))
                .body("jetpack", not(hasKey("sellable")));
    }

    @Test
    void credential_of_one_warehouse_is_not_told_of_the_house() {
        String token = token(Map.of(
                "name", "read-w", "role", "INTEGRATION", "owners", List.of("READ"), "warehouses", List.of("ELSE")));
        as(token)
                .get(ITEM)
                .then()
                .statusCode(200)
                .body("endless.physical", is(0), "shipstream", not(hasKey("backordered")));
        as(token).get(ITEM + "?warehouse=READ-1").then().statusCode(404).body("code", is("UNKNOWN_WAREHOUSE"));
        as(token).get("/api/v1/movements?owner=READ").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource({
        "/owners/READ/items/NONE/inventory, 404, UNKNOWN_ITEM",
        "/owners/READ/items/READ-WRAP/inventory, 404, UNKNOWN_ITEM",
        "/owners/NOBODY/items/READ-60/inventory, 404, UNKNOWN_OWNER",
        "/owners/NOBODY/inventory, 404, UNKNOWN_OWNER",
        "/owners/READ/items/READ-60/inventory?warehouse=NONE, 404, UNKNOWN_WAREHOUSE",
        "/owners/READ/inventory?warehouse=NONE, 404, UNKNOWN_WAREHOUSE",
        "/owners/READ/inventory?colour=red, 400, VALIDATION_FAILED",
        "/owners/READ/inventory?updatedSince=yesterday, 400, VALIDATION_FAILED",
        "/movements?after=x, 400, VALIDATION_FAILED",
        "/owners/READ/items/NONE/lots/1/history, 404, UNKNOWN_ITEM",
        "/owners/READ/items/READ-60/lots/999999999/history, 404, UNKNOWN_LOT",
    })
    void what_is_not_there_is_said(String path, int status, String code) {
        admin().get("/api/v1" + path).then().statusCode(status).body("code", is(code));
    }

    @Test
    void foreign_owner_is_not_there() {
        String token = token(Map.of("name", "read-o", "role", "MERCHANT", "owners", List.of("OTHER")));
        for (String path : List.of(ITEM, OWNER + "/inventory", "/api/v1/movements?owner=READ")) {
            as(token).get(path).then().statusCode(404).body("code", is("UNKNOWN_OWNER"));
        }
        as(token).get("/api/v1/movements").then().statusCode(200).body("items", empty(), "next", nullValue());
    }

    @Test
    void list_has_the_items_that_keep_stock_and_no_lots() {
        admin().get(OWNER + "/inventory")
                .then()
                .statusCode(200)
                .body("items.sku", contains("READ-60"), "items[0].shipstream.backordered", is(12))
                .body("items[0]", not(hasKey("lots")), "items[0].updatedAt", notNullValue(), "next", nullValue());
        marks.mark().await().indefinitely();
        admin().get(OWNER + "/inventory?updatedSince=2099-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void ledger_is_read_page_by_page_in_its_sequence() {
        List<Integer> ids = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = admin().get("/api/v1/movements?owner=READ&limit=4" + next)
                    .then()
                    .statusCode(200)
                    .body("items.owner", everyItem(is("READ")))
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (next != null);

        assertEquals(ids.stream().distinct().sorted().toList(), ids);
        assertEquals(16, ids.size());
        admin().get("/api/v1/movements?owner=READ&after=" + ids.get(14)).then().body("items.id", contains(ids.get(15)));
        admin().get("/api/v1/movements?item=READ-60&lot=L-B&location=DOCK")
                .then()
                .body("items.kind", contains("RECEIVE", "STOW"));
    }

    @Test
    void lot_tells_its_history() {
        int lot = admin().get(ITEM).then().extract().path("lots[0].lotId");
        admin().get(OWNER + "/items/READ-60/lots/" + lot + "/history")
                .then()
                .statusCode(200)
                .body("items.kind", contains("RECEIVE", "STOW", "COMMIT", "PICK", "UNPICK", "PICK", "SHIP"))
                .body("items[0].from.location", is("@SUPPLIER"), "items[0].from.state", nullValue())
                .body("items[0].receivingOrder", is("READ-WRO"), "items[6].order", is("READ-1"));
    }
}
