package dev.lotline.operations.replenishment;

import dev.lotline.kernel.Quantity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What pick faces should hold, and do. */
@Singleton
final class PickFaceSql {
    private static final String WAREHOUSE = "SELECT id FROM warehouse WHERE code = $1";

    private static final String SPOT = """
            SELECT w.id AS warehouse_id, l.id AS location_id, l.type, i.id AS item_id, coalesce(i.tracking, false) AS tracking,
              coalesce(i.decimals, 0) AS decimals
            FROM (VALUES (1)) one LEFT JOIN warehouse w ON w.code = $1
            LEFT JOIN location l ON l.warehouse_id = w.id AND l.code = $2
            LEFT JOIN owner o ON o.code = $3 LEFT JOIN item i ON i.owner_id = o.id AND i.sku = $4
            """;

    private static final String SET = """
            INSERT INTO pick_face (warehouse_id, location_id, item_id, least, most) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (warehouse_id, location_id, item_id) DO UPDATE SET least = excluded.least, most = excluded.most
            """;

    private static final String REMOVE = """
            DELETE FROM pick_face WHERE warehouse_id = $1 AND location_id = $2 AND item_id = $3
            """;

    /** $2 and $3: only this place and item; $5: behind this place and SKU. */
    private static final String FACES = """
            SELECT l.code AS location, o.code AS owner, i.sku, f.least, f.most,
              coalesce((SELECT sum(s.quantity) FROM stock s WHERE s.warehouse_id = f.warehouse_id AND s.item_id = f.item_id
                AND s.location_id = f.location_id AND s.state = 'AVAILABLE'), 0) AS there,
              coalesce((SELECT sum(r.quantity - r.done) FROM replenishment r WHERE r.warehouse_id = f.warehouse_id
                AND r.item_id = f.item_id AND r.to_location = f.location_id AND r.state = 'OPEN'), 0) AS coming
            FROM pick_face f JOIN location l ON l.warehouse_id = f.warehouse_id AND l.id = f.location_id
            JOIN item i ON i.id = f.item_id JOIN owner o ON o.id = i.owner_id
            WHERE f.warehouse_id = $1 AND f.location_id = coalesce($2, f.location_id) AND f.item_id = coalesce($3, f.item_id)
              AND ($4::text[] IS NULL OR o.code = ANY ($4)) AND l.code || chr(10) || o.code || chr(10) || i.sku > $5
            ORDER BY l.code || chr(10) || o.code || chr(10) || i.sku LIMIT $6
            """;

    /** A place and an item; null = none such. */
    record Spot(
            @Nullable Long warehouseId,
            @Nullable Long locationId,
            @Nullable String type,
            @Nullable Long itemId,
            boolean tracking,
            int decimals) {}

    private final Pool pool;

    PickFaceSql(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Long> warehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    Uni<Spot> spot(String warehouse, String location, String owner, String sku) {
        return pool.preparedQuery(SPOT)
                .execute(Tuple.of(warehouse, location, owner, sku))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Spot(
                            row.getLong("warehouse_id"),
                            row.getLong("location_id"),
                            row.getString("type"),
                            row.getLong("item_id"),
                            row.getBoolean("tracking"),
                            row.getInteger("decimals"));
                });
    }

    Uni<Void> set(Spot spot, BigDecimal least, BigDecimal most) {
        return pool.preparedQuery(SET)
                .execute(Tuple.of(spot.warehouseId(), spot.locationId(), spot.itemId(), least, most))
                .replaceWithVoid();
    }

    Uni<Void> remove(Spot spot) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(spot.warehouseId(), spot.locationId(), spot.itemId()))
                .replaceWithVoid();
    }

    Uni<PickFace> find(Spot spot) {
        return faces(Tuple.tuple()
                        .addLong(spot.warehouseId())
                        .addLong(spot.locationId())
                        .addLong(spot.itemId())
                        .addArrayOfString(null)
                        .addString("")
                        .addInteger(1))
                .map(found -> found.get(0));
    }

    Uni<List<PickFace>> list(long warehouse, String @Nullable [] owners, String after, int rows) {
        return faces(Tuple.tuple()
                .addLong(warehouse)
                .addLong(null)
                .addLong(null)
                .addArrayOfString(owners)
                .addString(after)
                .addInteger(rows));
    }

    private Uni<List<PickFace>> faces(Tuple parameters) {
        return pool.preparedQuery(FACES)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new PickFace(
                                row.getString("location"),
                                row.getString("owner"),
                                row.getString("sku"),
                                Quantity.plain(row.getBigDecimal("least")),
                                Quantity.plain(row.getBigDecimal("most")),
                                Quantity.plain(row.getBigDecimal("there")),
                                Quantity.plain(row.getBigDecimal("coming"))))
                        .toList());
    }
}
