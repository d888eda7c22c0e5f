package dev.lotline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.PrintHouse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two releases on one schema. */
@Timeout(60)
class MigratingTest {
    private static PrintHouse house;

    @BeforeAll
    static void open() throws SQLException {
        house = new PrintHouse();
    }

    @AfterAll
    static void shut() throws SQLException {
        house.close();
    }

    private static Flyway release() {
        return release(house.settings());
    }

    private static Flyway release(Map<String, String> settings) {
        return Flyway.configure()
                .dataSource(
                        settings.get("quarkus.flyway.jdbc-url"),
                        settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"))
                .initSql("SET lock_timeout = '200ms'")
                .load();
    }

    /** A function of the next release; its checksum is another one than that of the file here. */
    private static void nextFunction() throws SQLException {
        house.run("UPDATE flyway_schema_history SET checksum = 1 WHERE script = 'R__outbox.sql';"
                + " DROP FUNCTION outbox_mark(bigint)");
    }

    private static long function() throws SQLException {
        return house.number("SELECT count(*) FROM pg_proc WHERE proname = 'outbox_mark'");
    }

    @Test
    void a_release_puts_its_functions_into_a_schema_of_its_own_and_not_into_a_newer_one() throws SQLException {
        nextFunction();
        house.run("INSERT INTO flyway_schema_history SELECT max(installed_rank) + 1, '9000', 'next', 'SQL',"
                + " 'V9000__next.sql', 1, 'x', now(), 1, true FROM flyway_schema_history");
        assertFalse(Migrating.bring(release(), 1));
        assertEquals(0, function(), "that of the next release stays");
        house.run("DELETE FROM flyway_schema_history WHERE version = '9000'");
        assertTrue(Migrating.bring(release(), 1));
        assertEquals(1, function(), "this test can tell the difference");
    }

    @Test
    void a_migration_waits_for_a_table_in_short_turns() throws Exception {
        house.run("UPDATE flyway_schema_history SET checksum = 1 WHERE script = 'R__zz_privileges_messaging.sql'");
        try (Connection busy = DriverManager.getConnection(house.jdbcUrl(), "postgres", "unused");
                Statement sql = busy.createStatement()) {
            busy.setAutoCommit(false);
            // what a migration of a table asks for, too
            sql.execute("LOCK TABLE pg_proc IN SHARE ROW EXCLUSIVE MODE");
            assertThrows(FlywayException.class, () -> Migrating.bring(release(), 1));
            CompletableFuture<Boolean> waits = CompletableFuture.supplyAsync(() -> Migrating.bring(release(), 30));
            assertFalse(waits.isDone());
            busy.rollback();
            assertTrue(waits.get());
        }
    }

    @Test
    void nodes_that_start_together_on_the_first_of_a_month_make_its_partition_once() throws SQLException {
        List<PartitionsAhead> nodes = new ArrayList<>();
        List<Pool> pools = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            pools.add(PrintHouse.pool(house.url(), house.password()));
            nodes.add(new PartitionsAhead(pools.get(n)));
        }
        for (int month = 0; month < 20; month++) {
            house.run("DO $$BEGIN EXECUTE 'DROP TABLE movement_' || to_char(now() AT TIME ZONE 'UTC'"
                    + " + interval '2 months', 'YYYY_MM'); END$$");
            Uni.join()
                    .all(nodes.stream().map(PartitionsAhead::daily).toList())
                    .andFailFast()
                    .await()
                    .atMost(Duration.ofSeconds(10));
        }
        pools.forEach(Pool::closeAndAwait);
    }

    @Test
    void three_nodes_that_start_together_on_an_empty_database_migrate_it_once() throws SQLException {
        EmbeddedPostgresResource server = new EmbeddedPostgresResource();
        Map<String, String> settings = server.start();
        CompletableFuture<?>[] nodes = new CompletableFuture<?>[3];
        for (int n = 0; n < nodes.length; n++) {
            nodes[n] = CompletableFuture.supplyAsync(() -> Migrating.bring(release(settings), 1));
        }
        CompletableFuture.allOf(nodes).join();
        try (Connection empty =
                        DriverManager.getConnection(settings.get("quarkus.flyway.jdbc-url"), "postgres", "unused");
                Statement sql = empty.createStatement();
                ResultSet rows = sql.executeQuery("SELECT count(*) - count(DISTINCT script), count(*) FROM"
                        + " flyway_schema_history WHERE success")) {
            rows.next();
            assertEquals(0, rows.getInt(1), "done twice");
            assertTrue(rows.getInt(2) > 100, "all of them");
        } finally {
            server.stop();
        }
    }
}
