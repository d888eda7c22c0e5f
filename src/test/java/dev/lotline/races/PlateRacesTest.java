package dev.lotline.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Handhelds that want the same plate at once. */
@QuarkusTest
class PlateRacesTest {
    private static final int HANDHELDS = 8;

    @Test
    void a_plate_that_many_move_while_units_leave_it_is_in_one_place_and_holds_what_is_there() throws Exception {
        World world = World.acceptance();
        world.item("GUMMY-60", Map.of("allowMixingLocations", true));
        world.stock("GUMMY-60", "L-A", "2026-06-30", 60, "A-01");
        world.stock("GUMMY-60", "L-B", "2026-05-15", 60, "A-01");
        List<Map<String, Object>> contents = new ArrayList<>();
        for (String lot : List.of("L-A", "L-B")) {
            contents.add(Map.of("owner", world.owner, "sku", "GUMMY-60", "lotNumber", lot, "quantity", 50));
        }
        Map<String, Object> plate = new HashMap<>(Map.of("code", "RACE", "location", "A-01", "contents", contents));
        World.call()
                .body(plate)
                .post("/api/v1/warehouses/" + world.warehouse + "/plates")
                .then()
                .statusCode(200);

        List<String> places = List.of("A-01", "A-02", "B-01", "C-01");
        List<Map<String, Object>> scans = new ArrayList<>();
        for (int n = 0; n < 10 * HANDHELDS; n++) {
            String to = places.get(n % places.size());
            String from = places.get((n + 1) % places.size());
            scans.add(
                    n % 2 == 0
                            ? world.event("MOVE", Map.of("lpn", "RACE", "location", to))
                            : world.event(
                                    "MOVE",
                                    World.goods(
                                            "GUMMY-60", "L-A", "2026-06-30", 3, Map.of("from", from, "location", to))));
        }
        List<String> codes = sent(world, scans);
        assertTrue(codes.contains("MOVED"), codes.toString());
        assertTrue(List.of("MOVED", "WRONG_LOCATION", "NOT_ENOUGH_STOCK").containsAll(codes), codes.toString());
        assertEquals(
                50,
                world.get("/warehouses/" + world.warehouse + "/plates/RACE")
                        .getInt("contents.find { it.lotNumber == 'L-B' }.quantity"));
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    private static List<String> sent(World world, List<Map<String, Object>> scans) throws Exception {
        ExecutorService handhelds = Executors.newFixedThreadPool(HANDHELDS);
        List<Future<String>> answers = new ArrayList<>();
        scans.forEach(
                scan -> answers.add(handhelds.submit(() -> world.scan(scan).getString("code"))));
        handhelds.shutdown();
        assertTrue(handhelds.awaitTermination(60, TimeUnit.SECONDS));
        List<String> codes = new ArrayList<>();
        for (Future<String> answer : answers) {
            codes.add(answer.get());
        }
        return codes;
    }
}
