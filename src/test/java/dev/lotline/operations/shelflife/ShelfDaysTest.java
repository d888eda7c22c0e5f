package dev.lotline.operations.shelflife;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lotline.given.Holds;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import dev.lotline.operations.shelflife.ShelfDaySql.Bands;
import dev.lotline.operations.shelflife.ShelfDaySql.Day;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sums by expiry day follow the lots: at once, across everything that happens to a lot, and never twice. */
@QuarkusTest
class ShelfDaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ShelfDaySql days;

    @Inject
    ExpirySql lots;

    @Inject
    ShelfCounting counting;

    private World world;

    @BeforeEach
    void an_empty_warehouse() {
        world = World.acceptance();
    }

    @AfterEach
    void back_to_the_first_of_march() {
        World.clock("2026-03-01");
    }

    @Test
    void what_comes_and_goes_is_in_the_sums_when_somebody_looks() {
        assertEquals("0 0 0 0", bands());
        world.stock("GUMMY-60", "L-A", "2026-03-20", 38, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-02");
        assertEquals("0 38 38 98", bands(), "L-A keeps 19 days of the 30 that its item asks");
        assertEquals("2026-05-15: 60 of 1", year(), "good units alone");
        world.stock("GUMMY-60", "L-C", "2026-05-15", 5, "C-01");
        assertEquals("2026-05-15: 65 of 2", year());
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 60)).then().statusCode(201);
        world.release("O-1").forEach(task -> World.ok(world.pick(task, "L-B", (Number) task.get("quantity"))));
        assertEquals("0 38 38 43", bands());
        World.clock("2026-03-21");
        assertEquals("38 0 0 5", bands(), "a day passes without a count");
    }

    @Test
    void a_minimum_that_changes_and_a_lot_that_is_held_are_counted_anew() throws SQLException {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-02");
        assertEquals("0 0 0 60", bands());
        minimum(90);
        assertEquals("0 60 0 60", bands());
        new Holds(world).lot("L-B", "MANUAL");
        assertEquals("0 0 0 0", bands());
        assertEquals("", year());
        minimum(30);
    }

    @Test
    void what_was_being_written_during_a_count_is_counted_at_the_next() throws SQLException {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-02");
        try (Superuser slow = Superuser.begin()) {
            add(slow, 7);
            minimum(30); // another one begins later and is done earlier
            assertEquals("0 0 0 60", bands());
            counting.look().await().atMost(PATIENCE);
            slow.commit();
        }
        assertEquals("0 0 0 67", bands());
        try (Superuser again = Superuser.begin()) {
            add(again, -7);
            again.commit();
        }
        assertEquals("0 0 0 60", bands());
    }

    @Test
    void many_who_look_at_once_count_once() {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-02");
        List<Uni<Bands>> looks = IntStream.range(0, 16)
                .mapToObj(n -> days.bands(world.owner, world.warehouse))
                .toList();
        Uni.join()
                .all(looks)
                .andCollectFailures()
                .await()
                .atMost(PATIENCE)
                .forEach(each -> assertEquals("0 0 0 60", told(each)));
    }

    @Test
    void a_list_that_the_sums_cut_too_short_is_read_to_its_end() throws SQLException {
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-02");
        world.stock("GUMMY-60", "L-C", "2026-05-20", 5, "C-01");
        bands();
        // as if two lots of an earlier day had gone since the last count
        try (Superuser books = Superuser.begin()) {
            books.run(
                    "INSERT INTO shelf_day SELECT w.id, o.id, 0, '2026-05-01', 2, 0, 2 FROM warehouse w, owner o WHERE w.code = '"
                            + world.warehouse + "' AND o.code = '" + world.owner + "'");
            books.commit();
        }
        assertEquals(
                List.of("L-B", "L-C"),
                lots
                        .expiring(world.owner, world.warehouse, null, ExpirySql.Window.within(90), null, 2)
                        .await()
                        .atMost(PATIENCE)
                        .stream()
                        .map(ExpiringLot::lotNumber)
                        .toList());
        try (Superuser books = Superuser.begin()) {
            assertFalse(books.ask("DELETE FROM shelf_day WHERE day = '2026-05-01' AND lots = 2 RETURNING lots")
                    .isEmpty());
            books.commit();
        }
    }

    /** Units of the lot L-B, in the books and in the total, as a posting writes them. */
    private void add(Superuser books, int units) throws SQLException {
        String item = " item_id IN (SELECT i.id FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = '"
                + world.owner + "' AND i.sku = 'GUMMY-60')";
        books.withoutGuards()
                .run("UPDATE stock SET quantity = quantity + " + units
                        + " WHERE state = 'AVAILABLE' AND quantity > 0 AND" + item)
                .run("UPDATE stock_summary SET available = available + " + units + " WHERE available > 0 AND" + item);
    }

    private void minimum(int days) throws SQLException {
        try (Superuser books = Superuser.begin()) {
            books.run("UPDATE item SET min_shelf_life_days = " + days
                    + " WHERE sku = 'GUMMY-60' AND owner_id = (SELECT id FROM owner WHERE code = '" + world.owner
                    + "')");
            books.commit();
        }
    }

    private String bands() {
        return told(days.bands(world.owner, world.warehouse).await().atMost(PATIENCE));
    }

    private static String told(Bands bands) {
        return bands.expired() + " " + bands.below() + " " + bands.soon() + " " + bands.later();
    }

    private String year() {
        return days.days(world.owner, world.warehouse).await().atMost(PATIENCE).stream()
                .map(ShelfDaysTest::told)
                .collect(Collectors.joining(", "));
    }

    private static String told(Day day) {
        return day.day() + ": " + day.units() + " of " + day.lots();
    }
}
