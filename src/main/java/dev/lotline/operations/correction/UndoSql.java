package dev.lotline.operations.correction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an undo must know: which item the event moved, so that its gate can be taken. */
@Singleton
final class UndoSql {
    private static final String UNDONE = """
            SELECT e.operation, m.owner_id, m.item_id, m.lot_id
            FROM scan_event e
            LEFT JOIN movement m ON m.warehouse_id = e.warehouse_id AND m.id = e.movements[1]
              AND m.recorded_at = e.recorded_at
            WHERE e.warehouse_id = $1 AND e.id = $2
            """;

    /** Item, owner and lot are null when the event moved nothing. */
    record Undone(
            String operation,
            @Nullable Long ownerId,
            @Nullable Long itemId,
            @Nullable Long lotId) {}

    private final Pool pool;

    UndoSql(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Undone> undone(long warehouse, UUID event) {
        return pool.preparedQuery(UNDONE).execute(Tuple.of(warehouse, event)).map(rows -> {
            if (rows.rowCount() == 0) {
                return null;
            }
            Row row = rows.iterator().next();
            return new Undone(
                    row.getString("operation"), row.getLong("owner_id"), row.getLong("item_id"), row.getLong("lot_id"));
        });
    }
}
