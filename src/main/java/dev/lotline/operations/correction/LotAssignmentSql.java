package dev.lotline.operations.correction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What must be known before lots are assigned: the item, and which places are meant. */
@Singleton
final class LotAssignmentSql {
    private static final String ITEM = """
            SELECT i.id, i.owner_id, i.tracking, i.lot_tracked, i.decimals, i.lot_number_pattern
            FROM item i JOIN owner o ON o.id = i.owner_id WHERE o.code = $1 AND i.sku = $2
            """;

    /**
     * $1 item, $2 location codes, $3 warehouse or null, $4 warehouses of the scope or null. Without a warehouse, those in
     * which units without lot stand or stood in a place of such a code: a command that is sent again means the same.
     */
    private static final String PLACES = """
            SELECT w.id AS warehouse_id, w.code AS warehouse, l.id, l.code
            FROM warehouse w JOIN location l ON l.warehouse_id = w.id AND l.code = ANY ($2)
            WHERE ($4::text[] IS NULL OR w.code = ANY ($4)) AND CASE WHEN $3::text IS NOT NULL THEN w.code = $3
              ELSE EXISTS (SELECT FROM stock s JOIN location p ON p.warehouse_id = s.warehouse_id AND p.id = s.location_id
                WHERE s.warehouse_id = w.id AND s.item_id = $1 AND s.lot_key = 0
                  AND p.code = ANY ($2)) END
            ORDER BY w.code
            """;

    private static final String WAREHOUSE = """
            SELECT FROM warehouse WHERE code = $1
            """;

    record Item(long id, long ownerId, LotAssignmentRules.Facts facts) {}

    record Place(long warehouseId, String warehouse, long id, String code) {}

    private final Pool pool;

    LotAssignmentSql(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Item> item(String owner, String sku) {
        return pool.preparedQuery(ITEM)
                .execute(Tuple.of(owner, sku))
                .map(rows -> rows.size() == 0 ? null : item(rows.iterator().next()));
    }

    Uni<Boolean> knows(String warehouse) {
        return pool.preparedQuery(WAREHOUSE).execute(Tuple.of(warehouse)).map(rows -> rows.size() > 0);
    }

    Uni<List<Place>> places(long itemId, String[] codes, @Nullable String warehouse, String @Nullable [] warehouses) {
        return pool.preparedQuery(PLACES)
                .execute(Tuple.tuple()
                        .addLong(itemId)
                        .addArrayOfString(codes)
                        .addString(warehouse)
                        .addArrayOfString(warehouses))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Place(
                                row.getLong("warehouse_id"),
                                row.getString("warehouse"),
                                row.getLong("id"),
                                row.getString("code")))
                        .toList());
    }

    private static Item item(Row row) {
        return new Item(
                row.getLong("id"),
                row.getLong("owner_id"),
                new LotAssignmentRules.Facts(
                        row.getBoolean("tracking"),
                        row.getBoolean("lot_tracked"),
                        row.getInteger("decimals"),
                        row.getString("lot_number_pattern")));
    }
}
