package dev.lotline.hostile;

import static dev.lotline.given.World.figures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Handhelds that lose their Wi-Fi in the middle of a request: no connection to the database goes with them, and what
 * they scanned counts once.
 */
@QuarkusTest
class CutConnectionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 10;
    private static final int SOCKETS = 64;
    private static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(12);

    private final Random dice = new Random(20260301);
    private World world;

    @BeforeEach
    void an_announced_order() {
        world = World.acceptance();
        world.announce("WRO-1", "GUMMY-60", false, World.lot("L-A", "2026-06-30", 5_000))
                .then()
                .statusCode(201);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void scans_of_connections_that_were_cut_count_once_and_the_house_goes_on() throws Exception {
        List<Map<String, Object>> events = new ArrayList<>();
        ExecutorService floor = Executors.newFixedThreadPool(SOCKETS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Void>> cuts = new ArrayList<>();
                for (int n = 0; n < SOCKETS; n++) {
                    cuts.add(cut(
                            request(events, round, n), dice.nextBoolean(), (long) (dice.nextDouble() * LATEST_NANOS)));
                }
                for (Future<Void> cut : floor.invokeAll(cuts)) {
                    cut.get();
                }
            }
        } finally {
            floor.shutdown();
        }
        forty_ordinary_requests_are_answered_within_ten_seconds();
        the_same_events_get_one_verdict_each_and_count_once(events);
    }

    /** Three of four a scan of one unit, the fourth a noun. */
    private byte[] request(List<Map<String, Object>> events, int round, int n) throws IOException {
        if (n % 4 == 3) {
            String path = "/api/v1/warehouses/" + world.warehouse + "/locations/CUT-" + round + "-" + n;
            return Wire.request("PUT", path, "{\"type\":\"STORAGE\"}");
        }
        Map<String, Object> event = world.receipt("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 1);
        events.add(event);
        return Wire.request("POST", "/floor/events", JSON.writeValueAsString(List.of(event)));
    }

    private static Callable<Void> cut(byte[] request, boolean reset, long afterNanos) {
        return () -> {
            try (Wire wire = Wire.open()) {
                wire.send(request);
                LockSupport.parkNanos(afterNanos);
                if (reset) {
                    wire.reset();
                }
            }
            return null;
        };
    }

    @Test
    void what_came_by_the_dialects_on_connections_that_were_cut_is_done_once() throws Exception {
        world.item("LOOSE", Map.of("lotTracked", false));
        List<Sent> requests = new ArrayList<>();
        for (int n = 0; n < SOCKETS; n++) {
            requests.add(n % 2 == 0 ? found(n) : ordered(n));
        }
        ExecutorService floor = Executors.newFixedThreadPool(SOCKETS);
        try {
            List<Callable<Void>> cuts = new ArrayList<>();
            for (Sent request : requests) {
                cuts.add(cut(Wire.request("POST", request.path, request.body), dice.nextBoolean(), (long)
                        (dice.nextDouble() * LATEST_NANOS)));
            }
            for (Future<Void> cut : floor.invokeAll(cuts)) {
                cut.get();
            }
        } finally {
            floor.shutdown();
        }
        forty_ordinary_requests_are_answered_within_ten_seconds();
        for (int again = 0; again < 2; again++) {
            for (Sent request : requests) {
                Answer answer = Client.json("POST", request.path, request.body);
                assertEquals(200, answer.status());
                assertFalse(answer.body().contains("\"error"), answer.body());
            }
            figures(world.inventory("LOOSE"), "endless", "physical", SOCKETS / 2, "ordered", SOCKETS / 2);
        }
    }

    private record Sent(String path, String body) {}

    /** One unit was found: a change by GraphQL, with a key of its own. */
    private Sent found(int n) throws IOException {
        String change = "mutation { inventoryQuickAdjust(inventoryItemId: \"" + world.owner + ":LOOSE\", locationId: \""
                + world.warehouse + ":A-01\", quantity: 1, reason: \"found\", idempotencyKey: \"cut-" + world.owner + n
                + "\") { id } }";
        return new Sent("/graphql", JSON.writeValueAsString(Map.of("query", change)));
    }

    /** One unit is ordered by JSON-RPC; the order's name is its key. */
    private Sent ordered(int n) throws IOException {
        Map<String, Object> order = Map.of(
                "order_ref", "CUT-" + n, "merchant", world.owner, "items", List.of(Map.of("sku", "LOOSE", "qty", 1)));
        return new Sent(
                "/api/jsonrpc",
                JSON.writeValueAsString(Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        n,
                        "method",
                        "call",
                        "params",
                        java.util.Arrays.asList(null, "order.create", List.of(order)))));
    }

    private void forty_ordinary_requests_are_answered_within_ten_seconds() throws Exception {
        long start = System.nanoTime();
        for (int n = 0; n < 10; n++) {
            String place = "/api/v1/warehouses/" + world.warehouse + "/locations/AFTER-" + n;
            assertEquals(
                    201, Client.json("PUT", place, "{\"type\":\"STORAGE\"}").status());
            assertEquals(200, Client.get(place).status());
            assertEquals(
                    200,
                    Client.get("/api/v1/owners/" + world.owner + "/items/GUMMY-60/inventory")
                            .status());
            assertEquals(
                    200, Client.get("/floor/tasks?warehouse=" + world.warehouse).status());
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.toSeconds() < 10, "40 requests took " + taken);
    }

    private void the_same_events_get_one_verdict_each_and_count_once(List<Map<String, Object>> events) {
        assertEquals(ROUNDS * SOCKETS * 3 / 4, events.size());
        JsonPath replies = world.floor(events).then().statusCode(200).extract().jsonPath();
        assertEquals(events.stream().map(event -> event.get("id")).toList(), replies.getList("id"));
        assertTrue(replies.getList("verdict").stream().allMatch("OK"::equals), replies.getString("code"));
        long replayed = replies.getList("replayed").stream()
                .filter(Boolean.TRUE::equals)
                .count();
        assertTrue(
                replayed > events.size() / 4,
                "only " + replayed + " scans got through before their connection was cut");
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", events.size());

        JsonPath again = world.floor(events).then().statusCode(200).extract().jsonPath();
        assertTrue(again.getList("replayed").stream().allMatch(Boolean.TRUE::equals));
        assertEquals(replies.getList("code"), again.getList("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", events.size());
    }
}
