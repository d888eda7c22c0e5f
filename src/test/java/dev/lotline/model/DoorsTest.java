package dev.lotline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The dialects at their real doors say what the pure formulas say of the model, in a house whose steps are committed. A
 * test run asks after every tenth step of three sequences, another tenth in each; {@code
 * -Dmodel.doors=100} plays so many and asks after every step, {@code -Dmodel.seed=…} starts elsewhere. Days don't pass
 * here: everybody's clock would go on.
 */
@QuarkusTest
@TestProfile(OwnHouse.class)
class DoorsTest {
    private static final int LENGTH = 50;
    private static final int SAMPLED = 3;
    private static final int EVERY = 10;
    private static final long SEED = Long.getLong("model.seed", 1);

    @Test
    void every_dialect_says_after_a_step_what_its_formulas_say() throws Exception {
        Integer asked = Integer.getInteger("model.doors");
        int checks = 0;
        try (Connection connection = OwnHouse.connect()) {
            Player player = new Player(connection);
            for (int n = 0; n < (asked == null ? SAMPLED : asked); n++) {
                checks += played(player, Sequence.of(SEED + n, LENGTH), asked == null ? EVERY : 1, n);
            }
        }
        assertTrue(checks >= SAMPLED * (LENGTH / EVERY - 2), checks + " checks");
    }

    private static int played(Player player, Sequence sequence, int every, int offset) throws Exception {
        String ids = player.settle(sequence.plan());
        String owner = new ObjectMapper().readTree(ids).get("device").asText();
        Merchant merchant = Merchant.of(owner);
        Model model = new Model(sequence.plan());
        List<Op> done = new ArrayList<>();
        int checks = 0;
        for (Op op : sequence.ops()) {
            if (op instanceof Op.NextDay || !model.knows(op)) {
                continue;
            }
            Map<String, Object> step = Steps.of(op, model.house);
            done.add(op);
            assertEquals(
                    model.play(op).toString(), player.keep(ids, step), () -> "seed " + sequence.seed() + " " + done);
            if (done.size() % every == offset % every) {
                for (DialectDoor door : DialectDoor.ALL) {
                    same(door, merchant, model.house, () -> "seed " + sequence.seed() + " " + done);
                }
                checks++;
            }
        }
        return checks;
    }

    private static void same(
            DialectDoor door, Merchant merchant, House house, java.util.function.Supplier<String> where)
            throws Exception {
        Map<String, Object> must = door.must(house);
        Map<String, Object> says = door.says(merchant);
        Map<String, Object> differs = new TreeMap<>(must);
        differs.entrySet().removeAll(says.entrySet());
        Map<String, Object> more = new TreeMap<>(says);
        more.entrySet().removeAll(must.entrySet());
        assertEquals(differs, more, () -> door.getClass().getSimpleName() + " after " + where.get());
    }
}
