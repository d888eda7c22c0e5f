package dev.lotline.operations.picking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a scan for a pick task must know, in one look. */
@Singleton
final class PickingSql {
    // a lot number that several lots bear means the task's own if it is among them, else one that stands in the place
    private static final String CONTEXT = """
            SELECT i.owner_id, ow.code AS owner, i.id AS item_id, i.sku, i.decimals, i.lot_tracked,
              w.lot_verification = 'SLOT' AS slot_proves, r.quantity, p.id AS place_id, p.code AS place,
              r.lot_id, rt.lot_number, rt.expiration_date,
              (SELECT coalesce(sum(k.quantity), 0) FROM picked k
                WHERE k.warehouse_id = r.warehouse_id AND k.reservation_id = r.id) AS picked,
              CASE WHEN $4::text IS NOT NULL THEN i.sku = $4::text
                WHEN $5::text IS NOT NULL THEN EXISTS (SELECT FROM item_barcode b
                  WHERE b.item_id = i.id AND b.code = $5::text) END AS item_matches,
              (SELECT t.id FROM lot t WHERE t.item_id = i.id AND coalesce(t.lot_number = $6::text, $6::text IS NULL)
                AND coalesce(t.expiration_date = $7::date, $7::date IS NULL)
                ORDER BY (t.id = r.lot_id) DESC, EXISTS (SELECT FROM stock s WHERE s.warehouse_id = r.warehouse_id
                  AND s.item_id = i.id AND s.lot_key = t.id AND s.location_id = r.location_id
                  AND s.quantity > 0) DESC, t.expiration_date NULLS LAST LIMIT 1) AS scanned_lot,
              (SELECT l.id FROM location l WHERE l.warehouse_id = r.warehouse_id AND l.code = $3::text) AS scanned_place,
              (SELECT l.id FROM location l WHERE l.warehouse_id = r.warehouse_id AND l.type = 'TOTE'
                AND l.code = coalesce($8::text, '@TOTE')) AS tote_id,
              n.next
            FROM reservation r
            JOIN warehouse w ON w.id = r.warehouse_id
            JOIN item i ON i.id = r.item_id
            JOIN owner ow ON ow.id = i.owner_id
            JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
            LEFT JOIN lot rt ON rt.id = r.lot_id
            LEFT JOIN LATERAL (
              SELECT jsonb_build_object('task', x.id, 'location', xp.code, 'sku', xi.sku, 'lotNumber', xt.lot_number,
                'expirationDate', xt.expiration_date, 'quantity', x.quantity) AS next
              FROM reservation x JOIN location xp ON xp.warehouse_id = x.warehouse_id AND xp.id = x.location_id
              JOIN item xi ON xi.id = x.item_id LEFT JOIN lot xt ON xt.id = x.lot_id
              WHERE x.order_id = r.order_id AND x.warehouse_id = r.warehouse_id AND x.state = 'OPEN' AND x.id <> r.id
              ORDER BY xp.pick_sequence, xp.code, x.id LIMIT 1) n ON true
            WHERE r.warehouse_id = $1 AND r.id = $2
            """;

    private final Pool pool;

    PickingSql(Pool pool) {
        this.pool = pool;
    }

    /** Null = there is no such task in this warehouse. */
    Uni<@Nullable PickFacts> context(long warehouse, Pick pick) {
        Tuple parameters = Tuple.tuple()
                .addLong(warehouse)
                .addLong(pick.task())
                .addString(pick.location())
                .addString(pick.goods().sku())
                .addString(pick.goods().code())
                .addString(pick.goods().lotNumber())
                .addLocalDate(pick.goods().expirationDate())
                .addString(pick.tote());
        return pool.preparedQuery(CONTEXT)
                .execute(parameters)
                .map(rows -> rows.rowCount() == 0 ? null : facts(rows.iterator().next()));
    }

    private static PickFacts facts(Row row) {
        return new PickFacts(
                row.getLong("owner_id"),
                row.getString("owner"),
                row.getLong("item_id"),
                row.getString("sku"),
                row.getInteger("decimals"),
                row.getBoolean("lot_tracked"),
                row.getBoolean("slot_proves"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("picked"),
                row.getLong("place_id"),
                row.getString("place"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getBoolean("item_matches"),
                row.getLong("scanned_lot"),
                row.getLong("scanned_place"),
                row.getLong("tote_id"),
                row.getJsonObject("next"));
    }
}
