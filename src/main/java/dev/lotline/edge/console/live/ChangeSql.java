package dev.lotline.edge.console.live;

import dev.lotline.edge.console.shell.live.Change;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was committed since the last look, on whichever node. Numbers of the outbox are given before commits, so the last
 * number seen tells nothing; the snapshot of the last look tells exactly what it could not see. Nothing is written, and
 * no commit waits for a listener, as it would with NOTIFY.
 */
@Singleton
class ChangeSql {
    /** Changes that are told one by one. */
    static final int MOST = 500;

    /** Rows of a warehouse that are looked at at once. */
    private static final int MOST_ROWS = 20_000;

    /** $1 the snapshot of the last look, $2 no row up to this number can be new, $3 and $4 limits. */
    private static final String SINCE = """
            WITH news AS (
              SELECT DISTINCT o.warehouse_id, o.topic, split_part(o.key, ':', 2) AS item
              FROM warehouse w CROSS JOIN LATERAL (
                SELECT * FROM outbox WHERE warehouse_id = w.id AND id > $2 ORDER BY id LIMIT $4) o
              WHERE NOT pg_visible_in_snapshot(o.tx, $1::text::pg_snapshot)
              LIMIT $3 + 1
            )
            SELECT pg_current_snapshot()::text AS snapshot, (SELECT coalesce(max(o.id), 0) FROM warehouse w
                CROSS JOIN LATERAL (SELECT id FROM outbox WHERE warehouse_id = w.id ORDER BY id DESC LIMIT 1) o) AS top,
              (SELECT json_agg(json_build_object('warehouse', w.code, 'topic', n.topic, 'owner', o.code, 'sku', i.sku))
                FROM news n JOIN warehouse w ON w.id = n.warehouse_id
                LEFT JOIN item i ON i.id = CASE WHEN n.item ~ '^[0-9]{1,18}$' THEN n.item::bigint END
                LEFT JOIN owner o ON o.id = i.owner_id) AS changes
            """;

    private static final String NOW = """
            SELECT pg_current_snapshot()::text AS snapshot, (SELECT coalesce(max(o.id), 0) FROM warehouse w
              CROSS JOIN LATERAL (SELECT id FROM outbox WHERE warehouse_id = w.id ORDER BY id DESC LIMIT 1) o) AS top
            """;

    /**
     * @param snapshot what it could see
     * @param top the highest number it saw
     */
    record Look(String snapshot, long top, List<Change> changes) {}

    private final Pool pool;

    ChangeSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Look> now() {
        return pool.preparedQuery(NOW)
                .execute()
                .map(rows -> look(rows.iterator().next(), null));
    }

    Uni<Look> since(Look last, long floor) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(last.snapshot(), floor, MOST, MOST_ROWS))
                .map(rows -> rows.iterator().next())
                .map(row -> look(row, row.getJsonArray("changes")));
    }

    private static Look look(Row row, @Nullable JsonArray changes) {
        return new Look(
                row.getString("snapshot"),
                row.getLong("top"),
                changes == null
                        ? List.of()
                        : changes.stream()
                                .map(JsonObject.class::cast)
                                .map(change -> new Change(
                                        change.getString("warehouse"),
                                        change.getString("topic"),
                                        change.getString("owner"),
                                        change.getString("sku")))
                                .toList());
    }
}
