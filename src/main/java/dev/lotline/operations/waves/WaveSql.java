package dev.lotline.operations.waves;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements that tell what is on a cart run, and turn names into what the books know them by. */
@Singleton
final class WaveSql {
    private static final String WAREHOUSE = """
            SELECT id FROM warehouse WHERE code = $1
            """;

    private static final String ORDERS = """
            SELECT r.id FROM jsonb_to_recordset($1) AS a (n int, owner text, reference text)
            LEFT JOIN owner o ON o.code = a.owner LEFT JOIN customer_order r ON r.owner_id = o.id AND r.reference = a.reference
            ORDER BY a.n
            """;

    private static final String TOTES = """
            SELECT p.id FROM unnest($2::text[]) WITH ORDINALITY a (code, n)
            LEFT JOIN location p ON p.warehouse_id = $1 AND p.code = a.code AND p.type = 'TOTE' ORDER BY a.n
            """;

    private static final String HEADING = """
            SELECT v.id, w.code AS warehouse, v.warehouse_id, v.holder, v.created_at AT TIME ZONE 'UTC' AS created_at,
              (SELECT count(*) FROM wave_order n WHERE n.wave_id = v.id) AS orders,
              (SELECT count(*) FROM wave_order n JOIN reservation r ON r.order_id = n.order_id
                WHERE n.wave_id = v.id AND r.warehouse_id = v.warehouse_id AND r.state = 'OPEN') AS open_tasks
            FROM pick_wave v JOIN warehouse w ON w.id = v.warehouse_id
            """;

    private static final String ONE = HEADING + " WHERE v.id = $1";

    private static final String LIST = HEADING + """
            WHERE v.warehouse_id = $1 AND ($2::bigint = 0 OR v.id < $2)
              AND (NOT $3::boolean OR EXISTS (SELECT FROM wave_order n JOIN reservation r ON r.order_id = n.order_id
                WHERE n.wave_id = v.id AND r.warehouse_id = v.warehouse_id AND r.state = 'OPEN'))
            ORDER BY v.id DESC LIMIT $4
            """;

    private static final String ON_CART = """
            SELECT n.position, p.code AS tote, o.code AS owner, c.reference, c.id AS order_id,
              (SELECT count(*) FROM reservation r WHERE r.order_id = n.order_id AND r.warehouse_id = v.warehouse_id
                AND r.state = 'OPEN') AS open_tasks
            FROM pick_wave v JOIN wave_order n ON n.wave_id = v.id JOIN customer_order c ON c.id = n.order_id
            JOIN owner o ON o.id = c.owner_id LEFT JOIN location p ON p.warehouse_id = v.warehouse_id AND p.id = n.tote_id
            WHERE v.id = $1 AND ($2::text[] IS NULL OR o.code = ANY ($2))
            ORDER BY n.position
            """;

    private static final String TASKS = """
            SELECT * FROM (
              SELECT r.id, n.position, tote.code AS tote, o.code AS owner, c.reference, l.line_no, i.sku, t.lot_number,
                t.expiration_date, p.code AS location, r.quantity, h.holder,
                row_number() OVER (ORDER BY p.pick_sequence, p.code, i.sku, n.position, r.id)::int AS sequence
              FROM pick_wave v JOIN wave_order n ON n.wave_id = v.id JOIN customer_order c ON c.id = n.order_id
              JOIN owner o ON o.id = c.owner_id
              JOIN reservation r ON r.order_id = n.order_id AND r.warehouse_id = v.warehouse_id AND r.state = 'OPEN'
              JOIN order_line l ON l.id = r.order_line_id JOIN item i ON i.id = r.item_id
              JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
              LEFT JOIN location tote ON tote.warehouse_id = v.warehouse_id AND tote.id = n.tote_id
              LEFT JOIN lot t ON t.id = r.lot_id
              LEFT JOIN task_holder h ON h.warehouse_id = r.warehouse_id AND h.reservation_id = r.id
              WHERE v.id = $1 AND ($2::text[] IS NULL OR o.code = ANY ($2))) walk
            WHERE sequence > $3 ORDER BY sequence LIMIT $4
            """;

    /** Allocated units lie AVAILABLE somewhere: the first such stock that may not be picked from says why not. */
    private static final String NOT_RESERVED = """
            SELECT o.code AS owner, c.reference, l.line_no, a.quantity, coalesce((
                SELECT x.reason FROM claims_candidates(a.warehouse_id, l, NULL) x
                JOIN stock s ON s.warehouse_id = a.warehouse_id AND s.id = x.stock_id AND s.state = 'AVAILABLE'
                WHERE x.reason NOT IN ('RESERVED', 'WRONG_LOT') ORDER BY x.place LIMIT 1),
              CASE WHEN l.single_lot THEN 'NO_SINGLE_LOT' ELSE 'NOT_ENOUGH_STOCK' END) AS reason
            FROM pick_wave v JOIN wave_order n ON n.wave_id = v.id JOIN customer_order c ON c.id = n.order_id
            JOIN owner o ON o.id = c.owner_id JOIN order_line l ON l.order_id = c.id
            JOIN allocation a ON a.order_line_id = l.id AND a.warehouse_id = v.warehouse_id
            WHERE v.id = $1 AND ($2::text[] IS NULL OR o.code = ANY ($2))
            ORDER BY n.position, l.line_no LIMIT $3
            """;

    private final Pool pool;

    WaveSql(Pool pool) {
        this.pool = pool;
    }

    /** Its id, null when there is no such warehouse. */
    Uni<@Nullable Long> warehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    /** Ids in the order asked for; a row without id = unknown. */
    Uni<List<Row>> orders(JsonArray named) {
        return list(pool.preparedQuery(ORDERS).execute(Tuple.of(named)));
    }

    Uni<List<Row>> totes(long warehouse, String[] codes) {
        return list(pool.preparedQuery(TOTES).execute(Tuple.of(warehouse, codes)));
    }

    Uni<@Nullable Row> one(long wave) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(wave))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    Uni<List<Row>> list(long warehouse, long before, boolean open, int limit) {
        return list(pool.preparedQuery(LIST).execute(Tuple.of(warehouse, before, open, limit)));
    }

    Uni<List<Row>> onCart(long wave, String @Nullable [] owners) {
        return list(
                pool.preparedQuery(ON_CART).execute(Tuple.tuple().addLong(wave).addArrayOfString(owners)));
    }

    Uni<List<Row>> tasks(long wave, String @Nullable [] owners, int after, int limit) {
        return list(pool.preparedQuery(TASKS)
                .execute(Tuple.tuple()
                        .addLong(wave)
                        .addArrayOfString(owners)
                        .addInteger(after)
                        .addInteger(limit)));
    }

    Uni<List<Row>> notReserved(long wave, String @Nullable [] owners, int limit) {
        return list(pool.preparedQuery(NOT_RESERVED)
                .execute(Tuple.tuple().addLong(wave).addArrayOfString(owners).addInteger(limit)));
    }

    private static Uni<List<Row>> list(Uni<RowSet<Row>> rows) {
        return rows.map(
                found -> StreamSupport.stream(found.spliterator(), false).toList());
    }
}
