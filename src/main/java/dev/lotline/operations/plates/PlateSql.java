package dev.lotline.operations.plates;

import dev.lotline.kernel.Quantity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is known of plates; one statement per question. */
@Singleton
final class PlateSql {
    private static final String WAREHOUSE = "SELECT id FROM warehouse WHERE code = $1";

    private static final String PLATE = """
            SELECT p.code, p.kind, l.code AS location, x.code AS parent,
              coalesce((SELECT jsonb_agg(jsonb_build_object('owner', o.code, 'sku', i.sku, 'name', i.name, 'lotNumber',
                t.lot_number, 'expirationDate', t.expiration_date, 'state', s.state, 'quantity', c.quantity::text)
                ORDER BY i.sku, t.expiration_date, t.lot_number, s.state)
                FROM plate_content c JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
                JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = s.lot_id
                WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = p.id), '[]') AS contents,
              ARRAY(SELECT n.code FROM plate n WHERE n.warehouse_id = p.warehouse_id AND n.parent_id = p.id
                ORDER BY n.code LIMIT 500) AS plates,
              ARRAY(SELECT DISTINCT o.code FROM plate_content c JOIN stock s ON s.warehouse_id = c.warehouse_id
                AND s.id = c.stock_id JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id
                WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = ANY (plate_tree(p.warehouse_id, ARRAY[p.code])))
                AS owners
            FROM plate p JOIN location l ON l.warehouse_id = p.warehouse_id AND l.id = p.location_id
            LEFT JOIN plate x ON x.warehouse_id = p.warehouse_id AND x.id = p.parent_id
            WHERE p.warehouse_id = $1 AND p.code = $2
            """;

    private static final String LIST = """
            SELECT p.id, p.code, p.kind, l.code AS location, x.code AS parent,
              (SELECT count(*)::int FROM plate_content c WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = p.id) AS lines
            FROM plate p JOIN location l ON l.warehouse_id = p.warehouse_id AND l.id = p.location_id
            LEFT JOIN plate x ON x.warehouse_id = p.warehouse_id AND x.id = p.parent_id
            WHERE p.warehouse_id = $1 AND ($2::text IS NULL OR l.code = $2) AND p.id > $3
              AND ($4::text[] IS NULL OR NOT EXISTS (SELECT FROM plate_content c
                JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id JOIN item i ON i.id = s.item_id
                JOIN owner o ON o.id = i.owner_id WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = p.id
                  AND o.code <> ALL ($4)))
            ORDER BY p.id LIMIT $5
            """;

    /** The place, the document, and the order that announces a carton of this code: an open one that has not counted it. */
    private static final String SCAN = """
            SELECT EXISTS (SELECT FROM plate p WHERE p.warehouse_id = $1 AND p.code = $2) AS known,
              (SELECT l.id FROM location l WHERE l.warehouse_id = $1 AND l.code = $3) AS place_id,
              (SELECT l.type FROM location l WHERE l.warehouse_id = $1 AND l.code = $3) AS place_type,
              d.id AS document_id, k.receiving_order_id AS carton_order_id, k.owner AS carton_owner,
              ARRAY(SELECT DISTINCT o.code FROM plate_content c JOIN stock s ON s.warehouse_id = c.warehouse_id
                AND s.id = c.stock_id JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id
                WHERE c.warehouse_id = $1 AND c.plate_id = ANY (plate_tree($1, ARRAY[$2]))) AS owners
            FROM (VALUES (1)) one
            LEFT JOIN LATERAL (SELECT r.id FROM receiving_order r JOIN owner o ON o.id = r.owner_id
              WHERE r.warehouse_id = $1 AND o.code = $4 AND r.reference = $5) d ON true
            LEFT JOIN LATERAL (SELECT c.receiving_order_id, o.code AS owner FROM receiving_carton c
              JOIN receiving_order r ON r.id = c.receiving_order_id JOIN owner o ON o.id = r.owner_id
              WHERE c.warehouse_id = $1 AND c.sscc = $2 AND ($5::text IS NULL OR r.id = d.id)
              ORDER BY c.received_at IS NULL DESC, r.closed_at IS NULL DESC, r.id LIMIT 1) k ON true
            """;

    /** What a scan of a plate must know. Null = none such. */
    record Scanned(
            boolean known,
            @Nullable Long placeId,
            @Nullable String placeType,
            @Nullable Long documentId,
            @Nullable Long cartonOrderId,
            @Nullable String cartonOwner,
            List<String> owners) {}

    /** A plate and whose goods are on it and on the plates upon it. */
    record Found(Plate plate, List<String> owners) {}

    private final Pool pool;

    PlateSql(Pool pool) {
        this.pool = pool;
    }

    /** Null = there is none of this code. */
    Uni<@Nullable Long> warehouse(String code) {
        return pool.preparedQuery(WAREHOUSE)
                .execute(Tuple.of(code))
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getLong("id"));
    }

    Uni<@Nullable Found> find(long warehouse, String code) {
        return pool.preparedQuery(PLATE)
                .execute(Tuple.of(warehouse, code))
                .map(rows -> rows.rowCount() == 0 ? null : found(rows.iterator().next()));
    }

    Uni<List<Plate.Heading>> list(
            long warehouse, @Nullable String location, long after, String @Nullable [] owners, int rows) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addLong(warehouse)
                        .addString(location)
                        .addLong(after)
                        .addArrayOfString(owners)
                        .addInteger(rows))
                .map(PlateSql::headings);
    }

    Uni<Scanned> scanned(
            long warehouse, String code, String location, @Nullable String owner, @Nullable String reference) {
        return pool.preparedQuery(SCAN)
                .execute(Tuple.tuple()
                        .addLong(warehouse)
                        .addString(code)
                        .addString(location)
                        .addString(owner)
                        .addString(reference))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Scanned(
                            row.getBoolean("known"),
                            row.getLong("place_id"),
                            row.getString("place_type"),
                            row.getLong("document_id"),
                            row.getLong("carton_order_id"),
                            row.getString("carton_owner"),
                            Arrays.asList(row.getArrayOfStrings("owners")));
                });
    }

    private static List<Plate.Heading> headings(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Plate.Heading(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("kind"),
                        row.getString("location"),
                        row.getString("parent"),
                        row.getInteger("lines")))
                .toList();
    }

    private static Found found(Row row) {
        List<Plate.Content> contents = row.getJsonArray("contents").stream()
                .map(JsonObject.class::cast)
                .map(PlateSql::content)
                .toList();
        Plate plate = new Plate(
                row.getString("code"),
                row.getString("kind"),
                row.getString("location"),
                row.getString("parent"),
                contents,
                Arrays.asList(row.getArrayOfStrings("plates")));
        return new Found(plate, Arrays.asList(row.getArrayOfStrings("owners")));
    }

    private static Plate.Content content(JsonObject row) {
        @Nullable String expiration = row.getString("expirationDate");
        return new Plate.Content(
                row.getString("owner"),
                row.getString("sku"),
                row.getString("name"),
                row.getString("lotNumber"),
                expiration == null ? null : LocalDate.parse(expiration),
                row.getString("state"),
                Quantity.plain(new BigDecimal(row.getString("quantity"))));
    }
}
