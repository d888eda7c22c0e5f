package dev.lotline.operations.printing;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * The document that labels are for: of goods that moved the one they moved for, else the one that a request names. When it is
 * cancelled they are, too: those that wait then, and those that are only asked for afterwards.
 */
@Singleton
final class DocumentSql {
    private static final String NOTE = """
            UPDATE print_job j SET receiving_order_id = d.receiving_order_id, order_id = d.order_id,
              state = CASE WHEN d.cancelled THEN 'CANCELLED' ELSE j.state END,
              code = CASE WHEN d.cancelled THEN 'DOCUMENT_CANCELLED' ELSE j.code END
            FROM (
              SELECT o.id AS receiving_order_id, NULL::bigint AS order_id, o.cancelled_at IS NOT NULL AS cancelled
              FROM movement m JOIN receiving_lot r ON r.id = m.receiving_lot_id
              JOIN receiving_order o ON o.id = r.receiving_order_id WHERE m.warehouse_id = $2 AND m.id = ANY ($3)
              UNION ALL
              SELECT NULL, o.id, o.cancelled_at IS NOT NULL FROM movement m JOIN order_line l ON l.id = m.order_line_id
              JOIN customer_order o ON o.id = l.order_id WHERE m.warehouse_id = $2 AND m.id = ANY ($3)
              UNION ALL
              SELECT o.id, NULL, o.cancelled_at IS NOT NULL FROM owner w JOIN receiving_order o ON o.owner_id = w.id
              WHERE w.code = $4 AND o.reference = $5
              UNION ALL
              SELECT NULL, o.id, o.cancelled_at IS NOT NULL FROM owner w JOIN customer_order o ON o.owner_id = w.id
              WHERE w.code = $4 AND o.reference = $6
              LIMIT 1) d
            WHERE j.id = ANY ($1)
            """;

    /** Ends with UNKNOWN_DOCUMENT when a request names one that is not there. */
    Uni<Void> note(SqlClient connection, LabelRequest request, List<UUID> jobs) {
        JsonObject subject = request.subject();
        JsonArray moved = subject.getJsonArray("movements", new JsonArray());
        String receiving = request.automatic() ? null : subject.getString("receivingOrder");
        String order = request.automatic() ? null : subject.getString("order");
        if (jobs.isEmpty() || (moved == null || moved.isEmpty()) && receiving == null && order == null) {
            return Uni.createFrom().voidItem();
        }
        Long[] movements = moved == null
                ? new Long[0]
                : moved.stream().map(id -> ((Number) id).longValue()).toArray(Long[]::new);
        return connection
                .preparedQuery(NOTE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(jobs.toArray(UUID[]::new))
                        .addLong(request.warehouseId())
                        .addArrayOfLong(movements)
                        .addString(subject.getString("owner"))
                        .addString(receiving)
                        .addString(order))
                .invoke(rows -> {
                    if (rows.rowCount() == 0 && !request.automatic()) {
                        throw Refusal.of(
                                RefusalCode.UNKNOWN_DOCUMENT, "reference", order == null ? "" + receiving : order);
                    }
                })
                .replaceWithVoid();
    }
}
