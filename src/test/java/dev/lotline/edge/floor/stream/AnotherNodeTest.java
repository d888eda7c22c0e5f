package dev.lotline.edge.floor.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.edge.floor.stream.Streams.Message;
import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Holds;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.PrintHouse;
import dev.lotline.given.Stream;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.access.Revocations;
import dev.lotline.operations.quarantine.interrupt.Interrupts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What handhelds of another node hear of what this one does: streams over a pool and a Vert.x of their own. */
@QuarkusTest
@Timeout(30)
class AnotherNodeTest {
    private static final long AT_ONCE_MILLIS = 1_000;
    private static final long A_MOMENT_MILLIS = 600;
    private static final String ENDED = "ended";

    @Inject
    ObjectMapper json;

    @Inject
    Revocations revocations;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    private World world;
    private Holds holds;
    private Pool pool;
    private Streams another;

    @BeforeEach
    void another_node() {
        world = World.acceptance();
        holds = new Holds(world);
        world.stock("GUMMY-60", "L-A", "2026-05-15", 60, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-06-15", 60, "A-02");
        pool = PrintHouse.pool(
                ConfigProvider.getConfig().getValue("quarkus.datasource.reactive.url", String.class),
                ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class));
        another = new Streams(json, Interrupts.over(pool), revocations, new SimpleMeterRegistry());
        another.start(new StartupEvent(), vertx);
    }

    @AfterEach
    void it_stops() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        pool.closeAndAwait();
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void a_hold_reaches_streams_of_all_nodes_within_a_second() throws Exception {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        Object task = world.release("O-1").get(0).get("task");
        listen("HH-1", World.ADMIN);
        try (Stream here = Stream.open(EmbeddedPostgresResource.ADMIN_TOKEN, "HH-2", world.warehouse)) {
            JsonPath hold = holds.lot("L-A", "RECALL");
            String held = next("LOT_HELD", AT_ONCE_MILLIS);
            assertTrue(held.contains("\"hold\":" + hold.getLong("id")) && held.contains("\"L-A\""), held);
            String stopped = next("TASK_STOPPED", AT_ONCE_MILLIS);
            assertTrue(stopped.contains("\"task\":" + task + ","), stopped);
            assertNotNull(here.next("event:LOT_HELD", Duration.ofMillis(AT_ONCE_MILLIS)));
            assertNull(next("LOT_HELD", A_MOMENT_MILLIS), "told once");
        }
        Map<String, Object> place = Map.of("scope", "location", "location", "A-02", "reason", "MANUAL");
        World.ok(holds.scan("HOLD", place));
        assertTrue(next("LOCATION_HELD", AT_ONCE_MILLIS).contains("\"A-02\""), "by a scan, too");
    }

    /** Numbered first and committed last: "greater than the last one seen" would leave it out. */
    @Test
    void a_hold_that_was_numbered_before_another_and_commits_after_it_is_told() throws Exception {
        World elsewhere = World.acceptance();
        elsewhere.stock("GUMMY-60", "L-C", "2026-05-15", 1, "A-01");
        listen("HH-1", World.ADMIN);
        try (Superuser somebody = Superuser.begin()) {
            somebody.ask("SELECT t.id FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id"
                    + " WHERE o.code = '" + world.owner + "' AND t.lot_number = 'L-A' FOR UPDATE OF t");
            CompletableFuture<JsonPath> waits = CompletableFuture.supplyAsync(() -> holds.lot("L-A", "MANUAL"));
            while (somebody.ask("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty()) {
                LockSupport.parkNanos(5_000_000);
            }
            JsonPath later = new Holds(elsewhere).lot("L-C", "MANUAL");
            assertTrue(next("LOT_HELD", AT_ONCE_MILLIS).contains("\"L-C\""));
            somebody.commit();
            JsonPath first = waits.get(5, TimeUnit.SECONDS);
            assertTrue(first.getLong("id") < later.getLong("id"), "it was numbered first");
            assertTrue(next("LOT_HELD", AT_ONCE_MILLIS).contains("\"L-A\""));
        }
    }

    @Test
    void what_was_held_while_a_node_was_cut_off_is_told_when_it_is_back() throws Exception {
        listen("HH-1", World.ADMIN);
        try (Superuser somebody = Superuser.begin()) {
            for (String lot : new String[] {"L-A", "L-B"}) {
                somebody.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE"
                        + " 'vertx-pg%' AND query LIKE '%pg_snapshot%'");
                holds.lot(lot, "MANUAL");
                assertTrue(next("LOT_HELD", 2 * AT_ONCE_MILLIS).contains(lot));
            }
        }
    }

    @Test
    void a_revoked_device_loses_its_stream_on_every_node_within_a_second() throws Exception {
        String name = "HH-" + UUID.randomUUID();
        String token = House.token(Map.of("name", name, "role", "DEVICE", "warehouses", Set.of(world.warehouse)));
        listen(name, name);
        try (Stream here = Stream.open(token, name, world.warehouse)) {
            World.call().delete("/api/v1/admin/credentials/" + name).then().statusCode(204);
            long since = System.nanoTime();
            assertEquals(ENDED, next(ENDED, AT_ONCE_MILLIS));
            // the last chunk of the answer
            assertNotNull(here.next("0", Duration.ofNanos(AT_ONCE_MILLIS * 1_000_000 - System.nanoTime() + since)));
        }
    }

    private void listen(String device, String credential) {
        Actor actor = new Actor(credential, Role.DEVICE, Set.of(Capability.SCAN), Scope.ALL, device);
        another.open(actor, world.warehouse)
                .subscribe()
                .with(heard::add, fault -> {}, () -> heard.add(new Message(ENDED, ENDED)));
        assertEquals(Message.HEARTBEAT, heard.poll());
    }

    /** Null when none of this name came in time. */
    private String next(String name, long patienceMillis) throws InterruptedException {
        long end = System.nanoTime() + patienceMillis * 1_000_000;
        for (Message message = heard.poll(patienceMillis, TimeUnit.MILLISECONDS);
                message != null;
                message = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            if (message.name().equals(name)) {
                return message.json();
            }
        }
        return null;
    }
}
