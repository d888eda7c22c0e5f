package dev.lotline.edge.floor.resolve;

import dev.lotline.edge.floor.resolve.BarcodeResolver.Around;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tiers of the resolver in one statement. */
@Singleton
public class ResolverSql {
    /** Tiers in tens: 10 own code, 20 the open task, 30 carton and plate, 40 barcode, 50 SKU, 60 lot, 80 reference. */
    private static final String HITS = """
            SELECT hit.*, hit.rank < 3 AS by_context FROM (
              SELECT 10 AS tier, CASE WHEN l.type = 'TOTE' THEN 'TOTE' ELSE 'LOCATION' END AS kind, NULL AS owner,
                NULL AS sku, NULL AS name, NULL::bigint AS lot_id, NULL AS lot_number, NULL::date AS expiration_date,
                NULL::numeric AS quantity, l.code AS location, NULL AS document, 3 AS rank, NULL::jsonb AS contents
              FROM location l WHERE l.warehouse_id = $1::bigint AND l.code = $3::text AND l.code NOT LIKE '@%'
              UNION ALL
              SELECT 10, 'LOT', o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, NULL, NULL, NULL, 3, NULL
              FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id WHERE t.id = $15::bigint
              UNION ALL
              SELECT 20, 'LOT', o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, b.quantity, min(l.code),
                c.reference, 0, NULL
              FROM owner o JOIN customer_order c ON c.owner_id = o.id JOIN reservation r ON r.order_id = c.id
              JOIN item i ON i.id = r.item_id LEFT JOIN lot t ON t.id = r.lot_id
              JOIN location l ON l.warehouse_id = r.warehouse_id AND l.id = r.location_id
              LEFT JOIN item_barcode b ON b.item_id = i.id AND b.code = coalesce($2::text, $12::text)
              WHERE o.code = $10::text AND c.reference = $11::text AND r.warehouse_id = $1::bigint AND r.state = 'OPEN'
                AND (b.code IS NOT NULL OR $2::text IS NULL AND t.lot_number = coalesce($4::text, $12::text))
                AND ($4::text IS NULL OR t.lot_number = $4::text)
              GROUP BY o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, b.quantity, c.reference
              UNION ALL
              SELECT 30, 'CARTON', o.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.reference,
                CASE WHEN r.reference = $7::text THEN 0 ELSE 3 END,
                (SELECT jsonb_agg(jsonb_build_object('owner', o.code, 'sku', i.sku, 'lotNumber', t.lot_number,
                  'expirationDate', t.expiration_date, 'quantity', x.quantity) ORDER BY i.sku, t.expiration_date)
                FROM receiving_carton_content x JOIN receiving_lot l ON l.id = x.receiving_lot_id
                JOIN item i ON i.id = l.item_id LEFT JOIN lot t ON t.id = l.lot_id
                WHERE x.receiving_order_id = c.receiving_order_id AND x.sscc = c.sscc)
              FROM receiving_carton c JOIN receiving_order r ON r.id = c.receiving_order_id JOIN owner o ON o.id = r.owner_id
              WHERE c.warehouse_id = $1::bigint AND c.sscc = $9::text AND c.received_at IS NULL AND r.closed_at IS NULL
                AND r.cancelled_at IS NULL AND coalesce(o.code = $6::text AND r.reference = $7::text, true)
              UNION ALL
              SELECT 30, 'PLATE', (SELECT min(x.value ->> 'owner') FROM jsonb_array_elements(d.contents) x WHERE $8::text[] IS NULL
                  OR x.value ->> 'owner' <> ALL ($8::text[])), NULL, NULL, NULL, NULL, NULL, NULL, l.code, NULL, 3, d.contents
              FROM plate p JOIN location l ON l.warehouse_id = p.warehouse_id AND l.id = p.location_id
              CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('owner', o.code, 'sku', i.sku, 'lotNumber', t.lot_number,
                  'expirationDate', t.expiration_date, 'state', s.state, 'quantity', c.quantity)
                  ORDER BY i.sku, t.expiration_date) AS contents
                FROM plate_content c JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
                JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = s.lot_id
                WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = ANY (plate_tree(p.warehouse_id, ARRAY[p.code]))) d
              WHERE p.warehouse_id = $1::bigint AND p.code = $9::text
              UNION ALL
              SELECT 40, CASE WHEN t.id IS NULL THEN 'ITEM' ELSE 'LOT' END, o.code, i.sku, i.name, t.id,
                coalesce(t.lot_number, $4::text), coalesce(t.expiration_date, $5::date), b.quantity, NULL, NULL,
                CASE WHEN EXISTS (SELECT FROM receiving_order r JOIN receiving_lot x ON x.receiving_order_id = r.id
                    WHERE r.owner_id = o.id AND o.code = $6::text AND r.reference = $7::text AND x.item_id = i.id) THEN 0
                  WHEN o.code = $6::text THEN 0
                  WHEN EXISTS (SELECT FROM location l JOIN stock s ON s.warehouse_id = l.warehouse_id
                    AND s.location_id = l.id WHERE l.warehouse_id = $1::bigint AND l.code = $13::text
                    AND s.item_id = i.id AND s.quantity > 0) THEN 1
                  WHEN EXISTS (SELECT FROM stock s WHERE s.warehouse_id = $1::bigint AND s.item_id = i.id
                    AND s.quantity > 0) THEN 2 ELSE 3 END, NULL
              FROM item_barcode b JOIN item i ON i.id = b.item_id JOIN owner o ON o.id = i.owner_id
              LEFT JOIN LATERAL (SELECT t.id, t.lot_number, t.expiration_date FROM lot t WHERE t.item_id = i.id
                AND ($4::text IS NOT NULL OR $5::date IS NOT NULL)
                AND coalesce(t.lot_number = $4::text, $4::text IS NULL)
                AND coalesce(t.expiration_date = $5::date, $5::date IS NULL)
                ORDER BY t.expiration_date NULLS LAST LIMIT 1) t ON true
              WHERE b.code = coalesce($2::text, $12::text) AND coalesce(o.code = $6::text, true)
              UNION ALL
              SELECT 50, 'ITEM', o.code, i.sku, i.name, NULL, NULL, NULL, 1, NULL, NULL,
                CASE WHEN o.code = $6::text THEN 0
                  WHEN EXISTS (SELECT FROM stock s WHERE s.warehouse_id = $1::bigint AND s.item_id = i.id
                    AND s.quantity > 0) THEN 2 ELSE 3 END, NULL
              FROM item i JOIN owner o ON o.id = i.owner_id
              WHERE $2::text IS NULL AND i.sku = $12::text AND coalesce(o.code = $6::text, true)
              UNION ALL
              SELECT 60, 'LOT', o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, NULL, NULL, r.reference, 0,
                NULL
              FROM receiving_order r JOIN owner o ON o.id = r.owner_id
              JOIN receiving_lot x ON x.receiving_order_id = r.id JOIN lot t ON t.id = x.lot_id
              JOIN item i ON i.id = x.item_id
              WHERE $2::text IS NULL AND o.code = $6::text AND r.reference = $7::text
                AND t.lot_number = coalesce($4::text, $12::text)
              UNION ALL
              SELECT DISTINCT 65, 'LOT', o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, NULL::numeric, l.code,
                NULL, 1, NULL::jsonb
              FROM location l JOIN stock s ON s.warehouse_id = l.warehouse_id AND s.location_id = l.id AND s.quantity > 0
              JOIN lot t ON t.id = s.lot_id JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
              WHERE $2::text IS NULL AND l.warehouse_id = $1::bigint AND l.code = $13::text
                AND t.lot_number = coalesce($4::text, $12::text)
              UNION ALL
              SELECT 70, 'LOT', o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, NULL, NULL, NULL, 3, NULL
              FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
              WHERE $2::text IS NULL AND t.lot_number = coalesce($4::text, $12::text)
                AND EXISTS (SELECT FROM stock s WHERE s.warehouse_id = $1::bigint AND s.item_id = i.id
                  AND s.lot_key = t.id AND s.quantity > 0)
              UNION ALL
              SELECT 80, 'RECEIVING_ORDER', o.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.reference,
                CASE WHEN r.closed_at IS NULL AND r.cancelled_at IS NULL THEN 2 ELSE 3 END, NULL
              FROM receiving_order r JOIN owner o ON o.id = r.owner_id
              WHERE r.warehouse_id = $1::bigint AND r.reference = $12::text
              UNION ALL
              SELECT 80, 'ORDER', o.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.reference,
                CASE WHEN r.shipped_at IS NULL AND r.cancelled_at IS NULL THEN 2 ELSE 3 END, NULL
              FROM customer_order r JOIN owner o ON o.id = r.owner_id
              WHERE coalesce(r.warehouse_id = $1::bigint, true) AND r.reference = $12::text
              UNION ALL
              SELECT 90, 'CASE', o.code, i.sku, i.name, NULL, NULL, NULL, NULL, NULL, NULL, 3, NULL
              FROM item_barcode b JOIN item i ON i.id = b.item_id JOIN owner o ON o.id = i.owner_id
              WHERE b.code = $14::text AND NOT EXISTS (SELECT FROM item_barcode known WHERE known.code = $2::text)
            ) hit
            WHERE $8::text[] IS NULL OR hit.owner IS NULL OR hit.owner = ANY ($8::text[])
            ORDER BY tier, rank, expiration_date NULLS LAST, owner, sku
            LIMIT 9
            """;

