package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.edge.graphql.fluent.InventoryCatalogue;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.InventoryPosition.Key;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which positions, and everything about them from one snapshot; never a statement for each. */
@Singleton
final class PositionSql {
    /** The filters of a list, null = narrows nothing; $1 and $2 are the scope. */
    private static final String LISTED = """
            SELECT p.warehouse_id, p.item_id FROM (
              SELECT o.id AS owner_id, w.id AS warehouse_id, w.code AS warehouse, i.id AS item_id, i.sku, i.created_at,
                greatest(i.updated_at, s.changed_at) AS updated_at, floor(s.available - s.allocated - s.reserved) AS on_hand,
                CASE WHEN i.status = 'INACTIVE' OR i.archived_at IS NOT NULL OR NOT w.active THEN 'INACTIVE'
                  WHEN s.gate_seq = 0 THEN 'CREATED' ELSE 'ACTIVE' END AS status
              FROM owner o JOIN item i ON i.owner_id = o.id AND i.tracking AND i.visible
              JOIN stock_summary s ON s.item_id = i.id JOIN warehouse w ON w.id = s.warehouse_id
              WHERE o.code = ANY (coalesce($1, ARRAY[o.code])) AND w.code = ANY (coalesce($2, ARRAY[w.code]))
                AND o.code = coalesce($3, o.code)) p
            WHERE ($4::text[] IS NULL OR p.sku || ':' || p.warehouse || ':DEFAULT' = ANY ($4))
              AND p.sku = ANY (coalesce($5, ARRAY[p.sku])) AND p.warehouse = ANY (coalesce($6, ARRAY[p.warehouse]))
              AND p.status = ANY (coalesce($7, ARRAY[p.status]))
              AND ($8::integer[] IS NULL OR p.on_hand = ANY ($8)) AND p.created_at >= coalesce($9, p.created_at)
              AND p.created_at <= coalesce($10, p.created_at) AND p.updated_at >= coalesce($11, p.updated_at)
              AND p.updated_at <= coalesce($12, p.updated_at)
            """;

    /** $13 warehouse and $14 item of a position or null, $15 limit. */
    private static final String AFTER = LISTED + """
              AND ($14::bigint IS NULL OR (p.owner_id, p.sku, p.warehouse) > (SELECT i.owner_id, i.sku, w.code FROM item i, warehouse w
                WHERE i.id = $14 AND w.id = $13))
            ORDER BY p.owner_id, p.sku, p.warehouse LIMIT $15
            """;

    private static final String BEFORE = LISTED + """
              AND ($14::bigint IS NULL OR (p.owner_id, p.sku, p.warehouse) < (SELECT i.owner_id, i.sku, w.code FROM item i, warehouse w
                WHERE i.id = $14 AND w.id = $13))
            ORDER BY p.owner_id DESC, p.sku DESC, p.warehouse DESC LIMIT $15
            """;

    /** $1 and $2 scope, $3 owner, $4 skus and $5 warehouses that the name of a position may be made of. */
    private static final String ONE = """
            SELECT o.id AS owner_id, o.code, o.name, i.id AS item_id, w.id AS warehouse_id, i.sku, w.code AS warehouse
            FROM owner o
            LEFT JOIN unnest($4::text[], $5::text[]) n (sku, warehouse) ON true
            LEFT JOIN item i ON i.owner_id = o.id AND i.sku = n.sku AND i.tracking
            LEFT JOIN warehouse w ON w.code = n.warehouse AND i.id IS NOT NULL AND w.code = ANY (coalesce($2, ARRAY[w.code]))
            WHERE o.code = $3 AND o.code = ANY (coalesce($1, ARRAY[o.code]))
            ORDER BY w.id NULLS LAST, i.id NULLS LAST LIMIT 1
            """;

    /** Where a quantity of this name is. $1 and $2 scope, $3 owner, $4 name. */
    private static final String NAMED = """
            SELECT q.warehouse_id, q.item_id FROM owner o JOIN item i ON i.owner_id = o.id
            JOIN named_quantity q ON q.item_id = i.id AND q.ref = $4
            JOIN warehouse w ON w.id = q.warehouse_id AND w.code = ANY (coalesce($2, ARRAY[w.code]))
            WHERE o.code = $3 AND o.code = ANY (coalesce($1, ARRAY[o.code])) ORDER BY q.id LIMIT 1
            """;

