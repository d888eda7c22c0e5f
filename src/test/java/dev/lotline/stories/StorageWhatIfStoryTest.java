package dev.lotline.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a month will come to, and what it would if something were done. Nothing is written. */
@QuarkusTest
class StorageWhatIfStoryTest {
    private Storage storage;

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void what_if_goods_left_came_moved_or_another_plan_held() {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 14, "A-01");
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 20, "A-02");
        storage.morning("2026-03-22");
        JsonPath fees = storage.fees("2026-03");
        assertEquals("6.00", fees.getString("estimate"));
        String lot = fees.getString("lines[0].lotId");

        // one place less for 10 days, the saving of w9
        assertDifference("-0.97", Map.of("kind", "CONSOLIDATE", "lot", lot));
        assertDifference("-0.97", Map.of("kind", "CONSOLIDATE", "sku", "GUMMY-60"));
        // half of 34: the place with 14 is empty, the other one keeps 17
        assertDifference("-0.97", Map.of("kind", "SHIP", "lot", lot, "percent", 50));
        assertDifference("-0.97", Map.of("kind", "MOVE", "lot", lot, "from", "A-01", "to", "A-02"));
        assertDifference("0.00", Map.of("kind", "SHIP", "lot", lot, "units", 13));
        // 26 days of 31 in each: 2.52
        assertDifference("-0.96", Map.of("kind", "DISPOSE", "lot", lot, "on", "2026-03-27"));
        // 61 units fit into a place of 4 ft³: two lots of 50 in two of them for 2 days, one of 100 too
        assertDifference(
                "0.38", Map.of("kind", "RECEIVE", "sku", "GUMMY-60", "units", 100, "lots", 2, "on", "2026-03-30"));
        assertDifference("0.38", Map.of("kind", "RECEIVE", "sku", "GUMMY-60", "units", 100, "on", "2026-03-30"));
        // a draft of 0.80 from the 22nd: 2.03… + 1.03… = 3.06 for each
        World.call()
                .body(Map.of("definition", RatePlanStoryTest.plan("0.80")))
                .put("/api/v1/rate-plans/" + storage.plan)
                .then()
                .statusCode(200);
        JsonPath other = assertDifference("0.12", Map.of("kind", "PLAN", "plan", storage.plan, "version", 0));
        assertEquals("6.00", other.getString("before"));
        assertEquals("6.12", other.getString("after"));
        assertEquals(List.of("L-A"), other.getList("lots.lot"));
        assertEquals(fees.prettify(), storage.fees("2026-03").prettify());
    }

    @Test
    void every_field_of_an_action_that_is_wrong_is_told() {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        storage.morning("2026-03-02");
        whatIf(List.of(
                        Map.of("kind", "SHIP", "units", -1, "on", "2026-05-01"),
                        Map.of("kind", "RECEIVE", "units", 3, "percent", 101),
                        Map.of("kind", "PLAN")))
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("violations", hasSize(7));
        whatIf(List.of(Map.of("kind", "PLAN", "plan", "NONE-SUCH"))).then().statusCode(404);
    }

    @Test
    void an_outlook_tells_the_range_and_what_will_change() {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 34, "A-01");
        storage.morning("2026-03-21");
        storage.world
                .order("O-1", Map.of("sku", "GUMMY-60", "quantity", 28))
                .then()
                .statusCode(201);
        Map<String, Object> task = storage.world.release("O-1").get(0);
        World.ok(storage.world.pick(task, "L-A", 28));
        World.call()
                .body(Map.of(
                        "reference",
                        "WRO-" + storage.world.owner,
                        "kind",
                        "WRO",
                        "owner",
                        storage.world.owner,
                        "warehouse",
                        storage.world.warehouse,
                        "expectedOn",
                        "2026-03-25",
                        "lines",
                        List.of(Map.of(
                                "sku",
                                "GUMMY-60",
                                "quantity",
                                50,
                                "lots",
                                List.of(World.lot("L-N", "2027-07-30", 50))))))
                .post("/api/v1/receiving-orders")
                .then()
                .statusCode(201);
        storage.version(
                Map.of(
                        "currency",
                        "USD",
                        "rules",
                        RatePlanStoryTest.plan("0.80").get("rules")),
                "2026-04-01");
        storage.morning("2026-03-22");
        JsonPath outlook = outlook();
        assertEquals(List.of("NO_MOVEMENT", "RUN_RATE", "SCHEDULED"), outlook.getList("forecasts.forecast"));
        // one unit a day: the place is empty from the 27th on; or a place more from the 25th on
        assertEquals(List.of("3.00", "2.52", "3.68"), outlook.getList("forecasts.estimate"));
        assertEquals("2.52", outlook.getString("least"));
        assertEquals("3.68", outlook.getString("most"));
        assertEquals(List.of("PLAN_VERSION"), outlook.getList("changes.kind"));
        assertEquals("2026-04-01", outlook.getString("changes[0].on"));
        assertEquals(10, outlook.getInt("changes[0].inDays"));
        assertEquals(2, outlook.getInt("changes[0].version"));
    }

    @Test
    void an_outlook_tells_which_lot_grows_older_and_what_that_costs() {
        storage = Storage.paidBy(Map.of(
                "kind",
                "AGED",
                "age",
                Map.of("assess", Map.of("day", 15), "bands", List.of(Map.of("fromDays", 10, "perUnit", "0.15")))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-06");
        JsonPath outlook = outlook();
        assertEquals(List.of("AGE_BAND"), outlook.getList("changes.kind"));
        assertEquals("2026-03-11", outlook.getString("changes[0].on"));
        assertEquals(5, outlook.getInt("changes[0].inDays"));
        assertEquals("5.70", outlook.getString("changes[0].amount"));
        assertEquals("5.70", storage.fees("2026-03").getString("estimate"));
    }

    private JsonPath outlook() {
        return storage.world.get("/owners/" + storage.world.owner + "/storage-fees/outlook?month=2026-03&warehouse="
                + storage.world.warehouse);
    }

    private JsonPath assertDifference(String expected, Map<String, ?> action) {
        Response answer = whatIf(List.of(action));
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(expected, answer.path("difference"), answer.asString());
        return answer.jsonPath();
    }

    private Response whatIf(List<Map<String, ?>> actions) {
        return World.call()
                .body(Map.of("warehouse", storage.world.warehouse, "actions", actions))
                .post("/api/v1/owners/" + storage.world.owner + "/storage-fees/what-if");
    }
}
