package dev.lotline.operations.quarantine;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements that find what is to be held, and what is. */
@Singleton
final class QuarantineSql {
    /** A lot by number bears as many rows as it has expirations; all of them are meant. */
    private static final String RESOLVE = """
            SELECT o.id AS owner_id, i.id AS item_id, w.id AS warehouse_id,
              (SELECT min(id) FROM warehouse) AS books_id,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'sku', x.sku, 'lotNumber', t.lot_number,
                  'expirationDate', t.expiration_date)) FROM lot t JOIN item x ON x.id = t.item_id
                WHERE x.owner_id = o.id AND ($2::text IS NULL OR x.id = i.id)
                  AND (t.lot_number = ANY ($3) OR t.id = ANY ($4))), '[]') AS lots,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'code', l.code)) FROM location l
                WHERE l.warehouse_id = w.id AND l.code = ANY ($6)), '[]') AS places,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code)) FROM plate p
                WHERE p.warehouse_id = w.id AND p.code = ANY ($7)), '[]') AS plates
            FROM (SELECT 1) one
            LEFT JOIN owner o ON o.code = $1
            LEFT JOIN item i ON i.owner_id = o.id AND i.sku = $2
            LEFT JOIN warehouse w ON w.code = $5
            """;

    /** $2, $3: owners and warehouses that may be seen. A hold of places is seen where they are. */
    private static final String HEADING = """
            SELECT h.id, h.scope, h.reason, o.code AS owner, h.warehouse_id, w.code AS warehouse
            FROM hold h JOIN owner o ON o.id = h.owner_id JOIN warehouse w ON w.id = h.warehouse_id
            WHERE h.id = $1 AND ($2::text[] IS NULL OR o.code = ANY ($2))
              AND ($3::text[] IS NULL OR h.scope = 'LOT' OR w.code = ANY ($3))
            """;

    private static final String HOLD = """
            SELECT h.*, o.code AS owner, i.sku, e.facts -> 'hold' AS impact,
              (SELECT coalesce(sum(k.quantity), 0) FROM hold_stock k WHERE k.hold_id = h.id) AS left_units,
              coalesce((SELECT jsonb_agg(x) FROM (
                SELECT w.code AS warehouse, l.code AS location, n.sku, t.id AS "lotId", t.lot_number AS "lotNumber",
                  t.expiration_date AS "expirationDate", s.state, trim_scale(k.quantity) AS quantity
                FROM hold_stock k JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
                JOIN warehouse w ON w.id = s.warehouse_id
                JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id
                JOIN item n ON n.id = s.item_id LEFT JOIN lot t ON t.id = s.lot_id
                WHERE k.hold_id = h.id ORDER BY w.code, l.code, n.sku, t.id LIMIT 500) x), '[]') AS still,
              coalesce((SELECT jsonb_agg(x) FROM (
                SELECT d.decision, trim_scale(d.units) AS units, d.second_person AS "secondPerson", d.note,
                  d.decided_by AS "decidedBy", d.decided_at AS "decidedAt"
                FROM hold_decision d WHERE d.hold_id = h.id ORDER BY d.id DESC LIMIT 500) x), '[]') AS decisions
            FROM hold h JOIN owner o ON o.id = h.owner_id LEFT JOIN item i ON i.id = h.item_id
            JOIN scan_event e ON e.warehouse_id = h.warehouse_id AND e.id = h.event_id
            WHERE h.id = $1
            """;

    private static final String LIST = """
            SELECT h.id, o.code AS owner, h.scope, h.reason, h.note, h.placed_by, h.placed_at, h.closed_at,
              (SELECT coalesce(sum(k.quantity), 0) FROM hold_stock k WHERE k.hold_id = h.id) AS left_units
            FROM hold h JOIN owner o ON o.id = h.owner_id JOIN warehouse w ON w.id = h.warehouse_id
            WHERE ($1::text IS NULL OR o.code = $1) AND ($2::text[] IS NULL OR o.code = ANY ($2))
              AND ($3::text[] IS NULL OR h.scope = 'LOT' OR w.code = ANY ($3))
              AND (NOT $4 OR h.closed_at IS NULL) AND ($5 = 0 OR h.id < $5)
            ORDER BY h.id DESC LIMIT $6
            """;

