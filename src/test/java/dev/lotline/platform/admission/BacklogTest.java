package dev.lotline.platform.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How long a newcomer will wait is what the house did of late. */
class BacklogTest {
    private static final long MILLI = 1_000_000;

    private final Backlog backlog = new Backlog(MILLI);

    @Test
    void a_guess_stands_until_something_was_measured() {
        assertEquals(100 * MILLI, backlog.waitFor(100));
    }

    @Test
    void a_scan_alone_in_the_house_tells_nothing_of_its_speed() {
        for (int n = 1; n < 100; n++) {
            backlog.ended(0, 1, n * 50 * MILLI);
        }
        assertEquals(MILLI, backlog.nanosPerUnit());
    }

    @Test
    void where_scans_queue_the_time_between_two_ends_is_what_one_takes() {
        long now = 1;
        for (int n = 0; n < 1_000; n++) {
            now += n % 10 == 9 ? 5 * MILLI : 0;
            backlog.ended(40, 1, now);
        }
        assertEquals(0.5, (double) backlog.nanosPerUnit() / MILLI, 0.05);
    }

    @Test
    void a_pause_is_not_taken_for_work() {
        backlog.ended(40, 1, MILLI);
        backlog.ended(2, 1, 2 * MILLI);
        backlog.ended(40, 1, 9_000 * MILLI);
        backlog.ended(40, 1, 9_001 * MILLI);
        assertEquals(MILLI, backlog.nanosPerUnit(), MILLI / 10);
    }

    @Test
    void what_brings_many_scans_counts_as_many() {
        long now = 1;
        for (int n = 0; n < 1_000; n++) {
            now += 100 * MILLI;
            backlog.ended(400, 200, now);
        }
        assertEquals(0.5, (double) backlog.nanosPerUnit() / MILLI, 0.05);
    }
}
