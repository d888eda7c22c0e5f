package dev.lotline.edge.console.documents;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Open picks of an order, and who has each. */
@Singleton
final class TaskSql {
    /** As many as one hand-over takes. $1 owner, $2 reference, $3 warehouses of the scope or null. */
    private static final String OPEN = """
            SELECT r.id, w.code AS warehouse, l.line_no, i.sku, t.lot_number, t.expiration_date, p.code AS location, r.quantity,
              coalesce(h.holder, (SELECT v.holder FROM wave_order x JOIN pick_wave v ON v.id = x.wave_id
                WHERE x.order_id = r.order_id AND v.warehouse_id = r.warehouse_id ORDER BY x.wave_id DESC LIMIT 1)) AS holder
            FROM customer_order c JOIN owner o ON o.id = c.owner_id
            JOIN reservation r ON r.order_id = c.id AND r.state = 'OPEN'
            JOIN warehouse w ON w.id = r.warehouse_id JOIN order_line l ON l.id = r.order_line_id
            JOIN item i ON i.id = r.item_id LEFT JOIN lot t ON t.id = r.lot_id
            JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
            LEFT JOIN task_holder h ON h.warehouse_id = r.warehouse_id AND h.reservation_id = r.id
            WHERE o.code = $1 AND c.reference = $2 AND ($3::text[] IS NULL OR w.code = ANY ($3))
            ORDER BY w.code, p.pick_sequence, r.id LIMIT 500
            """;

    private final Pool pool;

    TaskSql(Pool pool) {
        this.pool = pool;
    }

    /** In walking order. */
    Uni<List<OpenTask>> open(String owner, String reference, Scope scope) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.tuple().addString(owner).addString(reference).addArrayOfString(scope.warehouseCodes()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TaskSql::task)
                        .toList());
    }

    private static OpenTask task(Row row) {
        return new OpenTask(
                row.getLong("id"),
                row.getString("warehouse"),
                row.getInteger("line_no"),
                row.getString("sku"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("location"),
                row.getBigDecimal("quantity"),
                row.getString("holder"));
    }
}
