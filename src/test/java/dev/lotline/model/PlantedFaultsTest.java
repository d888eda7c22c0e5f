package dev.lotline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that somebody might make in a database function, planted there: the model finds each and makes it short. */
@QuarkusTest
@TestProfile(OwnHouse.class)
class PlantedFaultsTest {
    private static final int LENGTH = 50;
    private static final int WITHIN = 200;
    private static final int SHORT = 8;
    private static final int FAILING = 5;

    @BeforeAll
    static void own_clocks() throws Exception {
        OwnHouse.giveEverySessionItsClock();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        minimum shelf life off by one | lot_refusal | p_expiration - p_today < p_min_days | p_expiration - p_today <= p_min_days
        drain forgotten | claims_follow | PERFORM claims_drain(c.warehouse_id, c.item_id) | NULL
        claim not cut by a hold | claims_cut_lines | WHERE back > 0 OR cut > 0 | WHERE back > 0
        held units on nobody's account | hold_restate | p_hold IS NOT NULL AND born | false
        promise not cut by the day | claims_confine | IF v_over > 0 THEN | IF false THEN
        summary not updated | ledger_write_apart | picked = g.picked + ledger_units('PICKED', m.from_state, m.to_state, m.quantity), | ``
        hold not applied to a later receipt | post_stow | lot_state(t.hold, | lot_state('NONE',
        cancelled order keeps nothing free | claims_release | PERFORM claims_drain(c.warehouse_id, c.item_id) | NULL
        """)
    void is_found(String fault, String function, String was, String becomes) throws Exception {
        try (Connection connection = OwnHouse.connect()) {
            Player player = new Player(connection);
            player.plant(Patch.of(connection, function, was, becomes == null ? "" : becomes));
            Sequence shortest = shortest(player);
            assertTrue(shortest != null, fault + " was not found within " + WITHIN + " sequences");
            assertTrue(
                    shortest.ops().size() <= SHORT,
                    shortest + "\n" + player.play(shortest).what());
        }
    }

    /** Of the first failing sequences the one that can be made shortest: some keep steps that only number their tasks. */
    private static Sequence shortest(Player player) throws Exception {
        Sequence shortest = null;
        int failing = 0;
        for (long seed = 1; seed <= WITHIN && failing < FAILING; seed++) {
            Sequence sequence = Sequence.of(seed, LENGTH);
            if (player.play(sequence) == null) {
                continue;
            }
            failing++;
            Sequence shrunk = Shrinking.shrink(sequence, each -> player.play(each) != null);
            if (shortest == null || shrunk.ops().size() < shortest.ops().size()) {
                shortest = shrunk;
            }
            if (shortest.ops().size() <= SHORT) {
                break;
            }
        }
        return shortest;
    }

    @Test
    void nothing_is_found_where_nothing_is_planted() throws Exception {
        try (Connection connection = OwnHouse.connect()) {
            Player player = new Player(connection).plant("SELECT 1");
            for (long seed = 1; seed <= 5; seed++) {
                assertEquals(null, player.play(Sequence.of(seed, LENGTH)));
            }
        }
    }
}
