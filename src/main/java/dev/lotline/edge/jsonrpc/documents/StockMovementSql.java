package dev.lotline.edge.jsonrpc.documents;

import dev.lotline.edge.jsonrpc.ShipStreamWording;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger in its own sequence, as a merchant reads it. */
@Singleton
final class StockMovementSql {
    /**
     * $1 owners and $2 warehouses of the scope or null, $3 after this id, $4 owner or null, $5 warehouse or null, $6
     * limit. Warehouse by warehouse, so that each walks its own index in order.
     */
    private static final String WALK = """
            SELECT m.id, m.kind, m.recorded_at, m.warehouse_id, o.code AS owner, i.sku, m.lot_id, t.lot_number,
              t.expiration_date, f.code AS from_code, m.from_state, d.code AS to_code, m.to_state, m.quantity
            FROM warehouse w CROSS JOIN LATERAL (
              SELECT * FROM movement x
              WHERE x.warehouse_id = w.id AND x.id > $3
                AND ($1::text[] IS NULL AND $4::text IS NULL OR x.owner_id IN (SELECT y.id FROM owner y
                  WHERE ($1::text[] IS NULL OR y.code = ANY ($1)) AND ($4::text IS NULL OR y.code = $4)))
              ORDER BY x.id LIMIT $6) m
            JOIN owner o ON o.id = m.owner_id
            JOIN item i ON i.id = m.item_id
            JOIN location f ON f.warehouse_id = m.warehouse_id AND f.id = m.from_location
            JOIN location d ON d.warehouse_id = m.warehouse_id AND d.id = m.to_location
            LEFT JOIN lot t ON t.id = m.lot_id
            WHERE ($2::text[] IS NULL OR w.code = ANY ($2)) AND ($5::text IS NULL OR w.code = $5)
            ORDER BY m.id LIMIT $6
            """;

    /** A movement and what of it is told. */
    record Shown(long id, Map<String, @Nullable Object> row) {}

    private final Pool pool;

    StockMovementSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Shown>> page(DocumentSearch search, @Nullable String warehouse, Scope scope) {
        Tuple tuple = Tuple.tuple()
                .addArrayOfString(scope.ownerCodes())
                .addArrayOfString(scope.warehouseCodes())
                .addLong(search.after())
                .addString(search.merchant())
                .addString(warehouse)
                .addInteger(search.fetch());
        return pool.preparedQuery(WALK).execute(tuple).map(rows -> {
            List<Shown> shown = new ArrayList<>();
            rows.forEach(row -> shown.add(new Shown(row.getLong("id"), row(row))));
            return shown;
        });
    }

    private static Map<String, @Nullable Object> row(Row row) {
        Long lot = row.getLong("lot_id");
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("stock_movement_id", Long.toString(row.getLong("id")));
        shown.put("type", row.getString("kind"));
        shown.put("created_at", ShipStreamWording.instant(row.getOffsetDateTime("recorded_at")));
        shown.put("warehouse_id", Long.toString(row.getLong("warehouse_id")));
        shown.put("merchant", row.getString("owner"));
        shown.put("sku", row.getString("sku"));
        shown.put("lot_id", lot == null ? null : lot.toString());
        shown.put("lot_number", row.getString("lot_number"));
        shown.put("expiration_date", ShipStreamWording.date(row.getLocalDate("expiration_date")));
        shown.put("from_location", row.getString("from_code"));
        shown.put("from_status", ShipStreamWording.bucket(row.getString("from_state")));
        shown.put("to_location", row.getString("to_code"));
        shown.put("to_status", ShipStreamWording.bucket(row.getString("to_state")));
        shown.put("qty", ShipStreamWording.fourDecimals(row.getBigDecimal("quantity")));
        return shown;
    }
}
