package dev.lotline.edge.floor;

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
class ResolverSql {
    private static final String HITS = """
            SELECT * FROM (
              SELECT 1 AS tier, 'LOCATION' AS kind, NULL AS owner, NULL AS sku, NULL AS name, NULL::bigint AS lot_id,
                NULL AS lot_number, NULL::date AS expiration_date, NULL::numeric AS quantity, l.code AS location,
                NULL AS document, false AS by_context, NULL::jsonb AS contents
              FROM location l WHERE l.warehouse_id = $1::bigint AND l.code = $3::text AND l.code NOT LIKE '@%'
              UNION ALL
              SELECT 3, 'CARTON', o.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.reference,
                coalesce(r.reference = $7::text, false),
                (SELECT jsonb_agg(jsonb_build_object('owner', o.code, 'sku', i.sku, 'lotNumber', t.lot_number,
                  'expirationDate', t.expiration_date, 'quantity', x.quantity) ORDER BY i.sku, t.expiration_date)
                FROM receiving_carton_content x JOIN receiving_lot l ON l.id = x.receiving_lot_id
                JOIN item i ON i.id = l.item_id LEFT JOIN lot t ON t.id = l.lot_id
                WHERE x.receiving_order_id = c.receiving_order_id AND x.sscc = c.sscc)
              FROM receiving_carton c JOIN receiving_order r ON r.id = c.receiving_order_id JOIN owner o ON o.id = r.owner_id
              WHERE c.warehouse_id = $1::bigint AND c.sscc = $9::text AND c.received_at IS NULL AND r.closed_at IS NULL
                AND r.cancelled_at IS NULL AND coalesce(o.code = $6::text AND r.reference = $7::text, true)
              UNION ALL
              SELECT 3, 'PLATE', (SELECT min(x.value ->> 'owner') FROM jsonb_array_elements(d.contents) x WHERE $8::text[] IS NULL
                  OR x.value ->> 'owner' <> ALL ($8::text[])), NULL, NULL, NULL, NULL, NULL, NULL, l.code, NULL, false, d.contents
              FROM plate p JOIN location l ON l.warehouse_id = p.warehouse_id AND l.id = p.location_id
              CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('owner', o.code, 'sku', i.sku, 'lotNumber', t.lot_number,
                  'expirationDate', t.expiration_date, 'state', s.state, 'quantity', c.quantity)
                  ORDER BY i.sku, t.expiration_date) AS contents
                FROM plate_content c JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
                JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = s.lot_id
                WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = ANY (plate_tree(p.warehouse_id, ARRAY[p.code]))) d
              WHERE p.warehouse_id = $1::bigint AND p.code = $9::text
              UNION ALL
              SELECT 4, CASE WHEN t.id IS NULL THEN 'ITEM' ELSE 'LOT' END, o.code, i.sku, i.name, t.id,
                coalesce(t.lot_number, $4::text), coalesce(t.expiration_date, $5::date), b.quantity, NULL, NULL,
                i.owner_id IN (SELECT id FROM owner WHERE code = $6::text), NULL
              FROM item_barcode b JOIN item i ON i.id = b.item_id JOIN owner o ON o.id = i.owner_id
              LEFT JOIN LATERAL (SELECT t.id, t.lot_number, t.expiration_date FROM lot t WHERE t.item_id = i.id
                AND ($4::text IS NOT NULL OR $5::date IS NOT NULL)
                AND coalesce(t.lot_number = $4::text, $4::text IS NULL)
                AND coalesce(t.expiration_date = $5::date, $5::date IS NULL)
                ORDER BY t.expiration_date NULLS LAST LIMIT 1) t ON true
              WHERE b.code = coalesce($2::text, $3::text) AND coalesce(o.code = $6::text, true)
              UNION ALL
              SELECT 5, 'ITEM', o.code, i.sku, i.name, NULL, NULL, NULL, 1, NULL, NULL, false, NULL
              FROM item i JOIN owner o ON o.id = i.owner_id
              WHERE $2::text IS NULL AND i.sku = $3::text AND coalesce(o.code = $6::text, true)
              UNION ALL
              SELECT 6, 'LOT', o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, NULL, NULL, r.reference, true,
                NULL
              FROM receiving_order r JOIN owner o ON o.id = r.owner_id
              JOIN receiving_lot x ON x.receiving_order_id = r.id JOIN lot t ON t.id = x.lot_id
              JOIN item i ON i.id = x.item_id
              WHERE $2::text IS NULL AND o.code = $6::text AND r.reference = $7::text
                AND t.lot_number = coalesce($4::text, $3::text)
              UNION ALL
              SELECT 7, 'LOT', o.code, i.sku, i.name, t.id, t.lot_number, t.expiration_date, NULL, NULL, NULL, false, NULL
              FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
              WHERE $2::text IS NULL AND t.lot_number = coalesce($4::text, $3::text)
                AND EXISTS (SELECT FROM stock s WHERE s.warehouse_id = $1::bigint AND s.item_id = i.id
                  AND s.lot_key = t.id AND s.quantity > 0)
              UNION ALL
              SELECT 8, 'RECEIVING_ORDER', o.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.reference, false, NULL
              FROM receiving_order r JOIN owner o ON o.id = r.owner_id
              WHERE r.warehouse_id = $1::bigint AND r.reference = $3::text
              UNION ALL
              SELECT 8, 'ORDER', o.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, r.reference, false, NULL
              FROM customer_order r JOIN owner o ON o.id = r.owner_id
              WHERE coalesce(r.warehouse_id = $1::bigint, true) AND r.reference = $3::text
            ) hit
            WHERE $8::text[] IS NULL OR hit.owner IS NULL OR hit.owner = ANY ($8::text[])
            ORDER BY tier, expiration_date NULLS LAST, owner, sku
            LIMIT 9
            """;

    /** What was read, and what is open around it. */
    record Question(
            @Nullable Long warehouse,
            @Nullable String gtin,
            @Nullable String text,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable String owner,
            @Nullable String document,
            Scope scope,
            @Nullable String plate) {}

    /** One thing that the barcode may mean. */
    record Hit(
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
            @Nullable List<?> contents) {}

    private final Pool pool;

    ResolverSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Hit>> hits(Question question) {
        Tuple parameters = Tuple.tuple()
                .addLong(question.warehouse())
                .addString(question.gtin())
                .addString(question.text())
                .addString(question.lotNumber())
                .addLocalDate(question.expirationDate())
                .addString(question.owner())
                .addString(question.document())
                .addArrayOfString(question.scope().ownerCodes())
                .addString(question.plate());
        return pool.preparedQuery(HITS).execute(parameters).map(rows -> {
            List<Hit> hits = new ArrayList<>();
            rows.forEach(row -> hits.add(hit(row)));
            return hits;
        });
    }

    private static Hit hit(Row row) {
        return new Hit(
                row.getInteger("tier"),
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
                contents(row.getJsonArray("contents")));
    }

    private static @Nullable List<?> contents(@Nullable JsonArray contents) {
        return contents == null ? null : contents.getList();
    }
}
