package dev.lotline.stories;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Storage fees explain every cent: accrued day by day from the ledger, estimated, mended, never rated twice. */
@QuarkusTest
class StorageFeeStoryTest {
    private static final Map<String, ?> OCCUPIED = Map.of("rates", List.of(Map.of("rate", "0.75")));
    private static final Map<String, ?> UNITS =
            Map.of("basis", "UNIT_VOLUME", "rates", List.of(Map.of("rate", "0.75")));

    private Storage storage;

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @Test
    void t15_two_lots_by_unit_volume_are_paid_day_by_day() {
        storage = Storage.paidBy(UNITS);
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-18");
        storage.world.stock("GUMMY-60", "L-B", "2027-05-15", 60, "A-02");
        storage.morning("2026-04-01");
        JsonPath fees = storage.fees("2026-03");
        assertEquals(List.of("1.58", "1.13"), fees.getList("lines.accrued"));
        assertEquals("2.71", fees.getString("accrued"));
        assertEquals("2.71", fees.getString("estimate"));
        assertEquals(0, fees.getInt("unrated"));

        String before = fees.prettify();
        storage.close();
        assertEquals(before, storage.fees("2026-03").prettify());

        for (String by : List.of("lot", "sku", "location", "class", "day")) {
            assertEquals("2.71", sum(storage.fees("2026-03", by).getList("lines.accrued")), by);
        }
        JsonPath days = storage.fees("2026-03", "day");
        assertEquals(31, days.getList("lines").size());
        assertEquals("2026-03-17", days.getString("lines[16].day"));
        assertEquals(List.of(1, 2), days.getList("lines.places").subList(16, 18));
        // 98 × 96 in³ ÷ 1728
        assertEquals("5.4444", days.getString("lines[17].averageQuantity"));
    }

