package dev.lotline.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A house with work in it, in which nothing may have changed after a test. */
abstract class Untouched {
    World world;
    Doors doors;

    /** What was not as it should be, in words. */
    final List<String> wrong = new ArrayList<>();

    private Fingerprint before;

    @BeforeEach
    void a_house_with_work_in_it() throws Exception {
        world = World.acceptance();
        doors = Doors.furnished(world);
        before = Fingerprint.take();
    }

    @AfterEach
    void nothing_has_changed() throws Exception {
        wrong.addAll(Fingerprint.take().changedSince(before));
        assertEquals(List.of(), wrong);
        Identities.assertHold(world.owner, "GUMMY-60", "PLAIN");
    }
}
