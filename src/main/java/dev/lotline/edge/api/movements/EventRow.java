package dev.lotline.edge.api.movements;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan or a command as it was recorded, once and for ever: what every movement names as its {@code event}.
 *
 * @param seq the device's own count; null = it keeps none
 * @param at the device's clock: evidence; {@code recordedAt} is the database's
 * @param undoOf the event that this one took back
 * @param payload as it came, as text
 * @param movements ids of the movements it made
 */
record EventRow(
        UUID id,
        String warehouse,
        String operation,
        String verdict,
        @Nullable String code,
        String actor,
        String device,
        @Nullable Long seq,
        OffsetDateTime at,
        OffsetDateTime recordedAt,
        @Nullable UUID undoOf,
        String payload,
        List<Long> movements) {

    static EventRow of(Row row) {
        Long[] movements = row.getArrayOfLongs("movements");
        return new EventRow(
                row.getUUID("id"),
                row.getString("warehouse"),
                row.getString("operation"),
                row.getString("verdict"),
                row.getString("code"),
                row.getString("actor"),
                row.getString("device"),
                row.getLong("seq"),
                row.getOffsetDateTime("at"),
                row.getOffsetDateTime("recorded_at"),
                row.getUUID("undo_of"),
                row.getString("payload"),
                movements == null ? List.of() : List.of(movements));
    }
}
