package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.Figures.Known;
import dev.lotline.edge.graphql.endless.Bounded;
import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.kernel.Scope;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which items, and everything about them from one snapshot; never a statement for each. */
@Singleton
final class InventorySql {
    /** $1 owners of the scope or null; by one of $2 id, $3 owner:sku, $4 sku, the others null. */
    private static final String ONE = """
            SELECT i.id, o.code AS owner, i.sku, i.decimals FROM (
              SELECT $2::bigint AS id
              UNION ALL SELECT i.id FROM owner o JOIN item i ON i.owner_id = o.id AND i.sku = substr($3::text, length(o.code) + 2)
                WHERE starts_with($3, o.code || ':')
              UNION ALL SELECT i.id FROM owner o JOIN item i ON i.owner_id = o.id AND i.sku = $4) named
            JOIN item i ON i.id = named.id JOIN owner o ON o.id = i.owner_id
            WHERE i.tracking AND o.code = ANY (coalesce($1, ARRAY[o.code])) LIMIT 2
            """;

    /** $1 warehouses of the scope or null, $2 warehouses, $3 buildings, $4 places that a query names. */
    private static final String KNOWN = """
            WITH house AS (SELECT id, code FROM warehouse WHERE code = ANY (coalesce($1, ARRAY[code])))
            SELECT 'W' AS kind, code AS id, code AS warehouse FROM house WHERE code = ANY ($2::text[])
            UNION ALL
            SELECT 'B', a.id, h.code FROM house h JOIN unnest($3::text[]) a(id) ON starts_with(a.id, h.code || ':')
            JOIN building b ON b.warehouse_id = h.id AND b.code = substr(a.id, length(h.code) + 2)
            UNION ALL
            SELECT 'L', a.id, h.code FROM house h JOIN unnest($4::text[]) a(id) ON starts_with(a.id, h.code || ':')
            JOIN location l ON l.warehouse_id = h.id AND l.code = substr(a.id, length(h.code) + 2)
            """;

