package dev.lotline.edge.api.admin;

import static dev.lotline.given.House.admin;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Superuser;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The administrator's questions: do the books hold, and what time is it. */
@QuarkusTest
class CheckAndClockTest {
    private static final String INVARIANTS = "/api/v1/admin/invariants";
    private static final String CLOCK = "/api/v1/admin/clock";

    @Test
    void violation_is_found_now_and_told_until_the_next_run() throws Exception {
        try (Superuser superuser = Superuser.begin()) {
            superuser
                    .run("INSERT INTO owner (code, name, kind) VALUES ('CHK', 'Check', 'CUSTOMER')")
                    .run("INSERT INTO warehouse (code, name, time_zone) VALUES ('CHK-1', 'Check', 'Asia/Tokyo')")
                    .run("INSERT INTO item (owner_id, sku, name, tracking) SELECT id, 'CHK', 'Check', true FROM owner"
                            + " WHERE code = 'CHK'")
                    .run("INSERT INTO stock_summary (warehouse_id, item_id, decimals, picked) SELECT w.id, i.id, 0, 7"
                            + " FROM warehouse w, item i WHERE w.code = 'CHK-1' AND i.sku = 'CHK'")
                    .commit();
            var found = admin().post(INVARIANTS);
            // first of all away with it: who comes next checks the whole house
            superuser.run("DELETE FROM stock_summary WHERE picked = 7").commit();
            found.then().statusCode(200).body("size()", is(23));
        }
        admin().get(INVARIANTS)
                .then()
                .statusCode(200)
                .body("findAll { it.violations > 0 }.id", hasItems("I17"))
                .body("find { it.id == 'I17' }.name", is("views"))
                .body("find { it.id == 'I17' }.sample.subject", hasItem(startsWith("item ")));
        admin().post(INVARIANTS).then().statusCode(200).body("violations", everyItem(is(0)));
    }

    @Test
    void clock_is_set_for_every_warehouse() throws Exception {
        try (Superuser superuser = Superuser.begin()) {
            superuser
                    .run("INSERT INTO warehouse (code, name, time_zone) VALUES ('CLK-1', 'Kiritimati',"
                            + " 'Pacific/Kiritimati'), ('CLK-2', 'Midway', 'Pacific/Midway')")
                    .commit();
        }
        admin().body(Map.of("now", "2026-03-01T11:00:00+00:00"))
                .put(CLOCK)
                .then()
                .statusCode(200)
                .body("now", startsWith("2026-03-01T11:00:0"))
                .body("warehouses.find { it.warehouse == 'CLK-1' }.businessDate", is("2026-03-02"))
                .body("warehouses.find { it.warehouse == 'CLK-2' }.businessDate", is("2026-03-01"));
        String now = admin().get(CLOCK).then().statusCode(200).extract().path("now");
        assertEquals("2026-03-01T11:0", now.substring(0, 15));
    }

    @Test
    void clock_needs_an_instant() {
        for (Map<String, ?> body :
                new Map[] {Map.of(), Map.of("now", "2026-03-01"), Map.of("now", "1999-01-01T00:00:00Z")}) {
            admin().body(body).put(CLOCK).then().statusCode(400);
        }
    }
}
