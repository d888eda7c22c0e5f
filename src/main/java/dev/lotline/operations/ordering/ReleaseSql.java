package dev.lotline.operations.ordering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The statements that tell what is to be picked, what could not be reserved, and why. */
@Singleton
final class ReleaseSql {
    private static final String TASKS = """
            SELECT r.id, l.line_no, w.code AS warehouse, i.sku, t.lot_number, t.expiration_date, p.code AS location,
              r.quantity,
              row_number() OVER (ORDER BY w.priority, w.code, p.pick_sequence, p.code, r.id)::int AS sequence
            FROM reservation r JOIN order_line l ON l.id = r.order_line_id JOIN item i ON i.id = r.item_id
            JOIN warehouse w ON w.id = r.warehouse_id
            JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
            LEFT JOIN lot t ON t.id = r.lot_id
            WHERE r.order_id = $1 AND r.state = 'OPEN' AND ($2::text[] IS NULL OR w.code = ANY ($2))
            ORDER BY sequence
            """;

    /** Allocated units lie AVAILABLE somewhere: the first such stock that may not be picked from says why not. */
    private static final String NOT_RESERVED = """
            SELECT l.line_no, a.quantity, coalesce((
                SELECT c.reason FROM claims_candidates(a.warehouse_id, l, NULL) c
                JOIN stock s ON s.warehouse_id = a.warehouse_id AND s.id = c.stock_id AND s.state = 'AVAILABLE'
                WHERE c.reason NOT IN ('RESERVED', 'WRONG_LOT') ORDER BY c.place LIMIT 1),
              CASE WHEN l.single_lot THEN 'NO_SINGLE_LOT' ELSE 'NOT_ENOUGH_STOCK' END) AS reason, a.warehouse_id
            FROM order_line l JOIN allocation a ON a.order_line_id = l.id
            WHERE l.order_id = $1
            UNION ALL
            SELECT line_no, backordered, CASE WHEN single_lot THEN 'NO_SINGLE_LOT' ELSE 'BACKORDERED' END, NULL
            FROM order_line WHERE order_id = $1 AND backordered > 0
            ORDER BY 1, 4
            """;

    /** As they stood at the latest release of the line; where there was none, as they stand now. */
    private static final String CANDIDATES = """
            WITH line AS (
              SELECT l.*, o.warehouse_id FROM order_line l JOIN customer_order o ON o.id = l.order_id
              WHERE l.order_id = $1 AND l.line_no = $2
            ), stored AS (
              SELECT DISTINCT ON (h.warehouse_id) h.warehouse_id, h.before, h.before + h.wanted AS until, c.candidates
              FROM reservation_choice h JOIN line ON line.id = h.order_line_id JOIN reservation_candidates c
                ON c.warehouse_id = h.warehouse_id AND c.item_id = h.item_id AND c.chosen_seq = h.chosen_seq
              ORDER BY h.warehouse_id, h.chosen_seq DESC
            ), looked_at AS (
              SELECT s.warehouse_id, c.place, c.lot_number, c.expiration_date, c.location, c.free - u.gone AS free,
                c.reserved + u.gone AS reserved, u.taken AS reserved_here,
                coalesce(c.reason, CASE WHEN c.start + c.free <= s.before THEN 'RESERVED' END) AS reason
              FROM stored s, json_to_recordset(s.candidates) AS c (place bigint, lot_number text, expiration_date date,
                location text, free numeric, reserved numeric, start numeric, reason text),
              -- what the lines up to this one took of it, and this one alone
              LATERAL (SELECT least(c.free, greatest(0, s.until - coalesce(c.start, s.until))) AS gone, greatest(0,
                least(c.start + c.free, s.until) - greatest(c.start, s.before)) * (c.start IS NOT NULL)::int AS taken) u
              UNION ALL
              SELECT w.id, c.place, c.lot_number, c.expiration_date, c.location, c.free, c.reserved, c.reserved_here,
                c.reason
              FROM line JOIN order_line l ON l.id = line.id
              JOIN warehouse w ON w.id = coalesce(line.warehouse_id, w.id) AND w.active
              CROSS JOIN LATERAL claims_candidates(w.id, l, NULL) c
              WHERE NOT EXISTS (SELECT FROM stored)
            )
            SELECT row_number() OVER (ORDER BY w.priority, w.code, c.place)::int AS sequence, w.code AS warehouse,
              c.lot_number, c.expiration_date, c.location, c.free, c.reserved, c.reserved_here > 0 AS chosen,
              CASE WHEN c.reserved_here = 0 THEN c.reason END AS reason
            FROM looked_at c JOIN warehouse w ON w.id = c.warehouse_id
            WHERE $3::text[] IS NULL OR w.code = ANY ($3)
            ORDER BY sequence
            LIMIT 500
            """;

    private static final String LINE = """
            SELECT id FROM order_line WHERE order_id = $1 AND line_no = $2
            """;

    private final Pool pool;

    ReleaseSql(Pool pool) {
        this.pool = pool;
    }

    Uni<RowSet<Row>> tasks(long orderId, String @Nullable [] warehouses) {
        return pool.preparedQuery(TASKS).execute(Tuple.tuple().addLong(orderId).addArrayOfString(warehouses));
    }

    Uni<RowSet<Row>> notReserved(long orderId) {
        return pool.preparedQuery(NOT_RESERVED).execute(Tuple.of(orderId));
    }

    Uni<RowSet<Row>> candidates(long orderId, int line, String @Nullable [] warehouses) {
        return pool.preparedQuery(CANDIDATES)
                .execute(Tuple.tuple().addLong(orderId).addInteger(line).addArrayOfString(warehouses));
    }

    Uni<Boolean> hasLine(long orderId, int line) {
        return pool.preparedQuery(LINE).execute(Tuple.of(orderId, line)).map(rows -> rows.size() > 0);
    }
}
