package dev.lotline.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How long a newcomer will wait is what the house did of late. */
class PaceTest {
    private static final long MILLI = 1_000_000;

    private final Pace pace = new Pace();

    @Test
    void a_guess_stands_until_something_was_measured() {
        assertEquals(100 * MILLI, pace.waitFor(100));
    }

    @Test
    void a_scan_alone_in_the_house_tells_nothing_of_its_speed() {
        for (int n = 1; n < 100; n++) {
            pace.ended(0, 1, n * 50 * MILLI);
        }
        assertEquals(MILLI, pace.waitFor(1));
    }

    @Test
    void where_scans_queue_the_time_between_two_ends_is_what_they_take() {
        for (int n = 1; n < 1_000; n++) {
            pace.ended(40, 10, n * 5 * MILLI);
        }
        assertEquals(50, (double) pace.waitFor(100) / MILLI, 1);
    }

    @Test
    void a_house_that_stands_still_is_soon_known_for_it_and_forgiven() {
        for (int n = 1; n < 1_000; n++) {
            pace.ended(40, 10, n * 5 * MILLI);
        }
        pace.ended(40, 10, 1_000 * 5 * MILLI + 20_000 * MILLI);
        assertEquals(2_000, (double) pace.waitFor(100) / MILLI, 500);
        for (int n = 1; n < 500; n++) {
            pace.ended(40, 10, 1_000 * 5 * MILLI + 20_000 * MILLI + n * 5 * MILLI);
        }
        assertEquals(60, (double) pace.waitFor(100) / MILLI, 15);
    }

    @Test
    void a_pause_is_not_taken_for_work() {
        pace.ended(40, 1, MILLI);
        pace.ended(2, 1, 2 * MILLI);
        pace.ended(40, 1, 9_000 * MILLI);
        pace.ended(40, 1, 9_001 * MILLI);
        assertEquals(1, (double) pace.waitFor(1) / MILLI, 0.1);
    }
}
