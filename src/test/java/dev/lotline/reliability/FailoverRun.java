package dev.lotline.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.reliability.kit.Address;
import dev.lotline.reliability.kit.Application;
import dev.lotline.reliability.kit.Command;
import dev.lotline.reliability.kit.PostgresServer;
import dev.lotline.reliability.kit.SimulatedShift;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The primary is killed under load, its synchronous standby takes over: every scan that was acknowledged is in the books
 * of the new primary, and the floor goes on without anybody's help. Run by the profile failover.
 */
@Timeout(1_800)
class FailoverRun {
    private static final int ROUNDS = Integer.getInteger("failover.rounds", 5);
    private static final int HANDHELDS = Integer.getInteger("failover.handhelds", 8);
    private static final int BEFORE_THE_KILL_SECONDS = 20;
    private static final int LONGEST_SECONDS = 15;
    private static final int MINUTES = 1;
    private static final int APPLICATION = 18_460;
    private static final int ADDRESS = 18_461;
    private static final int FIRST_SERVER = 18_462;
    private static final String PASSWORD = "for-this-run-only";
    private static final String STANDBY = "standby";
    private static final String READ_ONLY = "25006";
    private static final String CONFLICT = "40001";
    private static final int TIMES = 5;

    /** As a watcher of a cluster does: it must be sure before it acts. */
    private static final int MISSES = 3;

    private static final int LOOK_EVERY_MILLIS = 500;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void an_acknowledged_scan_outlives_the_primary() throws Exception {
        PostgresServer primary = PostgresServer.make(folder.resolve("server-0"), FIRST_SERVER, PASSWORD);
        try (Address address = new Address(ADDRESS, primary.port());
                Application application = Application.start(folder, APPLICATION, ADDRESS, PASSWORD)) {
            for (int round = 1; round <= ROUNDS; round++) {
                PostgresServer standby =
                        primary.standby(folder.resolve("server-" + round), FIRST_SERVER + round, STANDBY);
                synchronous(primary);
                try (SimulatedShift shift =
                        SimulatedShift.begin(folder, "round-" + round, application.url(), HANDHELDS, MINUTES)) {
                    Command.until(120, "nothing is scanned", () -> shift.acknowledged() > 0);
                    primary.analyze("lotline");
                    mayBeReadAndNotClaimed(standby);
                    told.add(round(round, primary, standby, address, shift));
                    primary = standby;
                }
                assertEquals(List.of(), violated(application.invariants()), "round " + round);
            }
        } finally {
            primary.close();
            System.getLogger("failover").log(System.Logger.Level.INFO, String.join("\n", told));
        }
    }

    /** The test sees a loss where there is one: here commits do not wait for the standby, and it falls behind. */
    @Test
    void without_a_synchronous_standby_acknowledged_scans_are_lost() throws Exception {
        try (PostgresServer primary = PostgresServer.make(folder.resolve("server-0"), FIRST_SERVER, PASSWORD);
                Application application = Application.start(folder, APPLICATION, primary.port(), PASSWORD);
                PostgresServer standby = primary.standby(folder.resolve("server-1"), FIRST_SERVER + 1, STANDBY);
                SimulatedShift shift = SimulatedShift.begin(folder, "control", application.url(), HANDHELDS, MINUTES)) {
            Command.until(120, "nothing is scanned", () -> shift.acknowledged() > 0);
            standby.stopReceiving();
            long behind = shift.acknowledged();
            Command.until(30, "the shift stands still", () -> shift.acknowledged() > behind + 2_000);
            primary.kill();
            List<String> acknowledged = shift.ids();
            // what is still on its way is gone with the machines
            standby.kill();
            standby.start();
            standby.promote();
            assertTrue(missing(standby, acknowledged) > 0, "nothing was lost");
        }
    }

