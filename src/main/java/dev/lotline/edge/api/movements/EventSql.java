package dev.lotline.edge.api.movements;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was recorded of an event. */
@Singleton
final class EventSql {
    /**
     * $1 id, $2 owners and $3 warehouses of the scope or null. Who is bound to owners sees the events that moved goods of
     * theirs and of nobody else.
     */
    private static final String EVENT = """
            SELECT e.id, w.code AS warehouse, e.operation, e.verdict, e.code, e.actor, e.device, e.seq, e.at, e.recorded_at,
              e.undo_of, e.payload, e.movements
            FROM scan_event e JOIN warehouse w ON w.id = e.warehouse_id
            WHERE e.id = $1 AND ($3::text[] IS NULL OR w.code = ANY ($3)) AND ($2::text[] IS NULL OR (
              SELECT bool_and(o.code = ANY ($2)) FROM movement m JOIN owner o ON o.id = m.owner_id
              WHERE m.warehouse_id = e.warehouse_id AND m.id = ANY (e.movements) AND m.recorded_at = e.recorded_at))
            """;

    private final Pool pool;

    EventSql(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable EventRow> event(UUID id, Scope scope) {
        return pool.preparedQuery(EVENT)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addArrayOfString(scope.ownerCodes())
                        .addArrayOfString(scope.warehouseCodes()))
                .map(rows ->
                        rows.size() == 0 ? null : EventRow.of(rows.iterator().next()));
    }
}
