package dev.lotline.stories;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.EmbeddedPostgresResource;
import dev.lotline.given.Holds;
import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.Stream;
import dev.lotline.given.World;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has work that was stopped hears of it at once, and nobody else. */
@QuarkusTest
class InterruptStoryTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CUTS = 64;

    @Inject
    MeterRegistry meters;

    private World world;
    private Holds holds;

    @BeforeEach
    void an_open_task() {
        world = World.acceptance();
        holds = new Holds(world);
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void three_handhelds_of_the_warehouse_hear_of_a_held_lot_and_its_stopped_task_within_a_second() throws Exception {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        Object task = world.release("O-1").get(0).get("task");
        World other = World.acceptance();
        String foreign = House.token(
                Map.of("name", "HH-" + UUID.randomUUID(), "role", "DEVICE", "owners", List.of(other.owner)));
        try (Stream one = listen("A", world.warehouse);
                Stream two = listen("B", world.warehouse);
                Stream three = listen("C", world.warehouse);
                Stream elsewhere = listen("D", other.warehouse);
                Stream stranger = Stream.open(foreign, "E", world.warehouse)) {
            // the answer is there before the clock is started: what comes later counts against the second
            JsonPath hold = holds.lot("L-B", "RECALL");
            for (Stream device : List.of(one, two, three)) {
                assertNotNull(device.next("event:LOT_HELD", AT_ONCE));
                String lot = device.next("data:", AT_ONCE);
                assertTrue(lot.contains("\"lotNumber\":\"L-B\""), lot);
                assertNotNull(device.next("event:TASK_STOPPED", AT_ONCE));
                String stopped = device.next("data:", AT_ONCE);
                assertTrue(
                        stopped.contains("\"task\":" + task + ",") && stopped.contains("\"complete\":true"), stopped);
                assertTrue(stopped.contains("\"hold\":" + hold.getLong("id")), stopped);
            }
            // lots may arrive anywhere, tasks are of one warehouse, and owners do not hear of each other
            assertNotNull(elsewhere.next("event:LOT_HELD", AT_ONCE));
            assertNull(elsewhere.next("event:TASK_STOPPED", A_MOMENT));
            assertNull(stranger.next("event:", A_MOMENT));
        }
    }

    @Test
    void a_second_stream_of_a_device_ends_the_first() throws Exception {
        try (Stream first = listen("SAME", world.warehouse);
                Stream second = listen("SAME", world.warehouse)) {
            // the last chunk of the answer
            assertNotNull(first.next("0", AT_ONCE));
            holds.location("A-01");
            assertNotNull(second.next("event:LOCATION_HELD", AT_ONCE));
        }
    }

    @Test
    void cut_streams_leave_nothing_behind() throws Exception {
        assertTrue(comesDownTo(0), "streams of earlier tests are open");
        for (int round = 0; round < 3; round++) {
            List<Stream> streams = new ArrayList<>();
            for (int n = 0; n < CUTS; n++) {
                streams.add(listen("CUT-" + n, world.warehouse));
            }
            assertEquals(CUTS, open());
            for (Stream stream : streams) {
                stream.reset();
            }
            // a message into the cut lines, as it would come
            holds.release(holds.lot("L-B", "MANUAL").getLong("id"));
            assertTrue(comesDownTo(0), open() + " streams are left");
        }
        for (int n = 0; n < 20; n++) {
            World.call().get("/floor/tasks?warehouse=" + world.warehouse).then().statusCode(200);
        }
    }

    @Test
    void a_stream_is_of_one_known_warehouse_in_scope() {
        World.call().get("/floor/stream").then().statusCode(400).body("field", is("warehouse"));
        World.call()
                .get("/floor/stream?warehouse=NOWHERE")
                .then()
                .statusCode(404)
                .body("code", is("UNKNOWN_WAREHOUSE"), "warehouse", is("NOWHERE"));
        String merchant = House.token(
                Map.of("name", "M-" + UUID.randomUUID(), "role", "MERCHANT", "owners", List.of(world.owner)));
        House.as(merchant)
                .get("/floor/stream?warehouse=" + world.warehouse)
                .then()
                .statusCode(403);
    }

    private boolean comesDownTo(int streams) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (open() > streams && System.nanoTime() < end) {
            LockSupport.parkNanos(A_MOMENT.toNanos() / 30);
        }
        return open() == streams;
    }

    private double open() {
        return meters.get("lotline.floor.streams").gauge().value();
    }

    private static Stream listen(String device, String warehouse) throws Exception {
        return Stream.open(EmbeddedPostgresResource.ADMIN_TOKEN, device, warehouse);
    }
}