    /**
     * $1 item ids, $2 warehouses of the scope or null, $3 buildings and $4 places that the query names, $5 with
     * incoming items, $6 with locations, $7 most of either. What stands in buildings and places is read only when it is
     * asked for. Most figures are 0, which is null here. Each part is put together once for all items and joined, never asked
     * for each.
     */
    private static final String FACTS = """
            WITH house AS (
              SELECT id, code, name, active FROM warehouse WHERE code = ANY (coalesce($2, ARRAY[code]))
            ), page AS (
              SELECT i.*, o.code AS owner, o.name AS owner_name, a.n
              FROM unnest($1::bigint[]) WITH ORDINALITY a(id, n) JOIN item i ON i.id = a.id JOIN owner o ON o.id = i.owner_id
            ), part AS (
              SELECT c.*, i.sku FROM component c JOIN item i ON i.id = c.component_id AND i.tracking WHERE c.item_id = ANY ($1)
            ), yard AS (
              SELECT h.code AS warehouse, b.id AS building_id, a.id AS building
              FROM house h JOIN unnest($3::text[]) a(id) ON starts_with(a.id, h.code || ':')
              JOIN building b ON b.warehouse_id = h.id AND b.code = substr(a.id, length(h.code) + 2)
            ), shelf AS (
              SELECT h.code AS warehouse, h.id AS warehouse_id, l.id AS location_id, a.id AS place
              FROM house h JOIN unnest($4::text[]) a(id) ON starts_with(a.id, h.code || ':')
              JOIN location l ON l.warehouse_id = h.id AND l.code = substr(a.id, length(h.code) + 2)
            ), standing AS (
              SELECT s.item_id, s.warehouse_id, s.location_id, sum(s.quantity) FILTER (WHERE s.state = 'RECEIVED') AS received,
                sum(s.quantity) FILTER (WHERE s.state = 'STOWED') AS stowed,
                sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE') AS available,
                sum(s.quantity) FILTER (WHERE s.state = 'PICKED') AS picked,
                sum(s.quantity) FILTER (WHERE s.state = 'QUARANTINED') AS quarantined,
                sum(s.quantity) FILTER (WHERE s.state = 'SHORT_DATED') AS short_dated,
                sum(s.quantity) FILTER (WHERE s.state = 'DAMAGED') AS damaged, sum(s.reserved) AS reserved
              FROM house h JOIN stock s ON s.warehouse_id = h.id AND s.quantity > 0
                AND s.item_id IN (SELECT unnest($1::bigint[]) UNION ALL SELECT component_id FROM part)
              WHERE $6 OR EXISTS (SELECT FROM yard) OR EXISTS (SELECT FROM shelf)
              GROUP BY 1, 2, 3
            ), spot AS MATERIALIZED (
              SELECT s.*, h.code AS warehouse, l.code AS location, l.type, l.building_id, h.code || ':' || g.code AS building,
                json_build_array(s.received::text, s.stowed::text, s.available::text, s.picked::text, s.quarantined::text,
                  s.short_dated::text, s.damaged::text, NULL, nullif(s.reserved, 0)::text) AS units
              FROM standing s JOIN house h ON h.id = s.warehouse_id
              JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id LEFT JOIN building g ON g.id = l.building_id
            ), linked AS MATERIALIZED (
              SELECT r.item_id, o.warehouse_id, sum(r.expected - r.received) AS units
              FROM receiving_lot r JOIN receiving_line l ON l.id = r.receiving_line_id AND l.purchase_order IS NOT NULL
              JOIN receiving_order o ON o.id = r.receiving_order_id AND o.closed_at IS NULL AND o.cancelled_at IS NULL
              WHERE r.item_id = ANY ($1) AND r.awaited GROUP BY 1, 2
            ), bought AS MATERIALIZED (
              SELECT l.item_id, o.warehouse_id, sum(l.unshipped) AS units
              FROM purchase_order o CROSS JOIN LATERAL purchase_lines(o) l
              WHERE o.closed_at IS NULL AND l.item_id = ANY ($1)
                AND o.id IN (SELECT b.purchase_order_id FROM purchase_line b WHERE b.item_id = ANY ($1))
              GROUP BY 1, 2
            ), wanted AS MATERIALIZED (
              SELECT item_id, sum(backordered) AS units FROM order_line WHERE item_id = ANY ($1) AND backordered > 0 GROUP BY 1
            ), of_warehouses AS MATERIALIZED (
              SELECT a.id AS item_id, max(s.changed_at) AS changed_at, json_agg(json_build_object('warehouse', h.code, 'name', h.name,
                'active', h.active, 'units', json_build_array(nullif(s.received, 0)::text, nullif(s.stowed, 0)::text,
                  nullif(s.available, 0)::text, nullif(s.picked, 0)::text, nullif(s.quarantined, 0)::text, nullif(s.short_dated, 0)::text,
                  nullif(s.damaged, 0)::text, nullif(s.allocated, 0)::text, nullif(s.reserved, 0)::text, nullif(s.expected, 0)::text,
                  k.units::text, b.units::text)) ORDER BY h.code) AS list
              FROM house h CROSS JOIN unnest($1::bigint[]) a(id)
              LEFT JOIN stock_summary s ON s.warehouse_id = h.id AND s.item_id = a.id
              LEFT JOIN linked k ON k.warehouse_id = h.id AND k.item_id = a.id
              LEFT JOIN bought b ON b.warehouse_id = h.id AND b.item_id = a.id
              WHERE coalesce(s.item_id, k.item_id, b.item_id) IS NOT NULL GROUP BY 1
            ), of_buildings AS MATERIALIZED (
              SELECT s.item_id, json_agg(json_build_object('warehouse', y.warehouse, 'building', y.building, 'units', s.units)) AS list
              FROM yard y JOIN spot s ON s.building_id = y.building_id GROUP BY 1
            ), of_places AS MATERIALIZED (
              SELECT s.item_id, json_agg(json_build_object('warehouse', f.warehouse, 'place', f.place, 'building', s.building,
                'units', s.units)) AS list
              FROM shelf f JOIN spot s ON s.warehouse_id = f.warehouse_id AND s.location_id = f.location_id GROUP BY 1
            ), of_parts AS MATERIALIZED (
              SELECT c.item_id, json_agg(json_build_object('sku', c.sku, 'perUnit', c.quantity::text,
                'warehouses', (SELECT json_agg(json_build_object('warehouse', h.code, 'active', h.active, 'units', json_build_array(
                    NULL, NULL, s.available::text, NULL, NULL, NULL, NULL, s.allocated::text, s.reserved::text)))
                  FROM house h JOIN stock_summary s ON s.warehouse_id = h.id AND s.item_id = c.component_id),
                'buildings', (SELECT b.list FROM of_buildings b WHERE b.item_id = c.component_id))) AS list
              FROM part c GROUP BY 1
            ), of_locations AS MATERIALIZED (
              SELECT item_id, json_agg(json_build_object('warehouse', warehouse, 'location', location, 'type', type,
                'building', building, 'units', units) ORDER BY n) AS list
              FROM (SELECT *, row_number() OVER (PARTITION BY item_id ORDER BY warehouse, location) AS n FROM spot WHERE $6) s
              WHERE n <= $7 GROUP BY 1
            ), of_announcements AS MATERIALIZED (
              SELECT item_id, json_agg(json_build_object('id', id, 'reference', reference, 'kind', kind, 'warehouse', warehouse,
                'purchaseOrder', purchase_order, 'expectedOn', expected_on, 'expected', expected::text, 'received', received::text,
                'open', open::text) ORDER BY n) AS list
              FROM (SELECT r.item_id, l.id, o.reference, o.kind, h.code AS warehouse, l.purchase_order, o.expected_on,
                  sum(r.expected) AS expected, sum(r.received) AS received, sum(greatest(r.expected - r.received, 0)) AS open,
                  row_number() OVER (PARTITION BY r.item_id ORDER BY o.expected_on NULLS LAST, l.id) AS n
                FROM receiving_lot r
                JOIN receiving_order o ON o.id = r.receiving_order_id AND o.closed_at IS NULL AND o.cancelled_at IS NULL
                JOIN receiving_line l ON l.id = r.receiving_line_id JOIN house h ON h.id = o.warehouse_id
                WHERE $5 AND r.item_id = ANY ($1) GROUP BY r.item_id, l.id, o.id, h.code) i
              WHERE n <= $7 GROUP BY 1
            )
            SELECT p.id, p.sku, p.name, p.unit, p.decimals, p.owner, p.owner_name, p.created_at, p.archived_at, $2::text[] IS NULL AS whole,
              greatest(p.updated_at, w.changed_at) AS updated_at, coalesce(d.units, 0) AS backordered, b.units AS bought_anywhere,
              w.list AS warehouses, y.list AS buildings, f.list AS places, c.list AS parts, a.list AS incoming, l.list AS locations
            FROM page p LEFT JOIN wanted d ON d.item_id = p.id LEFT JOIN bought b ON b.item_id = p.id AND b.warehouse_id IS NULL
            LEFT JOIN of_warehouses w ON w.item_id = p.id LEFT JOIN of_buildings y ON y.item_id = p.id
            LEFT JOIN of_places f ON f.item_id = p.id LEFT JOIN of_parts c ON c.item_id = p.id
            LEFT JOIN of_announcements a ON a.item_id = p.id LEFT JOIN of_locations l ON l.item_id = p.id
            ORDER BY p.n
            """;

