package dev.lotline.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day of storage is a day of the warehouse: each once, none missing, wherever it lies and whatever its clocks do. */
@QuarkusTest
class StorageDayStoryTest {
    private Storage storage;

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            America/Los_Angeles, 2026-03-05T17:00:00Z, 2026-03-06T07:59:00Z, 2026-03-06T08:01:00Z, 2026-03-05
            America/Los_Angeles, 2026-03-08T09:30:00Z, 2026-03-09T06:59:00Z, 2026-03-09T07:01:00Z, 2026-03-08
            America/Los_Angeles, 2026-11-01T08:30:00Z, 2026-11-02T07:59:00Z, 2026-11-02T08:01:00Z, 2026-11-01
            Pacific/Tongatapu,   2026-03-05T17:00:00Z, 2026-03-06T10:59:00Z, 2026-03-06T11:01:00Z, 2026-03-06
            """)
    void a_day_is_over_at_the_midnight_of_its_place(
            String zone, String stocked, String before, String after, String day) {
        standing(zone, stocked);
        now(before);
        storage.close();
        assertNull(storage.fees(day.substring(0, 7)).getString("warehouses[0].asOf"));
        now(after);
        storage.close();
        assertEquals(day, storage.fees(day.substring(0, 7)).getString("warehouses[0].asOf"));
        assertEquals(List.of(1), storage.explain(day.substring(0, 7), "").getList("lines[0].line.segments.days"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            America/Los_Angeles, 2026-03-06T20:00:00Z, 2026-03-10T20:00:00Z, 2026-03, 31, 4, 0
            Pacific/Tongatapu,   2028-02-26T20:00:00Z, 2028-03-01T20:00:00Z, 2028-02, 29, 3, 1
            America/Los_Angeles, 2026-12-30T20:00:00Z, 2027-01-03T20:00:00Z, 2026-12, 31, 2, 2
            Pacific/Tongatapu,   2026-12-29T20:00:00Z, 2027-01-01T20:00:00Z, 2026-12, 31, 2, 1
            """)
    void days_that_clocks_change_leap_days_and_the_end_of_a_year_are_days(
            String zone, String stocked, String closed, String month, int divisor, int days, int daysOfNext) {
        standing(zone, stocked);
        now(closed);
        storage.close();
        JsonPath why = storage.explain(month, "");
        assertEquals(List.of(days), why.getList("lines[0].line.segments.days"));
        assertEquals(List.of(divisor), why.getList("lines[0].line.segments.divisor"));
        String next = java.time.YearMonth.parse(month).plusMonths(1).toString();
        List<Integer> further = daysOfNext == 0 ? null : List.of(daysOfNext);
        assertEquals(further, storage.explain(next, "").getList("lines[0].line.segments.days"));
    }

    private void standing(String zone, String instant) {
        storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        storage.world.put(
                "/warehouses/" + storage.world.warehouse,
                Map.of("name", storage.world.warehouse, "timeZone", zone, "priority", 10));
        now(instant);
        storage.world.stock("GUMMY-60", "L-A", "2031-06-30", 38, "A-01");
    }

    private static void now(String instant) {
        World.call()
                .body(Map.of("now", instant))
                .put("/api/v1/admin/clock")
                .then()
                .statusCode(200);
    }
}
