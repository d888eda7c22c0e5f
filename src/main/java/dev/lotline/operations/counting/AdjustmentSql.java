package dev.lotline.operations.counting;

import dev.lotline.kernel.Quantity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adjustments as they stand, and the warehouses that they are asked for in. */
@Singleton
final class AdjustmentSql {
    private static final String WAREHOUSE = "SELECT id FROM warehouse WHERE code = $1";

    private static final String FOUND = """
            SELECT a.id, a.warehouse_id, a.kind, w.code AS warehouse, l.code AS location, o.code AS owner, i.sku,
              coalesce(t.lot_number, a.lot_number) AS lot_number,
              coalesce(t.expiration_date, a.expiration_date) AS expiration_date, a.state::text AS state, a.delta,
              a.reason, a.status, a.asked_by, a.asked_at, a.decided_by, a.decided_at, a.note
            FROM adjustment a JOIN warehouse w ON w.id = a.warehouse_id
            JOIN location l ON l.warehouse_id = a.warehouse_id AND l.id = a.location_id
            JOIN item i ON i.id = a.item_id JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = a.lot_id
            WHERE ($1::bigint IS NULL OR a.id = $1) AND ($2::text[] IS NULL OR o.code = ANY ($2))
              AND ($3::text[] IS NULL OR w.code = ANY ($3)) AND ($4::text IS NULL OR o.code = $4)
              AND ($5::text IS NULL OR w.code = $5) AND ($6::text IS NULL OR a.status = $6)
              AND ($7::bigint = 0 OR a.id < $7)
            ORDER BY a.id DESC LIMIT $8
            """;

    /** An adjustment and the warehouse whose books it stands in. */
    record Stored(long warehouseId, Adjustment adjustment) {}

    private final Pool pool;

    AdjustmentSql(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Long> warehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    /** Newest first. */
    Uni<List<Stored>> find(Adjusting.Filter filter) {
        return find(pool, filter);
    }

    /** The same within somebody's transaction. */
    Uni<List<Stored>> find(SqlClient db, Adjusting.Filter filter) {
        return db.preparedQuery(FOUND)
                .execute(Tuple.tuple()
                        .addLong(filter.id())
                        .addArrayOfString(filter.scope().ownerCodes())
                        .addArrayOfString(filter.scope().warehouseCodes())
                        .addString(filter.owner())
                        .addString(filter.warehouse())
                        .addString(filter.status())
                        .addLong(filter.before())
                        .addInteger(filter.rows()))
                .map(rows -> {
                    List<Stored> found = new ArrayList<>();
                    rows.forEach(row -> found.add(new Stored(row.getLong("warehouse_id"), adjustment(row))));
                    return found;
                });
    }

    private static Adjustment adjustment(Row row) {
        return new Adjustment(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("warehouse"),
                row.getString("location"),
                row.getString("owner"),
                row.getString("sku"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("state"),
                Quantity.plain(row.getBigDecimal("delta")),
                row.getString("reason"),
                row.getString("status"),
                row.getString("asked_by"),
                row.getOffsetDateTime("asked_at"),
                row.getString("decided_by"),
                row.getOffsetDateTime("decided_at"),
                row.getString("note"),
                null);
    }
}
