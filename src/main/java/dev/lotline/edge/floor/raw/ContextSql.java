package dev.lotline.edge.floor.raw;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is open on devices, and their raw scans. */
@Singleton
final class ContextSql {
    private static final String CLAIM = """
            SELECT c.*, d.active, d.location AS home, w.code AS warehouse FROM device d
            JOIN warehouse w ON w.id = d.warehouse_id
            CROSS JOIN LATERAL scan_claim(d.code, $2, $3, $4, $5, make_interval(secs => $6), make_interval(secs => $7)) c
            WHERE d.code = $1 AND d.active
            """;
    private static final String DECIDE = "SELECT scan_decide($1, $2, $3) AS held";
    private static final String DONE = "SELECT scan_done($1, $2, $3, $4)";
    private static final String RELEASE = """
            UPDATE scan_context SET held_until = clock_timestamp() WHERE device = $1 AND holder = $2
            """;

    private static final String FORGET = """
            DELETE FROM raw_scan r USING (
              SELECT old.device, old.id FROM device d CROSS JOIN LATERAL (SELECT s.device, s.id FROM raw_scan s
                WHERE s.device = d.code AND s.recorded_at < now() - interval '30 days'
                ORDER BY s.recorded_at LIMIT 1000) old
              LIMIT 5000) old
            WHERE r.device = old.device AND r.id = old.id
            """;

    private static final String TASKS = """
            SELECT coalesce(jsonb_agg(task), '[]') AS tasks FROM (
              SELECT jsonb_build_object('task', r.id, 'sku', i.sku, 'lotNumber', t.lot_number, 'expirationDate',
                t.expiration_date, 'location', p.code, 'quantity', r.quantity) AS task
              FROM owner o JOIN customer_order c ON c.owner_id = o.id JOIN reservation r ON r.order_id = c.id
              JOIN warehouse w ON w.id = r.warehouse_id JOIN item i ON i.id = r.item_id
              JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
              LEFT JOIN lot t ON t.id = r.lot_id
              WHERE w.code = $1 AND o.code = $2 AND c.reference = $3 AND r.state = 'OPEN'
              ORDER BY p.pick_sequence, p.code, r.id LIMIT 100) open_tasks
            """;

    /** @param outcome as the function says */
    record Claim(
            String outcome,
            @Nullable String state,
            @Nullable String decided,
            @Nullable String reply,
            @Nullable UUID pending,
            @Nullable String payload,
            long millis,
            @Nullable Long last,
            @Nullable String home,
            String warehouse) {}

    private final Pool pool;

    ContextSql(Pool pool) {
        this.pool = pool;
    }

    /** Null = the device was switched off meanwhile. */
    Uni<@Nullable Claim> claim(RawScan scan, double idleSeconds, double leaseSeconds) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addString(scan.device())
                        .addUUID(scan.id())
                        .addLong(scan.seq())
                        .addString(scan.hash())
                        .addString(scan.payload())
                        .addDouble(idleSeconds)
                        .addDouble(leaseSeconds))
                .map(rows -> rows.iterator().hasNext() ? claim(rows.iterator().next()) : null);
    }

    /** False when another has taken over. */
    Uni<Boolean> decide(RawScan scan, String decided) {
        return pool.preparedQuery(DECIDE)
                .execute(Tuple.of(scan.device(), scan.id(), decided))
                .map(rows -> rows.iterator().next().getBoolean("held"));
    }

    Uni<Void> done(RawScan scan, String reply, String state) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(scan.device(), scan.id(), reply, state))
                .replaceWithVoid();
    }

    /** Lets the same scan in again at once. */
    Uni<Void> release(RawScan scan) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(scan.device(), scan.id()))
                .replaceWithVoid();
    }

    /** Deletes scans of more than 30 days ago, some thousand at a time; answers how many. */
    Uni<Integer> forget() {
        return pool.query(FORGET).execute().map(rows -> rows.rowCount());
    }

    /** Open pick tasks of an order in walking order. */
    Uni<JsonArray> tasks(String warehouse, @Nullable String owner, @Nullable String reference) {
        return pool.preparedQuery(TASKS)
                .execute(Tuple.of(warehouse, owner, reference))
                .map(rows -> rows.iterator().next().getJsonArray("tasks"));
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.getString("outcome"),
                row.getString("state"),
                row.getString("decided"),
                row.getString("reply"),
                row.getUUID("pending"),
                row.getString("payload"),
                row.getLong("millis"),
                row.getLong("last"),
                row.getString("home"),
                row.getString("warehouse"));
    }
}