    /** $1 item, $2 warehouse, $3 location, $4 command. */
    private static final String TAKEN = """
            SELECT EXISTS (SELECT FROM location l JOIN stock s ON s.warehouse_id = l.warehouse_id AND s.location_id = l.id
                AND s.item_id = $1 AND s.quantity > 0 WHERE l.warehouse_id = w.id AND l.code = $3)
              AND NOT EXISTS (SELECT FROM scan_event WHERE warehouse_id = w.id AND id = $4) AS taken
            FROM warehouse w WHERE w.code = $2
            """;

    private final Pool pool;

    InventorySql(@ReactiveDataSource("figures") Pool pool) {
        this.pool = pool;
    }

    /** An item that a client names. */
    record Named(long id, String owner, String sku, int decimals) {}

    /** None, one, or two of them when a sku is not enough to tell. */
    Uni<List<Named>> named(Scope scope, @Nullable Long id, @Nullable String code, @Nullable String sku) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(scope.ownerCodes(), id, code, sku))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Named(
                                row.getLong("id"),
                                row.getString("owner"),
                                row.getString("sku"),
                                row.getInteger("decimals")))
                        .toList());
    }

    Uni<Known> known(Scope scope, Asked asked) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(
                        scope.warehouseCodes(),
                        asked.warehouses().toArray(String[]::new),
                        asked.buildings().toArray(String[]::new),
                        asked.places().toArray(String[]::new)))
                .map(rows -> {
                    Set<String> warehouses = new HashSet<>();
                    Map<String, String> buildings = new HashMap<>();
                    Map<String, String> places = new HashMap<>();
                    for (Row row : rows) {
                        switch (row.getString("kind")) {
                            case "W" -> warehouses.add(row.getString("id"));
                            case "B" -> buildings.put(row.getString("id"), row.getString("warehouse"));
                            default -> places.put(row.getString("id"), row.getString("warehouse"));
                        }
                    }
                    return new Known(warehouses, buildings, places);
                });
    }

    /** Do units of the item stand there, and not because of this very command? */
    Uni<Boolean> taken(long item, String warehouse, String location, UUID command) {
        return pool.preparedQuery(TAKEN)
                .execute(Tuple.of(item, warehouse, location, command))
                .map(rows -> rows.iterator().next().getBoolean("taken"));
    }

    /** The items in the order of their ids. */
    Uni<List<InventoryItem>> items(List<Long> ids, Scope scope, Asked asked, Known known) {
        int most = Bounded.most(ids.size());
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(ids.toArray(Long[]::new), scope.warehouseCodes())
                        .addArrayOfString(known.buildings().keySet().toArray(String[]::new))
                        .addArrayOfString(known.places().keySet().toArray(String[]::new))
                        .addBoolean(asked.incoming())
                        .addBoolean(asked.locations())
                        .addInteger(most + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> InventoryRow.item(row, known, most))
                        .toList());
    }
}
