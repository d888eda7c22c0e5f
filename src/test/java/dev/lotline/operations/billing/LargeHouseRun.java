package dev.lotline.operations.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How long an owner with 50,000 lots in 60,000 places waits, on day 17 of a month. Alone on its machine: {@code ./mvnw test -Dtest=LargeHouseRun}. */
@QuarkusTest
class LargeHouseRun {
    private static final int ROUNDS = 40;
    /** As everything that is measured: not the first minute of a process. */
    private static final int WARM_UP = 20;

    private static final String OWNER = "LARGE";
    private static final String HOUSE = """
            SET LOCAL session_replication_role = replica;
            UPDATE business_clock SET ahead_seconds = extract(epoch FROM timestamptz '2026-03-17 12:00Z' - now());
            INSERT INTO owner (id, code, name, kind) VALUES (800001, 'LARGE', 'Large', 'CUSTOMER');
            INSERT INTO warehouse (id, code, name, time_zone) VALUES (800001, 'LARGE', 'Large', 'UTC');
            INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, length, width, height, dimension_unit)
            SELECT 800000 + n, 800001, 'SKU-' || to_char(n, 'FM00000'), 'S', true, true, 4, 4, 6, 'in' FROM generate_series(1, 5000) n;
            INSERT INTO lot (id, item_id, lot_number, expiration_date)
            SELECT 800000 + n, 800001 + (n - 1) / 10, 'L-' || n, '2028-01-01' FROM generate_series(1, 50000) n;
            INSERT INTO location (warehouse_id, id, code, type, storage_class, capacity_volume)
            SELECT 800001, 800000 + n, 'A-' || n, 'STORAGE', 'BIN', 4 FROM generate_series(1, 60000) n;
            INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, decimals, exclusive)
            SELECT 800001, 800001 + (l - 1) / 10, 800000 + l, 800000 + n, 'AVAILABLE', 1 + n %% 37, 0, true
            FROM generate_series(1, 60000) n CROSS JOIN LATERAL (SELECT 1 + (n - 1) %% 50000 AS l) x;
            INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, to_location, to_state,
              quantity, to_stock, gate_seq, actor, device, business_date, occurred_at)
            SELECT s.warehouse_id, gen_random_uuid(), 1, 'RECEIVE', 800001, s.item_id, s.lot_id, 0, s.location_id, s.state, s.quantity,
              s.id, 0, '', '', '2026-03-01', now() FROM stock s WHERE s.warehouse_id = 800001;
            INSERT INTO rate_plan (id, code, created_by) VALUES (800001, 'LARGE', '');
            INSERT INTO rate_plan_version (id, plan_id, n, state, effective_from, definition, measures, sha256, created_by, approved_by)
            VALUES (800001, 800001, 1, 'ACTIVE', '2026-01-01', '%s', '%s', '', '', '');
            INSERT INTO rate_plan_assignment (owner_id, plan_id, from_day, assigned_by) VALUES (800001, 800001, '2026-03-01', '');
            """;

    @Test
    void an_owner_with_fifty_thousand_lots_is_answered_at_once() throws Exception {
        String plan =
                "{\"code\":\"C\",\"currency\":\"USD\",\"rules\":[{\"code\":\"BASE\",\"rates\":[{\"rate\":\"0.75\"}]}]}";
        var read = PlanRules.plan(new com.fasterxml.jackson.databind.ObjectMapper().readTree(plan));
        try (Superuser books = Superuser.begin()) {
            books.run(HOUSE.formatted(plan, PlanMeasures.of(read).encode()));
            books.commit();
        }
        try (Superuser books = Superuser.begin()) {
            for (int day = 1; day <= 16; day++) {
                assertEquals(
                        "CLOSED",
                        books.ask("SELECT outcome FROM storage_close(800001, 800001, '2026-03-" + (day < 10 ? "0" : "")
                                        + day + "', 'test')")
                                .get(0));
            }
            books.commit();
        }
        String fees = "/owners/" + OWNER + "/storage-fees";
        JsonPath first =
                World.call().get("/api/v1" + fees + "?month=2026-03&limit=50").jsonPath();
        assertEquals("180000.00", first.getString("estimate"));
        String next = first.getString("next");
        long page = p95("fees", () -> fees + "?month=2026-03&limit=50&cursor=" + next);
        assertTrue(page <= 300, page + " ms");
        p95("fees by sku", () -> fees + "?month=2026-03&limit=50&groupBy=sku");
        p95("explain", () -> fees + "/explain?month=2026-03&warehouse=LARGE&lot=800777&days=true");
        once("savings", fees + "/savings?warehouse=LARGE");
        whatIf("what if a lot left", "{\"kind\":\"DISPOSE\",\"lot\":\"800777\"}");
        whatIf("what if an item came", "{\"kind\":\"RECEIVE\",\"sku\":\"SKU-00777\",\"units\":500,\"lots\":5}");
        p95("fees by class", () -> fees + "?month=2026-03&groupBy=class");
        p95("fees by day", () -> fees + "?month=2026-03&groupBy=day");
        once("outlook", fees + "/outlook?month=2026-03&warehouse=LARGE");
        whatIf("what if the plan were another", "{\"kind\":\"PLAN\",\"plan\":\"LARGE\"}");
    }

    private static long p95(String what, Supplier<String> path) {
        long first = millis(path.get());
        for (int n = 1; n < WARM_UP; n++) {
            millis(path.get());
        }
        long[] millis = new long[ROUNDS];
        for (int n = 0; n < ROUNDS; n++) {
            millis[n] = millis(path.get());
        }
        Arrays.sort(millis);
        long p95 = millis[ROUNDS * 95 / 100 - 1];
        System.out.printf(
                "FIGURE %s: first %d, median %d, p95 %d, most %d ms%n",
                what, first, millis[ROUNDS / 2], p95, millis[ROUNDS - 1]);
        return p95;
    }

    private static void once(String what, String path) {
        System.out.printf("FIGURE %s: %d, then %d ms%n", what, millis(path), millis(path));
    }

    private static void whatIf(String what, String action) {
        for (int n = 0; n < 2; n++) {
            long since = System.nanoTime();
            World.call()
                    .body("{\"warehouse\":\"LARGE\",\"actions\":[" + action + "]}")
                    .post("/api/v1/owners/" + OWNER + "/storage-fees/what-if")
                    .then()
                    .statusCode(200);
            System.out.printf("FIGURE %s: %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
        }
    }

    private static long millis(String path) {
        long since = System.nanoTime();
        World.call().get("/api/v1" + path).then().statusCode(200);
        return (System.nanoTime() - since) / 1_000_000;
    }
}
