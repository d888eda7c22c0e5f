package dev.lotline.operations.receiving;

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

/** The statements of receiving orders; a handful for an order of any length. */
@Singleton
final class ReceivingOrderSql {
    private static final String CONTEXT = """
            SELECT (SELECT id FROM owner WHERE code = $1) AS owner_id,
              (SELECT id FROM warehouse WHERE code = $2) AS warehouse_id,
              (SELECT r.body_hash FROM receiving_order r JOIN owner o ON o.id = r.owner_id
                WHERE o.code = $1 AND r.reference = $3) AS body_hash
            """;

    private static final String ITEMS = """
            SELECT id, sku, tracking, lot_tracked, status = 'ACTIVE' AND archived_at IS NULL AS active, decimals
            FROM item WHERE owner_id = $1 AND sku = ANY ($2)
            """;

    /** Of the purchase orders that are known here: whether each is closed, and what it buys. */
    private static final String PURCHASES = """
            SELECT p.reference, p.closed_at IS NOT NULL AS closed,
              ARRAY(SELECT i.sku FROM purchase_line l JOIN item i ON i.id = l.item_id WHERE l.purchase_order_id = p.id) AS skus
            FROM purchase_order p WHERE p.owner_id = $1 AND p.reference = ANY ($2)
            """;

    private static final String INSERT_HEADING = """
            INSERT INTO receiving_order (owner_id, reference, kind, warehouse_id, expected_on, auto_commit, auto_close,
              body_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (owner_id, reference) DO NOTHING
            RETURNING id
            """;

    /** In order of identity, so that two orders that announce the same new lots wait for each other and don't lock. */
    private static final String ENSURE_LOTS = """
            INSERT INTO lot (item_id, lot_number, expiration_date, origination_date)
            SELECT DISTINCT ON (item_id, lot_number, expiration_date)
              item_id, lot_number, expiration_date, origination_date
            FROM jsonb_to_recordset($1) AS x (item_id bigint, lot_number text, expiration_date date,
              origination_date date)
            WHERE lot_number IS NOT NULL OR expiration_date IS NOT NULL
            ORDER BY item_id, lot_number, expiration_date, origination_date
            ON CONFLICT (item_id, lot_number, expiration_date) DO NOTHING
            """;

    /** $2 has one element per lot, or per line of an item without lots; the elements of one line say the same of it. */
    private static final String INSERT_LINES = """
            WITH given AS (
              SELECT * FROM jsonb_to_recordset($2) AS x (line_no int, item_id bigint, line_quantity numeric,
                purchase_order text, lot_no int, lot_number text, expiration_date date, quantity numeric)
            ), line AS (
              INSERT INTO receiving_line (receiving_order_id, line_no, item_id, quantity, purchase_order)
              SELECT DISTINCT ON (line_no) $1, line_no, item_id, line_quantity, purchase_order FROM given ORDER BY line_no
              RETURNING id, line_no
            )
            INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected)
            SELECT $1, line.id, g.item_id, t.id, g.quantity
            FROM given g JOIN line USING (line_no)
            LEFT JOIN lot t ON t.item_id = g.item_id AND t.lot_number IS NOT DISTINCT FROM g.lot_number
              AND t.expiration_date IS NOT DISTINCT FROM g.expiration_date
            ORDER BY g.line_no, g.lot_no
            """;

    /** What a carton holds is a part of the row of its lot. */
    private static final String INSERT_CARTONS = """
            WITH given AS (
              SELECT * FROM jsonb_to_recordset($3) AS x (sscc text, item_id bigint, lot_number text, expiration_date date,
                quantity numeric)
            ), carton AS (
              INSERT INTO receiving_carton (receiving_order_id, sscc, warehouse_id) SELECT DISTINCT $1::bigint, sscc, $2::bigint FROM given
            )
            INSERT INTO receiving_carton_content (receiving_order_id, sscc, receiving_lot_id, quantity)
            SELECT $1::bigint, g.sscc, r.id, sum(g.quantity) FROM given g CROSS JOIN LATERAL (
              SELECT min(x.id) AS id FROM receiving_lot x LEFT JOIN lot t ON t.id = x.lot_id
              WHERE x.receiving_order_id = $1::bigint AND x.item_id = g.item_id
                AND t.lot_number IS NOT DISTINCT FROM g.lot_number
                AND t.expiration_date IS NOT DISTINCT FROM g.expiration_date) r
            GROUP BY g.sscc, r.id
            """;

