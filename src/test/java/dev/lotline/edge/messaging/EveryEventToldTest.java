package dev.lotline.edge.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.PrintHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers that commit in another order than they draw their numbers, and two processes that tell, one of them killed again
 * and again: every event is told, in order, whatever happens. {@code -Dmessaging.events=100000} plays more of it.
 */
@Timeout(180)
class EveryEventToldTest {
    private static final int EVENTS = Integer.getInteger("messaging.events", 4_200);
    private static final int WRITERS = 6;
    private static final int KILLS = Integer.getInteger("messaging.kills", 2);
    private static final int PLACES = 9;
    private static final String SAFE = "R__outbox.sql";
    private static PrintHouse house;

    @TempDir
    private Path folder;

    private Path broker;
    private final List<Process> nodes = new ArrayList<>();

    @BeforeAll
    static void open() throws SQLException {
        house = new PrintHouse();
    }

    @AfterAll
    static void shut() throws SQLException {
        house.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        broker = folder.resolve("told");
        house.run("TRUNCATE outbox; UPDATE relay SET told = 0, holder = NULL, held_until = '-infinity'");
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process node : nodes) {
            node.destroyForcibly().waitFor();
        }
    }

    @Test
    void every_event_is_told_in_order_though_who_tells_is_killed() throws Exception {
        start();
        start();
        while (house.number("SELECT count(holder) FROM relay") == 0) {
            LockSupport.parkNanos(10_000_000);
        }
        CompletableFuture<Void> writing = write();
        for (int kill = 1; kill <= KILLS; kill++) {
            until(EVENTS * kill / (KILLS + 1));
            // the older one tells, or waits for its turn: either must do
            nodes.remove(0).destroyForcibly().waitFor();
            start();
        }
        writing.join();
        until(EVENTS);
        List<Long> first = first();
        assertEquals(first.stream().sorted().toList(), first, "in the order of their numbers");
        assertEquals(EVENTS, first.size());
        assertEquals(List.of(), house.ask(Files.readString(Path.of("src/main/resources/invariants/I18-outbox.sql"))));
    }

    /** The test sees gaps where there are some: here the relay reads up to the highest number that it finds. */
    @Test
    void without_the_mark_events_would_be_left_out() throws Exception {
        house.run(
                "CREATE OR REPLACE FUNCTION outbox_mark(p_known bigint, OUT highest bigint, OUT finished bigint, OUT next"
                        + " bigint) LANGUAGE sql AS 'SELECT last_value, 0::bigint, 0::bigint FROM outbox_number'");
        try (Connection late = connection();
                Statement sql = late.createStatement()) {
            start();
            while (house.number("SELECT count(holder) FROM relay") == 0) {
                LockSupport.parkNanos(10_000_000);
            }
            tell(sql, PLACES);
            long number = house.number("SELECT last_value FROM outbox_number");
            write().join();
            untilAllSeemsTold();
            late.commit();
            tell(sql, PLACES);
            late.commit();
            untilAllSeemsTold();
            assertFalse(first().contains(number), "what was committed late is left out");
            assertNotEquals(
                    List.of(), house.ask(Files.readString(Path.of("src/main/resources/invariants/I18-outbox.sql"))));
        } finally {
            house.mend(SAFE);
        }
    }

    private static void untilAllSeemsTold() throws SQLException {
        while (house.number("SELECT told_to FROM relay WHERE name = 'bus'")
                < house.number("SELECT last_value FROM outbox_number")) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Events of one place are written under a lock, as the gates of the ledger are; of several places at once. */
    private static CompletableFuture<Void> write() {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        CompletableFuture<?>[] all = new CompletableFuture<?>[WRITERS];
        for (int n = 0; n < WRITERS; n++) {
            int seed = n;
            all[n] = CompletableFuture.runAsync(() -> write(new Random(seed)), writers);
        }
        writers.shutdown();
        return CompletableFuture.allOf(all);
    }

    private static void write(Random random) {
        try (Connection connection = connection();
                Statement sql = connection.createStatement()) {
            for (int left = EVENTS / WRITERS; left > 0; ) {
                int place = random.nextInt(PLACES);
                sql.execute("SELECT pg_advisory_xact_lock(" + place + ")");
                int events = Math.min(left, 1 + random.nextInt(5));
                for (int n = 0; n < events; n++) {
                    tell(sql, place);
                }
                LockSupport.parkNanos(random.nextInt(20) == 0 ? 30_000_000 : 0);
                connection.commit();
                left -= events;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(house.jdbcUrl(), "postgres", "unused");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void tell(Statement sql, int place) throws SQLException {
        sql.execute("INSERT INTO outbox (warehouse_id, event_id, topic, key, payload) SELECT id, gen_random_uuid(),"
                + " 'lotline.movement', id || ':*', '{\"place\":\"" + place + "\"}' FROM warehouse");
    }

    /** The numbers as they were told, the first time each. */
    private List<Long> first() throws IOException {
        List<Long> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (Files.exists(broker)) {
            for (String line : Files.readAllLines(broker)) {
                String[] told = line.split(" ");
                if (told.length == 3 && seen.add(told[2])) {
                    order.add(Long.valueOf(told[0]));
                }
            }
        }
        return order;
    }

    private void until(int told) throws IOException {
        long since = System.nanoTime();
        int before = -1;
        while (true) {
            int now = first().size();
            if (now >= told) {
                return;
            }
            if (now != before) {
                before = now;
                since = System.nanoTime();
            }
            assertTrue(System.nanoTime() - since < 20_000_000_000L, "stands still at " + now);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void start() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        nodes.add(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classes,
                        RelayNode.class.getName(),
                        house.url(),
                        house.password(),
                        broker.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }
}
