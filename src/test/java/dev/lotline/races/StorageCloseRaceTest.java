package dev.lotline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.given.Identities;
import dev.lotline.given.Storage;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Storage days that are closed by several at once, or by one that dies of it. */
@QuarkusTest
class StorageCloseRaceTest {
    private static final int CLOSERS = 4;

    @Test
    void days_are_closed_once_whoever_closes_them_and_whoever_dies() throws Exception {
        Storage storage = Storage.paidBy(Map.of("rates", List.of(Map.of("rate", "0.75"))));
        storage.world.stock("GUMMY-60", "L-A", "2027-06-30", 38, "A-01");
        World.clock("2026-03-11");
        ExecutorService closers = Executors.newFixedThreadPool(CLOSERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < CLOSERS; n++) {
                all.add(closers.submit(storage::close));
            }
            for (Future<?> each : all) {
                each.get();
            }
            assertEquals(List.of("10 10 0"), days(storage));

            World.clock("2026-03-16");
            Superuser dying = Superuser.begin();
            assertEquals(
                    List.of("CLOSED"),
                    dying.ask("SELECT outcome FROM storage_close("
                            + id("warehouse", storage.world.warehouse) + ", " + id("owner", storage.world.owner)
                            + ", '2026-03-11', 'dies')"));
            Future<?> waiting = closers.submit(storage::close);
            String backend = dying.ask("SELECT pg_backend_pid()").get(0);
            try (Superuser killer = Superuser.begin()) {
                killer.ask("SELECT pg_terminate_backend(" + backend + ")");
            }
            assertThrows(SQLException.class, () -> dying.ask("SELECT 1"));
            waiting.get();
            assertEquals(List.of("15 15 0"), days(storage));
        } finally {
            closers.shutdown();
        }
        try (Superuser books = Superuser.begin()) {
            assertEquals(
                    List.of("15 15"),
                    books.ask("SELECT count(*) || ' ' || count(DISTINCT payload ->> 'day') FROM outbox"
                            + " WHERE topic = 'lotline.storage' AND payload ->> 'operation' = 'STORAGE_DAY_CLOSED'"
                            + " AND payload ->> 'owner' = '" + storage.world.owner + "'"));
        }
        // as one clean run: 15 days × 4 ft³ × 0.75 ÷ 31
        assertEquals("1.45", storage.fees("2026-03").getString("accrued"));
        assertEquals("3.00", storage.fees("2026-03").getString("estimate"));
        Identities.assertHold(storage.world.owner, "GUMMY-60");
        World.clock("2026-03-01");
    }

    /** Receipts, rows of the accrual, revisions. */
    private static List<String> days(Storage storage) throws SQLException {
        try (Superuser books = Superuser.begin()) {
            return books.ask("SELECT count(*) || ' ' || (SELECT count(*) FROM storage_accrual a WHERE a.owner_id = "
                    + id("owner", storage.world.owner) + ") || ' ' || max(revision) FROM storage_day WHERE owner_id = "
                    + id("owner", storage.world.owner));
        }
    }

    private static String id(String table, String code) {
        return "(SELECT id FROM " + table + " WHERE code = '" + code + "')";
    }
}
