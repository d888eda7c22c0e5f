package dev.lotline.edge.floor.house;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What is to be done in a warehouse, nearest first, of each kind at most as many as asked for. */
@Singleton
public class FloorTasksSql {
    private static final String TASKS = """
            SELECT coalesce(jsonb_agg(task), '[]') AS tasks FROM (
              (SELECT jsonb_build_object('kind', 'PICK', 'task', r.id, 'owner', ow.code, 'order', o.reference,
                 'sku', i.sku, 'name', i.name, 'lotNumber', t.lot_number, 'expirationDate', t.expiration_date,
                 'location', p.code, 'quantity', r.quantity, 'shipBy', o.ship_by, 'wave', v.id, 'position', v.position,
                 'tote', tote.code, 'holder', coalesce(h.holder, v.holder)) AS task
               FROM reservation r JOIN customer_order o ON o.id = r.order_id JOIN owner ow ON ow.id = o.owner_id
               JOIN item i ON i.id = r.item_id JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
               LEFT JOIN lot t ON t.id = r.lot_id
               LEFT JOIN LATERAL (SELECT w.*, n.position, n.tote_id FROM wave_order n JOIN pick_wave w ON w.id = n.wave_id
                 WHERE n.order_id = r.order_id AND w.warehouse_id = r.warehouse_id ORDER BY w.id DESC LIMIT 1) v ON true
               LEFT JOIN task_holder h ON h.warehouse_id = r.warehouse_id AND h.reservation_id = r.id
               LEFT JOIN location tote ON tote.warehouse_id = r.warehouse_id AND tote.id = v.tote_id
               WHERE r.warehouse_id = $1 AND r.state = 'OPEN' AND ($2::text[] IS NULL OR ow.code = ANY ($2::text[]))
                 AND coalesce(h.holder, v.holder, ($4::text[])[1]) = ANY ($4::text[])
               -- one's own first; a run is one walk, whatever its orders
               ORDER BY coalesce(h.holder, v.holder) IS NULL, coalesce(v.priority, o.priority) DESC,
                 coalesce(v.ship_by, o.ship_by) NULLS LAST, v.id NULLS LAST, CASE WHEN v.id IS NULL THEN o.id END,
                 p.pick_sequence, p.code, i.sku, v.position, r.id LIMIT $3)
              UNION ALL
              (SELECT jsonb_build_object('kind', 'REPLENISH', 'task', r.id, 'owner', ow.code, 'sku', i.sku, 'name', i.name,
                 'lotNumber', t.lot_number, 'expirationDate', t.expiration_date, 'from', f.code, 'location', p.code,
                 'quantity', r.quantity - r.done, 'reason', r.reason)
               FROM replenishment r JOIN item i ON i.id = r.item_id JOIN owner ow ON ow.id = i.owner_id
               JOIN location f ON f.warehouse_id = r.warehouse_id AND f.id = r.from_location
               JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.to_location
               LEFT JOIN lot t ON t.id = r.lot_id
               WHERE r.warehouse_id = $1 AND r.state = 'OPEN' AND ($2::text[] IS NULL OR ow.code = ANY ($2::text[]))
               ORDER BY r.reason = 'RELEASE' DESC, r.id LIMIT $3)
              UNION ALL
              (SELECT jsonb_build_object('kind', 'STOW', 'owner', ow.code, 'receivingOrder', o.reference,
                 'sku', i.sku, 'name', i.name, 'lotNumber', t.lot_number, 'expirationDate', t.expiration_date,
                 'quantity', x.received - x.stowed, 'plates', coalesce((SELECT jsonb_agg(DISTINCT pl.code) FROM stock s
                   JOIN plate_content c ON c.warehouse_id = s.warehouse_id AND c.stock_id = s.id
                   JOIN plate pl ON pl.warehouse_id = c.warehouse_id AND pl.id = c.plate_id
                   WHERE s.warehouse_id = o.warehouse_id AND s.item_id = x.item_id AND s.lot_key = coalesce(x.lot_id, 0)
                     AND s.state = 'RECEIVED' AND s.plated > 0), '[]'))
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

    /** @param names of who asks: work that others have is not told */
    public Uni<JsonArray> tasks(long warehouse, String @Nullable [] owners, int limit, String... names) {
        return pool.preparedQuery(TASKS)
                .execute(Tuple.tuple()
                        .addLong(warehouse)
                        .addArrayOfString(owners)
                        .addInteger(limit)
                        .addArrayOfString(names))
                .map(rows -> rows.iterator().next().getJsonArray("tasks"));
    }
}
