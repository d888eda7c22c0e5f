package dev.lotline.operations.ordering;

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

/** The statements that take orders in and tell how they stand; a handful for an order of any length. */
@Singleton
final class OrderSql {
    private static final String CONTEXT = """
            SELECT (SELECT id FROM owner WHERE code = $1) AS owner_id,
              (SELECT id FROM warehouse WHERE code = $2) AS warehouse_id,
              (SELECT id FROM warehouse WHERE code = $4) AS to_warehouse_id,
              -- the books of an order without warehouse are kept where the house began
              (SELECT min(id) FROM warehouse) AS first_warehouse_id,
              (SELECT r.body_hash FROM customer_order r JOIN owner o ON o.id = r.owner_id
                WHERE o.code = $1 AND r.reference = $3) AS body_hash
            """;

    private static final String ITEMS = """
            SELECT i.id, i.sku, i.tracking, i.lot_tracked, i.status = 'ACTIVE' AND i.archived_at IS NULL AS active,
              i.decimals,
              ARRAY(SELECT DISTINCT t.lot_number FROM lot t WHERE t.item_id = i.id AND t.lot_number = ANY ($3)) AS lots
            FROM item i WHERE i.owner_id = $1 AND i.sku = ANY ($2)
            """;

    private static final String INSERT_HEADING = """
            INSERT INTO customer_order (owner_id, reference, warehouse_id, ship_by, priority, customer_code,
              customer_name, customer_country, customer_min_shelf_life_days, body_hash, to_warehouse_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (owner_id, reference) DO NOTHING
            RETURNING id
            """;

    /** A line starts wholly as demand; an item without stock is ordered but never claimed. */
    private static final String INSERT_LINES = """
            INSERT INTO order_line (order_id, line_no, item_id, quantity, lot_number, single_lot, min_shelf_life_days,
              untracked, backordered)
            SELECT $1, line_no, item_id, quantity, lot_number, single_lot, min_shelf_life_days, untracked,
              CASE WHEN untracked THEN 0 ELSE quantity END
            FROM jsonb_to_recordset($2) AS x (line_no int, item_id bigint, quantity numeric, lot_number text,
              single_lot boolean, min_shelf_life_days int, untracked boolean)
            ORDER BY line_no
            """;

    private static final String ALLOCATE = """
            SELECT line_no, allocated, backordered FROM claims_allocate($1)
            """;

    private static final String RETRY_KITS = """
            SELECT kit_retry()
            """;

    private static final String OUTBOX = """
            INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
            VALUES ($1, $2, 'lotline.order', $1::bigint || ':*', $3)
            """;

    private static final String HEADING = """
            SELECT r.id, w.code AS warehouse, coalesce(r.warehouse_id, (SELECT min(id) FROM warehouse)) AS books_id
            FROM customer_order r JOIN owner o ON o.id = r.owner_id LEFT JOIN warehouse w ON w.id = r.warehouse_id
            WHERE o.code = $1 AND r.reference = $2
            """;

    private static final String DOCUMENT = """
            SELECT r.reference, o.code AS owner, w.code AS warehouse, r.ship_by, r.priority, r.customer_code,
              (SELECT code FROM warehouse WHERE id = r.to_warehouse_id) AS to_warehouse,
              r.customer_name, r.customer_country, r.customer_min_shelf_life_days, r.shipped_at IS NOT NULL AS sent,
              r.cancelled_at IS NOT NULL AS closed, l.*, i.sku
            FROM customer_order r JOIN owner o ON o.id = r.owner_id LEFT JOIN warehouse w ON w.id = r.warehouse_id
            JOIN order_line l ON l.order_id = r.id JOIN item i ON i.id = l.item_id
            WHERE r.id = $1
            ORDER BY l.line_no
            """;

