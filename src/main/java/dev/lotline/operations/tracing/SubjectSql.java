package dev.lotline.operations.tracing;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the lots that stand behind a hold, a lot, a license plate, a receiving order or an order. */
@Singleton
final class SubjectSql {
    private static final String LOT = """
            SELECT EXISTS (SELECT FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = $1 AND i.sku = $2) AS item,
              ARRAY(SELECT t.id FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
                WHERE o.code = $1 AND i.sku = $2 AND t.id = $3) AS lots
            """;

    /** A hold of places or plates is about the lots that it names, that it took when it was placed, and that it has caught since. */
    private static final String HOLD = """
            SELECT ARRAY(
              SELECT lot_id FROM hold_lot WHERE hold_id = h.id
              UNION SELECT m.lot_id FROM scan_event e JOIN movement m ON m.warehouse_id = e.warehouse_id
                AND m.id = ANY (e.movements) WHERE e.warehouse_id = h.warehouse_id AND e.id = h.event_id
                AND h.scope <> 'LOT' AND m.lot_id IS NOT NULL
              UNION SELECT s.lot_id FROM hold_stock k JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
                WHERE k.hold_id = h.id AND s.lot_id IS NOT NULL) AS lots
            FROM hold h JOIN owner o ON o.id = h.owner_id JOIN warehouse w ON w.id = h.warehouse_id
            WHERE h.id = $1 AND ($2::text[] IS NULL OR o.code = ANY ($2))
              AND ($3::text[] IS NULL OR h.scope = 'LOT' OR w.code = ANY ($3))
            """;

    /** Before its first unit was counted, nothing that left the house was of it. */
    private static final String RECEIVING_ORDER = """
            SELECT r.id, f.since,
              ARRAY(SELECT DISTINCT a.lot_id FROM receiving_lot a WHERE a.receiving_order_id = r.id
                AND a.lot_id IS NOT NULL AND a.received > 0) AS lots
            FROM receiving_order r JOIN owner o ON o.id = r.owner_id JOIN warehouse w ON w.id = r.warehouse_id
            CROSS JOIN LATERAL (SELECT min(m.recorded_at) AS since FROM receiving_lot a
              JOIN movement m ON m.item_id = a.item_id AND m.lot_id = a.lot_id AND m.receiving_lot_id = a.id
              WHERE a.receiving_order_id = r.id AND m.kind = 'RECEIVE' AND m.recorded_at >= r.created_at) f
            WHERE o.code = $1 AND r.reference = $2 AND ($3::text[] IS NULL OR w.code = ANY ($3))
            """;

    /** After its last shipment, nothing that came in was of it. */
    private static final String ORDER = """
            SELECT c.id, max(s.shipped_at) AS until,
              coalesce(array_agg(DISTINCT n.lot_id) FILTER (WHERE n.lot_id IS NOT NULL), '{}') AS lots
            FROM customer_order c JOIN owner o ON o.id = c.owner_id LEFT JOIN warehouse w ON w.id = c.warehouse_id
            LEFT JOIN (shipment s JOIN shipment_line n ON n.shipment_id = s.id) ON s.order_id = c.id
            WHERE o.code = $1 AND c.reference = $2 AND ($3::text[] IS NULL OR w.code IS NULL OR w.code = ANY ($3))
            GROUP BY c.id
            """;

    /** What stands on a plate, and on plates on it, of the owners that may be seen. */
    private static final String PLATE = """
            WITH RECURSIVE tree AS (
              SELECT p.warehouse_id, p.id FROM plate p JOIN warehouse w ON w.id = p.warehouse_id
              WHERE w.code = $1 AND p.code = $2
              UNION ALL
              SELECT p.warehouse_id, p.id FROM plate p JOIN tree t
                ON t.warehouse_id = p.warehouse_id AND t.id = p.parent_id
            ), content AS (
              SELECT s.lot_id, o.code AS owner FROM tree t
              JOIN plate_content c ON c.warehouse_id = t.warehouse_id AND c.plate_id = t.id
              JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
              JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id)
            SELECT (EXISTS (SELECT FROM tree) AND ($3::text[] IS NULL OR NOT EXISTS (SELECT FROM content)
                OR EXISTS (SELECT FROM content WHERE owner = ANY ($3)))) AS known,
              ARRAY(SELECT DISTINCT lot_id FROM content WHERE lot_id IS NOT NULL
                AND ($3::text[] IS NULL OR owner = ANY ($3))) AS lots
            """;

    private final Pool pool;

    SubjectSql(Pool pool) {
        this.pool = pool;
    }

    /** Ends with UNKNOWN_ITEM, UNKNOWN_LOT. */
    Uni<TraceSubject> lot(String owner, String sku, long lotId) {
        return pool.preparedQuery(LOT).execute(Tuple.of(owner, sku, lotId)).map(rows -> {
            Row row = rows.iterator().next();
            if (!row.getBoolean("item")) {
                throw Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", sku);
            }
            List<Long> lots = lots(row);
            if (lots.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", lotId);
            }
            return TraceSubject.ofLots(lots);
        });
    }

    /** Ends with UNKNOWN_PLATE. */
    Uni<TraceSubject> plate(String warehouse, String code, Scope scope) {
        Tuple given = Tuple.tuple().addString(warehouse).addString(code).addArrayOfString(scope.ownerCodes());
        return pool.preparedQuery(PLATE).execute(given).map(rows -> {
            Row row = rows.iterator().next();
            if (!row.getBoolean("known")) {
                throw Refusal.of(RefusalCode.UNKNOWN_PLATE, "plate", code);
            }
            return TraceSubject.ofLots(lots(row));
        });
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    Uni<TraceSubject> hold(long id, Scope scope) {
        Tuple given =
                Tuple.tuple().addLong(id).addArrayOfString(scope.ownerCodes()).addArrayOfString(scope.warehouseCodes());
        return one(HOLD, given, "hold", id).map(row -> TraceSubject.ofLots(lots(row)));
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    Uni<TraceSubject> receivingOrder(String owner, String reference, Scope scope) {
        return one(RECEIVING_ORDER, document(owner, reference, scope), "reference", reference)
                .map(row -> new TraceSubject(lots(row), row.getLong("id"), null, row.getOffsetDateTime("since"), null));
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    Uni<TraceSubject> order(String owner, String reference, Scope scope) {
        return one(ORDER, document(owner, reference, scope), "reference", reference)
                .map(row -> new TraceSubject(lots(row), null, row.getLong("id"), null, row.getOffsetDateTime("until")));
    }

    private Uni<Row> one(String statement, Tuple given, String field, Object value) {
        return pool.preparedQuery(statement).execute(given).map(rows -> {
            if (rows.rowCount() == 0) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, field, value);
            }
            return rows.iterator().next();
        });
    }

    private static Tuple document(String owner, String reference, Scope scope) {
        return Tuple.tuple().addString(owner).addString(reference).addArrayOfString(scope.warehouseCodes());
    }

    private static List<Long> lots(Row row) {
        return List.of(row.getArrayOfLongs("lots"));
    }
}
