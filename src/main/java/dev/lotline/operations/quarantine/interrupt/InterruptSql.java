package dev.lotline.operations.quarantine.interrupt;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds as they are told. Four looks a second on every node, so the usual one finds nothing in an index. */
@Singleton
final class InterruptSql {
    private static final String NOW = """
            SELECT pg_current_snapshot()::text AS snapshot
            """;

    /** $1 the snapshot of the last look. Transactions to come are of a dump of another server; they are nobody's news. */
    private static final String SINCE = """
            SELECT pg_current_snapshot()::text AS snapshot, (SELECT json_agg(x ORDER BY x.id) FROM (
              SELECT h.id, h.scope, h.reason, o.code AS owner, w.code AS warehouse,
                coalesce((e.facts #>> '{hold,stoppedTasks}')::bigint, 0) AS stopped,
                coalesce(e.facts #> '{hold,tasksStopped}', '[]') AS tasks,
                (SELECT coalesce(json_agg(json_build_object('sku', i.sku, 'lotNumber', t.lot_number,
                    'expirationDate', t.expiration_date) ORDER BY t.id), '[]') FROM hold_lot x
                  JOIN lot t ON t.id = x.lot_id JOIN item i ON i.id = t.item_id WHERE x.hold_id = h.id) AS lots,
                (SELECT coalesce(json_agg(l.code ORDER BY l.code), '[]') FROM hold_place x JOIN location l
                  ON l.warehouse_id = x.warehouse_id AND l.id = x.location_id
                  WHERE x.warehouse_id = h.warehouse_id AND x.hold_id = h.id) AS locations,
                (SELECT coalesce(json_agg(p.code ORDER BY p.code), '[]') FROM hold_plate x JOIN plate p
                  ON p.warehouse_id = x.warehouse_id AND p.id = x.plate_id
                  WHERE x.warehouse_id = h.warehouse_id AND x.hold_id = h.id) AS lpns
              FROM hold h JOIN owner o ON o.id = h.owner_id JOIN warehouse w ON w.id = h.warehouse_id
              JOIN scan_event e ON e.warehouse_id = h.warehouse_id AND e.id = h.event_id
              WHERE h.tx >= pg_snapshot_xmin($1::text::pg_snapshot) AND h.tx < pg_snapshot_xmax(pg_current_snapshot())
                AND NOT pg_visible_in_snapshot(h.tx, $1::text::pg_snapshot)
              ORDER BY h.id LIMIT $2 + 1) x) AS placed
            """;

    /** A hold that was placed. @param stopped of how many tasks {@code tasks} are the first */
    record Placed(
            long id,
            String scope,
            String reason,
            String owner,
            String warehouse,
            long stopped,
            JsonArray tasks,
            List<?> lots,
            List<?> locations,
            List<?> lpns) {
        Interrupt told(Interrupt.Kind kind, @Nullable String where, String named, List<?> names) {
            return new Interrupt(kind, owner, where, Map.of("hold", id, "reason", reason, named, names));
        }
    }

    /** @param snapshot what it could see */
    record Look(String snapshot, List<Placed> placed) {}

    private final Pool pool;

    InterruptSql(Pool pool) {
        this.pool = pool;
    }

    Uni<String> now() {
        return pool.preparedQuery(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getString("snapshot"));
    }

    Uni<Look> since(String snapshot, int most) {
        return pool.preparedQuery(SINCE).execute(Tuple.of(snapshot, most)).map(rows -> {
            Row row = rows.iterator().next();
            JsonArray placed = row.getJsonArray("placed");
            return new Look(
                    row.getString("snapshot"),
                    placed == null
                            ? List.of()
                            : placed.stream()
                                    .map(JsonObject.class::cast)
                                    .map(InterruptSql::placed)
                                    .toList());
        });
    }

    private static Placed placed(JsonObject hold) {
        return new Placed(
                hold.getLong("id"),
                hold.getString("scope"),
                hold.getString("reason"),
                hold.getString("owner"),
                hold.getString("warehouse"),
                hold.getLong("stopped"),
                hold.getJsonArray("tasks"),
                hold.getJsonArray("lots").getList(),
                hold.getJsonArray("locations").getList(),
                hold.getJsonArray("lpns").getList());
    }
}
