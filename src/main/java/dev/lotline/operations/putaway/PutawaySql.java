package dev.lotline.operations.putaway;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.putaway.PutawayFacts.Goods;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What putting away must know, in one look. */
@Singleton
final class PutawaySql {
    // the lot: one that the order received if an order is named, else one that stands in the place
    private static final String CONTEXT = """
            SELECT o.id AS order_id, i.id AS item_id, i.owner_id, i.sku, i.lot_tracked, i.decimals, i.pack,
              coalesce(i.hits, 0)::int AS hits, t.lot_id, t.lot_number, t.expiration_date, t.known, t.row_id,
              f.id AS from_id, f.code AS from_code, f.state AS from_state, l.id AS to_id,
              (SELECT coalesce(sum(x.received - x.stowed), 0) FROM receiving_lot x
                WHERE x.receiving_order_id = o.id) AS to_stow
            FROM (SELECT $1::bigint AS warehouse_id) w
            LEFT JOIN owner ow ON ow.code = $2::text AND ow.code = ANY (coalesce($10::text[], ARRAY[ow.code]))
            LEFT JOIN receiving_order o
              ON o.owner_id = ow.id AND o.reference = $3::text AND o.warehouse_id = w.warehouse_id
            LEFT JOIN location l ON l.warehouse_id = w.warehouse_id AND l.code = $9
            LEFT JOIN LATERAL (
              SELECT g.*, count(*) OVER () AS hits FROM (
                SELECT i.*, 1::numeric AS pack FROM item i WHERE i.owner_id = ow.id AND i.sku = $4::text
                UNION ALL
                SELECT i.*, b.quantity FROM item_barcode b JOIN item i ON i.id = b.item_id
                WHERE $4::text IS NULL AND b.code = $5::text AND i.owner_id = coalesce(ow.id, i.owner_id)
                  AND ($10::text[] IS NULL OR i.owner_id IN (SELECT id FROM owner WHERE code = ANY ($10::text[])))
                  AND ($2::text IS NULL OR ow.id IS NOT NULL)
                UNION ALL
                SELECT DISTINCT i.*, 1::numeric FROM receiving_lot x JOIN lot t ON t.id = x.lot_id
                JOIN item i ON i.id = x.item_id
                WHERE $4::text IS NULL AND $5::text IS NULL AND x.receiving_order_id = o.id AND t.lot_number = $6::text
              ) g LIMIT 1) i ON true
            LEFT JOIN LATERAL (
              SELECT t.id AS lot_id, t.lot_number, t.expiration_date, true AS known, x.id AS row_id
              FROM (SELECT) one
              LEFT JOIN lot t ON i.lot_tracked AND t.item_id = i.id
                AND coalesce(t.lot_number = $6::text, $6::text IS NULL)
                AND coalesce(t.expiration_date = $7::date, $7::date IS NULL)
              LEFT JOIN receiving_lot x ON x.receiving_order_id = o.id AND x.item_id = i.id
                AND x.lot_id IS NOT DISTINCT FROM t.id
              WHERE t.id IS NOT NULL OR NOT i.lot_tracked
              ORDER BY (x.received > x.stowed) DESC NULLS LAST, x.id NULLS LAST, t.id LIMIT 1) t ON true
            LEFT JOIN LATERAL (
              SELECT p.id, p.code, s.state FROM location p
              LEFT JOIN stock s ON s.warehouse_id = p.warehouse_id AND s.location_id = p.id AND s.item_id = i.id
                AND s.lot_key = coalesce(t.lot_id, 0) AND s.quantity > 0
                AND (o.id IS NULL OR s.state = 'RECEIVED') AND s.state <> 'PICKED'
              WHERE p.warehouse_id = w.warehouse_id
                AND CASE WHEN $8::text IS NULL THEN s.id IS NOT NULL ELSE p.code = $8::text END
              ORDER BY (s.state = 'AVAILABLE') DESC NULLS LAST, s.quantity DESC NULLS LAST LIMIT 1) f ON true
            """;

    private final Pool pool;

    PutawaySql(Pool pool) {
        this.pool = pool;
    }

    /** Goods of owners outside the scope are not found. */
    Uni<PutawayFacts> context(long warehouse, Scope scope, Stow stow) {
        Tuple parameters = Tuple.tuple()
                .addLong(warehouse)
                .addString(stow.owner() == null ? stow.goods().owner() : stow.owner())
                .addString(stow.reference())
                .addString(stow.goods().sku())
                .addString(stow.goods().code())
                .addString(stow.goods().lotNumber())
                .addLocalDate(stow.goods().expirationDate())
                .addString(stow.from())
                .addString(stow.location())
                .addArrayOfString(scope.ownerCodes());
        return pool.preparedQuery(CONTEXT)
                .execute(parameters)
                .map(rows -> facts(rows.iterator().next()));
    }

    private static PutawayFacts facts(Row row) {
        return new PutawayFacts(
                row.getLong("order_id"),
                goods(row),
                row.getInteger("hits"),
                Boolean.TRUE.equals(row.getBoolean("known")),
                row.getLong("row_id"),
                row.getLong("from_id"),
                row.getString("from_code"),
                row.getString("from_state"),
                row.getLong("to_id"),
                row.getBigDecimal("to_stow"));
    }

    private static @Nullable Goods goods(Row row) {
        Long item = row.getLong("item_id");
        return item == null
                ? null
                : new Goods(
                        row.getLong("owner_id"),
                        item,
                        row.getString("sku"),
                        row.getBoolean("lot_tracked"),
                        row.getInteger("decimals"),
                        row.getBigDecimal("pack"),
                        row.getLong("lot_id"),
                        row.getString("lot_number"),
                        row.getLocalDate("expiration_date"));
    }
}
