package dev.lotline.edge.floor.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.floor.ScanReply;
import dev.lotline.stock.ledger.Verdict;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is open on a device after its event was judged. */
class BookingTest {
    private static final Context BEFORE = Context.EMPTY.at("A-01").counting(BigDecimal.TEN);

    @Test
    void what_was_open_is_open_again_when_the_event_is_refused() {
        JsonNode move = Cards.event("MOVE");
        ScanReply refused = ScanReply.told(UUID.randomUUID(), "en", Verdict.REFUSED, "INSUFFICIENT_STOCK", Map.of());
        Context next = Context.EMPTY.at("B-01");
        assertEquals(BEFORE, Booking.after(BEFORE, next, move, refused, 0));
    }
}
