package dev.lotline.races;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.ok;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.Superuser;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold when many want the same thing at the same moment. */
@QuarkusTest
class RacesTest {
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void t21_of_two_scanners_on_the_last_unit_one_gets_it() throws Exception {
        for (int round = 0; round < 20; round++) {
            String order = "O-" + round;
            world.stock("GUMMY-60", "L-A", "2026-06-30", 1, "A-01");
            world.order(order, Map.of("sku", "GUMMY-60", "quantity", 1)).then().statusCode(201);
            Map<String, Object> task = world.release(order).get(0);
            List<String> codes = atOnce(2, n -> world.pick(task, "L-A", 1).getString("code"));
            assertEquals(
                    List.of("PICKED", "TASK_ALREADY_PICKED"),
                    codes.stream().sorted().toList());
        }
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 20, "available", 0, "reserved", 0);
    }

    @Test
    void sixty_four_clients_on_one_lot_get_what_there_is_and_no_more() throws Exception {
        world.stock("GUMMY-60", "L-A", "2026-06-30", 100, "A-01");
        List<Integer> reserved = atOnce(64, n -> {
            String order = "O-" + n;
            world.order(order, Map.of("sku", "GUMMY-60", "quantity", 3)).then().statusCode(201);
            return world.release(order).stream()
                    .mapToInt(task -> ((Number) task.get("quantity")).intValue())
                    .sum();
        });
        assertEquals(100, reserved.stream().mapToInt(Integer::intValue).sum());
        figures(world.inventory("GUMMY-60"), "shipstream", "reserved", 100, "allocated", 0, "backordered", 92);
    }

    @Test
    void two_orders_of_eight_on_a_lot_of_ten_never_hold_sixteen() throws Exception {
        for (int round = 0; round < 200; round++) {
            String sku = "RACE-" + round;
            world.item(sku, Map.of());
            world.stock(sku, "L-R", "2026-12-31", 10, "B-01");
            String name = "O-" + round + "-";
            List<Integer> allocated = atOnce(
                    2,
                    n -> world.order(name + n, Map.of("sku", sku, "quantity", 8))
                            .then()
                            .statusCode(201)
                            .extract()
                            .<Number>path("lines[0].allocated")
                            .intValue());
            assertEquals(List.of(2, 8), allocated.stream().sorted().toList());
        }
    }

    @Test
    void t22_one_event_sent_fifty_times_at_once_is_one_movement_and_one_reply() throws Exception {
        world.announce("WRO-1", "GUMMY-60", false, World.lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        Map<String, Object> event = world.event(
                "RECEIVE",
                goods(
                        "GUMMY-60",
                        "L-A",
                        "2026-06-30",
                        5,
                        Map.of(
                                "receivingOrder",
                                Map.of("owner", world.owner, "reference", "WRO-1"),
                                "location",
                                "DOCK-1")));
        List<Map<String, Object>> replies = atOnce(50, n -> world.scan(event).<Map<String, Object>>get(""));
        assertEquals(
                1,
                replies.stream()
                        .filter(reply -> !(boolean) reply.get("replayed"))
                        .count());
        assertEquals(
                1, replies.stream().map(RacesTest::withoutReplayed).distinct().count());
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 5);

        Map<String, Object> changed = new HashMap<>(event);
        changed.put("quantity", 6);
        JsonPath reused = world.scan(changed);
        assertEquals("REFUSED", reused.getString("verdict"));
        assertEquals("KEY_REUSED", reused.getString("code"));
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 5);
    }

    @Test
    void an_order_for_an_item_that_stops_being_tracked_meanwhile_never_waits_for_stock_of_it() throws Exception {
        Map<String, Object> untracked = Map.of("name", "WRAP", "tracking", false);
        for (int round = 0; round < 25; round++) {
            String sku = "WRAP-" + round;
            String order = "W-" + round;
            world.item(sku, Map.of("lotTracked", false));
            String path = "/api/v1/owners/" + world.owner + "/items/" + sku;
            List<Integer> said = atOnce(
                    2,
                    n -> n == 0
                            ? World.call().body(untracked).put(path).statusCode()
                            : world.order(order, Map.of("sku", sku, "quantity", 3))
                                    .statusCode());
            assertTrue(
                    List.of(200, 409).contains(said.get(0)) && List.of(201, 503).contains(said.get(1)),
                    said.toString());
            if (said.get(1) == 503) {
                world.order(order, Map.of("sku", sku, "quantity", 3)).then().statusCode(201);
            }
            boolean tracking = World.call().get(path).path("tracking");
            int waiting = World.call()
                    .get("/api/v1/orders/" + world.owner + "/" + order)
                    .<Number>path("lines[0].backordered")
                    .intValue();
            assertEquals(tracking ? 3 : 0, waiting, "round " + round + " " + said);
        }
    }

    @Test
    void an_order_waits_for_whoever_is_just_changing_its_item() throws Exception {
        world.item("WRAP", Map.of("lotTracked", false));
        try (Superuser slow = Superuser.begin()) {
            slow.run(
                    "UPDATE item SET tracking = false WHERE sku = 'WRAP' AND owner_id = (SELECT id FROM owner WHERE code = '"
                            + world.owner + "')");
            Future<Integer> order = Executors.newSingleThreadExecutor()
                    .submit(() -> world.order("W-1", Map.of("sku", "WRAP", "quantity", 3))
                            .statusCode());
            assertThrows(TimeoutException.class, () -> order.get(500, TimeUnit.MILLISECONDS));
            slow.commit();
            assertEquals(503, order.get());
        }
        world.order("W-1", Map.of("sku", "WRAP", "quantity", 3)).then().statusCode(201);
    }

    @Test
    void nearest_expiry_holds_under_thirty_two_releases_while_earlier_lots_arrive() throws Exception {
        world.item("FEFO", Map.of("allowMixingLocations", true));
        for (int lot = 0; lot < 40; lot++) {
            world.stock("FEFO", "L-" + lot, "2027-01-" + String.format("%02d", 1 + lot % 28), 10, "A-01");
        }
        for (int n = 0; n < 32; n++) {
            world.order("F-" + n, Map.of("sku", "FEFO", "quantity", 9)).then().statusCode(201);
        }
        // the invariant "nearest expiry" replays every reservation in gate order, those of the late lots included
        atOnce(32, n -> {
            if (n % 4 == 0) {
                world.stock("FEFO", "EARLY-" + n, "2026-11-" + String.format("%02d", 1 + n % 28), 3, "A-02");
            }
            return world.release("F-" + n).size();
        });
        figures(world.inventory("FEFO"), "shipstream", "reserved", 32 * 9);
    }

    @Test
    void waves_single_releases_and_picks_at_once_neither_lock_each_other_nor_pass_over_a_lot() throws Exception {
        List<String> skus = List.of("GUMMY-60", "R-1", "R-2", "R-3");
        skus.subList(1, 4).forEach(sku -> world.item(sku, Map.of("allowMixingLocations", true)));
        for (String sku : skus) {
            world.stock(sku, "L-1", "2026-12-31", 40, "A-01");
            world.stock(sku, "L-2", "2027-01-31", 60, "A-02");
        }
        for (int n = 0; n < 24; n++) {
            Map<String, Object> one = Map.of("sku", skus.get(n % 4), "quantity", 2);
            Map<String, Object> other = Map.of("sku", skus.get((n + 3) % 4), "quantity", 1);
            // from any warehouse: its lines may be written under several gates
            world.order(Map.of("reference", "W-" + n, "owner", world.owner, "lines", List.of(one, other)))
                    .then()
                    .statusCode(201);
        }
        atOnce(16, n -> {
            if (n % 4 == 0) {
                return World.call()
                        .body(Map.of("warehouse", world.warehouse, "maxOrders", 4))
                        .post("/api/v1/pick-waves")
                        .then()
                        .statusCode(anyOf(is(200), is(409)))
                        .extract()
                        .statusCode();
            }
            world.release("W-" + n).forEach(task -> world.pick(task, (String) task.get("lotNumber"), 1));
            return n;
        });
        Identities.assertHold(world.owner, "R-1", "R-2", "R-3");
    }

    @Test
    void a_late_array_with_copies_and_wrong_order_counts_each_scan_once() {
        world.announce("WRO-1", "GUMMY-60", false, World.lot("L-A", "2026-06-30", 40))
                .then()
                .statusCode(201);
        List<Map<String, Object>> events = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            Map<String, Object> event = world.receipt("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 1);
            events.add(event);
            events.add(0, event);
        }
        List<String> verdicts = world.floor(events).jsonPath().getList("verdict");
        assertEquals(20, verdicts.size());
        assertTrue(verdicts.stream().allMatch("OK"::equals), verdicts.toString());
        world.floor(events).then().statusCode(200);
        figures(world.inventory("GUMMY-60"), "shipstream", "processed", 10);
        ok(world.receive("WRO-1", "GUMMY-60", "L-A", "2026-06-30", 1));
    }

    private static Map<String, Object> withoutReplayed(Map<String, Object> reply) {
        Map<String, Object> rest = new HashMap<>(reply);
        rest.remove("replayed");
        return rest;
    }

    private interface Act<T> {
        T at(int n) throws Exception;
    }

    private static <T> List<T> atOnce(int clients, Act<T> act) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int n = 0; n < clients; n++) {
                int number = n;
                calls.add(() -> act.at(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                answers.add(Objects.requireNonNull(future.get()));
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
