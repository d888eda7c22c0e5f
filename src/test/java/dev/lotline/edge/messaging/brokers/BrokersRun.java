package dev.lotline.edge.messaging.brokers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.PrintHouse;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application, two of it, and a real broker: whoever tells is killed again and again, once the broker as well
 * if it says that it keeps what it has taken. Every event arrives, those of one key in order. Run by the profile brokers.
 */
@Timeout(1_200)
class BrokersRun {
    private static final int EVENTS = Integer.getInteger("brokers.events", 100_000);
    private static final int KILLS = Integer.getInteger("brokers.kills", 5);
    private static final int WRITERS = 4;
    private static final int PLACES = 40;
    private static final int AT_ONCE = 25;
    private static final int FIRST_PORT = 18_470;

    @TempDir
    private Path folder;

    private final List<Process> nodes = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> lastOfKey = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long copies;
    private int started;

    @Test
    void mosquitto() throws Exception {
        play(new Mosquitto(folder));
    }

    @Test
    void rabbitmq() throws Exception {
        play(new Rabbit(folder));
    }

    @Test
    void kafka() throws Exception {
        play(new Kafka(folder));
    }

    private void play(Broker broker) throws Exception {
        try (PrintHouse house = new PrintHouse();
                broker) {
            // an application refuses a database that may lose what it has acknowledged
            house.run("ALTER DATABASE lotline SET synchronous_commit = on");
            broker.start();
            broker.consume(this::took);
            start(house, broker);
            start(house, broker);
            until(() -> house.number("SELECT count(holder) FROM relay") == 1, "nobody tells");
            long begun = System.nanoTime();
            CompletableFuture<?>[] writing = new CompletableFuture<?>[WRITERS];
            for (int n = 0; n < WRITERS; n++) {
                Random random = new Random(n);
                writing[n] = CompletableFuture.runAsync(() -> write(house, random));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int part = EVENTS / (KILLS + 1) * kill;
                until(() -> seen() >= part, "it stands still at " + seen());
                nodes.remove(0).destroyForcibly().waitFor();
                if (kill == 2 && broker.keeps()) {
                    broker.kill();
                    broker.start();
                }
                start(house, broker);
            }
            CompletableFuture.allOf(writing).join();
            until(() -> seen() >= EVENTS, "it stands still at " + seen());
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.getLogger("brokers")
                    .log(
                            System.Logger.Level.INFO,
                            "%s: %d events, %d copies, %d kills, %.1f s"
                                    .formatted(broker.getClass().getSimpleName(), seen(), copies, KILLS, seconds));
            assertEquals(List.of(), wrong, "out of order");
            assertEquals(EVENTS, house.number("SELECT count(*) FROM outbox WHERE topic = 'lotline.movement'"));
            assertEquals(EVENTS, seen());
            assertEquals(
                    List.of(), house.ask(Files.readString(Path.of("src/main/resources/invariants/I18-outbox.sql"))));
        } finally {
            for (Process node : nodes) {
                node.destroyForcibly().waitFor();
            }
        }
    }

    private synchronized void took(byte[] body) {
        JsonObject event = new JsonObject(new String(body, java.nio.charset.StandardCharsets.UTF_8));
        if (!ids.add(event.getString("id"))) {
            copies++;
            return;
        }
        long number = Long.parseLong(event.getString("sequence"));
        Long before = lastOfKey.put(event.getString("partitionkey"), number);
        if (before != null && before > number && wrong.size() < 10) {
            wrong.add(event.getString("partitionkey") + ": " + number + " after " + before);
        }
    }

    private synchronized int seen() {
        return ids.size();
    }

    /** Places are warehouses here: a key each. Several transactions are open at once. */
    private static void write(PrintHouse house, Random random) {
        try (Connection connection = DriverManager.getConnection(house.jdbcUrl(), "postgres", "unused");
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int left = EVENTS / WRITERS; left > 0; left -= AT_ONCE) {
                int place = random.nextInt(PLACES);
                sql.execute("SELECT pg_advisory_xact_lock(" + place + ")");
                sql.execute("INSERT INTO outbox (warehouse_id, event_id, topic, key, payload) SELECT w.id,"
                        + " gen_random_uuid(), 'lotline.movement', w.id || ':*', '{\"operation\":\"MOVE\"}' FROM"
                        + " warehouse w, generate_series(1, " + Math.min(left, AT_ONCE) + ") WHERE w.code = 'P-" + place
                        + "'");
                LockSupport.parkNanos(random.nextInt(20) == 0 ? 20_000_000 : 0);
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(PrintHouse house, Broker broker) throws IOException, SQLException {
        house.run("INSERT INTO warehouse (code, name, time_zone) SELECT 'P-' || n, 'P', 'UTC' FROM generate_series(0, "
                + (PLACES - 1) + ") n ON CONFLICT DO NOTHING");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + (FIRST_PORT + started % 8),
                "-Dquarkus.profile=test",
                "-Dlotline.bus.lease=2s"));
        house.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        broker.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        File log = folder.resolve("node-" + ++started + ".log").toFile();
        nodes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start());
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private void until(Condition condition, String otherwise) throws Exception {
        long since = System.nanoTime();
        int before = -1;
        while (!condition.holds()) {
            if (seen() != before) {
                before = seen();
                since = System.nanoTime();
            }
            boolean still = System.nanoTime() - since > 120_000_000_000L;
            assertTrue(!still, otherwise + "; " + (still ? logs() : ""));
            LockSupport.parkNanos(50_000_000);
        }
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int n = 1; n <= started; n++) {
            String log = Files.readString(folder.resolve("node-" + n + ".log"));
            all.append("\n--- node ")
                    .append(n)
                    .append('\n')
                    .append(log, Math.max(0, log.length() - 3_000), log.length());
        }
        return all.toString();
    }
}
