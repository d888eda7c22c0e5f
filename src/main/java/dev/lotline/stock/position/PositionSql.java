package dev.lotline.stock.position;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Positions of items, each answer one statement and so one snapshot. */
@Singleton
public final class PositionSql {
    /**
     * $1 owner, $2 warehouse or null, $3 warehouses of the scope or null, $4 null (or as below), $5 after this sku, $6 changed
     * by this transaction or a later one, or null, $7 with lots (then $4 names the item, visible or not), $8 limit. Of lots without a unit here or on
     * the way only the 100 newest active ones are listed.
     */
    private static final String POSITIONS = """
            WITH house AS (
              SELECT id, code FROM warehouse WHERE code = coalesce($2, code) AND code = ANY (coalesce($3, ARRAY[code]))
            ), page AS (
              SELECT i.*, o.code AS owner, o.kind AS owned_by FROM item i JOIN owner o ON o.id = i.owner_id
              WHERE o.code = $1 AND i.tracking AND $4::text IS NULL AND i.sku > $5
                AND ($7 OR i.visible AND i.archived_at IS NULL)
                AND ($6::bigint IS NULL OR i.id IN (SELECT stock_changed($6)))
              ORDER BY i.sku LIMIT $8
            ), arriving AS (
              SELECT r.item_id, coalesce(r.lot_id, 0) AS lot_key, l.purchase_order IS NOT NULL AS linked,
                sum(r.expected - r.received) AS units
              FROM page p JOIN receiving_lot r ON r.item_id = p.id AND r.awaited
              JOIN receiving_line l ON l.id = r.receiving_line_id
              JOIN receiving_order o ON o.id = r.receiving_order_id AND o.closed_at IS NULL AND o.cancelled_at IS NULL
              WHERE o.warehouse_id IN (SELECT id FROM house)
              GROUP BY 1, 2, 3
            ), standing AS (
              SELECT s.lot_key, h.code AS warehouse, l.code AS location, s.state, s.quantity, s.reserved
              FROM page p JOIN house h ON $7 JOIN stock s ON s.warehouse_id = h.id AND s.item_id = p.id AND s.quantity > 0
              JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id
            ), listed AS (
              SELECT lot_key FROM standing UNION SELECT lot_key FROM arriving WHERE $7
              UNION (SELECT t.id FROM page p JOIN lot t ON t.item_id = p.id AND t.active WHERE $7 ORDER BY t.id DESC LIMIT 100)
            )
            SELECT p.sku, p.name, p.owner, p.owned_by, p.type, p.status, EXISTS (SELECT FROM house) AS house_known, p.virtual_inventory = 'OPTIMISTIC' AS optimistic, p.low_supply_threshold,
              p.volume_cubic_feet, p.reorder_point, s.*, demand.backordered, promised.allocated_to_exceptions, components.list AS components,
              coalesce((SELECT sum(a.units) FROM arriving a WHERE a.item_id = p.id AND a.linked), 0) AS expected_on_purchase,
              CASE WHEN EXISTS (SELECT FROM purchase_line l WHERE l.item_id = p.id) THEN purchase_unshipped(p.id,
                CASE WHEN $2 IS NOT NULL OR $3 IS NOT NULL THEN ARRAY(SELECT id FROM house) END) ELSE 0 END AS purchased_unshipped,
              lots.*, places.*
            FROM page p
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(received), 0) AS received, coalesce(sum(stowed), 0) AS stowed,
                coalesce(sum(available), 0) AS available, coalesce(sum(picked), 0) AS picked,
                coalesce(sum(quarantined), 0) AS quarantined, coalesce(sum(short_dated), 0) AS short_dated,
                coalesce(sum(damaged), 0) AS damaged, coalesce(sum(allocated), 0) AS allocated,
                coalesce(sum(reserved), 0) AS reserved, coalesce(sum(expected), 0) AS expected, max(changed_at) AS changed_at
              FROM stock_summary WHERE item_id = p.id AND warehouse_id IN (SELECT id FROM house)) s
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(l.backordered), 0) AS backordered FROM order_line l
              WHERE l.item_id = p.id AND l.backordered > 0) demand
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(a.quantity), 0) AS allocated_to_exceptions
              FROM house h JOIN allocation a ON a.warehouse_id = h.id AND a.item_id = p.id JOIN order_line l ON l.id = a.order_line_id
              WHERE EXISTS (SELECT FROM order_line x WHERE x.order_id = l.order_id AND x.backordered > 0)) promised
            CROSS JOIN LATERAL (
              SELECT json_agg(json_build_object('sku', i.sku, 'perUnit', c.quantity::text, 'free', coalesce((
                SELECT sum(g.available - g.allocated - g.reserved) FROM stock_summary g
                WHERE g.item_id = c.component_id AND g.warehouse_id IN (SELECT id FROM house)), 0)::text) ORDER BY i.sku) AS list
              FROM component c JOIN item i ON i.id = c.component_id AND i.tracking WHERE c.item_id = p.id) components
            CROSS JOIN LATERAL (
              SELECT array_agg(lot_key) AS lot_keys, array_agg(lot_number) AS lot_numbers, array_agg(expiration_date) AS expirations,
                array_agg(origination_date) AS originations, array_agg(hold) AS holds, array_agg(units) AS lot_arriving
              FROM (SELECT k.lot_key, t.lot_number, t.expiration_date, t.origination_date, coalesce(t.hold, 'NONE') AS hold,
                  coalesce((SELECT sum(a.units) FROM arriving a WHERE a.lot_key = k.lot_key), 0)::text AS units
                FROM listed k LEFT JOIN lot t ON t.id = k.lot_key
                ORDER BY t.expiration_date NULLS LAST, t.origination_date NULLS LAST, k.lot_key = 0, k.lot_key) leaving) lots
            CROSS JOIN LATERAL (
              SELECT array_agg(lot_key) AS place_lots, array_agg(warehouse) AS place_warehouses, array_agg(location) AS place_codes,
                array_agg(state) AS place_states, array_agg(quantity::text) AS place_units, array_agg(reserved::text) AS place_reserved
              FROM (SELECT * FROM standing ORDER BY warehouse, location, state) standing) places
            ORDER BY p.sku
            """;

