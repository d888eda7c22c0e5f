package dev.lotline.edge.api.movements;

import static dev.lotline.kernel.Quantity.plain;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as JSON: {@code quantity} of an item from one side to the other.
 *
 * @param id its number in the sequence of the ledger; what {@code after} takes
 * @param event the scan or command that caused it
 * @param receivingOrder reference of the document it belongs to, as {@code order}
 * @param occurredAt the device's clock: evidence; {@code recordedAt} is the database's
 */
record MovementRow(
        long id,
        UUID event,
        int line,
        String kind,
        String warehouse,
        String owner,
        String sku,
        @Nullable Long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        Side from,
        Side to,
        BigDecimal quantity,
        @Nullable String receivingOrder,
        @Nullable String order,
        String actor,
        String device,
        LocalDate businessDate,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt) {

    /** Where units were or are; outside the house (supplier, customer, adjustment, disposal) they have no state. */
    record Side(String location, @Nullable String state) {}

    static MovementRow of(Row row) {
        return new MovementRow(
                row.getLong("id"),
                row.getUUID("event_id"),
                row.getInteger("line"),
                row.getString("kind"),
                row.getString("warehouse"),
                row.getString("owner"),
                row.getString("sku"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                new Side(row.getString("from_code"), row.getString("from_state")),
                new Side(row.getString("to_code"), row.getString("to_state")),
                plain(row.getBigDecimal("quantity")),
                row.getString("receiving_order"),
                row.getString("customer_order"),
                row.getString("actor"),
                row.getString("device"),
                row.getLocalDate("business_date"),
                row.getOffsetDateTime("occurred_at"),
                row.getOffsetDateTime("recorded_at"));
    }
}
