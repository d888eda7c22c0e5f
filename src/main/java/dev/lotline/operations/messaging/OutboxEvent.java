package dev.lotline.operations.messaging;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One committed change as the outbox keeps it, in the words of the business.
 *
 * @param number its place in the order of all events
 * @param cause id of the scan or command; several events may have one cause
 * @param warehouse null = it happened in none
 * @param owner whose goods or document it is; null = of several, or of nobody
 * @param sku null = it is not about one item
 * @param operation what was done, such as RECEIVE; CHANGED where the outbox doesn't say
 * @param data all that is known of it, a JSON object as text: what was stored, with the codes of the business and the first
 *     movements that it wrote, at most {@link Outbox#MOST_MOVES}. Text, because most readers only pass it on
 */
public record OutboxEvent(
        long number,
        UUID cause,
        String topic,
        @Nullable String warehouse,
        @Nullable String owner,
        @Nullable String sku,
        OffsetDateTime at,
        String operation,
        String data) {

    /** The same however often it is told, and never that of another event, not even after a restore to the past. */
    public String id() {
        return cause + "/" + number;
    }

    /** Events of one key are told in the order in which they happened: item × warehouse, else the warehouse. */
    public String key() {
        String place = warehouse == null ? "*" : warehouse;
        return sku == null || owner == null ? place + "/*" : place + "/" + owner + "/" + sku;
    }
}
