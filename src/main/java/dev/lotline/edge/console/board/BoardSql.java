package dev.lotline.edge.console.board;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** The counts of the board, from one snapshot. */
@Singleton
final class BoardSql {
    /** No tile counts further than this. */
    static final int MOST = 1_000;

    /** Nor lots, of which each has to be looked for in its house. */
    static final int MOST_LOTS = 100;

    /** $1 owners, $2 warehouses of the scope or null, $3 where counting ends, $4 where counting lots does. */
    private static final String COUNTS = """
            WITH house AS (
              SELECT id, business_date(time_zone) AS today FROM warehouse WHERE $2::text[] IS NULL OR code = ANY ($2)
            ), seen AS (
              SELECT id FROM owner WHERE $1::text[] IS NULL OR code = ANY ($1)
            )
            SELECT
              (SELECT count(*) FROM (SELECT FROM receiving_order r WHERE r.closed_at IS NULL AND r.cancelled_at IS NULL
                AND r.warehouse_id IN (SELECT id FROM house) AND r.owner_id IN (SELECT id FROM seen) LIMIT $3) x) AS inbound,
              (SELECT count(*) FROM (SELECT FROM customer_order c WHERE c.shipped_at IS NULL AND c.cancelled_at IS NULL
                AND c.warehouse_id IN (SELECT id FROM house) AND c.owner_id IN (SELECT id FROM seen) LIMIT $3) x) AS orders,
              (SELECT count(*) FROM (SELECT FROM reservation r JOIN item i ON i.id = r.item_id WHERE r.state = 'OPEN'
                AND r.warehouse_id IN (SELECT id FROM house) AND i.owner_id IN (SELECT id FROM seen) LIMIT $3) x) AS tasks,
              (SELECT count(*) FROM (SELECT FROM receiving_exception e CROSS JOIN LATERAL (
                  SELECT FROM receiving_order r WHERE r.id = e.receiving_order_id
                    AND r.warehouse_id IN (SELECT id FROM house) AND r.owner_id IN (SELECT id FROM seen) OFFSET 0) r
                WHERE e.state = 'OPEN' LIMIT $3) x) AS exceptions,
              (SELECT count(*) FROM (SELECT FROM hold h WHERE h.closed_at IS NULL
                AND (h.warehouse_id IS NULL OR h.warehouse_id IN (SELECT id FROM house))
                AND (h.owner_id IS NULL OR h.owner_id IN (SELECT id FROM seen)) LIMIT $3) x) AS holds,
              (SELECT coalesce(sum(s.received), 0) FROM stock_summary s
                WHERE s.received > 0 AND s.warehouse_id IN (SELECT id FROM house)
                AND ($1::text[] IS NULL OR s.item_id IN (SELECT i.id FROM item i JOIN seen ON seen.id = i.owner_id))) AS waiting,
              (SELECT count(*) FROM (SELECT FROM count_line l LEFT JOIN item i ON i.id = l.item_id
                WHERE l.state IN ('OPEN', 'RECOUNT', 'WAITING') AND l.warehouse_id IN (SELECT id FROM house)
                AND (i.owner_id IS NULL AND $1::text[] IS NULL OR i.owner_id IN (SELECT id FROM seen)) LIMIT $3) x) AS counts,
              (SELECT count(*) FROM printer p WHERE p.enabled AND p.warehouse_id IN (SELECT id FROM house)) AS printers,
              (SELECT count(*) FROM printer p WHERE p.enabled AND p.not_ready_since IS NOT NULL
                AND p.warehouse_id IN (SELECT id FROM house)) AS printers_away,
              (SELECT coalesce(sum(s.quarantined + s.short_dated + s.damaged), 0) FROM stock_summary s
                WHERE s.quarantined + s.short_dated + s.damaged > 0 AND s.warehouse_id IN (SELECT id FROM house)
                AND ($1::text[] IS NULL OR s.item_id IN (SELECT i.id FROM item i JOIN seen ON seen.id = i.owner_id))) AS held,
              (SELECT count(*) FROM (
                SELECT FROM house h CROSS JOIN LATERAL (SELECT t.id, t.item_id FROM lot t
                  WHERE t.active AND t.expiration_date BETWEEN h.today AND h.today + 30
                  ORDER BY t.expiration_date LIMIT (SELECT 1000000)) t
                CROSS JOIN LATERAL (SELECT FROM stock s WHERE s.warehouse_id = h.id AND s.item_id = t.item_id
                  AND s.lot_key = t.id AND s.state = 'AVAILABLE' AND s.quantity > 0 LIMIT 1) there
                WHERE $1::text[] IS NULL
                UNION ALL
                SELECT FROM house h CROSS JOIN seen JOIN item i ON i.owner_id = seen.id
                JOIN lot t ON t.item_id = i.id AND t.expiration_date BETWEEN h.today AND h.today + 30
                CROSS JOIN LATERAL (SELECT FROM stock s WHERE s.warehouse_id = h.id AND s.item_id = t.item_id
                  AND s.lot_key = t.id AND s.state = 'AVAILABLE' AND s.quantity > 0 LIMIT 1) there
                WHERE $1::text[] IS NOT NULL AND t.active LIMIT $4) x) AS expiring,
              (SELECT count(*) FROM (SELECT FROM (SELECT DISTINCT l.order_id FROM order_line l WHERE l.backordered > 0) l
                CROSS JOIN LATERAL (SELECT FROM customer_order c WHERE c.id = l.order_id AND c.shipped_at IS NULL
                  AND c.cancelled_at IS NULL AND c.warehouse_id IN (SELECT id FROM house)
                  AND c.owner_id IN (SELECT id FROM seen) OFFSET 0) c LIMIT $3) x) AS short
            """;

    private final Pool pool;

    BoardSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Board> board(Scope scope) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(scope.ownerCodes(), scope.warehouseCodes(), MOST, MOST_LOTS))
                .map(rows -> board(rows.iterator().next()));
    }

    private static Board board(Row row) {
        return new Board(
                row.getLong("inbound"),
                row.getLong("exceptions"),
                row.getBigDecimal("waiting"),
                row.getLong("orders"),
                row.getLong("short"),
                row.getLong("tasks"),
                row.getLong("counts"),
                row.getLong("holds"),
                row.getBigDecimal("held"),
                row.getLong("expiring"),
                row.getLong("printers"),
                row.getLong("printers_away"));
    }
}