    /**
     * What was read, and what is open around it.
     *
     * @param product a GTIN or the code of a HIBC product
     * @param text a plain text, or the body of one of our own codes
     * @param whole the same text with the prefix of our own code
     * @param lot of one of our labels
     * @param each GTIN of the single item that a case's GTIN is built on
     */
    record Question(
            @Nullable Long warehouse,
            @Nullable String product,
            @Nullable String text,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            Around around,
            Scope scope,
            @Nullable String plate,
            @Nullable String whole,
            @Nullable String each,
            @Nullable Long lot) {}

    /**
     * One thing that the barcode may mean.
     *
     * @param rank 0 = the open document wants it, 1 = it stands in the current place, 2 = it is in stock, or open, in this
     *     warehouse, 3 = neither
     */
    public record Hit(
            int tier,
            String kind,
            @Nullable String owner,
            @Nullable String sku,
            @Nullable String name,
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable BigDecimal quantity,
            @Nullable String location,
            @Nullable String document,
            boolean byContext,
            int rank,
            @Nullable List<?> contents) {}

    private final Pool pool;

    ResolverSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Hit>> hits(Question question) {
        Tuple parameters = Tuple.tuple()
                .addLong(question.warehouse())
                .addString(question.product())
                .addString(question.text())
                .addString(question.lotNumber())
                .addLocalDate(question.expirationDate())
                .addString(owner(question.around().receivingOrder()))
                .addString(reference(question.around().receivingOrder()))
                .addArrayOfString(question.scope().ownerCodes())
                .addString(question.plate())
                .addString(owner(question.around().order()))
                .addString(reference(question.around().order()))
                .addString(question.whole())
                .addString(question.around().location())
                .addString(question.each())
                .addLong(question.lot());
        return pool.preparedQuery(HITS).execute(parameters).map(rows -> {
            List<Hit> hits = new ArrayList<>();
            rows.forEach(row -> hits.add(hit(row)));
            return hits;
        });
    }

    private static @Nullable String owner(@Nullable DocumentReference document) {
        return document == null ? null : document.owner();
    }

    private static @Nullable String reference(@Nullable DocumentReference document) {
        return document == null ? null : document.reference();
    }

    private static Hit hit(Row row) {
        return new Hit(
                row.getInteger("tier") / 10,
                row.getString("kind"),
                row.getString("owner"),
                row.getString("sku"),
                row.getString("name"),
                row.getLong("lot_id"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getBigDecimal("quantity"),
                row.getString("location"),
                row.getString("document"),
                row.getBoolean("by_context"),
                row.getInteger("rank"),
                contents(row.getJsonArray("contents")));
    }

    private static @Nullable List<?> contents(@Nullable JsonArray contents) {
        return contents == null ? null : contents.getList();
    }
}
