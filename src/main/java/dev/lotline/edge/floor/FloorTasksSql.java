package dev.lotline.edge.floor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What is to be done in a warehouse, nearest first, of each kind at most as many as asked for. */
@Singleton
class FloorTasksSql {
    private static final String TASKS = """
            SELECT coalesce(jsonb_agg(task), '[]') AS tasks FROM (
              (SELECT jsonb_build_object('kind', 'PICK', 'task', r.id, 'owner', ow.code, 'order', o.reference,
                 'sku', i.sku, 'name', i.name, 'lotNumber', t.lot_number, 'expirationDate', t.expiration_date,
                 'location', p.code, 'quantity', r.quantity, 'shipBy', o.ship_by) AS task
               FROM reservation r JOIN customer_order o ON o.id = r.order_id JOIN owner ow ON ow.id = o.owner_id
               JOIN item i ON i.id = r.item_id JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
               LEFT JOIN lot t ON t.id = r.lot_id
               WHERE r.warehouse_id = $1 AND r.state = 'OPEN' AND ($2::text[] IS NULL OR ow.code = ANY ($2::text[]))
               ORDER BY o.priority DESC, o.ship_by NULLS LAST, o.id, p.pick_sequence, p.code, r.id LIMIT $3)
              UNION ALL
              (SELECT jsonb_build_object('kind', 'STOW', 'owner', ow.code, 'receivingOrder', o.reference,
                 'sku', i.sku, 'name', i.name, 'lotNumber', t.lot_number, 'expirationDate', t.expiration_date,
                 'quantity', x.received - x.stowed)
               FROM receiving_lot x JOIN receiving_order o ON o.id = x.receiving_order_id
               JOIN owner ow ON ow.id = o.owner_id JOIN item i ON i.id = x.item_id LEFT JOIN lot t ON t.id = x.lot_id
               WHERE o.warehouse_id = $1 AND x.received > x.stowed AND ($2::text[] IS NULL OR ow.code = ANY ($2::text[]))
               ORDER BY o.id, x.id LIMIT $3)
              UNION ALL
              (SELECT jsonb_build_object('kind', 'COUNT', 'count', c.count_id, 'owner', ow.code, 'sku', i.sku,
                 'name', i.name, 'lotNumber', coalesce(t.lot_number, c.lot_number),
                 'expirationDate', coalesce(t.expiration_date, c.expiration_date), 'location', p.code,
                 'again', c.state = 'RECOUNT', 'position', s.gate_seq)
               FROM count_line c JOIN location p ON p.warehouse_id = c.warehouse_id AND p.id = c.location_id
               LEFT JOIN item i ON i.id = c.item_id LEFT JOIN owner ow ON ow.id = i.owner_id
               LEFT JOIN lot t ON t.id = c.lot_id
               LEFT JOIN stock_summary s ON s.warehouse_id = c.warehouse_id AND s.item_id = c.item_id
               WHERE c.warehouse_id = $1 AND c.state IN ('OPEN', 'RECOUNT')
                 AND ($2::text[] IS NULL OR ow.code = ANY ($2::text[]) OR c.item_id IS NULL)
               ORDER BY p.pick_sequence, p.code, c.id LIMIT $3)
              UNION ALL
              (SELECT jsonb_build_object('kind', 'RECEIVE', 'owner', ow.code, 'receivingOrder', o.reference,
                 'expectedOn', o.expected_on, 'quantity',
                 (SELECT sum(greatest(x.expected - x.received, 0)) FROM receiving_lot x WHERE x.receiving_order_id = o.id))
               FROM receiving_order o JOIN owner ow ON ow.id = o.owner_id
               WHERE o.warehouse_id = $1 AND o.closed_at IS NULL AND o.cancelled_at IS NULL
                 AND ($2::text[] IS NULL OR ow.code = ANY ($2::text[]))
                 AND EXISTS (SELECT FROM receiving_lot x WHERE x.receiving_order_id = o.id AND x.received < x.expected)
               ORDER BY o.expected_on NULLS LAST, o.id LIMIT $3)
            ) open_work
            """;

    private final Pool pool;

    FloorTasksSql(Pool pool) {
        this.pool = pool;
    }

    Uni<JsonArray> tasks(long warehouse, String @Nullable [] owners, int limit) {
        return pool.preparedQuery(TASKS)
                .execute(Tuple.tuple()
                        .addLong(warehouse)
                        .addArrayOfString(owners)
                        .addInteger(limit))
                .map(rows -> rows.iterator().next().getJsonArray("tasks"));
    }
}
