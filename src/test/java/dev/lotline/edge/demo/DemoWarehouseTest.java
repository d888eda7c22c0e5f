package dev.lotline.edge.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Printing;
import dev.lotline.given.Superuser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A start with the demo warehouse, in a database of its own. */
@QuarkusTest
@TestProfile(DemoWarehouseTest.Demo.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoWarehouseTest {
    /** As in profile demo. */
    public static final class Demo implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lotline.demo", "true");
        }
    }

    private static final List<String> FIGURES = List.of(
            "SELECT count(*) FROM owner WHERE kind = 'CUSTOMER'",
            "SELECT count(*) FROM warehouse",
            "SELECT count(*) FROM location WHERE code NOT LIKE '@%'",
            "SELECT count(*) FROM item",
            "SELECT count(DISTINCT lot_id) FROM stock WHERE quantity > 0",
            "SELECT count(*) FROM receiving_order",
            "SELECT count(*) FROM customer_order",
            "SELECT count(*) FROM scan_event WHERE verdict = 'OK'",
            "SELECT count(*) FROM movement");

    @Inject
    @Readiness
    DemoWarehouse demo;

    @Test
    @Order(1)
    void it_stands_complete_when_the_house_opens() throws SQLException {
        assertEquals(List.of("3", "1", "400", "200", "1500"), figures().subList(0, 5));
        assertTrue(number("SELECT count(*) FROM receiving_order WHERE closed_at IS NULL") >= 12);
        assertTrue(number("SELECT count(*) FROM stock WHERE state = 'SHORT_DATED' AND quantity > 0") >= 30);
        assertTrue(number("SELECT count(*) FROM stock WHERE state = 'STOWED' AND quantity > 0") > 0);
        assertTrue(number("SELECT count(*) FROM customer_order WHERE shipped_at IS NULL") >= 60);
        assertTrue(number("SELECT count(DISTINCT order_id) FROM order_line WHERE backordered > 0") >= 5);
        assertTrue(number("SELECT count(DISTINCT order_id) FROM order_line WHERE allocated > 0") >= 50);
    }

    @Test
    @Order(2)
    void its_books_balance() {
        Identities.assertHold("MILLBROOK", "GRANOLA-MAPLE-12OZ", "ESPRESSO-BULK-KG", "MUG-CREAM-12OZ");
        Identities.assertHold("VIREO", "WHEY-VAN-2LB", "ZINC-HONEY-45");
        Identities.assertHold("SALTMARSH", "SOAP-KELP-110G", "SUN-SPF50-50");
    }

    @Test
    @Order(2)
    void its_merchants_see_what_their_goods_will_cost_before_the_first_day_is_closed() {
        String month = java.time.YearMonth.now(java.time.ZoneId.of(DemoHouse.TIME_ZONE))
                .toString();
        JsonPath fees = House.admin()
                .get("/api/v1/owners/MILLBROOK/storage-fees?month=" + month)
                .jsonPath();
        assertEquals("0", fees.getString("accrued"));
        assertTrue(fees.getDouble("estimate") > 0, fees.prettify());
        assertEquals(50, fees.getList("lines").size());
    }

    @Test
    @Order(3)
    void it_is_not_loaded_twice() throws SQLException {
        List<String> before = figures();
        assertTrue(demo.load());
        assertEquals(before, figures());
    }

    @Test
    @Order(4)
    void a_load_that_was_cut_off_goes_on_without_doing_anything_twice() throws SQLException {
        List<String> before = figures();
        run("UPDATE demo_load SET finished_at = NULL");
        assertTrue(demo.load());
        assertEquals(before, figures());
        assertEquals(1, number("SELECT count(*) FROM demo_load WHERE finished_at IS NOT NULL"));
    }

    @Test
    @Order(5)
    void a_house_with_owners_of_its_own_is_left_alone() throws SQLException {
        List<String> before = figures();
        run("CREATE TABLE aside AS SELECT * FROM demo_load; DELETE FROM demo_load");
        assertFalse(demo.load());
        assertEquals(before, figures());
        run("INSERT INTO demo_load SELECT * FROM aside; DROP TABLE aside");
    }

    @Test
    @Order(6)
    void the_start_page_shows_a_scan_that_works_and_counts_once() {
        String page = given().get("/start").then().statusCode(200).extract().asString();
        String body = page.substring(page.indexOf("-d '") + 4, page.indexOf("'</code>"));
        for (boolean replayed : new boolean[] {false, true}) {
            House.admin()
                    .header("Lotline-Device", "HH-1")
                    .body(body)
                    .post("/floor/events")
                    .then()
                    .statusCode(200)
                    .body("[0].code", equalTo("RECEIVED"))
                    .body("[0].replayed", equalTo(replayed))
                    .body("[0].line.done", equalTo(12));
        }
        given().get("/lotline.css").then().statusCode(200).contentType(containsString("text/css"));
        assertFalse(page.contains("<script") || page.contains("style="), "nothing inline");
    }

    @Test
    @Order(7)
    void the_label_of_that_scan_comes_out_at_the_dock() {
        Printing.await(true, () -> given().get("/demo/printers").asString().contains("<svg"));
        String page = given().get("/demo/printers").asString();
        assertTrue(
                page.indexOf("P-DOCK") < page.indexOf("<svg") && page.indexOf("<svg") < page.indexOf("P-PACK"), page);
        assertTrue(page.contains("MAPLE-1"), page);
        given().redirects()
                .follow(false)
                .post("/demo/printers/P-DOCK/headOpen")
                .then()
                .statusCode(303);
        assertTrue(given().get("/demo/printers").asString().contains("mend: head open"));
        given().post("/demo/printers/P-DOCK/onFire").then().statusCode(404);
    }

    private static List<String> figures() throws SQLException {
        try (Superuser superuser = Superuser.begin()) {
            return superuser.ask("SELECT * FROM (" + String.join(") a UNION ALL SELECT * FROM (", FIGURES) + ") a");
        }
    }

    private static long number(String sql) throws SQLException {
        try (Superuser superuser = Superuser.begin()) {
            return Long.parseLong(superuser.ask(sql).get(0));
        }
    }

    private static void run(String sql) throws SQLException {
        try (Superuser superuser = Superuser.begin()) {
            superuser.run(sql).commit();
        }
    }
}
