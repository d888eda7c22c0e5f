package dev.lotline.operations.tracing;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is traced: lots, and how far a document narrows them.
 *
 * @param receivingOrder only what this order brought is a source; null = every receipt of the lots
 * @param order only what this order took is shown as going out; null = every shipment of the lots
 * @param since nothing booked before concerns the subject: its first unit was not here yet; null = from the beginning
 * @param until nothing booked later concerns the subject: its last unit had left; null = up to now
 */
record TraceSubject(
        List<Long> lots,
        @Nullable Long receivingOrder,
        @Nullable Long order,
        @Nullable OffsetDateTime since,
        @Nullable OffsetDateTime until) {

    static TraceSubject ofLots(List<Long> lots) {
        return new TraceSubject(lots, null, null, null, null);
    }
}
