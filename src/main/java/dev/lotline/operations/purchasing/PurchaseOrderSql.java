package dev.lotline.operations.purchasing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of purchase orders. */
@Singleton
final class PurchaseOrderSql {
    private static final String CONTEXT = """
            SELECT (SELECT id FROM owner WHERE code = $1) AS owner_id,
              (SELECT id FROM warehouse WHERE code = $2) AS warehouse_id,
              -- the books of an order without warehouse are kept where the house began
              (SELECT min(id) FROM warehouse) AS first_warehouse_id,
              (SELECT p.body_hash FROM purchase_order p JOIN owner o ON o.id = p.owner_id
                WHERE o.code = $1 AND p.reference = $3) AS body_hash
            """;

    private static final String ITEMS = """
            SELECT id, sku, tracking, status = 'ACTIVE' AND archived_at IS NULL AS active, decimals
            FROM item WHERE owner_id = $1 AND sku = ANY ($2)
            """;

    private static final String INSERT_HEADING = """
            INSERT INTO purchase_order (owner_id, reference, warehouse_id, supplier, expected_on, body_hash)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (owner_id, reference) DO NOTHING
            RETURNING id
            """;

    private static final String INSERT_LINES = """
            INSERT INTO purchase_line (purchase_order_id, line_no, item_id, quantity)
            SELECT $1, line_no, item_id, quantity
            FROM jsonb_to_recordset($2) AS x (line_no int, item_id bigint, quantity numeric)
            """;

    private static final String CHANGED = """
            SELECT purchase_changed($1)
            """;

    private static final String OUTBOX = """
            INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
            VALUES ($1, $2, 'lotline.receiving', $1::bigint || ':*', $3)
            """;

    private static final String HEADING = """
            SELECT p.id, w.code AS warehouse, coalesce(p.warehouse_id, (SELECT min(id) FROM warehouse)) AS books_id
            FROM purchase_order p JOIN owner o ON o.id = p.owner_id LEFT JOIN warehouse w ON w.id = p.warehouse_id
            WHERE o.code = $1 AND p.reference = $2
            """;

    private static final String DOCUMENT = """
            SELECT p.reference, o.code AS owner, w.code AS warehouse, p.supplier, p.expected_on,
              p.closed_at IS NOT NULL AS closed, l.*, i.sku
            FROM purchase_order p JOIN owner o ON o.id = p.owner_id LEFT JOIN warehouse w ON w.id = p.warehouse_id
            CROSS JOIN LATERAL purchase_lines(p) l JOIN item i ON i.id = l.item_id
            WHERE p.id = $1 ORDER BY l.line_no
            """;

    private static final String LIST = """
            SELECT p.id, p.reference, o.code AS owner, w.code AS warehouse, p.supplier, p.expected_on,
              p.closed_at IS NOT NULL AS closed, f.*
            FROM purchase_order p JOIN owner o ON o.id = p.owner_id LEFT JOIN warehouse w ON w.id = p.warehouse_id
            CROSS JOIN LATERAL (SELECT sum(quantity) AS quantity, sum(shipped) AS shipped, sum(received) AS received,
                sum(unshipped) AS unshipped FROM purchase_lines(p)) f
            WHERE ($1::text IS NULL OR o.code = $1) AND ($2::text IS NULL OR w.code = $2)
              AND ($3::text[] IS NULL OR o.code = ANY ($3))
              AND ($4::text[] IS NULL OR w.code IS NULL OR w.code = ANY ($4))
              AND (NOT $5::boolean OR p.closed_at IS NULL)
              AND ($6::bigint = 0 OR p.id < $6)
            ORDER BY p.id DESC
            LIMIT $7
            """;

    Uni<Row> context(SqlClient db, NewPurchaseOrder order) {
        return db.preparedQuery(CONTEXT)
                .execute(Tuple.of(order.owner(), order.warehouse(), order.reference()))
                .map(rows -> rows.iterator().next());
    }

    Uni<RowSet<Row>> items(SqlClient db, long ownerId, String[] skus) {
        return db.preparedQuery(ITEMS).execute(Tuple.of(ownerId, skus));
    }

    /** The new id, or null when the reference is taken. */
    Uni<@Nullable Long> insertHeading(
            SqlConnection db, NewPurchaseOrder order, long ownerId, @Nullable Long warehouseId, byte[] hash) {
        return db.preparedQuery(INSERT_HEADING)
                .execute(Tuple.tuple()
                        .addLong(ownerId)
                        .addString(order.reference())
                        .addLong(warehouseId)
                        .addString(order.supplier())
                        .addLocalDate(order.expectedOn())
                        .addBuffer(Buffer.buffer(hash)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    Uni<Void> insertLines(SqlConnection db, long orderId, JsonArray lines) {
        return db.preparedQuery(INSERT_LINES)
                .execute(Tuple.of(orderId, lines))
                .chain(() -> db.preparedQuery(CHANGED).execute(Tuple.of(orderId)))
                .replaceWithVoid();
    }

    Uni<Void> tell(SqlConnection db, long warehouseId, JsonObject payload) {
        return db.preparedQuery(OUTBOX)
                .execute(Tuple.of(warehouseId, UUID.randomUUID(), payload))
                .replaceWithVoid();
    }

    Uni<@Nullable Row> heading(SqlClient db, String owner, String reference) {
        return db.preparedQuery(HEADING)
                .execute(Tuple.of(owner, reference))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    Uni<RowSet<Row>> document(SqlClient db, long orderId) {
        return db.preparedQuery(DOCUMENT).execute(Tuple.of(orderId));
    }

    Uni<RowSet<Row>> list(SqlClient db, PurchaseOrders.Filter filter) {
        return db.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addString(filter.owner())
                        .addString(filter.warehouse())
                        .addArrayOfString(filter.scope().ownerCodes())
                        .addArrayOfString(filter.scope().warehouseCodes())
                        .addBoolean(filter.open())
                        .addLong(filter.before())
                        .addInteger(filter.rows()));
    }
}
