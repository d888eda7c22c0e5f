package dev.lotline.operations.quarantine;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the goods, the place or the plate of a scanned hold are. */
@Singleton
final class ScannedHoldSql {
    /** Lots that a label means, one row per item: a number with several expirations means all of them. */
    private static final String LOTS = """
            SELECT o.code AS owner, i.sku, min(t.lot_number) AS lot_number, array_agg(t.id) AS lots,
              array_remove(array_agg(DISTINCT x.hold_id), NULL) AS holds
            FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
            LEFT JOIN (SELECT hl.lot_id, hl.hold_id FROM hold_lot hl JOIN hold h ON h.id = hl.hold_id
              WHERE h.scope = 'LOT' AND hl.released_at IS NULL) x ON x.lot_id = t.id
            WHERE ($1::text IS NULL OR o.code = $1) AND ($2::text[] IS NULL OR o.code = ANY ($2))
              AND ($3::text IS NULL OR i.sku = $3)
              AND ($3::text IS NOT NULL OR $4::text IS NULL
                OR EXISTS (SELECT FROM item_barcode b WHERE b.item_id = i.id AND b.code = $4))
              AND ($5::text IS NULL OR t.lot_number = $5) AND ($6::date IS NULL OR t.expiration_date = $6)
            GROUP BY o.code, i.id, i.sku ORDER BY o.code, i.sku LIMIT 2
            """;

    /** A place with the owners of what stands there; one row without owner when it is empty, none when it is unknown. */
    private static final String PLACE = """
            SELECT l.id, o.code AS owner, ARRAY(SELECT k.hold_id FROM hold_place k JOIN hold h ON h.id = k.hold_id
              JOIN owner x ON x.id = h.owner_id
              WHERE k.warehouse_id = l.warehouse_id AND k.location_id = l.id AND k.released_at IS NULL
                AND ($3::text[] IS NULL OR x.code = ANY ($3)) AND ($4::text IS NULL OR x.code = $4)) AS holds
            FROM location l JOIN warehouse w ON w.id = l.warehouse_id
            LEFT JOIN LATERAL (
              SELECT DISTINCT o.code FROM stock s JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id
              WHERE s.warehouse_id = l.warehouse_id AND s.location_id = l.id AND s.quantity > 0
                AND ($3::text[] IS NULL OR o.code = ANY ($3)) AND ($4::text IS NULL OR o.code = $4)) o ON true
            WHERE w.code = $1 AND l.code = $2
            ORDER BY o.code LIMIT 2
            """;

    /** A plate with the owners of what stands on it and on plates on it; like PLACE. */
    private static final String PLATE = """
            WITH RECURSIVE tree AS (
              SELECT p.warehouse_id, p.id FROM plate p JOIN warehouse w ON w.id = p.warehouse_id
              WHERE w.code = $1 AND p.code = $2
              UNION ALL
              SELECT p.warehouse_id, p.id FROM plate p JOIN tree t
                ON t.warehouse_id = p.warehouse_id AND t.id = p.parent_id)
            SELECT p.id, o.code AS owner, k.holds
            FROM plate p JOIN warehouse w ON w.id = p.warehouse_id
            CROSS JOIN LATERAL (SELECT ARRAY(SELECT k.hold_id FROM hold_plate k JOIN hold h ON h.id = k.hold_id
              JOIN owner x ON x.id = h.owner_id
              WHERE k.warehouse_id = p.warehouse_id AND k.plate_id = p.id AND k.released_at IS NULL
                AND ($3::text[] IS NULL OR x.code = ANY ($3)) AND ($4::text IS NULL OR x.code = $4)) AS holds) k
            LEFT JOIN LATERAL (
              SELECT DISTINCT o.code FROM tree t
              JOIN plate_content c ON c.warehouse_id = t.warehouse_id AND c.plate_id = t.id
              JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
              JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id
              WHERE ($3::text[] IS NULL OR o.code = ANY ($3)) AND ($4::text IS NULL OR o.code = $4)) o ON true
            WHERE w.code = $1 AND p.code = $2
            ORDER BY o.code LIMIT 2
            """;

    private final Pool pool;

    ScannedHoldSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Row>> lots(ScannedHold scan, Scope scope) {
        return pool.preparedQuery(LOTS)
                .execute(Tuple.tuple()
                        .addString(scan.goods().owner())
                        .addArrayOfString(scope.ownerCodes())
                        .addString(scan.goods().sku())
                        .addString(scan.goods().code())
                        .addString(scan.goods().lotNumber())
                        .addLocalDate(scan.goods().expirationDate()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    Uni<List<Row>> place(String warehouse, @Nullable String location, @Nullable String owner, Scope scope) {
        return standing(PLACE, warehouse, location, owner, scope);
    }

    Uni<List<Row>> plate(String warehouse, @Nullable String lpn, @Nullable String owner, Scope scope) {
        return standing(PLATE, warehouse, lpn, owner, scope);
    }

    private Uni<List<Row>> standing(
            String query, String warehouse, @Nullable String code, @Nullable String owner, Scope scope) {
        return pool.preparedQuery(query)
                .execute(Tuple.tuple()
                        .addString(warehouse)
                        .addString(code)
                        .addArrayOfString(scope.ownerCodes())
                        .addString(owner))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