    /** Soft, hard and picked; $2 = the warehouses that may be seen, null = all. */
    private static final String CLAIMS = """
            SELECT c.kind, c.line_no, w.code AS warehouse, t.lot_number, t.expiration_date, p.code AS location, c.quantity
            FROM (
              SELECT 'ALLOCATED' AS kind, l.line_no, a.warehouse_id, NULL::bigint AS lot_id, NULL::bigint AS location_id,
                a.quantity, 0::bigint AS id
              FROM order_line l JOIN allocation a ON a.order_line_id = l.id WHERE l.order_id = $1
              UNION ALL
              SELECT 'RESERVED', l.line_no, r.warehouse_id, r.lot_id, r.location_id, r.quantity, r.id
              FROM reservation r JOIN order_line l ON l.id = r.order_line_id
              WHERE r.order_id = $1 AND r.state = 'OPEN'
              UNION ALL
              SELECT 'PICKED', l.line_no, k.warehouse_id, s.lot_id, s.location_id, k.quantity, k.reservation_id
              FROM order_line l JOIN picked k ON k.order_line_id = l.id AND k.quantity > 0
              JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
              WHERE l.order_id = $1) c
            JOIN warehouse w ON w.id = c.warehouse_id
            LEFT JOIN lot t ON t.id = c.lot_id
            LEFT JOIN location p ON p.warehouse_id = c.warehouse_id AND p.id = c.location_id
            WHERE $2::text[] IS NULL OR w.code = ANY ($2)
            ORDER BY c.line_no, w.priority, w.code, c.id
            """;

    private static final String SHIPMENTS = """
            SELECT h.id, h.carrier, h.tracking_number, h.packages, h.shipped_at AT TIME ZONE 'UTC' AS shipped_at,
              (SELECT reference FROM receiving_order WHERE shipment_id = h.id) AS receiving_order,
              l.line_no, i.sku, t.lot_number, t.expiration_date, t.origination_date, sum(n.quantity) AS quantity
            FROM shipment h
            LEFT JOIN (shipment_line n JOIN order_line l ON l.id = n.order_line_id JOIN item i ON i.id = l.item_id)
              ON n.shipment_id = h.id
            LEFT JOIN lot t ON t.id = n.lot_id
            WHERE h.order_id = $1
            GROUP BY h.id, l.line_no, i.sku, t.id
            ORDER BY h.id, l.line_no, t.expiration_date NULLS LAST, t.id
            """;

    /** $1 owner, $2 warehouse or null, $3 owners, $4 warehouses of the scope or null, $5 rows. Along the index of cut-offs. */
    private static final String DUE = """
            SELECT r.id, r.reference, o.code AS owner, w.code AS warehouse, r.ship_by, r.priority, false AS sent,
              false AS closed, f.*
            FROM (SELECT c.* FROM customer_order c WHERE c.shipped_at IS NULL AND c.cancelled_at IS NULL
                AND ($1::text IS NULL AND $3::text[] IS NULL OR c.owner_id IN (SELECT id FROM owner
                  WHERE ($1::text IS NULL OR code = $1) AND ($3::text[] IS NULL OR code = ANY ($3))))
                AND ($2::text IS NULL AND ($4::text[] IS NULL OR c.warehouse_id IS NULL) OR c.warehouse_id IN (
                  SELECT id FROM warehouse WHERE ($2::text IS NULL OR code = $2) AND ($4::text[] IS NULL OR code = ANY ($4))))
              ORDER BY coalesce(c.ship_by, 'infinity'::date), c.id LIMIT $5) r
            JOIN owner o ON o.id = r.owner_id LEFT JOIN warehouse w ON w.id = r.warehouse_id
            CROSS JOIN LATERAL (SELECT sum(allocated) AS allocated, sum(reserved) AS reserved, sum(picked) AS picked,
                sum(shipped) AS shipped, sum(backordered) AS backordered
              FROM order_line l WHERE l.order_id = r.id) f
            ORDER BY coalesce(r.ship_by, 'infinity'::date), r.id
            """;

    private static final String LIST = """
            SELECT r.id, r.reference, o.code AS owner, w.code AS warehouse, r.ship_by, r.priority,
              r.shipped_at IS NOT NULL AS sent, r.cancelled_at IS NOT NULL AS closed, f.*
            FROM customer_order r JOIN owner o ON o.id = r.owner_id LEFT JOIN warehouse w ON w.id = r.warehouse_id
            CROSS JOIN LATERAL (SELECT sum(allocated) AS allocated, sum(reserved) AS reserved, sum(picked) AS picked,
                sum(shipped) AS shipped, sum(backordered) AS backordered
              FROM order_line l WHERE l.order_id = r.id) f
            WHERE ($1::text IS NULL OR o.code = $1) AND ($2::text IS NULL OR w.code = $2)
              AND ($3::text[] IS NULL OR o.code = ANY ($3))
              AND ($4::text[] IS NULL OR w.code IS NULL OR w.code = ANY ($4))
              AND (NOT $5::boolean OR r.shipped_at IS NULL AND r.cancelled_at IS NULL)
              AND ($6::bigint = 0 OR r.id < $6)
            ORDER BY r.id DESC
            LIMIT $7
            """;

