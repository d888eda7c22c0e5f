package dev.lotline.operations.tracing;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what crossed the walls of the house. */
@Singleton
final class TraceSql {
    /**
     * Which movements y of lots $1 may count. $2 receiving order, $3 order, $4 since, $5 until, each null for any; $6
     * warehouses of the scope or null. What it names stands in the index movement_shipped.
     */
    private static final String ASKED = """
            y.recorded_at >= coalesce($4, '-infinity'::timestamptz)
                AND y.recorded_at <= coalesce($5, 'infinity'::timestamptz)
                AND ($6::text[] IS NULL OR y.warehouse_id IN (SELECT id FROM warehouse WHERE code = ANY ($6)))
                AND ($3::bigint IS NULL OR y.kind = 'RECEIVE'
                  OR y.order_line_id IN (SELECT id FROM order_line WHERE order_id = $3))
            """;

    /** And of those that were not shipped, which: with a side outside, not undoing, not of another receiving order. */
    private static final String CROSSED = """
            (y.from_state IS NULL OR y.to_state IS NULL) AND y.kind <> 'UNDO' AND ($2::bigint IS NULL OR y.kind <> 'RECEIVE'
                  OR y.receiving_lot_id IN (SELECT id FROM receiving_lot WHERE receiving_order_id = $2))
            """;

    /** What was undone did not happen. Shipping can't be undone, and is the most of it. */
    private static final String UNDONE = """
            EXISTS (SELECT FROM scan_event u WHERE u.warehouse_id = y.warehouse_id AND u.undoes = y.event_id)
            """;

    /** What a movement with a side at place v of a virtual kind is to the outside. */
    private static final String EVENT = """
            CASE v.type WHEN 'DISPOSAL' THEN 'DISPOSAL' WHEN 'ADJUSTMENT' THEN 'ADJUSTMENT' ELSE CASE WHEN m.inbound
              THEN 'RECEIVING' ELSE 'SHIPPING' END END""";

    /**
     * $7, $8 behind this lot and movement, $9 limit. Lot by lot in the ledger's order, along the index of the lot. What a
     * decision on a hold moved may be a part of its event, see event_part.
     */
    private static final String EVENTS = """
            SELECT %s AS event, m.inbound, m.id, t.owner, t.sku, t.product, t.id AS lot_id, t.lot_number,
              t.expiration_date, m.quantity, t.unit, m.business_date, w.code AS warehouse, w.name AS warehouse_name,
              c.customer_code AS party_code, coalesce(c.customer_name, po.supplier) AS party_name,
              c.customer_country AS party_country, CASE WHEN c.id IS NOT NULL THEN 'ORDER' WHEN r.id IS NOT NULL THEN r.kind
                WHEN h.hold_id IS NOT NULL THEN 'HOLD' END AS document_type,
              coalesce(c.reference, r.reference, h.hold_id::text) AS document, x.purchase_order, s.carrier,
              s.tracking_number
            FROM (SELECT t.*, i.sku, i.name AS product, i.unit, o.code AS owner
              FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
              WHERE t.id = ANY ($1) AND t.id >= $7 ORDER BY t.id OFFSET 0) t
            CROSS JOIN LATERAL (
              SELECT y.*, y.from_state IS NULL AS inbound FROM movement y
              WHERE y.item_id = t.item_id AND y.lot_id = t.id AND %s AND %s AND (y.kind = 'SHIP' OR NOT %s)
                AND y.id > CASE WHEN t.id = $7 THEN $8 ELSE 0 END
              ORDER BY y.id LIMIT $9) m
            JOIN warehouse w ON w.id = m.warehouse_id
            JOIN location v ON v.warehouse_id = m.warehouse_id
              AND v.id = CASE WHEN m.inbound THEN m.from_location ELSE m.to_location END
            LEFT JOIN receiving_lot a ON a.id = m.receiving_lot_id
            LEFT JOIN receiving_line x ON x.id = a.receiving_line_id
            LEFT JOIN receiving_order r ON r.id = a.receiving_order_id
            LEFT JOIN purchase_order po ON po.owner_id = r.owner_id AND po.reference = x.purchase_order AND m.inbound
            LEFT JOIN order_line l ON l.id = m.order_line_id
            LEFT JOIN customer_order c ON c.id = l.order_id
            LEFT JOIN shipment s ON s.order_id = c.id AND s.shipped_at = m.recorded_at AND m.kind = 'SHIP'
            LEFT JOIN LATERAL (SELECT min(d.hold_id) AS hold_id FROM hold_decision d
              WHERE m.kind IN ('DISPOSE_HELD', 'RETURN_HELD')
                AND m.event_id IN (d.event_id, md5(d.event_id || ':' || m.warehouse_id)::uuid)) h ON true
            ORDER BY t.id, m.id LIMIT $9
            """.formatted(EVENT, ASKED, CROSSED, UNDONE);

