package dev.lotline.operations.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Superuser;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lot in many places with as many open tasks is held in sets; {@code src/bench/hold} has the figures for 10,000. */
@QuarkusTest
class HoldSizeTest {
    private static final int ROWS = 1_000;
    private static final Duration BOUND = Duration.ofSeconds(5);

    @Test
    void a_thousand_rows_with_a_thousand_tasks_are_held_in_one_go() throws Exception {
        String setup = Files.readString(Path.of("src/bench/hold/setup.sql"))
                .replace(":rows", String.valueOf(ROWS))
                .replace("BEGIN;", "")
                .replace("COMMIT;", "SET LOCAL session_replication_role = origin;");
        try (Superuser superuser = Superuser.begin()) {
            superuser.run(setup).run("SET LOCAL jit = off");
            long start = System.nanoTime();
            List<String> answer = superuser.ask("""
                    SELECT (facts -> 'hold' ->> 'heldUnits') || ' held, ' || (facts -> 'hold' ->> 'stoppedTasks')
                      || ' stopped, ' || (facts -> 'hold' ->> 'shortUnits') || ' short, '
                      || (facts -> 'hold' ->> 'replannedUnits') || ' elsewhere, '
                      || jsonb_array_length(facts -> 'hold' -> 'tasksStopped') || ' listed'
                    FROM item i JOIN lot t ON t.item_id = i.id AND t.lot_number = 'L-B'
                    JOIN warehouse w ON w.code = 'RECALL'
                    CROSS JOIN LATERAL ledger_command(jsonb_build_object('n', 0, 'operation', 'HOLD',
                      'warehouse_id', w.id, 'id', gen_random_uuid(), 'device', 'size', 'payload_hash', '00',
                      'effect_hash', '00', 'payload', '{}', 'actor', 'size', 'language', 'en',
                      'facts', jsonb_build_object('scope', 'LOT', 'reason', 'RECALL', 'ownerId', i.owner_id,
                        'lots', jsonb_build_array(t.id)))) c
                    WHERE i.sku = 'RECALL'
                    """);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertEquals(List.of("10000 held, 1000 stopped, 5000 short, 5000 elsewhere, 500 listed"), answer);
            assertTrue(taken.compareTo(BOUND) < 0, "the hold took " + taken);
            // the newest orders gave way
            assertEquals(List.of("true"), superuser.ask("""
                            SELECT bool_and((backordered > 0) = (place > 500))::text FROM (
                              SELECT l.backordered, row_number() OVER (ORDER BY l.order_id) AS place FROM order_line l
                              JOIN item i ON i.id = l.item_id WHERE i.sku = 'RECALL') x
                            """));
        }
    }
}
