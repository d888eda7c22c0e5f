package dev.lotline.platform.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shift of 32 handhelds while nodes are killed, and while they are replaced one after the other: every acknowledged scan
 * is there once, nothing fails beyond one retry, and handhelds that listen go on hearing. Run by the profile nodes.
 */
@Timeout(1_800)
class NodesRun {
    private static final int KILLS = Integer.getInteger("nodes.kills", 20);
    private static final int RESTARTS = Integer.getInteger("nodes.restarts", 10);
    private static final int EARS = 6;
    private static final String WAREHOUSE = "EARS";
    private static final long AT_ONCE_NANOS = 1_000_000_000L;

    @TempDir
    private Path folder;

    private Cluster cluster;
    private final List<Ear> ears = new ArrayList<>();
    private final List<Long> hearing = new ArrayList<>();
    private @Nullable Shifts shifts;
    private long slowestLeaving;
    private long slowestComing;
    private int told;

    @BeforeEach
    void three_nodes_started_in_the_same_second_on_an_empty_database() throws Exception {
        cluster = new Cluster(folder);
        long since = System.nanoTime();
        for (int node = 0; node < Cluster.NODES; node++) {
            cluster.start(node);
        }
        for (int node = 0; node < Cluster.NODES; node++) {
            cluster.ready(node);
        }
        say("three nodes on an empty database: %d ms until all were ready", (System.nanoTime() - since) / 1_000_000);
        settle();
        cluster.ask("PUT", "/api/v1/owners/EARS", "{\"name\":\"Ears\",\"kind\":\"CUSTOMER\"}");
        cluster.ask("PUT", "/api/v1/warehouses/" + WAREHOUSE, "{\"name\":\"Ears\",\"timeZone\":\"UTC\"}");
        for (int n = 1; n <= EARS; n++) {
            ears.add(new Ear("EAR-" + n, WAREHOUSE));
        }
    }

    @AfterEach
    void end() throws Exception {
        if (shifts != null) {
            shifts.close();
        }
        ears.forEach(Ear::close);
        cluster.close();
    }

    @Test
    void nodes_are_killed_in_turn() throws Exception {
        shifts = new Shifts(folder, 100);
        for (int kill = 1; kill <= KILLS; kill++) {
            int node = kill % Cluster.NODES;
            cluster.kill(node);
            settle();
            hold();
            cluster.start(node);
            slowestComing = Math.max(slowestComing, cluster.ready(node));
            settle();
        }
        ends(KILLS + " kills");
    }

    @Test
    void nodes_are_replaced_one_after_the_other() throws Exception {
        shifts = new Shifts(folder, 150);
        for (int restart = 1; restart <= RESTARTS; restart++) {
            for (int node = 0; node < Cluster.NODES; node++) {
                slowestLeaving = Math.max(slowestLeaving, cluster.stop(node));
                cluster.start(node);
                slowestComing = Math.max(slowestComing, cluster.ready(node));
                settle();
            }
            hold();
        }
        say("a node has left after %d ms at the longest", slowestLeaving);
        ends(RESTARTS + " rolling restarts of " + Cluster.NODES + " nodes");
    }

    private void ends(String after) throws Exception {
        Shifts played = Objects.requireNonNull(shifts);
        played.end();
        int streams = ears.stream().mapToInt(Ear::opened).sum();
        say("%s: %s; a node was back after %d ms at the longest", after, played, slowestComing);
        hearing.sort(null);
        say(
                "%d holds told to %d handhelds, after %d ms at the median, %d at the most; streams were opened %d times",
                told, EARS, hearing.get(told / 2), hearing.get(told - 1), streams);
        assertTrue(hearing.get(told * 9 / 10) <= AT_ONCE_NANOS / 1_000_000, "heard after " + hearing);
        assertEquals(0, played.sum("tried a third time"), "failed beyond one retry: " + played.said());
    }

    /** The balancer has looked, and who listened to a node that is gone knows it. */
    private static void settle() {
        LockSupport.parkNanos(1_200_000_000);
    }

    /** Whoever listened to the node that has gone is back in moments; a place is held, and all hear of it. */
    private void hold() throws Exception {
        until(15 * AT_ONCE_NANOS, () -> ears.stream().allMatch(Ear::isOpen), "handhelds that do not listen");
        String place = "P-" + ++told;
        cluster.ask("PUT", "/api/v1/warehouses/" + WAREHOUSE + "/locations/" + place, "{\"type\":\"STORAGE\"}");
        cluster.ask(
                "POST",
                "/api/v1/holds",
                "{\"owner\":\"EARS\",\"warehouse\":\"" + WAREHOUSE + "\",\"locations\":[\"" + place
                        + "\"],\"reason\":\"MANUAL\"}");
        long took = until(
                5 * AT_ONCE_NANOS,
                () -> ears.stream().allMatch(ear -> ear.heard(place)),
                "handhelds that did not hear");
        hearing.add(took / 1_000_000);
    }

    private interface Condition {
        boolean holds();
    }

    private long until(long patience, Condition condition, String otherwise) throws IOException {
        long since = System.nanoTime();
        while (!condition.holds()) {
            boolean late = System.nanoTime() - since > patience;
            assertTrue(!late, late ? otherwise + " after " + patience / 1_000_000 + " ms" + cluster.logs() : "");
            LockSupport.parkNanos(5_000_000);
        }
        return System.nanoTime() - since;
    }

    private static void say(String format, Object... values) {
        System.getLogger("nodes").log(System.Logger.Level.INFO, format.formatted(values));
    }
}