    Uni<Row> context(SqlClient db, NewOrder order) {
        return one(db.preparedQuery(CONTEXT)
                        .execute(Tuple.of(order.owner(), order.warehouse(), order.reference(), order.toWarehouse())))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("no context row"));
    }

    /** The items, each with those of the given lot numbers that it knows. */
    Uni<RowSet<Row>> items(SqlClient db, long ownerId, String[] skus, String[] lotNumbers) {
        return db.preparedQuery(ITEMS).execute(Tuple.of(ownerId, skus, lotNumbers));
    }

    /** The new id, or null when the reference is taken. */
    Uni<@Nullable Row> insertHeading(SqlConnection db, NewOrder order, Row context, byte[] hash) {
        NewOrder.Customer customer = order.customer();
        return one(db.preparedQuery(INSERT_HEADING)
                .execute(Tuple.tuple()
                        .addLong(context.getLong("owner_id"))
                        .addString(order.reference())
                        .addLong(context.getLong("warehouse_id"))
                        .addLocalDate(order.shipBy())
                        .addInteger(order.priority())
                        .addString(customer == null ? null : customer.code())
                        .addString(customer == null ? null : customer.name())
                        .addString(customer == null ? null : customer.country())
                        .addInteger(customer == null ? null : customer.minShelfLifeDays())
                        .addBuffer(Buffer.buffer(hash))
                        .addLong(context.getLong("to_warehouse_id"))));
    }

    Uni<RowSet<Row>> insertLines(SqlConnection db, long orderId, JsonArray lines) {
        return db.preparedQuery(INSERT_LINES).execute(Tuple.of(orderId, lines));
    }

    Uni<RowSet<Row>> allocate(SqlConnection db, long orderId) {
        return db.preparedQuery(ALLOCATE).execute(Tuple.of(orderId));
    }

    Uni<RowSet<Row>> retryKits(SqlClient db) {
        return db.preparedQuery(RETRY_KITS).execute();
    }

    Uni<RowSet<Row>> tell(SqlConnection db, long warehouseId, UUID eventId, JsonObject payload) {
        return db.preparedQuery(OUTBOX).execute(Tuple.of(warehouseId, eventId, payload));
    }

    Uni<@Nullable Row> heading(SqlClient db, String owner, String reference) {
        return one(db.preparedQuery(HEADING).execute(Tuple.of(owner, reference)));
    }

    Uni<RowSet<Row>> document(SqlClient db, long orderId) {
        return db.preparedQuery(DOCUMENT).execute(Tuple.of(orderId));
    }

    Uni<RowSet<Row>> claims(SqlClient db, long orderId, String @Nullable [] warehouses) {
        return db.preparedQuery(CLAIMS).execute(Tuple.tuple().addLong(orderId).addArrayOfString(warehouses));
    }

    Uni<RowSet<Row>> shipments(SqlClient db, long orderId) {
        return db.preparedQuery(SHIPMENTS).execute(Tuple.of(orderId));
    }

    Uni<RowSet<Row>> due(SqlClient db, Orders.Filter filter) {
        return db.preparedQuery(DUE)
                .execute(Tuple.tuple()
                        .addString(filter.owner())
                        .addString(filter.warehouse())
                        .addArrayOfString(filter.scope().ownerCodes())
                        .addArrayOfString(filter.scope().warehouseCodes())
                        .addInteger(filter.rows()));
    }

    Uni<RowSet<Row>> list(SqlClient db, Orders.Filter filter) {
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

    private static Uni<@Nullable Row> one(Uni<RowSet<Row>> rows) {
        return rows.map(found -> found.size() == 0 ? null : found.iterator().next());
    }
}