    /**
     * $1 warehouses and $2 items of the positions, $3 with quantities. What has changed since is read from the movements
     * of the two last epochs; of positions without epoch from those of a month.
     */
    private static final String FACTS = """
            WITH pos AS MATERIALIZED (
              SELECT k.n, w.id AS warehouse_id, w.code AS warehouse, w.name AS warehouse_name, w.time_zone, w.active, i.id AS item_id, i.sku, i.name,
                i.unit, i.decimals, i.status AS item_status, i.archived_at, i.created_at, i.updated_at, o.code AS owner, o.name AS owner_name,
                coalesce(s.available - s.allocated - s.reserved, 0) AS on_hand, coalesce(s.gate_seq, 0) AS gate_seq, s.changed_at
              FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY k (warehouse_id, item_id, n)
              JOIN warehouse w ON w.id = k.warehouse_id JOIN item i ON i.id = k.item_id JOIN owner o ON o.id = i.owner_id
              LEFT JOIN stock_summary s ON s.warehouse_id = w.id AND s.item_id = i.id
            ), want AS (
              SELECT p.*, coalesce(e.n, 0) AS epoch, e.epoch_at, e.first_id, e.last_id, coalesce(b.first_id, e.first_id, 0) AS from_id,
                CASE WHEN e.n IS NULL THEN now() - interval '31 days' ELSE '-infinity' END AS from_at
              FROM pos p
              LEFT JOIN LATERAL (SELECT * FROM position_epoch e WHERE e.warehouse_id = p.warehouse_id AND e.item_id = p.item_id
                ORDER BY e.n DESC LIMIT 1) e ON true
              LEFT JOIN position_epoch b ON b.warehouse_id = p.warehouse_id AND b.item_id = p.item_id AND b.n = e.n - 1
              WHERE $3
            ), kept AS MATERIALIZED (
              SELECT s.* FROM want p JOIN stock s ON s.warehouse_id = p.warehouse_id AND s.item_id = p.item_id
            ), lots AS (SELECT DISTINCT warehouse_id, item_id, lot_id FROM kept
            ), moved AS MATERIALIZED (
              SELECT p.warehouse_id, p.item_id, t.lot_id, m.*, p.epoch = 0 OR m.id > p.last_id OR m.id > p.first_id AND m.occurred_at > p.epoch_at AS now
              FROM lots t JOIN want p USING (warehouse_id, item_id) CROSS JOIN LATERAL (
                SELECT m.id, m.kind, m.from_state, m.to_state, m.from_location, m.to_location, m.quantity, m.occurred_at, m.recorded_at, m.order_line_id
                FROM movement m WHERE m.item_id = t.item_id AND m.lot_id = t.lot_id AND m.id > p.from_id AND m.warehouse_id = t.warehouse_id
                  AND m.recorded_at > p.from_at AND 'AVAILABLE' IN (m.from_state, m.to_state)
                UNION ALL
                SELECT m.id, m.kind, m.from_state, m.to_state, m.from_location, m.to_location, m.quantity, m.occurred_at, m.recorded_at, m.order_line_id
                FROM movement m WHERE m.item_id = t.item_id AND m.lot_id IS NULL AND t.lot_id IS NULL AND m.id > p.from_id
                  AND m.warehouse_id = t.warehouse_id AND m.recorded_at > p.from_at AND 'AVAILABLE' IN (m.from_state, m.to_state)) m
            ), side AS (
              SELECT warehouse_id, item_id, lot_id, now, kind, from_state, to_state, recorded_at, to_location AS location_id, quantity FROM moved WHERE to_state = 'AVAILABLE'
              UNION ALL
              SELECT warehouse_id, item_id, lot_id, now, kind, from_state, to_state, recorded_at, from_location, -quantity FROM moved WHERE from_state = 'AVAILABLE'
            ), grown AS (
              SELECT warehouse_id, item_id, lot_id, location_id, min(recorded_at) AS first_at, max(recorded_at) AS last_at,
                sum(quantity) FILTER (WHERE now AND 'PICKED' IN (from_state, to_state)) AS sale,
                sum(quantity) FILTER (WHERE now AND kind = 'SHORT') AS correction,
                sum(quantity) FILTER (WHERE now AND kind <> 'SHORT' AND coalesce('PICKED' NOT IN (from_state, to_state), true)) AS other,
                sum(quantity) FILTER (WHERE NOT now AND 'PICKED' IN (from_state, to_state)) AS sale_before,
                sum(quantity) FILTER (WHERE NOT now AND kind = 'SHORT') AS correction_before,
                sum(quantity) FILTER (WHERE NOT now AND kind <> 'SHORT' AND coalesce('PICKED' NOT IN (from_state, to_state), true)) AS other_before
              FROM side GROUP BY 1, 2, 3, 4
            ), claim AS (
              SELECT warehouse_id, item_id, order_line_id, sum(quantity) AS units FROM (
                SELECT a.warehouse_id, a.item_id, a.order_line_id, a.quantity FROM want p JOIN allocation a ON a.warehouse_id = p.warehouse_id AND a.item_id = p.item_id
                UNION ALL
                SELECT k.warehouse_id, k.item_id, r.order_line_id, r.quantity FROM kept k JOIN reservation r ON r.warehouse_id = k.warehouse_id
                  AND r.stock_id = k.id AND r.state = 'OPEN' WHERE k.reserved > 0) c GROUP BY 1, 2, 3
            ), promise AS (
              SELECT c.warehouse_id, c.item_id, c.order_line_id, c.units, true AS live FROM claim c
              UNION ALL
              SELECT m.warehouse_id, m.item_id, m.order_line_id, sum(CASE WHEN m.from_state = 'AVAILABLE' THEN m.quantity ELSE -m.quantity END), false
              FROM moved m WHERE m.order_line_id IS NOT NULL AND (m.kind = 'SHORT' OR 'PICKED' IN (m.from_state, m.to_state))
                AND NOT EXISTS (SELECT FROM claim c WHERE c.warehouse_id = m.warehouse_id AND c.order_line_id = m.order_line_id)
              GROUP BY 1, 2, 3
            )
            SELECT p.*, w.epoch,
              (SELECT json_agg(json_build_object('place', l.code, 'lot', k.lot_id, 'number', t.lot_number, 'expires', t.expiration_date,
                  'originated', t.origination_date, 'units', k.quantity::text, 'sale', g.sale::text, 'correction', g.correction::text, 'other', g.other::text,
                  'saleBefore', g.sale_before::text, 'correctionBefore', g.correction_before::text, 'otherBefore', g.other_before::text,
                  'first', g.first_at, 'last', g.last_at) ORDER BY l.code, k.lot_id)
                FROM kept k JOIN location l ON l.warehouse_id = k.warehouse_id AND l.id = k.location_id LEFT JOIN lot t ON t.id = k.lot_id
                LEFT JOIN grown g ON g.warehouse_id = k.warehouse_id AND g.item_id = k.item_id AND g.location_id = k.location_id
                  AND g.lot_id IS NOT DISTINCT FROM k.lot_id
                WHERE k.warehouse_id = p.warehouse_id AND k.item_id = p.item_id AND k.state = 'AVAILABLE'
                  AND (k.quantity > 0 OR g.location_id IS NOT NULL)) AS good,
              (SELECT json_agg(json_build_object('place', l.code, 'lot', k.lot_id, 'number', t.lot_number, 'expires', t.expiration_date,
                  'originated', t.origination_date, 'units', k.quantity::text, 'state', k.state) ORDER BY l.code, k.lot_id, k.state)
                FROM kept k JOIN location l ON l.warehouse_id = k.warehouse_id AND l.id = k.location_id LEFT JOIN lot t ON t.id = k.lot_id
                WHERE k.warehouse_id = p.warehouse_id AND k.item_id = p.item_id AND k.quantity > 0
                  AND k.state IN ('QUARANTINED', 'SHORT_DATED', 'DAMAGED')) AS held,
              (SELECT json_agg(json_build_object('order', o.reference, 'line', r.line_no, 'units', c.units::text, 'live', c.live, 'at', o.created_at) ORDER BY r.id)
                FROM promise c JOIN order_line r ON r.id = c.order_line_id JOIN customer_order o ON o.id = r.order_id
                WHERE c.warehouse_id = p.warehouse_id AND c.item_id = p.item_id AND c.units <> 0) AS promised,
              (SELECT json_agg(json_build_object('reference', o.reference, 'id', r.id, 'lot', r.lot_id, 'number', t.lot_number, 'expires', t.expiration_date,
                  'originated', t.origination_date, 'units', (r.expected - r.received)::text, 'at', o.created_at,
                  'expectedOn', o.expected_on::timestamp AT TIME ZONE p.time_zone) ORDER BY o.expected_on NULLS LAST, r.id)
                FROM receiving_lot r JOIN receiving_order o ON o.id = r.receiving_order_id AND o.closed_at IS NULL AND o.cancelled_at IS NULL
                  AND o.warehouse_id = p.warehouse_id LEFT JOIN lot t ON t.id = r.lot_id
                WHERE w.warehouse_id IS NOT NULL AND r.item_id = p.item_id AND r.received < r.expected) AS expected,
              (SELECT json_agg(json_build_object('ref', q.ref, 'type', q.type, 'active', q.active, 'quantity', q.quantity::text, 'condition', q.condition,
                  'expectedOn', q.expected_on, 'place', l.code, 'lot', q.lot_id, 'number', t.lot_number, 'expires', t.expiration_date,
                  'originated', t.origination_date, 'attributes', q.attributes, 'epoch', q.epoch_n, 'created', q.created_at, 'updated', q.updated_at,
                  'posted', coalesce((SELECT sum(a.delta) FROM adjustment a WHERE a.named_quantity_id = q.id AND a.status = 'POSTED'), 0)::text,
                  'waiting', EXISTS (SELECT FROM adjustment a WHERE a.named_quantity_id = q.id AND a.status = 'WAITING')) ORDER BY q.id)
                FROM named_quantity q LEFT JOIN location l ON l.warehouse_id = q.warehouse_id AND l.id = q.location_id LEFT JOIN lot t ON t.id = q.lot_id
                WHERE w.warehouse_id IS NOT NULL AND q.warehouse_id = p.warehouse_id AND q.item_id = p.item_id
                  AND (q.type IN ('LAST_ON_HAND', 'EXPECTED') OR q.epoch_n >= w.epoch - 1)) AS named
            FROM pos p LEFT JOIN want w USING (n) ORDER BY p.n
            """;

