package dev.lotline.edge.api.movements;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads the ledger in its own sequence. */
@Singleton
final class MovementSql {
    /**
     * $1 owners and $2 warehouses of the scope or null, $3 after this id, $4 owner, $5 location, each null for any; $6
     * limit. Warehouse by warehouse, so that each walks its own index in order.
     */
    private static final String WALK = """
            WITH m AS (
              SELECT m.* FROM warehouse w CROSS JOIN LATERAL (
                SELECT * FROM movement x
                WHERE x.warehouse_id = w.id AND x.id > $3
                  AND ($1::text[] IS NULL AND $4::text IS NULL OR x.owner_id IN (SELECT y.id FROM owner y
                    WHERE ($1::text[] IS NULL OR y.code = ANY ($1)) AND ($4::text IS NULL OR y.code = $4)))
                  AND ($5::text IS NULL OR EXISTS (SELECT FROM location y WHERE y.warehouse_id = w.id AND y.code = $5
                    AND y.id IN (x.from_location, x.to_location)))
                ORDER BY x.id LIMIT $6) m
              WHERE $2::text[] IS NULL OR w.code = ANY ($2)
              ORDER BY m.id LIMIT $6)
            """;

    /**
     * The same of one sku or lot number: $7 sku, $8 lot number, $9 lot id, each null for any. Lot by lot, because so has
     * their index them; a lot with few movements is found at once in a ledger of many.
     */
    private static final String KEYED = """
            WITH named AS MATERIALIZED (
              SELECT i.id FROM item i JOIN owner o ON o.id = i.owner_id
              WHERE ($1::text[] IS NULL OR o.code = ANY ($1)) AND ($4::text IS NULL OR o.code = $4)
                AND ($7::text IS NULL OR i.sku = $7)
                AND ($8::text IS NULL OR i.id IN (SELECT t.item_id FROM lot t WHERE t.lot_number = $8))
            ), lots AS MATERIALIZED (
              SELECT t.item_id, t.id FROM named n JOIN lot t ON t.item_id = n.id
              WHERE ($8::text IS NULL OR t.lot_number = $8) AND ($9::bigint IS NULL OR t.id = $9)
            ), house AS MATERIALIZED (
              SELECT w.id, l.id AS place FROM warehouse w
              LEFT JOIN location l ON l.warehouse_id = w.id AND l.code = $5
              WHERE ($2::text[] IS NULL OR w.code = ANY ($2)) AND ($5::text IS NULL OR l.id IS NOT NULL)
            ), m AS (
              SELECT m.* FROM lots k CROSS JOIN LATERAL (
                SELECT x.* FROM movement x
                WHERE x.item_id = k.item_id AND x.lot_id = k.id AND x.id > $3
                  AND EXISTS (SELECT FROM house h WHERE h.id = x.warehouse_id
                    AND ($5 IS NULL OR h.place IN (x.from_location, x.to_location)))
                ORDER BY x.id LIMIT $6) m
              UNION ALL
              SELECT m.* FROM named k CROSS JOIN LATERAL (
                SELECT x.* FROM movement x
                WHERE $8 IS NULL AND $9 IS NULL AND x.item_id = k.id AND x.lot_id IS NULL AND x.id > $3
                  AND EXISTS (SELECT FROM house h WHERE h.id = x.warehouse_id
                    AND ($5 IS NULL OR h.place IN (x.from_location, x.to_location)))
                ORDER BY x.id LIMIT $6) m
              ORDER BY id LIMIT $6)
            """;

    private static final String SHOWN = """
            SELECT m.id, m.event_id, m.line, m.kind, w.code AS warehouse, o.code AS owner, i.sku, m.lot_id, t.lot_number,
              t.expiration_date, f.code AS from_code, m.from_state, d.code AS to_code, m.to_state, m.quantity,
              r.reference AS receiving_order, c.reference AS customer_order, m.actor, m.device, m.business_date,
              m.occurred_at, m.recorded_at
            FROM m
            JOIN warehouse w ON w.id = m.warehouse_id
            JOIN owner o ON o.id = m.owner_id
            JOIN item i ON i.id = m.item_id
            JOIN location f ON f.warehouse_id = m.warehouse_id AND f.id = m.from_location
            JOIN location d ON d.warehouse_id = m.warehouse_id AND d.id = m.to_location
            LEFT JOIN lot t ON t.id = m.lot_id
            LEFT JOIN receiving_lot a ON a.id = m.receiving_lot_id
            LEFT JOIN receiving_order r ON r.id = a.receiving_order_id
            LEFT JOIN order_line l ON l.id = m.order_line_id
            LEFT JOIN customer_order c ON c.id = l.order_id
            ORDER BY m.id
            """;

    private static final String WALKED = WALK + SHOWN;
    private static final String FOUND = KEYED + SHOWN;

    private static final String LOT_OF = """
            SELECT EXISTS (SELECT FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = $1 AND i.sku = $2) AS item,
              EXISTS (SELECT FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
                WHERE o.code = $1 AND i.sku = $2 AND t.id = $3) AS lot
            """;

    /** Which movements; null = any. */
    record Filter(
            @Nullable String owner,
            @Nullable String sku,
            @Nullable String lotNumber,
            @Nullable String location,
            @Nullable Long lotId) {}

    /** Whether an item is there, and whether the lot is one of its lots. */
    record LotOf(boolean item, boolean lot) {}

    private final Pool pool;

    MovementSql(Pool pool) {
        this.pool = pool;
    }

    /** A page behind the movement {@code afterText}, or behind the cursor. Ends with VALIDATION_FAILED. */
    Uni<RestResponse<Page<MovementRow>>> page(Paging paging, @Nullable String afterText, Filter filter, Scope scope) {
        if (afterText != null && !afterText.matches("[0-9]{1,18}")) {
            throw Refusal.invalid("after", "must be the id of a movement");
        }
        long after = Math.max(afterText == null ? 0 : Long.parseLong(afterText), paging.afterNumber());
        return after(after, filter, scope, paging.fetch())
                .map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    private Uni<List<MovementRow>> after(long id, Filter filter, Scope scope, int limit) {
        Tuple asked = Tuple.tuple()
                .addArrayOfString(scope.ownerCodes())
                .addArrayOfString(scope.warehouseCodes())
                .addLong(id)
                .addString(filter.owner())
                .addString(filter.location())
                .addInteger(limit);
        boolean keyed = filter.sku() != null || filter.lotNumber() != null || filter.lotId() != null;
        if (keyed) {
            asked.addString(filter.sku()).addString(filter.lotNumber()).addLong(filter.lotId());
        }
        return pool.preparedQuery(keyed ? FOUND : WALKED)
                .execute(asked)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MovementRow::of)
                        .toList());
    }

    Uni<LotOf> lotOf(String owner, String sku, long lotId) {
        return pool.preparedQuery(LOT_OF)
                .execute(Tuple.of(owner, sku, lotId))
                .map(rows -> rows.iterator().next())
                .map(row -> new LotOf(row.getBoolean("item"), row.getBoolean("lot")));
    }
}
