package dev.lotline.operations.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.operations.messaging.OutboxSql.Mark;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private final Watermark watermark = new Watermark();

    @Test
    void with_nobody_at_it_everything_can_be_read_at_once() {
        assertEquals(7, watermark.after(new Mark(7, 100, 100)));
    }

    @Test
    void a_number_waits_for_every_transaction_that_was_open_when_it_was_the_highest() {
        assertEquals(0, watermark.after(new Mark(7, 90, 100)));
        assertEquals(0, watermark.after(new Mark(9, 99, 120)));
        assertEquals(7, watermark.after(new Mark(12, 100, 140)));
        // the mark of 12 was not taken down while that of 7 was waiting for its turn
        assertEquals(7, watermark.after(new Mark(15, 139, 160)));
        assertEquals(12, watermark.after(new Mark(16, 141, 170)));
    }

    @Test
    void it_never_goes_back() {
        assertEquals(7, watermark.after(new Mark(7, 100, 100)));
        assertEquals(7, watermark.after(new Mark(7, 0, 0)));
        assertEquals(7, watermark.after(new Mark(6, 110, 110)));
    }
}
