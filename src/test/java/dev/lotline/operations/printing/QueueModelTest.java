package dev.lotline.operations.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.PrintHouse;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random operations of two nodes and of people on one queue, played in the database and in the model; every job and label
 * is compared after each. As many as a few seconds allow; {@code -Dprinting.sequences=50000} plays so many.
 */
class QueueModelTest {
    private static final int LENGTH = 40;
    private static final int WITHIN = 400;
    /** In so many everything is done and answered at least once. */
    private static final int AT_LEAST = 50;

    private static final long SECONDS = 5_000_000_000L;
    private static PrintHouse house;
    private static QueuePlayer player;

    @BeforeAll
    static void open() throws SQLException {
        house = new PrintHouse();
        player = new QueuePlayer(house);
    }

    @AfterAll
    static void shut() throws SQLException {
        house.close();
    }

    @AfterEach
    void mend() throws Exception {
        house.mend("R__print_state.sql");
    }

    @Test
    void jobs_and_labels_stand_as_the_model_says_after_every_step() throws Exception {
        int wanted = Integer.getInteger("printing.sequences", 0);
        long begun = System.nanoTime();
        int seed = 0;
        while (seed < AT_LEAST
                || (wanted == 0
                        ? System.nanoTime() - begun < SECONDS || seed < WITHIN && !everythingWasSaid()
                        : seed < wanted)) {
            assertEquals(null, player.play(seed++, LENGTH));
        }
        System.getLogger("printing").log(System.Logger.Level.INFO, seed + " sequences, said " + player.said());
        assertTrue(everythingWasSaid(), player.said() + "");
    }

    private static boolean everythingWasSaid() {
        return player.said().keySet().containsAll(QueuePlayer.EVERYTHING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        labels stay behind their job | print_job_moved() | IF new.state IN ('SENT', 'UNKNOWN', | IF new.state IN ('SENT',
        unknown is sent again        | print_job_guard() | new.changed_at := now(); | new.changed_at := now(); IF new.state = 'UNKNOWN' THEN new.state := 'QUEUED'; END IF;
        a lease outlives its job     | print_job_guard() | new.lease_owner := NULL; | IF new.state <> 'CONFIRMED' THEN new.lease_owner := NULL; END IF;
        """)
    void a_fault_is_found(String fault, String function, String was, String becomes) throws Exception {
        String source = house.ask("SELECT pg_get_functiondef('" + function + "'::regprocedure)")
                .get(0)
                .get(0);
        assertTrue(source.contains(was), source);
        house.run(source.replace(was, becomes));
        String found = null;
        for (int seed = 0; seed < WITHIN && found == null; seed++) {
            found = player.play(seed, LENGTH);
        }
        assertNotNull(found, fault);
    }
}