    @Test
    void what_stood_on_plates_is_paid_by_plate_however_late_the_days_are_closed() {
        storage = Storage.paidBy(Map.of("basis", "LPN", "rates", List.of(Map.of("rate", "12.40"))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        String plates = "/api/v1/warehouses/" + storage.world.warehouse + "/plates";
        List<Map<String, Object>> contents =
                List.of(Map.of("owner", storage.world.owner, "sku", "GUMMY-60", "lotNumber", "L-A", "quantity", 30));
        World.call()
                .body(Map.of("code", "LPN-0001", "location", "A-01", "contents", contents))
                .post(plates)
                .then()
                .statusCode(200);
        World.clock("2026-03-11");
        World.call()
                .body(Map.of("contents", contents))
                .post(plates + "/0001/split")
                .then()
                .statusCode(200);
        storage.morning("2026-03-21");
        // 10 days on a plate × 12.40 ÷ 31, and nothing for loose units
        assertEquals("4.00", storage.fees("2026-03").getString("accrued"));
        assertEquals("LPN", storage.fees("2026-03").getString("lines[0].unit"));
        assertEquals("4.00", storage.fees("2026-03").getString("estimate"));
    }

    @Test
    void the_pool_of_an_item_is_as_old_as_its_last_receipts() {
        storage = Storage.paidBy(Map.of(
                "kind",
                "AGED",
                "age",
                Map.of(
                        "by",
                        "FIFO_POOL",
                        "assess",
                        Map.of("day", 15),
                        "bands",
                        List.of(Map.of("fromDays", 10, "perUnit", "0.15")))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        World.clock("2026-03-12");
        storage.world.stock("GUMMY-60", "L-B", "2027-05-15", 60, "A-02");
        storage.world
                .order("O-1", Map.of("sku", "GUMMY-60", "quantity", 28))
                .then()
                .statusCode(201);
        // the newer lot expires first and is what is picked; the pool is 10 old units and 60 of three days all the same
        Map<String, Object> task = storage.world.release("O-1").get(0);
        World.ok(storage.world.pick(task, "L-B", 28));
        storage.morning("2026-03-16");
        assertEquals("1.50", storage.fees("2026-03").getString("accrued"));
        JsonPath outlook = storage.world.get("/owners/" + storage.world.owner
                + "/storage-fees/outlook?month=2026-03&warehouse=" + storage.world.warehouse);
        assertEquals("2026-03-22", outlook.getString("changes[0].on"));
        assertEquals(60, outlook.getInt("changes[0].units"));
        assertEquals("9.00", outlook.getString("changes[0].amount"));
    }

    private static String sum(List<String> amounts) {
        return amounts.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    @Test
    void t15_many_lots_pay_more_than_one_and_the_quote_says_the_same() {
        storage = Storage.paidBy(OCCUPIED);
        storage.world.stock("GUMMY-60", "L-1", "2027-06-30", 10, "A-01");
        storage.world.stock("GUMMY-60", "L-2", "2027-06-30", 10, "A-02");
        storage.world.stock("GUMMY-60", "L-3", "2027-06-30", 10, "B-01");
        storage.morning("2026-03-11");
        JsonPath open = storage.fees("2026-03");
        JsonPath days = storage.fees("2026-03", "day");
        assertEquals(31, days.getList("lines").size());
        assertEquals("2.91", sum(days.getList("lines.accrued")));
        assertEquals("9.00", sum(days.getList("lines.estimate")));
        assertEquals(
                List.of(12),
                days.getList("lines.averageQuantity").stream().distinct().toList());
        assertEquals("2.91", open.getString("accrued"));
        assertEquals("9.00", open.getString("estimate"));
        assertEquals(List.of("2026-03-10"), open.getList("warehouses.asOf"));
        JsonPath savings = storage.world.get(
                "/owners/" + storage.world.owner + "/storage-fees/savings?warehouse=" + storage.world.warehouse);
        // three lots came in March; as one they would stand in one place: 2 × 4 ft³ × 21 days × 0.75 ÷ 31
        assertEquals("6.00", savings.getString("savings.find { it.kind == 'FEWER_LOTS' }.perMonth"));
        assertEquals("4.06", savings.getString("savings.find { it.kind == 'FEWER_LOTS' }.thisMonth"));
        storage.morning("2026-04-01");
        assertEquals("9.00", storage.fees("2026-03").getString("accrued"));

        JsonPath why = storage.explain("2026-03", "&location=A-02");
        assertEquals(List.of("3.00"), why.getList("lines.line.amount"));
        assertEquals(List.of("3511288977.4080000"), why.getList("lines[0].exactQuantityDays"));
        assertEquals("31 d × 4 FT3 = 124 FT3·d × 0.75 ÷ 31 d, version 1", why.getString("lines[0].formula[0]"));
    }

    @Test
    void w9_a_lot_in_two_places_could_do_with_one() {
        storage = Storage.paidBy(OCCUPIED);
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 14, "A-01");
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 20, "A-02");
        storage.morning("2026-03-22");
        JsonPath savings = storage.world.get(
                "/owners/" + storage.world.owner + "/storage-fees/savings?warehouse=" + storage.world.warehouse);
        // the lot left today: 2 places for 10 days; in one place: one of them
        assertEquals(List.of("LEFT_TODAY", "FEWER_PLACES"), savings.getList("savings.kind"));
        assertEquals("0.97", savings.getString("savings[1].thisMonth"));
        assertEquals("3.00", savings.getString("savings[1].perMonth"));
        assertEquals(List.of("A-01"), savings.getList("savings[1].release"));
    }

    @Test
    void a_late_fact_comes_as_a_signed_difference() {
        storage = Storage.paidBy(UNITS);
        storage.place("A-01", 8);
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-21");
        assertEquals("1.02", storage.fees("2026-03").getString("accrued"));
        // what a device learned on the 11th and told on the 21st
        World.clock("2026-03-11");
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 62, "A-01");
        storage.morning("2026-03-21");
        JsonPath mended = storage.fees("2026-03");
        // 10 days of 38 and 10 of 100 units
        assertEquals("1.85", mended.getString("accrued"));
        assertEquals(List.of(10, 10), storage.explain("2026-03", "").getList("lines[0].line.segments.days"));
        storage.close();
        assertEquals(mended.prettify(), storage.fees("2026-03").prettify());
    }

    @Test
    void what_can_not_be_measured_is_told_and_rated_once_it_is_mended() throws Exception {
        storage = Storage.paidBy(OCCUPIED);
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "C-01");
        storage.morning("2026-03-11");
        JsonPath fees = storage.fees("2026-03");
        assertEquals(1, fees.getInt("unrated"));
        assertEquals("LOCATION_VOLUME_MISSING", fees.getString("gaps[0].code"));
        assertEquals(10, fees.getInt("gaps[0].days"));
        assertEquals("0", fees.getString("accrued"));
        assertEquals(0, storage.due(), "nothing has come that they lacked");
        storage.place("C-01", 4);
        assertEquals(10, storage.due());
        storage.close();
        JsonPath mended = storage.fees("2026-03");
        assertEquals(0, mended.getInt("unrated"));
        assertEquals("0.97", mended.getString("accrued"));
        // a new volume counts from the day it is changed
        storage.place("C-01", 8);
        storage.morning("2026-03-21");
        assertEquals("2.90", storage.fees("2026-03").getString("accrued"));
    }

    @Test
    void a_day_without_plan_is_unrated_and_a_rated_day_keeps_its_plan() throws Exception {
        storage = Storage.paidBy(OCCUPIED, "2026-03-06");
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-11");
        assertEquals("0.48", storage.fees("2026-03").getString("accrued"));
        storage.assign(List.of(Map.of("plan", storage.plan, "from", "2026-03-10")), 409)
                .then()
                .body("code", equalTo("PLAN_EFFECTIVE_IN_CLOSED_PERIOD"))
                .body("firstOpen", equalTo("2026-03-10"));
        storage.assign(List.of(Map.of("plan", storage.plan, "from", "2026-03-06", "to", "2026-03-15")), 200);
        storage.morning("2026-03-21");
        JsonPath fees = storage.fees("2026-03");
        assertEquals("0.97", fees.getString("accrued"));
        assertEquals("PLAN_NOT_ASSIGNED", fees.getString("gaps[0].code"));
        assertEquals(0, storage.due(), "there is still no plan for them");
        storage.assign(List.of(Map.of("plan", storage.plan, "from", "2026-03-06")), 200);
        storage.close();
        assertEquals("1.45", storage.fees("2026-03").getString("accrued"));
        World.call()
                .body(Map.of("definition", RatePlanStoryTest.plan("0.80"), "effectiveFrom", "2026-03-20"))
                .post("/api/v1/rate-plans/" + storage.plan + "/versions")
                .then()
                .statusCode(200);
        World.call()
                .body(Map.of())
                .post("/api/v1/rate-plans/" + storage.plan + "/versions/2/activate")
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_EFFECTIVE_IN_CLOSED_PERIOD"));
    }

    @Test
    void a_file_holds_all_lines_and_a_merchant_sees_only_its_own() {
        storage = Storage.paidBy(OCCUPIED);
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        storage.morning("2026-03-11");
        String path = "/api/v1/owners/" + storage.world.owner + "/storage-fees";
        World.call()
                .accept("text/csv")
                .get(path + "?month=2026-03")
                .then()
                .statusCode(200)
                .body(containsString("GUMMY-60,L-A,,,BASE,1,31,4,FT3,0.75,0.97,3.00"));
        World.call()
                .accept("text/csv")
                .get(path + "?month=2026-03&groupBy=day")
                .then()
                .statusCode(200)
                .body(containsString(",2026-03-10,,,,,BASE,1,1,4,FT3,0.75,0.0"))
                .body(containsString(",2026-03-31,,,,,BASE,1,1,4,FT3,0.75,0,"));
        World.call()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(path + "?month=2026-03")
                .then()
                .statusCode(200);
        String stranger = World.acceptance().owner;
        Response key = World.call()
                .body(Map.of("name", "M-" + System.nanoTime(), "role", "MERCHANT", "owners", List.of(stranger)))
                .post("/api/v1/admin/credentials");
        assertTrue(key.statusCode() < 300, key.asString());
        for (String what : List.of(
                path + "?month=2026-03",
                path + "/explain?month=2026-03&warehouse=" + storage.world.warehouse,
                "/api/v1/rate-plans/" + storage.plan,
                "/api/v1/owners/" + storage.world.owner + "/rate-plan-assignments",
                "/api/v1/owners/" + storage.world.owner + "/storage-statements")) {
            given().header("Authorization", "Bearer " + key.path("token"))
                    .get(what)
                    .then()
                    .statusCode(404);
        }
    }
}
