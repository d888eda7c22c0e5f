package dev.lotline.edge.console.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a house that picks at a pace can still do before its carriers leave. */
class CutOffTest {
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    /** At three o'clock, 60 picks in the last half hour. */
    private static CutOff at(@Nullable LocalTime cutOff, LocalTime now, boolean enough, Long... left) {
        return new CutOff(
                1,
                "W1",
                cutOff,
                LocalDateTime.of(2026, 3, 2, now.getHour(), now.getMinute()),
                300,
                List.of(left),
                60,
                1_800,
                enough);
    }

    @Test
    void lines_left_by_lines_an_hour_say_when_the_last_one_is_picked() {
        CutOff due = at(FIVE, LocalTime.of(15, 0), true, 100L, 0L, 80L);
        assertEquals(180, due.open());
        assertEquals(40, due.done());
        assertEquals("16:30", due.eta());
        assertEquals("2 h 0 min", due.remaining());
        assertNull(due.late());
        assertEquals(0, due.missing());
    }

    @Test
    void orders_that_come_after_the_cut_off_are_counted_in_their_order() {
        CutOff due = at(FIVE, LocalTime.of(15, 0), true, 200L, 30L, 20L, 0L, 1L);
        assertEquals("17:06", due.eta());
        assertEquals("6 min", due.late());
        assertEquals(2, due.missing());
        assertEquals("03.03. 01:00", at(FIVE, LocalTime.of(15, 0), true, 1_200L).eta());
    }

    @Test
    void too_little_seen_says_nothing_and_after_the_cut_off_all_are_late() {
        CutOff early = at(FIVE, LocalTime.of(15, 0), false, 500L);
        assertNull(early.eta());
        assertNull(early.late());
        assertEquals(0, early.missing());
        CutOff gone = at(FIVE, LocalTime.of(17, 0), false, 5L, 0L, 3L);
        assertTrue(gone.gone());
        assertNull(gone.remaining());
        assertEquals(2, gone.missing());
        CutOff free = at(null, LocalTime.of(17, 0), true, 5L);
        assertFalse(free.gone());
        assertEquals(0, free.missing());
        assertEquals("17:03", free.eta());
    }
}