    /** Every question about the books may be asked of a standby while it follows; nothing can be claimed there. */
    private static void mayBeReadAndNotClaimed(PostgresServer standby) throws Exception {
        List<Path> questions;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/invariants"))) {
            questions = files.sorted().toList();
        }
        assertTrue(questions.size() > 15, questions.size() + " questions");
        for (Path question : questions) {
            assertEquals(List.of(), asked(standby, Files.readString(question)), question + " at the standby");
        }
        SQLException refused = assertThrows(
                SQLException.class,
                () -> standby.ask(
                        "lotline",
                        "SELECT ledger_gate(array_agg(warehouse_id), array_agg(item_id)) FROM"
                                + " (SELECT warehouse_id, item_id FROM stock_summary LIMIT 1) one"));
        assertEquals(READ_ONLY, refused.getSQLState(), refused.getMessage());
    }

    /** A lock that arrives from the primary may end a question at any time; then it is asked again. */
    private static List<String> asked(PostgresServer standby, String question) throws Exception {
        for (int n = 1; ; n++) {
            try {
                return standby.ask("lotline", question);
            } catch (SQLException ended) {
                if (n == TIMES || !CONFLICT.equals(ended.getSQLState())) {
                    throw ended;
                }
            }
        }
    }

    private static String round(
            int round, PostgresServer primary, PostgresServer standby, Address address, SimulatedShift shift)
            throws Exception {
        long begun = System.nanoTime();
        Command.until(
                BEFORE_THE_KILL_SECONDS + 60,
                "the shift stands still",
                () -> System.nanoTime() - begun > BEFORE_THE_KILL_SECONDS * 1_000_000_000L);
        List<String> before = shift.ids();
        long killed = System.nanoTime();
        primary.kill();
        missed(primary);
        standby.promote();
        long promoted = System.nanoTime();
        // what is acknowledged from here on was written by the new primary: nobody else takes a commit
        long written = shift.acknowledged();
        List<String> acknowledged = shift.ids();
        address.handOver(standby.port());
        Command.until(60, "nobody scans", () -> shift.acknowledged() > written);
        double seconds = seconds(killed, System.nanoTime());
        assertEquals(0, missing(standby, acknowledged), "acknowledged and lost");
        String end = shift.end();
        List<String> all = shift.ids();
        assertEquals(0, missing(standby, all), "acknowledged and lost");
        assertTrue(all.size() > acknowledged.size(), "nothing was scanned after the change");
        assertFalse(before.isEmpty(), "nothing was scanned before the change");
        assertTrue(seconds <= LONGEST_SECONDS, "the first scan after " + seconds + " s");
        return "round %d: %d acknowledged before the kill, %d in all, 0 lost; promoted after %.1f s, first scan after %.1f s; %s"
                .formatted(round, acknowledged.size(), all.size(), seconds(killed, promoted), seconds, last(end));
    }

    /** From now on a commit returns when the standby has it on its disk. */
    private static void synchronous(PostgresServer primary) throws Exception {
        primary.configure("synchronous_standby_names = '" + STANDBY + "'");
        primary.reload();
        Command.until(
                60,
                "the standby is not synchronous",
                () -> primary.ask("postgres", "SELECT sync_state FROM pg_stat_replication")
                        .equals(List.of("sync")));
    }

    private static void missed(PostgresServer primary) throws Exception {
        for (int misses = 0; misses < MISSES; misses++) {
            long since = System.nanoTime();
            Command.until(5, "waiting", () -> System.nanoTime() - since > LOOK_EVERY_MILLIS * 1_000_000L);
            try (Connection connection = primary.connect("postgres")) {
                assertTrue(connection.isClosed(), "a killed server answers");
            } catch (SQLException gone) {
                continue;
            }
        }
    }

    static long missing(PostgresServer server, List<String> ids) throws SQLException {
        try (Connection connection = server.connect("lotline");
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM unnest(?::uuid[]) AS given(id) LEFT JOIN scan_event USING (id) WHERE"
                                + " scan_event.id IS NULL")) {
            Array array = connection.createArrayOf("text", ids.toArray());
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    static List<String> violated(String invariants) throws Exception {
        List<String> violated = new ArrayList<>();
        JsonNode all = new ObjectMapper().readTree(invariants);
        assertTrue(all.size() > 15, "invariants were asked: " + all.size());
        for (JsonNode invariant : all) {
            if (invariant.get("violations").asLong() > 0) {
                violated.add(invariant.toString());
            }
        }
        return violated;
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static String last(String said) {
        return said.strip().substring(said.strip().lastIndexOf('\n') + 1);
    }
}
