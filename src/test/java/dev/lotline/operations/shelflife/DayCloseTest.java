package dev.lotline.operations.shelflife;

import static dev.lotline.given.World.figures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The close of a day without a hand: by the clock, by many nodes at once, cut off in the middle, and over many lots. */
@QuarkusTest
class DayCloseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** 400 items of 50 lots, each with ten units in a place; one lot in forty has one day less than its item asks. */
    private static final String MANY_LOTS = """
            SET LOCAL session_replication_role = replica;
            UPDATE business_clock SET ahead_seconds = 0;
            INSERT INTO owner (id, code, name, kind) VALUES (-1, 'MANY', 'Many', 'CUSTOMER');
            INSERT INTO warehouse (id, code, name, time_zone) VALUES (-1, 'MANY', 'Many', 'UTC');
            INSERT INTO location (warehouse_id, id, code, type) SELECT -1, -n, 'L' || n, 'STORAGE' FROM generate_series(1, 50) n;
            INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, min_shelf_life_days)
            SELECT -n, -1, 'SKU-' || n, 'Item', true, true, 30 FROM generate_series(1, 400) n;
            INSERT INTO lot (id, item_id, lot_number, expiration_date)
            SELECT -n, -((n - 1) / 50 + 1), 'L' || n, business_date('UTC') + 29 + (n % 40) FROM generate_series(1, 20000) n;
            INSERT INTO slot (warehouse_id, location_id, item_id, lot_key) SELECT -1, -((-id - 1) % 50 + 1), item_id, id
            FROM lot WHERE id < 0;
            INSERT INTO stock (warehouse_id, id, item_id, lot_id, location_id, state, quantity, decimals, exclusive)
            SELECT -1, id, item_id, id, -((-id - 1) % 50 + 1), 'AVAILABLE', 10, 0, true FROM lot WHERE id < 0;
            INSERT INTO stock_summary (warehouse_id, item_id, decimals, available) SELECT -1, id, 0, 500 FROM item WHERE id < 0;
            SET LOCAL session_replication_role = origin;
            CREATE FUNCTION pg_temp.close(p_parts integer) RETURNS bigint LANGUAGE plpgsql AS $$
            DECLARE
              v_from bigint := -1000000;
              v_rows bigint := 0;
              d record;
            BEGIN
              FOR part IN 1..p_parts LOOP
                SELECT * INTO d FROM day_close_part(-1, 'ROWS', v_from, 200, 'test');
                v_rows := v_rows + d.rows;
                EXIT WHEN d.next_item IS NULL;
                v_from := d.next_item;
              END LOOP;
              RETURN v_rows;
            END $$;
            """;

    private static final String HELD = """
            SELECT sum(quantity)::bigint FROM stock WHERE warehouse_id = -1 AND state = 'SHORT_DATED'
            """;

    @Inject
    Midnight midnight;

    @AfterEach
    void back_to_the_first_of_march() {
        World.clock("2026-03-01");
    }

    @Test
    void every_warehouse_is_closed_by_itself_once_by_however_many_nodes() {
        World world = World.acceptance();
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        World.clock("2026-04-16");
        Uni.join()
                .all(midnight.look(), midnight.look(), midnight.look())
                .andCollectFailures()
                .await()
                .atMost(PATIENCE);
        figures(world.inventory("GUMMY-60"), "jetpack", "shortDated", 60, "fulfillable", 0);
        List<Map<String, Object>> moved =
                world.get("/movements?limit=500&owner=" + world.owner).getList("items.findAll { it.kind == 'SWEEP' }");
        assertEquals(1, moved.size());
        assertEquals("2026-04-16", moved.get(0).get("businessDate"));
        assertEquals("day-close", moved.get(0).get("actor"));
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void twenty_thousand_lots_are_closed_in_seconds_and_where_it_was_cut_off_it_goes_on() throws SQLException {
        try (Superuser books = Superuser.begin()) {
            books.run(MANY_LOTS);
            assertEquals(List.of("400"), books.ask("SELECT pg_temp.close(2)"));
            assertEquals(List.of("4000"), books.ask(HELD));
            long begun = System.nanoTime();
            assertEquals(List.of("100"), books.ask("SELECT pg_temp.close(100)"));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            assertEquals(List.of("5000"), books.ask(HELD));
            assertEquals(List.of("0"), books.ask("SELECT pg_temp.close(100)"));
            assertTrue(took.toSeconds() < 10, took.toString());
        }
    }
}