    private static final String COVERED = """
            SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'sku', i.sku, 'lotNumber', t.lot_number,
                'expirationDate', t.expiration_date)) FROM hold_lot x JOIN lot t ON t.id = x.lot_id
                JOIN item i ON i.id = t.item_id WHERE x.hold_id = $1), '[]') AS lots,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'code', l.code)) FROM location l
                JOIN warehouse w ON w.id = l.warehouse_id WHERE w.code = $2 AND l.code = ANY ($3)), '[]') AS places,
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code)) FROM hold_plate x
                JOIN plate p ON p.warehouse_id = x.warehouse_id AND p.id = x.plate_id
                WHERE x.hold_id = $1 AND p.code = ANY ($4)), '[]') AS plates
            """;

    /** A lot that is covered: its identity for people. */
    record Covered(
            long id,
            String sku,
            @Nullable String lotNumber,
            @Nullable String expirationDate) {}

    /** A location, or a plate. */
    record Place(long id, String code) {}

    /** What a body names; null or absent where there is none such. */
    record Resolved(
            @Nullable Long ownerId,
            @Nullable Long itemId,
            @Nullable Long warehouseId,
            long booksId,
            List<Covered> lots,
            List<Place> places,
            List<Place> plates) {}

    private final Pool pool;

    QuarantineSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Resolved> resolve(NewHold asked) {
        return pool.preparedQuery(RESOLVE)
                .execute(Tuple.tuple()
                        .addString(asked.owner())
                        .addString(asked.sku())
                        .addArrayOfString(asked.lotNumbers().toArray(String[]::new))
                        .addArrayOfLong(asked.lotIds().toArray(Long[]::new))
                        .addString(asked.warehouse())
                        .addArrayOfString(asked.locations().toArray(String[]::new))
                        .addArrayOfString(asked.lpns().toArray(String[]::new)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Resolved(
                            row.getLong("owner_id"),
                            row.getLong("item_id"),
                            row.getLong("warehouse_id"),
                            Objects.requireNonNullElse(row.getLong("books_id"), 0L),
                            lots(row),
                            places(row, "places"),
                            places(row, "plates"));
                });
    }

    Uni<@Nullable Row> heading(long id, Scope scope) {
        return pool.preparedQuery(HEADING)
                .execute(Tuple.tuple()
                        .addLong(id)
                        .addArrayOfString(scope.ownerCodes())
                        .addArrayOfString(scope.warehouseCodes()))
                .map(rows -> rows.rowCount() == 0 ? null : rows.iterator().next());
    }

    Uni<Row> hold(long id) {
        return pool.preparedQuery(HOLD)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next());
    }

    /** The lots of a hold; the places that are named, and those of its plates. */
    Uni<Row> covered(long id, @Nullable String warehouse, Disposition named) {
        return pool.preparedQuery(COVERED)
                .execute(Tuple.tuple()
                        .addLong(id)
                        .addString(warehouse)
                        .addArrayOfString(named.locations().toArray(String[]::new))
                        .addArrayOfString(named.lpns().toArray(String[]::new)))
                .map(rows -> rows.iterator().next());
    }

    Uni<RowSet<Row>> list(@Nullable String owner, Scope scope, boolean open, long before, int rows) {
        return list(pool, owner, scope, open, before, rows);
    }

    Uni<RowSet<Row>> list(SqlClient db, @Nullable String owner, Scope scope, boolean open, long before, int rows) {
        return db.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addString(owner)
                        .addArrayOfString(scope.ownerCodes())
                        .addArrayOfString(scope.warehouseCodes())
                        .addBoolean(open)
                        .addLong(before)
                        .addInteger(rows));
    }

    static List<Covered> lots(Row row) {
        return objects(row.getJsonArray("lots"))
                .map(lot -> new Covered(
                        lot.getLong("id"),
                        lot.getString("sku"),
                        lot.getString("lotNumber"),
                        lot.getString("expirationDate")))
                .toList();
    }

    static List<Place> places(Row row, String column) {
        return objects(row.getJsonArray(column))
                .map(place -> new Place(place.getLong("id"), place.getString("code")))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
