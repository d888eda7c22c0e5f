package dev.lotline.races;

import static dev.lotline.given.World.figures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Holds;
import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A recall in the middle of the work of thirty-two pickers. */
@QuarkusTest
class RecallRaceTest {
    private static final int PICKERS = 32;
    private static final int UNITS = 40;
    private static final int REFUSALS = 10;

    private record Answered(long askedNanos, String code) {}

    @Test
    void no_pick_that_starts_after_the_holds_answer_is_acknowledged() throws Exception {
        World world = World.acceptance();
        Holds holds = new Holds(world);
        world.stock("GUMMY-60", "L-B", "2026-05-15", PICKERS * UNITS, "A-01");
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (int n = 0; n < PICKERS; n++) {
            world.order("O-" + n, Map.of("sku", "GUMMY-60", "quantity", UNITS))
                    .then()
                    .statusCode(201);
            tasks.addAll(world.release("O-" + n));
        }
        List<Answered> picks = new ArrayList<>();
        long answeredNanos;
        long id;
        ExecutorService floor = Executors.newFixedThreadPool(PICKERS + 1);
        try {
            List<Future<List<Answered>>> pickers = new ArrayList<>();
            for (Map<String, Object> task : tasks) {
                pickers.add(floor.submit(() -> pickAll(world, task)));
            }
            while (world.inventory("GUMMY-60").getInt("shipstream.picked") < PICKERS) {
                Thread.onSpinWait();
            }
            id = holds.lot("L-B", "RECALL").getLong("id");
            answeredNanos = System.nanoTime();
            for (Future<List<Answered>> picker : pickers) {
                picks.addAll(picker.get());
            }
        } finally {
            floor.shutdown();
        }
        List<Answered> late =
                picks.stream().filter(pick -> pick.askedNanos() > answeredNanos).toList();
        assertTrue(late.size() >= PICKERS / 2, late.size() + " picks came after the hold: too few to mean anything");
        assertTrue(late.stream().allMatch(pick -> pick.code().equals("LOT_ON_HOLD")), late.toString());
        long picked =
                picks.stream().filter(pick -> pick.code().equals("PICKED")).count();
        JsonPath after = world.inventory("GUMMY-60");
        figures(after, "shipstream", "picked", picked, "reserved", 0, "allocated", 0, "available", 0);
        figures(after, "jetpack", "quarantine", PICKERS * UNITS - picked);
        assertEquals(picked, holds.get(id).getLong("impact.pickedUnits"));
        Identities.assertHold(world.owner, "GUMMY-60");
    }

    /** Unit by unit, until the lot is refused ten times or all are picked. */
    private static List<Answered> pickAll(World world, Map<String, Object> task) {
        List<Answered> answers = new ArrayList<>();
        int refused = 0;
        for (int n = 0; n < UNITS && refused < REFUSALS; n++) {
            long asked = System.nanoTime();
            String code = world.pick(task, "L-B", 1).getString("code");
            refused += code.equals("PICKED") ? 0 : 1;
            answers.add(new Answered(asked, code));
        }
        return answers;
    }
}
