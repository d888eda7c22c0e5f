package dev.lotline.operations.slotting;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The places that goods may be put into: one statement for any number of goods. */
@Singleton
final class SlottingSql {
    private static final String WAREHOUSE = "SELECT id FROM warehouse WHERE code = $1";

    /**
     * Per goods: where its item stands already, and of free and of shared places the ten nearest. Every place is looked
     * at once. Goods that are not known have one row without item.
     */
    private static final String PLACES = """
            WITH asked AS MATERIALIZED (
              SELECT a.n, i.id AS item_id, i.volume_cubic_feet AS volume, i.decimals, i.temperature_class, i.storage_class,
                coalesce(t.id, CASE WHEN i.lot_tracked THEN -1 ELSE 0 END) AS lot_key,
                i.lot_tracked AND NOT i.allow_mixing_locations AS alone, coalesce(d.pick_sequence, 0) AS standing
              FROM jsonb_to_recordset($2) AS a (n int, owner text, sku text, lot text, expiration date, "from" text)
              LEFT JOIN owner o ON o.code = a.owner AND ($3::text[] IS NULL OR o.code = ANY ($3))
              LEFT JOIN item i ON i.owner_id = o.id AND i.sku = a.sku AND i.tracking
              LEFT JOIN LATERAL (SELECT x.id FROM facts_lots(i.id, a.lot, a.expiration) x
                ORDER BY x.expiration_date NULLS LAST, x.id LIMIT 1) t ON i.lot_tracked
              LEFT JOIN location d ON d.warehouse_id = $1 AND d.code = a."from"
            ), filled AS (
              SELECT s.location_id, sum(s.quantity * i.volume_cubic_feet) AS volume FROM stock s JOIN item i ON i.id = s.item_id
              WHERE s.warehouse_id = $1 AND s.quantity > 0 GROUP BY 1
            ), place AS MATERIALIZED (
              SELECT l.id, l.code, l.pick_sequence, l.storage_class, l.temperature_class, l.capacity_volume,
                coalesce(f.volume, 0) AS filled, f.location_id IS NULL AS empty
              FROM location l LEFT JOIN filled f ON f.location_id = l.id
              WHERE l.warehouse_id = $1 AND l.type IN ('STORAGE', 'PICK_FACE') AND NOT l.locked
            ), free AS MATERIALIZED (
              SELECT * FROM place WHERE empty
            )
            SELECT a.n, a.item_id, c.code, coalesce(c.same_lot, false) AS same_lot, coalesce(c.same_item, false) AS same_item,
              c.empty, a.storage_class IS NULL OR c.storage_class = a.storage_class AS storage_fits, a.temperature_class,
              trunc((c.capacity_volume - c.filled) / nullif(a.volume, 0), a.decimals) AS room,
              abs(c.pick_sequence - a.standing) AS distance
            FROM asked a
            LEFT JOIN LATERAL (
              SELECT coalesce(array_agg(s.location_id), '{}') AS places FROM stock s
              WHERE s.warehouse_id = $1 AND s.item_id = a.item_id AND s.quantity > 0) own ON true
            LEFT JOIN LATERAL (
              SELECT p.*, h.same_lot, NOT h.same_lot AS same_item FROM (
                SELECT s.location_id, bool_or(s.lot_key = a.lot_key) AS same_lot, bool_and(s.lot_key = a.lot_key) AS pure
                FROM stock s WHERE s.warehouse_id = $1 AND s.item_id = a.item_id AND s.quantity > 0 GROUP BY 1) h
              JOIN place p ON p.id = h.location_id
              WHERE h.pure OR NOT a.alone
              UNION ALL
              (SELECT p.*, false, false FROM free p
               WHERE (p.capacity_volume >= a.volume) IS NOT FALSE
                 AND (a.temperature_class IS NULL OR a.temperature_class = p.temperature_class)
               ORDER BY p.storage_class <> a.storage_class, abs(p.pick_sequence - a.standing), p.code LIMIT 10)
              UNION ALL
              -- beside others only where free places are rare
              (SELECT p.*, false, false FROM place p
               WHERE NOT p.empty AND (p.capacity_volume - p.filled >= a.volume) IS NOT FALSE AND p.id <> ALL (own.places)
                 AND (a.temperature_class IS NULL OR a.temperature_class = p.temperature_class)
                 AND (SELECT count(*) FROM free p WHERE (p.capacity_volume >= a.volume) IS NOT FALSE
                   AND (a.temperature_class IS NULL OR a.temperature_class = p.temperature_class)) < 3
               ORDER BY p.storage_class <> a.storage_class, abs(p.pick_sequence - a.standing), p.code LIMIT 10)) c
              ON a.temperature_class IS NULL OR a.temperature_class = c.temperature_class
            ORDER BY a.n
            """;

    private final Pool pool;

    SlottingSql(Pool pool) {
        this.pool = pool;
    }

    /** Null = there is none of this code. */
    Uni<@Nullable Long> warehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    /** {@code goods} are numbered; goods of owners outside {@code owners} (null = all) are not known. */
    Uni<RowSet<Row>> places(long warehouse, JsonArray goods, String @Nullable [] owners) {
        return pool.preparedQuery(PLACES)
                .execute(Tuple.tuple().addLong(warehouse).addValue(goods).addArrayOfString(owners));
    }
}
