package dev.lotline.operations.receiving;

import dev.lotline.operations.receiving.ReceivingFacts.Announced;
import dev.lotline.operations.receiving.ReceivingFacts.Dock;
import dev.lotline.operations.receiving.ReceivingFacts.Item;
import dev.lotline.operations.receiving.ReceivingFacts.Order;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a receipt must know, in one look. */
@Singleton
final class ReceivingSql {
    // item: by SKU, else by barcode, else by the lot number if the order announces it for one item only.
    // row: every field that both the label and the announcement give must agree, and at least one must.
    private static final String CONTEXT = """
            SELECT o.id AS order_id, o.owner_id, coalesce(o.closed_at, o.cancelled_at) IS NOT NULL AS closed,
              i.id AS item_id, i.sku, i.status = 'ACTIVE' AS active, i.tracking, i.lot_tracked, i.decimals, i.pack,
              coalesce(i.hits, 0)::int AS hits, l.id AS dock_id, l.type AS dock_type,
              r.id AS row_id, r.lot_id, r.lot_number, r.expiration_date,
              EXISTS (SELECT FROM receiving_lot x WHERE x.receiving_order_id = o.id AND x.item_id = i.id) AS on_order,
              (SELECT coalesce(sum(greatest(x.expected - x.received, 0)), 0) FROM receiving_lot x
                WHERE x.receiving_order_id = o.id) AS still_expected
            FROM (SELECT $1::bigint AS warehouse_id) w
            LEFT JOIN owner ow ON ow.code = $2
            LEFT JOIN receiving_order o
              ON o.owner_id = ow.id AND o.reference = $3 AND o.warehouse_id = w.warehouse_id
            LEFT JOIN location l ON l.warehouse_id = w.warehouse_id AND l.code = $8
            LEFT JOIN LATERAL (
              SELECT f.*, count(*) OVER () AS hits FROM (
                SELECT i.*, 1::numeric AS pack FROM item i WHERE i.owner_id = o.owner_id AND i.sku = $4::text
                UNION ALL
                SELECT i.*, b.quantity FROM item_barcode b JOIN item i ON i.id = b.item_id
                WHERE $4::text IS NULL AND b.code = $5::text AND i.owner_id = o.owner_id
                UNION ALL
                SELECT DISTINCT i.*, 1::numeric FROM receiving_lot x JOIN lot t ON t.id = x.lot_id
                JOIN item i ON i.id = x.item_id
                WHERE $4::text IS NULL AND $5::text IS NULL AND x.receiving_order_id = o.id AND t.lot_number = $6::text
              ) f LIMIT 1) i ON true
            LEFT JOIN LATERAL (
              SELECT x.id, x.lot_id, t.lot_number, t.expiration_date
              FROM receiving_lot x LEFT JOIN lot t ON t.id = x.lot_id
              WHERE x.receiving_order_id = o.id AND x.item_id = i.id AND (NOT i.lot_tracked OR (
                coalesce(t.lot_number = $6::text, true) AND coalesce(t.expiration_date = $7::date, true)
                AND coalesce(t.lot_number = $6::text, t.expiration_date = $7::date)))
              ORDER BY (t.lot_number IS NOT DISTINCT FROM $6::text)::int
                  + (t.expiration_date IS NOT DISTINCT FROM $7::date)::int DESC,
                (x.received < x.expected) DESC, x.id
              LIMIT 1) r ON true
            """;

    private final Pool pool;

    ReceivingSql(Pool pool) {
        this.pool = pool;
    }

    Uni<ReceivingFacts> context(long warehouse, Receipt receipt) {
        Tuple parameters = Tuple.tuple()
                .addLong(warehouse)
                .addString(receipt.owner())
                .addString(receipt.reference())
                .addString(receipt.goods().sku())
                .addString(receipt.goods().code())
                .addString(receipt.goods().lotNumber())
                .addLocalDate(receipt.goods().expirationDate())
                .addString(receipt.location());
        return pool.preparedQuery(CONTEXT)
                .execute(parameters)
                .map(rows -> facts(warehouse, rows.iterator().next()));
    }

    private static ReceivingFacts facts(long warehouse, Row row) {
        return new ReceivingFacts(
                warehouse,
                order(row),
                item(row),
                row.getInteger("hits"),
                row.getLong("dock_id") == null ? null : new Dock(row.getLong("dock_id"), row.getString("dock_type")),
                row.getLong("row_id") == null
                        ? null
                        : new Announced(
                                row.getLong("row_id"),
                                row.getLong("lot_id"),
                                row.getString("lot_number"),
                                row.getLocalDate("expiration_date")),
                row.getBoolean("on_order"),
                row.getBigDecimal("still_expected"));
    }

    private static @Nullable Order order(Row row) {
        Long id = row.getLong("order_id");
        return id == null ? null : new Order(id, row.getLong("owner_id"), row.getBoolean("closed"));
    }

    private static @Nullable Item item(Row row) {
        Long id = row.getLong("item_id");
        return id == null
                ? null
                : new Item(
                        id,
                        row.getString("sku"),
                        row.getBoolean("active"),
                        row.getBoolean("tracking"),
                        row.getBoolean("lot_tracked"),
                        row.getInteger("decimals"),
                        row.getBigDecimal("pack"));
    }
}