    private static final String ANNOUNCE = """
            SELECT receiving_announce($1)
            """;

    private static final String OUTBOX = """
            INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
            VALUES ($1, $2, 'lotline.receiving', $1::bigint || ':*', $3)
            """;

    private static final String HEADING = """
            SELECT r.id, r.warehouse_id, w.code AS warehouse
            FROM receiving_order r JOIN owner o ON o.id = r.owner_id JOIN warehouse w ON w.id = r.warehouse_id
            WHERE o.code = $1 AND r.reference = $2
            """;

    private static final String DOCUMENT = """
            SELECT r.reference, r.kind, o.code AS owner, w.code AS warehouse, r.expected_on, r.auto_commit, r.auto_close,
              r.closed_at IS NOT NULL AS closed, r.cancelled_at IS NOT NULL AS cancelled,
              l.id AS line_id, l.line_no, li.sku AS line_sku, l.quantity, l.purchase_order,
              x.id AS row_id, xi.sku, x.lot_id, t.lot_number, t.expiration_date, t.origination_date,
              x.expected AS announced, x.missing, x.received, x.stowed, x.committed,
              EXISTS (SELECT FROM receiving_exception e WHERE e.receiving_order_id = r.id AND e.state = 'OPEN') AS open
            FROM receiving_order r JOIN owner o ON o.id = r.owner_id JOIN warehouse w ON w.id = r.warehouse_id
            JOIN receiving_line l ON l.receiving_order_id = r.id JOIN item li ON li.id = l.item_id
            JOIN receiving_lot x ON x.receiving_line_id = l.id JOIN item xi ON xi.id = x.item_id
            LEFT JOIN lot t ON t.id = x.lot_id
            WHERE r.id = $1
            ORDER BY l.line_no, x.id
            """;

    /** Each with the line it belongs to: that of its lot row, else the first line of its item, else none. */
    private static final String EXCEPTIONS = """
            SELECT e.id, e.code, i.sku, e.quantity, e.lot_number, e.expiration_date, e.state, e.note,
              coalesce(x.receiving_line_id, (SELECT l.id FROM receiving_line l
                WHERE l.receiving_order_id = e.receiving_order_id AND l.item_id = e.item_id
                ORDER BY l.line_no LIMIT 1)) AS line_id
            FROM receiving_exception e LEFT JOIN receiving_lot x ON x.id = e.receiving_lot_id
            LEFT JOIN item i ON i.id = e.item_id
            WHERE e.receiving_order_id = $1
            ORDER BY e.id
            LIMIT 1000
            """;

    private static final String CARTONS = """
            SELECT k.sscc, k.received_at IS NOT NULL AS received, i.sku, t.lot_number, t.expiration_date, x.quantity
            FROM (SELECT * FROM receiving_carton WHERE receiving_order_id = $1 ORDER BY sscc LIMIT 1000) k
            JOIN receiving_carton_content x ON x.receiving_order_id = k.receiving_order_id AND x.sscc = k.sscc
            JOIN receiving_lot r ON r.id = x.receiving_lot_id JOIN item i ON i.id = r.item_id
            LEFT JOIN lot t ON t.id = r.lot_id
            ORDER BY k.sscc, i.sku, r.id
            """;

    private static final String LIST = """
            SELECT r.id, r.reference, r.kind, o.code AS owner, w.code AS warehouse, r.expected_on,
              r.closed_at IS NOT NULL AS closed, r.cancelled_at IS NOT NULL AS cancelled, f.*,
              EXISTS (SELECT FROM receiving_exception e WHERE e.receiving_order_id = r.id AND e.state = 'OPEN') AS open
            FROM receiving_order r JOIN owner o ON o.id = r.owner_id JOIN warehouse w ON w.id = r.warehouse_id
            CROSS JOIN LATERAL (SELECT coalesce(sum(greatest(x.expected - x.missing - x.received, 0)), 0) AS expected,
                coalesce(sum(x.received), 0) AS received, coalesce(sum(x.stowed), 0) AS stowed,
                coalesce(sum(x.committed), 0) AS committed
              FROM receiving_lot x WHERE x.receiving_order_id = r.id) f
            WHERE ($1::text IS NULL OR o.code = $1) AND ($2::text IS NULL OR w.code = $2)
              AND ($3::text[] IS NULL OR o.code = ANY ($3)) AND ($4::text[] IS NULL OR w.code = ANY ($4))
              AND (NOT $5::boolean OR r.closed_at IS NULL AND r.cancelled_at IS NULL)
              AND ($6::bigint = 0 OR r.id < $6)
            ORDER BY r.id DESC
            LIMIT $7
            """;