    /**
     * $7 behind this key, $8 limit. In two parts: what was shipped is by far the most of it and is read from the index alone;
     * of the rest the rows are read too, and PostgreSQL does not share out a scan with an "or exists".
     */
    private static final String PARTIES = """
            WITH party AS MATERIALIZED (
              SELECT m.lot_id, m.event, m.inbound, c.customer_code AS party_code,
                coalesce(c.customer_name, po.supplier) AS party_name, c.customer_country AS party_country,
                count(*) AS movements, sum(m.quantity) AS quantity, min(m.business_date) AS first_on,
                max(m.business_date) AS last_on
              FROM (
                SELECT y.lot_id, y.order_line_id, NULL::bigint AS receiving_lot_id, y.quantity, y.business_date,
                  false AS inbound, 'SHIPPING' AS event
                FROM movement y WHERE y.lot_id = ANY ($1) AND y.kind = 'SHIP' AND %s
                UNION ALL
                SELECT m.lot_id, m.order_line_id, m.receiving_lot_id, m.quantity, m.business_date, m.inbound, %s
                FROM (SELECT y.*, y.from_state IS NULL AS inbound FROM movement y
                  WHERE y.lot_id = ANY ($1) AND y.kind <> 'SHIP' AND %s AND %s AND NOT %s) m
                JOIN location v ON v.warehouse_id = m.warehouse_id
                  AND v.id = CASE WHEN m.inbound THEN m.from_location ELSE m.to_location END) m
              LEFT JOIN order_line l ON l.id = m.order_line_id
              LEFT JOIN customer_order c ON c.id = l.order_id
              LEFT JOIN receiving_lot a ON a.id = m.receiving_lot_id AND m.inbound
              LEFT JOIN receiving_line x ON x.id = a.receiving_line_id AND x.purchase_order IS NOT NULL
              LEFT JOIN receiving_order r ON r.id = a.receiving_order_id
              LEFT JOIN purchase_order po ON po.owner_id = r.owner_id AND po.reference = x.purchase_order
              GROUP BY 1, 2, 3, 4, 5, 6
            ), keyed AS (
              SELECT *, concat_ws(chr(31), lpad(lot_id::text, 19, '0'), event, inbound, coalesce(party_code, ''),
                coalesce(party_name, ''), party_country) COLLATE "C" AS key FROM party
            )
            SELECT k.*, i.sku, i.unit, t.lot_number, t.expiration_date
            FROM (SELECT * FROM keyed WHERE key > $7 ORDER BY key LIMIT $8) k
            JOIN lot t ON t.id = k.lot_id JOIN item i ON i.id = t.item_id
            ORDER BY k.key
            """.formatted(ASKED, EVENT, ASKED, CROSSED, UNDONE);

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /** A lot's rows in order are its index; nothing that is sorted first, however few rows are expected. */
    private static final String ALONG_THE_INDEX = """
            SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),
              set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
            """;

    private static final String SIZE = """
            SELECT count(*) AS rows FROM (SELECT FROM movement y
              WHERE y.lot_id = ANY ($1) AND y.kind = 'SHIP' LIMIT $2) x
            """;

    /**
     * What the planner can't know of a lot that is far larger than the others: that whole tables are cheaper, and that
     * every core has something to do.
     */
    private static final String WHOLE_TABLES = """
            SELECT set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true),
              set_config('work_mem', '64MB', true), set_config('parallel_setup_cost', '0', true),
              set_config('parallel_tuple_cost', '0', true)
            """;

    /** From that many shipped movements on, a sum over a lot reads whole tables of orders. */
    private static final int MANY = 50_000;

    /** The transaction of this client sees one moment, lot by lot along the index. */
    Uni<Void> openSnapshot(SqlClient db) {
        return db.query(SNAPSHOT)
                .execute()
                .chain(() -> db.query(ALONG_THE_INDEX).execute())
                .replaceWithVoid();
    }

    Uni<List<TraceEvent>> events(
            SqlClient db, TraceSubject subject, Scope scope, long afterLot, long afterMovement, int limit) {
        return db.preparedQuery(EVENTS)
                .execute(given(subject, scope)
                        .addLong(afterLot)
                        .addLong(afterMovement)
                        .addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TraceEvent::of)
                        .toList());
    }

    /** Within a transaction of its own. */
    Uni<List<TraceParty>> parties(SqlClient db, TraceSubject subject, Scope scope, String after, int limit) {
        return db.preparedQuery(SIZE)
                .execute(Tuple.tuple().addArrayOfLong(lots(subject)).addInteger(MANY))
                .map(rows -> rows.iterator().next().getLong("rows"))
                .chain(rows -> rows < MANY
                        ? Uni.createFrom().voidItem()
                        : db.query(WHOLE_TABLES).execute().replaceWithVoid())
                .chain(() -> db.preparedQuery(PARTIES)
                        .execute(given(subject, scope).addString(after).addInteger(limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TraceParty::of)
                        .toList());
    }

    private static Tuple given(TraceSubject subject, Scope scope) {
        return Tuple.tuple()
                .addArrayOfLong(lots(subject))
                .addLong(subject.receivingOrder())
                .addLong(subject.order())
                .addOffsetDateTime(subject.since())
                .addOffsetDateTime(subject.until())
                .addArrayOfString(scope.warehouseCodes());
    }

    private static Long[] lots(TraceSubject subject) {
        return subject.lots().toArray(Long[]::new);
    }
}
