package dev.lotline.stories;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.lot;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no document explains: more or fewer units than the books say, broken ones, thrown away ones. */
@QuarkusTest
class AdjustmentStoryTest {
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
    void fewer_units_cut_the_newest_claims_and_more_units_drain_what_waits() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 20, "A-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 12)).then().statusCode(201);
        world.order("O-2", Map.of("sku", "GUMMY-60", "quantity", 8)).then().statusCode(201);
        world.release("O-2");

        JsonPath lost = posted(adjust(World.call(), Map.of("delta", -5)));
        assertEquals("POSTED", lost.getString("status"));
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 7, "reserved", 8, "backordered", 5);

        posted(adjust(World.call(), Map.of("counted", 20)));
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 12, "reserved", 8, "backordered", 0);
        posted(adjust(World.call(), Map.of("delta", -15)));
        figures(world.inventory("GUMMY-60"), "shipstream", "allocated", 0, "reserved", 5, "backordered", 15);
        posted(adjust(World.call(), Map.of("delta", 15)));
        assertEquals(0, posted(adjust(World.call(), Map.of("counted", 20))).getInt("delta"));
    }

    @Test
    void a_large_difference_waits_for_a_second_person() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        RequestSpecification first = House.as(person("anna"));
        RequestSpecification second = House.as(person("ben"));
        Response asked = adjust(first, Map.of("delta", -26));
        asked.then().statusCode(202);
        long id = asked.jsonPath().getLong("id");
        assertEquals("WAITING", asked.jsonPath().getString("status"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);

        assertEquals("SECOND_PERSON_REQUIRED", refused(approve(first, id), 409));
        assertEquals("SECOND_PERSON_REQUIRED", refused(approve(World.call(), id), 409));
        JsonPath agreed = posted(approve(second, id));
        assertEquals("POSTED", agreed.getString("status"));
        assertNull(agreed.get("warning"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 72, "onHand", 72);
        assertEquals("ALREADY_RESOLVED", refused(approve(second, id), 409));
        assertEquals("POSTED", posted(adjust(first, Map.of("delta", -25))).getString("status"));
    }

    @Test
    void value_and_the_sum_of_a_persons_day_count_as_well() {
        world.item("GUMMY-60", Map.of("minShelfLifeDays", 30, "unitValue", 100));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        adjust(House.as(person("carl")), Map.of("delta", -6)).then().statusCode(202);
        world.item("GUMMY-60", Map.of("minShelfLifeDays", 30));
        RequestSpecification dora = House.as(person("dora"));
        for (int n = 0; n < 10; n++) {
            adjust(dora, Map.of("delta", n % 2 == 0 ? -25 : 25)).then().statusCode(201);
        }
        adjust(dora, Map.of("delta", -1)).then().statusCode(202);
        adjust(House.as(person("emil")), Map.of("delta", -1)).then().statusCode(201);
    }

    @Test
    void a_rejected_difference_changes_nothing() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        long id = adjust(World.call(), Map.of("delta", 40)).jsonPath().getLong("id");
        Response rejected = World.call()
                .body(Map.of("note", "counted again, all there"))
                .post("/api/v1/adjustments/" + id + "/reject");
        assertEquals("REJECTED", posted(rejected).getString("status"));
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 98);
        JsonPath waiting = world.get("/adjustments?owner=" + world.owner + "&status=WAITING");
        assertEquals(List.of(), waiting.getList("items"));
    }

    @Test
    void units_that_a_receiving_order_waits_for_can_be_written_off() {
        world.announce("WRO-1", "GUMMY-60", false, lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 40));
        posted(adjust(World.call(), Map.of("delta", -2, "state", "RECEIVED", "location", "DOCK-1")));
        ok(world.stow("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 38, "A-01"));
        posted(adjust(World.call(), Map.of("delta", -3, "state", "STOWED")));
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 0, "putaway", 35);
        world.document("commit", "WRO-1").then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "putaway", 0, "available", 35);

        Response up = adjust(World.call(), Map.of("delta", 1, "state", "STOWED"));
        assertEquals("STATE_NEEDS_DOCUMENT", refused(up, 422));
        assertEquals("PICKED_UNITS", refused(adjust(World.call(), Map.of("delta", -1, "state", "PICKED")), 409));
        assertEquals("NOT_ENOUGH_STOCK", refused(adjust(World.call(), Map.of("delta", -36)), 422));
    }

    @Test
    void found_units_are_judged_like_any_that_become_free() {
        posted(adjust(World.call(), Map.of("delta", 5, "lotNumber", "L-X", "expirationDate", "2026-03-20")));
        figures(world.inventory("GUMMY-60"), "jetpack", "shortDated", 5);
        Response mixed = adjust(World.call(), Map.of("delta", 5, "lotNumber", "L-Y"));
        assertEquals("LOT_MIX_FORBIDDEN", refused(mixed, 422));
        assertEquals("WRONG_LOCATION", refused(adjust(World.call(), Map.of("delta", 5, "location", "@CUSTOMER")), 422));
        Response unknown = adjust(World.call(), Map.of("delta", -1, "lotNumber", "L-Z"));
        assertEquals("UNKNOWN_LOT", refused(unknown, 404));
    }

    @Test
    void broken_units_are_held_where_they_are_and_thrown_away_later() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 20, "A-01");
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 20)).then().statusCode(201);
        world.release("O-1");
        JsonPath damaged = ok(lose("DAMAGE", 3));
        assertEquals("DAMAGED", damaged.getString("code"));
        JsonPath inventory = world.inventory("GUMMY-60");
        figures(inventory, "jetpack", "damaged", 3);
        figures(inventory, "shipstream", "reserved", 17, "backordered", 3);
        JsonPath gone = ok(lose("DISPOSE", 2));
        assertNotNull(gone.getString("undo"));
        figures(world.inventory("GUMMY-60"), "endless", "physical", 18);

        ok(world.scan(world.event("UNDO", Map.of("of", gone.getString("undo")))));
        ok(world.scan(world.event("UNDO", Map.of("of", damaged.getString("undo")))));
        JsonPath back = world.inventory("GUMMY-60");
        figures(back, "endless", "physical", 20, "allocated", 20);
        figures(back, "jetpack", "damaged", 0, "backordered", 0);
        assertEquals("NOT_ENOUGH_STOCK", lose("DAMAGE", 21).getString("code"));
    }

    @Test
    void a_handheld_may_report_damage_but_not_throw_away() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 20, "A-01");
        String token = House.token(Map.of("name", "HH-" + world.owner, "role", "DEVICE"));
        Map<String, Object> damage = world.event("DAMAGE", loss(1));
        Map<String, Object> disposal = world.event("DISPOSE", loss(1));
        List<String> codes = House.as(token)
                .body(List.of(damage, disposal))
                .post("/floor/events")
                .jsonPath()
                .getList("code");
        assertEquals(List.of("DAMAGED", "FORBIDDEN"), codes);
        adjust(House.as(token), Map.of("delta", -1)).then().statusCode(403);
    }

    @Test
    void what_is_out_of_scope_is_not_there() {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 98, "A-01");
        long id = adjust(World.call(), Map.of("delta", -60)).jsonPath().getLong("id");
        String stranger = House.token(
                Map.of("name", "S-" + world.owner, "role", "SUPERVISOR", "owners", List.of("SOMEBODY-ELSE")));
        adjust(House.as(stranger), Map.of("delta", -1)).then().statusCode(404);
        approve(House.as(stranger), id).then().statusCode(404);
        House.as(stranger).get("/api/v1/adjustments/" + id).then().statusCode(404);
        assertEquals(
                List.of(),
                House.as(stranger).get("/api/v1/adjustments").jsonPath().getList("items"));
        String merchant =
                House.token(Map.of("name", "M-" + world.owner, "role", "MERCHANT", "owners", List.of(world.owner)));
        adjust(House.as(merchant), Map.of("delta", -1)).then().statusCode(403);
    }

    private String person(String name) {
        return House.token(
                Map.of("name", name + "-" + world.owner, "role", "SUPERVISOR", "owners", List.of(world.owner)));
    }

    private Response adjust(RequestSpecification as, Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "warehouse", world.warehouse,
                "location", "A-01",
                "owner", world.owner,
                "sku", "GUMMY-60",
                "lotNumber", "L-A",
                "reason", "found so"));
        body.putAll(fields);
        return as.body(body).post("/api/v1/adjustments");
    }

    private static Response approve(RequestSpecification as, long id) {
        return as.body(Map.of()).post("/api/v1/adjustments/" + id + "/approve");
    }

    private JsonPath lose(String operation, int units) {
        return world.scan(world.event(operation, loss(units)));
    }

    private Map<String, Object> loss(int units) {
        return goods(
                "GUMMY-60",
                "L-A",
                null,
                units,
                Map.of("owner", world.owner, "location", "A-01", "reason", "fell down"));
    }

    private static JsonPath posted(Response response) {
        assertEquals(2, response.statusCode() / 100, response.asString());
        return response.jsonPath();
    }

    private static String refused(Response response, int status) {
        assertEquals(status, response.statusCode(), response.asString());
        return response.jsonPath().getString("code");
    }
}
