package dev.lotline.races;

import static dev.lotline.given.World.figures;
import static dev.lotline.given.World.goods;
import static dev.lotline.given.World.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.House;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts, agreements and returns that meet. */
@QuarkusTest
class CountRacesTest {
    private World world;

    @BeforeEach
    void a_small_warehouse() {
        world = World.acceptance();
        world.stock("GUMMY-60", "L-A", "2026-06-30", 100, "A-01");
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    @Test
    void of_eight_who_agree_at_once_one_posts() throws Exception {
        String token = House.token(
                Map.of("name", "anna-" + world.owner, "role", "SUPERVISOR", "owners", List.of(world.owner)));
        long id = World.call()
                .body(Map.of(
                        "warehouse", world.warehouse,
                        "location", "A-01",
                        "owner", world.owner,
                        "sku", "GUMMY-60",
                        "lotNumber", "L-A",
                        "delta", -40,
                        "reason", "gone"))
                .post("/api/v1/adjustments")
                .jsonPath()
                .getLong("id");
        List<Integer> answers = atOnce(
                8,
                n -> House.as(token)
                        .body(Map.of())
                        .post("/api/v1/adjustments/" + id + "/approve")
                        .statusCode());
        assertEquals(1, Collections.frequency(answers, 200), answers.toString());
        assertEquals(7, Collections.frequency(answers, 409), answers.toString());
        figures(world.inventory("GUMMY-60"), "shipstream", "available", 60);
    }

    @Test
    void counts_that_are_overtaken_by_picks_find_no_difference() throws Exception {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 40)).then().statusCode(201);
        Map<String, Object> task = world.release("O-1").get(0);
        ExecutorService slow = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> differences = new ArrayList<>();
            for (int picked = 1; picked <= 40; picked++) {
                ok(world.pick(task, "L-A", 1));
                Map<String, Object> count = world.event("COUNT", tally(100 - picked));
                differences.add(slow.submit(() -> ok(world.scan(count)).getInt("count.difference")));
            }
            for (Future<Integer> difference : differences) {
                assertEquals(0, difference.get());
            }
        } finally {
            slow.shutdownNow();
        }
        figures(world.inventory("GUMMY-60"), "shipstream", "picked", 40, "available", 60, "onHand", 100);
    }

    @Test
    void no_more_comes_back_at_once_than_was_shipped() throws Exception {
        world.order("O-1", Map.of("sku", "GUMMY-60", "quantity", 5)).then().statusCode(201);
        ok(world.pick(world.release("O-1").get(0), "L-A", 5));
        world.orderCommand("O-1", "ship", Map.of()).then().statusCode(200);
        Map<String, Object> back = Map.of(
                "kind", "CUSTOMER", "location", "A-01", "order", Map.of("owner", world.owner, "reference", "O-1"));
        List<String> codes = atOnce(
                12,
                n -> world.scan(world.event("RETURN", goods("GUMMY-60", "L-A", null, 1, back)))
                        .getString("code"));
        assertEquals(5, Collections.frequency(codes, "RETURNED"), codes.toString());
        assertEquals(7, Collections.frequency(codes, "MORE_THAN_SHIPPED"), codes.toString());
    }

    private static Map<String, Object> tally(int units) {
        return goods("GUMMY-60", "L-A", null, null, Map.of("counted", units, "location", "A-01"));
    }

    private interface Deed<T> {
        T of(int n) throws Exception;
    }

    private static <T> List<T> atOnce(int many, Deed<T> deed) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(many);
        try {
            List<Callable<T>> deeds = new ArrayList<>();
            for (int n = 0; n < many; n++) {
                int number = n;
                deeds.add(() -> deed.of(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : people.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