    /** $4 skus, all of which are told. */
    private static final String THOSE = POSITIONS.replace("$4::text IS NULL", "i.sku = ANY ($4)");

    /** $4 the one sku. */
    private static final String ONE = POSITIONS.replace("$4::text IS NULL", "i.sku = $4");

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM owner WHERE code = $1) AS owner,
              $2::text IS NULL OR EXISTS (SELECT FROM warehouse WHERE code = $2) AS warehouse
            """;

    private final Pool pool;

    PositionSql(@ReactiveDataSource("figures") Pool pool) {
        this.pool = pool;
    }

    /** One item with its lots; no row when it is unknown or keeps no stock. */
    public Uni<List<PositionRow>> item(String owner, String sku, @Nullable String warehouse, Scope scope) {
        return positions(owner, warehouse, scope, sku, "", null, true, 1);
    }

    /** Visible items by sku, without lots. */
    public Uni<List<PositionRow>> list(
            String owner,
            @Nullable String sku,
            @Nullable String warehouse,
            @Nullable Long since,
            Scope scope,
            String after,
            int limit) {
        return positions(owner, warehouse, scope, sku, after, since, false, limit);
    }

    /** These items without lots, by sku. */
    public Uni<List<PositionRow>> those(
            SqlClient db, String owner, List<String> skus, @Nullable String warehouse, Scope scope) {
        boolean wholeHouse = warehouse == null && scope.warehouses() == null;
        return db.preparedQuery(THOSE)
                .execute(Tuple.from(new @Nullable Object[] {
                    owner, warehouse, scope.warehouseCodes(), skus.toArray(String[]::new), "", null, false, skus.size()
                }))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> PositionRow.of(row, wholeHouse))
                        .toList());
    }

    private Uni<List<PositionRow>> positions(
            String owner,
            @Nullable String warehouse,
            Scope scope,
            @Nullable String sku,
            String after,
            @Nullable Long since,
            boolean lots,
            int limit) {
        boolean wholeHouse = warehouse == null && scope.warehouses() == null;
        return pool.preparedQuery(sku == null ? POSITIONS : ONE)
                .execute(Tuple.from(
                        new @Nullable Object[] {owner, warehouse, scope.warehouseCodes(), sku, after, since, lots, limit
                        }))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> PositionRow.of(row, wholeHouse))
                        .toList());
    }

    /** The scope, which what is asked for may only narrow. Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    public static Scope narrowed(Scope scope, String owner, @Nullable String warehouse) {
        scope.requireOwner(owner);
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
        return scope;
    }

    /** Asked only when an answer would be empty. Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    public Uni<Void> refuseUnknown(String owner, @Nullable String warehouse) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(owner, warehouse))
                .map(rows -> rows.iterator().next())
                .invoke(known -> {
                    if (!known.getBoolean("owner")) {
                        throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner);
                    }
                    if (!known.getBoolean("warehouse")) {
                        throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", String.valueOf(warehouse));
                    }
                })
                .replaceWithVoid();
    }
}
