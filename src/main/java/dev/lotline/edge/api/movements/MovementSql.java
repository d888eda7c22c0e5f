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
     * $1 owners and $2 warehouses of the scope or null, $3 after this id, $4 owner, $5 sku, $6 lot number, $7 location,
     * $8 lot id, each null for any; $9 limit. Warehouse by warehouse, so that each walks its own index in order.
     */
    private static final String MOVEMENTS = """
            SELECT m.id, m.event_id, m.line, m.kind, w.code AS warehouse, o.code AS owner, i.sku, m.lot_id, t.lot_number,
              t.expiration_date, f.code AS from_code, m.from_state, d.code AS to_code, m.to_state, m.quantity,
              r.reference AS receiving_order, c.reference AS customer_order, m.actor, m.device, m.business_date,
              m.occurred_at, m.recorded_at
            FROM warehouse w
            CROSS JOIN LATERAL (
              SELECT * FROM movement x
              WHERE x.warehouse_id = w.id AND x.id > $3
                AND ($1::text[] IS NULL AND $4::text IS NULL OR x.owner_id IN (SELECT y.id FROM owner y
                  WHERE ($1::text[] IS NULL OR y.code = ANY ($1)) AND ($4::text IS NULL OR y.code = $4)))
                AND ($5::text IS NULL OR x.item_id IN (SELECT y.id FROM item y WHERE y.sku = $5))
                AND ($6::text IS NULL OR x.lot_id IN (SELECT y.id FROM lot y WHERE y.lot_number = $6))
                AND ($7::text IS NULL OR EXISTS (SELECT FROM location y WHERE y.warehouse_id = w.id AND y.code = $7
                  AND y.id IN (x.from_location, x.to_location)))
                AND ($8::bigint IS NULL OR x.lot_id = $8)
              ORDER BY x.id LIMIT $9) m
            JOIN owner o ON o.id = m.owner_id
            JOIN item i ON i.id = m.item_id
            JOIN location f ON f.warehouse_id = w.id AND f.id = m.from_location
            JOIN location d ON d.warehouse_id = w.id AND d.id = m.to_location
            LEFT JOIN lot t ON t.id = m.lot_id
            LEFT JOIN receiving_lot a ON a.id = m.receiving_lot_id
            LEFT JOIN receiving_order r ON r.id = a.receiving_order_id
            LEFT JOIN order_line l ON l.id = m.order_line_id
            LEFT JOIN customer_order c ON c.id = l.order_id
            WHERE $2::text[] IS NULL OR w.code = ANY ($2)
            ORDER BY m.id LIMIT $9
            """;

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
        return pool.preparedQuery(MOVEMENTS)
                .execute(Tuple.from(new @Nullable Object[] {
                    scope.ownerCodes(),
                    scope.warehouseCodes(),
                    id,
                    filter.owner(),
                    filter.sku(),
                    filter.lotNumber(),
                    filter.location(),
                    filter.lotId(),
                    limit
                }))
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