    private static final String EXCEPTION = """
            SELECT e.id, e.code, e.quantity, i.sku FROM receiving_exception e LEFT JOIN item i ON i.id = e.item_id
            WHERE e.receiving_order_id = $1 AND e.id = $2
            """;

    /** $1 a receiving order, $2 the SKU of an item of its owner. */
    private static final String WANTED = """
            SELECT i.id, i.owner_id, i.sku, i.tracking, i.lot_tracked, i.status = 'ACTIVE' AND i.archived_at IS NULL AS active,
              i.decimals, i.lot_number_pattern
            FROM receiving_order r JOIN item i ON i.owner_id = r.owner_id AND i.sku = $2 WHERE r.id = $1
            """;

    /** Owner, warehouse and the hash of a body that was stored under this reference; null where there is none. */
    Uni<Row> context(SqlClient db, NewReceivingOrder order) {
        return one(db.preparedQuery(CONTEXT).execute(Tuple.of(order.owner(), order.warehouse(), order.reference())))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("no context row"));
    }

    Uni<RowSet<Row>> items(SqlClient db, long ownerId, String[] skus) {
        return db.preparedQuery(ITEMS).execute(Tuple.of(ownerId, skus));
    }

    Uni<RowSet<Row>> purchases(SqlClient db, long ownerId, String[] references) {
        return db.preparedQuery(PURCHASES).execute(Tuple.of(ownerId, references));
    }

    /** The new id, or null when the reference is taken. */
    Uni<@Nullable Row> insertHeading(
            SqlConnection db, NewReceivingOrder order, long ownerId, long warehouseId, byte[] hash) {
        return one(db.preparedQuery(INSERT_HEADING)
                .execute(Tuple.tuple()
                        .addLong(ownerId)
                        .addString(order.reference())
                        .addString(order.kind())
                        .addLong(warehouseId)
                        .addLocalDate(order.expectedOn())
                        .addBoolean(order.autoCommit())
                        .addBoolean(order.autoClose())
                        .addBuffer(Buffer.buffer(hash))));
    }

    Uni<RowSet<Row>> insertLines(SqlConnection db, long orderId, JsonArray lots) {
        return db.preparedQuery(ENSURE_LOTS)
                .execute(Tuple.of(lots))
                .chain(() -> db.preparedQuery(INSERT_LINES).execute(Tuple.of(orderId, lots)));
    }

    Uni<Void> insertCartons(SqlConnection db, long orderId, long warehouseId, JsonArray contents) {
        return contents.isEmpty()
                ? Uni.createFrom().voidItem()
                : db.preparedQuery(INSERT_CARTONS)
                        .execute(Tuple.of(orderId, warehouseId, contents))
                        .replaceWithVoid();
    }

    Uni<RowSet<Row>> announce(SqlConnection db, long orderId) {
        return db.preparedQuery(ANNOUNCE).execute(Tuple.of(orderId));
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

    Uni<RowSet<Row>> exceptions(SqlClient db, long orderId) {
        return db.preparedQuery(EXCEPTIONS).execute(Tuple.of(orderId));
    }

    Uni<RowSet<Row>> cartons(SqlClient db, long orderId) {
        return db.preparedQuery(CARTONS).execute(Tuple.of(orderId));
    }

    Uni<@Nullable Row> exception(SqlClient db, long orderId, long exceptionId) {
        return one(db.preparedQuery(EXCEPTION).execute(Tuple.of(orderId, exceptionId)));
    }

    /** Null where the owner of the order has no such item. */
    Uni<@Nullable Row> wanted(SqlClient db, long orderId, String sku) {
        return one(db.preparedQuery(WANTED).execute(Tuple.of(orderId, sku)));
    }

    Uni<RowSet<Row>> list(SqlClient db, ReceivingOrders.Filter filter) {
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