    private final Pool pool;

    PositionSql(Pool pool) {
        this.pool = pool;
    }

    /** What the name of a position says; what is null is not there or outside the scope. */
    record Named(
            InventoryCatalogue catalogue,
            @Nullable Long item,
            @Nullable Long warehouse) {}

    /** Keys on one side of a position, or from that end of the list, nearest first. */
    Uni<List<Key>> page(Tuple wanted, boolean backwards, @Nullable Key from, int limit) {
        return pool.preparedQuery(backwards ? BEFORE : AFTER)
                .execute(wanted.addLong(from == null ? null : from.warehouse())
                        .addLong(from == null ? null : from.item())
                        .addInteger(limit))
                .map(rows -> list(rows, row -> new Key(row.getLong("warehouse_id"), row.getLong("item_id"))));
    }

    /** Null when the owner is not known or outside the scope. */
    Uni<@Nullable Named> named(Scope scope, String owner, List<String> skus, List<String> warehouses) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(
                        scope.ownerCodes(),
                        scope.warehouseCodes(),
                        owner,
                        skus.toArray(String[]::new),
                        warehouses.toArray(String[]::new)))
                .map(rows -> list(
                                rows,
                                row -> new Named(
                                        new InventoryCatalogue(row.getString("code"), row.getString("name")),
                                        row.getLong("item_id"),
                                        row.getLong("warehouse_id")))
                        .stream()
                        .findFirst()
                        .orElse(null));
    }

    Uni<@Nullable Key> quantity(Scope scope, String owner, String ref) {
        return pool.preparedQuery(NAMED)
                .execute(Tuple.of(scope.ownerCodes(), scope.warehouseCodes(), owner, ref))
                .map(rows -> list(rows, row -> new Key(row.getLong("warehouse_id"), row.getLong("item_id"))).stream()
                        .findFirst()
                        .orElse(null));
    }

    /** The positions in the order of their keys. */
    Uni<List<InventoryPosition>> positions(List<Key> keys, boolean quantities) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(
                        keys.stream().map(Key::warehouse).toArray(Long[]::new),
                        keys.stream().map(Key::item).toArray(Long[]::new),
                        quantities))
                .map(rows -> list(rows, row -> PositionRow.position(row, quantities)));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
